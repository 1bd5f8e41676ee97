"""Lines gathered into terms: what needs no draw is multiplied once, so that a draw of many lines costs little more than
a draw of one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np

from som_model.projection.arrays import GroupInputs, Inputs, LineInputs
from som_model.projection.scaled import Array, Scaled, of_draws


@dataclass(frozen=True, slots=True)
class UnitPrices:
    """Kr. of one unit of several lines, by payer and year: a fixed part, and drawn numbers times fixed rows.

    fixed: (…, payer, year), or None. drawn: the drawn numbers of each line; rows: (line, payer × year).
    """

    fixed: Array | None
    drawn: tuple[tuple[Array, ...], ...]
    rows: Array
    shape: tuple[int, int]

    def total(self) -> Array:
        """All lines together, (…, payer, year), each draw's column contiguous in memory."""
        if not self.drawn:
            assert self.fixed is not None
            return self.fixed
        numbers = np.empty((len(self.drawn), len(self.drawn[0][0])))
        for row, (first, *others) in enumerate(self.drawn):
            np.multiply(first, others[0] if others else 1.0, out=numbers[row])
            for factor in others[1:]:
                numbers[row] *= factor
        drawn: Array = (self.rows.T @ numbers).reshape(*self.shape, numbers.shape[1]).transpose(2, 0, 1)
        return drawn if self.fixed is None else drawn + self.fixed

    def is_paid_by(self, payer: int) -> bool:
        """Whether a payer, numbered as in PAYERS, has any of it."""
        drawn = self.rows.reshape(len(self.rows), *self.shape)[:, payer] if self.drawn else np.zeros(1)
        return bool(np.any(drawn)) or (self.fixed is not None and bool(np.any(self.fixed[..., payer, :])))

    def of_payers(self, payers: Sequence[int]) -> UnitPrices:
        """The same for some of the payers, numbered as in PAYERS."""
        chosen, years = list(payers), self.shape[1]
        rows = self.rows.reshape(len(self.drawn), *self.shape)[:, chosen].reshape(len(self.drawn), len(chosen) * years)
        fixed = None if self.fixed is None else self.fixed[..., chosen, :]
        return UnitPrices(fixed, self.drawn, rows, (len(chosen), years))

    def of_draws(self, part: slice) -> UnitPrices:
        """The same for some of the draws."""
        fixed = None if self.fixed is None else of_draws(self.fixed, 2, part)
        drawn = tuple(tuple(factor[part] for factor in factors) for factors in self.drawn)
        return UnitPrices(fixed, drawn, self.rows, self.shape)


@dataclass(frozen=True, slots=True)
class Term:
    """Lines counted over the same persons in the same years since entry, or by calendar year (basis year).

    line: any of them, which says over whom they are counted. per_person: (…, k) units in units of the first year's.
    """

    line: LineInputs
    per_person: Array
    prices: UnitPrices

    def is_paid_by(self, payer: int) -> bool:
        """Whether a payer, numbered as in PAYERS, has any of it."""
        return self.prices.is_paid_by(payer)

    def of_payers(self, payers: Sequence[int]) -> Term:
        """The same for some of the payers."""
        return replace(self, prices=self.prices.of_payers(payers))

    def of_draws(self, part: slice) -> Term:
        """The same for some of the draws."""
        return replace(self, per_person=of_draws(self.per_person, 1, part), prices=self.prices.of_draws(part))


@dataclass(frozen=True, slots=True)
class CohortTerm:
    """A line whose shares hang on the year since entry."""

    line: LineInputs

    def is_paid_by(self, payer: int) -> bool:
        """Whether a payer, numbered as in PAYERS, has any of it."""
        return bool(np.any(self.line.shares[..., payer, :, :]))

    def of_payers(self, payers: Sequence[int]) -> CohortTerm:
        """The same for some of the payers."""
        return CohortTerm(replace(self.line, shares=self.line.shares[..., list(payers), :, :]))

    def of_draws(self, part: slice) -> CohortTerm:
        """The same for some of the draws."""
        return CohortTerm(self.line.of_draws(part))


AnyTerm = Term | CohortTerm


@dataclass(frozen=True, slots=True)
class Terms:
    """What balance multiplies: groups, and the terms of savings and cost, plain and with an allowance for optimism."""

    saving_payers: tuple[int, ...]
    """Payers of the savings, numbered as in PAYERS: rows of every amount."""
    cost_payers: tuple[int, ...]
    """Payers of the programme's cost."""
    years: int
    discount_factors: Array
    groups: tuple[GroupInputs, ...]
    savings: tuple[AnyTerm, ...]
    cost: tuple[AnyTerm, ...]
    allowed_savings: tuple[tuple[float, AnyTerm], ...]
    allowed_cost: tuple[tuple[float, AnyTerm], ...]

    def for_those_who_pay(self) -> Terms:
        """The same without the rows that are 0 whatever is drawn."""
        saving = _who_pay(self.saving_payers, self.savings, self.allowed_savings)
        cost = _who_pay(self.cost_payers, self.cost, self.allowed_cost)
        return replace(
            self,
            saving_payers=saving,
            cost_payers=cost,
            savings=tuple(term.of_payers(saving) for term in self.savings),
            cost=tuple(term.of_payers(cost) for term in self.cost),
            allowed_savings=tuple((share, term.of_payers(saving)) for share, term in self.allowed_savings),
            allowed_cost=tuple((share, term.of_payers(cost)) for share, term in self.allowed_cost),
        )

    def of_draws(self, part: slice) -> Terms:
        """The same for some of the draws."""
        return replace(
            self,
            discount_factors=of_draws(self.discount_factors, 1, part),
            groups=tuple(group.of_draws(part) for group in self.groups),
            savings=tuple(term.of_draws(part) for term in self.savings),
            cost=tuple(term.of_draws(part) for term in self.cost),
            allowed_savings=tuple((share, term.of_draws(part)) for share, term in self.allowed_savings),
            allowed_cost=tuple((share, term.of_draws(part)) for share, term in self.allowed_cost),
        )


def _who_pay(payers: Sequence[int], plain: Sequence[AnyTerm], allowed: Sequence[tuple[float, AnyTerm]]) -> tuple[int, ...]:
    """Payers with any part; lines that cancel still carry an allowance for optimism."""
    every = (*plain, *(term for _, term in allowed))
    return tuple(payer for payer in payers if any(term.is_paid_by(payer) for term in every))


def terms(inputs: Inputs) -> Terms:
    """The lines of a scenario gathered into terms."""
    payers = tuple(range(inputs.payers))
    return Terms(
        payers,
        payers,
        inputs.years,
        inputs.discount_factors,
        inputs.groups,
        gathered(inputs.consequences),
        gathered(inputs.programme),
        tuple((line.allowance, term_of(line)) for line in inputs.consequences if line.allowance),
        tuple((line.allowance, term_of(line)) for line in inputs.programme if line.allowance),
    )


def gathered(lines: Iterable[LineInputs]) -> tuple[AnyTerm, ...]:
    """One term for the lines of each course, and one for each line whose shares hang on the year since entry."""
    courses: dict[Hashable, list[LineInputs]] = {}
    by_cohort = []
    for line in lines:
        if line.shares.shape[-2] > 1:
            by_cohort.append(CohortTerm(line))
        else:
            courses.setdefault(_course(line), []).append(line)
    return (*by_cohort, *map(_term, courses.values()))


def term_of(line: LineInputs) -> AnyTerm:
    """The term of one line alone."""
    return gathered([line])[0]


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


def _term(lines: list[LineInputs]) -> Term:
    first = lines[0]
    if first.basis == "year":
        return Term(first, np.ones(()), _unit_prices([(line, _price(line).times(line.quantity)) for line in lines]))
    units = [_in_first_years(line) for line in lines]
    prices = [
        replace(_price(line).by(row=unit), factors=(*_price(line).factors, *line.quantity.factors))
        for line, (_, unit) in zip(lines, units, strict=True)
    ]
    return Term(first, units[0][0], _unit_prices(list(zip(lines, prices, strict=True))))


def _price(line: LineInputs) -> Scaled:
    """What one unit counts for, (…, year): sign × price × realisable."""
    return line.price.times(line.realisable).by(line.sign)


def price_by_year(line: LineInputs) -> Array:
    """What one unit of a line counts for, (…, year)."""
    return _price(line).full


def _unit_prices(priced: Sequence[tuple[LineInputs, Scaled]]) -> UnitPrices:
    """Price × share of each line; drawn prices are kept apart from their fixed rows."""
    fixed: list[Array] = []
    drawn: list[tuple[Array, ...]] = []
    rows: list[Array] = []
    shape = (priced[0][0].shares.shape[-3], priced[0][0].shares.shape[-1])
    for line, price in priced:
        row = price.row[..., np.newaxis, :] * line.shares[..., 0, :]
        if row.ndim > 2 or not price.factors:
            fixed.append(price.number[..., np.newaxis, np.newaxis] * row)
        else:
            drawn.append(price.factors)
            rows.append(row.ravel())
    return UnitPrices(reduce(np.add, fixed) if fixed else None, tuple(drawn), np.array(rows), shape)
