"""A projection as a workbook with live formulas: `som workbook` and `write_workbook`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path

from som_model.analysis.simulation.run import simulate
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import SomError
from som_model.presentation.atomic import refuse_existing, write_atomically
from som_model.presentation.colophon import Colophon, colophon
from som_model.presentation.workbook.calculation.book import Book, opened
from som_model.presentation.workbook.calculation.calculation import calculation
from som_model.presentation.workbook.overview import overview
from som_model.presentation.workbook.results import Results, results
from som_model.presentation.workbook.sensitivity import sensitivity
from som_model.presentation.workbook.sheet import Cell, Sheet
from som_model.presentation.workbook.sources import questions, sources
from som_model.projection.projection import Projection
from som_model.resolved.figures import figures
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.table import Language

ENDING = ".xlsx"


@dataclass(frozen=True)
class Described:
    """A workbook before it is written: its sheets in order, its defined names, its results."""

    book: Book
    sheets: tuple[Sheet, ...]
    names: dict[str, Cell]
    results: Results
    colophon: Colophon


def described(
    projection: Projection, language: Language = "da", simulated: Simulation | None = None, dated: date | None = None
) -> Described:
    """Every cell of the workbook: what it holds, where it stands, and its value.

    simulated: the draws told on the sheet of sensitivity; none unless given.
    """
    book = opened(projection, language)
    groups, sums = calculation(book)
    reported = results(book, sums, groups)
    drawn = (simulated.draws, simulated.seed) if simulated is not None else (None, None)
    about = colophon(projection.scenario, draws=drawn[0], seed=drawn[1], dated=dated)
    assumptions = book.assumptions.sheet()
    sheets = (
        overview(book, reported, about),
        assumptions,
        book.rates.sheet(),
        book.sheet,
        reported.sheet,
        sensitivity(book, reported, simulated),
        sources(book),
        questions(book),
    )
    names = {**book.assumptions.names(), **{f"result.{key}": cell for key, cell in reported.figures.items()}}
    return Described(book, sheets, names, reported, about)


def write_workbook(
    projection: Projection,
    path: str | PathLike[str],
    language: Language = "da",
    *,
    draws: int = 10_000,
    seed: int = 1,
    dated: date | None = None,
    overwrite: bool = False,
) -> None:
    """Write a projection as an Excel workbook whose every result follows from its assumptions by formulas.

    Sheets: overview, assumptions (one row for each address; change the coloured cells), rates, calculation, results,
    sensitivity, sources, review. Amounts are kr. of the scenario's price year, positive = gain; each formula carries its value.
    The shares of payer rules stand as numbers: once an assumption is changed that they were computed at, the public total
    follows, and the results of each payer become a dash.
    The sheet of sensitivity holds numbers of the moment: tornado, break-even, and `draws` draws from `seed` where anything
    is uncertain. dated: a date to state; none unless given, so that the same input gives the same bytes.
    Raises SomError for another ending than .xlsx or a folder that does not take it, WouldOverwrite for a file that is
    already there (unless overwrite).
    """
    place = checked(path, overwrite=overwrite)
    simulated = simulate(projection.scenario, draws, seed) if is_uncertain(projection.scenario) else None
    save(projection, simulated, place, language, dated=dated, overwrite=overwrite)


def checked(path: str | PathLike[str], *, overwrite: bool = False) -> Path:
    """The place of a workbook, before anything is computed: its ending is .xlsx, and nothing is lost."""
    place = Path(path)
    if place.suffix.lower() != ENDING:
        raise SomError(Message.of("workbook_ending", file=place.as_posix()))
    refuse_existing(place, overwrite=overwrite)
    return place


def is_uncertain(scenario: Scenario) -> bool:
    """Whether any figure has an interval or was counted, so that there is something to draw."""
    return any(estimate.uncertain for _, estimate in figures(scenario))


def save(
    projection: Projection,
    simulated: Simulation | None,
    place: Path,
    language: Language,
    *,
    dated: date | None = None,
    overwrite: bool = False,
) -> None:
    """Write the workbook of a projection whose scenario has been simulated, or of one without uncertainty."""
    from som_model.presentation.workbook.overview import draw_charts
    from som_model.presentation.workbook.writing import colour_changes, write_sheets

    book = described(projection, language, simulated, dated)
    title = full_title(projection.scenario, language)
    drawn = (partial(draw_charts, book.book, book.results, book.sheets[0]), partial(colour_changes, book.book))
    write_atomically(
        place,
        lambda beside: write_sheets(beside, book.sheets, book.names, drawn, language, title, book.colophon.say(language)),
        overwrite=overwrite,
    )
