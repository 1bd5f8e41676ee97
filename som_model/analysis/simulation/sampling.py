"""What is drawn and from what: each address has a stream of its own, tied to the seed; and what the reader should know of it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from statistics import NormalDist

import numpy as np

from som_model.analysis.addressed import limits
from som_model.analysis.distributions import Distribution, Normal, distribution, misses
from som_model.errors import Notice
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.correlation import factor, moving_together
from som_model.resolved.figures import figures
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.numbers import plain

TOO_OFTEN_BEYOND = 1e-6
"""The probability of a yearly growth of −1 or below, or 1 or above, from which on it is told."""
WHOLE = 8192
"""Normal scores are mixed in multiples of this, so that a draw is the same to the last bit however many follow."""
BLOCK = 131_072
"""Draws of one generator; block b of an address begins its own stream, so that any worker can draw it."""


@dataclass(frozen=True)
class Together:
    """Addresses joined by a Gaussian copula: normal scores z are mixed by the lower triangle L, (address, address)."""

    addresses: tuple[str, ...]
    triangle: Array


@dataclass(frozen=True)
class Sampling:
    """What is drawn, and from what."""

    seed: int
    distributions: dict[str, Distribution]
    """By address, every uncertain assumption of the scenario."""
    together: tuple[Together, ...]

    def block(self, index: int, draws: int, addresses: Collection[str]) -> dict[str, Array]:
        """The first draws of a block, address → (draw,), for the addresses asked for.

        The same whatever else is drawn, how many draws there are and who draws them.
        """
        drawn: dict[str, Array] = {}
        for joined in self.together:
            if set(joined.addresses) & set(addresses):
                drawn.update(self._jointly(joined, index, -(-draws // WHOLE) * WHOLE))
        for address in addresses:
            if address not in drawn:
                drawn[address] = np.empty(draws)
                self.distributions[address].fill(stream(self.seed, address, index), drawn[address])
        return {address: drawn[address][:draws] for address in addresses}

    def _jointly(self, joined: Together, index: int, draws: int) -> dict[str, Array]:
        """Quantiles of correlated normal scores, so that ranks correlate and each distribution stays its own."""
        from scipy.special import ndtr

        scores = np.empty((len(joined.addresses), draws))
        for row, address in enumerate(joined.addresses):
            stream(self.seed, address, index).standard_normal(out=scores[row])
        probabilities = ndtr(joined.triangle @ scores)
        return {
            address: self.distributions[address].quantile(probability)
            for address, probability in zip(joined.addresses, probabilities, strict=True)
            if address in self.distributions
        }


def stream(seed: int, address: str, block: int) -> np.random.Generator:
    """The generator of one address and block: SFC64, seeded by seed, the SHA-256 of the address, and the block."""
    named = np.frombuffer(sha256(address.encode()).digest()[:16], dtype="<u4")
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(*map(int, named), block))))


def sampling(scenario: Scenario, seed: int) -> Sampling:
    """Every uncertain assumption of a scenario with its distribution and correlations (method.md: Distributions and draws).

    A correlated one that is certain keeps its place, so that the others are drawn as if it were not.
    """
    uncertain = [
        (address, estimate) for address, estimate in figures(scenario) if estimate.uncertain and estimate.value is not None
    ]
    together = []
    for addresses in moving_together(scenario.correlations):
        triangle = factor(addresses, [pair for pair in scenario.correlations if set(pair.between) <= set(addresses)])
        assert triangle is not None
        filled = [[*row, *(0.0,) * (len(addresses) - len(row))] for row in triangle]
        together.append(Together(tuple(addresses), np.array(filled)))
    return Sampling(seed, {address: distribution(estimate) for address, estimate in uncertain}, tuple(together))


def notices(base: Projection, sampling: Sampling, drawn: Sequence[str]) -> Iterator[Notice]:
    """Nothing uncertain, intervals that the fitted distribution misses, growth beyond reason, correlations without effect."""
    known = dict(figures(base.scenario))
    if not drawn:
        yield Notice("", without_estimates(base.scenario, base.asked))
    for address in drawn:
        estimate, fitted = known[address], sampling.distributions[address]
        if (ends := misses(estimate)) is not None:
            level = f"{100 * estimate.interval:g}"
            low, high = float(estimate.low or 0.0), float(estimate.high or 0.0)
            fitted_low, fitted_high = (round(end, 4) for end in ends)
            told = Message.of("fit_misses", level=level, low=low, high=high, fitted_low=fitted_low, fitted_high=fitted_high)
            yield Notice(address, told)
        if estimate.kind == "rate" and isinstance(fitted, Normal) and abs(fitted.mean) < 1:
            growth = NormalDist(fitted.mean, fitted.sd)
            if growth.cdf(-1) + 1 - growth.cdf(1) > TOO_OFTEN_BEYOND:
                yield Notice(address, Message.of("growth_beyond", value=estimate.value or 0.0))
    for index, correlation in enumerate(base.scenario.correlations):
        for address in correlation.between:
            if address not in sampling.distributions:
                yield Notice(f"correlations.{index + 1}", Message.of("correlation_of_certain", address=address))


def without_estimates(scenario: Scenario, asked: frozenset[str]) -> Message:
    """That nothing is uncertain, and how to write that one of the scenario's own assumptions is.

    'success_rate: {value: 0.3, low: 0.2, high: 0.4}'; of an element of a series what stands in the braces alone.
    """
    known = dict(figures(scenario))
    movable = [address for address in known if address in asked and _reach(known[address]) > 0]
    rates = [address for address in movable if address.endswith(".success_rate")]
    address = next(iter(rates or movable), None)
    if address is None:
        return Message.of("no_estimates_at_all")
    value, reach, field = known[address].value or 0.0, _reach(known[address]), address.rpartition(".")[2]
    decimals = 2 - math.floor(math.log10(reach))
    low, high = (plain(round(value + side * reach, decimals)) for side in (-1, 1))
    written = f"{{value: {plain(value)}, low: {low}, high: {high}}}"
    line = written if field.isdecimal() else f"{field}: {written}"
    return Message.of("no_estimates", address=address, line=line)


def _reach(estimate: Estimate) -> float:
    """A third of the value, or what its field leaves room for: an interval of so much to both sides may stand there."""
    least, greatest = limits(estimate)
    value = estimate.value or 0.0
    return min(abs(value) / 3, value - least, greatest - value)
