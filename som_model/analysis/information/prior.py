"""A share's prior as points and weights, so that what data would teach can be summed instead of drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.analysis.distributions import Beta, Distribution, Triangular
from som_model.projection.figures import Array

FEWEST_POINTS = 64
MOST_POINTS = 600
EVEN_PARTS = 4_000
FINE_POINTS = 20_000
SURELY_KNOWN = 500.0
"""a + b of a beta from which on it is so narrow that its points are laid over its own range."""
MOST_FOLLOWED = 100_000
CELLS_AT_ONCE = 4_000_000
"""Numbers of a likelihood in memory at once."""


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
    and over its own range for a beta that is known too well for Jacobi's weights; 4,000 equally likely parts where such
    a beta leans on an end.
    Raises TypeError for a distribution that a share cannot have.
    """
    count = min(MOST_POINTS, max(FEWEST_POINTS, most_followed // 2 + 32))
    if isinstance(distribution, Beta):
        return _of_beta(distribution, count)
    if isinstance(distribution, Triangular):
        return _of_triangle(distribution, count)
    raise TypeError(f"a share has no {type(distribution).__name__.lower()} distribution")


def _of_beta(beta: Beta, count: int) -> Prior:
    from scipy.special import roots_jacobi

    if beta.a + beta.b > SURELY_KNOWN:
        return _over_its_range(beta, count) if min(beta.a, beta.b) > 5 else _parts(beta, EVEN_PARTS)
    nodes, weights = roots_jacobi(count, beta.b - 1, beta.a - 1)
    return Prior(beta.low + (beta.high - beta.low) * (nodes + 1) / 2, weights / weights.sum())


def _over_its_range(beta: Beta, count: int) -> Prior:
    """A beta so narrow that Jacobi's weights overflow: Gauss–Legendre over all but a millionth of a millionth of it."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    low, high = beta.quantile(np.array([1e-12, 1 - 1e-12]))
    points = low + (high - low) * (nodes + 1) / 2
    measure = weights * beta.density(points)
    return Prior(points, measure / measure.sum())


def _of_triangle(triangle: Triangular, count: int) -> Prior:
    nodes, weights = np.polynomial.legendre.leggauss(count)
    ends = [(low, high) for low, high in ((triangle.low, triangle.mode), (triangle.mode, triangle.high)) if low < high]
    points = np.concatenate([low + (high - low) * (nodes + 1) / 2 for low, high in ends])
    measure = np.concatenate([(high - low) / 2 * weights for low, high in ends]) * triangle.density(points)
    return Prior(points, measure / measure.sum())


def fine_prior(distribution: Distribution) -> Prior:
    """The prior as the middles of 20,000 equally likely parts, for what has a kink in the share itself."""
    return _parts(distribution, FINE_POINTS)


def _parts(distribution: Distribution, count: int) -> Prior:
    middles = (np.arange(count) + 0.5) / count
    return Prior(distribution.quantile(middles), np.full(count, 1 / count))
