"""Where a great many draws fall, in constant memory: means, and counts in narrow bins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.projection.figures import Array

BINS = 4096
COVERED = (0.0005, 0.9995)
"""The bins reach over this part of the first draws; what falls beyond is counted at the two ends, so that a
quantile there is within 0.05 percentile."""


@dataclass(frozen=True)
class Bins:
    """Bins of equal width for each series, laid over the first draws. Arrays (series, 1)."""

    low: Array
    width: Array

    @staticmethod
    def over(first: Array) -> Bins:
        """first: (series, draw)."""
        low, high = np.quantile(first, COVERED, axis=-1)[..., np.newaxis]
        width = (high - low) / BINS
        return Bins(low, np.where(width > 0, width, 1.0))


@dataclass
class Tally:
    """Counts (series, bin + 2), sums and squares about the lower ends of the bins, least and greatest, gains and losses."""

    bins: Bins
    counts: Array
    sums: Array
    squares: Array
    least: Array
    greatest: Array
    gains: Array
    losses: Array
    draws: int

    @staticmethod
    def empty(bins: Bins) -> Tally:
        """Nothing counted yet."""
        series = len(bins.low)
        none = np.zeros(series)
        return Tally(bins, np.zeros((series, BINS + 2)), none, none, none + np.inf, none - np.inf, none, none, 0)

    def add(self, values: Array) -> None:
        """Count values (series, draw) in kr."""
        above = values - self.bins.low
        self.sums = self.sums + above.sum(axis=-1)
        self.squares = self.squares + np.einsum("sd,sd->s", above, above)
        self.least = np.minimum(self.least, values.min(axis=-1))
        self.greatest = np.maximum(self.greatest, values.max(axis=-1))
        self.gains = self.gains + np.count_nonzero(values > HALF_OERE, axis=-1)
        self.losses = self.losses + np.count_nonzero(values < -HALF_OERE, axis=-1)
        self.draws += values.shape[-1]
        above /= self.bins.width
        above += 1.0
        np.clip(above, 0.0, BINS + 1.0, out=above)
        for row, places in enumerate(above.astype(np.intp)):
            self.counts[row] += np.bincount(places, minlength=BINS + 2)

    def merge(self, other: Tally) -> None:
        """Take in what was counted elsewhere in the same bins."""
        for name in ("counts", "sums", "squares", "gains", "losses"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.least = np.minimum(self.least, other.least)
        self.greatest = np.maximum(self.greatest, other.greatest)
        self.draws += other.draws

    def mean(self, series: int) -> float:
        """Mean in kr."""
        return float(self.bins.low[series, 0] + self.sums[series] / self.draws)

    def sd(self, series: int) -> float:
        """Standard deviation in kr."""
        mean = self.sums[series] / self.draws
        spread = max(self.squares[series] / self.draws - mean**2, 0.0)
        return float(np.sqrt(spread * self.draws / max(self.draws - 1, 1)))

    def quantile(self, series: int, probability: Array) -> Array:
        """Values in kr., straight lines inside each bin; within 0.1 percentile of the draws' own."""
        low, width = self.bins.low[series, 0], self.bins.width[series, 0]
        edges = np.concatenate(([self.least[series]], low + width * np.arange(BINS + 1), [self.greatest[series]]))
        edges = np.clip(edges, self.least[series], self.greatest[series])
        below = np.concatenate(([0.0], np.cumsum(self.counts[series])))
        rank = np.asarray(probability) * self.draws
        bin_of = np.clip(np.searchsorted(below, rank, side="left") - 1, 0, BINS + 1)
        held = self.counts[series][bin_of]
        part = np.where(held > 0, (rank - below[bin_of]) / np.where(held > 0, held, 1.0), 0.0)
        found: Array = edges[bin_of] + np.clip(part, 0.0, 1.0) * (edges[bin_of + 1] - edges[bin_of])
        return found
