"""Which amounts a scenario's counted lines use, and what moves each to the scenario's price year."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.scenario.programme import CostLine
from som_model.scenario.reach import counted_consequences, programme_lines
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence


def priced(scenario: Scenario) -> Iterator[tuple[str, int, str]]:
    """(address, price year, series) of every amount that a counted line uses, once."""
    default = scenario.price_index.series
    used: dict[str, tuple[int, str]] = {}
    lines = [(address, line.unit_cost) for address, _, _, line in counted_consequences(scenario)]
    for address, _, line in programme_lines(scenario.programme):
        if line.counted and line.unit_cost is not None:
            lines.append((address, line.unit_cost))
        if line.counted and (line.unit_cost is None or getattr(line, "residual_value", None) is not None):
            used[address] = (line.price_year or scenario.price_year, line.index or default)
    for name, post in scenario.programme.staffing.items():
        if post.counted:
            used[f"programme.staffing.{name}"] = (post.price_year or scenario.price_year, post.index or default)
    for _, reference in lines:
        key = scenario.record.references.get(reference, reference)
        if (cost := scenario.unit_costs.get(key)) is not None:
            used[f"unit_costs.{key}"] = (cost.price_year or scenario.price_year, cost.index or default)
    for address, (year, series) in used.items():
        yield address, year, series


def split_not_known(scenario: Scenario) -> Iterator[str]:
    """Addresses of counted lines whose payers stand in for a split that is not known."""
    lines: list[tuple[str, Consequence | CostLine]] = [(address, line) for address, _, _, line in counted_consequences(scenario)]
    lines += [(address, line) for address, _, line in programme_lines(scenario.programme) if line.counted]
    for address, line in lines:
        cost = scenario.unit_costs.get(scenario.record.references.get(line.unit_cost or "", line.unit_cost or ""))
        if cost is not None and line.payers is None and cost.payers is not None and cost.payers_basis == "unknown":
            yield address
