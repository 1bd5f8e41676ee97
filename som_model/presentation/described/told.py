"""Figures that are told otherwise than they are written: in their unit, or to the digits that they carry."""

from __future__ import annotations

from dataclasses import dataclass

from som_model.presentation.described.table import Cell, Kind, Table
from som_model.wording.table import Language


class Told(float):
    """A number, for programs, with how a reader is told it."""

    told: str

    def __new__(cls, value: float, told: str) -> Told:
        """The number, and its text."""
        figure = super().__new__(cls, value)
        figure.told = told
        return figure


@dataclass(frozen=True, slots=True)
class ToldTable(Table):
    """A table whose cells may be told otherwise, and some of whose columns are for programs alone."""

    aside: tuple[str, ...] = ()
    """Keys of the columns that a reader can do without."""

    @staticmethod
    def _cell(cell: Cell, kind: Kind, language: Language) -> str:
        return cell.told if isinstance(cell, Told) else Table._cell(cell, kind, language)


def for_readers(table: Table) -> Table:
    """The table without the columns that a reader can do without."""
    return table.without(*table.aside) if isinstance(table, ToldTable) else table
