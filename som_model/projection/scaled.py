"""A row of numbers as one figure times what is the same in every draw, so that a million draws stay cheap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scaled:
    """One number, which may be drawn, times a row: (…) × (axis,).

    A row whose entries are drawn one by one has the draw axis itself, (…, axis).
    """

    scale: Array
    row: Array

    def times(self, other: Scaled) -> Scaled:
        """The product of two rows along the same axis."""
        return self.by(scale=other.scale, row=other.row)

    def by(self, *, scale: Array | float = 1.0, row: Array | float = 1.0) -> Scaled:
        """The row with one more factor on its number, or on its entries; what is the same in every draw joins the row."""
        if np.ndim(scale) == 0:
            return Scaled(self.scale, self.row * row * scale)
        if self.scale.ndim == 0:
            return Scaled(np.asarray(scale), self.row * row * self.scale)
        return Scaled(self.scale * scale, self.row * row)

    def at(self, entry: int) -> Array:
        """One entry, (…)."""
        return self.scale * self.row[..., entry]

    def of_draws(self, part: slice) -> Scaled:
        """The same for some of the draws."""
        return Scaled(of_draws(self.scale, 0, part), of_draws(self.row, 1, part))

    @property
    def full(self) -> Array:
        """The row itself, (…, axis)."""
        return self.scale[..., np.newaxis] * self.row

    @property
    def drawn_one_by_one(self) -> bool:
        """Whether the row differs between draws by more than its number."""
        return self.row.ndim > 1


def of_draws(array: Array, axes: int, part: slice) -> Array:
    """Some of the draws of an array; axes: how many it has where it holds for every draw."""
    return array[part] if array.ndim > axes else array


def unscaled(row: Array) -> Scaled:
    """A row whose number is 1."""
    return Scaled(np.ones(()), row)


def side_by_side(columns: list[Array]) -> Array:
    """Columns as the last axis, each draw's column contiguous in memory so that long axes run fast."""
    return np.moveaxis(np.stack(np.broadcast_arrays(*columns)), 0, -1)
