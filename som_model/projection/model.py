"""The whole model on one page: who is helped, what that changes, what it is worth, what it costs, and who gains.

It reads from top to bottom as docs/method.md does (method.md: The calculation). Every array may carry a leading draw axis,
written …
(see arrays.py for the axes), so the same page serves the base case and any number of draws.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.projection.arrays import GroupInputs, Inputs, LineInputs
from som_model.projection.figures import Array


@dataclass(frozen=True, slots=True)
class Effects:
    """A group's citizens by calendar year of entry, (…, year), and the share of successes still helped, (…, k)."""

    participants: Array
    completers: Array
    successes: Array
    still_helped: Array


def effects(group: GroupInputs) -> Effects:
    """Successes = participants × completion × (success − baseline), completion left out where rates are measured on
    participants; still helped = w[k] × (1 − relapse)^k × (1 − attrition)^k."""
    participants = group.participants.full
    completers = participants * group.completion[..., np.newaxis]
    measured_on = completers if group.measured_on_completers else participants
    stays = (1 - group.relapse) * (1 - group.attrition)
    since_entry = np.arange(group.effect.shape[-1])
    return Effects(
        participants=participants,
        completers=completers,
        successes=measured_on * (group.success - group.baseline)[..., np.newaxis],
        still_helped=group.effect * stays[..., np.newaxis] ** since_entry,
    )


def units(line: LineInputs, group: GroupInputs, helped: Effects) -> Array:
    """Units of one group that each payer pays for, (…, payer, year): U[t] = Σ over entry years c of persons[c] × m[t − c].

    m is the quantity since entry, for successes times the share still helped, times each payer's share. With first-year
    share φ, year k counts φ·m[k] + (1 − φ)·m[k − 1]; amounts of the programme follow the calendar and are not moved.
    """
    per_person = line.quantity.full
    share = group.first_year_share[..., np.newaxis, np.newaxis] if line.block == "consequences" else np.ones((1, 1))
    if line.basis == "success":
        persons, per_person = helped.successes, per_person * helped.still_helped
    else:
        persons = helped.participants if line.basis == "participant" else helped.completers
    years, payers, spells = persons.shape[-1], line.shares.shape[-3], line.shares.shape[-2]
    draws = np.broadcast_shapes(persons.shape[:-1], per_person.shape[:-1], share.shape[:-2], line.shares.shape[:-3])
    total = np.zeros((*draws, payers, years))
    before: Array = np.zeros(1)
    for k in range(years):
        of_year = per_person[..., np.newaxis, k : k + 1] * line.shares[..., min(k, spells - 1), :]
        counted = share * of_year + (1 - share) * before
        total[..., k:] += persons[..., np.newaxis, : years - k] * counted[..., k:]
        before = of_year
    return total


def amount(line: LineInputs, inputs: Inputs, helped: tuple[Effects, ...]) -> Array:
    """Kr. of a line by payer and year, (…, payer, year): sign × units × price × the part that is realisable × share."""
    if line.basis == "year":
        quantity = line.quantity.full[..., np.newaxis, :] * line.shares[..., 0, :]
    else:
        quantity = sum((units(line, inputs.groups[at], helped[at]) for at in line.groups), start=np.zeros(()))
    worth: Array = line.sign * quantity * (line.price.full * line.realisable.full)[..., np.newaxis, :]
    return worth


@dataclass(frozen=True, slots=True)
class Balance:
    """What follows: savings and programme cost in kr., (…, payer, year), line by line and whole."""

    inputs: Inputs
    effects: tuple[Effects, ...]
    savings_by_line: tuple[Array, ...]
    """Savings of each consequence before prudence."""
    cost_by_line: tuple[Array, ...]
    """Cost of each line of the programme before prudence; negative for what is saved, received or worth something left."""
    prudence_on_savings: Array
    """At or below 0: what prudence takes off savings, and puts on what a consequence costs."""
    prudence_on_cost: Array
    """At or above 0: what prudence puts on the programme's cost, and takes off what it saves elsewhere."""

    @property
    def savings(self) -> Array:
        """The value of all changed units, less prudence."""
        return sum(self.savings_by_line, start=self.prudence_on_savings)

    @property
    def programme_cost(self) -> Array:
        """Staffing + costs − residual value − saved alternative + funding paid − funding received, and prudence."""
        return sum(self.cost_by_line, start=self.prudence_on_cost)

    @property
    def net(self) -> Array:
        """Net = savings − programme cost; positive = gain."""
        return self.savings - self.programme_cost


def balance(inputs: Inputs) -> Balance:
    """Who gains and who pays, year by year, for the base case or for any number of draws (method.md: The calculation).

    Prudence counts against the programme, whatever the sign of a line: allowance × |amount|.
    """
    helped = tuple(effects(group) for group in inputs.groups)
    savings = tuple(amount(line, inputs, helped) for line in inputs.consequences)
    cost = tuple(amount(line, inputs, helped) for line in inputs.programme)
    nothing = np.zeros((len(inputs.payers), inputs.years))
    taken_off, put_on = (
        sum((line.allowance * np.abs(kroner) for line, kroner in zip(lines, amounts, strict=True) if line.allowance), nothing)
        for lines, amounts in ((inputs.consequences, savings), (inputs.programme, cost))
    )
    return Balance(inputs, helped, savings, cost, -taken_off, put_on)
