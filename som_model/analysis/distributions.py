"""Distributions of an estimate (method.md: Distributions and draws): mean = value, sd from the interval, by the method of
moments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from som_model.projection.figures import Array
from som_model.scenario.estimate import Estimate

PERT_WEIGHT = 4.0
"""λ of the PERT distribution: the weight of the most likely value."""


class Distribution(Protocol):
    """What an uncertain number may be, in the units of its field."""

    @property
    def mean(self) -> float:
        """Expected value."""
        ...

    def fill(self, generator: np.random.Generator, drawn: Array) -> None:
        """Fill an array (draw,) with independent draws."""
        ...

    def quantile(self, probability: Array) -> Array:
        """The values below which the number lies with these probabilities, same shape."""
        ...

    def density(self, value: Array) -> Array:
        """Probability density at these values, same shape."""
        ...


@dataclass(frozen=True, slots=True)
class Beta:
    """Beta(a, b) over 0 to 1, or over another range: low + (high − low) × Beta(a, b)."""

    a: float
    b: float
    low: float = 0.0
    high: float = 1.0

    @property
    def mean(self) -> float:
        """low + (high − low)·a/(a + b)."""
        return self.low + (self.high - self.low) * self.a / (self.a + self.b)

    @property
    def sd(self) -> float:
        """(high − low)·√(ab / ((a + b)²(a + b + 1)))."""
        total = self.a + self.b
        return (self.high - self.low) * float(np.sqrt(self.a * self.b / (total**2 * (total + 1))))

    def fill(self, generator: np.random.Generator, drawn: Array) -> None:
        """Fill an array (draw,) with independent draws."""
        drawn[:] = generator.beta(self.a, self.b, drawn.shape)
        if (self.low, self.high) != (0.0, 1.0):
            drawn *= self.high - self.low
            drawn += self.low

    def quantile(self, probability: Array) -> Array:
        """The inverse of the regularised incomplete beta function."""
        from scipy.special import betaincinv

        return self.low + (self.high - self.low) * np.asarray(betaincinv(self.a, self.b, probability))

    def density(self, value: Array) -> Array:
        """Probability density at these values."""
        from scipy.special import betaln, xlog1py, xlogy

        width = self.high - self.low
        share = np.clip((np.asarray(value) - self.low) / width, 0.0, 1.0)
        logged = xlogy(self.a - 1, share) + xlog1py(self.b - 1, -share) - betaln(self.a, self.b)
        return np.asarray(np.exp(logged) / width)


@dataclass(frozen=True, slots=True)
class Gamma:
    """sign × Gamma(shape, scale): an amount of one sign."""

    shape: float
    scale: float
    sign: float = 1.0

    @property
    def mean(self) -> float:
        """sign·shape·scale."""
        return self.sign * self.shape * self.scale

    def fill(self, generator: np.random.Generator, drawn: Array) -> None:
        """Fill an array (draw,) with independent draws."""
        generator.standard_gamma(self.shape, out=drawn)
        drawn *= self.sign * self.scale

    def quantile(self, probability: Array) -> Array:
        """The inverse of the regularised incomplete gamma function."""
        from scipy.special import gammainccinv, gammaincinv

        inverse = gammaincinv if self.sign > 0 else gammainccinv
        return self.sign * self.scale * np.asarray(inverse(self.shape, probability), dtype=np.float64)

    def density(self, value: Array) -> Array:
        """Probability density at these values."""
        from scipy.special import gammaln, xlogy

        size = np.maximum(self.sign * np.asarray(value) / self.scale, 0.0)
        return np.asarray(np.exp(xlogy(self.shape - 1, size) - size - gammaln(self.shape)) / self.scale)


@dataclass(frozen=True, slots=True)
class Normal:
    """Normal(mean, sd)."""

    mean: float
    sd: float

    def fill(self, generator: np.random.Generator, drawn: Array) -> None:
        """Fill an array (draw,) with independent draws."""
        generator.standard_normal(out=drawn)
        drawn *= self.sd
        drawn += self.mean

    def quantile(self, probability: Array) -> Array:
        """The inverse of the normal distribution function."""
        from scipy.special import ndtri

        return self.mean + self.sd * np.asarray(ndtri(probability))

    def density(self, value: Array) -> Array:
        """Probability density at these values."""
        standard = (np.asarray(value, dtype=np.float64) - self.mean) / self.sd
        return np.asarray(np.exp(-(standard**2) / 2) / (self.sd * np.sqrt(2 * np.pi)))


@dataclass(frozen=True, slots=True)
class Triangular:
    """Least, most likely and greatest value."""

    low: float
    mode: float
    high: float

    @property
    def mean(self) -> float:
        """(low + mode + high)/3."""
        return (self.low + self.mode + self.high) / 3

    def fill(self, generator: np.random.Generator, drawn: Array) -> None:
        """Fill an array (draw,) with independent draws."""
        drawn[:] = generator.triangular(self.low, self.mode, self.high, drawn.shape)

    def quantile(self, probability: Array) -> Array:
        """The inverse of the two parabolas of the distribution function."""
        width, rise = self.high - self.low, self.mode - self.low
        probability = np.asarray(probability)
        below = self.low + np.sqrt(probability * width * rise)
        above = self.high - np.sqrt((1 - probability) * width * (self.high - self.mode))
        return np.where(probability * width < rise, below, above)

    def density(self, value: Array) -> Array:
        """Probability density at these values."""
        value, top = np.asarray(value), 2 / (self.high - self.low)
        with np.errstate(divide="ignore", invalid="ignore"):
            rising = np.where(value < self.mode, (value - self.low) / (self.mode - self.low), np.inf)
            falling = np.where(value > self.mode, (self.high - value) / (self.high - self.mode), np.inf)
        return top * np.clip(np.minimum(np.minimum(rising, falling), 1.0), 0.0, 1.0)


def distribution(estimate: Estimate) -> Distribution:
    """The distribution of an uncertain estimate. Raises ValueError for one that is certain.

    Observed: Beta(successes + ½, failures + ½) (Jeffreys). pert and triangular: low, value, high are least, most
    likely and greatest. Else fitted: mean = value, sd = (high − low)/(2 × 1.959964), by the method of moments: a share as
    beta, a + b = m(1 − m)/sd² − 1; an amount or a change of one sign as gamma, shape = m²/sd², scale = sd²/m; else normal.
    """
    if estimate.observed is not None:
        return Beta(estimate.observed.successes + 0.5, estimate.observed.of - estimate.observed.successes + 0.5)
    low, high, value = estimate.low, estimate.high, estimate.value
    if low is None or high is None or value is None or not estimate.uncertain:
        raise ValueError("a certain number has no distribution")
    if estimate.distribution == "triangular":
        return Triangular(low, value, high)
    if estimate.distribution == "pert":
        rise = (value - low) / (high - low)
        return Beta(1 + PERT_WEIGHT * rise, 1 + PERT_WEIGHT * (1 - rise), low, high)
    sd = estimate.sd
    if estimate.kind == "share":
        total = value * (1 - value) / sd**2 - 1
        return Beta(value * total, (1 - value) * total)
    if estimate.kind == "rate" or low < 0 < high or value == 0:
        return Normal(value, sd)
    return Gamma((value / sd) ** 2, sd**2 / abs(value), 1.0 if value > 0 else -1.0)


def misses(estimate: Estimate) -> tuple[float, float] | None:
    """The fitted ends of the stated interval where one of them misses low or high by more than a tenth of the width;
    None where the fit holds, or nothing was fitted."""
    if estimate.low is None or estimate.high is None or not estimate.uncertain or estimate.distribution != "fitted":
        return None
    tail = (1 - estimate.interval) / 2
    low, high = (float(end) for end in distribution(estimate).quantile(np.array([tail, 1 - tail])))
    allowed = (estimate.high - estimate.low) / 10
    return (low, high) if max(abs(low - estimate.low), abs(high - estimate.high)) > allowed else None
