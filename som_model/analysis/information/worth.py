"""What knowing more is worth before choosing whether to run the programme: the figures, without words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.analysis.distributions import distribution
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.learning import is_measured
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import Notice, UnknownName
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.resolved.titles import full_title, scenario_title, variant_title
from som_model.wording.message import Message
from som_model.wording.table import Language


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
class Worth:
    """What knowing more is worth, kr."""

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
        told = [notice for run in self.options if run.drawn for notice in run.notices if notice not in run.base.notices]
        # Drawn in two options, an assumption comes from one stream, and rises and falls in both, also where they state it
        # differently: by another value or interval, or as certain.
        stated = [dict(figures(run.scenario)) for run in self.options]
        for address in dict.fromkeys(address for run in self.options for address in run.drawn):
            held = [known[address] for known in stated if address in known and known[address].value is not None]
            if len({distribution(estimate) if estimate.uncertain else estimate.value for estimate in held}) > 1:
                told.append(Notice(address, Message.of("options_unlike")))
        return tuple(dict.fromkeys(told))
