"""A fan as a table: between which amounts accumulated net lies, year by year."""

from __future__ import annotations

import numpy as np

from som_model.analysis.simulation.display import drawn_kroner
from som_model.analysis.simulation.simulation import FAN, Simulation
from som_model.analysis.simulation.summary import quantile_errors
from som_model.presentation.described.amounts import kroner_of
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.projection.figures import Array
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.numbers import percent
from som_model.wording.parties import TOTAL
from som_model.wording.table import phrase


def fan(simulated: Simulation, language: Language = "da", payer: str = TOTAL, *, spoken: bool = False) -> Table:
    """A row for each year, kr.: the base case, and what accumulated net does not exceed with five probabilities.

    spoken: to the digits that so many draws carry, for reading; else unrounded numbers.
    """
    base, amounts = base_by_year(simulated, payer), simulated.fan(payer)
    rows: list[tuple[Cell, ...]] = [
        (str(year), float(base[t]), *(float(amount) for amount in amounts[:, t])) for t, year in enumerate(simulated.years)
    ]
    if spoken:
        row = simulated.row(payer)
        errors = np.stack([quantile_errors(simulated.spread, row, t, FAN) for t in range(len(simulated.years))], axis=-1)
        rows = [
            (
                str(year),
                drawn_kroner(float(base[t]), 0.0, language),
                *(drawn_kroner(*pair, language) for pair in zip(amounts[:, t], errors[:, t], strict=True)),
            )
            for t, year in enumerate(simulated.years)
        ]
    kind: Kind = "mixed" if spoken else "kroner"
    return Table(
        name="fan",
        title=phrase("fan_table_title", language).format(
            title=full_title(simulated.scenario, language), whose=phrase(f"whose_{payer}", language)
        ),
        unit=kroner_of(simulated.scenario, "accumulated_net", language),
        columns=(
            Column("year", phrase("year", language), "year"),
            Column("base", phrase("sim_base", language), kind),
            *(Column(f"p{100 * probability:g}", heading(probability, language), kind) for probability in FAN),
        ),
        rows=tuple(rows),
    )


def heading(probability: float, language: Language) -> str:
    """'2,5 % ligger under', 'Median', '97,5 % ligger under'"""
    if probability == 0.5:
        return phrase("sim_median", language)
    return phrase("fan_below", language).format(share=percent(probability, language))


def base_by_year(simulated: Simulation, payer: str) -> Array:
    """Accumulated net of the base case, kr. (year,). Raises UnknownName for a payer that is not shown."""
    row = simulated.row(payer)
    projection = simulated.base
    return projection.total(projection.accumulated) if payer == TOTAL else projection.accumulated[row]
