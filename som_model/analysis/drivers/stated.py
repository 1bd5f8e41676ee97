"""An assumption as each of two scenarios states it, and as numbers of one shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from som_model.projection.figures import Array
from som_model.resolved.years import per_person, weights
from som_model.scenario.calendar import Series, Slot
from som_model.scenario.estimate import Estimate
from som_model.scenario.programme import PER_PERSON, CostLine, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup

Value: TypeAlias = Estimate | Series | tuple[Estimate, ...] | None
QUANTITIES = ("participants", "annual_cost", "fte", "hours_per_week")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a scenario states at an address: a figure, a series, a list, or None where it stands by default.

    price_year: of an amount, where the two scenarios' price years for it differ.
    """

    value: Value
    price_year: int | None = None

    def estimates(self) -> tuple[Estimate, ...]:
        """Every figure that is written."""
        if isinstance(self.value, Series):
            return self.value.stated()
        if isinstance(self.value, Estimate):
            return (self.value,)
        return self.value or ()


@dataclass(frozen=True, slots=True)
class Replacement:
    """An assumption of the reference and what takes its place: numbers () or (year,), in the reference's terms.

    shared: whether both scenarios count with it; one that only the other counts with is taken as it is there.
    """

    address: str
    before: Stated
    after: Stated
    old: Array
    new: Array
    shared: bool

    @property
    def opened(self) -> Any:
        """What stands in the reference so that no value of it is left out as certainly 0; its quality is kept."""
        value = self.before.value
        if isinstance(value, Estimate):
            return _open(value)
        if isinstance(value, Series) and not self.old.ndim:
            return value.model_copy(update={"every": _open(value.stated()[0])})
        written = self.before.estimates() or self.after.estimates()
        listed = tuple(_open(estimate) for estimate in (*written, *(written[-1],) * (len(self.old) - len(written))))
        if isinstance(value, tuple) or isinstance(self.after.value, tuple):
            return listed
        series = value if isinstance(value, Series) else self.after.value
        assert isinstance(series, Series)
        return type(series).model_construct(every=None, by_year=None, each=listed)


def _open(estimate: Estimate) -> Estimate:
    return estimate.model_copy(update={"value": 0.5, "low": 0.0, "high": 1.0, "observed": None})


def number(estimate: Estimate) -> Array:
    """One figure, (); NaN where it is not known."""
    return np.array(np.nan if estimate.value is None else estimate.value)


def row(reference: Scenario, owner: Any, name: str, series: Series) -> Array:
    """A series by year of the calendar or since entry, (year,), over the reference's years.

    NaN where it is not known, or where the map of a price has not begun. Part years count in quantities that
    are no list, by the months of the reference's own years.
    """
    horizon = reference.period.years
    if isinstance(owner, Consequence) and name == "change":
        return _numbers(series.since_entry(horizon), 0.0)
    if isinstance(owner, CostLine) and owner.basis in PER_PERSON:
        return _numbers(per_person(series, horizon), 0.0)
    slots = series.in_years(reference.period.calendar)
    if not (name in QUANTITIES or isinstance(owner, CostLine)):
        return _numbers(slots, np.nan)
    if series.is_list:
        return _numbers(slots, 0.0)
    assert isinstance(owner, TargetGroup | Post | CostLine)
    months = np.array(weights(reference, owner))
    return np.where(months > 0, months * _numbers(slots, 0.0), 0.0)


def entries(listed: tuple[Estimate, ...] | None, horizon: int) -> Array:
    """Shares of the effect left by year since entry, (year,): 1 where none are stated, 0 after the last."""
    if listed is None:
        return np.ones(horizon)
    return _numbers(tuple(Slot("", listed[k]) if k < len(listed) else None for k in range(horizon)), 0.0)


def _numbers(slots: tuple[Slot[Estimate] | None, ...], nothing: float) -> Array:
    """The figures of the slots, NaN where one is not known; `nothing` where there is no slot."""
    values = [nothing if slot is None else np.nan if slot.value.value is None else slot.value.value for slot in slots]
    return np.array(values, dtype=np.float64)
