"""som brief on the command line: the file, its words, what it refuses, and what it tells beside."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import som_model as som
from som_model.presentation.brief.writing import write_brief
from tests.command_line import som as som_command

ROOT = Path(__file__).parents[2]
HEDENSTED = "scenarios/hedensted.yaml"
PRUDENT = (HEDENSTED, "--variant", "prudent")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return som_command("brief", *arguments)


@pytest.mark.parametrize("ending", ["docx", "html", "pdf"])
def test_the_command_writes_what_python_writes(ending: str, tmp_path: Path) -> None:
    made, own = tmp_path / f"made.{ending}", tmp_path / f"own.{ending}"
    done = run(*PRUDENT, "-o", made, "--draws", "2000", "--seed", "3", "--language", "en")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert f"Wrote {made.as_posix()}" in done.stderr
    write_brief(som.project(som.read_scenario(ROOT / HEDENSTED, variant="prudent")), own, "en", draws=2000, seed=3)
    assert made.read_bytes() == own.read_bytes()


def test_notices_and_notes_go_to_standard_error(tmp_path: Path) -> None:
    done = run(*PRUDENT, "-o", tmp_path / "brief.html", "--draws", "100")
    assert "Bemærkninger:" in done.stderr
    assert "Ikke medregnet: Hurtigere og mere træffende hjælp" in done.stderr
    assert "Trækker" not in done.stderr


def test_what_is_set_on_top_stands_in_title_and_colophon(tmp_path: Path) -> None:
    place = tmp_path / "brief.html"
    done = run(*PRUDENT, "--set", "target_groups.dual_diagnosis.success_rate=0.15", "-o", place, "--date", "2026-11-22")
    assert done.returncode == 0, done.stderr
    page = place.read_text(encoding="utf-8")
    assert "success_rate = 0,15" in page
    assert "underskud på 0,29" in page
    assert "22. november 2026" in page


def test_a_file_that_is_there_is_kept_unless_told(tmp_path: Path) -> None:
    place = tmp_path / "brief.html"
    place.write_text("mine", encoding="utf-8")
    done = run(*PRUDENT, "-o", place)
    assert done.returncode == 2
    assert place.read_text(encoding="utf-8") == "mine"
    assert run(*PRUDENT, "-o", place, "--overwrite", "--draws", "100").returncode == 0
    assert place.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "brief.odt"), ".docx, .html eller .pdf"),
        (("-o", "no_such_folder/brief.html"), "no_such_folder"),
        (("-o", "brief.html", "--draws", "10.000"), "10000"),
        (("-o", "brief.html", "--draws", "0"), "draws"),
        (("-o", "brief.html", "--date", "22/11"), "2026-11-22"),
    ],
)
def test_a_mistake_is_answered_in_plain_words(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    placed = [str(tmp_path / each) if "brief." in each else each for each in arguments]
    done = run(*PRUDENT, *placed)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_brief_is_never_written_over_its_scenario(tmp_path: Path) -> None:
    place = tmp_path / "scenario.html"
    place.write_bytes((ROOT / HEDENSTED).read_bytes())
    done = run(place, "-o", place, "--overwrite")
    assert done.returncode == 2
    assert place.read_bytes() == (ROOT / HEDENSTED).read_bytes()
