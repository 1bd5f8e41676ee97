"""Old names, until every reader reads `scenario.lines`; to be deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from som_model.resolved.years import consequence_years, programme_line_years
from som_model.scenario.calendar import Series
from som_model.scenario.line import BLOCKS, Years
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.programme import PER_PERSON, Cost, CostLine, Funding, Post, Programme
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.scenario.unit_cost import UnitCost


def counted_consequences(scenario: Scenario) -> Iterator[tuple[str, str, TargetGroup, Consequence]]:
    """(address, group name, group, line) of every counted consequence."""
    for group_name, group in scenario.target_groups.items():
        for name, line in group.consequences.items():
            if line.counted:
                yield f"target_groups.{group_name}.consequences.{name}", group_name, group, line


def programme_lines(programme: Programme) -> Iterator[tuple[str, str, CostLine]]:
    """(address, block, line) of costs, saved alternative and funding, counted or not."""
    for block in BLOCKS:
        lines: dict[str, Cost | Funding] = dict(getattr(programme, block))
        for name, line in lines.items():
            yield f"programme.{block}.{name}", block, line


def line_at(scenario: Scenario, address: str) -> Consequence | Post | Cost | Funding:
    """The line as written."""
    return scenario.line(address).stated


def line_years(scenario: Scenario, line: CostLine) -> Years:
    """Years in which a line has a quantity."""
    return programme_line_years(scenario, line, line.units if line.unit_cost is not None else line.amount)


def post_quantity(post: Post) -> Series | None:
    """What months of a part year touch."""
    if post.annual_cost is not None:
        return post.annual_cost
    return post.fte if post.fte is not None else post.hours_per_week


def split_not_known(scenario: Scenario) -> Iterator[str]:
    """Addresses of counted lines whose payers stand in for a split that is not known."""
    from som_model.resolved.amounts import split_open

    return (line.address for line in split_open(scenario))


@dataclass(frozen=True)
class RuledLine:
    """A counted line with a unit cost, where some year's payers follow a rule."""

    address: str
    payers_at: str
    payers: Payers
    unit_cost: str
    cost: UnitCost
    used: Years
    change: Series | None
    """Units more or fewer by year since entry; None where the line is not counted per person."""
    field: str
    """Where the number of units is written: change or units."""
    sign: float
    """−1 where the line's units are units saved (saved alternative)."""

    def splits(self) -> Iterator[tuple[str, PayerRule]]:
        """(element of the payers, rule) of everything stated: '' where one split holds throughout."""
        stated = {"": self.payers.every, **{str(year): split for year, split in (self.payers.by_year or {}).items()}}
        stated.update({str(number + 1): split for number, split in enumerate(self.payers.each or ())})
        return ((element, split) for element, split in stated.items() if isinstance(split, PayerRule))

    def rules(self, scenario: Scenario) -> Iterator[tuple[int, str, PayerRule]]:
        """(calendar year, address of the split, rule) of each used year that follows a rule."""
        calendar = scenario.period.calendar
        for year, slot, use in zip(calendar, self.payers.in_years(calendar), self.used, strict=False):
            if slot is not None and use and isinstance(slot.value, PayerRule):
                yield year, f"{self.payers_at}.{slot.element}" if slot.element else self.payers_at, slot.value


def ruled_lines(scenario: Scenario) -> Iterator[RuledLine]:
    """Every counted line with a unit cost that a payer rule may split."""
    for address, _, group, line in counted_consequences(scenario):
        found = _ruled(scenario, address, line.unit_cost, line.payers)
        if found is not None:
            yield RuledLine(address, *found, consequence_years(scenario, group, line), line.change, "change", 1.0)
    for address, block, cost_line in programme_lines(scenario.programme):
        if not cost_line.counted or cost_line.unit_cost is None or block == "funding":
            continue
        found = _ruled(scenario, address, cost_line.unit_cost, cost_line.payers)
        if found is not None:
            units = cost_line.units if cost_line.basis in PER_PERSON else None
            yield RuledLine(
                address, *found, line_years(scenario, cost_line), units, "units", -1.0 if block == "saved_alternative" else 1.0
            )


def _ruled(scenario: Scenario, address: str, reference: str, own: Payers | None) -> tuple[str, Payers, str, UnitCost] | None:
    key = scenario.record.references.get(reference, reference)
    cost = scenario.unit_costs.get(key)
    payers = own or (cost.payers if cost is not None else None)
    if cost is None or payers is None or not any(isinstance(split, PayerRule) for split in payers.splits()):
        return None
    return f"{address if own is not None else f'unit_costs.{key}'}.payers", payers, key, cost
