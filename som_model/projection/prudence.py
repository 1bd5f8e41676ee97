"""The share that prudence takes off each line's savings, or puts on its cost, by the quality of what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from som_model.scenario.estimate import Estimate
from som_model.scenario.figures import figures
from som_model.scenario.grades import grade_of, under
from som_model.scenario.prudence import Prudence
from som_model.scenario.scenario import Scenario
from som_model.scenario.titles import line_at

COST_FIELDS = ("amount", "units", "annual_cost", "annual_salary", "fte")


def allowances(scenario: Scenario) -> Callable[[str, str], float]:
    """(address, block) → the share allowed for optimism; 0 without a prudence block, and for funding."""
    prudence = scenario.prudence
    if prudence is None:
        return lambda _address, _block: 0.0
    known = dict(figures(scenario))

    def allowance(address: str, block: str) -> float:
        if block == "funding":
            return 0.0
        if block == "consequences":
            return _off_savings(scenario, prudence, known, address)
        taken = prudence.savings if block == "saved_alternative" else prudence.costs
        fields = [f"{address}.{field}" for field in COST_FIELDS]
        return taken.most(tuple(_grades(scenario, known, *fields, _price(scenario, address))))

    return allowance


def _off_savings(scenario: Scenario, prudence: Prudence, known: dict[str, Estimate], address: str) -> float:
    """1 − (1 − effects)(1 − savings)."""
    effect = [f"{address}.change"]
    if getattr(line_at(scenario, address), "basis", None) == "success":
        effect.append(f"{'.'.join(address.split('.')[:2])}.success_rate")
    effects = prudence.effects.most(tuple(_grades(scenario, known, *effect)))
    savings = prudence.savings.most(tuple(_grades(scenario, known, _price(scenario, address))))
    return 1 - (1 - effects) * (1 - savings)


def _price(scenario: Scenario, address: str) -> str:
    """The address of the price of a line's unit; '' where it has none."""
    reference = getattr(line_at(scenario, address), "unit_cost", None)
    return f"unit_costs.{scenario.record.references.get(reference, reference)}.amount" if reference else ""


def _grades(scenario: Scenario, known: dict[str, Estimate], *addresses: str) -> Iterator[str | None]:
    for address in addresses:
        if address:
            yield from (grade_of(scenario, each, estimate) for each, estimate in under(known, address))
