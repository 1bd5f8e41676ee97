"""How the cells of a workbook look: formats of numbers by language, colours by what a cell is."""

from __future__ import annotations

from functools import cache
from typing import Any

from som_model.presentation.workbook.sheet import Role, Shown
from som_model.wording.table import Language

LOCALES: dict[Language, str] = {"da": "[$-406]", "en": "[$-809]"}
"""Number formats carry their language, so that signs follow it where the program lets them."""
NUMBERS: dict[Shown, str] = {
    "kroner": "#,##0;[Red]-#,##0;0",
    "price": "#,##0.00",
    "count": "#,##0.00",
    "share": "0.00%",
    "factor": "#,##0.0000",
    "year": "0",
    "plain": "#,##0",
}
INPUT, STATED, HEAD, RULE, FAINT = "#FFF2CC", "#F2F2F2", "#00466E", "#BFBFBF", "#595959"
ROLES: dict[Role, dict[str, Any]] = {
    "plain": {},
    "input": {"bg_color": INPUT, "border": 1, "border_color": RULE, "locked": False},
    "stated": {"bg_color": STATED},
    "total": {"bold": True},
    "exported": {"bg_color": STATED},
    "alert": {"bold": True, "font_color": "#C00000"},
    "entry": {"italic": True, "font_color": "#1F4E79"},
    "sum": {"bold": True, "top": 1, "top_color": RULE},
    "title": {"bold": True, "font_size": 16, "font_color": HEAD},
    "heading": {"bold": True, "font_size": 12, "font_color": HEAD},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": HEAD, "text_wrap": True, "valign": "vcenter"},
    "remark": {"font_color": FAINT},
    "answer": {"bold": True, "bg_color": "#DDEBF7"},
    "across": {"valign": "top"},
}
FONT = {"font_name": "Calibri", "font_size": 11}


IN_FULL: dict[Shown, str] = {"kroner": "#,##0.00", "count": "#,##0.00####"}
"""Assumptions and rates show what they are computed with."""


@cache
def look(shown: Shown, role: Role, language: Language) -> dict[str, Any]:
    """The properties of a cell's format."""
    made: dict[str, Any] = {**FONT, "valign": "top", **ROLES[role]}
    if shown in NUMBERS:
        number = IN_FULL.get(shown, NUMBERS[shown]) if role in ("input", "stated") else NUMBERS[shown]
        made |= {"num_format": LOCALES[language] + number.replace(";", f";{LOCALES[language]}"), "align": "right"}
    elif shown == "wrapped":
        made |= {"text_wrap": True}
    return made
