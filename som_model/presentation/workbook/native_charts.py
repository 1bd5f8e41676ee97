"""Charts that Excel draws from the sheet of results, so that they follow the assumptions."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from som_model.presentation.style import PAYER_FILLS
from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.looks import LOCALES
from som_model.presentation.workbook.overview import CHART_ROW
from som_model.presentation.workbook.results import Results
from som_model.presentation.workbook.sheet import Cell, Sheet
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL, party

SIZE = {"width": 860, "height": 360}
FAINT = {"color": "#D9D9D9", "width": 0.75}


def draw_charts(book: Book, made: Results, overview: Sheet, workbook: Workbook, pages: dict[str, Worksheet]) -> None:
    """Accumulated net on the overview; net by payer beside the results."""
    lines = _chart(workbook, book, {"type": "line"}, book.say("accumulated"))
    for who in (*PUBLIC_PAYERS, TOTAL):
        lines.add_series(_series(book, made, "accumulated", who, _stroke(who)))
    pages[overview.name].insert_chart(CHART_ROW, 0, lines, {"object_position": 1, "description": book.say("chart_accumulated")})
    columns = _chart(workbook, book, {"type": "column", "subtype": "stacked"}, book.say("by_payer"))
    for who in PUBLIC_PAYERS:
        columns.add_series(_series(book, made, "net", who, {"fill": {"color": PAYER_FILLS[who].face}, "gap": 60}))
    page = pages[made.sheet.name]
    page.set_h_pagebreaks([len(made.sheet.rows) + 1])
    page.insert_chart(len(made.sheet.rows) + 2, 0, columns, {"object_position": 1, "description": book.say("by_payer")})


def _chart(workbook: Workbook, book: Book, kind: dict[str, str], title: str) -> Chart:
    chart = workbook.add_chart(kind)
    level = book.say("price_level").format(unit="kr.", price_year=book.scenario.price_year)
    chart.set_title({"name": f"{title}, {level}", "name_font": {"size": 12, "bold": True}, "overlay": False})
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


def _series(book: Book, made: Results, part: str, who: str, looks: dict[str, Any]) -> dict[str, Any]:
    cells = made.rows[part, who]
    return {
        "name": book.whose(who),
        "categories": _range(made.years),
        "values": _range(cells),
        "values_data": [cell.number for cell in cells],
        "categories_data": [int(cell.number) for cell in made.years],
        **looks,
    }


def _stroke(who: str) -> dict[str, Any]:
    if who == TOTAL:
        return {"line": {"color": "#1A1A1A", "width": 3}, "marker": {"type": "diamond", "size": 7, "fill": {"color": "#1A1A1A"}}}
    colour = PAYER_FILLS[who].face
    return {"line": {"color": colour, "width": 2, "dash_type": party(who).dashes}}


def _range(cells: list[Cell]) -> list[Any]:
    """Sheet, first row, first column, last row, last column."""
    first, last = cells[0], cells[-1]
    return [first.sheet, first.row, first.column, last.row, last.column]
