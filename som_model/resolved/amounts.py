"""Which amounts a scenario's counted lines use, and what moves each to another price year."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.scenario.line import Line
from som_model.scenario.programme import ProgrammeLine
from som_model.scenario.scenario import Scenario


def priced(scenario: Scenario) -> Iterator[tuple[str, int, str]]:
    """(address, price year, series) of every amount that a counted line uses, once: lines first, then unit costs."""
    counted = [line for line in scenario.lines if line.counted]
    for line in sorted(counted, key=lambda line: line.block == "staffing"):
        if isinstance(line.stated, ProgrammeLine) and (line.unit_cost_key is None or line.residual_value):
            own_year, own_index = line.stated.price_year, line.stated.index
            yield line.address, own_year or scenario.price_year, own_index or scenario.price_index.series
    told = set()
    for line in counted:
        if line.unit_cost is not None and line.unit_cost_key not in told:
            told.add(line.unit_cost_key)
            yield f"unit_costs.{line.unit_cost_key}", line.price_year, line.index


def split_open(scenario: Scenario) -> Iterator[Line]:
    """Counted lines whose payers stand in for a split that is not known."""
    for line in scenario.lines:
        cost = line.unit_cost
        if line.counted and cost is not None and line.payers is cost.payers is not None and cost.payers_basis == "unknown":
            yield line


def moved_levels(scenario: Scenario) -> Iterator[tuple[str, str, int, int]]:
    """(address of the payers, rule, level, unit cost's price year) of every law's kr. that are moved between price years."""
    for line in scenario.lines:
        if not line.ruled or line.unit_cost is None:
            continue
        for year, _, split in line.rules(scenario.period.calendar):
            for _, law in scenario.record.payer_rules[split.rule].in_year(scenario.rules_as_of or year, line.unit_cost.law):
                if law is not None and law.level is not None and law.level != line.price_year:
                    yield f"{line.address}.payers", split.rule, law.level, line.price_year
