"""What the uncertainty of a decision costs, which number to measure, and how many citizens to follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.information.display import in_words, value_html
from som_model.analysis.information.options import net_benefit
from som_model.analysis.information.partial import evppi, method_used
from som_model.analysis.information.perfect import evpi
from som_model.analysis.information.sample import Counts, SampleInformation, evsi
from som_model.analysis.information.worth import ValueOfKnowing, Worth
from som_model.analysis.measured import is_measured
from som_model.analysis.simulation.sampling import without_estimates
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import NoAnswer, SomError
from som_model.projection.figures import Array
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import TOTAL

FOLLOWED = (5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500)
"""Numbers of citizens tried unless others are asked for."""
GROUPS = {"effects": "target_groups.", "prices": "unit_costs.", "programme": "programme."}
"""Groups of assumptions measured together, by the beginning of their addresses."""
EVERYTHING = "everything"
"""The method of a group that holds all that is uncertain: knowing it is EVPI itself."""


@dataclass(frozen=True, repr=False)
class ValueOfInformation(Worth):
    """The value in kr. of knowing more before deciding whether to run the programme, said in words."""

    def say(self, language: Language = "da") -> str:
        """What the uncertainty costs, which number to measure, how many citizens to follow, what is left after paying."""
        return in_words(self, language)

    def __repr__(self) -> str:
        return f"<ValueOfInformation {full_title(self.simulation.scenario)}: EVPI {rounded_kroner(self.evpi, 'da')}>"

    def _repr_html_(self) -> str:
        return value_html(self)


def value_of_information(
    simulation: Simulation,
    address: str | None = None,
    of: Counts = FOLLOWED,
    cost_per_citizen: float = 0,
    years: float = 1,
    *,
    outcome: str = "accumulated_net",
    payer: str = TOTAL,
    against: Sequence[Simulation] = (),
    progress: Callable[[int], None] | None = None,
) -> ValueOfInformation:
    """EVPI, EVPPI of each uncertain assumption and group, and EVSI of following citizens up, in kr.

    The decision is to run the programme or not, or to run one of those `against`. address: the share to measure, of
    whichever of them draws it; that share of a target group that is most worth knowing unless named.
    of, cost_per_citizen, years: see evsi.
    progress: called with the number of assumptions and groups done so far, of as many as are drawn and three groups.
    Raises NoAnswer where nothing is uncertain, SomError for fewer than two draws, DrawsNotKept where summaries only are
    kept, and what evsi raises.
    """
    options = (simulation, *against)
    if not any(each.drawn for each in options):
        raise NoAnswer(without_estimates(simulation.scenario, simulation.base.asked))
    if simulation.draws < 2:
        raise SomError(Message.of("whole_number_at_least", name="draws", number=str(simulation.draws), least="2"))
    net = net_benefit(options, outcome, payer)
    drawn = {address: each.draws_of(address) for each in reversed(options) for address in each.drawn}
    sample = None if address is None else _followed(options, address, of, cost_per_citizen, years, outcome, payer)
    assumptions, groups = _known(net, drawn, progress or _silent)
    rate = next((each.name for each in assumptions if is_measured(each.name)), None)
    if sample is None and rate is not None:
        sample = _followed(options, rate, of, cost_per_citizen, years, outcome, payer)
    found = _deciding(net)
    return ValueOfInformation(simulation, tuple(against), outcome, payer, *found, assumptions, groups, sample)


def _followed(
    options: Sequence[Simulation],
    address: str,
    of: Counts,
    cost_per_citizen: float,
    years: float,
    outcome: str,
    payer: str,
) -> SampleInformation:
    """What following citizens up is worth, on a share of whichever option draws it."""
    whose = next((each for each in options if address in each.drawn), options[0])
    others = [each for each in options if each is not whose]
    return evsi(whose, address, of, cost_per_citizen, years, outcome=outcome, payer=payer, against=others)


def _deciding(net: Array) -> tuple[tuple[float, ...], tuple[float, ...], float, float, float]:
    """Expected outcomes and their errors, how often another option is better, EVPI and its error, from (draw, option)."""
    expected = net.mean(axis=0)
    regret = net.max(axis=1) - net[:, int(np.argmax(expected))]
    root = float(np.sqrt(len(net)))
    return (
        tuple(float(each) for each in expected),
        tuple(float(each) / root for each in net.std(axis=0, ddof=1)),
        float(np.count_nonzero(regret > 0)) / len(net),
        evpi(net),
        float(regret.std(ddof=1)) / root,
    )


def _known(
    net: Array, drawn: Mapping[str, Array], told: Callable[[int], None]
) -> tuple[tuple[ValueOfKnowing, ...], tuple[ValueOfKnowing, ...]]:
    """EVPPI of each assumption, and of each group of two or more, the greatest first."""
    assumptions = []
    for done, (each, values) in enumerate(drawn.items(), start=1):
        assumptions.append(ValueOfKnowing(each, (each,), evppi(net, values), method_used(values)))
        told(done)
    groups = []
    for done, (name, beginning) in enumerate(GROUPS.items(), start=len(drawn) + 1):
        members = tuple(each for each in drawn if each.startswith(beginning))
        if len(members) == len(drawn) > 1:
            groups.append(ValueOfKnowing(name, members, evpi(net), EVERYTHING))
        elif len(members) > 1:
            joint = np.stack([drawn[each] for each in members], axis=-1)
            groups.append(ValueOfKnowing(name, members, evppi(net, joint), method_used(joint)))
        told(done)
    return _greatest_first(assumptions), _greatest_first(groups)


def _greatest_first(known: Sequence[ValueOfKnowing]) -> tuple[ValueOfKnowing, ...]:
    return tuple(sorted(known, key=lambda each: -each.evppi))


def _silent(done: int) -> None:
    """Nobody waits to be told."""
