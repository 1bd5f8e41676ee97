"""The described workbook as a file: how each role of a cell looks, what is coloured once it is changed, and what is written."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.sheet import LONGEST_TEXT, Cell, Role, Sheet, Shown
from som_model.wording.characters import writable
from som_model.wording.numbers import number
from som_model.wording.table import Language, phrase

LOCALES: dict[Language, str] = {"da": "[$-406]", "en": "[$-809]"}
"""Number formats carry their language, so that signs follow it where the program lets them."""
NUMBERS: dict[Shown, str] = {
    "kroner": "#,##0;[Red]-#,##0;0",
    "price": "#,##0.00",
    "count": "#,##0.00",
    "share": "0.00%",
    "factor": "#,##0.0000",
    "year": "0",
    "plain": "#,##0",
}
INPUT, STATED, HEAD, RULE, FAINT = "#FFF2CC", "#F2F2F2", "#00466E", "#BFBFBF", "#595959"
ROLES: dict[Role, dict[str, Any]] = {
    "plain": {},
    "input": {"bg_color": INPUT, "border": 1, "border_color": RULE, "locked": False},
    "stated": {"bg_color": STATED},
    "total": {"bold": True},
    "exported": {"bg_color": STATED},
    "alert": {"bold": True, "font_color": "#C00000"},
    "entry": {"italic": True, "font_color": "#1F4E79"},
    "sum": {"bold": True, "top": 1, "top_color": RULE},
    "title": {"bold": True, "font_size": 16, "font_color": HEAD},
    "heading": {"bold": True, "font_size": 12, "font_color": HEAD},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": HEAD, "text_wrap": True, "valign": "vcenter"},
    "remark": {"font_color": FAINT},
    "answer": {"bold": True, "bg_color": "#DDEBF7"},
    "across": {"valign": "top"},
}
FONT = {"font_name": "Calibri", "font_size": 11}


IN_FULL: dict[Shown, str] = {"kroner": "#,##0.00", "count": "#,##0.00####"}
"""Assumptions and rates show what they are computed with."""


@cache
def look(shown: Shown, role: Role, language: Language) -> dict[str, Any]:
    """The properties of a cell's format."""
    properties: dict[str, Any] = {**FONT, "valign": "top", **ROLES[role]}
    if shown in NUMBERS:
        number = IN_FULL.get(shown, NUMBERS[shown]) if role in ("input", "stated") else NUMBERS[shown]
        properties |= {"num_format": LOCALES[language] + number.replace(";", f";{LOCALES[language]}"), "align": "right"}
    elif shown == "wrapped":
        properties |= {"text_wrap": True}
    return properties


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


UNDATED = datetime(2000, 1, 1)
LONGEST_FORMULA = 8_192
LONGEST_FOOTER = 120
NOT_KNOWN = "#N/A"
A4 = 9
LINE = 15.0
CHARACTERS_IN_WIDTH = 1.12
"""Letters are narrower than the digits that widths are counted in."""
MOST_ROWS = 80
MOST_LINES = 27
"""A row is at most 409 points tall."""


def write_sheets(
    path: Path,
    sheets: Sequence[Sheet],
    names: Mapping[str, Cell],
    drawn: Sequence[Callable[[Workbook, dict[str, Worksheet]], None]],
    language: Language,
    title: str,
    about: str,
) -> None:
    """Write the sheets in order; names: defined name → cell. drawn: what is put on the sheets, by name: charts, colours.

    The bytes depend on what is written alone: the file carries no date.
    """
    book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": fitting(title), "comments": fitting(about), "created": UNDATED})
    book.set_calc_mode("auto")
    formats: dict[tuple[Any, ...], Format] = {}
    pages: dict[str, Worksheet] = {}
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        pages[sheet.name] = page
        _set_up(page, sheet, language, title)
        for line, row in enumerate(sheet.rows):
            if (lines := max((_lines_of(sheet, cell) for cell in row if cell is not None), default=1)) > 1:
                page.set_row(line, LINE * min(lines, MOST_LINES))
            for cell in row:
                if cell is not None:
                    key = (cell.shown, cell.role)
                    if key not in formats:
                        formats[key] = book.add_format(look(cell.shown, cell.role, language))
                    _write(page, sheet, cell, formats[key], language)
    for name, cell in names.items():
        cell_at = f"${re.sub(r'[$0-9]', '', cell.place)}${cell.row + 1}"
        book.define_name(name, f"='{cell.sheet}'!{cell_at}")
    for draw in drawn:
        draw(book, pages)
    book.close()


def _set_up(page: Worksheet, sheet: Sheet, language: Language, title: str) -> None:
    """Widths, what stays in sight, and how it is printed."""
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.set_column(len(sheet.widths), max(len(sheet.widths), 60), sheet.year_width)
    if sheet.heads or sheet.columns_kept:
        page.freeze_panes(sheet.heads, sheet.columns_kept)
    page.set_paper(A4)
    if sheet.landscape:
        page.set_landscape()
    page.fit_to_pages(1, 1 if sheet.one_page and len(sheet.rows) <= MOST_ROWS else 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
    if sheet.heads:
        page.repeat_rows(0, sheet.heads - 1)
    page.set_footer(f"&L&8 {_footed(title)} &C&8&A&R&8{phrase('page_of', language)}")
    page.hide_gridlines(2)


def _footed(title: str) -> str:
    """A title inside a footer, where & begins a code: cut so that the whole footer stays below 255 characters."""
    text = ""
    for character in fitting(title).replace("\n", " "):
        more = "&&" if character == "&" else character
        if len(text) + len(more) > LONGEST_FOOTER:
            return text + "…"
        text += more
    return text


def _write(page: Worksheet, sheet: Sheet, cell: Cell, form: Format, language: Language) -> None:
    content = cell.content
    at = (cell.row, cell.column)
    if isinstance(content, Literally):
        page.write_number(*at, content.number, form)
    elif isinstance(content, Expression):
        written = content.written(sheet.name)
        if len(written) >= LONGEST_FORMULA:
            raise ValueError(f"formula of {len(written)} characters in {cell.place}")
        value = content.value
        page.write_formula(*at, f"={written}", form, NOT_KNOWN if isinstance(value, float) and math.isnan(value) else value)
    elif isinstance(content, str):
        text = fitting(content)
        if cell.role == "across":
            page.merge_range(cell.row, 0, cell.row, len(sheet.widths) - 1, "", form)
        page.write_string(*at, text, form)
    elif content is not None:
        page.write_number(*at, content, form)
    if cell.limits is not None:
        low, high = cell.limits
        told = phrase("write_between", language).format(low=number(low, language), high=number(high, language))
        asked = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        page.data_validation(*at, *at, {**asked, "error_title": phrase("not_within", language), "error_message": told})


def _lines_of(sheet: Sheet, cell: Cell) -> int:
    """How many lines a wrapped text takes in its column, or across all of them."""
    if not isinstance(cell.content, str) or (cell.shown != "wrapped" and cell.role != "head"):
        return 1
    widths = (*sheet.widths, *(sheet.year_width,) * (cell.column - len(sheet.widths) + 1))
    width = sum(sheet.widths) if cell.role == "across" else widths[cell.column]
    held = width * CHARACTERS_IN_WIDTH
    return sum(max(1, math.ceil(len(part) / held)) for part in cell.content.split("\n"))


def fitting(text: str) -> str:
    """A text as a cell takes it: without control characters, and no longer than a cell holds."""
    plain = writable(text)
    return plain if len(plain) <= LONGEST_TEXT else plain[: LONGEST_TEXT - 1] + "…"
