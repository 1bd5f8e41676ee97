"""A brief as a value: what stands in it and in which order, before it becomes Word, HTML or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from matplotlib.figure import Figure

from som_model.wording.table import Language

TEXT_WIDTH = 17.0
"""Centimetres between the margins of an A4 page; the columns of a table share them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the answer (set off from the rest) or body text."""

    text: str
    kind: Literal["answer", "body"] = "body"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: what it begins with (bold), its text, and the page that the text leads to."""

    text: str
    lead: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of entries."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, its width in cm, and whether it holds numbers, which stand to the right."""

    label: str
    width: float
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells as readers see them; `part` heads the rows below it, `sum` adds others."""

    cells: tuple[str, ...]
    kind: Literal["plain", "part", "sum"] = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with a title that names the unit above and a note below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as wide as the text under its title, and what it shows for those who have it read aloud."""

    title: str
    figure: Figure
    alt: str


Block: TypeAlias = Heading | Paragraph | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: whose it is, its title, its blocks, and in small print what it was made from."""

    language: Language
    kicker: str
    title: str
    blocks: tuple[Block, ...]
    colophon: str
    page: str
    """The word for a page, for the footer."""
    of: str
    """What stands between the number of a page and the number of pages."""
    short_title: str
    """The title as the footer has it."""
