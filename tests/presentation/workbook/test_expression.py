"""A formula is written so that a spreadsheet reads what Python computed."""

from __future__ import annotations

import math

import pytest

from som_model.presentation.workbook.expression import Expression, Literally, Worded
from som_model.presentation.workbook.functions import added, if_known, rounded, summed, when
from som_model.presentation.workbook.sheet import UNKNOWN, Cell, Sheet, formula
from tests.every import every

SHEET = "Sheet"


def row(*numbers: float | str) -> list[Cell]:
    sheet = Sheet(SHEET, ())
    cells = [Cell(number, "count") for number in numbers]
    sheet.add(*cells)
    return cells


A, B, C, D = row(2.0, 3.0, 5.0, UNKNOWN)
ONE = Literally(1)


@every(
    "made, written, value",
    [
        (A * (B - C), "A1*(B1-C1)", -4.0),
        (A - (B - C), "A1-(B1-C1)", 4.0),
        (A - B - C, "A1-B1-C1", -6.0),
        (A / (B / C), "A1/(B1/C1)", 10 / 3),
        ((ONE + A) ** -B, "(1+A1)^(-B1)", 1 / 27),
        (-(A * B), "-(A1*B1)", -6.0),
        (-A * B, "(-A1)*B1", -6.0),
        (added([A, -B, C]), "A1-B1+C1", 4.0),
        (added([]), "0", 0.0),
        (summed([A, B, C]), "SUM(A1:C1)", 10.0),
    ],
)
def test_brackets_stand_where_they_must(made: Expression, written: str, value: float) -> None:
    assert made.written(SHEET) == written
    assert made.number == pytest.approx(value)


def test_nothing_times_what_is_not_known_is_nothing() -> None:
    (nothing,) = row(0.0)
    made = nothing * D
    assert made.number == 0
    assert made.written(SHEET) == "IF(A1=0,0,A1*D1)"
    turned = D * nothing
    assert turned.number == 0
    assert turned.written(SHEET) == "IF(A1=0,0,D1*A1)"
    assert math.isnan((A * D).number)
    assert math.isnan((D * A).number)


def test_what_is_not_known_shows_a_dash() -> None:
    cell = formula(A * D, "count")
    assert isinstance(cell.content, Expression)
    assert cell.content.value == UNKNOWN
    assert math.isnan(cell.number)
    assert cell.content.written(SHEET) == 'IFERROR(IF(A1=0,0,A1*D1),"–")'


def test_another_sheet_is_named() -> None:
    assert (A * B).written("Other") == "'Sheet'!A1*'Sheet'!B1"
    assert summed([A, B]).written("Other") == "SUM('Sheet'!A1:B1)"


def test_only_0_1_and_12_may_stand_in_a_formula() -> None:
    with pytest.raises(ValueError, match="needs a cell"):
        Literally(2)  # type: ignore[arg-type]


def test_a_quotation_mark_in_a_text_is_doubled() -> None:
    assert if_known(D, Worded('a "b"')).written(SHEET) == 'IFERROR(D1,"a ""b""")'


def test_a_condition_chooses_between_texts_and_numbers() -> None:
    assert when(ONE, Worded("yes"), A).value == "yes"
    assert when(Literally(0), Worded("yes"), A).value == 2.0
    assert rounded(A / B, ONE).number == 0.7
