"""Prices: every amount reaches the scenario's price year, and someone pays it."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.catalogue.conversion import OutsideSeries, conversion
from som_model.catalogue.rules.registry import RULES
from som_model.reading.checks.slip import Slip
from som_model.reading.checks.years import calendar_fields
from som_model.scenario.payers import PayerRule, Payers
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
    yield from _rules(scenario)


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
            yield Slip(f"{address}.price_year", _outside(outside, name, list(series.values), own))


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
            yield Slip(f"unit_costs.{key}.payers", Message.of("unit_cost_without_payers", key=key, line=address), at_key=True)
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


def _rules(scenario: Scenario) -> Iterator[Slip]:
    """A payer rule is known, stands where there is a price, and has what it asks of the citizens."""
    for address, payers in calendar_fields(scenario):
        for split in payers.splits() if isinstance(payers, Payers) else ():
            if isinstance(split, PayerRule):
                yield from _rule(address, split)
    yield from _rules_without_price(scenario)
    lines: list[tuple[str, Consequence | CostLine]] = [(address, line) for address, _, _, line in counted_consequences(scenario)]
    lines += [(address, line) for address, _, line in programme_lines(scenario.programme) if line.counted]
    for address, line in lines:
        cost = scenario.unit_costs.get(scenario.record.references.get(line.unit_cost or "", ""))
        paid_by = line.payers or (cost.payers if cost is not None else None)
        for split in paid_by.splits() if paid_by is not None and cost is not None else ():
            if isinstance(split, PayerRule) and split.rule in RULES:
                yield from _parameters(address, split)


def _rules_without_price(scenario: Scenario) -> Iterator[Slip]:
    """A rule splits the price of a unit: a post, an amount or a whole programme has none."""
    programme = scenario.programme
    places: list[tuple[str, Payers | None]] = [("programme", programme.payers)]
    places += [(f"programme.staffing.{name}", post.payers) for name, post in programme.staffing.items()]
    places += [(address, line.payers) for address, _, line in programme_lines(programme) if line.unit_cost is None]
    for address, payers in places:
        if payers is not None and any(isinstance(split, PayerRule) for split in payers.splits()):
            yield Slip(f"{address}.payers", Message.of("rule_not_here"))


def _rule(address: str, split: PayerRule) -> Iterator[Slip]:
    rule = RULES.get(split.rule)
    if rule is None:
        yield Slip(f"{address}.rule", _unknown_rule(split.rule))
        return
    for name, value in split.parameters.items():
        known = (*rule.parameters, *rule.optional)
        if name not in known:
            message = Message.of("unknown_parameter", name=name, rule=split.rule, known=known)
            yield Slip(f"{address}.{name}", message, at_key=True)
        elif value.value is not None and value.value <= 0:
            yield Slip(f"{address}.{name}", Message.of("not_above", raw=f"{value.value:g}", limit="0"))
    stated = {name: value.value for name, value in split.parameters.items() if value.value is not None}
    for smaller, larger in rule.at_most:
        if smaller in stated and larger in stated and stated[smaller] > stated[larger]:
            message = Message.of("too_large", raw=f"{stated[smaller]:g}", limit=f"{stated[larger]:g}")
            yield Slip(f"{address}.{smaller}", message)


def _unknown_rule(name: str) -> Message:
    return Message.of("unknown_rule", name=name, known=tuple(RULES))


def _parameters(address: str, split: PayerRule) -> Iterator[Slip]:
    """What a rule must know of the citizens stands on the line that uses it."""
    rule = RULES[split.rule]
    missing = [name for name in rule.parameters if name not in split.parameters]
    if missing:
        write = f"payers: {{rule: {split.rule}, {', '.join(f'{name}: …' for name in rule.parameters)}}}"
        message = Message.of("missing_parameter", name=missing[0], write=write)
        yield Slip(f"{address}.payers.{missing[0]}", message, at_key=True)
