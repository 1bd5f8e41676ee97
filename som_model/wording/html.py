"""A small HTML table for notebooks, built from text alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

CELL = "padding:2px 10px;text-align:right;white-space:nowrap"
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


def _cell(tag: str, text: str, index: int) -> str:
    return f'<{tag} style="{CELL if index else FIRST}">{escape(text)}</{tag}>'
