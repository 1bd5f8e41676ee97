"""How results show themselves in a notebook, in Danish: a described table, and under it what is said of the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any

from som_model.analysis.break_even import BreakEven
from som_model.analysis.comparison import Comparison
from som_model.analysis.drivers.driver import Drivers
from som_model.analysis.grid import Grid
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import ValueOfInformation
from som_model.analysis.learning import Learned
from som_model.analysis.review.remark import Review
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.tornado import Tornado
from som_model.catalogue.entries import Catalogue
from som_model.presentation import tables
from som_model.presentation.budget.budget import Budget
from som_model.presentation.described.budget import budget_table
from som_model.presentation.described.by_payer import of_payer
from som_model.presentation.described.drivers import drivers_of_one
from som_model.presentation.described.html import NOTEBOOK, table_html
from som_model.presentation.described.simulation import uncertain
from som_model.presentation.described.table import Table
from som_model.projection.projection import Projection
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

MOST_SHOWN = 11
"""Rows and columns of a grid that a notebook shows; of more, evenly chosen ones."""


def html(result: object, language: Language = "da") -> str:
    """The table of a result, and below it its sentences and notices; raises TypeError for anything else."""
    if type(result) not in SHOWN:
        raise TypeError(f"a notebook shows results of som_model, not {type(result).__name__}")
    described, below = SHOWN[type(result)]
    table = table_html(described(result, language).for_readers(), language, NOTEBOOK)
    notes = "".join(f"<li>{escape(note)}</li>" for note in below(result, language))
    return f"{table}<ul>{notes}</ul>" if notes else table


def with_running_sum(projection: Projection, language: Language) -> Table:
    """Net by payer and year, and below it the running sum of the public purse."""
    table = tables.by_payer.table(projection, language)
    running = (float(amount) for amount in of_payer(projection, projection.accumulated, TOTAL))
    return replace(table, rows=(*table.rows, (phrase("accumulated", language), *running, "")))


def newest(known: Catalogue, language: Language) -> Table:
    """The newest price year of each entry."""
    return tables.catalogue.table(known.find(latest=True), language)


def thinned_grid(found: Grid, language: Language) -> Table:
    """As many rows and columns of outcomes as a page holds, with what each row is and where it breaks even."""
    table = tables.grid.table(found, language)
    rows, columns = _chosen(len(table.rows)), _chosen(len(table.columns) - 2)
    dropped = [column.key for i, column in enumerate(table.columns[1:-1]) if i not in columns]
    corner = phrase("grid_corner", language).format(a=found.a.title(language), b=found.b.title(language))
    heads = (replace(table.columns[0], label=corner), *table.columns[1:])
    return replace(table, columns=heads, rows=tuple(table.rows[i] for i in rows)).without(*dropped)


def _chosen(count: int) -> list[int]:
    """The places of at most MOST_SHOWN of so many, the first and the last among them."""
    if count <= MOST_SHOWN:
        return list(range(count))
    return [round(i * (count - 1) / (MOST_SHOWN - 1)) for i in range(MOST_SHOWN)]


def nothing(_: object, __: Language) -> list[str]:
    """Where the table says it all."""
    return []


def noticed(result: Any, language: Language) -> list[str]:
    """What the reader should know."""
    return [notice.say(language) for notice in result.notices]


def said(result: Any, language: Language) -> list[str]:
    """What the result says."""
    return [result.say(language)]


def said_and_noticed(result: Any, language: Language) -> list[str]:
    """What the result says, and what the reader should know."""
    return [*said(result, language), *noticed(result, language)]


def said_of_swings(swung: Tornado, language: Language) -> list[str]:
    """What matters most, and which figures stand still."""
    still = phrase("standing_still", language).format(listed="; ".join(swung.not_swung))
    return [swung.say(language), *([still] if swung.not_swung else [])]


def said_of_draws(simulated: Simulation, language: Language) -> list[str]:
    """Who gains and how surely, how exactly so many draws tell it, what was drawn, and what the reader should know."""
    drawn = (simulated.precision(language), uncertain(simulated.assumptions, language))
    return [simulated.say(language), *drawn, *noticed(simulated, language)]


SHOWN: dict[type, tuple[Callable[[Any, Language], Table], Callable[[Any, Language], list[str]]]] = {
    Projection: (with_running_sum, noticed),
    Comparison: (tables.comparison.table, nothing),
    Drivers: (drivers_of_one, nothing),
    Tornado: (tables.tornado.table, said_of_swings),
    Grid: (thinned_grid, said),
    BreakEven: (tables.break_even.table, noticed),
    Simulation: (tables.simulation.table, said_of_draws),
    Learned: (tables.learned.table, said),
    ValueOfInformation: (tables.value_of_information.table, said_and_noticed),
    SampleInformation: (tables.sample_information.table, nothing),
    Review: (tables.review.table, nothing),
    Catalogue: (newest, nothing),
    Budget: (budget_table, noticed),
}
"""Type of a result → its described table, and what is said below it."""
