"""What the uncertainty of a decision costs, which number to measure, and how many citizens to follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.distributions import distribution
from som_model.analysis.information.in_words import in_words
from som_model.analysis.information.perfect import evpi, evppi, method_used
from som_model.analysis.information.sample import Counts, SampleInformation, evsi, net_benefit
from som_model.analysis.learning import is_measured
from som_model.analysis.simulation.sampling import without_estimates
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import NoAnswer, Notice, SomError, UnknownName
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.resolved.titles import full_title, scenario_title, variant_title
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


@dataclass(frozen=True, slots=True)
class ValueOfKnowing:
    """EVPPI in kr. of one assumption, or of a group of them."""

    name: str
    """The address, or the name of the group."""
    addresses: tuple[str, ...]
    """The assumptions that would be known."""
    evppi: float
    """Expected value of knowing them for sure before choosing, kr. for each choice."""
    method: str
    """One of METHODS of som_model.analysis.information.perfect, or "everything": how it was found."""


@dataclass(frozen=True, repr=False)
class ValueOfInformation(ShownInNotebooks):
    """The value in kr. of knowing more before deciding whether to run the programme, said in words."""

    simulation: Simulation
    """The programme whose running is decided."""
    against: tuple[Simulation, ...]
    """Other programmes that can be run instead."""
    outcome: str
    """What is looked at: accumulated_net or net_present_value."""
    payer: str
    """Whose: a payer, or total for the public purse."""
    expected: tuple[float, ...]
    """Expected outcome of each option, kr.: running nothing (0), the programme, and those it is set against."""
    expected_errors: tuple[float, ...]
    """Monte Carlo error of each of them, kr."""
    chance_wrong: float
    """The share of the draws in which another option gives more than the one best on average, 0 to 1."""
    evpi: float
    """What the uncertainty costs on average, kr. for each choice: the value of knowing every assumption."""
    evpi_error: float
    """Monte Carlo error of evpi, kr."""
    assumptions: tuple[ValueOfKnowing, ...]
    """EVPPI of each uncertain assumption, the greatest first."""
    groups: tuple[ValueOfKnowing, ...]
    """EVPPI of groups of assumptions, the greatest first."""
    sample: SampleInformation | None
    """Following citizens up on the share most worth knowing; None where no share of a target group is uncertain."""

    @property
    def best(self) -> int:
        """The option best on average, by its place in `expected`: 0 is running nothing."""
        return int(np.argmax(self.expected))

    @property
    def options(self) -> tuple[Simulation, ...]:
        """The programmes one may choose, the first one and those it is set against."""
        return (self.simulation, *self.against)

    def assumption(self, address: str) -> Assumption:
        """The assumption at an address, as readers know it. Raises UnknownName for one that no option holds."""
        for simulation in self.options:
            known = dict(figures(simulation.scenario))
            if address in known:
                return Assumption(simulation.scenario, address, known[address])
        raise UnknownName(Message.of("not_drawn", address=address, known=self.simulation.drawn))

    def titles(self, language: Language = "da") -> list[str]:
        """What readers see as the name of each programme; of several variants of one scenario, that of the variant."""
        short = self._variants_of_one(language)
        return [(variant_title if short else full_title)(run.scenario, language) for run in self.options]

    def title(self, language: Language = "da") -> str:
        """What readers see as the name of the choice: 'Koordinerende indsatsplaner: 30 % / 40 %'."""
        listed = " / ".join(self.titles(language))
        scenario = scenario_title(self.simulation.scenario, language)
        return f"{scenario}: {listed}" if self._variants_of_one(language) else listed

    def _variants_of_one(self, language: Language) -> bool:
        """Whether all programmes are variants of one scenario, whose title is then said once."""
        titles = {scenario_title(run.scenario, language) for run in self.options}
        named = all(run.scenario.variant is not None for run in self.options)
        return len(self.options) > 1 and len(titles) == 1 and named

    @property
    def starting_a_year(self) -> float | None:
        """Citizens a year on whom the share is measured, on average over the years in which any start.

        None where they are not the programme's own: a baseline rate is measured on citizens without it.
        """
        if self.sample is None or not is_measured(self.sample.address):
            return None
        name, field = self.sample.address.split(".")[1:3]
        base = self.simulation.base
        for group, effects in zip(base.inputs.groups, base.balance.effects, strict=True):
            if group.name == name and field != "baseline_rate":
                completing = field == "success_rate" and group.measured_on_completers
                of_rate = {"completion_rate": effects.participants, "success_rate": effects.participants}
                measured = effects.completers if completing else of_rate.get(field, effects.successes)
                return float(measured[measured > 0].mean()) if np.any(measured > 0) else None
        return None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader should know of the uncertainty of each option and of setting them against each other, beside the
        notices of their base cases."""
        own = [notice for run in self.options if run.drawn for notice in run.notices if notice not in run.base.notices]
        return tuple(dict.fromkeys([*own, *_unlike(self.options)]))

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
    options: Sequence[Simulation],
    address: str,
    of: Counts,
    cost_per_citizen: float,
    years: float,
    outcome: str,
    payer: str,
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


def _unlike(simulations: Sequence[Simulation]) -> Iterator[Notice]:
    """Assumptions drawn in one option that another states differently: by another value or interval, or as certain.

    Drawn in both, they come from one stream, and rise and fall together.
    """
    stated = [dict(figures(simulation.scenario)) for simulation in simulations]
    for address in dict.fromkeys(address for simulation in simulations for address in simulation.drawn):
        held = [known[address] for known in stated if address in known and known[address].value is not None]
        if len({distribution(estimate) if estimate.uncertain else estimate.value for estimate in held}) > 1:
            yield Notice(address, Message.of("options_unlike"))
