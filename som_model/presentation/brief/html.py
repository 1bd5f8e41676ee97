"""The brief as one HTML file: its styles and its chart stand in it, and nothing is fetched from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Brief, Picture
from som_model.presentation.brief.locales import LOCALES
from som_model.presentation.brief.vector import svg

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Element:
    """A block as the page has it: which kind it is, and its drawing where it is a picture."""

    kind: str
    block: Block
    svg: Markup


def html(brief: Brief) -> bytes:
    """The bytes of the brief as .html, UTF-8; every text is escaped."""
    rooms = Environment(loader=FileSystemLoader(FOLDER, encoding="utf-8"), autoescape=True, undefined=StrictUndefined)
    elements = [Element(type(block).__name__, block, _drawing(block)) for block in brief.blocks]
    shown = {"title": brief.title, "kicker": brief.kicker, "colophon": brief.colophon, "page": brief.page, "of": brief.of}
    page = rooms.get_template("page.html.j2").render(
        brief={**shown, "elements": elements},
        locale=LOCALES[brief.language],
        width=TEXT_WIDTH,
        footer=Markup(_in_css(brief.short_title)),
    )
    return page.encode("utf-8")


def _in_css(text: str) -> str:
    """A text of a style sheet in quotation marks, every sign that is no letter or digit by its number."""
    return '"' + "".join(sign if sign.isalnum() else f"\\{ord(sign):06x}" for sign in text) + '"'


def _drawing(block: Block) -> Markup:
    """The chart as an element of the page: its paths only, without prolog and metadata."""
    if not isinstance(block, Picture):
        return Markup()
    drawn = svg(block)
    head, _, rest = drawn.partition("<metadata>")
    body = rest.partition("</metadata>")[2] if rest else ""
    return Markup((head + body)[drawn.index("<svg") :])
