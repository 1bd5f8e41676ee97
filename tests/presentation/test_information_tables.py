"""The tables of the value of information hold the results' own numbers, and say them with the signs of the language."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import som_model as som
from som_model.presentation.described.information import (
    information_rows,
    method_of_sample,
    methods_of_values,
    sample_information,
    value_of_information,
)
from som_model.presentation.simulation_record import information_record

SCENARIOS = Path(__file__).parents[2] / "scenarios"
POST = "programme.staffing.coordinator.annual_cost"
RATE = "target_groups.dual_diagnosis.success_rate"


@pytest.fixture(scope="module")
def close() -> som.ValueOfInformation:
    """Hedensted at a cost that the savings hardly pay, with two uncertain prices of staff and treatment."""
    scenario = som.read_scenario(SCENARIOS / "hedensted.yaml", variant="prudent").vary(
        {
            POST: {"value": 330_000, "low": 300_000, "high": 360_000},
            "unit_costs.substance_treatment_year.amount": {"value": 30_000, "low": 20_000, "high": 40_000},
            "unit_costs.psychiatric_bed_day.amount": {"value": 3_518, "low": 2_500, "high": 4_500},
        }
    )
    return som.value_of_information(som.simulate(scenario, draws=10_000), of=[50, 10, 20], cost_per_citizen=400, years=2)


def test_the_table_begins_with_all_and_goes_on_with_each_number_and_each_group(close: som.ValueOfInformation) -> None:
    table = som.tables.value_of_information(close, "en")
    assert list(table.columns) == ["What is known", "Address", "Value (EVPPI)", "Part of all"]
    known = [close.evpi, *(each.evppi for each in close.assumptions), *(each.evppi for each in close.groups)]
    assert table["Value (EVPPI)"].tolist() == known
    np.testing.assert_allclose(table["Part of all"], np.array(known) / close.evpi)
    assert table["What is known"].iloc[0] == "All numbers (EVPI)"
    assert table["What is known"].iloc[-1] == "All unit costs (2)"
    assert table["Address"].tolist() == ["", *(each.name for each in close.assumptions), "unit_costs"]
    assert table["Value (EVPPI)"].iloc[1:-1].is_monotonic_decreasing


def test_the_table_of_following_citizens_adds_up(close: som.ValueOfInformation) -> None:
    assert close.sample is not None
    table = som.tables.sample_information(close.sample)
    assert list(table.columns) == [
        "Antal borgere i opfølgningen",
        "Værdi af svaret (EVSI)",
        "Værdi over 2 år",
        "Udgift",
        "Tilbage (ENBS)",
    ]
    assert table["Antal borgere i opfølgningen"].tolist() == [10, 20, 50]
    assert table["Udgift"].tolist() == [4_000, 8_000, 20_000]
    np.testing.assert_allclose(table["Værdi over 2 år"], 2 * table["Værdi af svaret (EVSI)"])
    np.testing.assert_allclose(table["Tilbage (ENBS)"], table["Værdi over 2 år"] - table["Udgift"])
    assert table["Værdi af svaret (EVSI)"].is_monotonic_increasing


def test_spoken_tables_leave_out_what_tells_nothing(close: som.ValueOfInformation) -> None:
    sample = som.evsi(close.simulation, RATE, of=[10, 20])
    spoken = sample_information.table(sample, "da").for_readers()
    assert [column.key for column in spoken.columns] == ["of", "evsi"]
    assert spoken.emphasised == ()
    assert sample_information.table(sample).columns[-1].key == "net_benefit"
    assert close.sample is not None
    best = sample_information.table(close.sample, "da").for_readers()
    assert [best.rows[i][0] for i in best.emphasised] == [close.sample.best]


@pytest.mark.parametrize(("language", "whole"), [("da", r"\d{1,3}(\.\d{3})*"), ("en", r"\d{1,3}(,\d{3})*")])
def test_spoken_values_carry_no_more_digits_than_the_draws(close: som.ValueOfInformation, language: str, whole: str) -> None:
    import re

    table = value_of_information.table(close, language)  # type: ignore[arg-type]
    for row, unrounded in zip(table.shown(language), table.rows, strict=True):  # type: ignore[arg-type]
        assert re.fullmatch(whole, str(row[2]))
        digits = str(row[2]).replace(".", "").replace(",", "")
        assert float(digits) == pytest.approx(float(unrounded[2] or 0), abs=close.evpi_error)
        assert str(row[3]).endswith(" %")
        assert str(row[2]).endswith("00") or float(digits) < 100


def test_the_methods_are_named_with_their_sources(close: som.ValueOfInformation) -> None:
    said = methods_of_values(close, "da")
    assert said.startswith("Metode: 10.000 trækninger, seed 1.")
    assert "udglattet kurve gennem trækningerne for hvert tal" in said
    assert "udglattet flade gennem trækningerne for flere tal sammen" in said
    assert "Medical Decision Making 34:311" in said
    assert "få værdier" not in said
    assert "Medical Decision Making 35:570" in method_of_sample("en")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_method_of_regression_has_its_words(language: str) -> None:
    from som_model.analysis.information.perfect import METHODS
    from som_model.wording.table import phrase

    said = [phrase(f"voi_method_{name}", language) for name in (*METHODS, "everything")]  # type: ignore[arg-type]
    assert len(set(said)) == len(METHODS) + 1


def test_rows_for_other_programs_hold_both_tables(close: som.ValueOfInformation) -> None:
    header, rows = information_rows(close)
    assert header[-4:] == ["measure", "address", "followed", "kr"]
    assert {row[:7] for row in rows} == {("hedensted", "prudent", "accumulated_net", "total", 2017, 10_000, 1)}
    by_measure = {name: [row[-3:] for row in rows if row[7] == name] for name in dict.fromkeys(row[7] for row in rows)}
    assert list(by_measure) == ["evpi", "evppi", "group", "evsi", "cost", "net_benefit"]
    assert by_measure["evpi"] == [("", None, close.evpi)]
    assert [address for address, _, _ in by_measure["evppi"]] == [each.name for each in close.assumptions]
    assert by_measure["cost"] == [(RATE, 50, 20_000), (RATE, 10, 4_000), (RATE, 20, 8_000)]
    danish, spoken = information_rows(close, "da")
    assert danish[:4] == ["Scenarie", "Variant", "Nøgletal", "Kasse"]
    assert spoken[0][2:4] == ("Akkumuleret nettoresultat", "Det offentlige i alt")
    assert ("Tal tilsammen (EVPPI)", "Alle enhedspriser (2)") in {row[7:9] for row in spoken}


def test_the_record_holds_what_the_result_holds(close: som.ValueOfInformation) -> None:
    record = information_record(close, "en")
    assert record["options"][0] is None
    assert record["expected"] == list(close.expected)
    assert [row["address"] for row in record["evppi"]] == [each.name for each in close.assumptions]
    assert record["groups"][0]["addresses"] == list(close.groups[0].addresses)
    assert close.sample is not None
    assert record["sample"]["of"] == [50, 10, 20]
    assert record["sample"]["best"] == close.sample.best
    assert record["sample"]["years"] == 2
    nothing = som.value_of_information(
        som.simulate(close.simulation.scenario.vary({POST: 50_000, RATE: 0.3}), draws=500), payer="region"
    )
    assert information_record(nothing)["evppi"][0]["part"] is None
    assert information_record(nothing)["sample"] is None
    assert som.tables.value_of_information(nothing).iloc[0, 3] is None or np.isnan(
        som.tables.value_of_information(nothing).iloc[0, 3]
    )
