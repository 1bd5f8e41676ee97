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


def payback(book: Book, sums: Sums) -> dict[str, Expression]:
    """The payback year of each public payer and of the total: a year, or the reason why there is none."""
    book.heading(book.say("payback_heading"), book.say("payback_told"))
    return {who: _payback(book, sums, who) for who in (*PUBLIC_PAYERS, TOTAL)}


def _payback(book: Book, sums: Sums, who: str) -> Expression:
    """The first year that has begun (savings or cost in it or before it), and from which accumulated net stays at or above 0."""
    name = book.whose(who)
    oere = book.rates.oere
    saved, spent = sums.savings[who], sums.programme_cost[who]
    carries = [when(above(rounded(cost, oere), NO), YES, NO) for cost in spent]
    carrying = book.row(f"{name}: {book.say('carries_cost')}", "0/1", carries, "plain")
    begun: list[Cell] = []
    for gain, cost in zip(saved, spent, strict=True):
        moves = either(different(rounded(gain, oere), NO), different(rounded(cost, oere), NO))
        begun.append(Cell(when(moves, YES, begun[-1] if begun else NO), "plain"))
    book.timeline.row(book.sheet, f"{name}: {book.say('has_begun')}", "0/1", begun, "plain", stated=True)
    stays: list[Cell] = []
    for net in reversed(sums.accumulated[who]):
        holds = at_least(rounded(net, oere), NO)
        stays.insert(0, Cell(when(holds, stays[0] if stays else YES, NO), "plain"))
    book.timeline.row(book.sheet, f"{name}: {book.say('stays_paid')}", "0/1", stays, "plain", stated=True)
    candidates = [when(both(start, stay), year, Worded("")) for start, stay, year in zip(begun, stays, book.years, strict=True)]
    years = book.row(f"{name}: {book.say('paid_back')}", book.say("year"), candidates, "year")
    never = when(above(counted(years), NO), least(years), Worded(book.say("payback_never")))
    return when(above(greatest(carrying), NO), never, Worded(book.say("payback_none")))


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


def results(book: Book, sums: Sums, groups: Sequence[Citizens]) -> Results:
    """The sheet of results, made from the sums of the calculation."""
    sheet = Sheet(phrase("sheet_results", book.language), (46.0, 22.0), 14.0, heads=4, columns_kept=2)
    reported = Results(sheet, rules_moved=book.rates.rules_moved())
    sheet.say(phrase("sheet_results", book.language), "title")
    sheet.say(f"{book.price_level}; {book.say('positive_is_gain')}", "remark")
    sheet.gap()
    reported.years = [formula(year, "year", "head") for year in book.years]
    sheet.add(*texts("", "", role="head"), *reported.years, Cell(book.say("period_total"), "plain", "head"))
    for part in PARTS:
        sheet.gap()
        sheet.say(book.say(part), "heading")
        rows: dict[str, list[Cell]] = getattr(sums, part)
        for who, cells in rows.items():
            role: Role = "sum" if who == TOTAL else "plain"
            total_role: Role = "sum" if who == TOTAL else "total"
            here = reported.rows[part, who] = [formula(_valid(reported, who, cell), "kroner", role) for cell in cells]
            total = [] if part == "accumulated" else [formula(_valid(reported, who, summed(here)), "kroner", total_role)]
            sheet.add(Cell(book.whose(who), "text", role), Cell("kr.", "text", "remark"), *here, *total)
    paid = payback(book, sums)
    _figures(book, reported, sums, groups)
    sheet.gap()
    sheet.say(book.say("payback_heading"), "heading")
    for who in (*PUBLIC_PAYERS, TOTAL):
        _figure(reported, f"payback.{who}", book.whose(who), "", _valid(reported, who, paid[who]), "year")
    return reported


def _valid(reported: Results, who: str, formula: Expression) -> Expression:
    """A payer's number; a dash once the shares of a payer rule no longer belong to the assumptions. The total stands."""
    if reported.rules_moved is None or who == TOTAL:
        return formula
    return when(equal(reported.rules_moved, Literally(0)), formula, Worded(UNKNOWN))


def _figures(book: Book, reported: Results, sums: Sums, groups: Sequence[Citizens]) -> None:
    """The figures of a decision (method.md: Net and discounting, Figures of a decision)."""
    reported.sheet.gap()
    reported.sheet.say(book.say("key_figures"), "heading")
    reported.sheet.add(*heads(book.say("figure"), "", book.say("value"), numbers=1))
    net = {who: reported.rows["net", who] for who in (TOTAL, *book.payers)}
    accumulated = {who: summed(cells) for who, cells in net.items()}
    present = {who: summed_products(cells, sums.factors) for who, cells in net.items()}
    for key, by_payer in (("accumulated_net", accumulated), ("net_present_value", present)):
        role: Role = "answer" if key == "accumulated_net" else "plain"
        _figure(reported, key, book.say(key), "kr.", by_payer[TOTAL], "kroner", role)
        for who in book.payers:
            _figure(reported, f"{key}.{who}", f"  {book.whose(who)}", "kr.", _valid(reported, who, by_payer[who]), "kroner")
    for part in ("programme_cost", "savings"):
        _figure(reported, part, book.say(part), "kr.", summed(reported.rows[part, TOTAL]), "kroner")
    saved, spent = (summed_products(reported.rows[part, TOTAL], sums.factors) for part in ("savings", "programme_cost"))
    ratio = when(above(rounded(spent, book.rates.oere), Literally(0)), saved / spent, Worded(UNKNOWN))
    _figure(reported, "benefit_cost_ratio", book.say("benefit_cost_ratio"), "", ratio, "count")
    participants = [group.participants for group in groups]
    successes = [group.successes for group in groups]
    for name, rows, share in (("participants", participants, "net_per_participant"), ("successes", successes, "net_per_success")):
        known = all(cells and all(cell.known for cell in cells) for cells in rows)
        of_all = added([summed(cells) for cells in rows]) if known else Worded(UNKNOWN)
        _figure(reported, name, book.say(name), "", of_all, "count")
        persons = reported.figures[name]
        per: Expression = Worded(UNKNOWN)
        if persons.known:
            per = when(different(persons, Literally(0)), reported.figures["accumulated_net"] / persons, per)
        _figure(reported, share, book.say(share), "kr.", per, "kroner")


def _figure(reported: Results, key: str, name: str, unit: str, of: Expression, shown: Shown, role: Role = "plain") -> None:
    """One figure with its name, in the column of the first year."""
    cell = Cell(of.text, "text") if isinstance(of, Worded) else formula(of, shown, role, fixed=True)
    label_role: Role = "answer" if role == "answer" else "plain"
    reported.sheet.add(Cell(name, "text", label_role), Cell(unit, "text", "remark"), cell)
    reported.figures[key] = cell
