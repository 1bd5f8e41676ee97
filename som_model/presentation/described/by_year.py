"""The ledger of a projection in long form, for other programs: a row for each payer and year."""

from __future__ import annotations

from collections.abc import Iterable

from som_model.presentation.described.table import Cell
from som_model.projection.projection import TOTAL, Projection

HEADER = ("scenario", "variant", "payer", "year", "price_year", "programme_cost", "savings", "net", "accumulated")


def by_year(projections: Iterable[Projection]) -> list[tuple[Cell, ...]]:
    """Rows under HEADER, kr. unrounded; payer `total` is the public purse."""
    rows: list[tuple[Cell, ...]] = []
    for projection in projections:
        amounts = (projection.programme_cost, projection.savings, projection.net, projection.accumulated)
        for payer in (*projection.payers, TOTAL):
            lines = [projection.total(each) if payer == TOTAL else each[projection.payers.index(payer)] for each in amounts]
            for t, year in enumerate(projection.years):
                scenario = projection.scenario
                rows.append(
                    (scenario.name, scenario.variant, payer, year, scenario.price_year, *(float(line[t]) for line in lines))
                )
    return rows
