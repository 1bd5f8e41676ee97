"""How a projection shows itself in a notebook: net by payer and year, in Danish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from som_model.scenario.titles import full_title
from som_model.wording.html import table_html
from som_model.wording.message import Language
from som_model.wording.numbers import number
from som_model.wording.table import label, phrase

if TYPE_CHECKING:
    from som_model.projection.projection import Projection


def projection_html(projection: Projection, language: Language = "da") -> str:
    """Net of each payer, their total and its running sum, in whole kr."""
    rows = [(label(payer, language), *projection.net[i]) for i, payer in enumerate(projection.payers)]
    total = projection.total(projection.net)
    rows.append((phrase("public_total", language), *total))
    rows.append((phrase("accumulated", language), *projection.total(projection.accumulated)))
    shown = [[name, *(number(value, language, 0) for value in values), _sum(index, rows, values, language)]
             for index, (name, *values) in enumerate(rows)]
    unit = phrase("price_level", language).format(unit=phrase("kr", language), price_year=projection.scenario.price_year)
    caption = f"{full_title(projection.scenario, language)}, {phrase('net', language).lower()}, {unit}"
    header = ["", *(str(year) for year in projection.years), phrase("period_total", language)]
    return table_html(caption, header, shown, [notice.say(language) for notice in projection.notices])


def _sum(index: int, rows: list[tuple[str, ...]], values: list[float], language: Language) -> str:
    return "" if index == len(rows) - 1 else number(sum(values), language, 0)
