"""som break-even, som sensitivity and their charts: what they print where, and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import som_model as som
from tests.command_line import som as run

ROOT = Path(__file__).parents[2]
HEDENSTED = "scenarios/hedensted.yaml"
EXAMPLE = "scenarios/example.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
BED_DAYS = "target_groups.dual_diagnosis.consequences.bed_days.change.1"
PARTICIPANTS = "target_groups.dual_diagnosis.participants"
IMPLIED = "unit_costs.substance_treatment_year.amount"


def test_break_even_gives_machines_five_keys() -> None:
    done = run("break-even", HEDENSTED, SUCCESS, "--variant", "prudent", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    printed = json.loads(done.stdout)
    assert printed == {
        "address": SUCCESS,
        "value": pytest.approx(0.3 * 1075 / 1575, rel=1e-9),
        "base": 0.3,
        "outcome": "accumulated_net",
        "payer": "total",
    }
    assert list(printed) == ["address", "value", "base", "outcome", "payer"]


def test_break_even_finds_the_implied_price_where_it_is_set_to_unknown() -> None:
    done = run("break-even", HEDENSTED, IMPLIED, "--set", f"{IMPLIED}=null", "--target", "500000", "--format", "json")
    assert done.returncode == 0
    printed = json.loads(done.stdout)
    assert printed["value"] == pytest.approx(30_093.02393, abs=5e-6)
    assert (printed["base"], printed["target"]) == (None, 500_000)


def test_break_even_says_it_in_a_sentence_and_a_row() -> None:
    danish = run("break-even", HEDENSTED, SUCCESS, "--payer", "municipality")
    assert danish.returncode == 0
    assert (
        "det akkumulerede nettoresultat for kommunen går i nul ved en succesrate på 47,77 % (regnet med 30 %)." in danish.stdout
    )
    assert SUCCESS in danish.stdout
    english = run("break-even", HEDENSTED, SUCCESS, "--payer", "municipality", "--language", "en")
    assert "the accumulated net of the municipality breaks even at a success rate of 47.77 % (stated: 30 %)." in english.stdout


def test_other_roots_are_told_on_standard_error(tmp_path: Path) -> None:
    """−100,000 + 230,000 / x − 132,000 / x²: an internal rate of return of 10 % and one of 20 %."""
    file = tmp_path / "flows.yaml"
    file.write_text(
        "{som: 1, name: flows, period: {start: 2024, years: 3}, price_year: 2024, discount_rate: 0.12, programme: {"
        "payers: {municipality: 1}, costs:"
        " {first: {amount: 100000, basis: once}, last: {amount: 132000, basis: once, year: 2026}},"
        " saved_alternative: {middle: {amount: 230000, basis: once, year: 2025}}}}",
        encoding="utf-8",
    )
    done = run("break-even", str(file), "discount_rate", "--outcome", "net_present_value", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["value"] == pytest.approx(0.1)
    assert "20 %" in done.stderr


def test_a_success_rate_below_the_baseline_is_told_on_standard_error() -> None:
    """5,250,000 × (success − 0.25) − 1,075,000 = −1,200,000 kr.: a loss beyond the cost takes a rate below the baseline."""
    group = "target_groups.dual_diagnosis"
    asked = ("--set", f"{group}.baseline_rate=0.25", "--target", "-1200000", "--format", "json", "--language", "en")
    done = run("break-even", HEDENSTED, f"{group}.success_rate", "--variant", "prudent", *asked)
    assert done.returncode == 0
    assert json.loads(done.stdout)["value"] == pytest.approx(0.25 - 0.3 * 125 / 1575, rel=1e-9)
    assert "below the baseline rate of 25 %" in done.stderr
    assert "not a safety margin" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["break-even", HEDENSTED, "target_groups.dual_diagnosis.attrition_rate"], 1, "247.218,60 kr. ved 100 %"),
        (["break-even", HEDENSTED, "discount_rate"], 1, "net_present_value"),
        (["break-even", HEDENSTED, "success_rate"], 2, f"mente du {SUCCESS}?"),
        (["break-even", HEDENSTED, SUCCESS, "--target", "500.000"], 2, "skriv 500000 eller 500.0000"),
        (["break-even", HEDENSTED, SUCCESS, "--payer", "kommune"], 2, "municipality"),
        (["break-even", HEDENSTED, SUCCESS, "--outcome", "npv"], 2, "net_present_value"),
        (["sensitivity", HEDENSTED, "--grid", SUCCESS, SUCCESS], 2, "to gange"),
        (["sensitivity", "scenarios/nowhere.yaml"], 2, "nowhere.yaml"),
        (["chart", HEDENSTED, "grid", "--variant", "prudent", "-o", "never_written.svg"], 1, "--grid ADRESSE ADRESSE"),
        (["chart", HEDENSTED, "ledger", "--payer", "region", "-o", "never_written.svg"], 2, "tornado, grid"),
    ],
)
def test_what_has_no_answer_ends_with_1_and_wrong_input_with_2(arguments: list[str], code: int, says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (ROOT / "never_written.svg").exists()


def test_sensitivity_prints_the_tornado_widest_first() -> None:
    done = run("sensitivity", HEDENSTED)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    places = [next(i for i, line in enumerate(lines) if address in line) for address in (BED_DAYS, SUCCESS)]
    assert places == sorted(places)
    assert "1.025.000" in lines[places[1]]
    assert "40 %" in lines[places[1]]
    assert "Uden interval, holdes fast: discount_rate, target_groups.dual_diagnosis.participants" in done.stdout


def test_sensitivity_gives_machines_the_base_the_rows_and_what_stands_still() -> None:
    done = run("sensitivity", HEDENSTED, "--payer", "region", "--outcome", "net_present_value", "--format", "json")
    assert done.returncode == 0
    printed = json.loads(done.stdout)
    swung = som.tornado(som.read_scenario(ROOT / HEDENSTED), "net_present_value", "region")
    assert list(printed) == ["outcome", "payer", "base", "rows", "not_swung"]
    assert (printed["outcome"], printed["payer"], printed["base"]) == ("net_present_value", "region", swung.base)
    assert printed["rows"] == [
        {
            "address": row.address,
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "at_low": row.at_low,
            "at_high": row.at_high,
        }
        for row in swung
    ]
    assert printed["not_swung"] == list(swung.not_swung)


def test_sensitivity_writes_rows_for_danish_excel(tmp_path: Path) -> None:
    file = tmp_path / "tornado.csv"
    assert run("sensitivity", HEDENSTED, "--format", "excel", "-o", str(file)).returncode == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [row["address"] for row in rows] == [BED_DAYS, SUCCESS]
    assert rows[1]["low"] == "0,2"


@pytest.mark.parametrize(
    ("language", "says"), [("da", "Ingen forudsætning har low og high"), ("en", "No assumption has low and high")]
)
def test_without_intervals_sensitivity_says_what_to_write(language: str, says: str) -> None:
    done = run("sensitivity", HEDENSTED, "--variant", "observed", "--language", language)
    assert done.returncode == 0
    assert says in done.stdout
    assert f"{SUCCESS}: {{value: 0.4, low: …, high: …}}" in done.stdout


def test_sensitivity_prints_two_assumptions_together() -> None:
    table = run("sensitivity", HEDENSTED, "--grid", SUCCESS, PARTICIPANTS, "--points", "3")
    assert table.returncode == 0
    assert "2.075.000" in table.stdout
    assert "Går i nul ved" in table.stdout
    printed = json.loads(
        run("sensitivity", HEDENSTED, "--grid", SUCCESS, PARTICIPANTS, "--points", "3", "--format", "json").stdout
    )
    found = som.grid(som.read_scenario(ROOT / HEDENSTED), SUCCESS, PARTICIPANTS, points=3)
    assert printed["a"] == {"address": SUCCESS, "values": found.values_a.tolist()}
    assert printed["outcomes"] == found.outcomes.tolist()
    assert printed["break_even"] == pytest.approx(found.break_even.tolist())
    rows = run("sensitivity", HEDENSTED, "--grid", SUCCESS, PARTICIPANTS, "--points", "3", "--format", "csv").stdout.splitlines()
    assert rows[0] == f"{SUCCESS},{PARTICIPANTS},accumulated_net"
    assert len(rows) == 10


@pytest.mark.parametrize(
    "arguments",
    [
        [HEDENSTED, "tornado", "--variant", "prudent"],
        [HEDENSTED, "tornado", "--variant", "observed"],
        [EXAMPLE, "grid"],
        [HEDENSTED, "grid", "--variant", "observed", "--grid", SUCCESS, PARTICIPANTS, "--payer", "region"],
    ],
)
def test_charts_of_sensitivity_are_written(tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "chart.svg"
    done = run("chart", *arguments, "-o", str(file), "--language", "en")
    assert done.returncode == 0, done.stderr
    assert file.read_text(encoding="utf-8").startswith("<?xml")
