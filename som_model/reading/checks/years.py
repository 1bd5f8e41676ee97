"""Years: ends in order, lists as long as the period, maps that begin in time, dates where they mean something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from som_model.reading.checks.slip import Slip
from som_model.scenario.calendar import Series, first_month, last_month
from som_model.scenario.payers import Payers
from som_model.scenario.programme import PER_PERSON, CostLine, Post
from som_model.scenario.reach import (
    Years,
    bounded_parts,
    consequence_years,
    counted_consequences,
    line_years,
    matters,
    once_year,
    post_quantity,
    post_years,
    programme_lines,
    weights,
)
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup
from som_model.wording.message import Message
from som_model.wording.numbers import plain


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Years in the wrong order, of the wrong number, or begun too late."""
    yield from _ends(scenario)
    yield from _dates_that_mean_nothing(scenario)
    yield from _once(scenario)
    yield from _forms(scenario)
    yield from _maps_begin_in_time(scenario)


def _ends(scenario: Scenario) -> Iterator[Slip]:
    for address, part in bounded_parts(scenario):
        if part.from_year and part.to_year and first_month(part.from_year) > last_month(part.to_year):
            message = Message.of("ends_before_it_begins", from_year=part.from_year, to_year=part.to_year)
            yield Slip(f"{address}.to_year", message)


def _dates_that_mean_nothing(scenario: Scenario) -> Iterator[Slip]:
    for address, _, line in programme_lines(scenario.programme):
        if line.basis is None:
            continue
        for name in ("from_year", "to_year"):
            if line.basis != "year" and getattr(line, name) is not None:
                yield Slip(f"{address}.{name}", Message.of("bounds_not_here", field=name, basis=line.basis))
        if line.basis != "once" and line.year is not None:
            yield Slip(f"{address}.year", Message.of("year_not_here", basis=line.basis))


def _once(scenario: Scenario) -> Iterator[Slip]:
    period = scenario.period
    for address, _, line in programme_lines(scenario.programme):
        if line.basis != "once" or not line.counted:
            continue
        year = once_year(scenario, line)
        if not period.start <= year <= period.last:
            message = Message.of("once_outside_period", year=year, first=period.start, last=period.last)
            yield Slip(f"{address}.year" if line.year else address, message, at_key=not line.year)
        for name in ("amount", "units"):
            series = getattr(line, name)
            if series is not None and series.every is None:
                yield Slip(f"{address}.{name}", Message.of("once_one_number"))


def calendar_fields(scenario: Scenario) -> Iterator[tuple[str, Series | Payers]]:
    """(address, value) of every field that follows the calendar."""
    for name, group in scenario.target_groups.items():
        yield f"target_groups.{name}.participants", group.participants
        for line_name, consequence in group.consequences.items():
            yield from _stated(f"target_groups.{name}.consequences.{line_name}", consequence, ("realisable", "payers"))
    for name, post in scenario.programme.staffing.items():
        fields = ("hours_per_week", "fte", "annual_cost", "annual_salary", "payers")
        yield from _stated(f"programme.staffing.{name}", post, fields)
    for address, _, line in programme_lines(scenario.programme):
        per_year = ("amount", "units") if line.basis == "year" else ()
        yield from _stated(address, line, (*per_year, "payers"))
    yield from _stated("programme", scenario.programme, ("payers",))
    for key, cost in scenario.unit_costs.items():
        yield from _stated(f"unit_costs.{key}", cost, ("amount", "realisable", "payers"))


def _stated(address: str, part: Any, fields: Sequence[str]) -> Iterator[tuple[str, Series | Payers]]:
    for name in fields:
        if (value := getattr(part, name)) is not None:
            yield f"{address}.{name}", value


def _forms(scenario: Scenario) -> Iterator[Slip]:
    years = scenario.period.years
    for address, value in calendar_fields(scenario):
        if value.each is not None and len(value.each) != years:
            yield Slip(address, Message.of("calendar_list_length", entries=len(value.each), years=years))
    for address, series in _since_entry_fields(scenario):
        if series.by_year is not None:
            listed = ", ".join(plain(figure.value) for figure in series.by_year.values() if figure.value is not None)
            yield Slip(address, Message.of("map_not_here", write=f"[{listed}]"))


def _since_entry_fields(scenario: Scenario) -> Iterator[tuple[str, Series]]:
    for name, group in scenario.target_groups.items():
        for line_name, consequence in group.consequences.items():
            if consequence.change is not None:
                yield f"target_groups.{name}.consequences.{line_name}.change", consequence.change
    for address, _, line in programme_lines(scenario.programme):
        if line.basis in PER_PERSON:
            for name in ("amount", "units"):
                if (series := getattr(line, name)) is not None:
                    yield f"{address}.{name}", series


def _maps_begin_in_time(scenario: Scenario) -> Iterator[Slip]:
    for name, group in scenario.target_groups.items():
        yield from _begins(f"target_groups.{name}.participants", group.participants, _own(scenario, group), scenario)
    for address, _, group, consequence in counted_consequences(scenario):
        used = consequence_years(scenario, group, consequence)
        yield from _priced(scenario, address, consequence, used, with_realisable=True)
    for name, post in scenario.programme.staffing.items():
        if post.counted:
            yield from _post(scenario, f"programme.staffing.{name}", post)
    for address, _, line in programme_lines(scenario.programme):
        if not line.counted:
            continue
        quantity = line.units if line.unit_cost is not None else line.amount
        if line.basis == "year" and quantity is not None:
            field = "units" if line.unit_cost is not None else "amount"
            yield from _begins(f"{address}.{field}", quantity, _own(scenario, line), scenario)
        used = line_years(scenario, line)
        yield from _priced(scenario, address, line, used, with_realisable=False)
        if getattr(line, "residual_value", None) is not None and not used[-1]:
            yield from _payers(scenario, address, line.payers, (*(False,) * (len(used) - 1), True))


def _own(scenario: Scenario, part: TargetGroup | Post | CostLine) -> Years:
    return tuple(weight > 0 for weight in weights(scenario, part))


def _post(scenario: Scenario, address: str, post: Post) -> Iterator[Slip]:
    quantity = post_quantity(post)
    if quantity is None:
        return
    name = "annual_cost" if post.annual_cost is not None else "fte" if post.fte is not None else "hours_per_week"
    yield from _begins(f"{address}.{name}", quantity, _own(scenario, post), scenario)
    used = post_years(scenario, post)
    if post.annual_salary is not None:
        yield from _begins(f"{address}.annual_salary", post.annual_salary, used, scenario)
        used = _and(used, post.annual_salary, scenario)
    yield from _payers(scenario, address, post.payers, used)


def _priced(scenario: Scenario, address: str, line: Any, used: Years, *, with_realisable: bool) -> Iterator[Slip]:
    """Price, realisable and payers must each cover the years in which what they multiply is not 0."""
    cost = scenario.unit_costs.get(_key(scenario, line.unit_cost)) if line.unit_cost is not None else None
    cost_address = f"unit_costs.{_key(scenario, line.unit_cost)}" if cost is not None else ""
    if cost is not None and cost.amount is not None:
        yield from _begins(f"{cost_address}.amount", cost.amount, used, scenario)
        used = _and(used, cost.amount, scenario)
    if with_realisable and line.realisable is not None:
        yield from _begins(f"{address}.realisable", line.realisable, used, scenario)
        used = _and(used, line.realisable, scenario)
    elif with_realisable and cost is not None and cost.realisable is not None:
        yield from _begins(f"{cost_address}.realisable", cost.realisable, used, scenario)
        used = _and(used, cost.realisable, scenario)
    if line.payers is None and cost is not None and cost.payers is not None:
        yield from _begins(f"{cost_address}.payers", cost.payers, used, scenario)
    else:
        yield from _payers(scenario, address, line.payers, used)


def _payers(scenario: Scenario, address: str, own: Payers | None, used: Years) -> Iterator[Slip]:
    if own is not None:
        yield from _begins(f"{address}.payers", own, used, scenario)
    elif address.startswith("programme.") and scenario.programme.payers is not None:
        yield from _begins("programme.payers", scenario.programme.payers, used, scenario)


def _key(scenario: Scenario, reference: str) -> str:
    return scenario.record.references.get(reference, reference)


def _and(used: Years, series: Series, scenario: Scenario) -> Years:
    slots = series.in_years(scenario.period.calendar)
    return tuple(year and matters(slot) for year, slot in zip(used, slots, strict=False))


def _begins(address: str, series: Series | Payers, used: Years, scenario: Scenario) -> Iterator[Slip]:
    """A map must begin no later than the first year it is needed in."""
    if series.by_year is None:
        return
    needed = [year for year, use in zip(scenario.period.calendar, used, strict=False) if use]
    if needed and min(series.by_year) > needed[0]:
        message = Message.of("map_begins_late", first=min(series.by_year), needed=needed[0])
        yield Slip(f"{address}.{needed[0]}", message, at_key=True)
