"""From which year accumulated net stays at or above 0 to the end (method, rule 8)."""

from __future__ import annotations

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.calculation.sums import Sums
from som_model.presentation.workbook.expression import Expression, Literally, Worded
from som_model.presentation.workbook.functions import (
    above,
    at_least,
    both,
    counted,
    different,
    either,
    greatest,
    least,
    rounded,
    when,
)
from som_model.presentation.workbook.sheet import Cell
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL

YES, NO = Literally(1), Literally(0)


def payback(book: Book, found: Sums) -> dict[str, Expression]:
    """The payback year of each public payer and of the total: a year, or the reason why there is none."""
    book.heading(book.say("payback_heading"), book.say("payback_told"))
    return {who: _payback(book, found, who) for who in (*PUBLIC_PAYERS, TOTAL)}


def _payback(book: Book, found: Sums, who: str) -> Expression:
    name = book.whose(who)
    oere = book.rates.oere
    saved, spent = found.savings[who], found.programme_cost[who]
    carries = [when(above(rounded(cost, oere), NO), YES, NO) for cost in spent]
    carrying = book.row(f"{name}: {book.say('carries_cost')}", "0/1", carries, "plain")
    begun = _begun(book, name, saved, spent)
    stays = _stays(book, name, found.accumulated[who])
    candidates = [when(both(start, stay), year, Worded("")) for start, stay, year in zip(begun, stays, book.years, strict=True)]
    years = book.row(f"{name}: {book.say('paid_back')}", book.say("year"), candidates, "year")
    never = when(above(counted(years), NO), least(years), Worded(book.say("payback_never")))
    return when(above(greatest(carrying), NO), never, Worded(book.say("payback_none")))


def _begun(book: Book, name: str, saved: list[Cell], spent: list[Cell]) -> list[Cell]:
    """1 from the first year with savings or cost."""
    made: list[Cell] = []
    for gain, cost in zip(saved, spent, strict=True):
        moves = either(different(rounded(gain, book.rates.oere), NO), different(rounded(cost, book.rates.oere), NO))
        begins = when(moves, YES, NO)
        made.append(Cell(when(moves, YES, made[-1]) if made else begins, "plain"))
    return book.timeline.row(book.sheet, f"{name}: {book.say('has_begun')}", "0/1", made, "plain", stated=True)


def _stays(book: Book, name: str, accumulated: list[Cell]) -> list[Cell]:
    """1 where accumulated net is at or above 0 and stays so to the end; made from the last year back."""
    made: list[Cell] = []
    for each in reversed(accumulated):
        holds = at_least(rounded(each, book.rates.oere), NO)
        made.append(Cell(when(holds, made[-1] if made else YES, NO), "plain"))
    return book.timeline.row(book.sheet, f"{name}: {book.say('stays_paid')}", "0/1", made[::-1], "plain", stated=True)
