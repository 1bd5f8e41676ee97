"""What the reader should know of payer rules: law left open, carried on or moved, and intervals a rule has no room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from som_model.catalogue.rules.rule import Rule, payer_rule
from som_model.errors import Notice
from som_model.resolved.amounts import moved_levels
from som_model.scenario.calendar import Slot
from som_model.scenario.estimate import Estimate
from som_model.scenario.line import Line
from som_model.scenario.payers import PayerRule
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


def rule_notices(scenario: Scenario) -> Iterator[Notice]:
    """What the law of a year leaves open, years after the last whose law was read, and limits moved between price years."""
    for line in scenario.lines:
        for year, _, split in line.rules(scenario.period.calendar) if line.ruled and line.unit_cost is not None else ():
            dated, in_law = scenario.record.payer_rules[split.rule], scenario.rules_as_of or year
            for _, law in dated.in_year(in_law, line.unit_cost.law if line.unit_cost is not None else None):
                if law is not None and law.notice is not None:
                    words = Message.of("as_written", da=law.notice.say("da"), en=law.notice.say("en"))
                    yield Notice(f"{line.address}.payers", Message.of("law_notice", rule=split.rule, said=words))
            if in_law > dated.known_to:
                yield Notice(f"{line.address}.payers", Message.of("law_carried_on", rule=split.rule, known_to=dated.known_to))
    for address, rule, level, own in moved_levels(scenario):
        yield Notice(address, Message.of("law_level_moved", rule=rule, level=level, to=own, series=scenario.price_index.series))


ROUNDING = 1e-9
"""Units or kr. below 0 that are put down to rounding."""


@dataclass(frozen=True)
class RuledCase:
    """One line in one year: the estimates that the rule weighs, by address, and what each stands for in it."""

    line: Line
    rule: Rule
    at: str
    """Address of the change."""
    change: Estimate
    price_at: str
    price: Estimate
    parameters_at: str
    parameters: dict[str, Estimate]

    @property
    def estimates(self) -> dict[str, Estimate]:
        """Every number of the case by its address: the change, the price, the rule's parameters."""
        own = {f"{self.parameters_at}.{name}": parameter for name, parameter in self.parameters.items()}
        return {self.at: self.change, self.price_at: self.price, **own}

    def left(self, values: dict[str, float]) -> float:
        """What the citizen has left, in the unit of the rule's first parameter; below 0 more is saved than there was."""
        assert self.rule.left is not None
        stated = {name: values[f"{self.parameters_at}.{name}"] for name in self.parameters}
        return self.rule.left(values[self.price_at], self.line.change_sign * values[self.at], stated)


def rule_end_notices(scenario: Scenario) -> Iterator[Notice]:
    """One notice for each number whose interval has an end that saves more than the citizen had, at the line's change."""
    told: set[tuple[str, str]] = set()
    for line in scenario.lines:
        for case in _cases(scenario, line) if line.ruled else ():
            for address in case.estimates:
                notice = None if (case.at, address) in told else _beyond(case, address)
                if notice is not None:
                    told.add((case.at, address))
                    yield notice


def _cases(scenario: Scenario, line: Line) -> Iterator[RuledCase]:
    """Each year's rule with each change since entry, where all of them are known."""
    stated = line.unit_cost.amount if line.unit_cost is not None else None
    if line.quantity is None or not line.per_person or stated is None:
        return
    calendar = scenario.period.calendar
    prices = dict(zip(calendar, stated.in_years(calendar), strict=True))
    for year, split_at, split in line.rules(calendar):
        rule, price = payer_rule(split.rule), prices[year]
        if rule is None or rule.left is None or price is None:
            continue
        for change in line.quantity.since_entry(scenario.period.years):
            if change is not None and _known(rule, split, price, change):
                yield RuledCase(
                    line,
                    rule,
                    f"{line.quantity_at}.{change.element}".rstrip("."),
                    change.value,
                    f"unit_costs.{line.unit_cost_key}.amount.{price.element}".rstrip("."),
                    price.value,
                    split_at,
                    dict(split.parameters),
                )


def _known(rule: Rule, split: PayerRule, *slots: Slot[Estimate]) -> bool:
    """Whether every number that the rule weighs has a value."""
    asked = {parameter.name for parameter in rule.parameters if not parameter.optional}
    figures = (*split.parameters.values(), *(slot.value for slot in slots))
    return asked <= set(split.parameters) and all(figure.value is not None for figure in figures)


def _beyond(case: RuledCase, address: str) -> Notice | None:
    """The end of one number's interval at which too much is saved, the other numbers as stated; None where neither does."""
    moved = case.estimates[address]
    stated = {at: estimate.value for at, estimate in case.estimates.items() if estimate.value is not None}
    ends = [end for end in (moved.low, moved.high) if end is not None]
    if not ends or case.left(stated) < -ROUNDING:
        return None
    least, end = min((case.left({**stated, address: end}), end) for end in ends)
    if least >= -ROUNDING:
        return None
    name = case.rule.parameters[0].name
    had = {**stated, address: end}[f"{case.parameters_at}.{name}"]
    taken = had - least
    # The last step that is no year or entry: change, amount, days_before.
    field = next(step for step in reversed(address.split(".")) if not step.isdecimal())
    return Notice(
        case.at, Message.of("saves_more_at_an_end", field=field, end=end, taken=round(taken, 2), name=name, had=round(had, 2))
    )
