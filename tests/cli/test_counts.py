"""Whole numbers of options: thousands with a point are refused, never read as a thousandth."""

import pytest

from som_model.cli.reading import whole_number
from som_model.errors import SomError


@pytest.mark.parametrize(("written", "value"), [("10000", 10_000), ("0", 0), ("-1", -1), (7, 7)])
def test_a_whole_number_is_read(written: str | int, value: int) -> None:
    assert whole_number(written) == value


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("10.000", "skriv 10000 uden"),
        ("1,000", "skriv 1000 uden"),
        ("abc", "ikke et helt tal; skriv cifre"),
        ("8.5", "helt tal"),
        ("1,5", "skriv 1.5"),
    ],
)
def test_what_is_no_whole_number_says_how_to_write_it(written: str, said: str) -> None:
    with pytest.raises(SomError, match=said):
        whole_number(written)
