"""A small HTML table for notebooks, built from text alone."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from html import escape

CELL = "padding:2px 10px;text-align:right;vertical-align:top;white-space:nowrap"
HEAD = "padding:2px 10px;text-align:right;vertical-align:bottom"
TEXT_HEAD = "padding:2px 10px;text-align:left;vertical-align:bottom"
TEXT = "padding:2px 10px;text-align:left;vertical-align:top"
SUM = ";font-weight:600"
ADDRESS = re.compile(r"[a-z]\w*(\.\w+)+")
PRICE = re.compile(r"[a-z]\w*@\d{4}")


def table_html(
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    notes: Sequence[str] = (),
    *,
    unit: str = "",
    texts: Container[int] = (0,),
    sums: Container[int] = (),
) -> str:
    """A table with a caption: columns of texts, and of numbers already written out; below it, what is said of it.

    texts: the columns that hold texts. sums: the rows that sum others.
    """
    head = "".join(_cell("th", text, TEXT_HEAD if column in texts else HEAD) for column, text in enumerate(header))
    body = "".join(f"<tr>{_row(row, texts, SUM if index in sums else '')}</tr>" for index, row in enumerate(rows))
    below = "".join(f"<li>{escape(note)}</li>" for note in notes)
    listed = f"<ul>{below}</ul>" if below else ""
    said = f'<br><span style="font-weight:400">{escape(unit)}</span>' if unit else ""
    return (
        '<table style="border-collapse:collapse"><caption style="caption-side:top;padding:2px 10px;text-align:left;font-weight:600">'
        f"{escape(caption)}{said}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{listed}"
    )


def texts_html(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of texts with a caption; every column is left-aligned and wraps."""
    return table_html(caption, header, rows, texts=range(len(header)))


def _row(row: Sequence[str], texts: Container[int], weight: str) -> str:
    return "".join(_cell("td", text, (TEXT if column in texts else CELL) + weight) for column, text in enumerate(row))


def _cell(tag: str, text: str, style: str) -> str:
    return f'<{tag} style="{style}">{_breakable(text)}</{tag}>'


def _breakable(text: str) -> str:
    """An address may go on in the next line after a dot, a price of the catalogue after _; other texts between their words."""
    mark = "." if ADDRESS.fullmatch(text) else "_" if PRICE.fullmatch(text) else ""
    return escape(text).replace(mark, f"{mark}<wbr>") if mark else escape(text)
