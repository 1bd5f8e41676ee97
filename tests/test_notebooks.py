"""The notebooks: each runs from the top, gives what is kept in it, and stays short enough to be read."""

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = [pytest.param(path, id=path.stem) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
DANISH = ROOT / "notebooks" / "06_for_the_council.ipynb"
NUMBER = re.compile(r"[−-]?\d[\d.,]*")
ENGLISH = re.compile(
    r"(?<![\w.])(the|and|of|which|with|that|this|what|who|net|gains?|loss|loses|prices?|payers?|notices?|are|was)(?![\w.])",
    re.IGNORECASE,
)
ENGLISH_NUMBER = re.compile(r"\d,\d{3}(?!\d)|(?<![\d.])\d+\.(?!\d{3}(?!\d))\d+")


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code_cells(path: Path) -> list[Any]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def outputs_of(cell: Any) -> list[tuple[str, str]]:
    """(kind, text) of each output; of a picture only that it is one, of drawn figures only that they are figures."""
    found = []
    for output in cell.outputs:
        for kind, text in ({output.name: output.text} if output.output_type == "stream" else output.data).items():
            found.append((kind, "a picture" if kind == "image/png" else as_compared(text, cell)))
    return found


def as_compared(text: str, cell: Any) -> str:
    """The text itself; where figures are drawn at random, which another version of numpy may do otherwise, without them."""
    if "drawn" not in cell.metadata.get("tags", ()):
        return text
    return NUMBER.sub("#", re.sub(r' style="[^"]*"', "", text))


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_it_runs_from_the_top_and_gives_the_outputs_that_are_kept(path: Path) -> None:
    if str(ROOT / "docs") not in sys.path:
        sys.path.insert(0, str(ROOT / "docs"))
    fresh = importlib.import_module("making.notebooks").executed(path)
    kept = read(path)
    assert fresh.metadata == kept.metadata
    for now, before in zip(fresh.cells, kept.cells, strict=True):
        if now.cell_type == "code":
            assert outputs_of(now) == outputs_of(before), f"{before.id}: run python docs/making/notebooks.py"
            assert now.execution_count == before.execution_count


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_it_is_short_and_defines_nothing(path: Path) -> None:
    cells = code_cells(path)
    assert 5 <= len(cells) <= 12
    for cell in cells:
        nodes = list(ast.walk(ast.parse(cell.source)))
        assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.While)]
        assert max(map(len, cell.source.splitlines())) <= 84, "longer lines are cut at the edge of the page"


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_each_cell_is_asked_for_in_words_and_leaves_something(path: Path) -> None:
    cells = read(path).cells
    for before, cell in pairwise(cells):
        if cell.cell_type == "code":
            assert before.cell_type == "markdown", cell.id
            assert cell.outputs or any(isinstance(node, ast.Assign) for node in ast.parse(cell.source).body), cell.id
            assert {output.get("name", "stdout") for output in cell.outputs} <= {"stdout"}, "warnings and errors are not kept"
    for cell in cells:
        if cell.cell_type == "markdown":
            assert sentences(cell.source) <= 4 - (cell.source.startswith("## ")), cell.id


def sentences(text: str) -> int:
    """How many sentences a cell of words holds, its heading left out."""
    plain = re.sub(r"^#.*$|kr\.|\]\([^)]*\)|`[^`]*`", "", text, flags=re.MULTILINE)
    return len(re.findall(r"[.?!](?:\s|$)", plain))


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_an_amount_in_its_words_stands_in_an_output(path: Path) -> None:
    notebook = read(path)
    shown = " ".join(said_by(cell) for cell in notebook.cells if cell.cell_type == "code")
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for amount in re.findall(r"\d{1,3}(?:[.,]\d{3})+", cell.source):
                assert amount in shown, (cell.id, amount)


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_it_says_nothing_of_the_machine_it_was_run_on(path: Path) -> None:
    notebook = read(path)
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert not re.search(r"/(work|root|tmp|home|Users)/|[A-Z]:\\\\", path.read_text(encoding="utf-8"))
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"tags"}, cell.id
        assert re.fullmatch(r"[a-z0-9-]+", cell.id)


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_its_pictures_have_a_width_and_are_told_in_words(path: Path) -> None:
    for cell in code_cells(path):
        for output in cell.outputs:
            if "image/png" in output.get("data", {}):
                assert output.metadata["image/png"]["width"] == 768
                assert len(output.metadata["image/png"]["alt"]) > 40


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_its_links_lead_somewhere(path: Path) -> None:
    for cell in read(path).cells:
        for target in re.findall(r"\]\(([^)#]+)\)", cell.source) if cell.cell_type == "markdown" else ():
            assert (path.parent / target).exists(), target


def test_the_index_names_each_notebook_by_its_title() -> None:
    listed = re.findall(r"^\| \[(.+?)\]\((.+?)\)", (ROOT / "notebooks" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    titles = {path.values[0].name: read(path.values[0]).cells[0].source.partition("\n")[0] for path in NOTEBOOKS}  # type: ignore[union-attr]
    assert [file for _, file in listed] == list(titles)
    for title, file in listed:
        assert titles[file].startswith(f"# {title}"), file


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_the_last_is_in_danish_and_only_that_one(path: Path) -> None:
    english = [found.group() for text in texts(path) for found in (*ENGLISH.finditer(text), *ENGLISH_NUMBER.finditer(text))]
    asks_for_english = any("language" in cell.source for cell in code_cells(path))
    if path == DANISH:
        assert english == []
        assert not asks_for_english
    else:
        assert len(english) > 20
        assert asks_for_english


def texts(path: Path) -> Iterator[str]:
    """What a notebook says: words, comments and outputs, without code, addresses and the names of files."""
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            yield re.sub(r"`[^`]*`|\]\([^)]*\)", " ", cell.source)
        else:
            yield from re.findall(r"#.*$", cell.source, flags=re.MULTILINE)
            yield said_by(cell)


def said_by(cell: Any) -> str:
    """The outputs of a cell as text, pictures by what stands for them."""
    said = []
    for output in cell.outputs:
        said += [output.text] if output.output_type == "stream" else [output.data.get("text/html", "")]
        said.append(output.get("metadata", {}).get("image/png", {}).get("alt", ""))
    plain = unescape(re.sub(r"<wbr>|<[^>]*>", lambda tag: "" if tag.group() == "<wbr>" else " ", " ".join(said)))
    return re.sub(r"\b[a-z_]+(?:\.\w+)+\b", " ", plain)
