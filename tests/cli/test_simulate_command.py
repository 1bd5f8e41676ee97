"""som simulate on the command line: the answer, its tables, rows for machines, and the same bytes whatever the workers."""

import csv
import io
import json
import sys
from pathlib import Path

import numpy as np
import pytest

import som_model as som
from som_model.cli import console as progress
from som_model.version import __version__
from tests.command_line import som as run

ROOT = Path(__file__).parents[2]
HEDENSTED = "scenarios/hedensted.yaml"
PRUDENT = (HEDENSTED, "--variant", "prudent")


def test_the_answer_comes_first_and_notices_go_to_standard_error() -> None:
    """Closed form of Hedensted's one uncertain rate: chance of gain 0.97546, 95 % from 1,817 to 1,048,109 kr."""
    done = run("simulate", *PRUDENT)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Der er 97,5 % sandsynlighed for, at det offentlige samlet set vinder.")
    assert "mellem 0,00 og 1,05 mio. kr." in lines[0]
    assert "Bemærkninger:" in done.stderr
    assert "Trækker" not in done.stderr
    for heading in ("i 10.000 beregninger", "år for år", "hvornår indsatsen er tilbagebetalt"):
        assert heading in done.stdout


def test_english_on_request() -> None:
    done = run("simulate", *PRUDENT, "--language", "en", "--draws", "500")
    assert "The chance that the public purse as a whole gains is" in done.stdout
    assert "500 draws, seed 1" in done.stdout


def test_json_holds_the_record_of_run_and_what_the_draws_give() -> None:
    done = run("simulate", *PRUDENT, "--format", "json")
    found = json.loads(done.stdout)
    base = json.loads(run("run", *PRUDENT, "--format", "json").stdout)
    assert {name: found[name] for name in base} == base
    assert (found["draws"], found["seed"], found["som_model"], found["numpy"]) == (10_000, 1, __version__, np.__version__)
    error = np.sqrt(0.97546 * 0.02454 / 10_000)
    assert found["chance_of_gain"]["total"] == pytest.approx(0.97546, abs=3 * error)
    assert found["standard_error"]["chance_of_gain"] == pytest.approx(error, rel=0.1)
    assert found["interval"]["low"] == pytest.approx(1_817, abs=25_000)
    assert found["interval"]["high"] == pytest.approx(1_048_109, abs=30_000)
    assert found["base"]["accumulated_net"]["total"] == pytest.approx(500_000, abs=0.01)
    assert found["drawn"] == ["target_groups.dual_diagnosis.success_rate"]
    assert all(len(line) == 5 for line in found["fan"]["municipality"].values())
    assert list(found["payback"]["total"]) == [*map(str, found["years"]), "never", "no_cost"]


def test_csv_is_the_summary_unrounded_and_excel_reads_danish() -> None:
    rows = list(csv.DictReader(io.StringIO(run("simulate", *PRUDENT, "--draws", "1000", "--format", "csv").stdout)))
    found = som.simulate(som.read_scenario(ROOT / HEDENSTED, "prudent"), draws=1000)
    assert [row["payer"] for row in rows] == ["municipality", "region", "state", "total"]
    assert float(rows[-1]["mean"]) == found.mean
    assert float(rows[-1]["chance_of_gain"]) == found.chance_of_gain
    excel = run("simulate", *PRUDENT, "--draws", "1000", "--format", "excel").stdout
    assert excel.startswith("\ufeffScenarie;Variant;Kasse")
    assert "Det offentlige i alt;2017;1000;1;500000,0;" in excel


def test_two_workers_give_the_same_bytes() -> None:
    one, two = (run("simulate", *PRUDENT, "--draws", "140000", "--workers", each, "--format", "json") for each in "12")
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout


def test_another_seed_gives_other_draws() -> None:
    one, other = (run("simulate", *PRUDENT, "--draws", "300", "--seed", each, "--format", "csv").stdout for each in "12")
    assert one != other


def test_what_is_set_on_the_command_line_is_simulated() -> None:
    done = run(
        *("simulate", *PRUDENT, "--draws", "2000", "--set"),
        "target_groups.dual_diagnosis.success_rate={value: 0.15, low: 0.08, high: 0.22}",
    )
    assert done.stdout.startswith("Det offentlige taber sandsynligvis samlet set")


def test_nothing_uncertain_is_told_with_the_line_to_write() -> None:
    done = run("simulate", HEDENSTED, "--variant", "observed", "--draws", "100")
    assert done.returncode == 0
    assert done.stdout.startswith("Intet i scenariet er usikkert")
    assert "success_rate: {value: 0.4, low:" in done.stderr


@pytest.mark.parametrize("name", ["simulation", "fan", "payback"])
def test_som_chart_draws_it_the_same_each_time(name: str, tmp_path: Path) -> None:
    for file in ("a.svg", "b.svg"):
        done = run("chart", *PRUDENT, name, "-o", str(tmp_path / file), "--draws", "500", "--payer", "municipality")
        assert done.returncode == 0, done.stderr
    first, second = ((tmp_path / file).read_bytes() for file in ("a.svg", "b.svg"))
    assert first == second
    assert run("chart", *PRUDENT, "ledger", "-o", str(tmp_path / "c.svg"), "--draws", "500").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--draws", "0"), "mindst 1"),
        (("--draws", "1.5"), "«1.5» skal være et helt tal"),
        (("--seed", "-1"), "mindst 0"),
        (("--workers", "0"), "mindst 1"),
        (("--variant", "nowhere"), "nowhere"),
        (("-o", "result.xlsx"), ".csv"),
    ],
)
def test_wrong_input_ends_with_2_in_plain_words(arguments: tuple[str, ...], word: str) -> None:
    done = run("simulate", HEDENSTED, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert word in done.stderr
    assert "Traceback" not in done.stderr


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("terminal", "seconds", "shown"), [(True, 2.0, True), (True, 0.1, False), (False, 2.0, False)])
def test_a_bar_is_shown_only_to_those_who_have_waited(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float, shown: bool
) -> None:
    """On a terminal, after the first second; standard output never sees it."""
    screen = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    clock = iter([0.0, seconds, seconds])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    with progress.progress_bar(100, "Trækker") as told:
        if told is not None:
            told(50)
            told(100)
    assert ("Trækker" in screen.getvalue()) == shown
    assert (told is None) == (not terminal)
