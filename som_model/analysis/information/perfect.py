"""What knowing everything would be worth, EVPI, and what knowing some assumptions would be worth, EVPPI."""

from __future__ import annotations

from itertools import combinations
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike

from som_model.analysis.information.spline import CellMeans, Curve, has_few_values, regression
from som_model.analysis.information.surface import cells, independent, surface
from som_model.projection.figures import Array

Method = Literal["constant", "cells", "spline", "surface"]
METHODS: Final[dict[Method, str]] = {
    "constant": "the assumption does not vary: worth 0",
    "cells": "mean net benefit at each of a few values",
    "spline": "penalised natural cubic spline, smoothed by REML",
    "surface": "penalised products of spline functions, smoothed by REML",
}
MOST_WITH_ALL_SUBSETS = 3
ROUNDING = 1e-12


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


def evppi(net_benefit: ArrayLike, parameter: ArrayLike) -> float:
    """Expected value of knowing one assumption, or a group of them together, kr. per decision.

    EVPPI = E[max over options of E[net benefit | parameter]] − max over options of E[net benefit]. The inner mean is
    found by regression over the draws already made (Strong, Oakley and Brennan 2014, Medical Decision Making 34:311):
    each option's net benefit, less that of the option best on average, on a smooth function of the parameter, a spline
    for one and a surface with combinations for several; METHODS names them and method_used says which.

    Kept within what theory says of the true value: 0 ≤ EVPPI ≤ evpi of the same draws; a group is worth at least as
    much as each member alone, a group of three also as each pair in it. A group of four or more may come out below
    a part of it by the noise of the regression: in trials at most 4 % of evpi from 150 draws on.

    net_benefit: kr. (draw, option); parameter: (draw,) or (draw, m), in any unit, row by row the same draws.
    Raises ValueError where either is not such a table, has a value that is missing, infinite or no number, or the
    numbers of draws differ.
    """
    options = options_of(net_benefit)
    over_the_best = advantage(options)
    parameters = parameters_of(parameter, options.shape[1])
    if len(options) == 1:
        return 0.0
    kept = independent(parameters)
    # The whole is worth at least as much as each member alone, and of three members as each pair.
    parts = [parameters[[index]] for index in range(len(parameters))] if len(kept) else []
    if len(kept) > 1:
        parts.append(kept)
    if len(kept) == MOST_WITH_ALL_SUBSETS:
        parts += [kept[list(pair)] for pair in combinations(range(len(kept)), 2)]
    given = [surface(over_the_best, part) if len(part) > 1 else regression(over_the_best, part[0])[1] for part in parts]
    return min(max(map(gain_from_choosing, given), default=0.0), gain_from_choosing(over_the_best))


def conditional_mean(net_benefit: ArrayLike, parameter: ArrayLike) -> Curve | CellMeans:
    """The smooth mean net benefit given one assumption, as a function: call it with values of that assumption.

    net_benefit: kr. (draw,) or (draw, option); parameter: (draw,). Called with (value,) it gives kr. (value, option),
    one column where one was given. Exact for a linear relation; straight beyond the draws.
    Raises ValueError as evppi does, and for more than one parameter.
    """
    net = finite_array(net_benefit, "net_benefit")
    options = options_of(net[:, None] if net.ndim == 1 else net)
    parameters = parameters_of(parameter, options.shape[1])
    if len(parameters) != 1:
        raise ValueError(f"conditional_mean takes one parameter; it got {len(parameters)}")
    return regression(options, parameters[0])[0]


def method_used(parameter: ArrayLike) -> Method:
    """Which of METHODS evppi uses for this parameter, (draw,) or (draw, m). Raises ValueError as evppi does."""
    kept = independent(parameters_of(parameter))
    if len(kept) == 0:
        return "constant"
    if len(kept) == 1:
        return "cells" if has_few_values(np.sort(kept[0])) else "spline"
    return "surface" if cells(kept) is None else "cells"


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


def parameters_of(parameter: ArrayLike, draws: int | None = None) -> Array:
    """Parameters (draw,) or (draw, m) as rows of floats, (m, draw); a spread within rounding becomes none.

    Raises ValueError as evppi says.
    """
    columns = finite_array(parameter, "parameter")
    if columns.ndim == 1:
        columns = columns[:, None]
    if columns.ndim != 2 or columns.shape[1] < 1:
        raise ValueError(f"parameter needs the axes (draw,) or (draw, m), m at least 1; it has the shape {columns.shape}")
    if draws is not None and len(columns) != draws:
        raise ValueError(f"parameter has {len(columns)} draws and net_benefit {draws}; they must be the same draws")
    if len(columns) < 2:
        raise ValueError(f"parameter needs at least two draws; it has {len(columns)}")
    rows = np.array(columns.T, order="C")
    still = np.ptp(rows, axis=1) <= ROUNDING * np.abs(rows).max(axis=1)
    rows[still] = rows[still, :1]
    return rows
