"""The expected value of partial perfect information, EVPPI: what knowing some assumptions would be worth."""

from __future__ import annotations

from itertools import combinations
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike

from som_model.analysis.information.perfect import Array, advantage, finite_array, gain_from_choosing, options_of
from som_model.analysis.information.spline import CellMeans, Curve, has_few_values, regression
from som_model.analysis.information.surface import cells, independent, surface

Method = Literal["constant", "cells", "spline", "surface"]
METHODS: Final[dict[Method, str]] = {
    "constant": "the assumption does not vary: worth 0",
    "cells": "mean net benefit at each of a few values",
    "spline": "penalised natural cubic spline, smoothed by REML",
    "surface": "penalised products of spline functions, smoothed by REML",
}
MOST_WITH_ALL_SUBSETS = 3
ROUNDING = 1e-12


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
    parts = _parts(parameters_of(parameter, options.shape[1]))
    if len(options) == 1:
        return 0.0
    worth = [gain_from_choosing(_conditional(over_the_best, part)) for part in parts]
    return min(max(worth, default=0.0), gain_from_choosing(over_the_best))


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


def _parts(parameters: Array) -> list[Array]:
    """The members alone, the whole, and of three members each pair: the worth of the whole is at least that of each."""
    kept = independent(parameters)
    parts = [parameters[[index]] for index in range(len(parameters))] if len(kept) else []
    if len(kept) > 1:
        parts.append(kept)
    if len(kept) == MOST_WITH_ALL_SUBSETS:
        parts += [kept[list(pair)] for pair in combinations(range(len(kept)), 2)]
    return parts


def _conditional(amounts: Array, parameters: Array) -> Array:
    """Mean amounts, kr. (option, draw), given the parameters (parameter, draw), at the draws."""
    return surface(amounts, parameters) if len(parameters) > 1 else regression(amounts, parameters[0])[1]
