"""Where a function of one number is 0: looked for at many points, then refined to the last digit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.projection.figures import Array


def roots(at: Callable[[Array], Array], points: Array, near: float) -> Array:
    """Every zero between the first and the last point, nearest to `near` first.

    at: values (n,) → kr. (n,). points: ascending, (n,). Sign changes are refined by Chandrupatla's method (scipy);
    where the function turns round at 0 without crossing it, the turning point is taken. Of a stretch on which
    it is 0 throughout, the point nearest to `near` is taken.
    """
    from scipy.optimize import elementwise

    values = at(points)
    touching, beyond = _turning(at, points, values)
    points = np.union1d(points, beyond)
    values = at(points)
    left = np.flatnonzero(np.sign(values[:-1]) * np.sign(values[1:]) < 0)
    found = [touching, _of_stretches(points, values == 0, near)]
    if left.size:
        found.append(np.asarray(elementwise.find_root(at, (points[left], points[left + 1])).x))
    every = np.unique(np.concatenate(found))
    return every[np.argsort(np.abs(every - near), kind="stable")]


def _turning(at: Callable[[Array], Array], points: Array, values: Array) -> tuple[Array, Array]:
    """Turning points at 0, and those beyond it, which lie between two zeros closer than the points."""
    from scipy.optimize import elementwise

    size, side = np.abs(values), np.sign(values)
    lower = (size[1:-1] < size[:-2]) & (size[1:-1] < size[2:])
    turns = np.flatnonzero(lower & (side[1:-1] == side[:-2]) & (side[1:-1] == side[2:])) + 1
    if not turns.size:
        return np.empty(0), np.empty(0)
    bracket = (points[turns - 1], points[turns], points[turns + 1])

    def towards_zero(value: Array, *sign: Array) -> Array:
        return sign[0] * at(value)

    least = elementwise.find_minimum(towards_zero, bracket, args=(side[turns],))
    return least.x[(least.f_x >= 0) & (least.f_x <= HALF_OERE)], least.x[least.f_x < 0]


def _of_stretches(points: Array, zero: Array, near: float) -> Array:
    """One point of each stretch of zeros."""
    places = np.flatnonzero(zero)
    if not places.size:
        return np.empty(0)
    stretches = np.split(points[places], np.flatnonzero(np.diff(places) > 1) + 1)
    return np.array([stretch[np.argmin(np.abs(stretch - near))] for stretch in stretches])
