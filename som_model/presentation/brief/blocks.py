"""A brief as a value: what stands in it and in which order, before it becomes Word, HTML or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from matplotlib.figure import Figure

from som_model.presentation.described.table import Table
from som_model.wording.table import Language

TEXT_WIDTH = 17.0
"""Centimetres between the margins of an A4 page; the columns of a table share them."""
LOCALES: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}


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
    """Every table is written out: its cells are texts in the language of the brief."""
    colophon: str
    page: str
    """The word for a page, for the footer."""
    of: str
    """What stands between the number of a page and the number of pages."""
    short_title: str
    """The title as the footer has it."""

    @property
    def locale(self) -> str:
        """Its language as documents and pages name it."""
        return LOCALES[self.language]
