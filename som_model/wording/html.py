"""A small HTML table for notebooks, built from text alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

CELL = "padding:2px 10px;text-align:right;white-space:nowrap"
TEXT = "padding:2px 12px 2px 0;text-align:left;vertical-align:top"
FIRST = "padding:2px 10px 2px 0;text-align:left"


def table_html(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str] = ()) -> str:
    """A table with a caption; the first column is text, the others are numbers already written out."""
    head = "".join(_cell("th", text, index) for index, text in enumerate(header))
    body = "".join(
        "<tr>" + "".join(_cell("td", text, index) for index, text in enumerate(row)) + "</tr>" for row in rows
    )
    below = "".join(f"<li>{escape(note)}</li>" for note in notes)
    listed = f"<ul>{below}</ul>" if below else ""
    return (
        f'<table style="border-collapse:collapse"><caption style="text-align:left;font-weight:600">{escape(caption)}'
        f"</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{listed}"
    )


def texts_html(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of texts with a caption; every column is left-aligned and wraps."""
    head = "".join(f'<th style="{TEXT}">{escape(text)}</th>' for text in header)
    body = "".join(f"<tr>{''.join(f'<td style={chr(34)}{TEXT}{chr(34)}>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    return (
        f'<table style="border-collapse:collapse"><caption style="text-align:left;font-weight:600">{escape(caption)}'
        f"</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(tag: str, text: str, index: int) -> str:
    return f'<{tag} style="{CELL if index else FIRST}">{escape(text)}</{tag}>'
