"""som workbook on the command line: the file, and what it refuses."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

import som_model as som
from tests.command_line import som as som_command

ROOT = Path(__file__).parents[2]
PRUDENT = ("scenarios/hedensted.yaml", "--variant", "prudent")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return som_command("workbook", *arguments)


def test_the_command_writes_what_python_writes(tmp_path: Path) -> None:
    made, own = tmp_path / "made.xlsx", tmp_path / "own.xlsx"
    done = run(*PRUDENT, "-o", made, "--draws", "2000", "--seed", "3", "--language", "en")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert f"Wrote {made.as_posix()}" in done.stderr
    assert "unit_costs.psychiatric_bed_day" in done.stderr
    projection = som.project(som.read_scenario(ROOT / PRUDENT[0], variant="prudent"))
    som.write_workbook(projection, own, "en", draws=2000, seed=3)
    assert made.read_bytes() == own.read_bytes()


def test_what_is_set_on_top_and_the_date_stand_in_the_file(tmp_path: Path) -> None:
    made = tmp_path / "made.xlsx"
    done = run(*PRUDENT, "--set", "target_groups.dual_diagnosis.success_rate=0.15", "-o", made, "--date", "2026-11-22")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(made) as book:
        told = book.read("xl/sharedStrings.xml").decode("utf-8")
    assert "target_groups.dual_diagnosis.success_rate = 0,15" in told
    assert "22. november 2026" in told


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("book.csv", (), "lad navnet ende på .xlsx"),
        ("there.xlsx", (), "--overwrite"),
        ("book.xlsx", ("--date", "22.11.2026"), "skriv år-måned-dag"),
        ("no_folder/book.xlsx", (), "no_folder"),
        ("book.xlsx", ("--set", "programme.staffing.coordinator.annual_cost=215.000"), "215000"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(name: str, options: tuple[str, ...], told: str, tmp_path: Path) -> None:
    (tmp_path / "there.xlsx").write_text("mine", encoding="utf-8")
    done = run(*PRUDENT, "-o", tmp_path / name, *options)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["there.xlsx"]
    assert (tmp_path / "there.xlsx").read_text(encoding="utf-8") == "mine"


def test_the_scenario_itself_is_not_written_over(tmp_path: Path) -> None:
    scenario = tmp_path / "scenario.xlsx"
    scenario.write_bytes((ROOT / PRUDENT[0]).read_bytes())
    done = run(scenario, "-o", scenario, "--overwrite")
    assert done.returncode == 2
    assert scenario.read_bytes() == (ROOT / PRUDENT[0]).read_bytes()
