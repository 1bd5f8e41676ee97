"""Draws of the uncertain assumptions: each address has a stream of its own, tied to the seed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from som_model.analysis.distributions import Distribution, distribution
from som_model.projection.figures import Array
from som_model.resolved.correlation import factor, moving_together
from som_model.resolved.figures import figures
from som_model.scenario.scenario import Scenario

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
        found: dict[str, Array] = {}
        for joined in self.together:
            if set(joined.addresses) & set(addresses):
                found.update(self._jointly(joined, index, -(-draws // WHOLE) * WHOLE))
        for address in addresses:
            if address not in found:
                found[address] = np.empty(draws)
                self.distributions[address].fill(stream(self.seed, address, index), found[address])
        return {address: found[address][:draws] for address in addresses}

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
    """Every uncertain assumption of a scenario with its distribution and correlations (method, section 5)."""
    known = [(address, each) for address, each in figures(scenario) if each.uncertain and each.value is not None]
    return Sampling(seed, {address: distribution(each) for address, each in known}, tuple(_together(scenario)))


def _together(scenario: Scenario) -> Iterable[Together]:
    """Correlated addresses; one that is certain keeps its place, so that the others are drawn as if it were not."""
    for addresses in moving_together(scenario.correlations):
        triangle = factor(addresses, [each for each in scenario.correlations if set(each.between) <= set(addresses)])
        assert triangle is not None
        size = len(addresses)
        filled = [[*row, *(0.0,) * (size - len(row))] for row in triangle]
        yield Together(tuple(addresses), np.array(filled))
