"""A sheet as a value: what stands in which cell, and how it is shown, before it is written into a file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from som_model.presentation.workbook.expression import Expression, Value, Worded
from som_model.presentation.workbook.functions import if_known

Shown: TypeAlias = Literal["text", "wrapped", "kroner", "price", "count", "share", "factor", "year", "plain"]
"""How a cell is shown: a text, or a number of some kind."""
Role: TypeAlias = Literal[
    "plain",
    "input",
    "stated",
    "exported",
    "sum",
    "total",
    "entry",
    "title",
    "heading",
    "head",
    "remark",
    "answer",
    "across",
    "alert",
]
"""What a cell is: input = an assumption to change; stated = a number of the scenario that is no assumption by itself."""

UNKNOWN = "–"
LONGEST_TEXT = 32_767
"""Characters that a cell holds."""


class Cell(Expression):
    """A cell with its place; a formula that names it writes that place."""

    __slots__ = ("column", "content", "fixed", "limits", "role", "row", "sheet", "shown")

    def __init__(
        self,
        content: Expression | Value | None,
        shown: Shown,
        role: Role = "plain",
        *,
        fixed: bool = False,
        limits: tuple[float, float] | None = None,
    ) -> None:
        """content: a formula, a number, a text, or nothing. fixed: whether formulas name it with $ signs. limits: the least
        and the greatest number that may be written into it."""
        self.content = content
        self.shown = shown
        self.role = role
        self.fixed = fixed
        self.limits = limits
        self.sheet = ""
        self.row = -1
        self.column = -1

    @property
    def value(self) -> Value:
        """A number, or NaN where the cell holds none: a text in a sum is not known."""
        value = self.content.value if isinstance(self.content, Expression) else self.content
        return value if isinstance(value, float) else math.nan

    @property
    def told(self) -> str:
        """The text that stands in it; nothing where it holds a number."""
        value = self.content.value if isinstance(self.content, Expression) else self.content
        return value if isinstance(value, str) else ""

    @property
    def place(self) -> str:
        """Where it stands on its sheet: 'C12', or '$C$12'."""
        if self.row < 0:
            raise LookupError("the cell has no place yet")
        name, column = "", self.column + 1
        while column:
            column, letter = divmod(column - 1, 26)
            name = chr(65 + letter) + name
        return f"${name}${self.row + 1}" if self.fixed else f"{name}{self.row + 1}"

    def written(self, sheet: str) -> str:
        """Its place; with the sheet's name on another sheet."""
        return self.place if sheet == self.sheet else f"'{self.sheet}'!{self.place}"


@dataclass(eq=False)
class Sheet:
    """Rows of cells from the top; columns are counted from 0, and so are rows.

    heads: rows that stay in sight; columns_kept: columns that do. one_page: whether it is printed on one page.
    widths: of the first columns, in characters.
    """

    name: str
    widths: tuple[float, ...]
    year_width: float = 12.0
    heads: int = 0
    columns_kept: int = 0
    landscape: bool = True
    one_page: bool = False
    rows: list[tuple[Cell | None, ...]] = field(default_factory=list)

    def add(self, *cells: Cell | None) -> tuple[Cell | None, ...]:
        """One more row; every cell gets its place."""
        for column, cell in enumerate(cells):
            if cell is not None:
                cell.sheet, cell.row, cell.column = self.name, len(self.rows), column
        self.rows.append(cells)
        return cells

    def gap(self) -> None:
        """An empty row."""
        self.rows.append(())

    def say(self, text: str, role: Role = "plain") -> None:
        """A text across the sheet."""
        self.add(Cell(text, "text", role))


def formula(of: Expression, shown: Shown, role: Role = "plain", *, fixed: bool = False) -> Cell:
    """A cell that computes; where a figure is not known it shows a dash."""
    return Cell(of if of.known else if_known(of, Worded(UNKNOWN)), shown, role, fixed=fixed)


def heads(*said: str, numbers: int = 0) -> tuple[Cell, ...]:
    """The heads of columns; the last so many stand over numbers."""
    first = len(said) - numbers
    return tuple(Cell(text, "plain" if i >= first else "text", "head") for i, text in enumerate(said))


def texts(*said: str, role: Role = "plain", shown: Shown = "text") -> tuple[Cell, ...]:
    """Cells of text."""
    return tuple(Cell(text, shown, role) for text in said)


@dataclass(frozen=True)
class Timeline:
    """Rows that have a cell for each year."""

    years: int

    def row(
        self,
        sheet: Sheet,
        label: str,
        unit: str,
        cells: Sequence[Expression],
        shown: Shown,
        role: Role = "plain",
        *,
        stated: bool = False,
    ) -> list[Cell]:
        """A row with one cell for each year; gives them.

        stated: the cells are taken as they are, not as formulas.
        """
        row = [cell if stated and isinstance(cell, Cell) else formula(cell, shown, role) for cell in cells]
        label_role: Role = role if role in ("sum", "answer", "entry") else "plain"
        sheet.add(Cell(label, "text", label_role), Cell(unit, "text", "remark"), *row)
        return row
