"""Assumptions that move together: rank correlations as the matrix of a Gaussian copula (method.md: Distributions and draws)."""

from __future__ import annotations

from collections.abc import Iterable
from math import pi, sin, sqrt

from som_model.scenario.scenario import Correlation

ROUNDING = 1e-9


def pearson(rank: float) -> float:
    """The Pearson correlation of normal scores with this rank correlation: 2·sin(π·ρ/6)."""
    return 2 * sin(pi * rank / 6)


def moving_together(correlations: Iterable[Correlation]) -> list[list[str]]:
    """Addresses gathered so that those of different lists are independent; in the order written."""
    gathered: list[list[str]] = []
    for correlation in correlations:
        met = [group for group in gathered if set(group) & set(correlation.between)]
        joined = list(dict.fromkeys([*(address for group in met for address in group), *correlation.between]))
        gathered = [group for group in gathered if group not in met] + [joined]
    return gathered


def factor(addresses: list[str], correlations: Iterable[Correlation]) -> list[list[float]] | None:
    """The lower triangle L with L·Lᵀ = the Pearson matrix of the addresses; None where it is not positive
    semi-definite (Cholesky's method, a zero column where a pivot is 0)."""
    ranks = {frozenset(pair.between): pair.rank for pair in correlations}
    lower: list[list[float]] = []
    for i, first in enumerate(addresses):
        row: list[float] = []
        for j, second in enumerate(addresses[:i]):
            left = pearson(ranks.get(frozenset((first, second)), 0.0)) - sum(a * b for a, b in zip(row, lower[j], strict=False))
            pivot = lower[j][j]
            if pivot == 0 and abs(left) > ROUNDING:
                return None
            row.append(left / pivot if pivot else 0.0)
        rest = 1.0 - sum(entry * entry for entry in row)
        if rest < -ROUNDING:
            return None
        lower.append([*row, sqrt(rest) if rest > ROUNDING else 0.0])
    return lower
