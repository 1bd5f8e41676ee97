"""A line of the budget file, and the tidy table of all lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from som_model.presentation.colophon import Colophon
from som_model.scenario.quantities import Area
from som_model.wording.message import Message
from som_model.wording.table import Language, phrase

if TYPE_CHECKING:
    from pandas import DataFrame


BudgetCategory: TypeAlias = Literal[
    "staffing",
    "preparation",
    "training",
    "operation",
    "equipment",
    "residual",
    "saved_alternative",
    "funding",
    "consequences",
    "prudence",
]
Item: TypeAlias = Literal["expense", "income", "state_refund", "allowance"]
Dranst: TypeAlias = Literal[1, 2, 3]
"""Kind of account in the authorised chart: 1 operation (drift), 2 state refund (statsrefusion), 3 capital (anlæg)."""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of the municipality's budget, in its sign: + expense, − income."""

    address: str
    """The scenario's line; `prudence` for the allowance for optimism."""
    title: Message
    """What readers see as its name; `say(language)` gives the text."""
    committee: str | None
    """The political committee whose budget it is; None where it is not stated."""
    area: Area | None
    """The budget area (styringsområde): service, transfers, capital, co_financing or other; None where it is not stated."""
    account: str | None
    """The account in the municipal chart of accounts, as text; None where it is not stated."""
    dranst: Dranst | None
    """Kind of account, 1 operation, 2 state refund or 3 capital; None where the budget area does not tell."""
    category: BudgetCategory
    """What the line is of: staffing, the category of a cost, saved_alternative, funding, consequences or prudence."""
    item: Item
    """expense, income, state_refund, or allowance for the allowance for optimism."""
    amounts: tuple[float, ...]
    """Kr. at the budget's price level, one for each of its years; + expense, − income."""


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The year whose prices the amounts are in, and what moved them there from the scenario's price year."""

    year: int
    """The year whose prices the amounts are in."""
    index: str | None = None
    """Name of the price index; None where nothing was moved."""
    factor: float = 1.0
    """What amounts in the scenario's prices were multiplied by."""


Value: TypeAlias = "str | int | float | None"
Kind: TypeAlias = Literal["string", "Int64", "float64"]
"""The column's type in pandas; only Int64 and string may be empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line in one year, and what the file says of its making."""

    line: BudgetLine
    year: int
    amount: float
    price_level: PriceLevel
    colophon: Colophon
    language: Language


@dataclass(frozen=True, slots=True)
class TidyColumn:
    """A column of the tidy form; its sentence is the word `tidy_NAME`."""

    name: str
    kind: Kind
    unit: str
    value: Callable[[Row], Value]

    def sentence(self, language: Language) -> str:
        """What it holds."""
        return phrase(f"tidy_{self.name}", language)


COLUMNS: tuple[TidyColumn, ...] = (
    TidyColumn("committee", "string", "", lambda row: row.line.committee),
    TidyColumn("area", "string", "", lambda row: row.line.area),
    TidyColumn("account", "string", "", lambda row: row.line.account),
    TidyColumn("dranst", "Int64", "", lambda row: row.line.dranst),
    TidyColumn("category", "string", "", lambda row: row.line.category),
    TidyColumn("item", "string", "", lambda row: row.line.item),
    TidyColumn("title", "string", "", lambda row: row.line.title.say(row.language)),
    TidyColumn("address", "string", "", lambda row: row.line.address),
    TidyColumn("year", "Int64", "year", lambda row: row.year),
    TidyColumn("amount", "float64", "kr.", lambda row: row.amount),
    TidyColumn("price_year", "Int64", "year", lambda row: row.price_level.year),
    TidyColumn("price_index", "string", "", lambda row: row.price_level.index),
    TidyColumn("scenario", "string", "", lambda row: row.colophon.scenario),
    TidyColumn("variant", "string", "", lambda row: row.colophon.variant),
    TidyColumn("changed", "string", "", lambda row: changes(row.colophon)),
    TidyColumn("input_sha256", "string", "", lambda row: row.colophon.input_sha256),
    TidyColumn("som_model", "string", "", lambda row: row.colophon.som_model),
    TidyColumn("catalogue_version", "string", "", lambda row: row.colophon.catalogue_version),
    TidyColumn("dated", "string", "year-month-day", lambda row: row.colophon.dated.isoformat() if row.colophon.dated else None),
)
"""The one place that says what the tidy form holds; the table in docs/how-to/budget_file.md is made of it."""


def changes(colophon: Colophon) -> str | None:
    """What was set on top of the file and its variant, as it is written in a file; None where nothing was."""
    return "; ".join(f"{address} = {value}" for address, value in colophon.changed) or None


def tidy_rows(
    lines: Sequence[BudgetLine], years: Sequence[int], level: PriceLevel, colophon: Colophon, language: Language
) -> Iterator[tuple[Value, ...]]:
    """The cells of each line and year, under COLUMNS."""
    for line in lines:
        for year, amount in zip(years, line.amounts, strict=True):
            row = Row(line, year, amount, level, colophon, language)
            yield tuple(column.value(row) for column in COLUMNS)


def tidy_frame(
    lines: Sequence[BudgetLine], years: Sequence[int], level: PriceLevel, colophon: Colophon, language: Language
) -> DataFrame:
    """The tidy form as a DataFrame; amounts are unrounded."""
    from pandas import DataFrame, Series

    rows = list(tidy_rows(lines, years, level, colophon, language))
    cells = {column.name: Series([row[i] for row in rows], dtype=column.kind) for i, column in enumerate(COLUMNS)}
    return DataFrame(cells)


def schema_table(language: Language = "en") -> str:
    """The columns as a Markdown table: name, type, unit, sentence."""
    head = [phrase(key, language) for key in ("schema_column", "schema_type", "schema_unit", "schema_holds")]
    rows = [[f"`{column.name}`", f"`{column.kind}`", column.unit, column.sentence(language)] for column in COLUMNS]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, ["---"] * len(head), *rows])
