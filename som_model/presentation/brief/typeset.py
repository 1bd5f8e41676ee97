"""The brief as a page: one HTML file that fetches nothing, or a PDF set by typst; no text of a user is read as markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Brief, Picture
from som_model.presentation.described.html import Style, table_html
from som_model.presentation.described.table import Table
from som_model.presentation.saving import picture

FOLDER = Path(__file__).parent
NUMBERS = {True: "", False: ' class="number"'}
PAGE = Style("", "", NUMBERS, NUMBERS, {look: f' class="{look}"' for look in ("plain", "part", "sum")}, TEXT_WIDTH)
"""Tables of the page, whose looks stand in its style sheet."""


def html(brief: Brief) -> bytes:
    """The bytes of the brief as .html, UTF-8; every text is escaped, and styles and chart stand in it."""
    blocks = [described(block) for block in brief.blocks]
    for parts, block in zip(blocks, brief.blocks, strict=True):
        if isinstance(block, Table):
            parts["html"] = Markup(table_html(block, brief.language, PAGE))
        elif isinstance(block, Picture):
            head, _, rest = parts["svg"].partition("<metadata>")
            body = rest.partition("</metadata>")[2]
            parts["svg"] = Markup((head + body)[head.index("<svg") :])
    rooms = Environment(loader=FileSystemLoader(FOLDER, encoding="utf-8"), autoescape=True, undefined=StrictUndefined)
    footer = "".join(sign if sign.isalnum() else f"\\{ord(sign):06x}" for sign in brief.short_title)
    page = rooms.get_template("page.html.j2").render(brief=brief, blocks=blocks, footer=Markup(f'"{footer}"'))
    return page.encode("utf-8")


def pdf(brief: Brief) -> bytes:
    """The bytes of the brief as .pdf; they depend on the brief and the version of typst alone, not on the machine's fonts."""
    import matplotlib
    import typst

    texts = {name: getattr(brief, name) for name in ("language", "kicker", "title", "short_title", "colophon", "page", "of")}
    handed = json.dumps({**texts, "blocks": [described(block) for block in brief.blocks]}, ensure_ascii=False)
    more_signs = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    document = typst.compile(
        FOLDER / "page.typ", format="pdf", ignore_system_fonts=True, font_paths=[more_signs], sys_inputs={"brief": handed}
    )
    assert isinstance(document, bytes)
    return document


def described(block: Block) -> dict[str, Any]:
    """A block as both templates have it: which kind it is, and its parts; a chart as lines that stay sharp at any size."""
    kind = {"block": type(block).__name__}
    if isinstance(block, Picture):
        return {**kind, "title": block.title, "alt": block.alt, "svg": picture(block.figure, "svg").decode("utf-8")}
    if isinstance(block, Table):
        columns = zip(block.columns, block.widths(TEXT_WIDTH), strict=True)
        return {
            **kind,
            "title": block.title,
            "columns": [{"label": column.label, "width": width, "number": not column.is_text} for column, width in columns],
            "rows": [{"cells": row, "kind": look} for row, look in zip(block.rows, block.looks(), strict=True)],
            "note": block.note,
        }
    return {**kind, **asdict(block)}
