"""A scenario as named arrays; see arrays.py for their axes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from som_model.catalogue.conversion import discount_factors
from som_model.projection.arrays import GroupInputs, Inputs
from som_model.projection.figures import Array, Figures
from som_model.projection.line_inputs import line_inputs
from som_model.resolved.figures import figures as figures_of
from som_model.resolved.figures import grade_of, under
from som_model.resolved.years import bounded, since_entry_years
from som_model.scenario.calendar import Slot
from som_model.scenario.estimate import Estimate, Share
from som_model.scenario.line import Line
from som_model.scenario.programme import Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup
from som_model.wording.parties import PAYERS, is_public


def inputs(scenario: Scenario, figures: Figures | None = None) -> Inputs:
    """The arrays of a scenario; figures without a known value are NaN and kept in figures.missing.

    figures: holds the draws of uncertain assumptions, address → (draw,); none for the base case.
    """
    figures = figures if figures is not None else Figures()
    allowance = allowances(scenario)
    lines = [
        replace(arrays, allowance=allowance(line, arrays.block == "residual"))
        for line in scenario.lines
        if line.counted
        for arrays in line_inputs(scenario, figures, line)
    ]
    groups = tuple(_group(scenario, figures, name, group) for name, group in scenario.target_groups.items())
    shown = [
        row for row, payer in enumerate(PAYERS) if is_public(payer) or any(np.any(line.shares[..., row, :, :]) for line in lines)
    ]
    lines = [replace(line, shares=line.shares[..., shown, :, :]) for line in lines]
    return Inputs(
        payers=tuple(PAYERS[row] for row in shown),
        years=scenario.period.years,
        discount_factors=discounting(scenario, figures),
        groups=groups,
        consequences=tuple(line for line in lines if line.block == "consequences"),
        programme=tuple(line for line in lines if line.block != "consequences"),
    )


def discounting(scenario: Scenario, figures: Figures) -> Array:
    """What 1 kr. of each year is worth in the first year shown (method.md: Net and discounting)."""
    years = scenario.period.years
    if isinstance(scenario.discount_rate, Share):
        rate = figures.number("discount_rate", scenario.discount_rate)[..., np.newaxis]
        yearly: Array = (1 + rate) ** -np.arange(years, dtype=np.float64)
        return yearly
    assert scenario.record.schedule is not None
    return np.array(discount_factors(scenario.record.schedule, years))


def _group(scenario: Scenario, figures: Figures, name: str, group: TargetGroup) -> GroupInputs:
    """A group's figures; each is asked for only where a line that counts it has something to count."""
    address = f"target_groups.{name}"
    own = [line for line in scenario.lines if line.counted and line.group == name]
    active = {line.basis for line in own if any(line.used)}
    of_programme = {line.basis for line in scenario.lines if line.counted and line.group is None and name in line.groups}
    people = bool(own) or bool(of_programme & {"participant", "completer"})
    success = "success" in active
    completion = "completer" in active | of_programme or (success and group.rates_measured_on == "completers")
    followed = since_entry_years(scenario, group, "success") if success else (False,) * scenario.period.years
    slots = bounded(group.participants, scenario, group)
    starting = figures.row(f"{address}.participants", [slot for slot, _ in slots], counted=people)

    def number(field: str, needed: bool, unknown: float = np.nan) -> Array:
        return figures.number(f"{address}.{field}", getattr(group, field), needed=needed, unknown=unknown)

    return GroupInputs(
        name=name,
        participants=starting.by(row=np.array([share for _, share in slots])),
        completion=number("completion_rate", completion),
        success=number("success_rate", success) if group.success_rate is not None else np.array(np.nan),
        baseline=number("baseline_rate", success),
        measured_on_completers=group.rates_measured_on == "completers",
        relapse=number("relapse_rate", any(followed[1:]), unknown=0.0),
        attrition=number("attrition_rate", any(followed[1:]), unknown=0.0),
        effect=_effect(figures, f"{address}.effect_since_entry", group.effect_since_entry, followed),
        first_year_share=number("first_year_share", bool(active), unknown=1.0),
    )


def _effect(figures: Figures, address: str, effect: tuple[Share, ...] | None, needed: tuple[bool, ...]) -> Array:
    """Share of the effect left by year since entry; 0 after the last entry, 1 where none is stated."""
    if effect is None:
        return np.ones(len(needed))
    slots = [Slot(str(k + 1), effect[k]) if k < len(effect) else None for k in range(len(needed))]
    return figures.row(address, slots, needed=needed).full


def allowances(scenario: Scenario) -> Callable[[Line, bool], float]:
    """(line, whether its residual value is meant) → the share that prudence allows for optimism, by the quality of what
    the line rests on: of a consequence 1 − (1 − a_effects)(1 − a_savings), a_savings of a saved alternative, a_costs of other
    lines; 0 without a prudence block, and for funding (method.md: Prudence)."""
    prudence = scenario.prudence
    if prudence is None:
        return lambda _line, _residual: 0.0
    known = dict(figures_of(scenario))

    def allowance(line: Line, residual: bool) -> float:
        price = [f"unit_costs.{line.unit_cost_key}.amount"] if line.unit_cost_key is not None and not residual else []
        if line.block == "funding":
            return 0.0
        if line.block == "consequences":
            effect = [line.quantity_at, *([f"target_groups.{line.group}.success_rate"] if line.basis == "success" else [])]
            effects, savings = prudence.effects.most(_grades(scenario, known, effect)), prudence.savings
            return 1 - (1 - effects) * (1 - savings.most(_grades(scenario, known, price)))
        taken = prudence.savings if line.block == "saved_alternative" else prudence.costs
        return taken.most(_grades(scenario, known, [*(f"{line.address}.{field}" for field in _rests_on(line, residual)), *price]))

    return allowance


def _rests_on(line: Line, residual: bool) -> tuple[str, ...]:
    """The figures that make the amount of a post or a line of the programme; hours beside an annual cost are information."""
    if residual:
        return ("residual_value",)
    if isinstance(line.stated, Post):
        return ("annual_salary", "fte", "hours_per_week") if line.salaried else ("annual_cost",)
    return ("amount", "units")


def _grades(scenario: Scenario, known: dict[str, Estimate], addresses: list[str]) -> tuple[str | None, ...]:
    """The grades of the figures at some addresses, those of their years and entries included."""
    return tuple(grade_of(scenario, at, figure) for address in addresses for at, figure in under(known, address))
