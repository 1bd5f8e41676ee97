"""The share that prudence takes off each line's savings, or puts on its cost, by the quality of what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from som_model.scenario.estimate import Estimate
from som_model.scenario.figures import figures
from som_model.scenario.prudence import Prudence
from som_model.scenario.scenario import Scenario
from som_model.scenario.titles import line_at


def allowances(scenario: Scenario) -> Callable[[str, str], float]:
    """(address, block) → the share allowed for optimism; 0 without a prudence block."""
    prudence = scenario.prudence
    if prudence is None:
        return lambda address, block: 0.0
    known = dict(figures(scenario))

    def allowance(address: str, block: str) -> float:
        if block == "funding":
            return 0.0
        if block == "consequences":
            return _off_savings(scenario, prudence, known, address)
        taken = prudence.savings if block == "saved_alternative" else prudence.costs
        return taken.most(tuple(_cost_grades(scenario, known, address)))

    return allowance


def _off_savings(scenario: Scenario, prudence: Prudence, known: dict[str, Estimate], address: str) -> float:
    """1 − (1 − effects)(1 − savings)."""
    line = line_at(scenario, address)
    group = ".".join(address.split(".")[:2])
    effect = [estimate.quality or line.quality for estimate in _under(known, f"{address}.change")]
    if getattr(line, "basis", None) == "success":
        effect += [estimate.quality for estimate in _under(known, f"{group}.success_rate")]
    effects = prudence.effects.most(tuple(effect))
    savings = prudence.savings.most(tuple(_price_grades(scenario, known, getattr(line, "unit_cost", ""))))
    return 1 - (1 - effects) * (1 - savings)


def _price_grades(scenario: Scenario, known: dict[str, Estimate], reference: str) -> Iterator[str | None]:
    key = scenario.record.references.get(reference, reference)
    for estimate in _under(known, f"unit_costs.{key}.amount"):
        yield estimate.quality or scenario.unit_costs[key].quality


def _cost_grades(scenario: Scenario, known: dict[str, Estimate], address: str) -> Iterator[str | None]:
    line = line_at(scenario, address)
    for field in ("amount", "units", "annual_cost", "annual_salary", "fte", "hours_per_week"):
        if field == "hours_per_week" and getattr(line, "annual_cost", None) is not None:
            continue
        for estimate in _under(known, f"{address}.{field}"):
            yield estimate.quality or line.quality
    reference = getattr(line, "unit_cost", None)
    if reference is not None:
        yield from _price_grades(scenario, known, reference)


def _under(known: dict[str, Estimate], address: str) -> Iterator[Estimate]:
    """The estimate at an address, or those of its years or entries."""
    return (estimate for each, estimate in known.items() if each == address or each.startswith(f"{address}."))
