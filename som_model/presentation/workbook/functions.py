"""The functions of a spreadsheet that the workbook uses, each with its value; see expression.py."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from som_model.presentation.workbook.expression import (
    COMPARED,
    Added,
    Called,
    Combined,
    CountedDifferences,
    Expression,
    Literally,
    Span,
)


def added(terms: Sequence[Expression]) -> Expression:
    """a + b − c; 0 for none."""
    return terms[0] if len(terms) == 1 else Added(tuple(terms)) if terms else Literally(0)


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


def changed(cells: Sequence[Expression], before: Sequence[Expression]) -> Expression:
    """How many cells of a column differ from those beside them."""
    return CountedDifferences(Span(cells), Span(before))


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
