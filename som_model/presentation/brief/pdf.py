"""The brief as PDF, set by typst: its texts are handed over as data and never read as markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from som_model.presentation.brief.blocks import Block, Brief, Picture
from som_model.presentation.brief.vector import svg

TEMPLATE = Path(__file__).parent / "page.typ"


def pdf(brief: Brief) -> bytes:
    """The bytes of the brief as .pdf; they depend on the brief and the version of typst alone, not on the machine's fonts."""
    import typst

    texts = {name: getattr(brief, name) for name in ("language", "kicker", "title", "short_title", "colophon", "page", "of")}
    handed = json.dumps({**texts, "blocks": [_handed(block) for block in brief.blocks]}, ensure_ascii=False)
    made = typst.compile(TEMPLATE, format="pdf", ignore_system_fonts=True, font_paths=[_fonts()], sys_inputs={"brief": handed})
    assert isinstance(made, bytes)
    return made


def _handed(block: Block) -> dict[str, Any]:
    if isinstance(block, Picture):
        return {"block": "Picture", "title": block.title, "alt": block.alt, "svg": svg(block)}
    return {"block": type(block).__name__, **asdict(block)}


def _fonts() -> Path:
    """The folder of a typeface with more signs than typst's own, which comes with matplotlib."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"
