"""What the posts can carry: full-time equivalents, and participants a year (method.md: Programme cost)."""

from __future__ import annotations

from dataclasses import dataclass

from som_model.resolved.years import bounded, served
from som_model.scenario.programme import Post
from som_model.scenario.scenario import Scenario


def full_time_equivalents(scenario: Scenario, post: Post) -> tuple[float, ...] | None:
    """Full-time posts in each year, part years counted as months/12; None where hours are not stated."""
    series = post.fte if post.fte is not None else post.hours_per_week
    if series is None:
        return None
    hours = 1.0 if post.fte is not None else post.full_time_hours.value
    slots = bounded(series, scenario, post)
    if hours is None or any(slot is not None and slot.value.value is None for slot, _ in slots):
        return None
    return tuple((slot.value.value or 0.0) * share / hours if slot is not None else 0.0 for slot, share in slots)


@dataclass(frozen=True, slots=True)
class Capacity:
    """Participants a post can carry in a year, and how many start."""

    year: int
    capacity: float
    participants: float

    @property
    def excess(self) -> float:
        """Participants more than the post can carry."""
        return self.participants - self.capacity


def capacity(scenario: Scenario, post: Post) -> tuple[Capacity, ...]:
    """fte × citizen_hours_per_year / hours_per_participant for each year, beside the participants served.

    Empty where the post does not state both hours, or a figure is not known.
    """
    posts = full_time_equivalents(scenario, post)
    hours, for_one = post.citizen_hours_per_year, post.hours_per_participant
    if posts is None or hours is None or for_one is None or hours.value is None or for_one.value is None:
        return ()
    rows = []
    for t, year in enumerate(scenario.period.calendar):
        starting = 0.0
        for name in served(scenario, post):
            slot, share = bounded(scenario.target_groups[name].participants, scenario, scenario.target_groups[name])[t]
            starting += (slot.value.value or 0.0) * share if slot is not None else 0.0
        rows.append(Capacity(year, posts[t] * hours.value / for_one.value, starting))
    return tuple(rows)


def beyond_capacity(scenario: Scenario, post: Post) -> tuple[Capacity, ...]:
    """The years in which more start than the post can carry."""
    return tuple(row for row in capacity(scenario, post) if row.excess > 1e-9)
