"""The spread of accumulated net over the draws, by payer and year: kept draw by draw, or counted in constant memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.errors import DrawsNotKept
from som_model.projection.figures import Array
from som_model.wording.message import Message

BINS = 4096
COVERED = (0.0005, 0.9995)
"""The bins reach over this part of the first draws; what falls beyond is counted at the two ends, so that a
quantile there is within 0.05 percentile."""


def public_total(by_payer: Array, public: Sequence[int]) -> Array:
    """The public purse: the public rows of an array (payer, …) together, (…)."""
    return reduce(np.add, [by_payer[row] for row in public])


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

    def ends(self, series: int) -> tuple[Array, Array]:
        """The ends of the bins in kr., and how many draws lie below each, (bin + 3,)."""
        low, width = self.bins.low[series, 0], self.bins.width[series, 0]
        least, greatest = self.least[series], self.greatest[series]
        ends = np.concatenate(([least], low + width * np.arange(BINS + 1), [greatest]))
        return np.clip(ends, least, greatest), np.concatenate(([0.0], np.cumsum(self.counts[series])))

    def quantile(self, series: int, probability: Array) -> Array:
        """Values in kr., straight lines inside each bin; within 0.1 percentile of the draws' own."""
        ends, below = self.ends(series)
        rank = np.asarray(probability) * self.draws
        bin_of = np.clip(np.searchsorted(below, rank, side="left") - 1, 0, BINS + 1)
        held = self.counts[series][bin_of]
        part = np.where(held > 0, (rank - below[bin_of]) / np.where(held > 0, held, 1.0), 0.0)
        values: Array = ends[bin_of] + np.clip(part, 0.0, 1.0) * (ends[bin_of + 1] - ends[bin_of])
        return values


@dataclass(frozen=True)
class Spread:
    """Kr. by row and column: rows are the payers and, last, the public total; columns the years and, where the
    scenario discounts, net present value.

    kept: (payer, column, draw), None where nothing is kept; it may hold the columns from `first` on only.
    tally: counts of every row and column (row × column) that is not kept. public: the rows that make up the total.
    """

    columns: int
    draws: int
    kept: Array | None
    first: int
    tally: Tally | None
    public: Sequence[int] = ()

    def column(self, row: int, column: int) -> Array:
        """Every draw of one row and column, (draw,). Raises DrawsNotKept."""
        of_payers = self._kept(column)
        return of_payers[row] if row < len(of_payers) else public_total(of_payers, self.public)

    def payers_of(self, column: int) -> Array:
        """Every draw of one column, (draw, payer), not to be written to. Raises DrawsNotKept."""
        of_payers: Array = self._kept(column).T
        of_payers.flags.writeable = False
        return of_payers

    def _kept(self, column: int) -> Array:
        """Every draw of one column, (payer, draw)."""
        if self.kept is None or column < self.first:
            raise DrawsNotKept(Message.of("draws_not_kept", draws=float(self.draws)))
        return self.kept[:, column - self.first]

    def holds(self, column: int) -> bool:
        """Whether single draws of a column are kept."""
        return self.kept is not None and column >= self.first

    def mean(self, row: int, column: int) -> float:
        """Mean over the draws, kr."""
        if self.holds(column):
            return float(self.column(row, column).mean())
        return self._counted().mean(row * self.columns + column)

    def sd(self, row: int, column: int) -> float:
        """Standard deviation over the draws, kr."""
        if self.holds(column):
            return float(self.column(row, column).std(ddof=1)) if self.draws > 1 else 0.0
        return self._counted().sd(row * self.columns + column)

    def above_zero(self, row: int, column: int) -> float:
        """Share of the draws above 0, rounded to 0.01 kr."""
        if self.holds(column):
            return float(np.count_nonzero(self.column(row, column) > HALF_OERE)) / self.draws
        return float(self._counted().gains[row * self.columns + column]) / self.draws

    def below_zero(self, row: int, column: int) -> float:
        """Share of the draws below 0, rounded to 0.01 kr."""
        if self.holds(column):
            return float(np.count_nonzero(self.column(row, column) < -HALF_OERE)) / self.draws
        return float(self._counted().losses[row * self.columns + column]) / self.draws

    def quantile(self, row: int, column: int, probability: Sequence[float] | Array) -> Array:
        """Kr. below which the outcome lies with these probabilities; exact where draws are kept."""
        if self.holds(column):
            return np.asarray(np.quantile(self.column(row, column), probability))
        return self._counted().quantile(row * self.columns + column, np.asarray(probability))

    def _counted(self) -> Tally:
        assert self.tally is not None
        return self.tally


def share_between(spread: Spread, row: int, column: int, edges: Array) -> Array:
    """Share of the draws of one row and column from each edge to the next, (edge − 1,); edges in kr., rising.

    Where draws are not kept, they are taken to lie evenly inside the narrow bins they were counted in.
    """
    if spread.holds(column):
        rising = np.sort(spread.column(row, column))
        below = np.searchsorted(rising, edges, side="left").astype(np.float64)
    else:
        assert spread.tally is not None
        ends, counted = spread.tally.ends(row * spread.columns + column)
        below = np.interp(edges, ends, counted, left=0.0, right=float(spread.draws))
    shares: Array = np.diff(below) / spread.draws
    return shares
