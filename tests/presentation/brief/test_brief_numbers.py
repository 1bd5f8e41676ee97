"""Every number in the tables of a brief is the projection's, rounded once."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import som_model as som
from som_model.presentation.brief import budget
from som_model.presentation.brief.writing import rendered
from som_model.presentation.described.ledger import net_by_area
from som_model.wording.numbers import kroner
from som_model.wording.table import Language
from tests.oracle.strategies import scenario_text, scenarios
from tests.presentation.brief.cases import (
    EXAMPLE,
    FILES,
    HEDENSTED,
    brief_of,
    every_variant,
    plain,
    rounded,
    tables_in_html,
    tables_in_word,
    whole,
)

UNITS = {"1.000 kr.": 1e3, "1,000 kr.": 1e3, "mio. kr.": 1e6, "m kr.": 1e6, "kr.": 1.0}
Rows = dict[str, list[str]]
LABELS: dict[str, tuple[str, str]] = {
    "municipality": ("Kommune", "Municipality"),
    "region": ("Region", "Region"),
    "state": ("Stat", "State"),
    "citizen": ("Borger (indgår ikke i summen)", "Citizen (in no total)"),
    "total": ("Det offentlige i alt", "Public purse, total"),
}
RUNNING = {
    "total": ("Akkumuleret, det offentlige", "Accumulated, the public purse"),
    "municipality": ("Akkumuleret, kommunen", "Accumulated, the municipality"),
}


def tables_of(page: str) -> dict[str, tuple[float, list[list[str]]]]:
    """Head of the first column → (kr. in the unit that the title names, rows)."""
    found = {}
    titles = [plain(part.partition("</caption>")[0]) for part in page.split("<caption>")[1:]]
    for title, rows in zip(titles, tables_in_html(page), strict=True):
        unit = next((kr for said, kr in UNITS.items() if f"({said}," in title), 0.0)
        found[" | ".join(rows[0])] = (unit, rows)
    return found


def amounts_of(projection: som.Projection, amounts: Any, payer: str) -> Any:
    return projection.total(amounts) if payer == "total" else amounts[projection.payers.index(payer)]  # type: ignore[arg-type]


def assert_numbers_are_the_projections(scenario: som.Scenario, language: Language) -> None:
    projection, said = som.project(scenario), ("da", "en").index(language)
    page = rendered(brief_of(scenario, language, 50), ".html").decode("utf-8")
    years = {str(year): t for t, year in enumerate(projection.years)}
    checked = 0
    for head, (unit, rows) in tables_of(page).items():
        shown = [years.get(cell.removeprefix("… ")) for cell in rows[0][1:-1]]
        for row in rows[1:]:
            payer = next((each for each, words in LABELS.items() if words[said] == row[0]), None)
            running = next((each for each, words in RUNNING.items() if words[said] == row[0]), None)
            if head.startswith(("Kasse | 2", "Kasse | …", "Payer | 2")):
                amounts = amounts_of(projection, projection.net, payer) if payer else None
                if running:
                    amounts = amounts_of(projection, projection.accumulated, running)
                assert amounts is not None, row
                wanted = [rounded(float(amounts[t]), unit) for t in shown]
                assert [whole(cell) for cell in row[1:-1]] == wanted
                assert row[-1] == "" if running else whole(row[-1]) == rounded(float(amounts.sum()), unit)
                checked += 1
            elif head.startswith(("Kasse", "Payer")):
                assert payer is not None
                parts = (projection.programme_cost, projection.savings, projection.net)
                wanted = [rounded(float(amounts_of(projection, part, payer).sum()), unit) for part in parts]
                assert [whole(cell) for cell in row[1:4]] == wanted
                year = projection.payback_by_payer.get(payer)
                assert (row[4] == str(year)) == (year is not None)
                checked += 1
    assert checked >= 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_tables_by_payer_hold_the_projections_own_numbers(file: Path) -> None:
    for scenario in every_variant(file):
        for language in ("da", "en"):
            assert_numbers_are_the_projections(scenario, language)  # type: ignore[arg-type]


@settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(scenarios())
def test_they_do_so_for_any_scenario(drawn: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.yaml"
        file.write_text(scenario_text(drawn), encoding="utf-8")
        assert_numbers_are_the_projections(som.read_scenario(file), "da")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_implementation_and_lasting_change_are_the_municipalitys_net_by_area(file: Path) -> None:
    for scenario in every_variant(file):
        projection = som.project(scenario)
        once, lasting = budget.by_area(projection)
        nothing = np.zeros(len(projection.years))
        for area, net in net_by_area(projection).items():
            assert np.allclose(once.get(area, nothing) + lasting.get(area, nothing), net, atol=1e-6)
        assert np.allclose(sum([*once.values(), *lasting.values()], nothing), projection.net[0], atol=1e-6)


def test_the_budget_of_hedensted_is_that_of_the_published_case() -> None:
    """By hand: the post 215,000 a year; treatment 30,093.02 x 2.4 x (0.5, 1.5, 2, 2, 2); bed-days 2.4 x 25.8 x 3,578.86 x 9.764 %
    x (0.5, 1, 1, 1, 1), which is the municipality's co-financing."""
    page = rendered(brief_of(som.read_scenario(HEDENSTED, variant="prudent")), ".html").decode("utf-8")
    _, rows = next(each for head, each in tables_of(page).items() if head.startswith("Styringsområde"))
    found = {row[0]: row[1:] for row in rows}
    treatment = [30093.02393 * 2.4 * years for years in (0.5, 1.5, 2, 2, 2)]
    bed_days = [2.4 * 25.8 * 3578.8614 * 8862 / (3518 * 25.8) * years for years in (0.5, 1, 1, 1, 1)]
    assert [whole(cell) for cell in found["Service"][:5]] == [rounded(215_000 - each, 1e3) for each in treatment]
    assert [whole(cell) for cell in found["Medfinansiering"][:5]] == [rounded(-each, 1e3) for each in bed_days]
    assert found["Implementeringsomkostninger"] == ["0"] * 6
    assert found["Samlet økonomisk påvirkning"] == found["Varige ændringer i alt"] == ["168", "85", "49", "49", "49", "400"]


def test_one_off_lines_are_implementation_and_the_rest_lasts() -> None:
    """example.yaml: the course 20,000 x 1 and the pool −100,000 fall once in 2024; the computers, bought in 2023 prices, leave
    their residual value in 2028."""
    scenario = som.read_scenario(EXAMPLE)
    once, lasting = budget.by_area(som.project(scenario))
    assert once["area_not_stated"].round(2).tolist() == [80_000, 0, 0, 0, 0]
    assert once["capital"][0] < 0 < once["capital"][4]
    assert "capital" not in lasting


def test_the_tornado_of_a_brief_is_projections_at_both_ends() -> None:
    scenario = som.read_scenario(EXAMPLE)
    page = rendered(brief_of(scenario), ".html").decode("utf-8")
    unit, rows = next(each for head, each in tables_of(page).items() if "Resultat ved lav" in head)
    assert unit == 1e3
    assert len(rows) == 5
    for row, swing in zip(rows[1:], som.tornado(scenario), strict=False):
        for cell, value in ((row[2], swing.low), (row[3], swing.high)):
            estimate = {"value": value, **({"quality": q} if (q := swing.assumption.estimate.quality) else {})}
            assert whole(cell) == rounded(som.project(scenario.vary({swing.address: estimate})).accumulated_net, unit)


def test_assumptions_stand_with_value_interval_and_grade() -> None:
    page = rendered(brief_of(som.read_scenario(HEDENSTED, variant="prudent")), ".html").decode("utf-8")
    _, rows = next(each for head, each in tables_of(page).items() if head.startswith("Forudsætning | Værdi"))
    found = {row[0].partition(",")[0]: [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row[1:4]] for row in rows[1:]}
    assert found["Succesrate"] == ["30 %", "20 % – 40 %", "antaget"]
    assert found["Deltagere"] == ["8", "–", "antaget"]
    assert found["Årlig omkostning"] == [kroner(215_000, "da"), "–", "offentliggjort"]
    assert ["30.093,02 kr.", "–", "udledt"] in [[cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row[1:4]] for row in rows]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("file", [HEDENSTED, EXAMPLE], ids=lambda file: file.stem)
def test_the_tables_of_the_word_file_are_those_of_the_page(file: Path, language: Language) -> None:
    made = brief_of(som.read_scenario(file), language)
    assert tables_in_word(rendered(made, ".docx")) == tables_in_html(rendered(made, ".html").decode("utf-8"))


@pytest.mark.parametrize(("factor", "unit"), [(0.001, "kr."), (1, "1.000 kr."), (100_000, "mio. kr.")])
def test_the_unit_of_the_tables_suits_their_amounts(factor: float, unit: str, tmp_path: Path) -> None:
    file = tmp_path / "sized.yaml"
    file.write_text(
        "som: 1\nname: sized\nperiod: {start: 2024, years: 3}\nprice_year: 2024\ndiscount_rate: 0\nprogramme:\n"
        f"  payers: {{municipality: 1}}\n  costs: {{c: {{amount: {1_000_000 * factor:.0f}, basis: year}}}}\n",
        encoding="utf-8",
    )
    scenario = som.read_scenario(file)
    titles = [block.title for block in brief_of(scenario).blocks if hasattr(block, "title")]
    assert all(f"({unit.replace(' ', chr(160))}," in title or f"({unit}," in title for title in titles if "2024-priser" in title)
    assert_numbers_are_the_projections(scenario, "da")
