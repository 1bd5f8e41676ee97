"""What a brief asks of a scenario beside its projection: which assumptions matter most, and what the other variants come to."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.outcome import outcomes_over as accumulated_at
from som_model.errors import MissingFigures, ScenarioError, SomError
from som_model.projection.figures import Array
from som_model.projection.projection import Projection, project
from som_model.reading.source import ScenarioSource
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures, grade_of, says_nothing, source_of
from som_model.scenario.scenario import Scenario

A_TENTH_LESS = 0.9
READ = ("published", "local")
"""Grades of figures that were read where their source says, so that others can check them."""


@dataclass(frozen=True)
class Ranked:
    """An assumption, and how far the accumulated net of the public purse moves when it alone is lowered by a tenth, kr.: so a
    figure with an interval and one without are measured alike."""

    assumption: Assumption
    effect: float
    grade: str
    source: str

    @property
    def matters(self) -> bool:
        """Whether the result moves at all."""
        return self.effect >= HALF_OERE


def ranked(projection: Projection) -> tuple[Ranked, ...]:
    """Every figure that is written and that a counted line uses, the one that matters most first.

    A value that may not stand at its address moves nothing.
    """
    scenario = projection.scenario
    used = [
        Assumption(scenario, address, estimate)
        for address, estimate in figures(scenario)
        if address in projection.asked and estimate.value is not None and not says_nothing(address, estimate)
    ]
    lowered = {
        assumption.address: {assumption.address: np.array([A_TENTH_LESS * assumption.estimate.value])}
        for assumption in used
        if assumption.estimate.value
    }
    outcomes = _outcomes(scenario, lowered)
    base = projection.accumulated_net
    rankings = [
        Ranked(
            assumption,
            abs(float(outcomes[assumption.address][0]) - base) if assumption.address in outcomes else 0.0,
            grade_of(scenario, assumption.address, assumption.estimate) or "not_stated",
            source_of(scenario, assumption.address, assumption.estimate) or "",
        )
        for assumption in used
    ]
    return tuple(sorted(rankings, key=lambda ranking: -ranking.effect))


def _outcomes(scenario: Scenario, swings: dict[str, dict[str, Array]]) -> dict[str, Array]:
    """The accumulated net with each swing alone; a swing that is refused is left out."""
    try:
        return accumulated_at(scenario, swings)
    except ScenarioError:
        if len(swings) == 1:
            return {}
        return {name: at for swing in swings for name, at in _outcomes(scenario, {swing: swings[swing]}).items()}


@dataclass(frozen=True)
class Alternatives:
    """The other variants of a file, the base scenario first, else in the order of the file; None is the base scenario."""

    differing: tuple[Projection, ...]
    """Those with amounts of their own."""
    alike: tuple[str, ...]
    """Variants that give the amounts of the one shown."""
    incomplete: tuple[str, ...]
    """Variants with a figure that is not known."""
    refused: tuple[str | None, ...]
    """Those that cannot hold what was set on top of the one shown."""


def alternatives(shown: Projection) -> Alternatives:
    """Every other variant of the file that a projection is of, each with the same changes on top, and the base scenario where
    it is a calculation of its own: where all its figures are known and no variant gives the same amounts."""
    differing: list[Projection] = []
    alike: list[str] = []
    incomplete: list[str] = []
    refused: list[str | None] = []
    for name in (*shown.scenario.variants, None):
        if name == shown.scenario.variant:
            continue
        try:
            projection = project(as_variant(shown.scenario, name))
        except MissingFigures:
            incomplete += [name] if name is not None else []
        except SomError:
            refused.append(name)
        else:
            if not any(same_amounts(projection, other) for other in (shown, *(differing if name is None else ()))):
                differing.insert(0 if name is None else len(differing), projection)
            elif name is not None:
                alike.append(name)
    return Alternatives(tuple(differing), tuple(alike), tuple(incomplete), tuple(refused))


def as_variant(scenario: Scenario, name: str | None) -> Scenario:
    """Another variant of the scenario's file, or its base (None), with what was set on top of the scenario.

    Raises ScenarioError where what was set may not stand there.
    """
    source = scenario.record.source
    assert isinstance(source, ScenarioSource)
    own = tuple(change for change in source.changes if change.own)
    written = replace(source, variant=None, changes=())
    chosen = written if name is None else written.of_variant(name)
    return replace(chosen, changes=(*chosen.changes, *own)).scenario()


def same_amounts(one: Projection, other: Projection) -> bool:
    """Whether two calculations agree in every payer and year to the øre, in the prices of one year."""
    if (one.years, one.payers, one.scenario.price_year) != (other.years, other.payers, other.scenario.price_year):
        return False
    pairs = ((one.savings, other.savings), (one.programme_cost, other.programme_cost))
    return all(bool((np.abs(a - b) < HALF_OERE).all()) for a, b in pairs)
