"""In which year each draw is paid back (method, rule 8)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from som_model.projection.scaled import Array

HALF_OERE = 0.005
"""Sums are rounded to 0.01 kr.: no further from 0 than this, they count as 0."""


def payback_counts(savings: Array, cost: Array, accumulated: Array) -> Array:
    """Draws by payback year, (year + 2,): the last but one counts those never paid back, the last those who carry no
    programme cost.

    savings and cost (year, draw or 1), accumulated (year, draw): one payer's or the total's, in kr.
    """
    years, draws = accumulated.shape
    counts = np.zeros(years + 2)
    carries = cost[0] > HALF_OERE
    if not carries.all():
        carries = np.any(cost > HALF_OERE, axis=0)
    if not carries.any():
        counts[-1] = draws
        return counts
    stays = accumulated >= -HALF_OERE
    for t in range(years - 2, -1, -1):
        stays[t] &= stays[t + 1]
    _from_first_movement(stays, savings, cost)
    if not carries.all():
        stays &= carries
    paid_by = np.array([np.count_nonzero(row) for row in stays], dtype=np.float64)
    carried = float(np.count_nonzero(np.broadcast_to(carries, draws)))
    counts[:years] = np.diff(paid_by, prepend=0.0)
    counts[years:] = carried - paid_by[-1], draws - carried
    return counts


def _from_first_movement(stays: NDArray[np.bool_], savings: Array, cost: Array) -> None:
    """The search for payback starts in the first year with savings or cost: earlier years do not count."""
    still = np.ones((), dtype=bool)
    for t in range(len(stays) - 1):
        still = still & (np.abs(cost[t]) <= HALF_OERE)
        if still.any():
            still = still & (np.abs(savings[t]) <= HALF_OERE)
        if not still.any():
            return
        stays[t] &= ~still
