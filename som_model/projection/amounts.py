"""What changed units and the programme's lines are worth to each payer (method, rules 3, 5 and 6)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import reduce

import numpy as np

from som_model.projection.arrays import LineInputs
from som_model.projection.effects import Effects, over_cohorts, over_cohorts_by_payer
from som_model.projection.scaled import Array, Scaled


def amounts(lines: Sequence[LineInputs], groups: Sequence[Effects], none: Array | None = None) -> Array:
    """Kr. by payer and year of all lines together, (…, payer, year): Σ sign × units × price × realisable × share.

    Lines whose units take the same course over the years are summed before the course is applied, so that a
    draw of many lines costs little more than a draw of one. none: what no lines at all are worth.
    """
    if not lines and none is not None:
        return none
    by_cohort = [_cohort_by_cohort(line, groups) for line in lines if line.shares.shape[-2] > 1]
    courses = _of_one_course(line for line in lines if line.shares.shape[-2] == 1)
    return reduce(np.add, [*by_cohort, *(_together(alike, groups) for alike in courses)])


def _of_one_course(lines: Iterator[LineInputs]) -> Iterator[list[LineInputs]]:
    """Lines counted over the same persons in the same years since entry, or by calendar year."""
    courses: dict[Hashable, list[LineInputs]] = {}
    for line in lines:
        shape = line.address if line.quantity.drawn_one_by_one else _course(line)[0].tobytes()
        course = "year" if line.basis == "year" else (line.basis, line.groups, line.block == "consequences", shape)
        courses.setdefault(course, []).append(line)
    yield from courses.values()


def _course(line: LineInputs) -> tuple[Array, float]:
    """A line's quantity by year since entry in units of its first year's, and that of its first year."""
    row = line.quantity.row
    first = float(row[np.argmax(row != 0)]) if row.ndim == 1 else 1.0
    return (row / first, first) if first else (row, 1.0)


def _together(lines: list[LineInputs], groups: Sequence[Effects]) -> Array:
    """Kr. of lines of one course, (…, payer, year)."""
    first = lines[0]
    if first.basis == "year":
        return _worth([(line, _price(line).times(line.quantity)) for line in lines])
    worth = _worth([(line, _price(line).by(scale=line.quantity.scale, row=_course(line)[1])) for line in lines])
    units = []
    for index in first.groups:
        persons, per_person, share = _persons(first, groups[index], _course(first)[0])
        units.append(over_cohorts(persons.row, per_person, share) * persons.scale[..., np.newaxis])
    counted: Array = reduce(np.add, units)[..., np.newaxis, :] * worth
    return counted


def _price(line: LineInputs) -> Scaled:
    """What one unit counts for, (…, year)."""
    return line.price.times(line.realisable).by(scale=line.sign)


def _persons(line: LineInputs, group: Effects, quantity: Array) -> tuple[Scaled, Array, Array]:
    """Who a per-person line counts, what each is counted for by year since entry, and the first-year share.

    Successes fade; consequences move with the first-year share, amounts of the programme do not.
    """
    if line.basis == "success":
        return group.successes, quantity * group.still_helped, group.first_year_share
    persons = group.participants if line.basis == "participant" else group.completers
    return persons, quantity, group.first_year_share if line.block == "consequences" else np.ones(())


def _worth(priced: Sequence[tuple[LineInputs, Scaled]]) -> Array:
    """Σ over lines of price × share, (…, payer, year); drawn prices times fixed rows in one matrix product."""
    worth: list[Array] = []
    scales: list[Array] = []
    rows: list[Array] = []
    for line, price in priced:
        row = price.row[..., np.newaxis, :] * line.shares[..., 0, :]
        if row.ndim > 2 or price.scale.ndim == 0:
            worth.append(price.scale[..., np.newaxis, np.newaxis] * row)
        else:
            scales.append(price.scale)
            rows.append(row)
    if scales:
        summed = np.reshape(rows, (len(rows), -1)).T @ np.stack(scales)
        worth.append(np.moveaxis(summed.reshape(*rows[0].shape, -1), -1, 0))
    return reduce(np.add, worth)


def _cohort_by_cohort(line: LineInputs, groups: Sequence[Effects]) -> Array:
    """Kr. of a line whose shares hang on the year since entry, (…, payer, year)."""
    units = []
    for index in line.groups:
        persons, per_person, share = _persons(line, groups[index], line.quantity.full)
        units.append(over_cohorts_by_payer(persons.full, per_person, share, line.shares))
    counted: Array = reduce(np.add, units) * _price(line).full[..., np.newaxis, :]
    return counted
