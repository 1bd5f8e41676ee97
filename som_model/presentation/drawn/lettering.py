"""Texts measured and broken into lines before they are drawn, so that nothing is cut or overlaps."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from som_model.presentation.style import FONT, LINE_SPACING

ELLIPSIS = "…"


def plain(text: str) -> str:
    """A user's text on one line, without control characters."""
    kept = (" " if character.isspace() else character for character in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cs", "Cn")).split())


@lru_cache(maxsize=8192)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    font = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width)


def height_of(lines: int, size: float) -> float:
    """How tall lines of text are together, in points."""
    return lines * size * LINE_SPACING


def wrapped(text: str, width: float, size: float, bold: bool = False, lines: int = 100) -> list[str]:
    """The text in lines no wider than width points; an ellipsis ends the last line where more would follow."""
    rows = [""]
    for piece in _pieces(plain(text), width, size, bold):
        longer = f"{rows[-1]} {piece}".strip()
        if width_of(longer, size, bold) <= width:
            rows[-1] = longer
        else:
            rows.append(piece)
    return rows if len(rows) <= lines else [*rows[: lines - 1], _shortened(" ".join(rows[lines - 1 :]), width, size, bold)]


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """The words; one that is wider than a line is hyphenated."""
    for word in text.split(" "):
        while width_of(word, size, bold) > width and len(word) > 1:
            fits = max((n for n in range(1, len(word)) if width_of(f"{word[:n]}-", size, bold) <= width), default=1)
            yield f"{word[:fits]}-"
            word = word[fits:]
        yield word


def _shortened(text: str, width: float, size: float, bold: bool) -> str:
    while text and width_of(text.rstrip() + ELLIPSIS, size, bold) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
