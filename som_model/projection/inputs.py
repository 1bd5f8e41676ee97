"""A scenario as named arrays; see arrays.py for their axes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from som_model.catalogue.conversion import discount_factors
from som_model.projection.arrays import GroupInputs, Inputs, LineInputs
from som_model.projection.consequence_inputs import consequence_inputs
from som_model.projection.figures import Figures
from som_model.projection.programme_inputs import cost_inputs, post_inputs
from som_model.projection.prudence import allowances
from som_model.projection.scaled import Array
from som_model.resolved.transition import counted_consequences, programme_lines
from som_model.resolved.years import bounded, consequence_years, served, since_entry_years
from som_model.scenario.calendar import Slot
from som_model.scenario.estimate import Share
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup
from som_model.wording.parties import PAYERS, PUBLIC_PAYERS


def inputs(scenario: Scenario, figures: Figures | None = None) -> Inputs:
    """The arrays of a scenario; figures without a known value are NaN and kept in figures.missing.

    figures: holds the draws of uncertain assumptions, address → (draw,); none for the base case.
    """
    figures = figures if figures is not None else Figures()
    names = {name: index for index, name in enumerate(scenario.target_groups)}
    consequences = tuple(
        consequence_inputs(scenario, figures, address, names[name], group, line)
        for address, name, group, line in counted_consequences(scenario)
    )
    posts = [
        post_inputs(scenario, figures, f"programme.staffing.{name}", post)
        for name, post in scenario.programme.staffing.items()
        if post.counted
    ]
    costs = [
        made
        for address, block, line in programme_lines(scenario.programme)
        if line.counted
        for made in cost_inputs(scenario, figures, address, block, line)
    ]
    allowance = allowances(scenario)
    consequences, programme = (
        tuple(replace(line, allowance=allowance(line.address, line.block)) for line in lines)
        for lines in (consequences, (*posts, *costs))
    )
    groups = tuple(_group(scenario, figures, name, group) for name, group in scenario.target_groups.items())
    payers = max(map(_payers_named, (*consequences, *programme)), default=len(PUBLIC_PAYERS))
    consequences, programme = (
        tuple(replace(line, shares=line.shares[..., :payers, :, :]) for line in lines) for lines in (consequences, programme)
    )
    return Inputs(payers, scenario.period.years, _discounting(scenario, figures), groups, consequences, programme)


def _payers_named(line: LineInputs) -> int:
    """How many of PAYERS a line needs: the citizen, who stands last, is left out where no line names it."""
    return len(PAYERS) if np.any(line.shares[..., PAYERS.index("citizen"), :, :]) else len(PUBLIC_PAYERS)


def _discounting(scenario: Scenario, figures: Figures) -> Array:
    """What 1 kr. of each year is worth in the first year shown (method, rule 7)."""
    years = scenario.period.years
    if isinstance(scenario.discount_rate, Share):
        rate = figures.number("discount_rate", scenario.discount_rate)[..., np.newaxis]
        yearly: Array = (1 + rate) ** -np.arange(years, dtype=np.float64)
        return yearly
    assert scenario.record.schedule is not None
    return np.array(discount_factors(scenario.record.schedule, years))


@dataclass(frozen=True, slots=True)
class _Uses:
    """Which of a group's figures counted lines ask for."""

    people: bool
    success: bool
    completion: bool
    consequence: bool
    years_since_entry: tuple[bool, ...]
    """For successes: the years since entry that some cohort reaches within the period."""


def _uses(scenario: Scenario, name: str, group: TargetGroup) -> _Uses:
    """A figure is asked for where a line that counts it has something to count."""
    lines = [line for _, of_group, _, line in counted_consequences(scenario) if of_group == name]
    active = {line.basis for line in lines if any(consequence_years(scenario, group, line))}
    costs = {line.basis for _, _, line in programme_lines(scenario.programme) if line.counted and name in served(scenario, line)}
    success = "success" in active
    bases = {line.basis for line in lines} | (costs & {"participant", "completer"})
    completion = "completer" in active | costs or (success and group.rates_measured_on == "completers")
    years = since_entry_years(scenario, group, "success") if success else (False,) * scenario.period.years
    return _Uses(bool(bases), success, completion, bool(active), years)


def _group(scenario: Scenario, figures: Figures, name: str, group: TargetGroup) -> GroupInputs:
    address = f"target_groups.{name}"
    uses = _uses(scenario, name, group)
    slots = bounded(group.participants, scenario, group)
    starting = figures.row(f"{address}.participants", [slot for slot, _ in slots], counted=uses.people)

    def number(field: str, needed: bool, unknown: float = np.nan) -> Array:
        return figures.number(f"{address}.{field}", getattr(group, field), needed=needed, unknown=unknown)

    followed = any(uses.years_since_entry[1:])
    return GroupInputs(
        name=name,
        participants=starting.by(row=np.array([share for _, share in slots])),
        completion=number("completion_rate", uses.completion),
        success=number("success_rate", uses.success) if group.success_rate is not None else np.array(np.nan),
        baseline=number("baseline_rate", uses.success),
        measured_on_completers=group.rates_measured_on == "completers",
        relapse=number("relapse_rate", followed, unknown=0.0),
        attrition=number("attrition_rate", followed, unknown=0.0),
        effect=_effect(figures, f"{address}.effect_since_entry", group.effect_since_entry, uses.years_since_entry),
        first_year_share=number("first_year_share", uses.consequence, unknown=1.0),
    )


def _effect(figures: Figures, address: str, effect: tuple[Share, ...] | None, needed: tuple[bool, ...]) -> Array:
    """Share of the effect left by year since entry; 0 after the last entry, 1 where none is stated."""
    if effect is None:
        return np.ones(len(needed))
    slots = [Slot(str(k + 1), effect[k]) if k < len(effect) else None for k in range(len(needed))]
    return figures.row(address, slots, needed=needed).full
