"""How many citizens are helped, and for how long (method, rules 1 to 3)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.projection.arrays import GroupInputs
from som_model.projection.figures import Array


@dataclass(frozen=True, slots=True)
class Effects:
    """A group's citizens by calendar year of entry, and what is left of the effect by year since entry."""

    participants: Array
    completers: Array
    successes: Array
    still_helped: Array
    first_year_share: Array


def effects(group: GroupInputs) -> Effects:
    """Successes = participants × completion × (success − baseline); completion is left out where rates are
    measured on participants (method, rule 1)."""
    completers = group.participants * group.completion[..., np.newaxis]
    measured_on = completers if group.measured_on_completers else group.participants
    return Effects(
        participants=group.participants,
        completers=completers,
        successes=measured_on * (group.success - group.baseline)[..., np.newaxis],
        still_helped=_still_helped(group),
        first_year_share=group.first_year_share,
    )


def _still_helped(group: GroupInputs) -> Array:
    """w[k] × (1 − relapse)^k × (1 − attrition)^k (method, rule 2), shape (…, k)."""
    k = np.arange(group.effect.shape[-1])
    stays = (1 - group.relapse) * (1 - group.attrition)
    return group.effect * stays[..., np.newaxis] ** k


def in_first_year(per_person: Array, share: Array) -> Array:
    """First-year share φ: year k counts φ·m[k] + (1 − φ)·m[k−1], m[−1] = 0 (method, rule 2)."""
    before = np.zeros_like(per_person)
    before[..., 1:] = per_person[..., :-1]
    return share[..., np.newaxis] * per_person + (1 - share[..., np.newaxis]) * before


def over_cohorts(entrants: Array, per_person: Array) -> Array:
    """Σ over entry years c of entrants[c] × per_person[t − c], shape (…, year)."""
    years = entrants.shape[-1]
    shape = np.broadcast_shapes(entrants.shape, per_person.shape)
    total = np.zeros(shape[::-1]).T
    for k in range(years):
        total[..., k:] += entrants[..., : years - k] * per_person[..., k : k + 1]
    return total
