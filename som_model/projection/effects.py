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
    """Σ over entry years c of entrants[c] × counted[t − c], shape (…, year).

    per_person: m of (…, k). First-year share φ: year k counts φ·m[k] + (1 − φ)·m[k−1], m[−1] = 0 (method, rule 2).
    """
    years = entrants.shape[-1]
    share = first_year_share[..., np.newaxis]
    shape = np.broadcast_shapes(entrants.shape, (*np.broadcast_shapes(per_person.shape[:-1], share.shape[:-1]), years))
    total = np.zeros(shape[::-1]).T
    before = np.zeros_like(per_person[..., :1])
    for k in range(years):
        of_year = per_person[..., k : k + 1]
        total[..., k:] += entrants[..., : years - k] * (share * of_year + (1 - share) * before)
        before = of_year
    return total


def over_cohorts_by_payer(entrants: Array, per_person: Array, first_year_share: Array, shares: Array) -> Array:
    """Units of each payer, (…, payer, year): per_person is (…, k), shares (…, payer, k, year).

    A share that hangs on the year since entry is applied cohort by cohort, before months are moved (method, rule 5);
    one year since entry is in memory at a time.
    """
    if shares.shape[-2] == 1:
        return over_cohorts(entrants, per_person, first_year_share)[..., np.newaxis, :] * shares[..., 0, :]
    years = entrants.shape[-1]
    share = first_year_share[..., np.newaxis, np.newaxis]
    leading = np.broadcast_shapes(entrants.shape[:-1], per_person.shape[:-1], first_year_share.shape, shares.shape[:-3])
    total = np.zeros((years, shares.shape[-3], *leading[::-1])).T
    before = np.zeros(())
    for k in range(years):
        of_year = per_person[..., np.newaxis, k : k + 1] * shares[..., k, :]
        counted = share * of_year + (1 - share) * before
        total[..., k:] += entrants[..., np.newaxis, : years - k] * counted[..., k:]
        before = of_year
    return total
