"""How often the draws fall where: counts between edges, from the draws themselves or from what was tallied."""

from __future__ import annotations

import numpy as np

from som_model.analysis.simulation.spread import Spread
from som_model.analysis.simulation.tally import BINS, Tally
from som_model.projection.figures import Array


def share_between(spread: Spread, row: int, column: int, edges: Array) -> Array:
    """Share of the draws of one row and column from each edge to the next, (edge − 1,); edges in kr., rising.

    Where draws are not kept, they are taken to lie evenly inside the narrow bins they were counted in.
    """
    if spread.holds(column):
        values = spread.column(row, column)
        below = np.searchsorted(np.sort(values), edges, side="left").astype(np.float64)
    else:
        assert spread.tally is not None
        below = _below(spread.tally, row * spread.columns + column, edges)
    shares: Array = np.diff(below) / spread.draws
    return shares


def _below(tally: Tally, series: int, edges: Array) -> Array:
    """How many draws lie below each edge."""
    low, width = tally.bins.low[series, 0], tally.bins.width[series, 0]
    least, greatest = tally.least[series], tally.greatest[series]
    ends = np.clip(np.concatenate(([least], low + width * np.arange(BINS + 1), [greatest])), least, greatest)
    counted = np.concatenate(([0.0], np.cumsum(tally.counts[series])))
    return np.interp(edges, ends, counted, left=0.0, right=float(tally.draws))
