"""Where a function of one number is 0: the range and points in which it is looked for, refined to the last digit."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

import numpy as np

from som_model.analysis.addressed import limits
from som_model.analysis.outcome import HALF_OERE
from som_model.errors import NoBreakEven
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.scenario.quantities import BEYOND_REASON
from som_model.wording.message import Message

WIDEST = 1e6
"""How many times its value an assumption is searched up to."""
WIDEST_UNKNOWN = 1e9
"""How far an assumption that is not known is searched, in kr. or units."""
PER_DECADE = 40
EVENLY = 401


def searched_range(assumption: Assumption) -> tuple[float, float]:
    """A share in [0, 1], a rate or surcharge over all its field allows, else 0 to 10^6 × value, on the side of its sign.

    Raises NoBreakEven for a value of 0, which gives no range.
    """
    least, most = limits(assumption.estimate)
    if isfinite(least) and isfinite(most):
        return least, most
    value = assumption.estimate.value
    if value == 0:
        raise NoBreakEven(Message.of("zero_gives_no_range", address=assumption.address))
    reach = WIDEST_UNKNOWN if value is None else min(WIDEST * abs(value), np.nextafter(BEYOND_REASON, 0))
    low = 0.0 if value is not None and value > 0 else -reach
    high = 0.0 if value is not None and value < 0 else reach
    return max(low, least), min(high, most)


def searched_points(assumption: Assumption) -> Array:
    """Ascending points over the range: evenly near the value and over a short range, by powers of ten out to the ends."""
    low, high = searched_range(assumption)
    value = assumption.estimate.value
    short = isfinite(low) and high - low <= 10
    size = 1.0 if short else abs(value) if value else 1.0
    furthest = max(abs(low), abs(high)) / size
    decades = int(np.ceil(np.log10(furthest))) + 6
    sizes = size * np.geomspace(1e-6, furthest, decades * PER_DECADE + 1)
    evenly = np.linspace(low, high, EVENLY) if short else size * np.linspace(-4, 4, 2 * EVENLY - 1)
    tried = np.concatenate([sizes, -sizes, evenly, [low, high, low if value is None else value]])
    return np.unique(tried[(tried >= low) & (tried <= high)])


def roots(at: Callable[[Array], Array], points: Array, near: float) -> Array:
    """Every zero between the first and the last point, nearest to `near` first.

    at: values (n,) → kr. (n,). points: ascending, (n,). Sign changes are refined by Chandrupatla's method (scipy);
    where the function turns round at 0 without crossing it, the turning point is taken. Of a stretch on which
    it is 0 throughout, the point nearest to `near` is taken.
    """
    from scipy.optimize import elementwise

    touching, beyond = _turning(at, points, at(points))
    points = np.union1d(points, beyond)
    amounts = at(points)
    zeros = np.flatnonzero(amounts == 0)
    stretches = np.split(points[zeros], np.flatnonzero(np.diff(zeros) > 1) + 1) if zeros.size else []
    nearest = [stretch[np.argmin(np.abs(stretch - near))] for stretch in stretches]
    left = np.flatnonzero(np.sign(amounts[:-1]) * np.sign(amounts[1:]) < 0)
    crossing = elementwise.find_root(at, (points[left], points[left + 1])).x if left.size else np.empty(0)
    every = np.unique(np.concatenate([touching, nearest, np.asarray(crossing)]))
    return every[np.argsort(np.abs(every - near), kind="stable")]


def _turning(at: Callable[[Array], Array], points: Array, amounts: Array) -> tuple[Array, Array]:
    """Turning points at 0, and those beyond it, which lie between two zeros closer than the points."""
    from scipy.optimize import elementwise

    size, side = np.abs(amounts), np.sign(amounts)
    lower = (size[1:-1] < size[:-2]) & (size[1:-1] < size[2:])
    turns = np.flatnonzero(lower & (side[1:-1] == side[:-2]) & (side[1:-1] == side[2:])) + 1
    if not turns.size:
        return np.empty(0), np.empty(0)
    bracket = (points[turns - 1], points[turns], points[turns + 1])

    def towards_zero(value: Array, *sign: Array) -> Array:
        return sign[0] * at(value)

    least = elementwise.find_minimum(towards_zero, bracket, args=(side[turns],))
    return least.x[(least.f_x >= 0) & (least.f_x <= HALF_OERE)], least.x[least.f_x < 0]
