"""What a scenario's counted lines count with: groups, lines, posts and unit costs, and which of their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from som_model.resolved.transition import counted_consequences, programme_lines
from som_model.resolved.years import served
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.scenario.unit_cost import UnitCost

OF_SUCCESSES = ("success_rate", "baseline_rate", "relapse_rate", "effect_since_entry", "attrition_rate")
OF_UNIT_COST = ("amount", "real_growth", "realisable", "payers")


@dataclass(frozen=True, slots=True)
class CountedPart:
    """A part with the figures that are counted; measure: what its numbers count, so that like is set against like."""

    owner: Any
    fields: tuple[str, ...]
    measure: tuple[Any, ...] = ()


def counted_parts(scenario: Scenario) -> dict[str, CountedPart]:
    """Address → part, groups first, in the order of the file.

    A figure is counted whatever its value and that of the others: one that is multiplied by 0 is counted too.
    """
    parts: dict[str, CountedPart] = {}
    for name, group in scenario.target_groups.items():
        if fields := _of_group(scenario, name, group):
            parts[f"target_groups.{name}"] = CountedPart(group, fields)
    for address, _, _, line in counted_consequences(scenario):
        parts[address] = CountedPart(line, ("change", "realisable", "payers"), _measure(scenario, line))
    for name, post in scenario.programme.staffing.items():
        if post.counted:
            parts[f"programme.staffing.{name}"] = _post(post)
    for address, _, cost_line in programme_lines(scenario.programme):
        if cost_line.counted:
            fields = ("amount", "units", "real_growth", "residual_value", "payers")
            parts[address] = CountedPart(cost_line, fields, _measure(scenario, cost_line))
    for part in tuple(parts.values()):
        key = key_of(scenario, part.owner)
        if key is not None:
            cost = scenario.unit_costs[key]
            parts[f"unit_costs.{key}"] = CountedPart(cost, OF_UNIT_COST, (cost.unit, cost.kind))
    return parts


def _of_group(scenario: Scenario, name: str, group: TargetGroup) -> tuple[str, ...]:
    """The figures of a group that its counted lines, and lines of the programme per person, count with."""
    lines = [line for _, of_group, _, line in counted_consequences(scenario) if of_group == name]
    bases = {line.basis for line in lines}
    costs = [line for _, _, line in programme_lines(scenario.programme) if line.counted and name in served(scenario, line)]
    per_person = {line.basis for line in costs} & {"participant", "completer"}
    if not bases | per_person:
        return ()
    success = "success" in bases
    completers = "completer" in bases | per_person or (success and group.rates_measured_on == "completers")
    return (
        "participants",
        *(("completion_rate",) if completers else ()),
        *(OF_SUCCESSES if success else ()),
        *(("first_year_share",) if lines else ()),
    )


def _post(post: Post) -> CountedPart:
    """By its cost a year, by full-time posts, or by hours."""
    if post.annual_cost is not None:
        return CountedPart(post, ("annual_cost", "real_growth"), ("annual_cost",))
    quantity = ("fte",) if post.fte is not None else ("hours_per_week", "full_time_hours")
    return CountedPart(post, (*quantity, "annual_salary", "overhead", "real_growth"), quantity)


def _measure(scenario: Scenario, line: Consequence | CostLine) -> tuple[Any, ...]:
    cost = cost_of(scenario, line)
    return line.basis, key_of(scenario, line), *((cost.unit, cost.kind) if cost is not None else ())


def key_of(scenario: Scenario, line: Any) -> str | None:
    """The unit cost that a line is priced with."""
    reference = getattr(line, "unit_cost", None)
    return scenario.record.references.get(reference, reference) if reference is not None else None


def cost_of(scenario: Scenario, line: Any) -> UnitCost | None:
    """The same, itself."""
    return scenario.unit_costs.get(key_of(scenario, line) or "")
