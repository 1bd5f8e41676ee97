"""What it is worth to follow some citizens before deciding: EVSI and the net benefit of sampling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.information.options import net_benefit
from som_model.analysis.information.partial import conditional_mean
from som_model.analysis.information.prior import CELLS_AT_ONCE, MOST_FOLLOWED, Prior, fine_prior, prior
from som_model.analysis.measured import is_measured
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import SomError, UnknownName
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.wording.html import table_html
from som_model.wording.message import Message
from som_model.wording.numbers import number
from som_model.wording.parties import TOTAL
from som_model.wording.table import phrase

Counts = Sequence[int] | int


@dataclass(frozen=True, repr=False)
class SampleInformation:
    """The value of following citizens up, in kr.: arrays have one entry for each number in `of`."""

    assumption: Assumption
    """The share that is measured."""
    of: tuple[int, ...]
    """Numbers of citizens that were tried."""
    evsi: Array
    """Expected value of the sample for one decision, kr. (of,)."""
    cost: Array
    """What following so many citizens costs, kr. (of,)."""
    net_benefit: Array
    """The value over the years the decision stands, less the cost: expected net benefit of sampling, kr. (of,)."""
    evppi: float
    """The value of knowing the share for sure, kr.: the most that any sample can be worth for one decision."""
    cost_per_citizen: float
    """What following one citizen costs, kr."""
    years: float
    """How many years the answer serves, with one decision a year."""
    draws: int
    """Draws of the simulation it rests on."""
    seed: int
    """Seed of that simulation."""

    @property
    def address(self) -> str:
        """The share that is measured."""
        return self.assumption.address

    @property
    def best(self) -> int | None:
        """How many citizens to follow: the number of `of` with the greatest net benefit; None where none is above 0."""
        place = int(np.argmax(self.net_benefit))
        return self.of[place] if self.net_benefit[place] > 0 else None

    def at(self, of: int) -> tuple[float, float]:
        """EVSI and net benefit of following so many citizens, kr. `of` is one of those asked for."""
        place = self.of.index(of)
        return float(self.evsi[place]), float(self.net_benefit[place])

    def __repr__(self) -> str:
        return f"<SampleInformation {self.address}: of={list(self.of)}, evsi={np.round(self.evsi).tolist()}>"

    def _repr_html_(self) -> str:
        """Value, cost and net benefit by number of citizens followed, in Danish."""
        rows = [
            [str(of), *(number(float(amount), "da", 0) for amount in amounts)]
            for of, *amounts in zip(self.of, self.evsi, self.cost, self.net_benefit, strict=True)
        ]
        header = [phrase(key, "da") for key in ("voi_followed", "voi_evsi", "voi_cost_of_sample", "voi_enbs")]
        caption = phrase("voi_sample_title", "da").format(title=self.assumption.title("da"))
        return table_html(f"{caption}, {phrase('kr', 'da')}", header, rows)


def evsi(
    simulation: Simulation,
    address: str,
    of: Counts,
    cost_per_citizen: float = 0,
    years: float = 1,
    *,
    outcome: str = "accumulated_net",
    payer: str = TOTAL,
    against: Sequence[Simulation] = (),
) -> SampleInformation:
    """Expected value of sample information of following up n citizens on a share, for each n in `of`, in kr.

    The decision is to run the programme or not, or to run one of those `against`. Of n citizens, x reach the measure:
    binomial, given the share. E[net | x] is the mean of E[net | share] over the posterior, summed over every x there can
    be: nothing is drawn, so more citizens are never worth less. E[net | share] is the smooth regression of evppi.
    years: how many such decisions the answer serves, one a year; the value counts so many times, the cost once.
    `of` counts those the rate is measured on.
    Raises SomError for what is no share or for counts below 0, UnknownName for an address that is not drawn,
    DrawsNotKept. Source: Raiffa and Schlaifer 1961, Applied Statistical Decision Theory, preposterior analysis; the
    regression as in Strong, Oakley, Brennan and Breeze 2015, Medical Decision Making 35:570.
    """
    assumption = _measured(simulation, address)
    counts = _counted(of, cost_per_citizen, years)
    net = net_benefit((simulation, *against), outcome, payer)
    known = conditional_mean(net, simulation.draws_of(address))
    believed = simulation.sampling.distributions[address]
    points, fine = prior(believed, max(counts)), fine_prior(believed)
    values = np.array([value_of_sample(points, known(points.points), each) for each in counts])
    certain = certainty(fine, known(fine.points))
    cost = cost_per_citizen * np.array(counts, dtype=np.float64)
    drawn = (simulation.draws, simulation.seed)
    return SampleInformation(assumption, counts, values, cost, years * values - cost, certain, cost_per_citizen, years, *drawn)


def value_of_sample(points: Prior, net_benefit: Array, of: int) -> float:
    """EVSI in kr. of `of` citizens: Σ_x max over options of Σ_point p(point)·p(x | point)·net, less the best option now.

    net_benefit: (point, option), kr.
    """
    weighted = points.weights[:, np.newaxis] * net_benefit
    rows = max(1, CELLS_AT_ONCE // len(points.points))
    parts = (np.arange(begin, min(begin + rows, of + 1), dtype=np.float64) for begin in range(0, of + 1, rows))
    after = sum(float((points.likelihood(of, seen) @ weighted).max(axis=-1).sum()) for seen in parts)
    return max(0.0, after - float(weighted.sum(axis=0).max()))


def certainty(points: Prior, net_benefit: Array) -> float:
    """EVPPI in kr.: what a sample without end would be worth. net_benefit: (point, option), kr."""
    weighted = points.weights[:, np.newaxis] * net_benefit
    return max(0.0, float(weighted.max(axis=-1).sum() - weighted.sum(axis=0).max()))


def _measured(simulation: Simulation, address: str) -> Assumption:
    estimate = dict(figures(simulation.scenario)).get(address)
    if estimate is None or address not in simulation.sampling.distributions:
        raise UnknownName(Message.of("not_drawn", address=str(address), known=simulation.drawn))
    if estimate.kind != "share" or not is_measured(address):
        raise SomError(Message.of("sample_not_a_share", address=address))
    return Assumption(simulation.scenario, address, estimate)


def _counted(of: Counts, cost_per_citizen: float, years: float) -> tuple[int, ...]:
    asked = (of,) if isinstance(of, int | np.integer) else tuple(of)
    counts = tuple(int(each) for each in asked)
    whole = all(each == count for each, count in zip(asked, counts, strict=True))
    if not whole or max(counts, default=0) < 1 or min(counts) < 0 or max(counts) > MOST_FOLLOWED:
        raise SomError(Message.of("sample_counts", of=", ".join(map(str, asked)) or "–", most=float(MOST_FOLLOWED)))
    if not (0 <= cost_per_citizen < np.inf and 0 < years < np.inf):
        raise SomError(Message.of("sample_cost", cost=float(cost_per_citizen), years=float(years)))
    return counts
