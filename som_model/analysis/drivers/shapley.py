"""Shapley's value of each player: its part of a difference, averaged over the orders in which players may come.

Shapley, "A value for n-person games" (1953); as a decomposition: Shorrocks, "Decomposition procedures for
distributional analysis: a unified framework based on the Shapley value", Journal of Economic Inequality 11 (2013).
Each order with its reverse: Mitchell, Cooper, Frank and Holmes, "Sampling permutations for Shapley value
estimation", Journal of Machine Learning Research 23 (2022); exact where figures act at most two and two together.
"""

from __future__ import annotations

from collections.abc import Callable
from math import factorial

import numpy as np

from som_model.analysis.drivers.hybrids import Taken
from som_model.projection.figures import Array

Worth = Callable[[Taken], Array]
"""(set, player) → worth of each set, (set, …)."""
MOST_IN_FULL = 12
"""Players up to which every set is looked at: 4,096 of them."""
ORDERS = 256
"""With more players: so many fixed orders, each with its reverse."""


def shapley(worth: Worth, players: int) -> Array:
    """Each player's part of worth(all) − worth(none), (player, …), exactly: the mean over all orders."""
    sets = (np.arange(2**players)[:, np.newaxis] >> np.arange(players) & 1).astype(np.bool_)
    sizes = sets.sum(axis=1)
    orders = np.array([factorial(size) * factorial(players - size) for size in range(players + 1)], dtype=np.float64)
    orders /= factorial(players)
    joined = orders[sizes] / np.maximum(sizes, 1)
    ahead = orders[sizes] / np.maximum(players - sizes, 1)
    weights = np.where(sets.T, joined, -ahead)
    parts: Array = np.tensordot(weights, worth(sets), axes=1)
    return parts


def shapley_by_orders(worth: Worth, players: int) -> Array:
    """Each player's part of worth(all) − worth(none), (player, …): the mean over ORDERS fixed orders and no others.

    The parts sum to the whole in every order, and so in their mean.
    """
    random = np.random.default_rng(1953)
    forward = random.permuted(np.tile(np.arange(players), (ORDERS // 2, 1)), axis=1)
    orders = np.concatenate([forward, forward[:, ::-1]])
    places = np.argsort(orders, axis=1)
    sets = places[:, np.newaxis, :] < np.arange(players + 1)[np.newaxis, :, np.newaxis]
    worths = worth(sets.reshape(-1, players))
    steps = np.diff(worths.reshape(ORDERS, players + 1, *worths.shape[1:]), axis=1)
    index = places.reshape(*places.shape, *(1,) * (steps.ndim - 2))
    parts: Array = np.take_along_axis(steps, index, axis=1).mean(axis=0)
    return parts
