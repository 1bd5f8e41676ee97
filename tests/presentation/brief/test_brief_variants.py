"""A brief holds the other variants of its file: the careful calculation beside the expected one."""

from __future__ import annotations

from pathlib import Path

import pytest

import som_model as som
from som_model.presentation.brief.blocks import Brief
from som_model.presentation.brief.writing import rendered
from som_model.presentation.described.table import Table
from tests.presentation.brief.cases import (
    COST,
    FILES,
    GROUP,
    HEDENSTED,
    PRICE,
    brief_of,
    every_variant,
    plain,
    rounded,
    scenario_of,
    section,
    whole,
)

CHEAPER = "  cheap: {title: Billigere, set: {programme.costs.c.amount: 20000}}\n"
CAREFUL = "  careful: {title: Forsigtigt skøn, set: {target_groups.a.success_rate: 0.2}}\n"
SAME = "  same: {title: Som ventet, set: {target_groups.a.success_rate: 0.5}}\n"
UNKNOWN = "  unknown: {title: Ikke talt op, set: {target_groups.a.participants: null}}\n"
EARLY = "  early: {title: Kort forløb, set: {programme.to_year: 2025}}\n"


def varied(folder: Path, *variants: str, payers: str = "{municipality: 0.5, region: 0.5}", rate: str = "0.5") -> som.Scenario:
    """Costs 30,000 kr. a year for five years and saves 100,000 kr. × the success rate: 100,000 kr. in all at 50 %."""
    text = GROUP % (5, rate) + COST % 30_000 + PRICE % (payers, "service")
    return scenario_of(folder, text + "variants:\n" + "".join(variants))


def variant_table(made: Brief) -> Table | None:
    tables = [block for block in made.blocks if isinstance(block, Table)]
    return next((table for table in tables if table.columns[0].label == "Variant"), None)


def rows(made: Brief) -> list[tuple[str, ...]]:
    table = variant_table(made)
    return [tuple(plain(str(cell)) for cell in row) for row in table.rows] if table is not None else []


def note(made: Brief) -> str:
    table = variant_table(made)
    assert table is not None
    return plain(table.note)


def test_the_published_variants_of_hedensted_stand_side_by_side() -> None:
    """A point saves 52,500 kr.; at 30 % the municipality saves 675,151 of 1,575,000 kr.; cost is 1,075,000 kr."""
    made = brief_of(som.read_scenario(HEDENSTED, variant="prudent"))
    assert [row[1:] for row in rows(made)] == [
        ("500", "2018", "−400", "ikke i perioden"),
        ("1.025", "2018", "−175", "ikke i perioden"),
    ]
    assert rows(made)[0][0] == "30 % (forsigtigt skøn) – dette oplæg"
    table = variant_table(made)
    assert table is not None
    assert "1.000 kr., 2017-priser, ikke diskonteret" in plain(table.title)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_amount_is_that_of_the_variants_own_projection(file: Path) -> None:
    projections = [som.project(scenario) for scenario in every_variant(file)]
    nets = {(rounded(each.accumulated_net, 1e3), rounded(float(each.net[0].sum()), 1e3)) for each in projections}
    for scenario in every_variant(file):
        for row in rows(brief_of(scenario, draws=100)):
            own = row[3] if len(row) > 3 else row[1]
            assert (whole(row[1]), whole(own)) in nets


def test_a_careful_variant_that_loses_is_told_right_below_the_answer(tmp_path: Path) -> None:
    """At 20 % 100,000 kr. are saved and 150,000 paid: −50,000 in all, of which the municipality −100,000."""
    made = brief_of(varied(tmp_path, CAREFUL))
    said = section(made, "Sagsfremstilling")
    assert "I varianten «Forsigtigt skøn» får det offentlige derimod et underskud på 50.000 kr." in said
    assert rows(made) == [
        ("Grundscenariet – dette oplæg", "100", "2024", "−25", "ikke i perioden"),
        ("Forsigtigt skøn", "−50", "ikke i perioden", "−100", "ikke i perioden"),
    ]


def test_from_a_careful_variant_the_base_scenario_is_seen_to_gain(tmp_path: Path) -> None:
    varied(tmp_path, CAREFUL)
    made = brief_of(som.read_scenario(tmp_path / "case.yaml", variant="careful"))
    assert [row[0] for row in rows(made)] == ["Forsigtigt skøn – dette oplæg", "Grundscenariet"]
    assert "I grundscenariet får det offentlige derimod en gevinst på 0,10 mio. kr." in section(made, "Sagsfremstilling")


def test_a_variant_with_the_same_sign_takes_no_sentence(tmp_path: Path) -> None:
    assert "derimod" not in section(brief_of(varied(tmp_path, CHEAPER)), "Sagsfremstilling")


def test_a_variant_with_the_same_amounts_is_named_and_takes_no_row(tmp_path: Path) -> None:
    made = brief_of(varied(tmp_path, SAME, CHEAPER))
    assert [row[0] for row in rows(made)] == ["Grundscenariet – dette oplæg", "Billigere"]
    assert note(made) == "Samme beløb som dette oplæg: «Som ventet»."


def test_a_base_scenario_with_the_amounts_of_a_variant_is_no_calculation_of_its_own(tmp_path: Path) -> None:
    varied(tmp_path, SAME, CHEAPER)
    made = brief_of(som.read_scenario(tmp_path / "case.yaml", variant="cheap"))
    assert [row[0] for row in rows(made)] == ["Billigere – dette oplæg", "Som ventet"]
    assert note(made) == ""


def test_where_all_variants_are_alike_a_sentence_stands_for_the_table(tmp_path: Path) -> None:
    made = brief_of(varied(tmp_path, SAME))
    assert rows(made) == []
    assert "Samme beløb som dette oplæg: «Som ventet»." in section(made, "Sagsfremstilling")


def test_a_file_without_variants_says_nothing_of_any(tmp_path: Path) -> None:
    made = brief_of(scenario_of(tmp_path, GROUP % (5, "0.5") + COST % 30_000 + PRICE % ("{municipality: 1}", "service")))
    assert variant_table(made) is None
    assert "ariant" not in section(made, "Sagsfremstilling")


def test_a_variant_with_a_missing_figure_is_named_as_such(tmp_path: Path) -> None:
    made = brief_of(varied(tmp_path, UNKNOWN, CHEAPER))
    assert [row[0] for row in rows(made)] == ["Grundscenariet – dette oplæg", "Billigere"]
    assert note(made) == "Ikke vist, fordi der mangler tal: «Ikke talt op»."


def test_a_base_scenario_with_a_missing_figure_is_left_out(tmp_path: Path) -> None:
    varied(tmp_path, SAME, CAREFUL, rate="null")
    made = brief_of(som.read_scenario(tmp_path / "case.yaml", variant="same"))
    assert [row[0] for row in rows(made)] == ["Som ventet – dette oplæg", "Forsigtigt skøn"]


def test_what_is_set_on_top_holds_in_every_row_and_is_said_to(tmp_path: Path) -> None:
    """20 citizens save twice as much: 500,000 kr. less 150,000, and 200,000 less 150,000 at 20 %."""
    made = brief_of(varied(tmp_path, CAREFUL).vary({"target_groups.a.participants": 20}))
    assert [row[1] for row in rows(made)] == ["350", "50"]
    assert note(made) == "Det, der er ændret i forhold til scenariefilen, er ændret i alle rækker."


def test_a_variant_that_cannot_hold_what_is_set_on_top_is_named(tmp_path: Path) -> None:
    made = brief_of(varied(tmp_path, EARLY, CHEAPER).vary({"programme.from_year": 2026}))
    assert [row[0] for row in rows(made)] == ["Grundscenariet – dette oplæg", "Billigere"]
    assert "Ikke vist, fordi ændringerne ikke kan stå der: «Kort forløb»." in note(made)


def test_of_many_variants_four_stand_beside_the_one_shown_the_lowest_among_them(tmp_path: Path) -> None:
    many = [f"  v{i}: {{title: Pris {i}, set: {{programme.costs.c.amount: {31_000 + 100 * i}}}}}\n" for i in range(7)]
    made = brief_of(varied(tmp_path, *many))
    assert [row[0] for row in rows(made)] == ["Grundscenariet – dette oplæg", "Pris 0", "Pris 1", "Pris 2", "Pris 6"]
    assert note(made) == "3 varianter til står i scenariefilen."


def test_a_variant_of_other_years_says_so(tmp_path: Path) -> None:
    made = brief_of(varied(tmp_path, "  long: {title: Længere, set: {period.years: 8}}\n"))
    assert rows(made)[1][0] == "Længere (2024-2031, 2024-priser)"


def test_only_the_public_total_stands_where_the_split_is_not_known(tmp_path: Path) -> None:
    price = PRICE.replace("area: %s", "payers_basis: unknown") % "{municipality: 0.5, region: 0.5}"
    made = brief_of(scenario_of(tmp_path, GROUP % (5, "0.5") + COST % 30_000 + price + "variants:\n" + CAREFUL))
    assert [len(row) for row in rows(made)] == [3, 3]


def test_the_same_input_gives_the_same_bytes_in_english_too() -> None:
    scenario = som.read_scenario(HEDENSTED, variant="observed")
    first, second = (rendered(brief_of(scenario, "en"), ".html") for _ in range(2))
    assert first == second
    assert "Variants: accumulated net" in plain(first.decode("utf-8"))
