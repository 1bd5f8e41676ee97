"""Moving a budget to another year's prices, by the scenario's price index or another series."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.catalogue.conversion import Conversion, OutsideSeries, conversion
from som_model.catalogue.files import contents
from som_model.errors import Notice, SomError, UnknownName
from som_model.presentation.budget.line import PriceLevel
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
    assumed = _assumed(name, series, scenario.price_year, year, moved, before, after)
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

    found = read_catalogue_file(path)
    assert found is not None
    return found.indices[name]


def _outside(name: str, series: PriceSeries, year: int, outside: OutsideSeries) -> Message:
    known = [each for each, value in series.values.items() if value is not None]
    if outside.gap is not None:
        return Message.of("budget_series_gap", series=name, gap=outside.gap, year=year)
    beyond = "after" if outside.year > max(known) else "before"
    write = f"price_index: {{series: {name}, {beyond}: 0.02}}"
    return Message.of(
        "budget_outside_series", series=name, year=outside.year, to=year, first=min(known), last=max(known), write=write
    )


def _assumed(
    name: str, series: PriceSeries, from_year: int, to_year: int, moved: Conversion, before: float | None, after: float | None
) -> Iterator[Notice]:
    """What the move rests on beside the series: rates beyond its ends, and years known only in part."""
    known = [each for each, value in series.values.items() if value is not None]
    ends = (from_year, to_year)
    for rate, years, end in ((before, moved.years_before, min(ends)), (after, moved.years_after, max(ends))):
        if years and rate is not None:
            shown = Message.of("percent", share=float(rate * 100))
            said = Message.of("index_extended", series=name, first=min(known), last=max(known), year=end, rate=shown)
            yield Notice("price_index", said)
    for partial in moved.partial if moved.ratio != 1 else ():
        text = series.partial[partial]
        said = Message.of(
            "index_partial", series=name, year=partial, known=Message.of("as_written", da=text.say("da"), en=text.say("en"))
        )
        yield Notice(f"indices.{name}", said)
