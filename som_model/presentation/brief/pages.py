"""How many pages a brief will fill, reckoned from the characters of its texts before any file is made of it.

Sizes in points, with the width of letters on average; fitted to 46 briefs as Word files and as PDF, from one page to three,
whose length they give to within a tenth of a page. Texts in capitals alone take more than is reckoned here.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Brief, Heading, Items, Paragraph, Picture, Row, Table

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
    for height, breaks in _pieces(brief):
        left = PAGE - filled % PAGE
        filled += height if breaks or height <= left - CLOSE else left + height
    return filled / PAGE


def _pieces(brief: Brief) -> Iterator[tuple[float, bool]]:
    """(height, whether it may go on on the next page) of what stands together."""
    waiting = 0.0
    for block in brief.blocks:
        if isinstance(block, Heading):
            waiting += HEADING
        else:
            yield waiting + _height(block), not isinstance(block, Table | Picture)
            waiting = 0.0
    yield waiting + _text(brief.colophon, COLOPHON) + PARAGRAPH_SPACE, True


def _height(block: Block) -> float:
    if isinstance(block, Items):
        texts = (f"{item.lead}: {item.text}" if item.lead else item.text for item in block.items)
        return sum(_text(text, ITEM, TEXT_WIDTH - 0.5) + ITEM_SPACE for text in texts) + PARAGRAPH_SPACE
    if isinstance(block, Table):
        head = Row(tuple(column.label for column in block.columns), "sum")
        rows = sum(_row(row, block) for row in (head, *block.rows))
        note = _text(block.note, NOTE) + NOTE_SPACE if block.note else 0.0
        return _text(block.title, CAPTION, bold=True) + CAPTION_SPACE + rows + note
    if isinstance(block, Picture):
        across, up = block.figure.get_size_inches()
        return _text(block.title, CAPTION, bold=True) + CAPTION_SPACE + TEXT_WIDTH * PER_CM * float(up / across) + PICTURE_SPACE
    if isinstance(block, Paragraph) and block.kind == "answer":
        return _text(block.text, ANSWER, bold=True) + ANSWER_SPACE
    return _text(block.text, BODY) + PARAGRAPH_SPACE


def _row(row: Row, table: Table) -> float:
    cells = zip(row.cells, table.columns, strict=True)
    bold = row.kind != "plain"
    return max(_text(cell, CELL, column.width, CELL_MARGINS, bold=bold) for cell, column in cells) + ROW_SPACE


def _text(text: str, size: float, width: float = TEXT_WIDTH, margins: float = 0.0, *, bold: bool = False) -> float:
    """Height of a text in a column of `width` cm, points; a line is seldom filled to its end, the less so a short one."""
    letters = (width * PER_CM - margins) / (size * LETTER * (1.06 if bold else 1.0))
    return max(1, ceil(len(text) / (letters - min(4.0, 0.1 * letters)))) * size * LINE
