"""Markdown that reads the same on GitHub and on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

CODE = re.compile(r"(`[^`]*`)")
EMPTY_LINES = re.compile(r"\n{3,}")
STRANGE_IN_ANCHOR = re.compile(r"[^\w\- ]")


def page(parts: Iterable[str]) -> str:
    """A page of its parts, with one empty line between blocks."""
    return EMPTY_LINES.sub("\n\n", "\n".join(parts)).strip() + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [_row(heads), "|" + "---|" * len(heads), *(_row(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |"


def plain(text: str) -> str:
    """A text whose signs mean nothing to Markdown; what stands between backticks is code and stays."""
    parts = CODE.split(" ".join(text.split()))
    return "".join(part if part.startswith("`") and len(part) > 1 else _escaped(part) for part in parts)


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), ("|", "\\|"), ("<", "&lt;"), ("*", "\\*"), ("`", "\\`"), ("](", "]\\(")):
        text = text.replace(sign, written)
    return text


def code(text: str) -> str:
    """A text as code; a pipe would end the cell of a table, and no reader agrees on how to write one inside code."""
    assert "|" not in text, text
    return f"``{text}``" if "`" in text else f"`{text}`"


def link(text: str, address: str) -> str:
    """A link to a page of the web, whose brackets may not end it."""
    return f"[{plain(text).replace('[', '&#91;').replace(']', '&#93;')}]({address.replace('(', '%28').replace(')', '%29')})"


def to(heading: str, text: str = "") -> str:
    """A link to a heading of the same page."""
    return f"[{text or heading}](#{anchor(heading)})"


def anchor(heading: str) -> str:
    """What GitHub and the site call a heading."""
    return STRANGE_IN_ANCHOR.sub("", heading.lower()).replace(" ", "-")


def in_words(parts: Sequence[str], last: str = "and") -> str:
    """'a, b and c'"""
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
