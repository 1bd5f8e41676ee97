"""The sheet of results: every figure by payer and year, and when each has its money back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.calculation.calculation import Sums
from som_model.presentation.workbook.calculation.citizens import Citizens
from som_model.presentation.workbook.expression import Expression, Literally, Worded
from som_model.presentation.workbook.functions import (
    above,
    added,
    at_least,
    both,
    counted,
    different,
    either,
    equal,
    greatest,
    least,
    rounded,
    summed,
    summed_products,
    when,
)
from som_model.presentation.workbook.sheet import UNKNOWN, Cell, Role, Sheet, Shown, formula, heads, texts
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import phrase

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


PARTS = ("programme_cost", "savings", "net", "accumulated")


@dataclass(eq=False)
class Results:
    """The sheet, its rows by part and payer, and its figures by name."""

    sheet: Sheet
    years: list[Cell] = field(default_factory=list)
    rows: dict[tuple[str, str], list[Cell]] = field(default_factory=dict)
    """(part, payer or total) → a cell a year."""
    rules_moved: Cell | None = None
    """Counts the changed values that payer rules were computed at; None without rules."""
    figures: dict[str, Cell] = field(default_factory=dict)
    """Name of the projection's figure (accumulated_net, payback.municipality …) → its cell."""


def results(book: Book, found: Sums, groups: Sequence[Citizens]) -> Results:
    """The sheet of results, made from the sums of the calculation."""
    sheet = Sheet(phrase("sheet_results", book.language), (46.0, 22.0), 14.0, heads=4, columns_kept=2)
    made = Results(sheet, rules_moved=book.rates.rules_moved())
    sheet.say(phrase("sheet_results", book.language), "title")
    sheet.say(_level(book), "remark")
    sheet.gap()
    made.years = [formula(year, "year", "head") for year in book.years]
    sheet.add(*texts("", "", role="head"), *made.years, Cell(book.say("period_total"), "plain", "head"))
    for part in PARTS:
        _part(book, made, part, getattr(found, part))
    paid = payback(book, found)
    _figures(book, made, found, groups)
    sheet.gap()
    sheet.say(book.say("payback_heading"), "heading")
    for who in (*PUBLIC_PAYERS, TOTAL):
        _figure(made, f"payback.{who}", book.whose(who), "", _valid(made, who, paid[who]), "year")
    return made


def _level(book: Book) -> str:
    level = book.say("price_level").format(unit="kr.", price_year=book.scenario.price_year)
    return f"{level}; {book.say('positive_is_gain')}"


def _part(book: Book, made: Results, part: str, rows: dict[str, list[Cell]]) -> None:
    made.sheet.gap()
    made.sheet.say(book.say(part), "heading")
    for who, cells in rows.items():
        role: Role = "sum" if who == TOTAL else "plain"
        here = [formula(_valid(made, who, cell), "kroner", role) for cell in cells]
        last_role: Role = "sum" if role == "sum" else "total"
        last = [] if part == "accumulated" else [formula(_valid(made, who, summed(here)), "kroner", last_role)]
        made.sheet.add(Cell(book.whose(who), "text", role), Cell("kr.", "text", "remark"), *here, *last)
        made.rows[part, who] = here


def _valid(made: Results, who: str, formula: Expression) -> Expression:
    """A payer's number; a dash once the shares of a payer rule no longer belong to the assumptions. The total stands."""
    if made.rules_moved is None or who == TOTAL:
        return formula
    return when(equal(made.rules_moved, Literally(0)), formula, Worded(UNKNOWN))


def _figures(book: Book, made: Results, found: Sums, groups: Sequence[Citizens]) -> None:
    """The figures of a decision (method.md: Net and discounting, Figures of a decision)."""
    made.sheet.gap()
    made.sheet.say(book.say("key_figures"), "heading")
    made.sheet.add(*heads(book.say("figure"), "", book.say("value"), numbers=1))
    total = summed(made.rows["net", TOTAL])
    _figure(made, "accumulated_net", book.say("accumulated_net"), "kr.", total, "kroner", "answer")
    for who in (each for each in found.net if each != TOTAL):
        _figure(
            made,
            f"accumulated_net.{who}",
            f"  {book.whose(who)}",
            "kr.",
            _valid(made, who, summed(made.rows["net", who])),
            "kroner",
        )
    for who in (TOTAL, *(each for each in found.net if each != TOTAL)):
        name, at = (
            (book.say("net_present_value"), "net_present_value")
            if who == TOTAL
            else (f"  {book.whose(who)}", f"net_present_value.{who}")
        )
        value = summed_products(made.rows["net", who], found.factors)
        _figure(made, at, name, "kr.", _valid(made, who, value), "kroner")
    for part in ("programme_cost", "savings"):
        _figure(made, part, book.say(part), "kr.", summed(made.rows[part, TOTAL]), "kroner")
    saved, spent = (summed_products(made.rows[part, TOTAL], found.factors) for part in ("savings", "programme_cost"))
    ratio = when(above(rounded(spent, book.rates.oere), Literally(0)), saved / spent, Worded(UNKNOWN))
    _figure(made, "benefit_cost_ratio", book.say("benefit_cost_ratio"), "", ratio, "count")
    net = made.figures["accumulated_net"]
    participants = [group.participants for group in groups]
    successes = [group.successes for group in groups]
    for name, rows, each in (("participants", participants, "net_per_participant"), ("successes", successes, "net_per_success")):
        count = added([summed(cells) for cells in rows]) if all(_all_known(cells) for cells in rows) else Worded(UNKNOWN)
        _figure(made, name, book.say(name), "", count, "count")
        counted = made.figures[name]
        per = when(different(counted, Literally(0)), net / counted, Worded(UNKNOWN)) if counted.known else Worded(UNKNOWN)
        _figure(made, each, book.say(each), "kr.", per, "kroner")


def _all_known(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(cell.known for cell in cells)


def _figure(made: Results, key: str, name: str, unit: str, of: Expression, shown: Shown, role: Role = "plain") -> None:
    """One figure with its name, in the column of the first year."""
    cell = Cell(of.text, "text") if isinstance(of, Worded) else formula(of, shown, role, fixed=True)
    label_role: Role = "answer" if role == "answer" else "plain"
    made.sheet.add(Cell(name, "text", label_role), Cell(unit, "text", "remark"), cell)
    made.figures[key] = cell
