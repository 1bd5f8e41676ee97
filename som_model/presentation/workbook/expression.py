"""Formulas that know their value: written once, they are the text of a cell and the number that stands in it.

A value that is not known is NaN. Only 0, 1 and 12 may stand in a formula as they are: every other number has a cell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Value: TypeAlias = float | str
LITERALS = (0, 1, 12)

ATOM, POWER, TIMES, PLUS, COMPARED = 5, 4, 3, 2, 1
"""How tightly a formula holds together: what binds less than its surroundings stands in brackets."""


class Expression:
    """A formula: its value, and how it is written on a sheet."""

    @property
    def value(self) -> Value:
        """What it comes to."""
        raise NotImplementedError

    @property
    def binds(self) -> int:
        """How tightly it holds together."""
        return ATOM

    def written(self, sheet: str) -> str:
        """The formula as it stands on the sheet of that name, without the sign of equality."""
        raise NotImplementedError

    @property
    def number(self) -> float:
        """The value as a number; NaN where it is a text or not known."""
        return self.value if isinstance(self.value, float) else math.nan

    @property
    def known(self) -> bool:
        """Whether it has a value."""
        return isinstance(self.value, str) or not math.isnan(self.value)

    def __add__(self, other: Expression) -> Expression:
        return Combined(self, "+", other, PLUS, self.number + other.number)

    def __sub__(self, other: Expression) -> Expression:
        return Combined(self, "-", other, PLUS, self.number - other.number)

    def __mul__(self, other: Expression) -> Expression:
        """The product; nothing times what is not known is nothing, on either side."""
        product = Combined(self, "*", other, TIMES, self.number * other.number)
        if math.isnan(self.number) == math.isnan(other.number):
            return product
        known = self if math.isnan(other.number) else other
        nothing = Combined(known, "=", Literally(0), COMPARED, float(known.number == 0))
        return Called("IF", (nothing, Literally(0), product), 0.0 if known.number == 0 else math.nan)

    def __truediv__(self, other: Expression) -> Expression:
        value = self.number / other.number if other.number else math.nan
        return Combined(self, "/", other, TIMES, value)

    def __pow__(self, other: Expression) -> Expression:
        return Combined(self, "^", other, POWER, self.number**other.number)

    def __neg__(self) -> Expression:
        return Negative(self)


@dataclass(frozen=True, slots=True, eq=False)
class Literally(Expression):
    """A number that may stand in a formula: 0, 1 or 12."""

    stated: Literal[0, 1, 12]

    def __post_init__(self) -> None:
        if self.stated not in LITERALS:
            raise ValueError(f"{self.stated} needs a cell of its own")

    @property
    def value(self) -> Value:
        """What it comes to."""
        return float(self.stated)

    def written(self, sheet: str) -> str:  # noqa: ARG002 — the same on every sheet
        """As it stands on a sheet."""
        return str(self.stated)


@dataclass(frozen=True, slots=True, eq=False)
class Worded(Expression):
    """A text of ours inside a formula."""

    text: str

    @property
    def value(self) -> Value:
        """What it comes to."""
        return self.text

    def written(self, sheet: str) -> str:  # noqa: ARG002 — the same on every sheet
        """As it stands on a sheet."""
        doubled = self.text.replace('"', '""')
        return f'"{doubled}"'


@dataclass(frozen=True, slots=True, eq=False)
class Combined(Expression):
    """Two formulas and the sign between them."""

    left: Expression
    sign: str
    right: Expression
    binds: int
    value: Value

    def written(self, sheet: str) -> str:
        """As it stands on a sheet."""
        left, right = self.left.written(sheet), self.right.written(sheet)
        if self.left.binds < self.binds:
            left = f"({left})"
        if self.right.binds < self.binds or (self.right.binds == self.binds and self.sign in "-/^"):
            right = f"({right})"
        return f"{left}{self.sign}{right}"


@dataclass(frozen=True, slots=True, eq=False)
class Negative(Expression):
    """A formula with its sign turned."""

    of: Expression

    @property
    def value(self) -> Value:
        """What it comes to."""
        return -self.of.number

    @property
    def binds(self) -> int:
        """How tightly it holds together."""
        return PLUS

    def written(self, sheet: str) -> str:
        """As it stands on a sheet."""
        text = self.of.written(sheet)
        return f"-{text}" if self.of.binds == ATOM else f"-({text})"


@dataclass(frozen=True, slots=True, eq=False)
class Added(Expression):
    """Several formulas added; one with its sign turned is taken off."""

    terms: tuple[Expression, ...]

    @property
    def value(self) -> Value:
        """What it comes to."""
        return math.fsum(term.number for term in self.terms)

    @property
    def binds(self) -> int:
        """How tightly it holds together."""
        return PLUS

    def written(self, sheet: str) -> str:
        """As it stands on a sheet."""
        parts: list[str] = []
        for term in self.terms:
            text = term.written(sheet)
            if not isinstance(term, Negative):
                text = f"+({text})" if term.binds < PLUS else f"+{text}"
            parts.append(text)
        return "".join(parts).removeprefix("+")


@dataclass(frozen=True, slots=True, eq=False)
class Called(Expression):
    """A function of the spreadsheet."""

    name: str
    arguments: tuple[Expression | Span, ...]
    value: Value

    def written(self, sheet: str) -> str:
        """As it stands on a sheet."""
        return f"{self.name}({','.join(argument.written(sheet) for argument in self.arguments)})"


@dataclass(frozen=True, slots=True)
class Span:
    """Cells beside each other in a row, or below each other in a column."""

    cells: Sequence[Expression]

    def written(self, sheet: str) -> str:
        """First and last cell with a colon between."""
        first, last = self.cells[0].written(sheet), self.cells[-1].written(sheet)
        return f"{first}:{last.rpartition('!')[2]}"

    @property
    def numbers(self) -> list[float]:
        """The values; NaN where one is not known."""
        return [cell.number for cell in self.cells]


@dataclass(frozen=True, slots=True, eq=False)
class CountedDifferences(Expression):
    """In how many places two ranges of the same form hold different contents."""

    left: Span
    right: Span

    @property
    def value(self) -> Value:
        """What it comes to."""
        pairs = zip(self.left.cells, self.right.cells, strict=True)
        return float(sum(repr(one.value) != repr(other.value) for one, other in pairs))

    def written(self, sheet: str) -> str:
        """As it stands on a sheet."""
        return f"SUMPRODUCT(--({self.left.written(sheet)}<>{self.right.written(sheet)}))"
