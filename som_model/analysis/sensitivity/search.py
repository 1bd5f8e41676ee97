"""Where a value is looked for: the range of method, section 5, and the points tried in it."""

from __future__ import annotations

from math import isfinite

import numpy as np

from som_model.analysis.sensitivity.addressed import limits
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
