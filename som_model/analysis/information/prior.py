"""A share's prior as points and weights, so that what data would teach can be summed instead of drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.analysis.distributions import Beta, Distribution, Triangular
from som_model.projection.scaled import Array

FEWEST_POINTS = 64
MOST_POINTS = 600
FINE_POINTS = 20_000


@dataclass(frozen=True, slots=True)
class Prior:
    """Points (point,) of a share, and the probability that stands at each (point,)."""

    points: Array
    weights: Array

    def likelihood(self, of: int) -> Array:
        """Probability of each number of successes among `of` citizens at each point, (successes, point)."""
        from scipy.special import gammaln, xlog1py, xlogy

        seen = np.arange(of + 1)[:, np.newaxis]
        ways = gammaln(of + 1) - gammaln(seen + 1) - gammaln(of - seen + 1)
        return np.asarray(np.exp(ways + xlogy(seen, self.points) + xlog1py(of - seen, -self.points)))


def prior(distribution: Distribution, most_followed: int) -> Prior:
    """The prior of a share, exact for polynomials as high as following `most_followed` citizens needs.

    Gauss–Jacobi quadrature for a beta (also pert), Gauss–Legendre on both slopes of a triangle (Golub and Welsch 1969).
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

    nodes, weights = roots_jacobi(count, beta.b - 1, beta.a - 1)
    return Prior(beta.low + (beta.high - beta.low) * (nodes + 1) / 2, weights / weights.sum())


def _of_triangle(triangle: Triangular, count: int) -> Prior:
    nodes, weights = np.polynomial.legendre.leggauss(count)
    ends = [(low, high) for low, high in ((triangle.low, triangle.mode), (triangle.mode, triangle.high)) if low < high]
    points = np.concatenate([low + (high - low) * (nodes + 1) / 2 for low, high in ends])
    measure = np.concatenate([(high - low) / 2 * weights for low, high in ends]) * triangle.density(points)
    return Prior(points, measure / measure.sum())


def fine_prior(distribution: Distribution) -> Prior:
    """The prior as the middles of 20,000 equally likely parts, for what has a kink in the share itself."""
    middles = (np.arange(FINE_POINTS) + 0.5) / FINE_POINTS
    return Prior(distribution.quantile(middles), np.full(FINE_POINTS, 1 / FINE_POINTS))
