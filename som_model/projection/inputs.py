"""A scenario as named arrays; see arrays.py for their axes."""

from __future__ import annotations

import numpy as np

from som_model.projection.arrays import GroupInputs, Inputs, LineInputs
from som_model.projection.consequence_inputs import consequence_inputs
from som_model.projection.figures import Array, Figures
from som_model.projection.programme_inputs import cost_inputs, post_inputs
from som_model.scenario.estimate import Share
from som_model.scenario.reach import bounded, counted_consequences, programme_lines
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup


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
    programme = (*posts, *costs)
    used = {index: _uses(index, consequences, programme) for index in names.values()}
    groups = tuple(_group(scenario, figures, name, group, used[names[name]]) for name, group in scenario.target_groups.items())
    return Inputs(scenario.period.years, groups, consequences, programme)


def _uses(group: int, consequences: tuple[LineInputs, ...], programme: tuple[LineInputs, ...]) -> set[str]:
    """For which bases counted lines ask for a group's figures."""
    bases = {line.basis for line in (*consequences, *programme) if group in line.groups}
    return bases | ({"consequence"} if any(group in line.groups for line in consequences) else set())


def _group(scenario: Scenario, figures: Figures, name: str, group: TargetGroup, uses: set[str]) -> GroupInputs:
    address = f"target_groups.{name}"
    completers = group.rates_measured_on == "completers"
    needs_success = "success" in uses
    slots = bounded(group.participants, scenario, group)
    read = figures.row if uses & {"success", "participant", "completer"} else figures.optional_row
    participants = read(f"{address}.participants", [slot for slot, _ in slots]) * np.array([share for _, share in slots])

    def number(field: str, needed: bool) -> Array:
        return figures.number(f"{address}.{field}", getattr(group, field), needed=needed)

    effect = group.effect_since_entry
    return GroupInputs(
        name=name,
        participants=participants,
        completion=number("completion_rate", "completer" in uses or (needs_success and completers)),
        success=number("success_rate", needs_success) if group.success_rate is not None else np.array(np.nan),
        baseline=number("baseline_rate", needs_success),
        measured_on_completers=completers,
        relapse=number("relapse_rate", needs_success),
        attrition=number("attrition_rate", needs_success),
        effect=_effect(figures, f"{address}.effect_since_entry", effect, scenario.period.years, needs_success),
        first_year_share=number("first_year_share", "consequence" in uses),
    )


def _effect(figures: Figures, address: str, effect: tuple[Share, ...] | None, years: int, needed: bool) -> Array:
    """Share of the effect left by year since entry; 0 after the last entry, 1 where none is stated."""
    if effect is None:
        return np.ones(years)
    columns = [figures.number(f"{address}.{k + 1}", effect[k], needed=needed) for k in range(min(years, len(effect)))]
    columns += [np.zeros(())] * (years - len(columns))
    return np.stack(np.broadcast_arrays(*columns), axis=-1)
