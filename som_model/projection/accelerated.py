"""The model of model.py over very many draws, several times as fast and with the same results.

What needs no draw is multiplied once: lines that are counted over the same persons in the same years since entry are one
term, fixed prices are added before anything is drawn, and each draw's numbers lie beside each other in memory. The same
amounts are those of `balance(inputs.of_draws(part))`, laid out as `ByPayer`: a row for each payer, shape (year, draw). A
test holds the two equal, so the one call of this file, in analysis/simulation/blocks.py, can be written that way instead.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import NamedTuple

import numpy as np

from som_model.projection.arrays import GroupInputs, Inputs, LineInputs
from som_model.projection.figures import Array, Scaled, of_draws
from som_model.projection.model import Effects, amount, effects


class ByPayer(NamedTuple):
    """Kr. by (year, draw), or (year, 1) where nothing is drawn, of each payer who has any: row of Inputs.payers → array."""

    savings: dict[int, Array]
    programme_cost: dict[int, Array]


def accelerated(inputs: Inputs) -> Callable[[slice], ByPayer]:
    """The savings and programme cost of any slice of the draws."""
    savings, cost = _side(inputs.consequences, -1.0, len(inputs.payers)), _side(inputs.programme, 1.0, len(inputs.payers))

    def of_slice(part: slice) -> ByPayer:
        of_part = inputs.of_draws(part)
        drawn = _Drawn(part, of_part, [_citizens(group) for group in of_part.groups])
        return ByPayer(savings.of_slice(drawn), cost.of_slice(drawn))

    return of_slice


class _Citizens(NamedTuple):
    """A group as drawn numbers times fixed rows by year of entry, and the share of successes still helped, (…, k)."""

    participants: Scaled
    completers: Scaled
    successes: Scaled
    still_helped: Array
    first_year_share: Array


def _citizens(group: GroupInputs) -> _Citizens:
    completers = group.participants.by(group.completion)
    measured_on = completers if group.measured_on_completers else group.participants
    stays = (1 - group.relapse) * (1 - group.attrition)
    left = np.empty((group.effect.shape[-1], *stays.shape))
    left[0] = 1.0
    for k in range(1, len(left)):
        np.multiply(left[k - 1], stays, out=left[k, ...])
    helped = np.moveaxis(left, 0, -1)
    still_helped = helped if group.effect.ndim == 1 and np.all(group.effect == 1) else group.effect * helped
    successes = measured_on.by(group.success - group.baseline)
    return _Citizens(group.participants, completers, successes, still_helped, group.first_year_share)


@dataclass(frozen=True)
class _Drawn:
    """A slice of the draws: its inputs, and the citizens of each group."""

    part: slice
    inputs: Inputs
    citizens: Sequence[_Citizens]

    @cached_property
    def effects(self) -> tuple[Effects, ...]:
        """The citizens as the page has them."""
        return tuple(effects(group) for group in self.inputs.groups)


@dataclass(frozen=True, slots=True)
class _Prices:
    """Kr. of one unit of several lines, by payer and year: a fixed part, and drawn numbers times fixed rows.

    fixed: (…, payer, year), or None. drawn: the drawn numbers of each line; rows: (line, payer, year).
    """

    fixed: Array | None
    drawn: tuple[tuple[Array, ...], ...]
    rows: Array

    def of_payers(self, payers: Sequence[int]) -> _Prices:
        """The same for some of the payers."""
        rows = self.rows[:, list(payers)] if self.drawn else self.rows
        return _Prices(None if self.fixed is None else self.fixed[..., list(payers), :], self.drawn, rows)

    def total(self, part: slice) -> Array:
        """All lines together for some of the draws, (…, payer, year), each draw's column contiguous in memory."""
        fixed = None if self.fixed is None else of_draws(self.fixed, 2, part)
        if not self.drawn:
            assert fixed is not None
            return fixed
        numbers = np.empty((len(self.drawn), len(self.drawn[0][0][part])))
        for row, (first, *others) in enumerate(self.drawn):
            np.multiply(first[part], others[0][part] if others else 1.0, out=numbers[row])
            for factor in others[1:]:
                numbers[row] *= factor[part]
        lines, payers, years = self.rows.shape
        drawn: Array = (
            (self.rows.reshape(lines, payers * years).T @ numbers).reshape(payers, years, numbers.shape[1]).transpose(2, 0, 1)
        )
        return drawn if fixed is None else drawn + fixed

    def is_paid_by(self, payer: int) -> bool:
        """Whether a payer has any of it."""
        drawn = bool(self.drawn) and bool(np.any(self.rows[:, payer]))
        return drawn or (self.fixed is not None and bool(np.any(self.fixed[..., payer, :])))


@dataclass(frozen=True, slots=True)
class _Term:
    """Lines counted over the same persons in the same years since entry, or by calendar year.

    line: any of them, which says over whom they are counted. per_person: (…, k), in units of the first year's.
    prices: None for a line alone whose shares hang on the year since entry; the page counts it.
    """

    line: LineInputs
    per_person: Array
    prices: _Prices | None

    def is_paid_by(self, payer: int) -> bool:
        """Whether a payer has any of it."""
        return self.prices.is_paid_by(payer) if self.prices else bool(np.any(self.line.shares[..., payer, :, :]))

    def of_payers(self, payers: Sequence[int]) -> _Term:
        """The same for some of the payers."""
        if self.prices is not None:
            return replace(self, prices=self.prices.of_payers(payers))
        return replace(self, line=replace(self.line, shares=self.line.shares[..., list(payers), :, :]))

    def amount(self, drawn: _Drawn) -> Array:
        """Kr. for some of the draws, (…, payer, year)."""
        if self.prices is None:
            return amount(self.line.of_draws(drawn.part), drawn.inputs, drawn.effects)
        worth = self.prices.total(drawn.part)
        if self.line.basis == "year":
            return worth
        units = []
        for at in self.line.groups:
            persons, per_person, share = _counted(self.line, drawn.citizens[at], of_draws(self.per_person, 1, drawn.part))
            units.append(_over_cohorts(persons.row, per_person, share) * persons.number[..., np.newaxis])
        kroner: Array = reduce(np.add, units)[..., np.newaxis, :] * worth
        return kroner


@dataclass(frozen=True, slots=True)
class _Side:
    """The terms of savings or of cost, and of the lines with an allowance for optimism; and who has any of them."""

    payers: tuple[int, ...]
    terms: tuple[_Term, ...]
    allowed: tuple[tuple[float, _Term], ...]

    def of_slice(self, drawn: _Drawn) -> dict[int, Array]:
        """Kr. of each payer, (year, draw)."""
        amounts = [term.amount(drawn) for term in self.terms]
        amounts += [share * np.abs(term.amount(drawn)) for share, term in self.allowed]
        if not amounts:
            return {}
        total = reduce(np.add, amounts)
        by_year = np.moveaxis(total, 0, -1) if total.ndim > 2 else total[..., np.newaxis]
        return dict(zip(self.payers, by_year, strict=True))


def _side(lines: Iterable[LineInputs], sign: float, payers: int) -> _Side:
    """sign: −1 where the allowance for optimism is taken off, +1 where it is put on."""
    lines = tuple(lines)
    terms = _gathered(lines)
    allowed = tuple((sign * line.allowance, _gathered([line])[0]) for line in lines if line.allowance)
    every = (*terms, *(term for _, term in allowed))
    paying = tuple(payer for payer in range(payers) if any(term.is_paid_by(payer) for term in every))
    restricted = tuple((share, term.of_payers(paying)) for share, term in allowed)
    return _Side(paying, tuple(term.of_payers(paying) for term in terms), restricted)


def _gathered(lines: Iterable[LineInputs]) -> tuple[_Term, ...]:
    """One term for the lines of each course, and one for each line whose shares hang on the year since entry."""
    courses: dict[Hashable, list[LineInputs]] = {}
    alone = []
    for line in lines:
        if line.shares.shape[-2] > 1:
            alone.append(_Term(line, np.ones(()), None))
        else:
            courses.setdefault(_course(line), []).append(line)
    return (*alone, *map(_together, courses.values()))


def _course(line: LineInputs) -> Hashable:
    """What lines have in common that are counted over the same persons in the same years since entry."""
    if line.basis == "year":
        return "year"
    shape = line.address if line.quantity.drawn_one_by_one else _in_first_years(line)[0].tobytes()
    return (line.basis, line.groups, line.block == "consequences", shape)


def _in_first_years(line: LineInputs) -> tuple[Array, float]:
    """A line's quantity by year since entry in units of its first year's, and that of its first year."""
    row = line.quantity.row
    first = float(row[np.argmax(row != 0)]) if row.ndim == 1 else 1.0
    return (row / first, first) if first else (row, 1.0)


def _together(lines: list[LineInputs]) -> _Term:
    if lines[0].basis == "year":
        return _Term(lines[0], np.ones(()), _prices([(line, _price(line).times(line.quantity)) for line in lines]))
    priced = []
    for line in lines:
        price = _price(line).by(row=_in_first_years(line)[1])
        priced.append((line, Scaled((*price.factors, *line.quantity.factors), price.row)))
    return _Term(lines[0], _in_first_years(lines[0])[0], _prices(priced))


def _price(line: LineInputs) -> Scaled:
    """What one unit counts for, (…, year): sign × price × realisable."""
    return line.price.times(line.realisable).by(line.sign)


def _prices(priced: Sequence[tuple[LineInputs, Scaled]]) -> _Prices:
    """Price × share of each line; drawn prices are kept apart from their fixed rows."""
    fixed: list[Array] = []
    drawn: list[tuple[Array, ...]] = []
    rows: list[Array] = []
    for line, price in priced:
        row = price.row[..., np.newaxis, :] * line.shares[..., 0, :]
        if row.ndim > 2 or not price.factors:
            fixed.append(price.number[..., np.newaxis, np.newaxis] * row)
        else:
            drawn.append(price.factors)
            rows.append(row)
    return _Prices(reduce(np.add, fixed) if fixed else None, tuple(drawn), np.array(rows))


def _counted(line: LineInputs, citizens: _Citizens, quantity: Array) -> tuple[Scaled, Array, Array]:
    """Who a per-person line counts, what each is counted for by year since entry, and the first-year share."""
    if line.basis == "success":
        return citizens.successes, quantity * citizens.still_helped, citizens.first_year_share
    persons = citizens.participants if line.basis == "participant" else citizens.completers
    return persons, quantity, citizens.first_year_share if line.block == "consequences" else np.ones(())


def _over_cohorts(entrants: Array, per_person: Array, first_year_share: Array) -> Array:
    """Σ over entry years c of entrants[c] × counted[t − c], (…, year); per_person is (…, k)."""
    counted = per_person
    if first_year_share.ndim or first_year_share != 1:
        share = first_year_share[..., np.newaxis]
        before = np.concatenate([np.zeros_like(per_person[..., :1]), per_person[..., :-1]], axis=-1)
        counted = share * per_person + (1 - share) * before
    for row, rows in ((entrants, counted), (counted, entrants)):
        if row.ndim == 1:
            lag = np.arange(len(row)) - np.arange(len(row))[:, np.newaxis]
            summed: Array = (np.where(lag >= 0, row[lag], 0.0).T @ rows.T).T
            return summed
    total = np.zeros(np.broadcast_shapes(entrants.shape, counted.shape)[::-1]).T
    for k in range(entrants.shape[-1]):
        total[..., k:] += entrants[..., : entrants.shape[-1] - k] * counted[..., k : k + 1]
    return total
