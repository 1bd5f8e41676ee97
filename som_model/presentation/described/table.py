"""A table as a value: what its columns are and what its rows hold, before it is rendered.

Console, DataFrame, notebook, page, Word and PDF read the same: numbers stand unrounded in it, and each renderer shows them
by the kind of their column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from som_model.wording.numbers import number, percent
from som_model.wording.table import Language

if TYPE_CHECKING:
    from pandas import DataFrame

Cell: TypeAlias = "str | float | int | None"
Kind: TypeAlias = Literal["text", "year", "kroner", "ratio", "share", "count", "mixed"]

DECIMALS: dict[Kind, int | None] = {"kroner": 0, "ratio": 2}


class Told(float):
    """A number, for programs, that a reader is told otherwise than numbers of its kind are: in its unit, or to the digits that
    it carries."""

    told: str

    def __new__(cls, value: float, told: str) -> Told:
        """The number, and its text."""
        figure = super().__new__(cls, value)
        figure.told = told
        return figure


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable key, its label for readers, and the kind of its cells."""

    key: str
    label: str
    kind: Kind = "kroner"
    width: float | None = None
    """Centimetres on the page of a document; columns without one share what the others leave."""

    @property
    def is_text(self) -> bool:
        """Whether it is read from the left; all other kinds stand to the right."""
        return self.kind == "text"


def cell_said(cell: Cell, kind: Kind, language: Language, per: float = 1.0) -> str:
    """A cell as readers see it; per: kr. in the unit of amounts."""
    if cell is None:
        return "–"
    if isinstance(cell, Told):
        return cell.told
    if isinstance(cell, str) or kind in ("text", "year"):
        return str(cell)
    if kind == "share":
        return percent(float(cell), language)
    if kind == "count":
        return number(round(float(cell), 1), language)
    return number(float(cell) / per if kind == "kroner" else float(cell), language, DECIMALS.get(kind))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of unrounded numbers and texts under described columns.

    emphasised: indices of rows that sum others. Cells of a `mixed` column carry their own kind in `kinds`; a text among
    numbers stands as it is, and None as a dash.
    """

    name: str
    title: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    emphasised: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    """The kind of each row's figures, where rows differ; empty where columns say it."""
    aside: tuple[str, ...] = ()
    """Keys of the columns that are for programs, and that a reader can do without."""
    marked: tuple[int, ...] = ()
    """Indices of rows that stand out without summing others: one that heads those below it, or the case in question."""
    note: str = ""
    """What is said below it."""
    per: float = 1.0
    """Kr. in the unit that amounts are shown in: 1000 where `unit` or the title says 1.000 kr."""

    def shown(self, language: Language) -> list[list[str]]:
        """Every cell as readers see it."""
        rows: list[list[str]] = []
        for i, row in enumerate(self.rows):
            own = self.kinds[i] if self.kinds else "mixed"
            kinds = (own if column.kind == "mixed" else column.kind for column in self.columns)
            rows.append([cell_said(cell, kind, language, self.per) for cell, kind in zip(row, kinds, strict=True)])
        return rows

    def written(self, language: Language) -> Table:
        """The same table with every cell as readers see it, for a document in one language."""
        return replace(self, rows=tuple(tuple(row) for row in self.shown(language)), per=1.0)

    def looks(self) -> list[Literal["plain", "part", "sum"]]:
        """How documents set each row: a `sum` between rules, a `part` in bold."""
        return ["sum" if i in self.emphasised else "part" if i in self.marked else "plain" for i in range(len(self.rows))]

    def widths(self, whole: float) -> list[float]:
        """Centimetres of each column where the table is `whole` cm wide."""
        left = whole - sum(column.width for column in self.columns if column.width is not None)
        sharing = sum(column.width is None for column in self.columns)
        return [left / sharing if column.width is None else column.width for column in self.columns]

    def for_readers(self) -> Table:
        """The table without the columns that a reader can do without."""
        return self.without(*self.aside)

    def without(self, *keys: str) -> Table:
        """The table without some of its columns, for a narrow page."""
        kept = [i for i, column in enumerate(self.columns) if column.key not in keys]
        return replace(
            self, columns=tuple(self.columns[i] for i in kept), rows=tuple(tuple(row[i] for i in kept) for row in self.rows)
        )

    def with_remark(self, key: str, remark: str, beside: str) -> Table:
        """Rows whose cell under `key` is the remark carry it beside their name too."""
        at, name = (next(i for i, column in enumerate(self.columns) if column.key == wanted) for wanted in (key, beside))
        rows = tuple(
            (*row[:name], f"{row[name]} ({remark.lower()})", *row[name + 1 :]) if row[at] == remark else row for row in self.rows
        )
        return replace(self, rows=rows)

    def frame(self) -> DataFrame:
        """The table as a pandas DataFrame: labels as column names, numbers unrounded."""
        from pandas import DataFrame, Series

        cells = {
            column.label: Series([row[i] for row in self.rows], dtype=object if column.kind == "mixed" else None)
            for i, column in enumerate(self.columns)
        }
        return DataFrame(cells)
