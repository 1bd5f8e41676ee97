"""Writing a budget to a file: the municipality's own form, or the tidy form as csv or parquet."""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path

from som_model.errors import Notice, SomError
from som_model.presentation.atomic import need, refuse_existing, write_atomically, write_bytes
from som_model.presentation.budget.budget import Budget
from som_model.presentation.budget.from_projection import YEARS, budget
from som_model.presentation.budget.separated_text import municipal_text, tidy_text
from som_model.presentation.budget.tidy import tidy_frame
from som_model.presentation.colophon import colophon
from som_model.projection.projection import Projection
from som_model.wording.message import Message
from som_model.wording.table import Language

ENDINGS = (".csv", ".parquet")


def write_budget(
    projection: Projection,
    path: str | PathLike[str],
    language: Language = "da",
    *,
    from_year: int | None = None,
    years: int | None = None,
    price_year: int | None = None,
    index: str | None = None,
    tidy: bool = False,
    overwrite: bool = False,
    dated: date | None = None,
) -> tuple[Notice, ...]:
    """Write the municipality's budget lines, kr., + expense, − income, and return what the reader should know of them.

    .csv is the municipality's form (semicolon, decimal comma, UTF-8 with BOM, kr. and øre), or with tidy=True a row for
    each line and year (comma, decimal point, unrounded); .parquet is always tidy. years: 4 in the municipality's form and
    the rest of the period in the tidy form, unless given. Prices and refunds: see budget.
    The same input gives the same bytes; dated is written only when given. Raises SomError for another ending, for what
    budget refuses and where the folder does not take the file, WouldOverwrite unless overwrite.
    """
    place = checked(path, overwrite=overwrite)
    shown = years_shown(place, years, tidy=tidy)
    made = budget(projection, from_year=from_year, years=shown, price_year=price_year, index=index)
    save_budget(made, place, language, tidy=tidy, overwrite=overwrite, dated=dated)
    return made.notices


def checked(path: str | PathLike[str], *, overwrite: bool = False) -> Path:
    """The place of a budget file, before anything is calculated: it has a known ending, its package is there, nothing is lost."""
    place = Path(path)
    if place.suffix.lower() not in ENDINGS:
        raise SomError(Message.of("budget_ending", file=place.as_posix()))
    if _is_parquet(place):
        need("parquet", "pyarrow", file=place.as_posix())
    refuse_existing(place, overwrite=overwrite)
    return place


def years_shown(place: Path, asked: int | None, *, tidy: bool) -> int | None:
    """How many years stand in the file: those asked for, else 4 or, in the tidy form, None for the rest of the period."""
    return asked if asked is not None or tidy or _is_parquet(place) else YEARS


def _is_parquet(place: Path) -> bool:
    return place.suffix.lower() == ".parquet"


def save_budget(made: Budget, path: Path, language: Language, *, tidy: bool, overwrite: bool, dated: date | None) -> None:
    """Put a budget into a file whose ending says its form."""
    if _is_parquet(path):
        write_atomically(path, lambda beside: _parquet(made, beside, language, dated), overwrite=overwrite)
        return
    text, encoding = (tidy_text, "utf-8") if tidy else (municipal_text, "utf-8-sig")
    write_bytes(path, text(made, language, dated).encode(encoding), overwrite=overwrite)


def _parquet(made: Budget, path: Path, language: Language, dated: date | None) -> None:
    """The tidy form; the colophon stands in the file's metadata too, where pandas shows it as attrs."""
    record = colophon(made.scenario, dated=dated)
    frame = tidy_frame(made.lines, made.years, made.price_level, record, language)
    frame.attrs = dict(record.rows("en"))
    frame.to_parquet(path, engine="pyarrow", index=False)
