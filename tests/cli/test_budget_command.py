"""som budget on the command line: its file, its notices, and what it refuses."""

import subprocess
from pathlib import Path

import pandas as pd
import pytest

import som_model as som
from tests.command_line import som as som_command

ROOT = Path(__file__).parents[2]
PRUDENT = ("scenarios/hedensted.yaml", "--variant", "prudent")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return som_command("budget", *arguments)


def test_the_command_writes_what_the_function_writes(tmp_path: Path) -> None:
    done = run(*PRUDENT, "-o", str(tmp_path / "command.csv"), "--years", "5", "--price-year", "2020", "--date", "2026-11-22")
    assert (done.returncode, done.stdout) == (0, "")
    projection = som.project(som.read_scenario(ROOT / PRUDENT[0], "prudent"))
    from datetime import date

    told = som.write_budget(projection, tmp_path / "function.csv", years=5, price_year=2020, dated=date(2026, 11, 22))
    command, function = (pd.read_csv(tmp_path / f"{name}.csv", sep=";") for name in ("command", "function"))
    pd.testing.assert_frame_equal(command, function)
    assert (tmp_path / "command.csv").read_bytes() == (tmp_path / "function.csv").read_bytes()
    for notice in told:
        assert notice.text in done.stderr


def test_notices_go_to_standard_error_in_the_language() -> None:
    done = run("scenarios/example.yaml", "-o", "nowhere/budget.csv", "--language", "en")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_english_notices_and_set(tmp_path: Path) -> None:
    setting = "programme.staffing.coordinator.account=6.45.51"
    done = run(*PRUDENT, "--set", setting, "--language", "en", "-o", str(tmp_path / "budget.csv"))
    assert done.returncode == 0
    assert "Notices on the budget file:" in done.stderr
    assert "2021 is left out of the budget file" in done.stderr
    assert ";6.45.51;" in (tmp_path / "budget.csv").read_text(encoding="utf-8-sig")


def test_tidy_and_parquet_hold_the_same(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for name in ("tidy.csv", "tidy.parquet"):
        assert run(*PRUDENT, "--tidy", "--from-year", "2019", "-o", str(tmp_path / name)).returncode == 0
    from_csv, from_parquet = pd.read_csv(tmp_path / "tidy.csv"), pd.read_parquet(tmp_path / "tidy.parquet")
    assert from_csv["amount"].tolist() == from_parquet["amount"].tolist()
    assert sorted(set(from_csv["year"])) == [2019, 2020, 2021]
    assert run(*PRUDENT, "--tidy", "-o", str(tmp_path / "whole.csv")).returncode == 0
    assert sorted(set(pd.read_csv(tmp_path / "whole.csv")["year"])) == [2017, 2018, 2019, 2020, 2021]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "budget.xlsx"), ".csv eller .parquet"),
        (("-o", "budget.csv", "--years", "1.000"), "1000"),
        (("-o", "budget.csv", "--years", "0"), "mindst ét år"),
        (("-o", "budget.csv", "--years", "to"), "«to» er ikke et helt tal; skriv cifre, fx 10\n"),
        (("-o", "budget.csv", "--index", "consumer_price_index"), "skriv også --price-year"),
        (("-o", "budget.csv", "--from-year", "2016"), "2017-2021"),
        (("-o", "budget.csv", "--price-year", "2030"), "når ikke 2030"),
        (("-o", "budget.csv", "--index", "wages"), "intet prisindeks wages"),
        (("-o", "budget.csv", "--date", "22-11-2026"), "22-11-2026"),
        (
            (
                "-o",
                "scenarios/hedensted.yaml",
            ),
            ".csv eller .parquet",
        ),
    ],
)
def test_a_mistake_is_answered_in_plain_words(arguments: tuple[str, ...], told: str) -> None:
    done = run(*PRUDENT, *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (ROOT / "budget.csv").exists()


def test_neither_another_file_nor_the_input_is_lost(tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("mine", encoding="utf-8")
    assert run(*PRUDENT, "-o", str(there)).returncode == 2
    assert "there.csv findes allerede" in run("nowhere.yaml", "-o", str(there)).stderr  # before anything is read
    assert there.read_text(encoding="utf-8") == "mine"
    scenario = tmp_path / "scenario.csv"
    scenario.write_text((ROOT / PRUDENT[0]).read_text(encoding="utf-8"), encoding="utf-8")
    done = run(str(scenario), "-o", str(scenario), "--overwrite")
    assert done.returncode == 2
    assert scenario.read_text(encoding="utf-8").startswith("# Hedensted")
