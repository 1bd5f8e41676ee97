"""Payer rules: each is known, stands where it has something to split, covers the years and the law, and knows the citizens."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.catalogue.conversion import OutsideSeries, conversion
from som_model.catalogue.rules.case import Rule
from som_model.catalogue.rules.registry import payer_rule, rule_names
from som_model.reading.checks.slip import Slip
from som_model.reading.checks.years import calendar_fields
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.reach import programme_lines
from som_model.scenario.ruled import RuledLine, ruled_lines
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


def slips(scenario: Scenario) -> Iterator[Slip]:
    """What a payer rule cannot split, and what it lacks."""
    for address, payers in calendar_fields(scenario):
        for split in payers.splits() if isinstance(payers, Payers) else ():
            if isinstance(split, PayerRule):
                yield from _stated(address, split)
    yield from _without_price(scenario)
    for line in ruled_lines(scenario):
        yield from _missing_parameters(line)
        yield from _cannot_split(scenario, line)


def _stated(address: str, split: PayerRule) -> Iterator[Slip]:
    """The rule's name and parameters, as they are written."""
    rule = payer_rule(split.rule)
    if rule is None:
        yield Slip(f"{address}.rule", Message.of("unknown_rule", name=split.rule, known=rule_names()))
        return
    stated = {name: value.value for name, value in split.parameters.items() if value.value is not None}
    for name in split.parameters:
        parameter = rule.named(name)
        if parameter is None:
            known = tuple(each.name for each in rule.parameters)
            yield Slip(f"{address}.{name}", Message.of("unknown_parameter", name=name, rule=split.rule, known=known), at_key=True)
        elif name in stated:
            yield from _limits(address, rule, name, stated)


def _limits(address: str, rule: Rule, name: str, stated: dict[str, float]) -> Iterator[Slip]:
    parameter, value = rule.named(name), stated[name]
    assert parameter is not None
    if value < 0 or (value == 0 and parameter.above_zero):
        key = "not_above" if parameter.above_zero else "too_small"
        yield Slip(f"{address}.{name}", Message.of(key, raw=f"{value:g}", limit="0"))
    elif parameter.at_most in stated and value > stated[parameter.at_most]:
        yield Slip(f"{address}.{name}", Message.of("too_large", raw=f"{value:g}", limit=f"{stated[parameter.at_most]:g}"))


def _without_price(scenario: Scenario) -> Iterator[Slip]:
    """A rule splits the price of a unit: a post, an amount or a whole programme has none."""
    programme = scenario.programme
    places: list[tuple[str, Payers | None]] = [("programme", programme.payers)]
    places += [(f"programme.staffing.{name}", post.payers) for name, post in programme.staffing.items()]
    places += [(address, line.payers) for address, _, line in programme_lines(programme) if line.unit_cost is None]
    for address, payers in places:
        if payers is not None and any(isinstance(split, PayerRule) for split in payers.splits()):
            yield Slip(f"{address}.payers", Message.of("rule_not_here"))


def _missing_parameters(line: RuledLine) -> Iterator[Slip]:
    """What a rule must know of the citizens stands on the line that uses it."""
    for split in line.payers.splits():
        rule = payer_rule(split.rule) if isinstance(split, PayerRule) else None
        if rule is None or not isinstance(split, PayerRule):
            continue
        asked = [each.name for each in rule.parameters if not each.optional]
        missing = [name for name in asked if name not in split.parameters]
        if missing:
            write = f"payers: {{rule: {split.rule}, {', '.join(f'{name}: …' for name in asked)}}}"
            message = Message.of("missing_parameter", name=missing[0], write=write)
            yield Slip(f"{line.address}.payers.{missing[0]}", message, at_key=True)


def _cannot_split(scenario: Scenario, line: RuledLine) -> Iterator[Slip]:
    """Each slip once for the line, in the first year it shows."""
    told: set[str] = set()
    for year, address, split in line.rules(scenario):
        rule, law = payer_rule(split.rule), scenario.record.payer_rules.get(split.rule)
        if rule is None or law is None:
            continue
        for slip in (*_law(scenario, line, law, split.rule, year), *_citizen(scenario, line, rule, address, split, year)):
            if slip.message.key not in told:
                told.add(slip.message.key)
                yield slip


def _law(scenario: Scenario, line: RuledLine, law: PayerLaw, name: str, year: int) -> Iterator[Slip]:
    """The law of the year is known, and covers the unit cost."""
    if not law.covers_law(line.cost.law):
        message = Message.of("rule_not_this_law", rule=name, key=line.unit_cost, covers=law.covers, law=line.cost.law or "–")
        yield Slip(f"unit_costs.{line.unit_cost}.law", message, at_key=True)
    in_law = scenario.rules_as_of or year
    if any(each is None for _, each in law.in_year(in_law, line.cost.law)):
        address = "rules_as_of" if scenario.rules_as_of else f"{line.address}.payers"
        message = Message.of("law_not_known", rule=name, year=in_law, known=law.known_years(), line=line.address)
        yield Slip(address, message, at_key=not scenario.rules_as_of)
    yield from _levels(scenario, line, law, in_law)


def _levels(scenario: Scenario, line: RuledLine, law: PayerLaw, year: int) -> Iterator[Slip]:
    """The law's kr. can be moved from their level to the unit cost's price year."""
    name = line.cost.index or scenario.price_index.series
    series, own = scenario.indices.get(name), name == scenario.price_index.series
    before, after = own and scenario.price_index.before is not None, own and scenario.price_index.after is not None
    for _, each in law.in_year(year, line.cost.law):
        if each is None or series is None or each.level in (None, scenario.price_year):
            continue
        try:
            conversion(series, each.level or 0, scenario.price_year, before=before, after=after)
        except OutsideSeries as outside:
            message = Message.of("level_outside_series", series=name, level=each.level or 0, year=outside.year)
            yield Slip(f"{line.address}.payers", message, at_key=True)


def _citizen(scenario: Scenario, line: RuledLine, rule: Rule, address: str, split: PayerRule, year: int) -> Iterator[Slip]:
    """A rule that follows the citizen stands on a line per person, which saves no more than the citizen had."""
    if not rule.per_citizen:
        return
    if line.change is None:
        yield Slip(f"{line.address}.payers", Message.of("rule_needs_person", rule=split.rule), at_key=True)
        return
    stated = {name: value.value for name, value in split.parameters.items() if value.value is not None}
    slot = line.cost.amount.in_years((year,))[0] if line.cost.amount is not None and not line.cost.amount.is_list else None
    price = slot.value.value if slot is not None and slot.value.value is not None else 0.0
    if rule.left is None or len(stated) < len(rule.parameters):
        return
    for change in line.change.since_entry(scenario.period.years):
        value = change.value.value if change is not None else None
        if value is not None and rule.left(price, line.sign * value, stated) < -1e-9:
            name = rule.parameters[0].name
            message = Message.of("saves_more_than_there_was", name=name, stated=f"{stated[name]:g}", change=f"{value:g}")
            yield Slip(f"{address}.{name}", message)
            return
