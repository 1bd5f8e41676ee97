"""Moving a budget to another year's prices, by the scenario's price index or another series."""

from __future__ import annotations

from som_model.catalogue.conversion import OutsideSeries, conversion
from som_model.catalogue.files import contents
from som_model.errors import Notice, SomError, UnknownName
from som_model.presentation.budget.line import PriceLevel
from som_model.projection.notices import conversion_notices
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import PriceSeries
from som_model.wording.message import Message


def price_level(scenario: Scenario, year: int | None, index: str | None) -> tuple[PriceLevel, tuple[Notice, ...]]:
    """The level asked for, with index(to)/index(from) and the yearly rates the scenario assumes beyond its index.

    year: the scenario's price year unless given. index: the scenario's price index unless named. Raises UnknownName for
    an unknown series, SomError for a year the series does not reach and for an index without a year to move to.
    """
    chosen = scenario.price_index
    name = chosen.series if index is None else index
    series = _series(scenario, name)
    if index is not None and year is None:
        raise SomError(Message.of("budget_index_without_year", name=name))
    if year is None or year == scenario.price_year:
        return PriceLevel(scenario.price_year), ()
    # The yearly rates assumed before and after a series belong to the scenario's own price index.
    rates = (chosen.before, chosen.after) if name == chosen.series else (None, None)
    before, after = (rate.value if rate is not None else None for rate in rates)
    try:
        moved = conversion(series, scenario.price_year, year, before=before is not None, after=after is not None)
    except OutsideSeries as outside:
        raise SomError(_outside(name, series, year, outside)) from None
    factor = moved.factor(before or 0.0, after or 0.0)
    shown = Message.of("as_number", number=factor)
    text = Message.of("budget_moved", from_year=scenario.price_year, to_year=year, series=name, factor=shown)
    ends = (scenario.price_year, year)
    assumed = conversion_notices("price_index", name, series, ends, moved, (before, after))
    return PriceLevel(year, name, factor), (Notice("", text), *assumed)


def _series(scenario: Scenario, name: str) -> PriceSeries:
    """A series of the scenario, else of the built-in catalogue."""
    if name in scenario.indices:
        return scenario.indices[name]
    path = contents("indices").get(name)
    if path is None:
        known = tuple(dict.fromkeys((*scenario.indices, *contents("indices"))))
        raise UnknownName(Message.of("budget_unknown_series", name=name, known=known))
    from som_model.reading.catalogue import read_catalogue_file

    file = read_catalogue_file(path)
    assert file is not None
    return file.indices[name]


def _outside(name: str, series: PriceSeries, year: int, outside: OutsideSeries) -> Message:
    known = [held for held, value in series.values.items() if value is not None]
    if outside.gap is not None:
        return Message.of("budget_series_gap", series=name, gap=outside.gap, year=year)
    beyond = "after" if outside.year > max(known) else "before"
    write = f"price_index: {{series: {name}, {beyond}: 0.02}}"
    return Message.of(
        "budget_outside_series", series=name, year=outside.year, to=year, first=min(known), last=max(known), write=write
    )
