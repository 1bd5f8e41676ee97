"""How every chart looks: one width, one typeface, colours that a colour-blind reader and a grey print keep apart.

Colours are Okabe and Ito's, some darkened so that neighbours differ in lightness; bars also differ by
hatching, lines by dashes and markers. Sizes are points. No hatching crosses itself: LibreOffice draws only part of one
that does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

import matplotlib.style

from som_model.wording.parties import PARTIES

FONT = "DejaVu Sans"
WIDTH = 576.0
MARGIN = 18.0

TITLE_SIZES: tuple[tuple[float, int], ...] = ((15.0, 1), (13.0, 1), (13.0, 2), (11.5, 3), (10.0, 4), (9.0, 7))
"""Sizes of a title, each with the number of lines it may take; the first that holds the whole title is used."""
SUBTITLE = 10.5
LABEL = 9.5
SMALL = 8.5
SMALLEST = 6.0
LINE_SPACING = 1.2

INK = "#1A1A1A"
FAINT_INK = "#555555"
ZERO_LINE = "#1A1A1A"
GRID = "#DDDDDD"
BELOW_ZERO = "#F3ECE6"
PAPER = "#FFFFFF"

# Without hinting a text is as wide in a png as it was measured.
SETTINGS: dict[str, Any] = {
    "font.family": [FONT],
    "text.parse_math": False,
    "text.hinting": "none",
    "hatch.linewidth": 0.9,
    "svg.hashsalt": "som_model",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}


@dataclass(frozen=True, slots=True)
class Fill:
    """How a bar is filled; the hatching has the colour of the edge."""

    face: str
    hatch: str = ""
    edge: str = PAPER


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn."""

    colour: str
    dashes: str | tuple[float, tuple[float, ...]]
    marker: str


SAVINGS = Fill("#0072B2")
COST = Fill("#E69F00", "////")
NET = Fill("#1A1A1A")
SAVINGS_TOTAL = Fill("#00466E")
COST_TOTAL = Fill("#A86F00", "////")
PRUDENCE = Fill("#FFFFFF", "||||", "#777777")
"""Nobody is to take an allowance for data."""

PAYER_FILLS: dict[str, Fill] = {party.key: Fill(party.colour, party.hatch) for party in PARTIES}

AREA_FILLS: dict[str, Fill] = {
    "service": Fill("#00466E"),
    "transfers": Fill("#E69F00", "////"),
    "capital": Fill("#009E73", "\\\\\\\\"),
    "co_financing": Fill("#CC79A7", "----"),
    "other": Fill("#BBBBBB"),
    "area_not_stated": Fill("#FFFFFF", "....", "#777777"),
    "prudence": PRUDENCE,
}

STROKES: tuple[Stroke, ...] = (
    Stroke("#0072B2", "solid", "o"),
    Stroke("#D55E00", (0, (5, 2)), "s"),
    Stroke("#007A5A", (0, (6, 2, 1, 2)), "^"),
    Stroke("#1A1A1A", (0, (1.2, 1.6)), "D"),
    Stroke("#B0508A", "solid", "v"),
    Stroke("#C98A00", (0, (5, 2)), "P"),
    Stroke("#3A96CC", (0, (6, 2, 1, 2)), "X"),
    Stroke("#777777", (0, (1.2, 1.6)), "h"),
)

_DRAWING = RLock()


@contextmanager
def plain_style() -> Iterator[None]:
    """matplotlib's defaults and ours while a chart is drawn or saved, then the reader's own settings again.

    matplotlib keeps its settings in one place for the whole process, so charts are drawn one at a time.
    """
    with _DRAWING, matplotlib.style.context(["default", SETTINGS]):
        yield
