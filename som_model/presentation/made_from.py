"""What a result was made from, said once for each scenario in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from som_model.analysis.comparison import Comparison
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import ValueOfInformation
from som_model.analysis.simulation.simulation import Simulation
from som_model.presentation.colophon import Colophon, colophon
from som_model.presentation.described.drivers import others
from som_model.scenario.scenario import Scenario


class OfOneScenario(Protocol):
    """A result that names its scenario: a projection, a tornado, a grid, what was learned."""

    @property
    def scenario(self) -> Scenario:
        """The scenario it is of."""


Shown: TypeAlias = Comparison | ValueOfInformation | SampleInformation | Simulation | OfOneScenario


def made_from(result: Shown) -> Iterator[Colophon]:
    """A colophon for each scenario, with draws and seed where the result rests on draws."""
    match result:
        case Comparison():
            yield from (colophon(projection.scenario) for projection in result)
        case ValueOfInformation():
            for option in result.options:
                yield from made_from(option)
        case SampleInformation():
            yield colophon(result.assumption.scenario, draws=result.draws, seed=result.seed)
        case Simulation():
            yield colophon(result.scenario, draws=result.draws, seed=result.seed)
        case _:
            yield colophon(result.scenario)


def made_from_others(compared: Comparison, of: int | None) -> Iterator[Colophon]:
    """The reference, and those that are set against it: all others, or the one at an index."""
    assert compared.reference is not None
    for index in (compared.reference, *others(compared, of)):
        yield colophon(compared[index].scenario)
