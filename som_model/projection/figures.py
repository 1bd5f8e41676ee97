"""Reading a scenario's figures as arrays: one number, or one for each draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from som_model.scenario.calendar import Series, Slot
from som_model.scenario.estimate import Estimate

Array: TypeAlias = NDArray[np.float64]


@dataclass
class Figures:
    """Every figure by its address: the stated value, or its draws where there are any.

    draws: address → array (draw,), of figures that are stated as uncertain (what is certainly 0 is
    never priced). A figure that is not known is NaN; where a counted line needs
    it, its address is kept in `missing`.
    """

    draws: Mapping[str, Array] = field(default_factory=dict)
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

    def row(self, address: str, slots: Sequence[Slot[Estimate] | None], *, needed: Sequence[bool] | None = None) -> Array:
        """A figure for each year: shape (…, year). Where there is none, or none is needed, it is 0."""
        wanted = needed if needed is not None else [True] * len(slots)
        columns = [
            self.number(f"{address}.{slot.element}" if slot.element else address, slot.value)
            if slot is not None and use
            else np.zeros(())
            for slot, use in zip(slots, wanted, strict=True)
        ]
        return _side_by_side(columns)

    def optional_row(self, address: str, slots: Sequence[Slot[Estimate] | None]) -> Array:
        """A figure for each year that no counted line needs: NaN where it is not known."""
        columns = [
            self.number(f"{address}.{slot.element}" if slot.element else address, slot.value, needed=False)
            if slot is not None
            else np.zeros(())
            for slot in slots
        ]
        return _side_by_side(columns)

    def series(self, address: str, series: Series | None, years: tuple[int, ...], needed: Sequence[bool]) -> Array:
        """A calendar value in the years it is needed, shape (…, year); 1 in every year where it is left out."""
        if series is None:
            return np.ones(len(years))
        return self.row(address, series.in_years(years), needed=needed)


def _side_by_side(columns: Sequence[Array]) -> Array:
    """Columns as the last axis, each draw's column contiguous in memory so that long axes run fast."""
    return np.moveaxis(np.stack(np.broadcast_arrays(*columns)), 0, -1)
