"""Payer rules: each is known, stands where it has something to split, covers the years and the law, and knows the citizens."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from som_model.catalogue.conversion import OutsideSeries, conversion
from som_model.catalogue.rules.rule import Rule, payer_rule, rule_called, rule_names
from som_model.reading.checks.slip import Slip
from som_model.reading.checks.years import calendar_fields
from som_model.scenario.line import Line
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UNITS, UnitCost, unit_key
from som_model.wording.message import Message
from som_model.wording.numbers import plain


def slips(scenario: Scenario) -> Iterator[Slip]:
    """What a payer rule cannot split, and what it lacks."""
    calendar = scenario.period.calendar
    for address, payers in calendar_fields(scenario):
        for element, split in payers.by_element(calendar).items() if isinstance(payers, Payers) else ():
            if isinstance(split, PayerRule):
                yield from _stated(f"{address}.{element}".rstrip("."), split)
    # a rule splits the price of a unit: a post, an amount or a whole programme has none
    places: list[tuple[str, Payers | None]] = [("programme", scenario.programme.payers)]
    places += [(line.address, line.stated.payers) for line in scenario.lines if line.unit_cost_key is None]
    for address, unpriced in places:
        if unpriced is not None and unpriced.rules():
            yield Slip(f"{address}.payers", Message.of("rule_not_here"))
    for line in scenario.lines:
        if line.ruled and line.unit_cost is not None:
            yield from _missing_parameters(line, calendar)
            yield from _cannot_split(scenario, line, line.unit_cost)


def _stated(address: str, split: PayerRule) -> Iterator[Slip]:
    """The rule's name and parameters, as they are written, and each figure within its limits."""
    rule = payer_rule(split.rule)
    if rule is None:
        yield Slip(f"{address}.rule", unknown_rule(split.rule))
        return
    stated = {name: value.value for name, value in split.parameters.items() if value.value is not None}
    for name in split.parameters:
        parameter = rule.named(name)
        if parameter is None:
            known = tuple(parameter.name for parameter in rule.parameters)
            yield Slip(f"{address}.{name}", Message.of("unknown_parameter", name=name, rule=split.rule, known=known), at_key=True)
            continue
        if name not in stated:
            continue
        value = stated[name]
        most = stated.get(parameter.at_most) if isinstance(parameter.at_most, str) else parameter.at_most
        if value < 0 or (value == 0 and parameter.above_zero):
            key = "not_above" if parameter.above_zero else "too_small"
            yield Slip(f"{address}.{name}", Message.of(key, raw=plain(value), limit="0"))
        elif most is not None and value > most:
            yield Slip(f"{address}.{name}", Message.of("too_large", raw=plain(value), limit=plain(most)))


def unknown_rule(name: str) -> Message:
    """No such rule: the nearest first, also where it is named in Danish."""
    names = rule_names()
    called = rule_called(name)
    near = [called] if called is not None else get_close_matches(name.casefold(), names, n=1)
    return Message.of("unknown_rule", name=name, known=tuple(dict.fromkeys([*near, *names])))


def _missing_parameters(line: Line, calendar: tuple[int, ...]) -> Iterator[Slip]:
    """What a rule must know of the citizens stands on the line that uses it; a misspelt one is told as such."""
    own = line.payers_at.startswith(line.address)
    stated = line.payers.by_element(calendar) if line.payers is not None else {}
    for element, split in stated.items():
        rule = payer_rule(split.rule) if isinstance(split, PayerRule) else None
        if rule is None or not isinstance(split, PayerRule) or any(rule.named(name) is None for name in split.parameters):
            continue
        asked = [parameter.name for parameter in rule.parameters if not parameter.optional]
        missing = [name for name in asked if name not in split.parameters]
        if missing:
            write = f"payers: {{rule: {split.rule}, {', '.join(f'{name}: …' for name in asked)}}}"
            message = Message.of("missing_parameter", name=missing[0], write=write)
            place = f"{line.address}.payers.{element}".rstrip(".") if own else f"{line.address}.payers"
            yield Slip(f"{place}.{missing[0]}", message, at_key=True, because_of=f"{line.address}.{missing[0]}")


def _cannot_split(scenario: Scenario, line: Line, cost: UnitCost) -> Iterator[Slip]:
    """Each slip once for the line, in the first year it shows."""
    told: set[str] = set()
    for year, address, split in line.rules(scenario.period.calendar):
        rule, law = payer_rule(split.rule), scenario.record.payer_rules.get(split.rule)
        if rule is None or law is None:
            continue
        slips_of_year = (
            *_law(scenario, line, cost, law, split.rule, year),
            *_what_it_counts(scenario, line, cost, rule, address, split),
        )
        for slip in slips_of_year:
            if slip.message.key not in told:
                told.add(slip.message.key)
                yield slip


def _law(scenario: Scenario, line: Line, cost: UnitCost, law: PayerLaw, name: str, year: int) -> Iterator[Slip]:
    """The law of the year is known and covers the unit cost, and its kr. can be moved from their level to the unit cost's
    price year, by the scenario's price index."""
    if not law.covers_law(cost.law):
        message = Message.of("rule_not_this_law", rule=name, key=line.unit_cost_key or "", covers=law.covers, law=cost.law or "–")
        yield Slip(f"unit_costs.{line.unit_cost_key}.law", message, at_key=True, line=line.payers_at)
    in_law = scenario.rules_as_of or year
    if any(dated is None for _, dated in law.in_year(in_law, cost.law)):
        address = "rules_as_of" if scenario.rules_as_of else f"{line.address}.payers"
        message = Message.of("law_not_known", rule=name, year=in_law, known=law.known_years(), line=line.address)
        yield Slip(address, message, at_key=not scenario.rules_as_of)
    chosen = scenario.price_index
    series = scenario.indices.get(chosen.series)
    for _, dated in law.in_year(in_law, cost.law):
        if dated is None or series is None or dated.level in (None, line.price_year):
            continue
        level, before, after = dated.level or 0, chosen.before is not None, chosen.after is not None
        try:
            conversion(series, level, line.price_year, before=before, after=after)
        except OutsideSeries as outside:
            key = "level_across_gap" if outside.gap is not None else "level_outside_series"
            lacking = outside.gap if outside.gap is not None else outside.year
            message = Message.of(key, series=chosen.series, level=level, year=lacking)
            yield Slip(f"{line.address}.payers", message, at_key=True)


def _what_it_counts(scenario: Scenario, line: Line, cost: UnitCost, rule: Rule, address: str, split: PayerRule) -> Iterator[Slip]:
    """The rule counts the unit that the price is of; a unit by a name of the user's own is taken on trust. A rule that
    follows the citizen stands on a line per person, which saves no more than the citizen had."""
    unit = unit_key(cost.unit)
    if rule.units and unit in UNITS and unit not in rule.units:
        message = Message.of(
            "rule_not_this_unit", rule=split.rule, units=rule.units, unit=cost.unit or "", key=line.unit_cost_key or ""
        )
        yield Slip(f"{line.address}.payers", message, at_key=True)
    if not rule.per_citizen:
        return
    if line.quantity is None or not line.per_person:
        yield Slip(f"{line.address}.payers", Message.of("rule_needs_person", rule=split.rule), at_key=True)
        return
    stated = {name: value.value for name, value in split.parameters.items() if value.value is not None}
    if rule.left is None or any(parameter.name not in stated for parameter in rule.parameters if not parameter.optional):
        return
    slots = cost.amount.in_years(scenario.period.calendar) if cost.amount is not None else ()
    prices = [slot.value.value for slot in slots if slot is not None and slot.value.value is not None]
    changes = [slot.value.value for slot in line.quantity.since_entry(scenario.period.years) if slot is not None]
    name = rule.parameters[0].name
    left = [rule.left(price, line.change_sign * change, stated) for price in prices for change in changes if change is not None]
    if min(left, default=0.0) < -1e-9:
        taken = stated[name] - min(left)
        message = Message.of(
            "saves_more_than_there_was", name=name, stated=plain(stated[name]), taken=plain(round(taken, 6)), field=line.field
        )
        yield Slip(f"{address}.{name}", message)
