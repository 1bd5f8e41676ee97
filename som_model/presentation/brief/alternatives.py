"""What the other variants of a scenario file come to, each with the same changes on top as the one that is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.errors import MissingFigures, SomError
from som_model.projection.projection import Projection, project
from som_model.reading.source import ScenarioSource
from som_model.scenario.scenario import Scenario


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
    """Every other variant of the file that a projection is of, and the base scenario where it is a calculation of its own:
    where all its figures are known and no variant gives the same amounts."""
    differing: list[Projection] = []
    alike: list[str] = []
    incomplete: list[str] = []
    refused: list[str | None] = []
    for name in (*shown.scenario.variants, None):
        if name == shown.scenario.variant:
            continue
        try:
            found = project(as_variant(shown.scenario, name))
        except MissingFigures:
            incomplete += [name] if name is not None else []
        except SomError:
            refused.append(name)
        else:
            if not any(same_amounts(found, other) for other in (shown, *(differing if name is None else ()))):
                differing.insert(0 if name is None else len(differing), found)
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
