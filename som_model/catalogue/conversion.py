"""Moving an amount between price years by an index, and discounting (method.md: Prices, Net and discounting)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

N = TypeVar("N", float, "NDArray[np.float64]")
"""A rate, or one for each draw."""


class OutsideSeries(Exception):
    """A year that the series does not reach, or reaches only across a gap."""

    def __init__(self, year: int, gap: int | None = None) -> None:
        super().__init__(year, gap)
        self.year = year
        self.gap = gap


@dataclass(frozen=True, slots=True)
class Conversion:
    """How an index moves an amount: index(to)/index(from), each with years assumed beyond the ends."""

    years_before: int
    years_after: int
    ratio: float
    """Ratio of the index between the two years that it holds."""
    partial: tuple[int, ...]

    def factor(self, before: N, after: N) -> N:
        """index(to)/index(from): the factor on an amount, with yearly rates beyond the ends where they are used."""
        return self.ratio * (1 + before) ** self.years_before * (1 + after) ** self.years_after


def conversion(series: PriceSeries, from_year: int, to_year: int, *, before: bool, after: bool) -> Conversion:
    """How the series moves an amount from one price year to another.

    before, after: whether the scenario states a yearly rate beyond that end.
    Raises OutsideSeries for a year the series does not reach, or a gap in between.
    """
    known = {year: value for year, value in series.values.items() if value is not None}
    first, last = min(known, default=0), max(known, default=-1)
    for year in (from_year, to_year):
        if (year > last and not after) or (year < first and not before) or last < first:
            raise OutsideSeries(year)
    start, end = (min(max(year, first), last) for year in (from_year, to_year))
    for year in range(min(start, end), max(start, end) + 1):
        if year not in known:
            raise OutsideSeries(from_year if year == start else to_year, gap=year)
    return Conversion(
        years_before=max(0, first - from_year) - max(0, first - to_year),
        years_after=max(0, to_year - last) - max(0, from_year - last),
        ratio=known[end] / known[start],
        partial=tuple(year for year in sorted({start, end}) if year in series.partial),
    )


def discount_factors(schedule: DiscountSchedule, years: int) -> tuple[float, ...]:
    """factor[0] = 1, factor[t] = Π 1/(1 + r_i) over i = 1..t; base year = the first year shown."""
    factors = [1.0]
    for i in range(1, years):
        factors.append(factors[-1] / (1 + schedule.rate(i)))
    return tuple(factors)
