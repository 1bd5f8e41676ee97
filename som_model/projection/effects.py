"""How many citizens are helped, and for how long (method, rules 1 to 3)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.projection.arrays import GroupInputs
from som_model.projection.scaled import Array, Scaled


@dataclass(frozen=True, slots=True)
class Effects:
    """A group's citizens by calendar year of entry, and what is left of the effect by year since entry."""

    participants: Scaled
    completers: Scaled
    successes: Scaled
    still_helped: Array
    first_year_share: Array


def effects(group: GroupInputs) -> Effects:
    """Successes = participants × completion × (success − baseline); completion is left out where rates are
    measured on participants (method, rule 1)."""
    completers = group.participants.by(group.completion)
    measured_on = completers if group.measured_on_completers else group.participants
    return Effects(
        participants=group.participants,
        completers=completers,
        successes=measured_on.by(group.success - group.baseline),
        still_helped=_still_helped(group),
        first_year_share=group.first_year_share,
    )


def _still_helped(group: GroupInputs) -> Array:
    """w[k] × (1 − relapse)^k × (1 − attrition)^k (method, rule 2), shape (…, k)."""
    stays = (1 - group.relapse) * (1 - group.attrition)
    left = np.empty((group.effect.shape[-1], *stays.shape))
    left[0] = 1.0
    for k in range(1, len(left)):
        np.multiply(left[k - 1], stays, out=left[k, ...])
    helped = np.moveaxis(left, 0, -1)
    return helped if group.effect.ndim == 1 and np.all(group.effect == 1) else group.effect * helped


def over_cohorts(entrants: Array, per_person: Array, first_year_share: Array) -> Array:
    """Σ over entry years c of entrants[c] × counted[t − c], shape (…, year).

    per_person: m of (…, k). First-year share φ: year k counts φ·m[k] + (1 − φ)·m[k−1], m[−1] = 0 (method, rule 2).
    """
    counted = _moved(per_person, first_year_share)
    if entrants.ndim == 1:
        return _times(counted, _lagged(entrants))
    if counted.ndim == 1:
        return _times(entrants, _lagged(counted))
    years = entrants.shape[-1]
    total = np.zeros(np.broadcast_shapes(entrants.shape, counted.shape)[::-1]).T
    for k in range(years):
        total[..., k:] += entrants[..., : years - k] * counted[..., k : k + 1]
    return total


def _moved(per_person: Array, first_year_share: Array) -> Array:
    """What counts in each year since entry, after months of the first year are moved on."""
    if first_year_share.ndim == 0 and first_year_share == 1:
        return per_person
    share = first_year_share[..., np.newaxis]
    before = np.concatenate([np.zeros_like(per_person[..., :1]), per_person[..., :-1]], axis=-1)
    moved: Array = share * per_person + (1 - share) * before
    return moved


def _lagged(row: Array) -> Array:
    """The matrix [i, t] = row[t − i], 0 before: multiplying by it sums over cohorts."""
    years = len(row)
    lag = np.arange(years) - np.arange(years)[:, np.newaxis]
    return np.where(lag >= 0, row[lag], 0.0)


def _times(rows: Array, matrix: Array) -> Array:
    """(…, i) × (i, t) with each draw's column contiguous in memory."""
    summed: Array = (matrix.T @ rows.T).T
    return summed


def over_cohorts_by_payer(entrants: Array, per_person: Array, first_year_share: Array, shares: Array) -> Array:
    """Units of each payer, (…, payer, year), where the share hangs on the year since entry.

    per_person is (…, k), shares (…, payer, k, year): they are applied cohort by cohort, before months are moved
    (method, rule 5); one year since entry is in memory at a time.
    """
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
