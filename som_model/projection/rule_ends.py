"""Intervals whose ends a payer rule has no room for: more is then saved than the citizen had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from som_model.catalogue.rules.rule import Rule, payer_rule
from som_model.errors import Notice
from som_model.scenario.calendar import Slot
from som_model.scenario.estimate import Estimate
from som_model.scenario.payers import PayerRule
from som_model.scenario.ruled import RuledLine, ruled_lines
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message

ROUNDING = 1e-9
"""Units or kr. below 0 that are put down to rounding."""


@dataclass(frozen=True)
class RuledCase:
    """One line in one year: the estimates that the rule weighs, by address, and what each stands for in it."""

    line: RuledLine
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
        own = {f"{self.parameters_at}.{name}": each for name, each in self.parameters.items()}
        return {self.at: self.change, self.price_at: self.price, **own}

    def left(self, values: dict[str, float]) -> float:
        """What the citizen has left, in the unit of the rule's first parameter; below 0 more is saved than there was."""
        assert self.rule.left is not None
        stated = {name: values[f"{self.parameters_at}.{name}"] for name in self.parameters}
        return self.rule.left(values[self.price_at], self.line.sign * values[self.at], stated)


def rule_end_notices(scenario: Scenario) -> Iterator[Notice]:
    """One notice for each number whose interval has an end that saves more than the citizen had, at the line's change."""
    told: set[tuple[str, str]] = set()
    for line in ruled_lines(scenario):
        for case in _cases(scenario, line):
            for address in case.estimates:
                notice = None if (case.at, address) in told else _beyond(case, address)
                if notice is not None:
                    told.add((case.at, address))
                    yield notice


def _cases(scenario: Scenario, line: RuledLine) -> Iterator[RuledCase]:
    """Each year's rule with each change since entry, where all of them are known."""
    if line.change is None or line.cost.amount is None:
        return
    prices = dict(zip(scenario.period.calendar, line.cost.amount.in_years(scenario.period.calendar), strict=True))
    for year, split_at, split in line.rules(scenario):
        rule, price = payer_rule(split.rule), prices[year]
        if rule is None or rule.left is None or price is None:
            continue
        for change in line.change.since_entry(scenario.period.years):
            if change is not None and _known(rule, split, price, change):
                yield RuledCase(
                    line,
                    rule,
                    f"{line.address}.{line.field}.{change.element}".rstrip("."),
                    change.value,
                    f"unit_costs.{line.unit_cost}.amount.{price.element}".rstrip("."),
                    price.value,
                    split_at,
                    dict(split.parameters),
                )


def _known(rule: Rule, split: PayerRule, *slots: Slot[Estimate]) -> bool:
    """Whether every number that the rule weighs has a value."""
    asked = {each.name for each in rule.parameters if not each.optional}
    figures = (*split.parameters.values(), *(slot.value for slot in slots))
    return asked <= set(split.parameters) and all(each.value is not None for each in figures)


def _beyond(case: RuledCase, address: str) -> Notice | None:
    """The end of one number's interval at which too much is saved, the other numbers as stated; None where neither does."""
    moved = case.estimates[address]
    stated = {each: estimate.value for each, estimate in case.estimates.items() if estimate.value is not None}
    ends = [end for end in (moved.low, moved.high) if end is not None]
    if not ends or case.left(stated) < -ROUNDING:
        return None
    least, end = min((case.left({**stated, address: end}), end) for end in ends)
    if least >= -ROUNDING:
        return None
    name = case.rule.parameters[0].name
    had = {**stated, address: end}[f"{case.parameters_at}.{name}"]
    taken, field = had - least, _field(address)
    return Notice(
        case.at, Message.of("saves_more_at_an_end", field=field, end=end, taken=round(taken, 2), name=name, had=round(had, 2))
    )


def _field(address: str) -> str:
    """The field that an address ends in, without the year or entry: change, amount, days_before."""
    return next(step for step in reversed(address.split(".")) if not step.isdecimal())
