"""Texts and amounts before they are drawn: measured and broken into lines, and in the unit that suits the largest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path
from matplotlib.ticker import MaxNLocator

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.style import FONT, LINE_SPACING
from som_model.projection.projection import Projection
from som_model.wording.numbers import half_up, number
from som_model.wording.table import Language, phrase

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

    def fitting(heads: list[str]) -> int:
        """How many of the heads, each longer than the one before, are no wider than the width."""
        return bisect_right(heads, width, key=lambda head: width_of(head, size, bold))

    pieces = []
    for word in AMOUNT.sub(lambda amount: amount[0].replace(" ", UNBROKEN), plain(text)).split(" "):
        rest = word
        while width_of(rest, size, bold) > width and len(rest) > 1:  # It is wider than a line, and is hyphenated.
            fits = max(1, fitting([f"{rest[:n]}-" for n in range(1, len(rest))]))
            pieces.append(f"{rest[:fits]}-")
            rest = rest[fits:]
        pieces.append(rest)
    rows = [""]
    for piece in pieces:
        longer = f"{rows[-1]} {piece}".strip()
        if width_of(longer, size, bold) <= width:
            rows[-1] = longer
        else:
            rows.append(piece)
    rows = [row.replace(UNBROKEN, " ") for row in rows]
    if len(rows) <= lines:
        return rows
    last = " ".join(rows[lines - 1 :])
    heads = [last[:n].rstrip(" ,;:.-") + ELLIPSIS for n in range(len(last))]
    return [*rows[: lines - 1], heads[max(0, fitting(heads) - 1)]]


@dataclass(frozen=True, slots=True)
class Scale:
    """kr. in one unit of the axis, the key of the unit's name, the decimals of a labelled amount, and its language."""

    kroner: float
    unit: str
    decimals: int
    language: Language
    nothing: bool = False
    """Whether every amount is 0."""

    def say(self, amount: float) -> str:
        """An amount in kr. in the unit, without naming it."""
        return number(round(amount, 2) / self.kroner, self.language, self.decimals)

    def rounded(self, amount: float) -> Decimal:
        """The number that `say` writes."""
        return half_up(round(amount, 2) / self.kroner, self.decimals)

    def say_with_unit(self, amount: float) -> str:
        """'0,50 mio. kr.'; in thousands the digits are written out: '500.000 kr.'"""
        if self.unit != "thousand_kr":
            return f"{self.say(amount)} {phrase(self.unit, self.language)}"
        rounded = round(amount / self.kroner, self.decimals) * self.kroner
        return f"{number(rounded, self.language, 0)} {phrase('kr', self.language)}"

    def price_level(self, projection: Projection) -> str:
        """'mio. kr., 2017-priser'"""
        unit = phrase(self.unit, self.language)
        return phrase("price_level", self.language).format(unit=unit, price_year=projection.scenario.price_year)

    def ticks(self, low: float, high: float, most: int = 6) -> tuple[list[float], list[str]]:
        """Round amounts from low to high (kr.), and how they are written."""
        if self.nothing:
            return [0.0], [number(0.0, self.language)]
        places = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10]).tick_values(low / self.kroner, high / self.kroner)
        inside = [float(place) for place in places if low <= place * self.kroner <= high]
        decimals = next((n for n in range(6) if all(abs(round(place, n) - place) < 1e-9 for place in inside)), 6)
        return [place * self.kroner for place in inside], [number(place, self.language, decimals) for place in inside]


def scale_for(amounts: Iterable[float], language: Language) -> Scale:
    """mio. kr. when the largest amount is a million or more, 1.000 kr. from ten thousand, else kr."""
    largest = round(max((abs(amount) for amount in amounts), default=0.0), 2)
    if largest >= 1_000_000:
        return Scale(1e6, "million_kr", 2 if largest < 1e7 else 1 if largest < 1e9 else 0, language)
    if largest >= 10_000:
        return Scale(1e3, "thousand_kr", 1 if largest < 100_000 else 0, language)
    return Scale(1.0, "kr", 2 if HALF_OERE <= largest < 100 else 0, language, nothing=largest < HALF_OERE)


def limits(amounts: Iterable[float], margin: float = 0.0) -> tuple[float, float]:
    """From the lowest amount or 0 to the highest or 0, with a margin at both ends (a share of what lies between).

    Around 0 when there is nothing to show.
    """
    listed = [0.0, *amounts]
    low, high = (min(listed), max(listed)) if max(map(abs, listed)) >= HALF_OERE else (-1.0, 1.0)
    beyond = margin * (high - low)
    return low - beyond, high + beyond
