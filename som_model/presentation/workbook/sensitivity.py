"""The sheet on how sure the result is: computed when the file was written; it says so as soon as an assumption is changed."""

from __future__ import annotations

from som_model.analysis.break_even import break_even
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.tornado import Tornado, tornado
from som_model.errors import NoBreakEven
from som_model.presentation.described.sensitivity import tornado as tornado_table
from som_model.presentation.described.simulation import simulation as simulation_table
from som_model.presentation.described.table import Kind, Table
from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.expression import Expression, Literally, Worded
from som_model.presentation.workbook.functions import above, added, rounded, size_of, when
from som_model.presentation.workbook.results import Results
from som_model.presentation.workbook.sheet import UNKNOWN, Cell, Role, Sheet, Shown, formula, heads
from som_model.presentation.workbook.units import shown_as
from som_model.resolved.assumption import Assumption
from som_model.wording.table import label

SHOWN: dict[Kind, Shown] = {"kroner": "kroner", "year": "year", "count": "count"}
WIDTHS = (50.0, 44.0, 16.0, 16.0, 16.0, 18.0, 18.0, 18.0)
MOST_BREAK_EVENS = 12


def sensitivity(book: Book, results: Results, simulated: Simulation | None) -> Sheet:
    """Tornado, break-even values and, where anything is uncertain, the draws."""
    sheet = Sheet(book.say("sheet_sensitivity"), WIDTHS)
    sheet.say(book.say("sheet_sensitivity"), "title")
    sheet.say(book.say("sensitivity_told"), "remark")
    by_payer = book.projection.accumulated_net_by_payer
    differences: list[Expression] = []
    for who in book.payers:
        exported = Cell(by_payer[who], "kroner", "exported")
        sheet.add(Cell(f"{book.say('net_when_written')}: {label(who, book.language).lower()}", "text"), exported)
        differences.append(size_of(results.figures[f"accumulated_net.{who}"] - exported))
    # The sheet belongs to the assumptions as they stand while no value is changed, nor what any payer comes to.
    outdated, current = Worded(book.say("sensitivity_outdated")), Worded(book.say("sensitivity_current"))
    differs = above(rounded(added(differences), book.rates.oere), Literally(0))
    holds = when(above(book.assumptions.changed(), Literally(0)), outdated, when(differs, outdated, current))
    sheet.add(formula(holds, "text", "answer"))
    swung = tornado(book.scenario)
    if len(swung):
        _table(book, sheet, tornado_table.table(swung, book.language))
    else:
        sheet.gap()
        sheet.say(book.say("no_intervals"), "plain")
    _break_evens(book, sheet, swung)
    if simulated is not None:
        _table(book, sheet, simulation_table.table(simulated, book.language))
        for text in (simulated.say(book.language), simulated.precision(book.language)):
            sheet.add(Cell(text, "wrapped", "across"))
    return sheet


def _break_evens(book: Book, sheet: Sheet, swung: Tornado) -> None:
    """The value at which the public purse breaks even, of the success rates and of what matters most."""
    rates = [
        f"target_groups.{name}.success_rate"
        for name, group in book.scenario.target_groups.items()
        if group.success_rate is not None
    ]
    asked = [at for at in dict.fromkeys([*rates, *(swing.address for swing in swung)]) if at in book.assumptions.cells]
    if not asked:
        return
    sheet.gap()
    sheet.say(book.say("break_evens"), "heading")
    sheet.add(*heads(*(book.say(key) for key in ("assumption", "review_address", "break_even_value", "stated_value")), numbers=2))
    for address in asked[:MOST_BREAK_EVENS]:
        cell = book.assumptions.cells[address]
        name = Assumption(book.scenario, address, book.assumptions.stated[address]).title(book.language)
        try:
            value: float | str = break_even(book.scenario, address).value
        except NoBreakEven:
            value = book.say("none_in_range")
        sheet.add(
            Cell(name, "wrapped"),
            Cell(address, "wrapped", "remark"),
            Cell(value, cell.shown),
            Cell(book.assumptions.stated[address].value, cell.shown),
        )


def _table(book: Book, sheet: Sheet, table: Table) -> None:
    """A described table with its title and unit; rows that sum others stand out.

    Ratios of a row are shown as the assumption whose address the row has, else as a share.
    """
    sheet.gap()
    sheet.say(table.title, "heading")
    sheet.say(table.unit, "remark")
    sheet.add(*(Cell(column.label, "text" if column.kind == "text" else "plain", "head") for column in table.columns))
    for i, row in enumerate(table.rows):
        role: Role = "sum" if i in table.emphasised else "plain"
        at = next((str(cell) for cell, column in zip(row, table.columns, strict=True) if column.key == "address"), None)
        ratio = "share" if at is None else shown_as(at, book.assumptions.stated[at])
        sheet.add(*(_cell(cell, column.kind, ratio, role) for cell, column in zip(row, table.columns, strict=True)))


def _cell(cell: object, kind: Kind, ratio: Shown, role: Role) -> Cell:
    if isinstance(cell, int | float):
        return Cell(float(cell), SHOWN.get(kind, ratio), role)
    return Cell(UNKNOWN if cell is None else str(cell), "wrapped" if kind == "text" else "plain", role)
