"""Questions about sizes that one word would explain: a cost of several posts, more units than a year holds."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.analysis.review.remark import Remark, kroner
from som_model.resolved.transition import counted_consequences, programme_lines
from som_model.resolved.years import bounded
from som_model.scenario.calendar import Series
from som_model.scenario.programme import PER_PERSON, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.units import unit_key
from som_model.wording.message import Message
from som_model.wording.table import label

MOST_A_YEAR = {"year": 1, "month": 12, "week": 53, "day": 366, "night": 366, "bed_day": 366, "placement_day": 366}
"""How many of a unit a calendar year holds for one citizen, a part counted as one."""
SLACK = 1e-9


def remarks(scenario: Scenario) -> Iterator[Remark]:
    """Posts whose cost may be that of one, and units a citizen cannot use in a year."""
    for name, post in scenario.programme.staffing.items():
        if post.counted:
            yield from _several_posts(scenario, f"programme.staffing.{name}.annual_cost", post)
    for address, _, _, line in counted_consequences(scenario):
        yield from _beyond_a_year(scenario, f"{address}.change", line.change, line.unit_cost)
    for address, _, cost in programme_lines(scenario.programme):
        if cost.counted and cost.basis in PER_PERSON and cost.unit_cost is not None:
            yield from _beyond_a_year(scenario, f"{address}.units", cost.units, cost.unit_cost)


def _several_posts(scenario: Scenario, address: str, post: Post) -> Iterator[Remark]:
    """The year in which a full-time post would cost least, of those with more than one and no note on the cost."""
    if post.annual_cost is None:
        return
    of_year: list[tuple[float, float, float]] = []
    sizes = _full_time_posts(scenario, post)
    for size, (slot, _) in zip(sizes, bounded(post.annual_cost, scenario, post), strict=True):
        if slot is not None and slot.value.value and slot.value.note is None and size > 1 + SLACK:
            of_year.append((slot.value.value / size, slot.value.value, size))
    if of_year:
        each, cost, posts = min(of_year)
        values = {"cost": kroner(cost), "each": kroner(each)}
        yield Remark.of("cost_of_several_posts", address, posts=float(round(posts, 2)), **values)


def _full_time_posts(scenario: Scenario, post: Post) -> tuple[float, ...]:
    """Full-time posts of each year, from fte or from hours a week; 0 where they are not known."""
    whole = 1.0 if post.fte is not None else post.full_time_hours.value
    series = post.fte if post.fte is not None else post.hours_per_week
    if series is None or not whole:
        return (0.0,) * scenario.period.years
    return tuple((slot.value.value or 0.0) / whole if slot is not None else 0.0 for slot, _ in bounded(series, scenario, post))


def _beyond_a_year(scenario: Scenario, address: str, series: Series | None, reference: str) -> Iterator[Remark]:
    """The figure that is furthest beyond what a year holds of the unit, of those without a note."""
    unit = _of_a_year(scenario.unit_cost(reference).unit)
    if unit is None or series is None:
        return
    stated = [each.value for each in series.stated() if each.value is not None and each.note is None]
    worst = max(stated, key=abs, default=0.0)
    if abs(worst) > MOST_A_YEAR[unit] + SLACK:
        said = Message.of("one_year" if unit == "year" else f"unit_{unit}")
        yield Remark.of("more_than_a_year_holds", address, amount=worst, most=MOST_A_YEAR[unit], unit=said)


def _of_a_year(unit: str | None) -> str | None:
    """The key of a unit that a year holds so many of, also where it is written in the plural."""
    known = (unit_key(unit) or "").casefold()
    return next((key for key in MOST_A_YEAR if known in (key, label(f"unit_{key}", "da"), label(f"unit_{key}", "en"))), None)
