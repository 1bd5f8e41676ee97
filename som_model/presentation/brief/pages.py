"""Two pages hold a brief: how many it will fill, reckoned from its texts before any file is made, and how much less it may say.

Sizes in points, with the width of letters on average; fitted to 46 briefs as Word files and as PDF, from one page to three,
whose length they give to within a tenth of a page. Texts in capitals alone take more than is reckoned here.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Brief, Heading, Items, Paragraph, Picture
from som_model.presentation.described.table import Table


@dataclass(frozen=True, slots=True)
class Room:
    """The most entries of each list, and the most characters of each text."""

    assumptions: int = 8
    swings: int = 4
    weak_prices: int = 2
    left_out: int = 4
    questions: int = 5
    sources: int = 6
    groups: int = 3
    variants: int = 4
    """Beside the one shown."""
    name: int = 78
    """Of an assumption in a table."""
    source: int = 70
    """Of a source in a table."""
    entry: int = 150
    """Of an entry of a list."""
    notes: int = 660
    """Of what the scenario says of itself."""
    title: int = 150
    """Of the scenario and its variant."""


AMPLE = Room()
LESS = (
    Room(questions=4, sources=5, notes=600, entry=130),
    Room(questions=3, sources=4, notes=500, entry=110, weak_prices=1),
    Room(assumptions=7, left_out=3, questions=3, sources=4, notes=450, entry=110, weak_prices=1),
    Room(6, 3, 1, 3, 3, 3, 2, 3, name=60, source=45, entry=90, notes=300, title=120),
    Room(5, 3, 1, 2, 3, 2, 2, 3, name=50, source=40, entry=80, notes=180, title=100),
    Room(4, 2, 0, 2, 2, 2, 1, 1, name=40, source=25, entry=70, notes=90, title=80),
    Room(3, 1, 0, 1, 1, 1, 1, 1, name=36, source=20, entry=60, notes=60, title=70),
)
"""Ever less, until two pages hold the brief."""

PER_CM = 72 / 2.54
PAGE = 26.5 * PER_CM
LETTER = 0.398
"""Width of a letter or digit on average, as a share of the size of the type."""
LINE = 1.196
"""From line to line, as a share of the size of the type."""
CELL_MARGINS = 6.0
HEADING = 18.5
"""With the space above and below it."""
CAPTION_SPACE, NOTE_SPACE, ROW_SPACE, ITEM_SPACE = 3.2, 3.6, 0.55, 2.0
PARAGRAPH_SPACE, ANSWER_SPACE, PICTURE_SPACE, HEAD_SPACE = 2.5, 14.0, 6.0, 14.0
CLOSE = 8.0
"""What would fit with less than this to spare may not, and is reckoned to stand on the next page."""
BODY, ANSWER, ITEM, CELL, CAPTION, NOTE, COLOPHON, TITLE = 9.6, 11.8, 9.2, 8.6, 8.7, 7.6, 7.0, 17.5


def pages(brief: Brief) -> float:
    """Pages that are filled, the last one in part: 1.8 where a fifth of the second is free. Tables and charts stay whole, and
    a heading stays with what follows it."""
    filled = HEAD_SPACE + _text(brief.kicker, BODY) + _text(brief.title, TITLE, bold=True)
    headings = 0.0
    for block in brief.blocks:
        if isinstance(block, Heading):
            headings += HEADING
            continue
        height, left = headings + _height(block), PAGE - filled % PAGE
        stays_whole = isinstance(block, Table | Picture) and height > left - CLOSE
        filled += left + height if stays_whole else height
        headings = 0.0
    return (filled + headings + _text(brief.colophon, COLOPHON) + PARAGRAPH_SPACE) / PAGE


def _height(block: Block) -> float:
    if isinstance(block, Items):
        texts = (f"{item.lead}: {item.text}" if item.lead else item.text for item in block.items)
        return sum(_text(text, ITEM, TEXT_WIDTH - 0.5) + ITEM_SPACE for text in texts) + PARAGRAPH_SPACE
    if isinstance(block, Table):
        head, widths = [column.label for column in block.columns], block.widths(TEXT_WIDTH)
        rows = sum(
            max(
                _text(str(cell), CELL, width, CELL_MARGINS, bold=look != "plain") for cell, width in zip(row, widths, strict=True)
            )
            + ROW_SPACE
            for row, look in zip((head, *block.rows), ("sum", *block.looks()), strict=True)
        )
        note = _text(block.note, NOTE) + NOTE_SPACE if block.note else 0.0
        return _text(block.title, CAPTION, bold=True) + CAPTION_SPACE + rows + note
    if isinstance(block, Picture):
        across, up = block.figure.get_size_inches()
        return _text(block.title, CAPTION, bold=True) + CAPTION_SPACE + TEXT_WIDTH * PER_CM * float(up / across) + PICTURE_SPACE
    if isinstance(block, Paragraph) and block.kind == "answer":
        return _text(block.text, ANSWER, bold=True) + ANSWER_SPACE
    return _text(block.text, BODY) + PARAGRAPH_SPACE


def _text(text: str, size: float, width: float = TEXT_WIDTH, margins: float = 0.0, *, bold: bool = False) -> float:
    """Height of a text in a column of `width` cm, points; a line is seldom filled to its end, the less so a short one."""
    letters = (width * PER_CM - margins) / (size * LETTER * (1.06 if bold else 1.0))
    return max(1, ceil(len(text) / (letters - min(4.0, 0.1 * letters)))) * size * LINE
