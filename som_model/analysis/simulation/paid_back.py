"""In which year each draw is paid back (method, rule 8)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from som_model.analysis.outcome import HALF_OERE
from som_model.projection.figures import Array

InYear = Callable[[int], Array]
"""Kr. of one year, (draw or 1,); asked for only where it matters."""


def payback_counts(savings: InYear, cost: InYear, accumulated: Array) -> Array:
    """Draws by payback year, (year + 2,): the last but one counts those never paid back, the last those who carry no
    programme cost.

    savings, cost and accumulated (year, draw) are one payer's or the total's, in kr.
    """
    years, draws = accumulated.shape
    carries = np.broadcast_to(_carries(cost, years), draws)
    all_carry = bool(carries.all())
    if not carries.any():
        return np.array([0.0] * (years + 1) + [draws])
    stays = accumulated >= -HALF_OERE
    for t in range(years - 2, -1, -1):
        stays[t] &= stays[t + 1]
    _from_first_movement(stays, savings, cost)
    if not all_carry:
        stays &= carries
    paid_by = [0, *(int(np.count_nonzero(row)) for row in stays)]
    carried = draws if all_carry else int(np.count_nonzero(carries))
    first_paid = [later - earlier for earlier, later in pairwise(paid_by)]
    return np.array([*first_paid, carried - paid_by[-1], draws - carried], dtype=np.float64)


def _carries(cost: InYear, years: int) -> NDArray[np.bool_]:
    """Whether a draw has programme cost in any year, (draw or 1,)."""
    carries = cost(0) > HALF_OERE
    for t in range(1, years):
        if carries.all():
            break
        carries = carries | (cost(t) > HALF_OERE)
    return carries


def _from_first_movement(stays: NDArray[np.bool_], savings: InYear, cost: InYear) -> None:
    """The search for payback starts in the first year with savings or cost: earlier years do not count."""
    still = np.ones((), dtype=bool)
    for t in range(len(stays) - 1):
        still = still & (np.abs(cost(t)) <= HALF_OERE)
        if still.any():
            still = still & (np.abs(savings(t)) <= HALF_OERE)
        if not still.any():
            return
        stays[t] &= ~still
