"""The expected value of perfect information, EVPI: what knowing everything would be worth."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def evpi(net_benefit: ArrayLike) -> float:
    """Expected value of perfect information, kr. per decision.

    EVPI = E[max over options of net benefit] − max over options of E[net benefit]: the mean gain from choosing
    after the uncertainty has gone instead of before (Raiffa and Schlaifer, Applied Statistical Decision Theory, 1961).
    Never below 0; 0 with one option.

    net_benefit: kr. (draw, option), one row for each draw of the uncertain assumptions, the same draws for every option;
    "do not run" is a column of zeros. Lists and tables of numbers are read as arrays.
    Raises ValueError where it is not such a table: other axes, fewer than two draws, no option, or a value that is
    missing, infinite or no number.
    """
    return gain_from_choosing(advantage(options_of(net_benefit)))


def advantage(options: Array) -> Array:
    """What each other option gives over the one best on average (the first of several), kr. (option, draw)."""
    best = int(options.mean(axis=1).argmax())
    others: Array = np.delete(options, best, axis=0) - options[best]
    return others


def gain_from_choosing(over_the_best: Array) -> float:
    """Mean gain, kr., from taking in each draw the option with the greatest advantage, (option, draw), if above 0."""
    return float(over_the_best.max(axis=0, initial=0.0).mean())


def options_of(net_benefit: ArrayLike) -> Array:
    """Net benefit (draw, option) as rows of floats, (option, draw). Raises ValueError as evpi says."""
    net = finite_array(net_benefit, "net_benefit")
    if net.ndim != 2:
        raise ValueError(f"net_benefit needs two axes, (draw, option); it has the shape {net.shape}")
    if net.shape[0] < 2:
        raise ValueError(f"net_benefit needs at least two draws; it has {net.shape[0]}")
    if net.shape[1] < 1:
        raise ValueError("net_benefit needs at least one option; it has no columns")
    return np.ascontiguousarray(net.T)


def finite_array(values: ArrayLike, name: str) -> Array:
    """Values as floats. Raises ValueError, calling them by name, where one is missing, infinite or no number."""
    try:
        if np.iscomplexobj(values):
            raise TypeError("complex")
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must be a table of numbers with rows of equal length") from error
    wrong = array.size - int(np.isfinite(array).sum())
    if wrong:
        raise ValueError(f"{name} has missing or infinite values, {wrong} in all; every draw needs a number")
    return array
