"""What a decision chooses between: not running anything, or one of several programmes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from som_model.analysis.distributions import distribution
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import Notice, SomError
from som_model.projection.figures import Array
from som_model.resolved.figures import figures
from som_model.wording.message import Message
from som_model.wording.parties import TOTAL


def net_benefit(simulations: Sequence[Simulation], outcome: str = "accumulated_net", payer: str = TOTAL) -> Array:
    """What each option gives in each draw, (draw, option), kr.: 0 for running nothing, then each simulation's outcome.

    Draw i of an assumption is the same number in every simulation that holds it, because its stream is tied to seed
    and address. Raises SomError where draws, seeds, years or price years differ, DrawsNotKept, UnknownName.
    """
    first = simulations[0]
    for other in simulations[1:]:
        same = (other.draws, other.seed) == (first.draws, first.seed)
        if not same or (other.years, other.scenario.price_year) != (first.years, first.scenario.price_year):
            raise SomError(Message.of("options_differ"))
    run = [each.outcome(outcome, payer) for each in simulations]
    return np.stack([np.zeros(first.draws), *run], axis=-1)


def unlike(simulations: Sequence[Simulation]) -> Iterator[Notice]:
    """Assumptions drawn in one option that another states differently: by another value or interval, or as certain.

    Drawn in both, they come from one stream, and rise and fall together.
    """
    stated = [dict(figures(each.scenario)) for each in simulations]
    for address in dict.fromkeys(address for each in simulations for address in each.drawn):
        held = [known[address] for known in stated if address in known and known[address].value is not None]
        if len({distribution(each) if each.uncertain else each.value for each in held}) > 1:
            yield Notice(address, Message.of("options_unlike"))
