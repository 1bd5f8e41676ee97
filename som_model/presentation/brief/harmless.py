"""A user's texts made fit for any page: without control signs, cut where space is short, and with places to break."""

from __future__ import annotations

import re
from dataclasses import replace

from som_model.presentation.brief.blocks import Block, Brief, Heading, Item, Items, Paragraph, Picture
from som_model.presentation.described.table import Table
from som_model.wording.characters import one_line

ELLIPSIS = "…"
LONGEST_WORD = 30
PIECES = re.compile(r"[^._/-]{1,12}[._/-]?|[._/-]")
"""Between which a longer word may break: after a sign within it, else after twelve letters, which fit in every column of
texts even where they are the widest."""
LONGEST_IN_COLOPHON = 70
"""A checksum of 64 signs stays in one piece, so that it can be copied."""
WEB_PAGE = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%æøåÆØÅ-]+")
"""A link to a page of the web: nothing else may be opened from a brief."""
BREAK_HERE = "\N{ZERO WIDTH SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"
ONE_STOP = re.compile(r"(\bkr)\.\.(?!\.)")
"""An abbreviation that ends a sentence has one full stop."""
UNIT_AFTER_NUMBER = re.compile(r"(?<=\d) (?=%|kr\.|mio\.|m kr\.|år\b|years\b)|(?<=mio\.) (?=kr\.)|(?<=\sm) (?=kr\.)")


def cut(text: str, most: int) -> str:
    """The text on one line with at most so many signs; an ellipsis stands where more would follow."""
    line = one_line(text)
    if len(line) <= most:
        return line
    head = line[: most - 1]
    whole, _, rest = head.rpartition(" ")
    return (whole if whole and len(rest) < LONGEST_WORD else head).rstrip(" ,;:.-(") + ELLIPSIS


def cut_within(text: str, most: int) -> str:
    """The text on one line with at most so many signs; an ellipsis stands within it for what is left out, so that names
    which begin alike can still be told apart by their ends."""
    line = one_line(text)
    if len(line) <= most:
        return line
    ahead, behind = (most - 2) // 2, (most - 3) // 2
    whole, _, rest = line[:ahead].rpartition(" ")
    head = whole if whole and len(rest) < LONGEST_WORD and line[ahead] != " " else line[:ahead]
    rest, _, whole = line[-behind:].partition(" ")
    tail = whole if whole and len(rest) < LONGEST_WORD and line[-behind - 1] != " " else line[-behind:]
    return f"{head.rstrip(' ,;:.-(')} {ELLIPSIS} {tail.lstrip(' ,;:.-)')}"


def sentence(text: str) -> str:
    """A text as a sentence: with a capital and one full stop."""
    bare = text.strip().rstrip(".")
    return bare[:1].upper() + bare[1:] + ("" if bare.endswith((ELLIPSIS, "?", "!")) else ".")


def lowered(name: str) -> str:
    """A name inside a sentence."""
    return name[:1].lower() + name[1:]


def tidied(brief: Brief) -> Brief:
    """The brief with every text fit for any page: long words may break, a number keeps its unit beside it."""
    return replace(
        brief,
        kicker=_fit(brief.kicker),
        title=_fit(brief.title),
        blocks=tuple(_tidied(block) for block in brief.blocks),
        colophon=_fit(brief.colophon, LONGEST_IN_COLOPHON),
        short_title=_fit(brief.short_title),
    )


def is_cut(brief: Brief) -> bool:
    """Whether an ellipsis stands anywhere, so that the reader is told what it means."""
    return any(ELLIPSIS in text for text in (brief.title, *(text for block in brief.blocks for text in texts_of(block))))


def texts_of(block: Block) -> tuple[str, ...]:
    """Every text of a block."""
    if isinstance(block, Items):
        return tuple(text for item in block.items for text in (item.lead, item.text))
    if isinstance(block, Table):
        cells = (str(cell) for row in block.rows for cell in row)
        return (block.title, *(column.label for column in block.columns), *cells, block.note)
    return (block.title, block.alt) if isinstance(block, Picture) else (block.text,)


def _tidied(block: Block) -> Block:
    if isinstance(block, Heading | Paragraph):
        return replace(block, text=_fit(block.text))
    if isinstance(block, Items):
        return Items(
            tuple(
                Item(_fit(item.text), _fit(item.lead), item.link if WEB_PAGE.fullmatch(item.link) else "") for item in block.items
            )
        )
    if isinstance(block, Table):
        return replace(
            block,
            title=_fit(block.title),
            columns=tuple(replace(column, label=_fit(column.label)) for column in block.columns),
            rows=tuple(tuple(_fit(str(cell)) for cell in row) for row in block.rows),
            note=_fit(block.note),
        )
    return Picture(_fit(block.title), block.figure, one_line(block.alt))


def _fit(text: str, longest: int = LONGEST_WORD) -> str:
    line = ONE_STOP.sub(r"\1.", one_line(text))
    broken = re.sub(rf"\S{{{longest + 1},}}", lambda word: BREAK_HERE.join(PIECES.findall(word[0])), line)
    return UNIT_AFTER_NUMBER.sub(NO_BREAK, broken)
