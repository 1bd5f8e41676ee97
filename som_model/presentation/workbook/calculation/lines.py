"""Lines of the calculation: what moves a price to the scenario's price year, and what units are to each payer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from som_model.presentation.workbook.calculation.book import Book, ByPayer
from som_model.presentation.workbook.calculation.who_pays import SharesOfLine
from som_model.presentation.workbook.expression import Expression, Literally, Negative
from som_model.presentation.workbook.functions import added, multiplied, size_of
from som_model.presentation.workbook.sheet import Cell
from som_model.projection.arrays import LineInputs
from som_model.resolved.titles import unit_cost_title
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.table import label


def moved(book: Book, address: str, line: UnitCost | Post | CostLine) -> list[Expression | None]:
    """What 1 kr. of the line's price year is in each year; None where it is 1."""
    series = line.index or book.scenario.price_index.series
    index = book.rates.index(series, line.price_year or book.scenario.price_year)
    if "real_growth" not in line.model_fields_set:
        return [index] * book.timeline.years
    growth = Literally(1) + book.assumptions.cell(f"{address}.real_growth")
    grown = [growth ** (year - book.rates.price_year) for year in book.years]
    return [factor if index is None else index * factor for factor in grown]


def unit_price(book: Book, key: str) -> list[Cell]:
    """The rows of one unit cost; gives its price by year in the scenario's price year."""
    cost = book.scenario.unit_costs[key]
    address = f"unit_costs.{key}"
    assert cost.amount is not None
    name = unit_cost_title(book.scenario, key, book.language)
    unit = book.say("price_level").format(unit="kr.", price_year=cost.price_year or book.scenario.price_year)
    stated = book.row(name, unit, book.series(f"{address}.amount", cost.amount), "price")
    factors = moved(book, address, cost)
    if not any(factors):
        return stated
    converted = [multiplied(price, factor) for price, factor in zip(stated, factors, strict=True)]
    return book.row(f"{name}, {label('converted', book.language)}", book.price_level, converted, "price")


@dataclass(frozen=True)
class PaidLine:
    """What a line is to each payer by year, kr.; savings and costs are both positive."""

    address: str
    title: str
    amounts: ByPayer
    prudence: ByPayer | None
    """What prudence takes off savings, or puts on cost: positive; None without an allowance."""


@dataclass(frozen=True)
class PerPerson:
    """Persons who enter by year, and what each is counted for by year since entry."""

    entering: Sequence[Expression]
    counted: Sequence[Expression]
    """m[k], before months of the first year are moved on."""
    first_year_share: Cell | None
    """None where months do not move."""

    def at(self, t: int, share: Sequence[Sequence[Expression]] | None = None) -> Expression:
        """Σ over entry years c of persons × counted[t − c]; with shares by year since entry, each part times its share."""
        return added([self.entering[c] * self._in_year(t - c, t, share) for c in range(t + 1) if self._counts(t - c)])

    def _counts(self, k: int) -> bool:
        """Whether anything is ever counted in a year since entry."""
        return not _nothing(self.counted[k]) or (
            self.first_year_share is not None and k > 0 and not _nothing(self.counted[k - 1])
        )

    def _in_year(self, k: int, t: int, share: Sequence[Sequence[Expression]] | None) -> Expression:
        now = self.counted[k] if share is None else self.counted[k] * share[k][t]
        if self.first_year_share is None:
            return now
        moved = self.first_year_share * now
        if k == 0:
            return moved
        before = self.counted[k - 1] if share is None else self.counted[k - 1] * share[k - 1][t]
        return moved + (Literally(1) - self.first_year_share) * before


def _nothing(formula: Expression) -> bool:
    return isinstance(formula, Literally) and formula.stated == 0


def paid_by(
    book: Book,
    line: LineInputs,
    title: str,
    worth: Sequence[Cell],
    shares: SharesOfLine,
    by_cohort: Sequence[Sequence[Expression]],
) -> PaidLine:
    """The rows of each payer: worth × share; cohort by cohort where the share hangs on the year since entry.

    Prudence, where the line has an allowance, is allowance × |amount| of each payer.

    by_cohort: for each payer, its amounts by year where they are no plain product; empty else.
    """
    amounts: ByPayer = {}
    for i, payer in enumerate(book.payers):
        paid = by_cohort[i] if by_cohort else [kroner * share for kroner, share in zip(worth, shares[payer][0], strict=True)]
        amounts[payer] = book.row(f"  {label(payer, book.language)}", "kr.", paid, "kroner")
    if not line.allowance:
        return PaidLine(line.address, title, amounts, None)
    [allowance, *_] = book.rates.stated("prudence", title, book.say("unit_of_share"), [line.allowance], "share")
    allowance.fixed = True
    prudence: ByPayer = {}
    for payer, cells in amounts.items():
        name = f"  {book.say('prudence_short')}, {label(payer, book.language).lower()}"
        prudence[payer] = book.row(name, "kr.", [allowance * size_of(cell) for cell in cells], "kroner")
    return PaidLine(line.address, title, amounts, prudence)


def worth(
    units: Sequence[Expression], price: Sequence[Expression | None], realisable: Sequence[Expression] | None, sign: float
) -> list[Expression]:
    """units × price × realisable with the sign of a gain (savings) or a cost (programme cost); a price of None is 1."""
    kroner: list[Expression] = []
    for t, unit in enumerate(units):
        product = multiplied(unit, price[t], realisable[t] if realisable is not None else None)
        kroner.append(product if sign > 0 else Negative(product))
    return kroner
