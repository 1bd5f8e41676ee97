"""A row of numbers as drawn figures times what is the same in every draw, so that a million draws stay cheap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scaled:
    """Numbers that are drawn, times a row: (draw,) × … × (axis,).

    factors: the drawn numbers, multiplied only where they are used; none where nothing is drawn. row: what is the same in
    every draw; a row whose entries are drawn one by one has the draw axis itself, (…, axis).
    """

    factors: tuple[Array, ...]
    row: Array

    def times(self, other: Scaled) -> Scaled:
        """The product of two rows along the same axis."""
        return Scaled((*self.factors, *other.factors), self.row * other.row)

    def by(self, number: Array | float = 1.0, *, row: Array | float = 1.0) -> Scaled:
        """The row with one more number, (…), and one more factor on its entries."""
        if np.ndim(number) == 0:
            return Scaled(self.factors, self.row * row * number)
        return Scaled((*self.factors, np.asarray(number)), self.row * row)

    @property
    def number(self) -> Array:
        """The drawn numbers multiplied, (…)."""
        return reduce(np.multiply, self.factors, np.ones(()))

    def at(self, entry: int) -> Array:
        """One entry, (…)."""
        return self.number * self.row[..., entry]

    def of_draws(self, part: slice) -> Scaled:
        """The same for some of the draws."""
        return Scaled(tuple(factor[part] for factor in self.factors), of_draws(self.row, 1, part))

    @property
    def full(self) -> Array:
        """The row itself, (…, axis)."""
        return self.number[..., np.newaxis] * self.row

    @property
    def drawn_one_by_one(self) -> bool:
        """Whether the row differs between draws by more than its numbers."""
        return self.row.ndim > 1


def of_draws(array: Array, axes: int, part: slice) -> Array:
    """Some of the draws of an array; axes: how many it has where it holds for every draw."""
    return array[part] if array.ndim > axes else array


def unscaled(row: Array) -> Scaled:
    """A row without drawn numbers."""
    return Scaled((), row)


def side_by_side(columns: list[Array]) -> Array:
    """Columns as the last axis, each draw's column contiguous in memory so that long axes run fast."""
    return np.moveaxis(np.stack(np.broadcast_arrays(*columns)), 0, -1)
