"""Writing a budget to a file: the municipality's own form, or the tidy form as csv or parquet."""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path

from som_model.errors import Notice, SomError
from som_model.presentation.atomic import write_atomically
from som_model.presentation.budget.budget import Budget
from som_model.presentation.budget.from_projection import YEARS, budget
from som_model.presentation.budget.separated_text import municipal_text, tidy_text
from som_model.presentation.budget.tidy import tidy_frame
from som_model.presentation.colophon import colophon
from som_model.presentation.extras import need
from som_model.projection.projection import Projection
from som_model.wording.language import Language
from som_model.wording.message import Message

ENDINGS = (".csv", ".parquet")


def write_budget(
    projection: Projection,
    path: str | PathLike[str],
    language: Language = "da",
    *,
    from_year: int | None = None,
    years: int = YEARS,
    price_year: int | None = None,
    index: str | None = None,
    tidy: bool = False,
    overwrite: bool = False,
    dated: date | None = None,
) -> tuple[Notice, ...]:
    """Write the municipality's budget lines, kr., + expense, − income, and return what the reader should know of them.

    .csv is the municipality's form (semicolon, decimal comma, UTF-8 with BOM, kr. and øre), or with tidy=True a row for
    each line and year (comma, decimal point, unrounded); .parquet is always tidy. Years, prices and refunds: see budget.
    The same input gives the same bytes; dated is written only when given. Raises SomError for another ending, for what
    budget refuses and where the folder does not take the file, WouldOverwrite unless overwrite.
    """
    ending(Path(path))
    made = budget(projection, from_year=from_year, years=years, price_year=price_year, index=index)
    save_budget(made, Path(path), language, tidy=tidy, overwrite=overwrite, dated=dated)
    return made.notices


def ending(path: Path) -> str:
    """.csv or .parquet. Raises SomError for another ending."""
    found = path.suffix.lower()
    if found not in ENDINGS:
        raise SomError(Message.of("budget_ending", file=path.as_posix()))
    if found == ".parquet":
        need("parquet", "pyarrow", file=path.as_posix())
    return found


def save_budget(made: Budget, path: Path, language: Language, *, tidy: bool, overwrite: bool, dated: date | None) -> None:
    """Put a budget into a file whose ending says its form."""
    if ending(path) == ".parquet":
        write_atomically(path, lambda beside: _parquet(made, beside, language, dated), overwrite=overwrite)
        return
    text, encoding = (tidy_text, "utf-8") if tidy else (municipal_text, "utf-8-sig")
    content = text(made, language, dated).encode(encoding)
    write_atomically(path, lambda beside: _fill(beside, content), overwrite=overwrite)


def _fill(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _parquet(made: Budget, path: Path, language: Language, dated: date | None) -> None:
    """The tidy form; the colophon stands in the file's metadata too, where pandas shows it as attrs."""
    record = colophon(made.scenario, dated=dated)
    frame = tidy_frame(made.lines, made.years, made.price_level, record, language)
    frame.attrs = dict(record.rows("en"))
    frame.to_parquet(path, engine="pyarrow", index=False)
