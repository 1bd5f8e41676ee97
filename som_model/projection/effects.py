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


def over_cohorts(entrants: Array, per_person: Array, first_year_share: Array) -> Array:
    """Σ over entry years c of entrants[c] × counted[t − c, t], shape (…, year).

    per_person: m of (…, k, year), or with one year where the calendar makes no difference. First-year share φ
    (…, 1): year k counts φ·m[k] + (1 − φ)·m[k−1], m[−1] = 0 (method, rule 2).
    """
    years = entrants.shape[-1]
    before = np.zeros_like(per_person)
    before[..., 1:, :] = per_person[..., :-1, :]
    share = first_year_share[..., np.newaxis]
    counted = share * per_person + (1 - share) * before
    shape = np.broadcast_shapes(entrants.shape, (*counted.shape[:-2], years))
    total = np.zeros(shape[::-1]).T
    for k in range(years):
        of_year = counted[..., k, :]
        total[..., k:] += entrants[..., : years - k] * (of_year[..., k:] if of_year.shape[-1] > 1 else of_year)
    return total


def over_cohorts_by_payer(entrants: Array, per_person: Array, first_year_share: Array, shares: Array) -> Array:
    """Units of each payer, (…, payer, year): per_person is (…, k), shares (…, payer, k, year).

    A share that hangs on the year since entry is applied cohort by cohort, before months are moved (method, rule 5).
    """
    if shares.shape[-2] == 1:
        units = over_cohorts(entrants, per_person[..., np.newaxis], first_year_share[..., np.newaxis])
        return units[..., np.newaxis, :] * shares[..., 0, :]
    paid = per_person[..., np.newaxis, :, np.newaxis] * shares
    return over_cohorts(entrants[..., np.newaxis, :], paid, first_year_share[..., np.newaxis, np.newaxis])
