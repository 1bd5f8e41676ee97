"""The share that prudence takes off each line's savings, or puts on its cost, by the quality of what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from som_model.resolved.figures import figures, grade_of, under
from som_model.resolved.transition import line_at
from som_model.scenario.estimate import Estimate
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.prudence import Prudence
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence


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
        fields = [f"{address}.{field}" for field in _multiplied(line_at(scenario, address), block)]
        price = "" if block == "residual" else _price(scenario, address)
        return taken.most(tuple(_grades(scenario, known, *fields, price)))

    return allowance


def _multiplied(line: Consequence | Post | CostLine, block: str) -> tuple[str, ...]:
    """The figures that make the amount of a post or a line of the programme; hours beside an annual cost are information."""
    if block == "residual":
        return ("residual_value",)
    if isinstance(line, Post):
        return ("annual_cost",) if line.annual_cost is not None else ("annual_salary", "fte", "hours_per_week")
    return ("amount", "units")


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
