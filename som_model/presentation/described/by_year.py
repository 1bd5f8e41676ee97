"""The ledger of a projection in long form, for other programs: a row for each payer and year."""

from __future__ import annotations

from collections.abc import Iterable

from som_model.presentation.described.table import Cell
from som_model.projection.projection import Projection
from som_model.resolved.titles import scenario_title, variant_title
from som_model.wording.language import Language
from som_model.wording.parties import TOTAL
from som_model.wording.table import label

HEADER = ("scenario", "variant", "payer", "year", "price_year", "programme_cost", "savings", "net", "accumulated")


def by_year(projections: Iterable[Projection], language: Language | None = None) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """(header, rows), kr.; payer `total` is the public purse.

    language: None gives stable names and unrounded amounts for programs; a language gives its words
    and amounts rounded to 0.01 for a reader's spreadsheet.
    """
    rows: list[tuple[Cell, ...]] = []
    for projection in projections:
        scenario = projection.scenario
        names: tuple[Cell, Cell] = (scenario.name, scenario.variant)
        if language is not None:
            names = (scenario_title(scenario, language), variant_title(scenario, language) if scenario.variant else None)
        amounts = (projection.programme_cost, projection.savings, projection.net, projection.accumulated)
        for payer in (*projection.payers, TOTAL):
            lines = [projection.total(each) if payer == TOTAL else each[projection.payers.index(payer)] for each in amounts]
            said = payer if language is None else label(payer, language)
            for t, year in enumerate(projection.years):
                figures = [float(line[t]) if language is None else round(float(line[t]), 2) for line in lines]
                rows.append((*names, said, year, scenario.price_year, *figures))
    return [name if language is None else label(name, language) for name in HEADER], rows
