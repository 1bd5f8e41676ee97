"""Formulas that know their value: written once, they are the text of a cell and the number that stands in it.

A value that is not known is NaN. Only 0, 1 and 12 may stand in a formula as they are: every other number has a cell.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
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
        """The product; nothing times what is not known is nothing."""
        if math.isnan(other.number):
            return when(equal(self, Literally(0)), Literally(0), _times(self, other))
        return _times(self, other)

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
class Called(Expression):
    """A function of the spreadsheet."""

    name: str
    arguments: tuple[Expression | Span, ...]
    value: Value

    def written(self, sheet: str) -> str:
        """As it stands on a sheet."""
        return f"{self.name}({','.join(each.written(sheet) for each in self.arguments)})"


@dataclass(frozen=True, slots=True)
class Span:
    """Cells beside each other in a row."""

    cells: Sequence[Expression]

    def written(self, sheet: str) -> str:
        """First and last cell with a colon between."""
        first, last = self.cells[0].written(sheet), self.cells[-1].written(sheet)
        return f"{first}:{last.rpartition('!')[2]}"

    @property
    def numbers(self) -> list[float]:
        """The values; NaN where one is not known."""
        return [cell.number for cell in self.cells]


def _times(left: Expression, right: Expression) -> Expression:
    return Combined(left, "*", right, TIMES, left.number * right.number)


def added(terms: Sequence[Expression]) -> Expression:
    """a + b + c; 0 for none."""
    if not terms:
        return Literally(0)
    total = terms[0]
    for term in terms[1:]:
        total = total - term.of if isinstance(term, Negative) else total + term
    return total


def multiplied(first: Expression, *factors: Expression | None) -> Expression:
    """The product of the factors that there are."""
    product = first
    for factor in factors:
        product = product if factor is None else product * factor
    return product


def summed(cells: Sequence[Expression]) -> Expression:
    """SUM of cells beside each other."""
    span = Span(cells)
    return Called("SUM", (span,), math.fsum(number for number in span.numbers if not math.isnan(number)))


def summed_products(cells: Sequence[Expression], factors: Sequence[Expression]) -> Expression:
    """SUMPRODUCT of two rows."""
    first, second = Span(cells), Span(factors)
    return Called("SUMPRODUCT", (first, second), math.fsum(a * b for a, b in zip(first.numbers, second.numbers, strict=True)))


def when(condition: Expression, then: Expression, other: Expression) -> Expression:
    """IF: one of two formulas."""
    return Called("IF", (condition, then, other), then.value if condition.number else other.value)


def if_known(formula: Expression, other: Expression) -> Expression:
    """IFERROR: the formula, or the other where it has no value."""
    return Called("IFERROR", (formula, other), formula.value if formula.known else other.value)


def equal(left: Expression, right: Expression) -> Expression:
    """1 where two numbers are the same, else 0."""
    return Combined(left, "=", right, COMPARED, float(left.number == right.number))


def different(left: Expression, right: Expression) -> Expression:
    """1 where two numbers differ, else 0."""
    return Combined(left, "<>", right, COMPARED, float(left.number != right.number))


def above(left: Expression, right: Expression) -> Expression:
    """1 where the left number is the greater, else 0."""
    return Combined(left, ">", right, COMPARED, float(left.number > right.number))


def at_least(left: Expression, right: Expression) -> Expression:
    """1 where the left number is not the smaller, else 0."""
    return Combined(left, ">=", right, COMPARED, float(left.number >= right.number))


def both(left: Expression, right: Expression) -> Expression:
    """1 where both hold, else 0."""
    return Called("AND", (left, right), float(bool(left.number) and bool(right.number)))


def either(left: Expression, right: Expression) -> Expression:
    """1 where one of the two holds, else 0."""
    return Called("OR", (left, right), float(bool(left.number) or bool(right.number)))


def rounded(formula: Expression, decimals: Expression) -> Expression:
    """The number rounded to so many decimals."""
    number = formula.number
    return Called("ROUND", (formula, decimals), number if math.isnan(number) else round(number, int(decimals.number)) + 0.0)


def size_of(formula: Expression) -> Expression:
    """The number without its sign."""
    return Called("ABS", (formula,), abs(formula.number))


def greatest(cells: Sequence[Expression]) -> Expression:
    """The greatest number of a row; texts are passed over, and 0 stands for none."""
    return _over(Span(cells), "MAX", lambda numbers: max(numbers, default=0.0))


def least(cells: Sequence[Expression]) -> Expression:
    """The least number of a row; texts are passed over, and 0 stands for none."""
    return _over(Span(cells), "MIN", lambda numbers: min(numbers, default=0.0))


def counted(cells: Sequence[Expression]) -> Expression:
    """How many cells of a row hold numbers."""
    return _over(Span(cells), "COUNT", lambda numbers: float(len(numbers)))


def _over(span: Span, name: str, of: Callable[[list[float]], float]) -> Expression:
    return Called(name, (span,), of([number for number in span.numbers if not math.isnan(number)]))
