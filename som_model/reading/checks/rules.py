"""Payer rules: each is known, stands where it has something to split, covers the years and the law, and knows the citizens."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from som_model.catalogue.conversion import OutsideSeries, conversion
from som_model.catalogue.rules.rule import Rule, payer_rule, rule_called, rule_names
from som_model.reading.checks.slip import Slip
from som_model.reading.checks.years import calendar_fields
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.reach import programme_lines
from som_model.scenario.ruled import RuledLine, ruled_lines
from som_model.scenario.scenario import Scenario
from som_model.scenario.units import UNITS, unit_key
from som_model.wording.message import Message
from som_model.wording.numbers import plain


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
        yield Slip(f"{address}.rule", unknown_rule(split.rule))
        return
    stated = {name: value.value for name, value in split.parameters.items() if value.value is not None}
    for name in split.parameters:
        parameter = rule.named(name)
        if parameter is None:
            known = tuple(each.name for each in rule.parameters)
            yield Slip(f"{address}.{name}", Message.of("unknown_parameter", name=name, rule=split.rule, known=known), at_key=True)
        elif name in stated:
            yield from _limits(address, rule, name, stated)


def unknown_rule(name: str) -> Message:
    """No such rule: the nearest first, also where it is named in Danish."""
    names = rule_names()
    called = rule_called(name)
    near = [called] if called is not None else get_close_matches(name.casefold(), names, n=1)
    return Message.of("unknown_rule", name=name, known=tuple(dict.fromkeys([*near, *names])))


def _limits(address: str, rule: Rule, name: str, stated: dict[str, float]) -> Iterator[Slip]:
    parameter, value = rule.named(name), stated[name]
    assert parameter is not None
    most = stated.get(parameter.at_most) if isinstance(parameter.at_most, str) else parameter.at_most
    if value < 0 or (value == 0 and parameter.above_zero):
        key = "not_above" if parameter.above_zero else "too_small"
        yield Slip(f"{address}.{name}", Message.of(key, raw=plain(value), limit="0"))
    elif most is not None and value > most:
        yield Slip(f"{address}.{name}", Message.of("too_large", raw=plain(value), limit=plain(most)))


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
    """What a rule must know of the citizens stands on the line that uses it; a misspelt one is told as such."""
    own = line.payers_at.startswith(line.address)
    for element, split in line.splits():
        rule = payer_rule(split.rule)
        if rule is None or any(rule.named(name) is None for name in split.parameters):
            continue
        asked = [each.name for each in rule.parameters if not each.optional]
        missing = [name for name in asked if name not in split.parameters]
        if missing:
            write = f"payers: {{rule: {split.rule}, {', '.join(f'{name}: …' for name in asked)}}}"
            message = Message.of("missing_parameter", name=missing[0], write=write)
            place = f"{line.address}.payers.{element}".rstrip(".") if own else f"{line.address}.payers"
            yield Slip(f"{place}.{missing[0]}", message, at_key=True, because_of=f"{line.address}.{missing[0]}")


def _cannot_split(scenario: Scenario, line: RuledLine) -> Iterator[Slip]:
    """Each slip once for the line, in the first year it shows."""
    told: set[str] = set()
    for year, address, split in line.rules(scenario):
        rule, law = payer_rule(split.rule), scenario.record.payer_rules.get(split.rule)
        if rule is None or law is None:
            continue
        found = (
            *_law(scenario, line, law, split.rule, year),
            *_unit(line, rule, split.rule),
            *_citizen(scenario, line, rule, address, split),
        )
        for slip in found:
            if slip.message.key not in told:
                told.add(slip.message.key)
                yield slip


def _law(scenario: Scenario, line: RuledLine, law: PayerLaw, name: str, year: int) -> Iterator[Slip]:
    """The law of the year is known, and covers the unit cost."""
    if not law.covers_law(line.cost.law):
        message = Message.of("rule_not_this_law", rule=name, key=line.unit_cost, covers=law.covers, law=line.cost.law or "–")
        yield Slip(f"unit_costs.{line.unit_cost}.law", message, at_key=True, line=line.payers_at)
    in_law = scenario.rules_as_of or year
    if any(each is None for _, each in law.in_year(in_law, line.cost.law)):
        address = "rules_as_of" if scenario.rules_as_of else f"{line.address}.payers"
        message = Message.of("law_not_known", rule=name, year=in_law, known=law.known_years(), line=line.address)
        yield Slip(address, message, at_key=not scenario.rules_as_of)
    yield from _levels(scenario, line, law, in_law)


def _levels(scenario: Scenario, line: RuledLine, law: PayerLaw, year: int) -> Iterator[Slip]:
    """The law's kr. can be moved from their level to the unit cost's price year, by the scenario's price index."""
    chosen = scenario.price_index
    series = scenario.indices.get(chosen.series)
    to = line.cost.price_year or scenario.price_year
    for _, each in law.in_year(year, line.cost.law):
        if each is None or series is None or each.level in (None, to):
            continue
        try:
            conversion(series, each.level or 0, to, before=chosen.before is not None, after=chosen.after is not None)
        except OutsideSeries as outside:
            key = "level_across_gap" if outside.gap is not None else "level_outside_series"
            lacking = outside.gap if outside.gap is not None else outside.year
            message = Message.of(key, series=chosen.series, level=each.level or 0, year=lacking)
            yield Slip(f"{line.address}.payers", message, at_key=True)


def _unit(line: RuledLine, rule: Rule, name: str) -> Iterator[Slip]:
    """The rule counts the unit that the price is of; a unit by a name of the user's own is taken on trust."""
    unit = unit_key(line.cost.unit)
    if rule.units and unit in UNITS and unit not in rule.units:
        message = Message.of("rule_not_this_unit", rule=name, units=rule.units, unit=line.cost.unit or "", key=line.unit_cost)
        yield Slip(f"{line.address}.payers", message, at_key=True)


def _citizen(scenario: Scenario, line: RuledLine, rule: Rule, address: str, split: PayerRule) -> Iterator[Slip]:
    """A rule that follows the citizen stands on a line per person, which saves no more than the citizen had."""
    if not rule.per_citizen:
        return
    if line.change is None:
        yield Slip(f"{line.address}.payers", Message.of("rule_needs_person", rule=split.rule), at_key=True)
        return
    stated = {name: value.value for name, value in split.parameters.items() if value.value is not None}
    if rule.left is None or any(each.name not in stated for each in rule.parameters if not each.optional):
        return
    slots = line.cost.amount.in_years(scenario.period.calendar) if line.cost.amount is not None else ()
    prices = [slot.value.value for slot in slots if slot is not None and slot.value.value is not None]
    changes = [slot.value.value for slot in line.change.since_entry(scenario.period.years) if slot is not None]
    name = rule.parameters[0].name
    left = [rule.left(price, line.sign * change, stated) for price in prices for change in changes if change is not None]
    if min(left, default=0.0) < -1e-9:
        taken = stated[name] - min(left)
        message = Message.of(
            "saves_more_than_there_was", name=name, stated=plain(stated[name]), taken=plain(round(taken, 6)), field=line.field
        )
        yield Slip(f"{address}.{name}", message)
