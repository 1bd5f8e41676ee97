"""som value-of-information and its charts: what they print where, and how they end."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

import som_model as som
from tests.command_line import som as run

ROOT = Path(__file__).parents[2]
HEDENSTED = "scenarios/hedensted.yaml"
RATE = "target_groups.dual_diagnosis.success_rate"
BED_DAYS = "target_groups.dual_diagnosis.consequences.bed_days.change.1"
POST = "programme.staffing.coordinator.annual_cost"
CLOSE = ["--variant", "prudent", "--set", f"{POST}=330000", "--draws", "5000"]


def weigh(*arguments: str) -> subprocess.CompletedProcess[str]:
    return run("value-of-information", HEDENSTED, *arguments)


def test_tables_come_after_the_sentences_and_before_their_methods() -> None:
    done = weigh(*CLOSE, "--cost-per-citizen", "500", "--of", "50,10,20")
    assert done.returncode == 0
    places = [
        done.stdout.index(part)
        for part in (
            "Som tallene står, taler de imod",
            "Det bedste er at følge op på 50 borgere",
            "Hvad det er værd at kende tallene, før man vælger: Koordinerende indsatsplaner",
            "Medical Decision Making 34:311",
            "Opfølgning på borgere for at måle: Succesrate",
            "35:570",
        )
    ]
    assert places == sorted(places)
    assert max(len(line) for line in done.stdout.splitlines() if ". " in line) <= 120
    assert "Udgift" in done.stdout
    assert "Bemærkninger:" in done.stderr
    assert "--cost-per-citizen" not in done.stderr


def test_without_a_cost_it_says_how_to_ask_for_the_best_number() -> None:
    done = weigh(*CLOSE, "--language", "en")
    assert done.returncode == 0
    assert "Write --cost-per-citizen KR" in done.stderr
    assert "It can only pay if following each citizen up costs less than" in " ".join(done.stdout.split())
    assert "Left (ENBS)" not in done.stdout


def test_json_gives_the_figures_of_the_library() -> None:
    done = weigh(*CLOSE, "--cost-per-citizen", "500", "--of", "10,40", "--years", "2", "--seed", "7", "--format", "json")
    assert done.returncode == 0
    printed = json.loads(done.stdout)
    scenario = som.read_scenario(ROOT / HEDENSTED, "prudent").vary({POST: 330_000})
    value = som.value_of_information(som.simulate(scenario, draws=5_000, seed=7), of=[10, 40], cost_per_citizen=500, years=2)
    wanted = "scenario variant outcome payer draws seed expected evpi evppi groups sample methods notices som_model input_sha256"
    assert set(wanted.split()) <= set(printed)
    assert (printed["scenario"], printed["variant"]) == ("hedensted", "prudent")
    assert (printed["outcome"], printed["payer"], printed["draws"], printed["seed"]) == ("accumulated_net", "total", 5000, 7)
    assert printed["expected"] == list(value.expected)
    assert printed["evpi"] == value.evpi
    assert [(row["address"], row["kr"]) for row in printed["evppi"]] == [(RATE, value.assumptions[0].evppi)]
    assert value.sample is not None
    assert printed["sample"] == {
        "address": RATE,
        "of": [10, 40],
        "evsi": value.sample.evsi.tolist(),
        "cost": [5000, 20000],
        "net_benefit": value.sample.net_benefit.tolist(),
        "best": 40,
        "evppi": value.sample.evppi,
        "cost_per_citizen": 500,
        "years": 2,
    }
    assert printed["input_sha256"] == scenario.record.input_sha256
    assert {"text", "address"} == set(printed["notices"][0])


def test_the_same_seed_prints_the_same_bytes() -> None:
    first, second = (weigh(*CLOSE, "--format", "json").stdout for _ in range(2))
    assert first == second
    assert weigh(*CLOSE, "--format", "json", "--seed", "2").stdout != first


def test_separated_text_is_one_table_of_both(tmp_path: Path) -> None:
    done = weigh("--draws", "1000", "--of", "10,20", "--cost-per-citizen", "5", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    of_numbers = ["evpi", "evppi", "evppi", "group"]
    of_citizens = ["evsi", "evsi", "cost", "cost", "net_benefit", "net_benefit"]
    assert [row["measure"] for row in rows] == [*of_numbers, *of_citizens]
    assert {row["address"] for row in rows} == {"", RATE, BED_DAYS, "effects"}
    assert [row["kr"] for row in rows if row["measure"] == "cost"] == ["50.0", "100.0"]
    file = tmp_path / "worth.csv"
    assert weigh("--draws", "1000", "--format", "excel", "-o", str(file)).returncode == 0
    danish = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert danish[0]["Mål"] == "Alle tal (EVPI)"
    assert danish[0]["Kasse"] == "Det offentlige i alt"
    assert "," in danish[0]["Beløb, kr."]


def test_another_variant_and_another_file_are_other_choices(tmp_path: Path) -> None:
    other = tmp_path / "smaller.yaml"
    text = (ROOT / HEDENSTED).read_text(encoding="utf-8")
    changed = text.replace("annual_cost: 215000", "annual_cost: 150000").replace("low: 0.20", "low: 0.15")
    other.write_text(changed, encoding="utf-8")
    done = weigh("--variant", "prudent", "--against", "observed", "--against", str(other), "--draws", "500", "--format", "json")
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert len(printed["expected"]) == len(printed["options"]) == 4
    base = som.simulate(som.read_scenario(other), draws=500)
    assert printed["expected"][2] == pytest.approx(1_025_000)
    assert printed["expected"][3] == pytest.approx(base.mean)
    assert any(each["address"] == RATE and "to forskellige" in each["text"] for each in printed["notices"])
    told = weigh("--variant", "prudent", "--against", str(other), "--draws", "500")
    assert "Bemærkninger til usikkerheden:" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--variant", "observed"], 1, "Skriv low og high"),
        (["--variant", "observed", "--language", "en"], 1, "Write low and high"),
        (["--of", "10,tyve"], 2, "hele tal"),
        (["--of", "-5"], 2, "hele tal"),
        (["--cost-per-citizen", "1.000"], 2, "skriv 1000 eller 1.0000"),
        (["--cost-per-citizen", "-5"], 2, "mindst 0"),
        (["--years", "1,5"], 2, "skriv 1.5"),
        (["--years", "0"], 2, "over 0"),
        (["--draws", "1"], 2, "mindst 2"),
        (["--address", BED_DAYS], 2, "er ikke en andel"),
        (["--address", "success_rate"], 2, RATE),
        (["--payer", "kommune"], 2, "municipality"),
        (["--outcome", "npv"], 2, "net_present_value"),
        (["--against", "nobody"], 2, "hverken en variant i filen eller en fil; varianterne er: prudent, observed"),
        (["--against", "scenarios/example.yaml"], 2, "samme år"),
        (["-o", HEDENSTED], 2, "hedensted.yaml"),
    ],
)
def test_what_has_no_answer_ends_with_1_and_wrong_input_with_2(arguments: list[str], code: int, says: str) -> None:
    done = weigh("--draws", "200", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["value_of_information", "sample_information"])
def test_charts_are_drawn_from_the_same_options(tmp_path: Path, name: str) -> None:
    files = [tmp_path / f"{name}_{i}.svg" for i in range(2)]
    for file in files:
        done = run("chart", HEDENSTED, name, *CLOSE, "--cost-per-citizen", "500", "--of", "10,40", "-o", str(file))
        assert done.returncode == 0, done.stderr
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["value_of_information", "--variant", "observed"], 1, "Skriv low og high"),
        (["sample_information", "--set", f"{RATE}=0.3"], 1, "ingen rate i målgrupperne er usikker"),
        (["ledger", "--of", "10"], 2, "value_of_information, sample_information"),
        (["sample_information", "--grid", RATE, BED_DAYS], 2, "--grid hører til diagrammet grid"),
    ],
)
def test_a_chart_without_an_answer_is_not_written(tmp_path: Path, arguments: list[str], code: int, says: str) -> None:
    file = tmp_path / "chart.svg"
    done = run("chart", HEDENSTED, *arguments, "-o", str(file))
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
    assert not file.exists()


def test_the_help_says_what_the_separated_text_holds() -> None:
    done = run("value-of-information", "--help", "--language", "en")
    assert "a row for each value" in " ".join(done.stdout.split())
