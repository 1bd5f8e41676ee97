"""The documentation cannot drift: its pages are fresh, its code runs, its links lead somewhere, its words are all there."""

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from som_model.reading.language import models

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = ("new", "check", "run", "compare", "review", "chart", "catalogue list", "catalogue show", "catalogue check", "schema")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_generated_pages_are_fresh() -> None:
    specification = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    assert specification is not None
    assert specification.loader is not None
    make = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(make)
    for name, write in make.PAGES.items():
        assert text_of(ROOT / "docs" / name) == write(), f"run python docs/make.py: {name}"
    kept = make.VERSIONS / f"{make.VERSION}.json"
    assert text_of(kept) == make.version_text(), "the catalogue changed: raise VERSION, run python docs/make.py"


def test_the_readme_begins_with_its_two_commands() -> None:
    blocks = re.findall(r"```sh\n(.+?)\n```", text_of(ROOT / "README.md"), flags=re.DOTALL)
    assert blocks == [
        "python -m pip install . && python -m som_model compare scenarios/hedensted.yaml",
        'python -m pip install ".[dev]" && python -m pytest',
    ]
    first = re.search(r"```(\w+)\n", text_of(ROOT / "README.md"))
    assert first is not None
    assert first[1] == "sh"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_code_blocks_run(path: Path) -> None:
    for block in re.findall(r"```python\n(.+?)```", text_of(path), flags=re.DOTALL):
        done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_som_commands_run(path: Path, tmp_path: Path) -> None:
    for line in re.findall(r"^    som (.+)$", text_of(path), flags=re.MULTILINE):
        arguments = shlex.split(line)
        made = ("my_scenario.yaml", "accumulated.svg", "by_payer.png", "picture.svg")
        arguments = [str(tmp_path / argument) if argument in made else argument for argument in arguments]
        done = subprocess.run(
            [sys.executable, "-m", "som_model", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, (line, done.stderr)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text_of(path)):
        assert target.startswith("http") or (path.parent / target).exists(), target


def test_every_command_is_in_the_readme() -> None:
    for command in COMMANDS:
        assert f"`som {command}" in text_of(ROOT / "README.md")


def test_every_field_of_the_language_is_at_work_in_the_example() -> None:
    example = text_of(ROOT / "scenarios" / "example.yaml")
    written = set(re.findall(r"([a-z_]+):", example))
    forms = {"every", "by_year", "each", "parameters", "da", "en"}
    only_in_catalogues = {
        "relapse_included",
        "label",
        "definition",
        "success_measure",
        "success_measure_quality",
        "usual_payers",
        "law",
        "decided",
        "rates",
    }
    fields = {field for model in models() for field in model.model_fields}
    assert fields - written - forms - only_in_catalogues == {"municipality", "region", "state", "citizen", "rest"} - written


def test_no_page_names_a_machine() -> None:
    for path in PAGES:
        assert not re.search(r"/(work|root|tmp|home)/", text_of(path)), path
