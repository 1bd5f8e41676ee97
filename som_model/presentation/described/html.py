"""A table as HTML, built from text alone and in the style that it is handed: that of notebooks, or that of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from som_model.presentation.described.table import Table
from som_model.wording.table import Language

ADDRESS = re.compile(r"[a-z]\w*(\.\w+)+")
PRICE = re.compile(r"[a-z]\w*@\d{4}")


@dataclass(frozen=True, slots=True)
class Style:
    """The attributes of each part of a table, each with a space before it; those of heads and cells by whether they are text."""

    table: str
    caption: str
    heads: Mapping[bool, str]
    cells: Mapping[bool, str]
    rows: Mapping[str, str]
    """By how documents set the row: plain, part or sum."""
    wide: float | None = None
    """Centimetres that the columns share; None where they are as wide as their texts."""


NOTEBOOK = Style(
    table=' style="border-collapse:collapse"',
    caption=' style="caption-side:top;padding:2px 10px;text-align:left;font-weight:600"',
    heads={
        True: ' style="padding:2px 10px;text-align:left;vertical-align:bottom"',
        False: ' style="padding:2px 10px;text-align:right;vertical-align:bottom"',
    },
    cells={
        True: ' style="padding:2px 10px;text-align:left;vertical-align:top;font-weight:inherit"',
        False: ' style="padding:2px 10px;text-align:right;vertical-align:top;white-space:nowrap;font-weight:inherit"',
    },
    rows={"plain": ' style="font-weight:400"', "part": ' style="font-weight:400"', "sum": ' style="font-weight:600"'},
)
"""A notebook has no style sheet of ours, and sets the first cell of a row in bold where it is not told otherwise."""


def table_html(table: Table, language: Language, style: Style) -> str:
    """A described table under its title and unit, with the signs of the language; the first cell of a row names it."""
    unit = f'<br><span style="font-weight:400">{escape(table.unit)}</span>' if table.unit else ""
    shares = [width / style.wide for width in table.widths(style.wide)] if style.wide is not None else []
    widths = "".join(f'<col style="width: {100 * share:.2f}%">' for share in shares)
    heads = "".join(f'<th scope="col"{style.heads[column.is_text]}>{_breaking(column.label)}</th>' for column in table.columns)
    body = ""
    for row, look in zip(table.shown(language), table.looks(), strict=True):
        columns = zip(table.columns, row, strict=True)
        name, *cells = (f"{style.cells[column.is_text]}>{_breaking(text)}" for column, text in columns)
        body += f'<tr{style.rows[look]}><th scope="row"{name}</th>{"".join(f"<td{cell}</td>" for cell in cells)}</tr>'
    return (
        f"<table{style.table}><caption{style.caption}>{escape(table.title)}{unit}</caption>"
        f"{f'<colgroup>{widths}</colgroup>' if widths else ''}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _breaking(text: str) -> str:
    """A text, escaped; an address may go on in the next line after a dot, a price of the catalogue after _."""
    mark = "." if ADDRESS.fullmatch(text) else "_" if PRICE.fullmatch(text) else ""
    return escape(text).replace(mark, f"{mark}<wbr>") if mark else escape(text)
