"""Smooth regression of amounts on one parameter: a penalised natural cubic spline, smoothed as much as REML asks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from som_model.projection.figures import Array

Places = NDArray[np.intp]

KNOTS = 15
FEW_VALUES = 10
DRAWS_PER_CELL = 20
PENALTIES = np.logspace(-12, 6, 55)[:, None]  # those tried, as shares of the largest eigenvalue


@dataclass(frozen=True)
class Curve:
    """The smooth mean of amounts given one parameter; called with parameter values, it gives the means there.

    A natural cubic spline: a straight line plus bends between the knots, so before the first and after the last
    knot it goes on as a straight line. pieces: (power, option, stretch), a cubic in the distance past the knot.
    """

    centre: float
    scale: float
    knots: Array
    pieces: Array

    def __call__(self, values: ArrayLike) -> Array:
        """Mean amounts, kr. (value, option), at parameter values (value,)."""
        at = np.asarray(values, dtype=np.float64)
        means = along(self.pieces, *located((at.ravel() - self.centre) / self.scale, self.knots))
        return means.T.reshape(*at.shape, -1)


@dataclass(frozen=True)
class CellMeans:
    """The mean of amounts at each of a few parameter values; straight lines between them and beyond the ends.

    values: (cell,) rising; means: (option, cell).
    """

    values: Array
    means: Array

    def __call__(self, values: ArrayLike) -> Array:
        """Mean amounts, kr. (value, option), at parameter values (value,)."""
        at = np.asarray(values, dtype=np.float64)
        if len(self.values) == 1:
            return np.broadcast_to(self.means[:, 0], (*at.shape, len(self.means))).copy()
        left = np.clip(np.searchsorted(self.values, at, side="right") - 1, 0, len(self.values) - 2)
        step = (at - self.values[left]) / (self.values[left + 1] - self.values[left])
        return np.moveaxis(self.means[:, left] * (1 - step) + self.means[:, left + 1] * step, 0, -1)


@dataclass(frozen=True)
class Sorted:
    """One parameter's draws in rising order, standardised, and where they are on the stretches between the knots.

    order: the draw numbers; stretch: 0 before the first knot; past: distance past the knot; all (draw,).
    """

    order: Places
    centre: float
    scale: float
    standardised: Array
    knots: Array
    stretch: Places
    past: Array

    def moments(self, amounts: Array, highest: int) -> Array:
        """Sums over each stretch of amounts × past^power, powers 0 to the highest: (power, …, stretch).

        amounts: (…, draw) in rising order.
        """
        stretches = len(_beginnings(self.knots))
        bounds = np.searchsorted(self.stretch, np.arange(stretches + 1))
        filled = bounds[1:] > bounds[:-1]
        sums = np.zeros((highest + 1, *amounts.shape[:-1], stretches))
        for power in range(highest + 1):
            sums[power][..., filled] = np.add.reduceat(amounts, bounds[:-1][filled], axis=-1)
            amounts = amounts * self.past
        return sums

    def in_draw_order(self, rows: Array) -> Array:
        """Rows (…, draw) in rising order, back in the order of the draws."""
        back = np.empty_like(rows)
        back[..., self.order] = rows
        return back


def sorted_draws(parameter: Array, order: Places) -> Sorted:
    """The draws of a parameter that varies, (draw,), on the spline's stretches; order: what sorts them."""
    centre, scale = float(parameter.mean()), float(parameter.std())
    standardised = (parameter[order] - centre) / scale
    knots = knots_of(standardised)
    return Sorted(order, centre, scale, standardised, knots, *located(standardised, knots))


def regression(amounts: Array, parameter: Array) -> tuple[Curve | CellMeans, Array]:
    """The mean of amounts, kr. (option, draw), given the parameter (draw,): as a function, and at the draws.

    Few distinct values: their cell means. Else a natural cubic regression spline with knots at quantiles, its bends
    penalised by the integral of the squared second derivative (Wood, Generalized Additive Models, 2017, ch. 5), each
    option by its own penalty. The line is not penalised, so a linear relation is found exactly.
    """
    order = np.argsort(parameter)
    if has_few_values(parameter[order]):
        distinct, cell = np.unique(parameter, return_inverse=True)
        means = cell_means(amounts, cell)
        return CellMeans(distinct, means), means[:, cell]
    draws = sorted_draws(parameter, order)
    rising = amounts[:, order]
    level = rising.mean(axis=1)
    rising -= level[:, None]
    slope = rising @ draws.standardised / (draws.standardised @ draws.standardised)
    rest = rising - np.multiply.outer(slope, draws.standardised)
    rows = polynomials(draws.knots)
    across = np.einsum("fps,pos->fo", rows, draws.moments(rest, 3))
    coefficients = shrunk(inner_products(rows, draws), across, np.einsum("od,od->o", rest, rest), len(order))
    coefficients[0] += level
    coefficients[1] += slope
    pieces = np.tensordot(coefficients, rows, axes=(0, 0)).transpose(1, 0, 2)
    means = draws.in_draw_order(along(pieces, draws.stretch, draws.past))
    return Curve(draws.centre, draws.scale, draws.knots, pieces), means


def has_few_values(rising: Array) -> bool:
    """Whether a mean of its own for each distinct value is the better regression: few values, many draws of each."""
    distinct = 1 + int(np.count_nonzero(rising[1:] > rising[:-1]))
    return distinct == 1 or distinct <= min(FEW_VALUES, len(rising) // DRAWS_PER_CELL)


def cell_means(amounts: Array, cell: Places) -> Array:
    """Mean amounts (option, cell) of the draws in each cell; cell: (draw,) numbered from 0, none empty."""
    return np.stack([np.bincount(cell, weights=row) for row in amounts]) / np.bincount(cell)


def knots_of(rising: Array) -> Array:
    """Knots at even shares of the draws; of the distinct values where ties leave too few. Empty when none would help."""
    count = min(KNOTS, len(rising) // 5)
    if count < 3:
        return np.empty(0)
    chosen = np.unique(_even_shares(rising, count))
    if len(chosen) < count:
        chosen = np.unique(_even_shares(np.unique(rising), count))
    apart = np.concatenate([[True], np.diff(chosen) > 1e-6 * (chosen[-1] - chosen[0])])
    return chosen[apart] if apart.sum() >= 3 else np.empty(0)


def _even_shares(rising: Array, count: int) -> Array:
    return rising[np.linspace(0, len(rising) - 1, count).round().astype(np.intp)]


def located(standardised: Array, knots: Array) -> tuple[Places, Array]:
    """The stretch between knots that each value is on, 0 before the first knot, and how far past the knot it is."""
    stretch = np.searchsorted(knots, standardised, side="right")
    return stretch, standardised - _beginnings(knots)[stretch]


def _beginnings(knots: Array) -> Array:
    """Where the distance of each stretch is counted from: its knot; the first knot also before it."""
    return np.concatenate([knots[:1], knots]) if len(knots) else np.zeros(2)


def polynomials(knots: Array) -> Array:
    """The spline's functions as cubics of each stretch, (function, power, stretch): level, slope, then the bends.

    Each bend is the double integral of one hat function of the second derivative, 0 before its first knot and straight
    after its last, scaled so that the penalty of coefficients c is c'c.
    """
    begin = _beginnings(knots)
    lines = np.zeros((2, 4, len(begin)))
    lines[0, 0] = lines[1, 1] = 1.0
    lines[1, 0] = begin
    if len(knots) < 3:
        return lines
    gaps = np.diff(knots)
    inner = np.arange(len(gaps) - 1)
    hats = np.zeros((len(inner), len(knots)))
    hats[inner, inner], hats[inner, inner + 2] = 1 / gaps[:-1], 1 / gaps[1:]
    hats[inner, inner + 1] = -1 / gaps[:-1] - 1 / gaps[1:]
    roughness = np.diag(gaps[:-1] + gaps[1:]) / 3 + np.diag(gaps[1:-1], 1) / 6 + np.diag(gaps[1:-1], -1) / 6
    passed = np.tri(len(begin), len(knots), -1)
    ahead = np.subtract.outer(begin, knots) * passed
    cubes = np.stack([ahead**3, 3 * ahead**2, 3 * ahead, passed])  # (ahead + past)³ by powers of past
    bends = np.tensordot(np.linalg.solve(np.linalg.cholesky(roughness), hats / 6), cubes, axes=(1, 2))
    return np.concatenate([lines, bends])


def along(pieces: Array, stretch: Places, past: Array) -> Array:
    """Cubics (power, row, stretch) at the values located on stretches, (row, value)."""
    total = np.take(pieces[3], stretch, axis=1)
    for power in (2, 1, 0):
        total *= past
        total += np.take(pieces[power], stretch, axis=1)
    return total


def inner_products(rows: Array, draws: Sorted) -> Array:
    """Sums over the draws of the products of functions, (function, function), from the moments of each stretch."""
    moments = draws.moments(np.ones_like(draws.past), 6)[np.add.outer(range(4), range(4))]
    weighted = np.einsum("fps,pqs->fqs", rows, moments).reshape(len(rows), -1)
    products: Array = weighted @ rows.reshape(len(rows), -1).T
    return products


def shrunk(products: Array, across: Array, total: Array, draws: int, fixed: int = 2) -> Array:
    """Coefficients (function, option) of a regression in which all functions but the first `fixed` are shrunk.

    The penalty is the sum of their squares times a factor chosen for each option by restricted maximum likelihood
    (REML). One eigen-decomposition serves every factor and option (Demmler and Reinsch 1975; Wood 2011,
    J. R. Statist. Soc. B 73:3).
    products: (function, function) sums over the draws; across: (function, option), with the amounts, from which the
    fixed functions are already regressed out; total: (option,), the amounts' sums of squares.
    """
    coefficients = np.zeros_like(across)
    freedom = draws - fixed
    if len(across) == fixed or freedom < 1:
        return coefficients
    straight = np.linalg.solve(products[:fixed, :fixed], products[:fixed, fixed:])
    size, vectors = np.linalg.eigh(products[fixed:, fixed:] - products[fixed:, :fixed] @ straight)
    kept = size > max(1e-12 * size[-1], np.finfo(float).tiny)
    size, vectors = size[kept], vectors[:, kept]
    along_each = vectors.T @ across[fixed:] / np.sqrt(size)[:, None]
    penalty = PENALTIES * size.max(initial=0.0)
    share = size / (size + penalty)
    left = np.maximum(total - share @ (along_each * along_each), 1e-15 * total + np.finfo(float).tiny)
    unlikely = freedom * np.log(left) + np.log1p(size / penalty).sum(axis=1)[:, None]
    coefficients[fixed:] = vectors @ (share[unlikely.argmin(axis=0)].T * along_each / np.sqrt(size)[:, None])
    coefficients[:fixed] = -straight @ coefficients[fixed:]
    return coefficients
