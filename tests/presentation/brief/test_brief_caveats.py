"""A brief says how far its numbers reach: what is held fixed, which prices are weak, when it runs, what was changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import som_model as som
from som_model.presentation.brief.harmless import texts_of
from som_model.presentation.brief.writing import rendered
from som_model.presentation.described.table import Table
from tests.presentation.brief.cases import (
    EXAMPLE,
    FILES,
    HEDENSTED,
    brief_of,
    every_variant,
    plain,
    scenario_of,
    section,
    text_in_pdf,
)

SETTING = "target_groups.dual_diagnosis.success_rate"


def group(folder: Path, participants: str, *, years: str = "", programme: str = "") -> str:
    """The question of one group of citizens over 2024-2028."""
    text = (
        f"period: {{start: 2024, years: 5}}\nprogramme: {{{programme}}}\n"
        f"target_groups:\n  a: {{title: Borgere, participants: {participants}, {years} consequences: {{}}}}\n"
    )
    return section(brief_of(scenario_of(folder, text)), "Beslutningstema")


def test_what_is_held_fixed_is_said_before_the_chance_of_a_gain() -> None:
    """Of 11 numbers one has an interval; of the ten others only the post is published."""
    said = section(brief_of(som.read_scenario(HEDENSTED, variant="prudent")), "Følsomhed")
    assert said.startswith(
        "Kun 1 af de 11 tal er regnet som usikkert (succesrate); de øvrige holdes fast, selv om kun 1 af dem har en "
        "offentliggjort eller lokal kilde. Sandsynligheden rummer kun den usikkerhed. Der er "
    )
    english = section(brief_of(som.read_scenario(HEDENSTED, variant="prudent"), "en"), "Sensitivity")
    assert english.startswith(
        "Only 1 of the 11 numbers is counted as uncertain (success rate); the others are held fixed, though"
    )


def test_many_uncertain_numbers_are_counted_and_not_named() -> None:
    said = section(brief_of(som.read_scenario(EXAMPLE)), "Følsomhed")
    assert re.match(r"Kun 5 af de 44 tal er regnet som usikre; de øvrige holdes fast, selv om ingen af dem", said)


def test_a_number_that_alone_decides_all_is_said_to_be_uncertain(tmp_path: Path) -> None:
    costs = "{c: {amount: {value: 90000, low: 80000, high: 100000}, basis: year}}"
    text = f"period: {{start: 2024, years: 2}}\nprogramme: {{payers: {{municipality: 1}}, costs: {costs}}}\n"
    said = section(brief_of(scenario_of(tmp_path, text)), "Følsomhed")
    assert said.startswith("Alle beregningens tal er regnet som usikre. ")


def test_a_price_with_a_weak_source_is_told_as_the_projection_notices_it() -> None:
    scenario = som.read_scenario(HEDENSTED, variant="prudent")
    notices = [each.text for each in som.project(scenario).notices if each.address == "unit_costs.psychiatric_bed_day"]
    said = section(brief_of(scenario), "Forudsætninger")
    weak = "Svag kilde: en privat hjemmeside uden henvisning."
    assert any(weak in each for each in notices)
    assert f"Usikker pris: psykiatrisk sengedag, almen psykiatri (antaget). {weak}" in said


def test_sources_of_what_is_neither_published_nor_local_have_their_grade() -> None:
    said = section(brief_of(som.read_scenario(HEDENSTED, variant="prudent")), "Kilder")
    assert "Flugtøkonomi (antaget)" in said
    assert "geninvesteringspulje 2016/2017 (" not in said
    english = section(brief_of(som.read_scenario(HEDENSTED, variant="prudent"), "en"), "Sources")
    assert "(assumed)" in english


@pytest.mark.parametrize(
    ("programme", "when"),
    [
        ("", "gennemføres i 2024-2028?"),
        ('from_year: "2025-10"', "gennemføres fra oktober 2025?"),
        ("to_year: 2027", "gennemføres til og med 2027?"),
        ('from_year: "2025-10", to_year: 2027', "gennemføres fra oktober 2025 til og med 2027?"),
        ("from_year: 2026, to_year: 2026", "gennemføres i 2026?"),
    ],
)
def test_the_question_says_when_the_programme_runs(programme: str, when: str, tmp_path: Path) -> None:
    said = group(tmp_path, "8", programme=programme)
    assert when in said
    assert ("Beregningen dækker 2024-2028." in said) == bool(programme)


def test_an_intake_of_its_own_is_said_beside_the_group(tmp_path: Path) -> None:
    said = group(tmp_path, "8", years='to_year: "2026-03",', programme="from_year: 2025")
    assert "som begynder til og med marts 2026" in said
    same = group(tmp_path, "8", years="from_year: 2025,", programme="from_year: 2025")
    assert "som begynder" not in same


@pytest.mark.parametrize(
    ("participants", "said"),
    [
        ("[10, 10, 11.5, 0, 0]", "ca. 32 deltagere i alt"),
        ("[1, 0, 0, 0, 0]", "med 1 deltager i alt"),
        ("[0.4, 0, 0, 0, 0]", "ca. 0,4 deltagere i alt"),
        ("[0.1, 0.2, 0.7, 2, 0]", "med 3 deltagere i alt"),
    ],
)
def test_participants_are_whole_or_about(participants: str, said: str, tmp_path: Path) -> None:
    assert said in group(tmp_path, participants)


def test_an_interval_with_a_negative_end_has_a_word_between() -> None:
    for language, word in (("da", "−14 til −6"), ("en", "−14 to −6")):
        made = brief_of(som.read_scenario(EXAMPLE), language)  # type: ignore[arg-type]
        assert word in " ".join(plain(text) for block in made.blocks for text in texts_of(block))


def test_no_dash_stands_before_a_minus_in_any_brief() -> None:
    for file in FILES:
        for scenario in every_variant(file):
            made = brief_of(scenario, draws=20)
            text = " ".join(plain(text) for block in made.blocks for text in texts_of(block))
            assert "– \N{MINUS SIGN}" not in text, file.stem


def test_the_price_level_of_the_municipal_table_holds_prices_and_pay() -> None:
    made = brief_of(som.read_scenario(HEDENSTED, variant="prudent"))
    [title] = [plain(block.title) for block in made.blocks if isinstance(block, Table) and block.title.startswith("Kommunens")]
    assert "(1.000 kr., 2017-priser (p/l), ikke diskonteret; + merudgift" in title


def test_what_is_changed_is_told_in_words_and_not_in_the_title() -> None:
    made = brief_of(som.read_scenario(HEDENSTED, variant="prudent").vary({SETTING: 0.15}))
    assert plain(made.title).endswith("30 % (forsigtigt skøn) (ændrede forudsætninger)")
    assert "Ændret i forhold til scenariefilen: succesrate er sat til 15 %." in section(made, "Forudsætninger")
    assert "ændre" not in brief_of(som.read_scenario(HEDENSTED, variant="prudent")).title


def test_questions_that_are_left_out_are_found_in_the_workbook() -> None:
    said = section(brief_of(som.read_scenario(HEDENSTED, variant="prudent")), "Hvad en kritisk læser vil spørge om")
    assert "7 spørgsmål til står i regnearket på arket «Gennemsyn»." in said
    assert "som review" not in said


def test_one_source_more_is_one_source_and_not_sources(tmp_path: Path) -> None:
    for count, said in ((7, "Én kilde til står"), (8, "2 kilder til står")):
        costs = "".join(
            f"    c{i}: {{amount: {1000 + i}, basis: year, source: Kilde {i}, quality: published}}\n" for i in range(count)
        )
        text = f"period: {{start: 2024, years: 2}}\nprogramme:\n  payers: {{municipality: 1}}\n  costs:\n{costs}"
        assert said in section(brief_of(scenario_of(tmp_path, text)), "Kilder")


def test_numbers_of_the_page_do_not_break_and_tables_may_scroll() -> None:
    page = rendered(brief_of(som.read_scenario(HEDENSTED, variant="prudent")), ".html").decode("utf-8")
    assert "td.number { overflow-wrap: normal; }" in page
    assert re.search(r"@media screen \{ \.whole \{ overflow-x: auto; \} \}", page)


def test_no_word_is_hyphenated_in_the_pdf(tmp_path: Path) -> None:
    """The row is wider than its column, and its first word alone has 28 letters."""
    costs = "{c: {amount: 90000, basis: once, category: training, area: service}}"
    text = f"period: {{start: 2024, years: 5}}\nprogramme: {{payers: {{municipality: 1}}, costs: {costs}}}\n"
    said = text_in_pdf(rendered(brief_of(scenario_of(tmp_path, text)), ".pdf"))
    assert re.search(r"Implementeringsomkostninger:\s+service", said)
    assert not re.search(r"[a-zæøå][-\N{HYPHEN}\N{SOFT HYPHEN}]\n", said)
