"""The documentation cannot drift: its pages are fresh, its code runs, its links lead somewhere, its words are all there."""

import importlib
import pydoc
import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from som_model.analysis.drivers.explanation import MOST_IN_FULL, ORDERS
from som_model.analysis.information.spline import KNOTS
from som_model.analysis.simulation.run import KEPT_DRAWS, KEPT_NUMBERS
from som_model.analysis.simulation.sampling import BLOCK
from som_model.analysis.simulation.spread import BINS
from som_model.cli.app import program
from som_model.reading.language import models
from tests.command_line import som

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
IN_ORDER = [ROOT / "docs" / name for name in ("tutorial.md", "monday_morning.md", "da/hurtig_start.md")]
"""Pages that are followed from top to bottom, each block resting on those before it: tests/test_tutorial.py does."""
BY_BLOCK = [page for page in PAGES if page not in IN_ORDER]
DRAWN = ("simulate", "value-of-information", "learn")
"""Commands whose figures come from random draws, which another version of numpy may make otherwise."""
COMMAND_OR_BLOCK = re.compile(r"^    som (?P<command>[^\n]+)$|^```(?P<kind>\w*)\n(?P<shown>.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def made_by_script() -> Any:
    """docs/make.py as a module."""
    if str(ROOT / "docs") not in sys.path:
        sys.path.insert(0, str(ROOT / "docs"))
    return importlib.import_module("make")


def test_generated_pages_are_fresh() -> None:
    make = made_by_script()
    by_hand = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "reference").rglob("*.md")}
    assert by_hand <= set(make.PAGES), "no page of the reference is written by hand, and none is left over"
    for name, write in make.PAGES.items():
        assert text_of(ROOT / "docs" / name) == write(), f"run python docs/make.py: {name}"
    assert not make.catalogue_changed(), "the catalogue changed: python docs/make.py --catalogue-version YYYY.N"


def test_the_readme_begins_with_its_two_commands() -> None:
    blocks = re.findall(r"```sh\n(.+?)\n```", text_of(ROOT / "README.md"), flags=re.DOTALL)
    assert blocks == [
        "python -m pip install . && python -m som_model compare scenarios/hedensted.yaml",
        'python -m pip install ".[dev]" && python -m pytest',
    ]
    first = re.search(r"```(\w+)\n", text_of(ROOT / "README.md"))
    assert first is not None
    assert first[1] == "sh"


@pytest.mark.parametrize("path", BY_BLOCK, ids=lambda path: path.stem)
def test_code_blocks_run(path: Path, tmp_path: Path) -> None:
    for block in re.findall(r"```python\n(.+?)```", text_of(path), flags=re.DOTALL):
        (tmp_path / "block.py").write_text(block, encoding="utf-8")
        command = [sys.executable, str(tmp_path / "block.py")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", BY_BLOCK, ids=lambda path: path.stem)
def test_som_commands_run_and_print_what_the_page_shows(path: Path, tmp_path: Path) -> None:
    text, command, printed, end = text_of(path), "", "", 0
    for part in COMMAND_OR_BLOCK.finditer(text):
        follows = not text[end : part.start()].strip()
        end = part.end()
        if part["command"]:
            command, printed = part["command"], output_of(part["command"], tmp_path)
        elif command and follows and not part["kind"]:
            for line in part["shown"].splitlines():
                assert as_compared(line, command) in as_compared(printed, command), (command, line)


def output_of(command: str, folder: Path) -> str:
    """What a command prints; files that it writes go to the folder."""
    arguments = shlex.split(command)
    made = {"my_scenario.yaml", *(after for option, after in pairwise(arguments) if option in ("-o", "--chart"))}
    arguments = [str(folder / argument) if argument in made else argument for argument in arguments]
    done = som(*arguments)
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout + done.stderr


def as_compared(text: str, command: str) -> str:
    """A text on one line, without what is there for looks; drawn figures are any figures."""
    plain = " ".join(text.replace("─", "").split())
    return re.sub(r"[−-]?\d[\d.,]*", "#", plain) if command.split(maxsplit=1)[0] in DRAWN else plain


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text_of(path)):
        assert target.startswith("http") or (path.parent / target).exists(), target


def test_every_function_that_the_method_names_is_there() -> None:
    layers = "scenario|catalogue|reading|projection|analysis|presentation"
    for name in re.findall(rf"`((?:{layers})\.[\w.]+)`", text_of(ROOT / "docs" / "method.md")):
        assert pydoc.locate(f"som_model.{name}") is not None, name


def test_the_method_tells_the_numbers_that_the_code_has() -> None:
    method = text_of(ROOT / "docs" / "method.md")
    for number in (BLOCK, BINS, KEPT_DRAWS, ORDERS, MOST_IN_FULL, KNOTS):
        assert re.search(rf"\b{number:,}\b", method), number
    assert f"{KEPT_NUMBERS // 1_000_000} million" in method


def test_the_commands_in_the_readme_exist() -> None:
    listed: Any = program("da")
    there = set(listed.commands) - {"catalogue"} | {f"catalogue {name}" for name in listed.commands["catalogue"].commands}
    named = set(re.findall(r"^\| `som ((?:catalogue )?[a-z-]+)", text_of(ROOT / "README.md"), flags=re.MULTILINE))
    assert len(named) > 15
    assert named <= there


def test_every_picture_is_made_by_the_script() -> None:
    folder = ROOT / "docs" / "pictures"
    pictures = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert pictures == set(made_by_script().PICTURES)


def test_the_pictures_of_the_gallery_say_what_they_were_made_from() -> None:
    for picture in (ROOT / "docs" / "pictures").rglob("*.svg"):
        description = re.search(r"<dc:description>(.*?)</dc:description>", text_of(picture))
        assert description is not None, picture.name
        assert "Input, SHA-256: " in description[1], picture.name


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
