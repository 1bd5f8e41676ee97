"""Which assumptions matter: how far the accumulated net of the public purse moves when each alone is lowered by a tenth.

So a figure with an interval and one without are measured alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.analysis.outcome import outcomes_over as accumulated_at
from som_model.errors import ScenarioError
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures, grade_of, says_nothing, source_of
from som_model.scenario.scenario import Scenario

A_TENTH_LESS = 0.9
READ = ("published", "local")
"""Grades of figures that were read where their source says, so that others can check them."""


@dataclass(frozen=True)
class Ranked:
    """An assumption, and how far the result moves when it is lowered by a tenth, kr."""

    assumption: Assumption
    effect: float
    grade: str
    source: str


def ranked(projection: Projection) -> tuple[Ranked, ...]:
    """Every figure that is written and that a counted line uses, the one that matters most first."""
    scenario = projection.scenario
    used = [
        Assumption(scenario, address, estimate)
        for address, estimate in figures(scenario)
        if address in projection.asked and estimate.value is not None and not says_nothing(address, estimate)
    ]
    moved = _moved(projection, used)
    found = [
        Ranked(
            each,
            moved.get(each.address, 0.0),
            grade_of(scenario, each.address, each.estimate) or "not_stated",
            source_of(scenario, each.address, each.estimate) or "",
        )
        for each in used
    ]
    return tuple(sorted(found, key=lambda each: -each.effect))


def _moved(projection: Projection, used: list[Assumption]) -> dict[str, float]:
    """Address → how far the result moves, kr.; a value that may not stand at its address moves nothing."""
    points = {each.address: np.array([A_TENTH_LESS * (each.estimate.value or 0.0)]) for each in used if each.estimate.value}
    swings = {address: {address: values} for address, values in points.items()}
    base = projection.accumulated_net
    return {address: abs(float(at[0]) - base) for address, at in _outcomes(projection.scenario, swings).items()}


def _outcomes(scenario: Scenario, swings: dict[str, dict[str, Array]]) -> dict[str, Array]:
    try:
        return accumulated_at(scenario, swings)
    except ScenarioError:
        if len(swings) == 1:
            return {}
        return {name: at for each in swings for name, at in _outcomes(scenario, {each: swings[each]}).items()}
