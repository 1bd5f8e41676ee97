"""What it is worth to follow some citizens before deciding: EVSI and the net benefit of sampling, from a prior as points and
weights, so that what data would teach is summed instead of drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.distributions import Beta, Distribution, Triangular
from som_model.analysis.information.perfect import conditional_mean
from som_model.analysis.learning import is_measured
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import SomError, UnknownName
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.wording.message import Message
from som_model.wording.parties import TOTAL
from som_model.wording.shown import ShownInNotebooks

FEWEST_POINTS = 64
MOST_POINTS = 600
EVEN_PARTS = 4_000
FINE_POINTS = 20_000
SURELY_KNOWN = 500.0
"""a + b of a beta from which on it is so narrow that its points are laid over its own range."""
LEANS = 5.0
"""a or b at or below which such a beta leans on an end."""
MOST_FOLLOWED = 100_000
CELLS_AT_ONCE = 4_000_000
"""Numbers of a likelihood in memory at once."""

Counts = Sequence[int] | int


@dataclass(frozen=True, repr=False)
class SampleInformation(ShownInNotebooks):
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
    estimate = dict(figures(simulation.scenario)).get(address)
    if estimate is None or address not in simulation.sampling.distributions:
        raise UnknownName(Message.of("not_drawn", address=str(address), known=simulation.drawn))
    if estimate.kind != "share" or not is_measured(address):
        raise SomError(Message.of("sample_not_a_share", address=address))
    assumption = Assumption(simulation.scenario, address, estimate)
    counts = _counted(of, cost_per_citizen, years)
    net = net_benefit((simulation, *against), outcome, payer)
    known = conditional_mean(net, simulation.draws_of(address))
    believed = simulation.sampling.distributions[address]
    points, fine = prior(believed, max(counts)), fine_prior(believed)
    values = np.array([value_of_sample(points, known(points.points), count) for count in counts])
    certain = certainty(fine, known(fine.points))
    cost = cost_per_citizen * np.array(counts, dtype=np.float64)
    left, drawn = years * values - cost, (simulation.draws, simulation.seed)
    return SampleInformation(assumption, counts, values, cost, left, certain, cost_per_citizen, years, *drawn)


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
    run = [simulation.outcome(outcome, payer) for simulation in simulations]
    return np.stack([np.zeros(first.draws), *run], axis=-1)


def _counted(of: Counts, cost_per_citizen: float, years: float) -> tuple[int, ...]:
    asked = (of,) if isinstance(of, int | np.integer) else tuple(of)
    counts = tuple(int(number) for number in asked)
    whole = all(number == count for number, count in zip(asked, counts, strict=True))
    if not whole or max(counts, default=0) < 1 or min(counts) < 0 or max(counts) > MOST_FOLLOWED:
        raise SomError(Message.of("sample_counts", of=", ".join(map(str, asked)) or "–", most=float(MOST_FOLLOWED)))
    if not (0 <= cost_per_citizen < np.inf and 0 < years < np.inf):
        raise SomError(Message.of("sample_cost", cost=float(cost_per_citizen), years=float(years)))
    return counts


@dataclass(frozen=True, slots=True)
class Prior:
    """Points (point,) of a share, and the probability that stands at each (point,)."""

    points: Array
    weights: Array

    def likelihood(self, of: int, seen: Array | None = None) -> Array:
        """Probability of numbers of successes among `of` citizens at each point, (successes, point); all unless given."""
        from scipy.special import gammaln, xlog1py, xlogy

        seen = (np.arange(of + 1.0) if seen is None else seen)[:, np.newaxis]
        ways = gammaln(of + 1) - gammaln(seen + 1) - gammaln(of - seen + 1)
        return np.asarray(np.exp(ways + xlogy(seen, self.points) + xlog1py(of - seen, -self.points)))


def prior(distribution: Distribution, most_followed: int) -> Prior:
    """The prior of a share, as fine as following `most_followed` citizens needs; at most 600 points.

    Gauss–Jacobi quadrature for a beta (also pert), Gauss–Legendre on both slopes of a triangle (Golub and Welsch 1969),
    and over all but a millionth of a millionth of its own range for a beta so narrow that Jacobi's weights overflow; 4,000
    equally likely parts where such a beta leans on an end.
    Raises TypeError for a distribution that a share cannot have.
    """
    count = min(MOST_POINTS, max(FEWEST_POINTS, most_followed // 2 + 32))
    if isinstance(distribution, Triangular):
        low, mode, high = distribution.low, distribution.mode, distribution.high
        return _by_density(distribution, [(left, right) for left, right in ((low, mode), (mode, high)) if left < right], count)
    if not isinstance(distribution, Beta):
        raise TypeError(f"a share has no {type(distribution).__name__.lower()} distribution")
    if distribution.a + distribution.b <= SURELY_KNOWN:
        from scipy.special import roots_jacobi

        nodes, weights = roots_jacobi(count, distribution.b - 1, distribution.a - 1)
        points = distribution.low + (distribution.high - distribution.low) * (nodes + 1) / 2
        return Prior(points, weights / weights.sum())
    if min(distribution.a, distribution.b) > LEANS:
        low, high = distribution.quantile(np.array([1e-12, 1 - 1e-12])).tolist()
        return _by_density(distribution, [(low, high)], count)
    return _parts(distribution, EVEN_PARTS)


def fine_prior(distribution: Distribution) -> Prior:
    """The prior as the middles of 20,000 equally likely parts, for what has a kink in the share itself."""
    return _parts(distribution, FINE_POINTS)


def _by_density(distribution: Distribution, stretches: Sequence[tuple[float, float]], count: int) -> Prior:
    """Gauss–Legendre's points on each stretch, weighted by the density there."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    points = np.concatenate([low + (high - low) * (nodes + 1) / 2 for low, high in stretches])
    measure = np.concatenate([(high - low) / 2 * weights for low, high in stretches]) * distribution.density(points)
    return Prior(points, measure / measure.sum())


def _parts(distribution: Distribution, count: int) -> Prior:
    middles = (np.arange(count) + 0.5) / count
    return Prior(distribution.quantile(middles), np.full(count, 1 / count))
