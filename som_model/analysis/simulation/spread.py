"""The spread of accumulated net over the draws, by payer and year: kept draw by draw, or counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.tally import Tally
from som_model.errors import DrawsNotKept
from som_model.projection.figures import Array
from som_model.projection.projection import PUBLIC
from som_model.wording.message import Message


@dataclass(frozen=True)
class Spread:
    """Kr. by row and column: rows are the payers and, last, the public total; columns the years and, where the
    scenario discounts, net present value.

    kept: (payer, column, draw), None where nothing is kept; it may hold the columns from `first` on only.
    tally: counts of every row and column (row × column) that is not kept.
    """

    columns: int
    draws: int
    kept: Array | None
    first: int
    tally: Tally | None

    def column(self, row: int, column: int) -> Array:
        """Every draw of one row and column, (draw,). Raises DrawsNotKept."""
        if self.kept is None or not self.holds(column):
            raise DrawsNotKept(Message.of("draws_not_kept", draws=float(self.draws)))
        place = column - self.first
        found: Array = self.kept[row, place] if row < len(self.kept) else self.kept[PUBLIC, place].sum(axis=0)
        return found

    def payers_of(self, column: int) -> Array:
        """Every draw of one column, (draw, payer), not to be written to. Raises DrawsNotKept."""
        if self.kept is None or not self.holds(column):
            raise DrawsNotKept(Message.of("draws_not_kept", draws=float(self.draws)))
        found: Array = self.kept[:, column - self.first].T
        found.flags.writeable = False
        return found

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
