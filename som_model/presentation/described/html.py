"""A table as HTML for notebooks, built from text alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from som_model.presentation.described.table import Table
from som_model.wording.table import Language

CELL = "padding:2px 10px;text-align:right;vertical-align:top;white-space:nowrap"
HEAD = "padding:2px 10px;text-align:right;vertical-align:bottom"
TEXT_HEAD = "padding:2px 10px;text-align:left;vertical-align:bottom"
TEXT = "padding:2px 10px;text-align:left;vertical-align:top"
SUM = ";font-weight:600"
CAPTION = "caption-side:top;padding:2px 10px;text-align:left;font-weight:600"
ADDRESS = re.compile(r"[a-z]\w*(\.\w+)+")
PRICE = re.compile(r"[a-z]\w*@\d{4}")


def table_html(table: Table, language: Language, notes: Iterable[str] = ()) -> str:
    """A described table under its title and unit, with the signs of the language; below it, what is said of it."""
    texts = {0, *(i for i, column in enumerate(table.columns) if column.kind == "text")}
    head = "".join(_cell("th", column.label, TEXT_HEAD if i in texts else HEAD) for i, column in enumerate(table.columns))
    body = ""
    for index, row in enumerate(table.shown(language)):
        weight = SUM if index in table.emphasised else ""
        cells = (_cell("td", text, (TEXT if i in texts else CELL) + weight) for i, text in enumerate(row))
        body += f"<tr>{''.join(cells)}</tr>"
    unit = f'<br><span style="font-weight:400">{escape(table.unit)}</span>' if table.unit else ""
    below = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return (
        f'<table style="border-collapse:collapse"><caption style="{CAPTION}">'
        f"{escape(table.title)}{unit}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        f"{f'<ul>{below}</ul>' if below else ''}"
    )


def _cell(tag: str, text: str, style: str) -> str:
    """A cell; an address may go on in the next line after a dot, a price of the catalogue after _."""
    mark = "." if ADDRESS.fullmatch(text) else "_" if PRICE.fullmatch(text) else ""
    written = escape(text).replace(mark, f"{mark}<wbr>") if mark else escape(text)
    return f'<{tag} style="{style}">{written}</{tag}>'
