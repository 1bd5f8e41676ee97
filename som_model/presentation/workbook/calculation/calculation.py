"""The calculation: unit prices, citizens, lines, and what they sum to for each payer and the public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.calculation.citizens import Citizens, citizens
from som_model.presentation.workbook.calculation.counted import consequence, cost, post, residual
from som_model.presentation.workbook.calculation.lines import PaidLine, unit_price
from som_model.presentation.workbook.calculation.who_pays import WhoPays
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.functions import added
from som_model.presentation.workbook.sheet import Cell, Role
from som_model.scenario.estimate import Share
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL, Payer
from som_model.wording.table import label


@dataclass(frozen=True)
class Sums:
    """Rows by payer (and the public total), kr. a year."""

    savings: dict[str, list[Cell]]
    programme_cost: dict[str, list[Cell]]
    net: dict[str, list[Cell]]
    accumulated: dict[str, list[Cell]]
    factors: list[Cell]
    """What 1 kr. of each year is worth in the first."""


MOST_TERMS = 200


def sums(book: Book, savings: Sequence[PaidLine], cost: Sequence[PaidLine]) -> Sums:
    """The rows of the sums, below the lines."""
    factors = _discounting(book)
    saved = _part(book, "savings", savings, allowance_adds=False)
    spent = _part(book, "programme_cost", cost, allowance_adds=True)
    net: dict[str, list[Cell]] = {}
    book.heading(book.say("net"))
    for who in saved:
        gains = [gain - paid for gain, paid in zip(saved[who], spent[who], strict=True)]
        net[who] = book.row(book.whose(who), "kr.", gains, "kroner", _role(who))
    accumulated: dict[str, list[Cell]] = {}
    book.heading(book.say("accumulated"))
    for who, cells in net.items():
        so_far: list[Cell] = []
        for yearly in cells:
            so_far.append(Cell(so_far[-1] + yearly if so_far else yearly, "kroner", _role(who)))
        accumulated[who] = book.timeline.row(book.sheet, book.whose(who), "kr.", so_far, "kroner", _role(who), stated=True)
    return Sums(saved, spent, net, accumulated, factors)


def _discounting(book: Book) -> list[Cell]:
    """factor[0] = 1, each next one divided by 1 + rate."""
    book.heading(book.say("discounting"))
    rate = book.scenario.discount_rate
    if isinstance(rate, Share):
        rates: list[Expression] = [book.assumptions.cell("discount_rate")] * book.timeline.years
    else:
        schedule = book.scenario.record.schedule
        assert schedule is not None
        name = schedule.label.say(book.language) if schedule.label is not None else rate
        numbers = [0.0, *(schedule.rate(i) for i in range(1, book.timeline.years))]
        rates = list(book.rates.stated("discounting", name, book.say("unit_of_rate"), numbers, "share"))
    factors = [Cell(Literally(1), "factor")]
    for t in range(1, book.timeline.years):
        yearly = Literally(1) + rates[t]
        factors.append(Cell(yearly ** -book.offsets[t] if isinstance(rate, Share) else factors[-1] / yearly, "factor"))
    return book.timeline.row(book.sheet, book.say("discount_factor"), "", factors, "factor", stated=True)


def _part(book: Book, key: str, lines: Sequence[PaidLine], *, allowance_adds: bool) -> dict[str, list[Cell]]:
    """The rows of savings or cost; prudence takes off savings and puts on cost, a row of its own for each payer.

    The total is of municipality, region and state: a citizen stands in no total.
    """
    book.heading(book.say(key))
    allowed = [line.prudence for line in lines if line.prudence is not None]
    rows: dict[str, list[Cell]] = {}
    for payer in book.payers:
        name = label(payer, book.language)
        cells = _together(book, payer, [line.amounts[payer] for line in lines])
        if allowed:
            before = book.row(f"{name}, {book.say('before_prudence')}", "kr.", cells, "kroner")
            together = _together(book, payer, [by_payer[payer] for by_payer in allowed])
            signed = together if allowance_adds else [-amount for amount in together]
            prudence = book.row(f"{name}, {book.say('prudence_short').lower()}", "kr.", signed, "kroner")
            cells = [plain + taken for plain, taken in zip(before, prudence, strict=True)]
        rows[payer] = book.row(name, "kr.", cells, "kroner")
    public = [rows[payer] for payer in PUBLIC_PAYERS if payer in rows]
    total = [added([row[t] for row in public]) for t in range(len(public[0]))]
    rows[TOTAL] = book.row(book.say("public_total"), "kr.", total, "kroner", "sum")
    return rows


def _together(book: Book, payer: Payer, rows: Sequence[Sequence[Cell]]) -> list[Expression]:
    """The sum of many rows; of very many, by way of sums of some, because a formula has an end."""
    years = range(book.timeline.years)
    while len(rows) > MOST_TERMS:
        parts = [rows[first : first + MOST_TERMS] for first in range(0, len(rows), MOST_TERMS)]
        name = f"{label(payer, book.language)}, {book.say('subtotal')}"
        rows = [book.row(name, "kr.", [added([cells[t] for cells in part]) for t in years], "kroner") for part in parts]
    return [added([cells[t] for cells in rows]) for t in years]


def _role(who: str) -> Role:
    return "sum" if who == TOTAL else "plain"


def calculation(book: Book) -> tuple[list[Citizens], Sums]:
    """Write the calculation into the book; gives the rows of the target groups, and the sums."""
    inputs = book.projection.inputs
    who = WhoPays(book)
    priced: dict[str, None] = {}
    for line in (*inputs.consequences, *inputs.programme):
        key = book.scenario.line(line.address).unit_cost_key
        if key is not None and line.block != "residual":
            priced[key] = None
    if priced:
        book.heading(book.say("unit_prices"))
    prices = {key: unit_price(book, key) for key in priced}
    groups = [citizens(book, group.name) for group in inputs.groups]
    savings = [consequence(book, who, groups[line.groups[0]], line, prices) for line in inputs.consequences]
    spent: list[PaidLine] = []
    for line in inputs.programme:
        if line.block == "staffing":
            spent.append(post(book, who, line))
        elif line.block == "residual":
            spent.append(residual(book, who, line))
        else:
            spent.append(cost(book, who, groups, line, prices))
    return groups, sums(book, savings, spent)
