"""Texts measured and broken into lines before they are drawn, so that nothing is cut or overlaps."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path

from som_model.presentation.style import FONT, LINE_SPACING

ELLIPSIS = "…"
UNBROKEN = "\N{NO-BREAK SPACE}"
AMOUNT = re.compile(r"(?<=\d)(?: (mio\.|m))? (?=kr\.)")
MISSING = "\N{REPLACEMENT CHARACTER}"


def plain(text: str) -> str:
    """A user's text on one line; a sign that the typeface does not have is shown as one it has."""
    signs = _signs()
    return " ".join("".join(sign if ord(sign) in signs or sign.isspace() else MISSING for sign in text).split())


@lru_cache(maxsize=1)
def _signs() -> frozenset[int]:
    """The characters that the typeface has in both weights."""
    fonts = [get_font(findfont(FontProperties(family=FONT, weight=weight))) for weight in ("normal", "bold")]
    return frozenset.intersection(*(frozenset(int(sign) for sign in font.get_charmap()) for font in fonts))


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
    """The text in lines no wider than width points; an ellipsis ends the last line where more would follow.

    A number stands on one line with its unit: '0,50 mio. kr.'
    """
    rows = [""]
    kept = AMOUNT.sub(lambda found: found[0].replace(" ", UNBROKEN), plain(text))
    for piece in _pieces(kept, width, size, bold):
        longer = f"{rows[-1]} {piece}".strip()
        if width_of(longer, size, bold) <= width:
            rows[-1] = longer
        else:
            rows.append(piece)
    rows = [row.replace(UNBROKEN, " ") for row in rows]
    return rows if len(rows) <= lines else [*rows[: lines - 1], _shortened(" ".join(rows[lines - 1 :]), width, size, bold)]


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """The words; one that is wider than a line is hyphenated."""
    for word in text.split(" "):
        rest = word
        while width_of(rest, size, bold) > width and len(rest) > 1:
            heads = [f"{rest[:n]}-" for n in range(1, len(rest))]
            fits = max(1, bisect_right(heads, width, key=lambda head: width_of(head, size, bold)))
            yield heads[fits - 1]
            rest = rest[fits:]
        yield rest


def _shortened(text: str, width: float, size: float, bold: bool) -> str:
    heads = [text[:n].rstrip(" ,;:.-") + ELLIPSIS for n in range(len(text))]
    return heads[max(0, bisect_right(heads, width, key=lambda head: width_of(head, size, bold)) - 1)]
