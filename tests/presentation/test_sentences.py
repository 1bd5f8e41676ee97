"""What a Dane is told of each line: units that can be said, amounts that can be read, and which year's law is used."""

from pathlib import Path

import pytest

import som_model as som
from som_model.presentation.sentences import sentences
from som_model.presentation.spoken_values import amount_said, unit_words
from som_model.wording.table import Language

ROOT = Path(__file__).parent.parent.parent
GROUP = "target_groups.dual_diagnosis"


def told(name: str, language: Language) -> dict[str, str]:
    return dict(sentences(som.read_scenario(ROOT / "scenarios" / f"{name}.yaml"), language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "hver succes sparer 1 års forbrug om året à 30.093 kr. (2017-priser)"),
        ("en", "each success saves 1 year of use a year at 30,093 kr. (2017 prices)"),
    ],
)
def test_a_price_of_a_year_is_not_said_as_years_a_year(language: Language, said: str) -> None:
    assert said in told("hedensted", language)[f"{GROUP}.consequences.treatment"]


@pytest.mark.parametrize(
    ("unit", "danish", "english"),
    [("month", "måned", "month"), ("day", "døgn", "day"), ("bed_day", "sengedag", "bed-day"), ("person", "person", "person")],
)
def test_one_unit_is_said_in_the_singular(unit: str, danish: str, english: str) -> None:
    assert (unit_words(unit, "da", one=True), unit_words(unit, "en", one=True)) == (danish, english)
    assert unit_words(unit, "en") != english
    assert unit_words("year", "da", income=True) == "års indtægt"


def test_large_amounts_are_said_without_oere() -> None:
    assert [amount_said(value, "da") for value in (30_093.02393, 1_000.0, 999.5, -30_093.02)] == [
        "30.093 kr.",
        "1.000 kr.",
        "999,50 kr.",
        "−30.093 kr.",
    ]


def test_each_value_of_a_map_is_said_with_the_years_it_holds_for() -> None:
    assert "deltagere om året: 5 i 2024, derefter 10 (" in told("example", "da")[GROUP]
    assert "participants a year: 5 in 2024, then 10 (" in told("example", "en")[GROUP]
    assert "à 1.500 kr. i 2024-2025, derefter 1.550 kr." in told("example", "da")[f"{GROUP}.consequences.shelter_nights"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("da", "Betalerreglerne er som i 2017 i alle år."), ("en", "Payer rules are those of 2017 in every year.")],
)
def test_one_years_payer_rules_are_told_where_a_counted_line_uses_them(language: Language, said: str) -> None:
    assert told("hedensted", language)[""].endswith(said)
    assert said not in told("hedensted_each_years_law", language)[""]
    unused = som.read_scenario(ROOT / "scenarios" / "hedensted.yaml").vary({f"{GROUP}.consequences.bed_days.counted": False})
    assert said not in dict(sentences(unused, language))[""]
