"""A table as a value: what its columns are and what its rows hold, before it is rendered."""

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


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable key, its label for readers, and the kind of its cells."""

    key: str
    label: str
    kind: Kind = "kroner"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of unrounded numbers and texts under described columns.

    emphasised: indices of rows that sum others. cells of a `mixed` column carry their own kind in `kinds`.
    """

    name: str
    title: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    emphasised: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    """The kind of each row's figures, where rows differ; empty where columns say it."""

    def shown(self, language: Language) -> list[list[str]]:
        """Every cell as readers see it."""
        return [
            [
                self._cell(cell, self.kinds[i] if self.kinds and column.kind == "mixed" else column.kind, language)
                for cell, column in zip(row, self.columns, strict=True)
            ]
            for i, row in enumerate(self.rows)
        ]

    @staticmethod
    def _cell(cell: Cell, kind: Kind, language: Language) -> str:
        if cell is None:
            return "–"
        if isinstance(cell, str) or kind in ("text", "year"):
            return str(cell)
        if kind == "share":
            return percent(float(cell), language)
        return number(round(float(cell), 1), language) if kind == "count" else number(float(cell), language, DECIMALS.get(kind))

    def without(self, *keys: str) -> Table:
        """The table without some of its columns, for a narrow page."""
        kept = [i for i, column in enumerate(self.columns) if column.key not in keys]
        return replace(
            self, columns=tuple(self.columns[i] for i in kept), rows=tuple(tuple(row[i] for i in kept) for row in self.rows)
        )

    def without_repetition(self) -> Table:
        """Where there are rows to compare: the table without its columns of texts that say the same in every one, or nothing."""
        if len(self.rows) < 2:
            return self
        said = {column.key: {row[i] for row in self.rows} for i, column in enumerate(self.columns) if column.kind == "text"}
        return self.without(*(key for key, texts in said.items() if len(texts) == 1))

    def with_remark(self, key: str, remark: str, beside: str) -> Table:
        """Rows whose cell under `key` is the remark carry it beside their name too."""
        at, name = (next(i for i, column in enumerate(self.columns) if column.key == each) for each in (key, beside))
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
