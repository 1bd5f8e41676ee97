"""The whole model on one page: who is helped, what that changes, what it is worth, what it costs, and who gains.

It reads from top to bottom as docs/method.md does (method.md: The calculation), in its symbols, from successes to net; prices,
shares and discount factors come to it as arrays (inputs.py). Every array may carry a leading draw axis, written … (arrays.py
has the axes), so the same page serves the base case and any number of draws.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.projection.arrays import GroupInputs, Inputs, LineInputs
from som_model.projection.figures import Array


@dataclass(frozen=True, slots=True)
class Effects:
    """A group's citizens by the calendar year in which they start, (…, year), and h[k], the share still helped, (…, k)."""

    participants: Array
    completers: Array
    successes: Array
    still_helped: Array


def effects(group: GroupInputs) -> Effects:
    """S[c] = participants[c] × completion × (success − baseline), completion left out where rates are measured on
    participants; h[k] = w[k] × (1 − relapse)^k × (1 − attrition)^k."""
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


def units(line: LineInputs, group: GroupInputs, of_group: Effects) -> Array:
    """Units of one group that fall in calendar year t, of year k since entry, (…, k, year).

    U[k, t] = (φ × persons[t − k] + (1 − φ) × persons[t − k − 1]) × m[k], and U[k, t] = persons[t − k] × m[k] for the programme,
    which φ does not touch; m[k] is the quantity in year k, for successes × h[k].
    """
    persons, per_person = of_group.participants, line.quantity.full
    if line.basis == "completer":
        persons = of_group.completers
    elif line.basis == "success":
        persons, per_person = of_group.successes, line.quantity.full * of_group.still_helped
    if line.block == "consequences":
        first_year = group.first_year_share[..., np.newaxis]
        persons = first_year * persons + (1 - first_year) * years_later(persons, 1)
    return np.stack([years_later(persons, k) * per_person[..., k, np.newaxis] for k in range(persons.shape[-1])], axis=-2)


def years_later(row: Array, years: int) -> Array:
    """What stands in year t, moved to year t + years; nothing stands before, (…, year)."""
    moved = np.zeros_like(row)
    moved[..., years:] = row[..., : row.shape[-1] - years]
    return moved


def amount(line: LineInputs, inputs: Inputs, of_groups: tuple[Effects, ...]) -> Array:
    """Kr. of a line by payer and year, (…, payer, year): sign × Σ over k of U[k, t] × share[p, k, t], × price × realisable.

    A line by calendar year has one k, in which its units are the quantity of the year.
    """
    if line.basis == "year":
        counted = line.quantity.full[..., np.newaxis, :]
    else:
        counted = sum((units(line, inputs.groups[at], of_groups[at]) for at in line.groups), start=np.zeros((1, inputs.years)))
    units_paid = np.einsum("...kt,...pkt->...pt", counted, line.shares)
    worth: Array = line.sign * units_paid * (line.price.full * line.realisable.full)[..., np.newaxis, :]
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


def allowed(lines: tuple[LineInputs, ...], amounts: tuple[Array, ...]) -> Array:
    """What prudence allows for optimism, kr. at or above 0, (…, payer, year): Σ over lines of allowance × |amount|."""
    parts = [line.allowance * np.abs(kroner) for line, kroner in zip(lines, amounts, strict=True) if line.allowance]
    return sum(parts, start=np.zeros(()))


def balance(inputs: Inputs) -> Balance:
    """Who gains and who pays, year by year, for the base case or for any number of draws (method.md: The calculation).

    Prudence counts against the programme, whatever the sign of a line: it lowers savings and raises cost.
    """
    of_groups = tuple(effects(group) for group in inputs.groups)
    savings = tuple(amount(line, inputs, of_groups) for line in inputs.consequences)
    cost = tuple(amount(line, inputs, of_groups) for line in inputs.programme)
    nothing = np.zeros((len(inputs.payers), inputs.years))
    return Balance(
        inputs=inputs,
        effects=of_groups,
        savings_by_line=savings,
        cost_by_line=cost,
        prudence_on_savings=nothing - allowed(inputs.consequences, savings),
        prudence_on_cost=nothing + allowed(inputs.programme, cost),
    )
