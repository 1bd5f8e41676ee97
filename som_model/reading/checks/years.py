"""Years: ends in order, lists as long as the period, maps that begin in time, dates where they mean something."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.reading.checks.slip import Slip
from som_model.resolved.years import bounded_parts, matters, once_year, weights
from som_model.scenario.calendar import Series, first_month, last_month
from som_model.scenario.line import Line, Years
from som_model.scenario.payers import Payers
from som_model.scenario.programme import CostLine, Post, ProgrammeLine
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup
from som_model.wording.message import Message
from som_model.wording.numbers import plain

CALENDAR_FIELDS = {
    "consequences": ("realisable", "payers"),
    "staffing": ("hours_per_week", "fte", "annual_cost", "annual_salary", "payers"),
}
"""Fields of a line that follow the calendar whatever its basis; payers alone in the other blocks."""
QUANTITIES = ("amount", "units")


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Years in the wrong order, of the wrong number, or begun too late."""
    for address, part in bounded_parts(scenario):
        if part.from_year and part.to_year and first_month(part.from_year) > last_month(part.to_year):
            message = Message.of("ends_before_it_begins", from_year=part.from_year, to_year=part.to_year)
            yield Slip(f"{address}.to_year", message)
    for line in scenario.lines:
        if isinstance(line.stated, CostLine):
            yield from _dates(scenario, line.address, line.stated)
    for address, value in calendar_fields(scenario):
        if value.each is not None and len(value.each) != scenario.period.years:
            yield Slip(address, Message.of("calendar_list_length", entries=len(value.each), years=scenario.period.years))
    for line in scenario.lines:
        for name in ("change",) if line.block == "consequences" else QUANTITIES if line.per_person else ():
            series: Series | None = getattr(line.stated, name)
            if series is not None and series.by_year is not None:
                listed = ", ".join(plain(figure.value) for figure in series.by_year.values() if figure.value is not None)
                yield Slip(f"{line.address}.{name}", Message.of("map_not_here", write=f"[{listed}]"))
    for name, group in scenario.target_groups.items():
        yield from _begins(f"target_groups.{name}.participants", group.participants, _own(scenario, group), scenario)
    for line in scenario.lines:
        if line.counted:
            yield from _maps_begin_in_time(scenario, line)


def _dates(scenario: Scenario, address: str, stated: CostLine) -> Iterator[Slip]:
    """Dates that mean nothing with the line's basis; one that comes once does so in the period, with one number."""
    if stated.basis is None:
        return
    for name in ("from_year", "to_year"):
        if stated.basis != "year" and getattr(stated, name) is not None:
            yield Slip(f"{address}.{name}", Message.of("bounds_not_here", field=name, basis=stated.basis))
    if stated.basis != "once" and stated.year is not None:
        yield Slip(f"{address}.year", Message.of("year_not_here", basis=stated.basis))
    if stated.basis != "once" or not stated.counted:
        return
    period, year = scenario.period, once_year(scenario, stated)
    if not period.start <= year <= period.last:
        message = Message.of("once_outside_period", year=year, first=period.start, last=period.last)
        yield Slip(f"{address}.year" if stated.year else address, message, at_key=not stated.year)
    for name in QUANTITIES:
        series = getattr(stated, name)
        if series is not None and series.every is None:
            yield Slip(f"{address}.{name}", Message.of("once_one_number"))


def calendar_fields(scenario: Scenario) -> Iterator[tuple[str, Series | Payers]]:
    """(address, value) of every field that follows the calendar."""
    places: list[tuple[str, object, tuple[str, ...]]] = [
        (f"target_groups.{name}", group, ("participants",)) for name, group in scenario.target_groups.items()
    ]
    for line in scenario.lines:
        by_year = QUANTITIES if line.basis == "year" else ()
        places.append((line.address, line.stated, CALENDAR_FIELDS.get(line.block, (*by_year, "payers"))))
    places.append(("programme", scenario.programme, ("payers",)))
    places += [(f"unit_costs.{key}", cost, ("amount", "realisable", "payers")) for key, cost in scenario.unit_costs.items()]
    for address, part, fields in places:
        for name in fields:
            if (value := getattr(part, name)) is not None:
                yield f"{address}.{name}", value


def _maps_begin_in_time(scenario: Scenario, line: Line) -> Iterator[Slip]:
    """Salary, price, realisable and payers must each cover the years in which what they multiply is not 0."""
    used = line.used
    if line.basis == "year" and line.quantity is not None and isinstance(line.stated, ProgrammeLine):
        yield from _begins(line.quantity_at, line.quantity, _own(scenario, line.stated), scenario)
    factors: list[tuple[str, Series | None]] = [(line.realisable_at, line.realisable)]
    if isinstance(line.stated, Post):
        factors.insert(0, (f"{line.address}.annual_salary", line.stated.annual_salary))
    if line.unit_cost is not None:
        factors.insert(0, (f"unit_costs.{line.unit_cost_key}.amount", line.unit_cost.amount))
    for address, series in factors:
        if series is not None:
            yield from _begins(address, series, used, scenario)
            slots = series.in_years(scenario.period.calendar)
            used = tuple(year and matters(slot) for year, slot in zip(used, slots, strict=False))
    if line.payers is not None:
        yield from _begins(line.payers_at, line.payers, used, scenario)
        if line.residual_value and not line.used[-1]:
            last = (*(False,) * (scenario.period.years - 1), True)
            yield from _begins(line.payers_at, line.payers, last, scenario)


def _own(scenario: Scenario, part: TargetGroup | ProgrammeLine) -> Years:
    return tuple(weight > 0 for weight in weights(scenario, part))


def _begins(address: str, series: Series | Payers, used: Years, scenario: Scenario) -> Iterator[Slip]:
    """A map must begin no later than the first year it is needed in."""
    if series.by_year is None:
        return
    needed = [year for year, use in zip(scenario.period.calendar, used, strict=False) if use]
    if needed and min(series.by_year) > needed[0]:
        message = Message.of("map_begins_late", first=min(series.by_year), needed=needed[0])
        yield Slip(f"{address}.{needed[0]}", message, at_key=True)
