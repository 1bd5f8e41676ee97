"""Reading a scenario's figures as arrays: one number, or one for each draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from som_model.projection.scaled import Array, Scaled, side_by_side, unscaled
from som_model.scenario.calendar import Series, Slot
from som_model.scenario.estimate import Estimate


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
        self,
        address: str,
        slots: Sequence[Slot[Estimate] | None],
        *,
        needed: Sequence[bool] | None = None,
        counted: bool = True,
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
