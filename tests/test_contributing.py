"""The recipes of CONTRIBUTING.md are followed in a copy of the repository: each adds its thing, by at most three files."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from som_model.catalogue.files import VERSION, VERSIONS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (.+?)\n(.+?)(?=^### |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))
PART = re.compile(r"^    (?P<command>(?:som|python) [^\n]+)$|^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"^(?:\*\*|## )\d\.[^`\n]*`(?P<path>[\w/]+\.\w+)`", re.MULTILINE)
"""A step that names the file of the block under it."""
LONGER = re.compile(r"\]\((docs/how-to/[\w.]+)\) writes the three whole")
ADDED = "first_year or lowest_point or fingerprint or support_grant"
"""What the names of files and words of the examples hold."""
MAKE = "import sys; sys.path.insert(0, 'docs'); import make;"
GUARDS = {
    "tests/test_public_names.py": "not heavy",
    "tests/test_layers.py": f"{ADDED} or itself or sub_packages",
    "tests/wording/test_words.py": f"{ADDED} or two_places or is_said",
    "tests/catalogue/test_built_in.py": "not promised",
    "tests/catalogue/test_rules.py": "test",
    "tests/presentation/test_tables.py": "every_table",
    "tests/presentation/test_charts.py": "canvas and long_title",
    "tests/test_worked_examples.py": ADDED,
}
"""Tests of what is true of every name, file, word, entry, table and chart, and which of each."""


def steps(recipe: str) -> Iterator[tuple[str, str, str]]:
    """(file, kind, text) of every block that is written to a file; a recipe may leave them to a page of its own."""
    elsewhere = LONGER.search(recipe)
    text = (ROOT / elsewhere[1]).read_text(encoding="utf-8") if elsewhere else recipe
    end = 0
    for part in PART.finditer(text):
        named = NAMED.findall(text[end : part.start()])
        end = part.end()
        if named and part["kind"]:
            yield named[-1], part["kind"], part["text"]


def follow(recipe: str, folder: Path) -> set[str]:
    """Write a recipe's blocks to their files. Returns the files."""
    for name, kind, text in steps(recipe):
        file = folder / name
        assert file.exists() == (kind == "diff"), name
        file.write_text(patched(file, text) if kind == "diff" else text, encoding="utf-8", newline="\n")
    return {name for name, _, _ in steps(recipe)}


def patched(file: Path, diff: str) -> str:
    """A file's text with the lines marked + among those that stand there once."""
    text = file.read_text(encoding="utf-8")
    for part in re.split(r"^@@\n", diff, flags=re.MULTILINE):
        lines = part.splitlines(keepends=True)
        there = "".join(line[1:] or "\n" for line in lines if not line.startswith("+"))
        assert text.count(f"\n{there}") == 1, f"{file.name}: {there}"
        text = text.replace(f"\n{there}", "\n" + "".join(line[1:] or "\n" for line in lines))
    return text


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    for name in ("som_model", "tests", "scenarios", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.svg"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def printed(folder: Path, *arguments: str) -> str:
    """What Python prints in the copy, of its own package."""
    kept: Mapping[str, str] = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**kept, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, (arguments, done.stdout[-3000:], done.stderr[-3000:])
    return done.stdout + done.stderr


def run_tests(folder: Path, *arguments: str) -> None:
    """Tests of the copy pass, in one process."""
    printed(folder, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", *arguments)


def run(command: str, folder: Path) -> str:
    """What a command of the page prints in the copy."""
    program, *arguments = shlex.split(command)
    if program == "som":
        return printed(folder, "-m", "som_model", *arguments)
    run_tests(folder, *arguments[2:])
    return ""


def assert_shown(recipe: str, folder: Path) -> None:
    """A recipe's commands and code run in the copy, and print what is shown under them."""
    said = ""
    for part in PART.finditer(recipe):
        if part["command"]:
            said = run(part["command"], folder)
        elif part["kind"] == "python" and part["text"] not in {text for _, _, text in steps(recipe)}:
            printed(folder, "-c", part["text"])
        elif not part["kind"]:
            for line in part["text"].splitlines():
                assert line.strip() in said, line


def test_there_is_a_recipe_for_each_thing_that_is_added() -> None:
    things = {
        *("A unit cost", "A target group", "A payer rule", "A table", "A chart", "A payer", "A key figure"),
        *("A field of a line", "An analysis", "A command"),
    }
    assert set(RECIPES) == things


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_touches_three_files_at_most_and_does_what_it_says(title: str, copy: Path) -> None:
    recipe = RECIPES[title]
    files = follow(recipe, copy)
    assert 1 <= len(files) <= 3
    assert all(f"`{name}`" in recipe for name in files)
    assert_shown(recipe, copy)
    modules = [name for name in files if name.endswith(".py")]
    if modules:
        printed(copy, "-m", "ruff", "check", *modules)
        printed(copy, "-m", "ruff", "format", "--check", "--force-exclude", *modules)


@pytest.fixture
def changed(copy: Path) -> Path:
    """A copy in which every recipe has been followed."""
    for recipe in RECIPES.values():
        follow(recipe, copy)
    return copy


def test_help_and_generated_pages_name_what_was_added(changed: Path) -> None:
    assert "first_year" in run("som chart --help", changed)
    assert "fingerprint" in run("som --help", changed)
    pages = printed(changed, "-c", f"{MAKE} print(*(write() for name, write in make.PAGES.items() if 'json' not in name))")
    assert "**What must be found in the first year's budget?** Net of each public payer" in pages
    assert "som.lowest_point" in pages


def test_all_of_them_together_pass_the_tests_of_every_name_word_and_entry(changed: Path) -> None:
    chosen = " or ".join(f"({Path(name).name} and ({which}))" for name, which in GUARDS.items())
    run_tests(changed, *GUARDS, "-k", chosen)


def test_the_next_version_of_the_catalogue_is_a_file_and_nothing_else(copy: Path) -> None:
    """No code names the version; the file of the one before stands as it was."""
    follow(RECIPES["A unit cost"], copy)
    year, number = VERSION.split(".")
    coming = f"{year}.{int(number) + 1}"
    printed(copy, "-c", f"{MAKE} assert make.catalogue_changed(); make.keep_version('{coming}')")
    assert run("som catalogue list --topic staff --language en", copy).startswith(f"Catalogue {coming}")
    printed(copy, "-c", f"{MAKE} assert not make.catalogue_changed()")
    before = f"{VERSION}.json"
    assert (copy / VERSIONS.relative_to(ROOT) / before).read_bytes() == (VERSIONS / before).read_bytes()
    for refused in (VERSION, "2027", "next"):
        with pytest.raises(AssertionError, match="write the year and a number"):
            printed(copy, "-c", f"{MAKE} make.keep_version('{refused}')")


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", PAGE))
def test_its_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_every_file_and_name_in_its_sentences_is_there() -> None:
    """A file stands in the repository or is written by the page; a name stands in the code or in a block of the page."""
    blocks = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
    told = re.findall(r"`([^`\n]+)`", blocks.sub("", PAGE))
    in_code = "\n".join(
        path.read_text(encoding="utf-8") for folder in ("som_model", "docs") for path in (ROOT / folder).rglob("*.py")
    )
    known = set(re.findall(r"\w+", in_code + "".join(blocks.findall(PAGE))))
    files = {text for text in told if re.fullmatch(r"[\w./]+/[\w.]*", text)}
    names = {text for text in told if re.fullmatch(r"@?[A-Za-z]\w*", text)} - {"mypy"}
    assert len(files) > 20
    assert len(names) > 20
    written = {name for recipe in RECIPES.values() for name, _, _ in steps(recipe)}
    assert sorted(name for name in files - written - {"site/"} if not (ROOT / name).exists()) == []
    assert sorted(name for name in names if name.removeprefix("@") not in known) == []
