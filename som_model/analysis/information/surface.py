"""Smooth regression of amounts on several parameters together, with what they do in combination."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from math import comb

import numpy as np

from som_model.analysis.information.spline import (
    Places,
    along,
    cell_means,
    has_few_values,
    inner_products,
    polynomials,
    shrunk,
    sorted_draws,
)
from som_model.projection.figures import Array

COLUMNS = 220
COLUMNS_FOR_PAIRS = 500
HIGHEST_DEGREE = 10
BLOCK = 8192  # draws at a time: what the products need of memory does not grow with the draws

Term = tuple[int, ...]  # (0, 0, 2): the second function of parameter 0 times the first of parameter 2


def surface(amounts: Array, parameters: Array) -> Array:
    """The mean of amounts, kr. (option, draw), given the parameters (parameter, draw) together, at the draws.

    Where all parameters have few values in few combinations: the mean of each combination. Else products of each
    parameter's spline functions, from straight to ever more bent, up to the total degree that the draws carry:
    10 for two parameters, 3 for eight, 2 up to thirty, beyond that 2 among those that go most with the amounts.
    Straight lines are not penalised; a product of total degree d is penalised in proportion to d³, by a factor that
    REML chooses. The parameters must be independent ones.
    """
    cell = cells(parameters)
    if cell is not None:
        return cell_means(amounts, cell)[:, cell]
    count, draws = parameters.shape
    functions = [_functions(row) for row in parameters]
    lines = np.vstack([np.ones(draws), *(rows[:1] for rows in functions)])
    fixed = 1 + count if count <= draws // 10 else 1  # with few draws straight lines too are shrunk
    orthogonal = np.linalg.qr(lines[:fixed].T)[0]
    plain = amounts @ orthogonal @ orthogonal.T
    rest = amounts - plain
    bent = _terms(draws, np.abs(amounts @ lines[1:].T / (amounts.std(axis=1)[:, None] + np.finfo(float).tiny)).max(axis=0))
    terms: list[Term] = [(), *((index,) for index in range(count))]
    terms += [term for term in bent if all(order <= len(functions[index]) for index, order in Counter(term).items())]
    products, across = np.zeros((len(terms), len(terms))), np.zeros((len(terms), len(amounts)))
    for block in _blocks(draws):
        rows = _products(terms, functions, block)
        products += rows @ rows.T
        across += rows @ rest[:, block].T
    coefficients = shrunk(products, across, np.einsum("od,od->o", rest, rest), draws, fixed)
    for block in _blocks(draws):
        plain[:, block] += coefficients.T @ _products(terms, functions, block)
    means: Array = plain
    return means


def independent(parameters: Array) -> Array:
    """The parameters (parameter, draw) but those that are constant or follow exactly, as a sum, from ones before them."""
    varying: Array = parameters[np.ptp(parameters, axis=1) > 0]
    if len(varying) < 2:
        return varying
    standardised = (varying - varying.mean(axis=1)[:, None]) / varying.std(axis=1)[:, None]
    own = np.abs(np.diagonal(np.linalg.qr(standardised.T, mode="r")))
    kept: Array = varying[: len(own)][own > 1e-8 * np.sqrt(varying.shape[1])]
    return kept


def cells(parameters: Array) -> Places | None:
    """The number of each draw's combination of values, (draw,); None where these are not few."""
    cell = np.zeros(parameters.shape[1], dtype=np.intp)
    for row in parameters:
        if not has_few_values(np.sort(row)):
            return None
        own = np.unique(row, return_inverse=True)[1]
        cell = np.unique(cell * (own.max() + 1) + own, return_inverse=True)[1]
        if not has_few_values(np.sort(cell).astype(np.float64)):
            return None
    return cell


def _functions(parameter: Array) -> Array:
    """A parameter's functions, (function, draw), uncorrelated and of variance 1: the straight line, then ever more bent."""
    draws = sorted_draws(parameter, np.argsort(parameter))
    rows = polynomials(draws.knots)
    products = inner_products(rows, draws)
    straight = np.linalg.solve(products[:2, :2], products[:2, 2:])
    size, vectors = np.linalg.eigh(products[2:, 2:] - products[2:, :2] @ straight)
    most = [index for index in range(len(size) - 1, -1, -1) if size[index] > 1e-10 * size[-1]][: HIGHEST_DEGREE - 1]
    scaled = vectors[:, most] * np.sqrt(len(parameter) / size[most])
    bent = np.tensordot(np.vstack([-straight @ scaled, scaled]), rows, axes=(0, 0)).transpose(1, 0, 2)
    return draws.in_draw_order(np.vstack([draws.standardised, along(bent, draws.stretch, draws.past)]))


def _terms(draws: int, strength: Array) -> Iterator[Term]:
    """The products used, of total degree 2 and more; strength: (parameter,), how much each goes with the amounts."""
    count, room = len(strength), draws // 2
    for degree in range(HIGHEST_DEGREE, 1, -1):
        if comb(count + degree, degree) <= min(room, COLUMNS_FOR_PAIRS if degree == 2 else COLUMNS):
            for size in range(2, degree + 1):
                yield from combinations_with_replacement(range(count), size)
            return
    strongest = np.argsort(-strength, kind="stable").tolist()
    while strongest and comb(len(strongest) + 2, 2) > min(room, COLUMNS_FOR_PAIRS):
        strongest.pop()
    yield from combinations_with_replacement(sorted(strongest), 2)


def _blocks(draws: int) -> list[slice]:
    return [slice(begin, begin + BLOCK) for begin in range(0, draws, BLOCK)]


def _products(terms: Sequence[Term], functions: Sequence[Array], block: slice) -> Array:
    """The products at a block of the draws, (term, draw), each divided by the root of its penalty."""
    rows = np.empty((len(terms), functions[0][:, block].shape[1]))
    for row, term in zip(rows, terms, strict=True):
        row.fill(max(1, len(term)) ** -1.5)
        for index, order in Counter(term).items():
            np.multiply(row, functions[index][order - 1, block], out=row)
    return rows
