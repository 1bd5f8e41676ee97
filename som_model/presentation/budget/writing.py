"""The budget as a file: separated text for a budget system, or a tidy table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import fsum
from os import PathLike
from pathlib import Path

from som_model.errors import Notice, SomError
from som_model.presentation.atomic import need, refuse_existing, write_atomically, write_bytes
from som_model.presentation.budget.budget import YEARS, Budget, budget
from som_model.presentation.budget.line import COLUMNS, BudgetLine, changes, tidy_frame, tidy_rows
from som_model.presentation.colophon import colophon
from som_model.presentation.separated import separated
from som_model.projection.projection import Projection
from som_model.wording.message import Message
from som_model.wording.numbers import half_up
from som_model.wording.table import Language, label, phrase

FORMULA = tuple("=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}")
"""What a spreadsheet takes for the beginning of a formula."""
BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]+")
"""White space, control characters and what is not seen at all."""
OERE = Decimal("0.01")


def municipal_text(budget: Budget, language: Language, dated: date | None = None) -> str:
    """A row for each line, a column for each year: semicolons, decimal commas, kr. and øre, lines ended by CRLF."""
    level = budget.price_level
    record = colophon(budget.scenario, dated=dated)
    unit = phrase("budget_unit", language).format(price_year=level.year)
    keys = ("committee", "area", "account", "dranst", "category", "item", "title", "address")
    kept = ("prices", "index", "scenario", "variant", "changed", "input", "version", "catalogue", "dated")
    header = [
        *(phrase(f"budget_{key}", language) for key in keys),
        *(f"{year} ({unit})" for year in budget.years),
        *(phrase(f"budget_{key}", language) for key in kept),
    ]
    recorded = [
        phrase("budget_fixed_prices", language).format(price_year=level.year),
        level.index,
        record.scenario,
        record.variant,
        changes(record),
        record.input_sha256,
        record.som_model,
        record.catalogue_version,
        record.dated.isoformat() if record.dated else None,
    ]
    written = [_oere([line.amounts[t] for line in budget.lines]) for t in range(len(budget.years))]
    rows = [
        [*map(safe, _place(line, language)), *(format(year[i], "f").replace(".", ",") for year in written), *map(safe, recorded)]
        for i, line in enumerate(budget.lines)
    ]
    return separated(header, rows, "excel").replace("\n", "\r\n")


def _place(line: BudgetLine, language: Language) -> list[str | None]:
    """What a line is and where it is booked, in words."""
    return [
        line.committee,
        label(line.area, language) if line.area else None,
        line.account,
        str(line.dranst) if line.dranst else None,
        label(f"budget_category_{line.category}", language),
        label(f"budget_{line.item}", language),
        line.title.say(language),
        line.address,
    ]


def tidy_text(budget: Budget, language: Language, dated: date | None = None) -> str:
    """The tidy form: commas, decimal points, unrounded, lines ended by LF."""
    record = colophon(budget.scenario, dated=dated)
    rows = tidy_rows(budget.lines, budget.years, budget.price_level, record, language)
    cells = ([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return separated([column.name for column in COLUMNS], cells, "csv")


def safe(text: str | None) -> str:
    """A text that no spreadsheet takes for a formula: on one line, with an apostrophe before = + − @ (OWASP, CSV injection)."""
    plain = BREAKS.sub(" ", text or "").strip()
    return f"'{plain}" if plain.startswith(FORMULA) else plain


def _oere(amounts: Sequence[float]) -> list[Decimal]:
    """The amounts in kr. and øre, so that they add up to their sum to the øre; each at most one øre off.

    Where halves make the sum too large or small, those that were rounded the most in that way give way.
    """
    rounded = [half_up(amount, 2) for amount in amounts]
    over = sum(rounded, Decimal(0)) - half_up(fsum(amounts), 2)
    step = OERE if over > 0 else -OERE
    gain = [(written - Decimal(amount)) * (1 if over > 0 else -1) for written, amount in zip(rounded, amounts, strict=True)]
    for i in sorted(range(len(amounts)), key=lambda i: -gain[i])[: int(abs(over) / OERE)]:
        rounded[i] -= step
    return rounded


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
    adopted = budget(projection, from_year=from_year, years=shown, price_year=price_year, index=index)
    save_budget(adopted, place, language, tidy=tidy, overwrite=overwrite, dated=dated)
    return adopted.notices


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


def save_budget(adopted: Budget, path: Path, language: Language, *, tidy: bool, overwrite: bool, dated: date | None) -> None:
    """Put a budget into a file whose ending says its form.

    In .parquet the colophon stands in the file's metadata too, where pandas shows it as attrs.
    """
    if _is_parquet(path):
        record = colophon(adopted.scenario, dated=dated)
        frame = tidy_frame(adopted.lines, adopted.years, adopted.price_level, record, language)
        frame.attrs = dict(record.rows("en"))
        write_atomically(path, lambda beside: frame.to_parquet(beside, engine="pyarrow", index=False), overwrite=overwrite)
        return
    text, encoding = (tidy_text, "utf-8") if tidy else (municipal_text, "utf-8-sig")
    write_bytes(path, text(adopted, language, dated).encode(encoding), overwrite=overwrite)
