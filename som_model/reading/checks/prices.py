"""Prices: every amount reaches the scenario's price year, and someone pays it."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.catalogue.conversion import OutsideSeries, conversion
from som_model.reading.checks.slip import Slip
from som_model.scenario.priced import priced
from som_model.scenario.programme import CostLine
from som_model.scenario.reach import counted_consequences, programme_lines
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence
from som_model.wording.message import Message


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Amounts that reach no price year, and lines that nobody pays."""
    yield from _conversions(scenario)
    yield from _someone_pays(scenario)


def _conversions(scenario: Scenario) -> Iterator[Slip]:
    chosen = scenario.price_index
    for address, year, name in priced(scenario):
        series = scenario.indices.get(name)
        if year == scenario.price_year or series is None:
            continue
        own = name == chosen.series
        before, after = own and chosen.before is not None, own and chosen.after is not None
        try:
            conversion(series, year, scenario.price_year, before=before, after=after)
        except OutsideSeries as outside:
            using = next((at for at, key in _users(scenario) if f"unit_costs.{key}" == address), address)
            yield Slip(f"{address}.price_year", _outside(outside, name, list(series.values), own), line=f"{using}.unit_cost")


def _users(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """(address, unit cost) of every counted line that uses one."""
    lines = [(address, line.unit_cost) for address, _, _, line in counted_consequences(scenario)]
    lines += [(address, line.unit_cost) for address, _, line in programme_lines(scenario.programme) if line.unit_cost]
    return ((address, scenario.record.references.get(reference, reference)) for address, reference in lines)


def _outside(outside: OutsideSeries, name: str, years: list[int], own: bool) -> Message:
    if outside.gap is not None and min(years) < outside.gap < max(years):
        return Message.of("series_gap", series=name, gap=outside.gap)
    beyond = "after" if outside.year > max(years) else "before"
    key = "outside_series" if own else "outside_other_series"
    write = f"price_index: {{series: {name}, {beyond}: 0.02}}"
    return Message.of(key, series=name, year=outside.year, first=min(years), last=max(years), write=write)


def _someone_pays(scenario: Scenario) -> Iterator[Slip]:
    told: set[str] = set()
    for address, _, _, line in counted_consequences(scenario):
        key = scenario.record.references.get(line.unit_cost, line.unit_cost)
        cost = scenario.unit_costs.get(key)
        if cost is not None and cost.payers is None and line.payers is None and key not in told:
            told.add(key)
            message = Message.of("unit_cost_without_payers", key=key, line=address)
            if cost.note is not None:
                note = Message.of("as_written", da=cost.note.say("da"), en=cost.note.say("en"))
                message = Message.of("unit_cost_without_payers_note", key=key, line=address, note=note)
            yield Slip(f"unit_costs.{key}.payers", message, at_key=True, line=f"{address}.payers")
    yield from _priceless(scenario)
    unpaid = _unpaid_lines(scenario) if scenario.programme.payers is None else []
    if unpaid:
        message = Message.of("programme_without_payers", lines=tuple(unpaid))
        yield Slip("programme.payers", message, at_key=True, because_of="programme.payers")


def _unpaid_lines(scenario: Scenario) -> list[str]:
    """Counted lines of the programme that no payer stands for."""
    posts = scenario.programme.staffing.items()
    unpaid = [f"staffing.{name}" for name, post in posts if post.counted and post.payers is None]
    for address, block, line in programme_lines(scenario.programme):
        cost = scenario.unit_costs.get(scenario.record.references.get(line.unit_cost or "", ""))
        of_cost = cost.payers if cost is not None else None
        if line.counted and block != "funding" and line.payers is None and of_cost is None:
            unpaid.append(address.removeprefix("programme."))
    return unpaid


def _priceless(scenario: Scenario) -> Iterator[Slip]:
    """A unit cost states its amount, if only as unknown; one that only uncounted lines use may leave it out."""
    lines: list[Consequence | CostLine] = [
        line for group in scenario.target_groups.values() for line in group.consequences.values()
    ]
    lines += [line for _, _, line in programme_lines(scenario.programme)]
    uncounted = {scenario.record.references.get(line.unit_cost or "", "") for line in lines if not line.counted}
    counted = {scenario.record.references.get(line.unit_cost or "", "") for line in lines if line.counted}
    for key, cost in scenario.unit_costs.items():
        if cost.amount is None and (key in counted or key not in uncounted):
            origin = f"unit_costs.{key}.from"
            yield Slip(f"unit_costs.{key}.amount", Message.of("missing_field", field="amount"), at_key=True, because_of=origin)
