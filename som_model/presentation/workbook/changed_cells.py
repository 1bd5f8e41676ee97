"""A changed assumption shows by its colour."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from som_model.presentation.workbook.calculation.book import Book

CHANGED = {"bg_color": "#F8CBAD", "bold": True}


def colour_changes(book: Book, workbook: Workbook, pages: dict[str, Worksheet]) -> None:
    """Values that differ from those when the file was written."""
    assumptions = book.assumptions
    cells = [(assumptions.cells[at], assumptions.original(at)) for at in assumptions.listed() if at in assumptions.cells]
    if not cells:
        return
    form = workbook.add_format(CHANGED)
    for now, before in cells:
        criteria = f"{now.place}<>{before.place}"
        rule = {"type": "formula", "criteria": f"={criteria}", "format": form}
        pages[now.sheet].conditional_format(now.row, now.column, now.row, now.column, rule)
