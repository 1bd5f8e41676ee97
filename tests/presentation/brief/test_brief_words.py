"""What a brief says follows its numbers: a loss is called a loss, and the municipality's result stands beside the total."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import som_model as som
from som_model.presentation.brief.harmless import texts_of
from som_model.presentation.brief.standing import Verdict
from som_model.presentation.described.table import Table
from som_model.wording.table import TABLE
from tests.presentation.brief.cases import (
    EXAMPLE,
    FILES,
    GROUP,
    HEDENSTED,
    PRICE,
    ROOT,
    RR2,
    answer_of,
    brief_of,
    every_variant,
    scenario_of,
    section,
    simple,
)


def test_the_answer_tells_that_the_public_gains_and_the_municipality_loses() -> None:
    """Hedensted at 30 %: 500,000 kr. in all, of which the municipality −399,849 and the region 899,849."""
    made = brief_of(som.read_scenario(HEDENSTED, variant="prudent"))
    assert answer_of(made) == (
        "Det offentlige får samlet en gevinst på 0,50 mio. kr. i 2017-2021, men kommunen, som betaler indsatsen, får et "
        "underskud på 0,40 mio. kr., mens regionen får en gevinst på 0,90 mio. kr."
    )
    english = answer_of(brief_of(som.read_scenario(HEDENSTED, variant="prudent"), "en"))
    assert "the municipality, which pays for the programme, loses 0.40 m kr." in english


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (30_000, "får samlet en gevinst på 0,10 mio. kr."),
        (70_000, "får samlet et underskud på 0,10 mio. kr."),
        (50_000, "går indsatsen samlet set i nul i 2024-2028"),
        (50_400, "går indsatsen samlet set omtrent i nul i 2024-2028 (−2.000 kr.)"),
        (49_600, "går indsatsen samlet set omtrent i nul i 2024-2028 (2.000 kr.)"),
    ],
)
def test_words_follow_numbers(cost: int, said: str, tmp_path: Path) -> None:
    """Savings are 50,000 kr. a year for five years; a difference below 1 % of savings and cost together is about nothing."""
    answer = answer_of(brief_of(simple(tmp_path, cost=cost)))
    assert said in answer
    assert answer.endswith("det hele falder hos kommunen.")
    assert answer.count("gevinst") == ("gevinst" in said)
    assert answer.count("underskud") == ("underskud" in said)


def test_a_municipality_that_neither_pays_nor_gains_is_said_to_be_left_alone(tmp_path: Path) -> None:
    scenario = scenario_of(tmp_path, GROUP % (5, "0.5") + PRICE % ("{state: 1}", "service"))
    made = brief_of(scenario)
    assert "men kommunen berøres ikke, mens staten får en gevinst på 0,25 mio. kr." in answer_of(made)
    assert "Kommunens budget berøres ikke." in section(made, "Økonomi")
    assert "ingen særskilt omkostning" in section(made, "Sagsfremstilling")


MOVED = "programme:\n  payers: {municipality: 1}\n  %s: {m: {amount: 500000, basis: year%s}}\n"


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (
            MOVED % ("costs", "") + "  saved_alternative: {s: {amount: 500000, basis: year, payers: {state: 1}}}\n",
            "men kommunen, som betaler indsatsen, får et underskud på 1,50 mio. kr., mens staten får en gevinst på 1,50 mio. kr.",
        ),
        (
            MOVED % ("funding", ", paid_by: state, received_by: municipality"),
            "men kommunen får en gevinst på 1,50 mio. kr., mens staten får et underskud på 1,50 mio. kr.",
        ),
    ],
)
def test_what_payers_pay_and_gain_is_told_where_it_comes_to_nothing_in_all(moved: str, said: str, tmp_path: Path) -> None:
    """500,000 kr. a year for three years from one public payer to another."""
    answer = answer_of(brief_of(scenario_of(tmp_path, "period: {start: 2024, years: 3}\n" + moved)))
    assert answer == f"For det offentlige går indsatsen samlet set i nul i 2024-2026, {said}"


def test_about_nothing_in_all_stands_against_a_payers_loss(tmp_path: Path) -> None:
    """The municipality pays 50,400 kr. a year, the region saves 50,000 kr.: −2,000 kr. in five years."""
    answer = answer_of(brief_of(simple(tmp_path, cost=50_400, payers="{region: 1}")))
    assert "samlet set omtrent i nul i 2024-2028 (−2.000 kr.), men kommunen, som betaler indsatsen, får et underskud" in answer


@pytest.mark.parametrize(("rate", "called"), [("0.500005", "i nul"), ("0.50001", "omtrent i nul")])
def test_nobody_gains_0_kr(rate: str, called: str, tmp_path: Path) -> None:
    """Savings are 100,000 kr. × the success rate in one year, the cost 50,000 kr.: 0.5 kr. and 1 kr."""
    answer = answer_of(brief_of(simple(tmp_path, cost=50_000, rate=rate, years=1)))
    assert f"går indsatsen samlet set {called} i 2024" in answer
    assert "0 kr." not in answer


def test_costs_alone_say_nothing_of_whether_it_pays() -> None:
    made = section(brief_of(som.read_scenario(RR2)), "Sagsfremstilling")
    assert "underskud på 2,11 mio. kr." in made
    assert "kun regnet på omkostninger" in made


def test_a_split_that_is_not_known_is_not_told() -> None:
    made = brief_of(som.read_scenario(ROOT / "scenarios" / "published" / "move.yaml"))
    assert "er ikke kendt" in answer_of(made)
    assert "kommunen får" not in answer_of(made)
    assert not any(row[0] == "Kommune" for block in made.blocks if isinstance(block, Table) for row in block.rows)


def test_what_is_published_assumed_and_implied_is_counted() -> None:
    said = section(brief_of(som.read_scenario(HEDENSTED, variant="prudent")), "Forudsætninger")
    assert "(offentliggjort: 1; antaget: 8; udledt: 1; ikke oplyst: 1)" in said
    assert "siger intet om Hedensteds egne tal" in said


def test_the_one_target_group_is_named_in_the_question_and_not_in_every_row() -> None:
    made = brief_of(som.read_scenario(HEDENSTED, variant="prudent"))
    assert "borgere med svær psykisk lidelse og misbrug" in section(made, "Beslutningstema")
    assert "Succesrate | 30 % | 20 % – 40 %" in section(made, "Forudsætninger")
    assert "Succesrate, borgere med dobbeltdiagnose | 30 %" in section(brief_of(som.read_scenario(EXAMPLE)), "Forudsætninger")


def test_what_is_not_counted_and_what_a_reader_will_ask_are_told() -> None:
    made = brief_of(som.read_scenario(EXAMPLE))
    for text in ("Hurtigere og mere rigtig hjælp", "Evaluering", "Bloktilskud"):
        assert text in section(made, "Ikke medregnet")
    asked = section(made, "Hvad en kritisk læser vil spørge om")
    assert "51,81 % af besparelsen" in asked
    assert f"{len(som.review(som.read_scenario(EXAMPLE))) - 5} spørgsmål til" in asked


def test_lists_that_are_cut_say_how_many_more_there_are() -> None:
    made = brief_of(som.read_scenario(EXAMPLE))
    assert "36 andre tal" in section(made, "Forudsætninger")
    assert "44 tal" in section(made, "Forudsætninger")


def test_a_programme_of_forty_years_shows_the_first_and_the_last(tmp_path: Path) -> None:
    made = brief_of(simple(tmp_path, cost=30_000, years=40))
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert [column.label for column in table.columns[1:]] == ["2024", "2025", "2026", "2027", "… 2063", "I alt"]
    assert "Årene 2028-2062 er ikke vist" in table.note
    assert table.rows[3][-1] == "800"


def test_one_year_and_nothing_at_all_make_a_brief_too(tmp_path: Path) -> None:
    assert "i 2024," in answer_of(brief_of(simple(tmp_path, cost=30_000, years=1, payers="{region: 1}")))
    empty = brief_of(scenario_of(tmp_path, "period: {start: 2024, years: 1}\n"))
    assert "ingen beløb" in answer_of(empty)
    assert "ingen målgruppe" in section(empty, "Beslutningstema")


def test_citizens_stand_beside_the_total(tmp_path: Path) -> None:
    made = brief_of(simple(tmp_path, cost=30_000, payers="{municipality: 0.5, citizen: 0.5}"))
    assert "Borger (indgår ikke i summen) | 0 | 125 | 125 | –" in section(made, "Hvem får, og hvem betaler")
    assert "borger" not in answer_of(made)


def test_several_groups_are_named_and_those_left_out_counted(tmp_path: Path) -> None:
    text = "".join(f"  g{i}: {{title: Gruppe {i}, participants: {i}, consequences: {{}}}}\n" for i in range(1, 6))
    made = section(
        brief_of(scenario_of(tmp_path, f"period: {{start: 2024, years: 2}}\ntarget_groups:\n{text}")), "Beslutningstema"
    )
    assert "gruppe 1 (2 deltagere i alt), gruppe 2 (4 deltagere i alt), gruppe 3 (6 deltagere i alt) og 2 målgrupper til" in made


def test_an_allowance_for_optimism_is_said() -> None:
    scenario = som.read_scenario(EXAMPLE, variant="careful")
    made = brief_of(scenario)
    assert "fradrag for optimisme på 0,87 mio. kr.; uden det ville det være 1,24 mio. kr." in section(made, "Sagsfremstilling")
    assert "Forsigtighed" in section(made, "Økonomi")
    assert "fictitious" in section(made, "Kilder")


def test_a_rate_that_is_not_known_and_not_used_is_no_obstacle(tmp_path: Path) -> None:
    text = "period: {start: 2024, years: 2}\ntarget_groups:\n  a: {participants: 3, success_rate: null, consequences: {}}\n"
    assert "6 deltagere" in section(brief_of(scenario_of(tmp_path, text)), "Beslutningstema")


def test_discounting_is_told_and_tables_stay_undiscounted(tmp_path: Path) -> None:
    scenario = simple(tmp_path, cost=30_000).vary({"discount_rate": 0.035})
    made = brief_of(scenario)
    value = sum(20_000 / 1.035**t for t in range(5))
    assert f"Diskonteret til 2024 (3,5 %) er resultatet for det offentlige {value:,.0f} kr.".replace(",", ".").replace(
        "3.5", "3,5"
    ) in (section(made, "Sagsfremstilling"))
    assert "ikke diskonteret" in section(made, "Økonomi")


def test_every_verdict_has_its_words() -> None:
    for called in get_args(Verdict):
        assert f"brief_public_{called}" in TABLE
        assert f"brief_own_{called}" in TABLE
        assert called == "untouched" or f"brief_payer_{called}" in TABLE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_sentence_is_left_unfilled_in_either_language(file: Path) -> None:
    for scenario in every_variant(file):
        for language in ("da", "en"):
            made = brief_of(scenario, language)  # type: ignore[arg-type]
            text = " ".join(part for block in made.blocks for part in texts_of(block))
            assert "{" not in text
            assert ".." not in text.replace("…", "")
            assert "nan" not in text.lower().split()
