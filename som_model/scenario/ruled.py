"""Lines whose payers follow a rule, with the years and the unit cost it splits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from som_model.scenario.calendar import Series
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.programme import PER_PERSON
from som_model.scenario.reach import Years, consequence_years, counted_consequences, line_years, programme_lines
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UnitCost


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


def moved_levels(scenario: Scenario) -> Iterator[tuple[str, str, int, int]]:
    """(address of the payers, rule, level, unit cost's price year) of every law's kr. that are moved between price years."""
    for line in ruled_lines(scenario):
        own = line.cost.price_year or scenario.price_year
        for year, _, split in line.rules(scenario):
            for _, law in scenario.record.payer_rules[split.rule].in_year(scenario.rules_as_of or year, line.cost.law):
                if law is not None and law.level is not None and law.level != own:
                    yield f"{line.address}.payers", split.rule, law.level, own


def _ruled(scenario: Scenario, address: str, reference: str, own: Payers | None) -> tuple[str, Payers, str, UnitCost] | None:
    key = scenario.record.references.get(reference, reference)
    cost = scenario.unit_costs.get(key)
    payers = own or (cost.payers if cost is not None else None)
    if cost is None or payers is None or not any(isinstance(split, PayerRule) for split in payers.splits()):
        return None
    return f"{address if own is not None else f'unit_costs.{key}'}.payers", payers, key, cost
