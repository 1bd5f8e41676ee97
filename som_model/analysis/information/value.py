"""What the uncertainty of a decision costs, which number to measure, and how many citizens to follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.information.display import in_words, value_html
from som_model.analysis.information.options import net_benefit, unlike
from som_model.analysis.information.partial import evppi
from som_model.analysis.information.perfect import evpi
from som_model.analysis.information.sample import SampleInformation, evsi
from som_model.analysis.simulation.notices import without_estimates
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import NoAnswer, Notice, UnknownName
from som_model.projection.projection import TOTAL
from som_model.projection.scaled import Array
from som_model.scenario.assumption import Assumption
from som_model.scenario.figures import figures
from som_model.scenario.titles import full_title
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.numbers import rounded_kroner

FOLLOWED = (5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500)
"""Numbers of citizens tried unless others are asked for."""
GROUPS = {"effects": "target_groups.", "prices": "unit_costs.", "programme": "programme."}
"""Groups of assumptions measured together, by the beginning of their addresses."""


@dataclass(frozen=True, slots=True)
class ValueOfKnowing:
    """EVPPI in kr. of one assumption, or of a group of them."""

    name: str
    """The address, or the name of the group."""
    addresses: tuple[str, ...]
    evppi: float


@dataclass(frozen=True, repr=False)
class ValueOfInformation:
    """The value in kr. of knowing more before deciding whether to run the programme.

    evpi: what the uncertainty costs, on average. assumptions: EVPPI of each, the greatest first; groups likewise.
    sample: following citizens up on the share that matters most; None where no uncertain share is worth measuring.
    """

    simulation: Simulation
    against: tuple[Simulation, ...]
    outcome: str
    payer: str
    expected: tuple[float, ...]
    """Expected outcome of each option, kr.: running nothing (0), the programme, and those it is set against."""
    evpi: float
    evpi_error: float
    """Monte Carlo error of evpi, kr."""
    assumptions: tuple[ValueOfKnowing, ...]
    groups: tuple[ValueOfKnowing, ...]
    sample: SampleInformation | None

    def assumption(self, address: str) -> Assumption:
        """The assumption at an address, as readers know it."""
        for simulation in (self.simulation, *self.against):
            known = dict(figures(simulation.scenario))
            if address in known:
                return Assumption(simulation.scenario, address, known[address])
        raise UnknownName(Message.of("not_drawn", address=address, known=self.simulation.drawn))

    def titles(self, language: Language = "da") -> list[str]:
        """What readers see as the name of each programme, the first one and those it is set against."""
        return [full_title(each.scenario, language) for each in (self.simulation, *self.against)]

    @property
    def starting_a_year(self) -> float | None:
        """Citizens on whom the share is measured that start in a year, on average over the years in which any start."""
        if self.sample is None:
            return None
        name = self.sample.address.split(".")[1]
        for group, effects in zip(self.simulation.base.inputs.groups, self.simulation.base.balance.effects, strict=True):
            if group.name == name:
                starting = (effects.completers if group.measured_on_completers else effects.participants).full
                return float(starting[starting > 0].mean()) if np.any(starting > 0) else None
        return None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader should know beside the simulation's own notices."""
        return tuple(unlike((self.simulation, *self.against)))

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
    of: Sequence[int] = FOLLOWED,
    cost_per_citizen: float = 0,
    years: float = 1,
    *,
    outcome: str = "accumulated_net",
    payer: str = TOTAL,
    against: Sequence[Simulation] = (),
) -> ValueOfInformation:
    """EVPI, EVPPI of each uncertain assumption and group, and EVSI of following citizens up, in kr.

    The decision is to run the programme or not, or to run one of those `against`. address: the share to measure; that
    share of the target groups that is most worth knowing unless named. of, cost_per_citizen, years: see evsi.
    Raises NoAnswer where nothing is uncertain, DrawsNotKept where summaries only are kept, and what evsi raises.
    """
    if not simulation.drawn:
        raise NoAnswer(without_estimates(simulation.scenario, simulation.base.asked))
    options = (simulation, *against)
    net = net_benefit(options, outcome, payer)
    drawn = {address: each.draws_of(address) for each in reversed(options) for address in each.drawn}
    assumptions = [ValueOfKnowing(each, (each,), evppi(net, values)) for each, values in drawn.items()]
    assumptions.sort(key=lambda each: -each.evppi)
    groups = []
    for name, beginning in GROUPS.items():
        members = tuple(each for each in drawn if each.startswith(beginning))
        if len(members) > 1:
            joint = evppi(net, np.stack([drawn[each] for each in members], axis=-1))
            groups.append(ValueOfKnowing(name, members, joint))
    measured = address if address is not None else _worth_measuring(simulation, assumptions)
    sample = (
        evsi(simulation, measured, of, cost_per_citizen, years, outcome=outcome, payer=payer, against=against)
        if measured is not None
        else None
    )
    groups.sort(key=lambda each: -each.evppi)
    return ValueOfInformation(
        simulation,
        tuple(against),
        outcome,
        payer,
        tuple(net.mean(axis=0)),
        evpi(net),
        _error(net),
        tuple(assumptions),
        tuple(groups),
        sample,
    )


def _error(net: Array) -> float:
    """Standard error of EVPI: that of the mean regret of the option best on average."""
    regret = net.max(axis=1) - net[:, int(np.argmax(net.mean(axis=0)))]
    return float(regret.std(ddof=1)) / float(np.sqrt(len(net))) if len(net) > 1 else 0.0


def _worth_measuring(simulation: Simulation, assumptions: Sequence[ValueOfKnowing]) -> str | None:
    """The share of a target group that is worth most to know, for following citizens up."""
    known = dict(figures(simulation.scenario))
    shares = [each.name for each in assumptions if known[each.name].kind == "share" and each.name.startswith("target_groups.")]
    return shares[0] if shares else None
