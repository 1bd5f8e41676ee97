"""Prices: every amount reaches the scenario's price year, and someone pays it."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.catalogue.conversion import OutsideSeries, conversion
from som_model.reading.checks.slip import Slip
from som_model.resolved.amounts import priced
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Amounts that reach no price year or are not stated, and lines that nobody pays."""
    yield from _conversions(scenario)
    told: set[str] = set()
    counted = [line for line in scenario.lines if line.counted]
    for line in counted:
        key, cost = line.unit_cost_key or "", line.unit_cost
        if line.group is not None and cost is not None and line.payers is None and key not in told:
            told.add(key)
            message = Message.of("unit_cost_without_payers", key=key, line=line.address)
            if cost.note is not None:
                note = Message.of("as_written", da=cost.note.say("da"), en=cost.note.say("en"))
                message = Message.of("unit_cost_without_payers_note", key=key, line=line.address, note=note)
            yield Slip(f"unit_costs.{key}.payers", message, at_key=True, line=f"{line.address}.payers")
    # a unit cost states its amount, if only as unknown; one that only uncounted lines use may leave it out
    needed = {line.unit_cost_key for line in counted}
    needless = {line.unit_cost_key for line in scenario.lines} - needed
    for key, cost in scenario.unit_costs.items():
        if cost.amount is None and key not in needless:
            origin = f"unit_costs.{key}.from"
            yield Slip(f"unit_costs.{key}.amount", Message.of("missing_field", field="amount"), at_key=True, because_of=origin)
    unpaid = [line.address.removeprefix("programme.") for line in counted if line.group is None and line.payers is None]
    unpaid = [address for address in unpaid if not address.startswith("funding.")]
    if unpaid:
        message = Message.of("programme_without_payers", lines=tuple(unpaid))
        yield Slip("programme.payers", message, at_key=True, because_of="programme.payers")


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
            users = (line.address for line in scenario.lines if f"unit_costs.{line.unit_cost_key}" == address)
            using = next(users, address)
            first, last = min(series.values), max(series.values)
            write = f"price_index: {{series: {name}, {'after' if outside.year > last else 'before'}: 0.02}}"
            key = "outside_series" if own else "outside_other_series"
            message = Message.of(key, series=name, year=outside.year, first=first, last=last, write=write)
            if outside.gap is not None and first < outside.gap < last:
                message = Message.of("series_gap", series=name, gap=outside.gap)
            yield Slip(f"{address}.price_year", message, line=f"{using}.unit_cost")
