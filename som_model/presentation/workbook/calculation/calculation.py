"""The whole calculation on one sheet: prices, citizens, consequences, programme, sums."""

from __future__ import annotations

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.calculation.citizens import Citizens, citizens
from som_model.presentation.workbook.calculation.consequences import consequence
from som_model.presentation.workbook.calculation.lines import PaidLine
from som_model.presentation.workbook.calculation.prices import unit_price
from som_model.presentation.workbook.calculation.programme import cost, post, residual
from som_model.presentation.workbook.calculation.sums import Sums, sums
from som_model.presentation.workbook.calculation.who_pays import WhoPays
from som_model.presentation.workbook.sheet import Cell
from som_model.resolved.transition import line_at


def calculation(book: Book) -> tuple[list[Citizens], Sums]:
    """Write the calculation into the book; gives the rows of the target groups, and the sums."""
    inputs = book.projection.inputs
    who = WhoPays(book)
    prices = _prices(book)
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


def _prices(book: Book) -> dict[str, list[Cell]]:
    """The price rows of every unit cost that a counted line uses."""
    keys: dict[str, None] = {}
    for line in (*book.projection.inputs.consequences, *book.projection.inputs.programme):
        reference = getattr(line_at(book.scenario, line.address), "unit_cost", None)
        if reference is not None and line.block != "residual":
            keys[book.scenario.record.references[reference]] = None
    if keys:
        book.heading(book.say("unit_prices"))
    return {key: unit_price(book, key) for key in keys}
