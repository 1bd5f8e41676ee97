"""som review on the command line: the review as text, rows for machines, and what wrong input is answered with."""

import csv
import io
import json
import subprocess
from pathlib import Path
from typing import Literal

import pytest

import som_model as som
from tests.command_line import som as som_command

ROOT = Path(__file__).parents[2]
HEDENSTED = ROOT / "scenarios" / "hedensted.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
LANGUAGES: tuple[Literal["da", "en"], ...] = ("da", "en")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return som_command("review", *arguments)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_prints_the_review(language: Literal["da", "en"]) -> None:
    """Questions are no failure: exit code 0, on standard output; Danish unless English is asked for."""
    done = run(str(HEDENSTED), *(("--language", "en") if language == "en" else ()))
    assert done.returncode == 0
    assert done.stdout == som.review(som.read_scenario(HEDENSTED)).say(language)
    assert ("spørgsmål, en kritisk læser ville stille" in done.stdout) == (language == "da")


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_gives_rows_to_machines(form: str, language: Literal["da", "en"]) -> None:
    """One object or line for each remark: kind, address, text, why and remedy; exit code 0."""
    done = run(str(HEDENSTED), "--variant", "observed", "--format", form, *(("--language", "en") if language == "en" else ()))
    assert done.returncode == 0
    rows = json.loads(done.stdout) if form == "json" else list(csv.DictReader(io.StringIO(done.stdout)))
    found = som.review(som.read_scenario(HEDENSTED, "observed"))
    assert rows == [
        {
            "kind": each.kind,
            "address": each.address,
            "text": each.told(language).text,
            "why": each.told(language).why,
            "remedy": each.told(language).remedy,
        }
        for each in found
    ]


def test_the_command_writes_a_file_and_keeps_what_is_there(tmp_path: Path) -> None:
    """-o writes the review; what is there already is not overwritten unasked, and the scenario never."""
    file = tmp_path / "review.csv"
    assert run(str(HEDENSTED), "-o", str(file)).returncode == 0
    kept = file.read_bytes()
    assert run(str(HEDENSTED), "-o", str(file), "--variant", "observed").returncode == 2
    assert file.read_bytes() == kept
    assert len(list(csv.DictReader(io.StringIO(kept.decode("utf-8"))))) == len(som.review(som.read_scenario(HEDENSTED)))


def test_the_command_reviews_what_was_set_on_top() -> None:
    """A baseline set at the command line answers the question of the baseline."""
    done = run(str(HEDENSTED), "--set", "target_groups.dual_diagnosis.baseline_rate=0", "--format", "json")
    assert done.returncode == 0
    assert "no_baseline" not in {row["kind"] for row in json.loads(done.stdout)}


def test_wrong_input_ends_the_command_with_2(tmp_path: Path) -> None:
    """A file that is not there, and one with an unknown figure, are answered in plain words."""
    file = tmp_path / "unknown.yaml"
    text = HEDENSTED.read_text(encoding="utf-8").replace("annual_cost: 215000", "annual_cost: null")
    file.write_text(text, encoding="utf-8")
    for path, word in ((tmp_path / "nowhere.yaml", "nowhere.yaml"), (file, "programme.staffing.coordinator.annual_cost")):
        done = run(str(path))
        assert done.returncode == 2
        assert done.stdout == ""
        assert word in done.stderr
        assert "Traceback" not in done.stderr
