"""What the uncertainty of a decision costs, which number to measure, and how many citizens to follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.information.in_words import in_words
from som_model.analysis.information.perfect import evpi, evppi, method_used
from som_model.analysis.information.sample import Counts, SampleInformation, evsi, net_benefit
from som_model.analysis.information.worth import ValueOfKnowing, Worth
from som_model.analysis.learning import is_measured
from som_model.analysis.simulation.sampling import without_estimates
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import NoAnswer, SomError
from som_model.projection.figures import Array
from som_model.resolved.titles import full_title
from som_model.wording.message import Message
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import TOTAL
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import Language

FOLLOWED = (5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500)
"""Numbers of citizens tried unless others are asked for."""
GROUPS = {"effects": "target_groups.", "prices": "unit_costs.", "programme": "programme."}
"""Groups of assumptions measured together, by the beginning of their addresses."""
EVERYTHING = "everything"
"""The method of a group that holds all that is uncertain: knowing it is EVPI itself."""


@dataclass(frozen=True, repr=False)
class ValueOfInformation(Worth, ShownInNotebooks):
    """The value in kr. of knowing more before deciding whether to run the programme, said in words."""

    def say(self, language: Language = "da") -> str:
        """What the uncertainty costs, which number to measure, how many citizens to follow, what is left after paying."""
        return in_words(self, language)

    def __repr__(self) -> str:
        return f"<ValueOfInformation {full_title(self.simulation.scenario)}: EVPI {rounded_kroner(self.evpi, 'da')}>"


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
    if not any(option.drawn for option in options):
        raise NoAnswer(without_estimates(simulation.scenario, simulation.base.asked))
    if simulation.draws < 2:
        raise SomError(Message.of("whole_number_at_least", name="draws", number=str(simulation.draws), least="2"))
    net = net_benefit(options, outcome, payer)
    drawn = {address: option.draws_of(address) for option in reversed(options) for address in option.drawn}
    sample = None if address is None else _followed(options, address, of, cost_per_citizen, years, outcome, payer)
    assumptions, groups = _known(net, drawn, progress or (lambda _done: None))
    rate = next((known.name for known in assumptions if is_measured(known.name)), None)
    if sample is None and rate is not None:
        sample = _followed(options, rate, of, cost_per_citizen, years, outcome, payer)
    return ValueOfInformation(simulation, tuple(against), outcome, payer, *_deciding(net), assumptions, groups, sample)


def _followed(
    options: Sequence[Simulation], address: str, of: Counts, cost_per_citizen: float, years: float, outcome: str, payer: str
) -> SampleInformation:
    """What following citizens up is worth, on a share of whichever option draws it."""
    drawing = next((option for option in options if address in option.drawn), options[0])
    others = [option for option in options if option is not drawing]
    return evsi(drawing, address, of, cost_per_citizen, years, outcome=outcome, payer=payer, against=others)


def _deciding(net: Array) -> tuple[tuple[float, ...], tuple[float, ...], float, float, float]:
    """Expected outcomes and their errors, how often another option is better, EVPI and its error, from (draw, option)."""
    expected = net.mean(axis=0)
    regret = net.max(axis=1) - net[:, int(np.argmax(expected))]
    root = float(np.sqrt(len(net)))
    return (
        tuple(expected.tolist()),
        tuple((net.std(axis=0, ddof=1) / root).tolist()),
        float(np.count_nonzero(regret > 0)) / len(net),
        evpi(net),
        float(regret.std(ddof=1)) / root,
    )


def _known(
    net: Array, drawn: Mapping[str, Array], told: Callable[[int], None]
) -> tuple[tuple[ValueOfKnowing, ...], tuple[ValueOfKnowing, ...]]:
    """EVPPI of each assumption, and of each group of two or more, the greatest first."""
    assumptions = []
    for done, (address, values) in enumerate(drawn.items(), start=1):
        assumptions.append(ValueOfKnowing(address, (address,), evppi(net, values), method_used(values)))
        told(done)
    groups = []
    for done, (name, beginning) in enumerate(GROUPS.items(), start=len(drawn) + 1):
        members = tuple(address for address in drawn if address.startswith(beginning))
        if len(members) == len(drawn) > 1:
            groups.append(ValueOfKnowing(name, members, evpi(net), EVERYTHING))
        elif len(members) > 1:
            joint = np.stack([drawn[address] for address in members], axis=-1)
            groups.append(ValueOfKnowing(name, members, evppi(net, joint), method_used(joint)))
        told(done)
    return _greatest_first(assumptions), _greatest_first(groups)


def _greatest_first(known: Sequence[ValueOfKnowing]) -> tuple[ValueOfKnowing, ...]:
    return tuple(sorted(known, key=lambda knowing: -knowing.evppi))
