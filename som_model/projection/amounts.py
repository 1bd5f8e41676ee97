"""What changed units and the programme's lines are worth to each payer (method, rules 3, 5 and 6)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from som_model.projection.arrays import LineInputs
from som_model.projection.effects import Effects, over_cohorts, over_cohorts_by_payer
from som_model.projection.scaled import Array, Scaled
from som_model.projection.terms import AnyTerm, CohortTerm, Term, price_by_year


def amount(term: AnyTerm, groups: Sequence[Effects]) -> Array:
    """Kr. by payer and year of the lines of a term together, (…, payer, year): Σ sign × units × price × realisable × share."""
    return _cohort_by_cohort(term.line, groups) if isinstance(term, CohortTerm) else _together(term, groups)


def _together(term: Term, groups: Sequence[Effects]) -> Array:
    worth = term.prices.total()
    if term.line.basis == "year":
        return worth
    units = []
    for index in term.line.groups:
        persons, per_person, share = _persons(term.line, groups[index], term.per_person)
        units.append(over_cohorts(persons.row, per_person, share) * persons.number[..., np.newaxis])
    counted: Array = reduce(np.add, units)[..., np.newaxis, :] * worth
    return counted


def _persons(line: LineInputs, group: Effects, quantity: Array) -> tuple[Scaled, Array, Array]:
    """Who a per-person line counts, what each is counted for by year since entry, and the first-year share.

    Successes fade; consequences move with the first-year share, amounts of the programme do not.
    """
    if line.basis == "success":
        return group.successes, quantity * group.still_helped, group.first_year_share
    persons = group.participants if line.basis == "participant" else group.completers
    return persons, quantity, group.first_year_share if line.block == "consequences" else np.ones(())


def _cohort_by_cohort(line: LineInputs, groups: Sequence[Effects]) -> Array:
    """Kr. of a line whose shares hang on the year since entry, (…, payer, year)."""
    units = []
    for index in line.groups:
        persons, per_person, share = _persons(line, groups[index], line.quantity.full)
        units.append(over_cohorts_by_payer(persons.full, per_person, share, line.shares))
    counted: Array = reduce(np.add, units) * price_by_year(line)[..., np.newaxis, :]
    return counted
