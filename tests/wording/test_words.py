"""One table of words: both languages, the same blanks, and every key that the code says."""

import ast
import re
import string
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from som_model.wording.message import Message
from som_model.wording.numbers import day_said, kroner, month_said, number, percent, plain, rounded_kroner
from som_model.wording.table import PARTS, TABLE
from tests.every import every

ROOT = Path(__file__).parent.parent.parent / "som_model"


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@every("key", sorted(TABLE))
def test_both_languages_have_the_same_blanks(key: str) -> None:
    danish, english = TABLE[key]
    if key != "as_written":
        assert blanks(danish) == blanks(english)
    assert danish.strip()
    assert english.strip()


def test_no_key_stands_in_two_places() -> None:
    keys = [key for part in PARTS for key in part]
    assert [key for key in set(keys) if keys.count(key) > 1] == []


def test_every_key_that_is_said_is_in_the_table() -> None:
    said: set[str] = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in ("of", "refusal", "phrase", "said") and isinstance(node.args[0].value, str):
                    owner = getattr(getattr(node.func, "value", None), "id", "")
                    said.add(f"review_{node.args[0].value}" if owner == "Remark" else node.args[0].value)
    assert said - set(TABLE) == set()
    assert len(said) > 100


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (1234567.0, "1.234.567", "1,234,567"),
        (-0.5, "\N{MINUS SIGN}0,5", "\N{MINUS SIGN}0.5"),
        (0.123456789, "0,123457", "0.123457"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value: float, danish: str, english: str) -> None:
    assert number(value, "da") == danish
    assert number(value, "en") == english


def test_amounts_and_shares_read_as_danes_write_them() -> None:
    assert kroner(215000, "da") == "215.000 kr."
    assert kroner(99.5, "da") == "99,50 kr."
    assert percent(0.0976374, "da") == "9,76 %"
    assert rounded_kroner(500_000, "da") == "0,50 mio. kr."
    assert number(-0.0, "da", 0) == "0"
    assert number(-0.001, "da", 0) == "0"
    assert number(1.075, "da", 2) == "1,08"
    assert number(1.574999999952, "da", 2) == "1,58"
    assert number(2.5, "da", 0) == "3"
    assert number(float("nan"), "da") == "–"


def test_a_message_shows_numbers_in_the_language_and_years_as_they_are() -> None:
    message = Message.of("beyond_capacity", years=("2024",), year=2024, participants=10.0, capacity=8.75)
    assert "i 2024: 10 til 8,75" in message.say("da")
    assert "in 2024: 10 for 8.75" in message.say("en")
    assert not re.search(r"\{|\}", message.say("da"))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1e30, "1,000,000,000,000,000,000,000,000,000,000 kr."),
        (-1e25, "−10,000,000,000,000,000,000,000,000 kr."),
        (np.float64(1.075), "1.08 kr."),
        (np.float32(0.5), "0.50 kr."),
        (np.int64(3), "3 kr."),
    ],
)
def test_amounts_of_any_size_and_of_numpy_are_said(value: float, said: str) -> None:
    assert kroner(value, "en") == said


@pytest.mark.parametrize(
    ("value", "written"), [(143300.0, "143300"), (12.375, "12.3750"), (1e-7, "0.0000001"), (-0.0, "0"), (1e14, "100000000000000")]
)
def test_a_number_is_written_as_a_file_takes_it(value: float, written: str) -> None:
    assert plain(value) == written


def test_days_and_months_are_written_as_the_language_does() -> None:
    assert day_said(date(2026, 11, 22), "da") == "22. november 2026"
    assert day_said(date(2026, 5, 1), "da") == "1. maj 2026"
    assert day_said(date(2026, 11, 22), "en") == "22 November 2026"
    assert [month_said(2025, month, "da") for month in (3, 10)] == ["marts 2025", "oktober 2025"]
    assert month_said(2025, 10, "en") == "October 2025"
