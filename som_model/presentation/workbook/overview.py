"""The front sheet, and the native charts that stand on it."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from som_model.presentation.colophon import Colophon
from som_model.presentation.described.ledger import uncounted
from som_model.presentation.key_figures import KeyFigure, figures_of
from som_model.presentation.style import PAYER_FILLS
from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.expression import Literally, Worded
from som_model.presentation.workbook.functions import equal, if_known, rounded, when
from som_model.presentation.workbook.results import Results
from som_model.presentation.workbook.sheet import UNKNOWN, Cell, Sheet, Shown, formula, heads
from som_model.presentation.workbook.writing import LOCALES
from som_model.resolved.titles import full_title
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL, party
from som_model.wording.table import label

FIGURES = tuple(figures_of("answer", "payers", "flows", "decision", "citizens", "each"))
"""The figures of a decision, the answer first."""
CHART_ROWS = 19
"""Rows that the chart covers."""


def overview(book: Book, results: Results, colophon: Colophon) -> Sheet:
    """The sheet that opens first."""
    sheet = Sheet(book.say("sheet_overview"), (46.0, 20.0, 20.0, 20.0, 20.0), landscape=False, one_page=True)
    sheet.say(full_title(book.scenario, book.language), "title")
    years = f"{book.projection.years[0]}-{book.projection.years[-1]}"
    about = (book.scenario.organisation, years, book.price_level, book.say("positive_is_gain"))
    sheet.say("; ".join(text for text in about if text), "remark")
    sheet.gap()
    sheet.add(*heads(*(book.say(key) for key in ("figure", "now", "when_written", "change_since")), numbers=3))
    for figure in FIGURES:
        _figure(book, sheet, results, figure)
    sheet.add(Cell(book.say("changed_assumptions"), "text"), formula(book.assumptions.changed(), "plain"))
    if results.rules_moved is not None:
        outdated = when(equal(results.rules_moved, Literally(0)), Worded(""), Worded(book.say("shares_outdated")))
        sheet.add(formula(outdated, "text", "alert"))
    else:
        sheet.gap()
    sheet.gap()
    sheet.say(book.say("chart_accumulated"), "heading")
    for _ in range(CHART_ROWS):
        sheet.gap()
    _told(book, sheet)
    sheet.gap()
    sheet.say(book.say("colophon"), "heading")
    for name, text in colophon.rows(book.language):
        sheet.add(Cell(name, "text", "remark"), Cell(text, "text", "remark"))
    return sheet


CHART_ROW = len(FIGURES) + 8
"""The row under the chart's heading."""


def _figure(book: Book, sheet: Sheet, results: Results, figure: KeyFigure) -> None:
    """The figure by its formula, and as the projection gave it, so that a change of the sheet is seen against that."""
    shown: Shown = "count" if figure.kind == "ratio" else figure.kind
    name = f"  {label(figure.payer, book.language)}" if figure.part == "payers" else figure.label(book.language)
    exported = figure.value(book.projection)
    result = results.figures.get(figure.cell)
    now = Cell(result if result is not None else UNKNOWN, shown, "answer" if figure.part == "answer" else "plain")
    words = result.told if result is not None else ""
    written = Cell(float(exported) if exported is not None else words or UNKNOWN, shown, "exported")
    change = if_known(rounded(now - written, book.rates.oere), Worded(UNKNOWN))
    sheet.add(Cell(name, "text"), now, written, formula(change, shown))


def _told(book: Book, sheet: Sheet) -> None:
    """How to use the file, what the calculation rests on, what is left out, and what the reader should know."""
    scenario, language = book.scenario, book.language
    blocks = [("how_to_use", [book.say(f"use_{name}") for name in ("assumptions", "calculation", "rates", "sensitivity")])]
    if scenario.notes is not None:
        blocks.append(("about_calculation", [scenario.notes.say(language)]))
    left_out = [text.say(language) for text in scenario.not_counted]
    left_out += [scenario.line(address).title(language) for address in uncounted(scenario)]
    if left_out:
        blocks.append(("not_counted", left_out))
    if book.projection.notices:
        blocks.append(("notices", [notice.say(language) for notice in book.projection.notices]))
    for heading, texts in blocks:
        sheet.gap()
        sheet.say(book.say(heading), "heading")
        for text in texts:
            sheet.add(Cell(text, "wrapped", "across"))


SIZE = {"width": 860, "height": 360}
FAINT = {"color": "#D9D9D9", "width": 0.75}


def draw_charts(book: Book, results: Results, overview: Sheet, workbook: Workbook, pages: dict[str, Worksheet]) -> None:
    """Accumulated net on the overview; net by payer beside the results."""
    lines = _chart(workbook, book, {"type": "line"}, book.say("accumulated"))
    for who in (*PUBLIC_PAYERS, TOTAL):
        if who == TOTAL:
            black = {"color": "#1A1A1A"}
            stroke: dict[str, Any] = {"line": {**black, "width": 3}, "marker": {"type": "diamond", "size": 7, "fill": black}}
        else:
            stroke = {"line": {"color": PAYER_FILLS[who].face, "width": 2, "dash_type": party(who).dashes}}
        lines.add_series(_series(book, results, "accumulated", who, stroke))
    pages[overview.name].insert_chart(CHART_ROW, 0, lines, {"object_position": 1, "description": book.say("chart_accumulated")})
    columns = _chart(workbook, book, {"type": "column", "subtype": "stacked"}, book.say("by_payer"))
    for who in PUBLIC_PAYERS:
        columns.add_series(_series(book, results, "net", who, {"fill": {"color": PAYER_FILLS[who].face}, "gap": 60}))
    page = pages[results.sheet.name]
    page.set_h_pagebreaks([len(results.sheet.rows) + 1])
    page.insert_chart(len(results.sheet.rows) + 2, 0, columns, {"object_position": 1, "description": book.say("by_payer")})


def _chart(workbook: Workbook, book: Book, kind: dict[str, str], title: str) -> Chart:
    chart = workbook.add_chart(kind)
    chart.set_title({"name": f"{title}, {book.price_level}", "name_font": {"size": 12, "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": {"size": 10}})
    numbers = {
        "num_format": f"{LOCALES[book.language]}#,##0",
        "major_gridlines": {"visible": True, "line": FAINT},
        "line": {"none": True},
    }
    chart.set_y_axis(numbers)
    chart.set_x_axis({"label_position": "low", "num_font": {"size": 10}})
    chart.set_size(SIZE)
    return chart


def _series(book: Book, results: Results, part: str, who: str, looks: dict[str, Any]) -> dict[str, Any]:
    cells = results.rows[part, who]
    return {
        "name": book.whose(who),
        "categories": _range(results.years),
        "values": _range(cells),
        "values_data": [cell.number for cell in cells],
        "categories_data": [int(cell.number) for cell in results.years],
        **looks,
    }


def _range(cells: list[Cell]) -> list[Any]:
    """Sheet, first row, first column, last row, last column."""
    first, last = cells[0], cells[-1]
    return [first.sheet, first.row, first.column, last.row, last.column]
