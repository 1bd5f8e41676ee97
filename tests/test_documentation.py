"""The documentation cannot drift: its pages are fresh, its code runs, its links lead somewhere, its words are all there."""

import contextlib
import io
import os
import pydoc
import re
import shlex
import subprocess
import sys
import tomllib
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
from som_model.version import __version__
from som_model.wording.findings import FINDINGS
from tests.command_line import som
from tests.docs.written import making, script

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
IN_ORDER = [ROOT / "docs" / name for name in ("tutorial.md", "monday_morning.md", "da/hurtig_start.md")]
"""Pages that are followed from top to bottom, each block resting on those before it: tests/test_tutorial.py does."""
BY_BLOCK = [page for page in PAGES if page not in IN_ORDER]
NOT_TYPED = ROOT / "docs" / "gallery.md"
"""A page that shows no output, and whose commands are typed when the site is built: tests/docs/test_site.py does."""
DRAWN = ("simulate", "value-of-information", "learn")
"""Commands whose figures come from random draws, which another version of numpy may make otherwise."""
COMMAND_OR_BLOCK = re.compile(r"^    som (?P<command>[^\n]+)$|^```(?P<kind>\w*)\n(?P<shown>.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_generated_pages_are_fresh() -> None:
    make = script("make")
    by_hand = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "reference").rglob("*.md")}
    assert by_hand <= set(make.PAGES), "no page of the reference is written by hand, and none is left over"
    stale = [name for name, write in make.PAGES.items() if text_of(ROOT / "docs" / name) != write()]
    assert stale == [], "run python docs/make.py"
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
def test_its_code_runs_and_its_commands_print_what_it_shows(path: Path, tmp_path: Path) -> None:
    text, command, printed, end = text_of(path), "", "", 0
    for part in COMMAND_OR_BLOCK.finditer(text):
        follows = not text[end : part.start()].strip()
        end = part.end()
        if part["kind"] == "python":
            run_code(part["shown"], tmp_path)
        elif part["command"] and path != NOT_TYPED:
            command, printed = part["command"], output_of(part["command"], tmp_path)
        elif command and follows and part["kind"] == "":
            for line in part["shown"].splitlines():
                assert as_compared(line, command) in as_compared(printed, command), (command, line)


def run_code(block: str, folder: Path) -> None:
    """Run a block by itself: here, or as the file that it must be where it starts processes of its own."""
    if "ProcessPoolExecutor" in block:
        (folder / "block.py").write_text(block, encoding="utf-8")
        found = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, folder / "block.py"], cwd=ROOT, env=found, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        exec(compile(block, "block", "exec"), {"__name__": "__main__"})


def output_of(command: str, folder: Path) -> str:
    """What a command prints; files that it writes go to the folder."""
    arguments = shlex.split(command)
    made = {"my_scenario.yaml", *(after for option, after in pairwise(arguments) if option in ("-o", "--chart"))}
    done = som(*(folder / argument if argument in made else argument for argument in arguments))
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout + done.stderr


def as_compared(text: str, command: str) -> str:
    """A text on one line, without what is there for looks; drawn figures are any figures."""
    plain = " ".join(text.replace("─", "").split())
    return re.sub(r"[−-]?\d[\d.,]*", "#", plain) if command.split(maxsplit=1)[0] in DRAWN else plain


def test_links_lead_somewhere() -> None:
    linked = [(path, target) for path in PAGES for target in re.findall(r"\]\(([^)#]+)\)", text_of(path))]
    here = [(path, target) for path, target in linked if not target.startswith("http")]
    assert [(path.name, target) for path, target in here if not (path.parent / target).exists()] == []


def test_every_function_that_the_method_names_is_there() -> None:
    layers = "scenario|catalogue|resolved|reading|projection|analysis|presentation"
    for name in re.findall(rf"`((?:{layers})\.[\w.]+)`", text_of(ROOT / "docs" / "method.md")):
        assert pydoc.locate(f"som_model.{name}") is not None, name


def test_the_answers_told_of_payer_rules_are_those_that_are_given() -> None:
    """Whole, or to the end of one of their clauses."""
    page = text_of(ROOT / "docs" / "how-to" / "payer_rules.md").partition("## What is refused")[2].partition("\n## ")[0]
    told = [row.split(" | ")[1].strip(" |") for row in page.splitlines() if row.startswith("| ") and not row.startswith("| slip")]
    clauses = [template[:end] for _, template in FINDINGS.values() for end in ends_of_clauses(template)]
    known = [re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(clause))) for clause in clauses]
    assert len(told) > 5
    assert [answer for answer in told if not any(pattern.fullmatch(answer) for pattern in known)] == []


def ends_of_clauses(template: str) -> list[int]:
    return [*(found.start() for found in re.finditer(r"[;.] ", template)), len(template)]


def test_the_method_tells_the_numbers_that_the_code_has() -> None:
    method = text_of(ROOT / "docs" / "method.md")
    for number in (BLOCK, BINS, KEPT_DRAWS, ORDERS, MOST_IN_FULL, KNOTS):
        assert re.search(rf"\b{number:,}\b", method), number
    assert f"{KEPT_NUMBERS // 1_000_000} million" in method


def test_every_library_that_is_installed_is_told() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    needed = {re.split(r"[<>=]", each)[0] for each in (*project["dependencies"], *extras["brief"], *extras["parquet"])}
    listed = text_of(ROOT / "docs" / "how_it_is_built.md").partition("## What libraries do")[2]
    told = {name for names in re.findall(r"^\| ([\w, -]+) \| [^-]", listed, flags=re.MULTILINE) for name in names.split(", ")}
    assert told - {"library"} == needed


def test_the_commands_in_the_readme_exist() -> None:
    listed: Any = program("da")
    there = set(listed.commands) - {"catalogue"} | {f"catalogue {name}" for name in listed.commands["catalogue"].commands}
    named = set(re.findall(r"^\| `som ((?:catalogue )?[a-z-]+)", text_of(ROOT / "README.md"), flags=re.MULTILINE))
    assert len(named) > 15
    assert named <= there


def test_the_only_picture_that_is_kept_is_the_readmes_and_it_names_no_version(tmp_path: Path) -> None:
    picture = script("make").README_PICTURE
    assert list(picture.parent.rglob("*.*")) == [picture]
    assert f"]({picture.relative_to(ROOT).as_posix()})" in text_of(ROOT / "README.md")
    making("gallery").draw_for_readme(tmp_path / "now.svg")
    said = re.compile(r"<dc:description>(.*?)</dc:description>")
    kept = said.findall(text_of(picture))
    assert kept == said.findall(text_of(tmp_path / "now.svg")), "run python docs/make.py"
    assert "Input, SHA-256: " in kept[0]
    assert __version__ not in kept[0]


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
    assert [path.name for path in PAGES if re.search(r"/(work|root|tmp|home)/", text_of(path))] == []
