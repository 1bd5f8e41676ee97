"""How a projection shows itself in a notebook: net by payer and year, in Danish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from som_model.errors import Notice
from som_model.projection.figures import Array
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.html import table_html
from som_model.wording.numbers import number
from som_model.wording.table import Language, label, phrase


def net_html(
    scenario: Scenario, payers: Sequence[str], net: Array, total: Array, notices: Iterable[Notice], language: Language = "da"
) -> str:
    """Net of each payer (payer, year), their total (year,) and its running sum, in whole kr."""
    rows = [(label(payer, language), net[i]) for i, payer in enumerate(payers)]
    rows.append((phrase("public_total", language), total))
    shown = [[name, *_written(amounts, language), number(float(amounts.sum()), language, 0)] for name, amounts in rows]
    shown.append([phrase("accumulated", language), *_written(total.cumsum(), language), ""])
    unit = phrase("price_level", language).format(unit=phrase("kr", language), price_year=scenario.price_year)
    caption = f"{full_title(scenario, language)}, {phrase('net', language).lower()}"
    header = ["", *(str(year) for year in scenario.period.calendar), phrase("period_total", language)]
    said = [notice.say(language) for notice in notices]
    return table_html(caption, header, shown, said, unit=unit, sums=[len(payers)])


def _written(amounts: Array, language: Language) -> list[str]:
    return [number(float(amount), language, 0) for amount in amounts]
