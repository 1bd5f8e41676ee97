"""A scenario's figures as arrays: one number or one for each draw, times what is the same in every draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from som_model.scenario.calendar import Series, Slot
from som_model.scenario.estimate import Estimate

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


@dataclass
class Figures:
    """Every figure by its address: the stated value, or its draws where there are any.

    draws: address → array (draw,), of figures that are stated as uncertain (what is certainly 0 is
    never priced). rows: address of a series → array (draw, year) that stands in its place. A figure
    that is not known is NaN; where a counted line needs it, its address is kept in `missing`.
    """

    draws: Mapping[str, Array] = field(default_factory=dict)
    rows: Mapping[str, Array] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def number(self, address: str, estimate: Estimate, *, needed: bool = True, unknown: float = np.nan) -> Array:
        """One figure: shape () or (draw,); `unknown` where it is not known and no counted line needs it."""
        if needed:
            self.asked.add(address)
        if address in self.draws:
            return self.draws[address]
        if estimate.value is None:
            if needed:
                self.missing[address] = None
            return np.array(np.nan if needed else unknown)
        return np.array(estimate.value)

    def row(
        self, address: str, slots: Sequence[Slot[Estimate] | None], *, needed: Sequence[bool] | None = None, counted: bool = True
    ) -> Scaled:
        """A figure for each year, (…, year). Where there is none, or none is needed, it is 0.

        counted: whether a counted line needs it; else an unknown figure is NaN and no mistake.
        """
        if address in self.rows:
            return unscaled(self.rows[address])
        wanted = needed if needed is not None else [True] * len(slots)
        entries = [
            (f"{address}.{slot.element}" if slot.element else address, slot.value) if slot is not None and use else None
            for slot, use in zip(slots, wanted, strict=True)
        ]
        columns = [self.number(*entry, needed=counted) if entry is not None else np.zeros(()) for entry in entries]
        drawn = {entry[0] for entry in entries if entry is not None and entry[0] in self.draws}
        if len(drawn) == 1 and all(entry is None or entry[0] in drawn for entry in entries):
            return unscaled(np.array([float(entry is not None) for entry in entries])).by(self.draws[drawn.pop()])
        return unscaled(side_by_side(columns) if drawn else np.array(columns, dtype=np.float64))

    def series(self, address: str, series: Series | None, years: tuple[int, ...], needed: Sequence[bool]) -> Scaled:
        """A calendar value in the years it is needed, (…, year); 1 in every year where it is left out."""
        if series is None:
            return unscaled(np.ones(len(years)))
        return self.row(address, series.in_years(years), needed=needed)
