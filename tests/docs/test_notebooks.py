"""The notebooks: kept without outputs, each runs from the top, and stays short enough to be read."""

import ast
import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.docs.written import DOCS, making

FOLDER = DOCS.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
DANISH = "06_for_the_council.ipynb"
ENGLISH = re.compile(
    r"(?<![\w.])(the|and|of|which|with|that|this|what|who|net|gains?|loss|loses|prices?|payers?|notices?|are|was)(?![\w.])",
    re.IGNORECASE,
)
ENGLISH_NUMBER = re.compile(r"\d,\d{3}(?!\d)|(?<![\d.])\d+\.(?!\d{3}(?!\d))\d+")


@pytest.fixture(scope="session")
def executed(workshop: Path) -> dict[str, Any]:
    """The cells of each notebook with their outputs, as the site shows them, by the name of its file."""
    return {path.name: nbformat.read(workshop / "notebooks" / path.name, as_version=4).cells for path in NOTEBOOKS}


def cells_of(path: Path) -> list[Any]:
    return list(nbformat.read(path, as_version=4).cells)


def of_code(cells: list[Any]) -> list[Any]:
    return [cell for cell in cells if cell.cell_type == "code"]


def of_words(cells: list[Any]) -> list[Any]:
    return [cell for cell in cells if cell.cell_type == "markdown"]


def test_it_is_kept_without_outputs_and_says_nothing_of_the_machine_it_was_run_on() -> None:
    for path in NOTEBOOKS:
        text = path.read_text(encoding="utf-8")
        assert text == making("notebooks").emptied(path), f"{path.name}: run python docs/make.py"
        assert not re.search(r"/(work|root|tmp|home|Users)/|[A-Z]:\\\\", text), path.name
        assert '"nbformat": 4,\n "nbformat_minor": 5' in text, path.name
        for cell in cells_of(path):
            assert cell.metadata == {}, (path.name, cell.id)
            assert re.fullmatch(r"[a-z0-9-]+", cell.id), (path.name, cell.id)


def test_it_is_short_and_defines_nothing() -> None:
    for path in NOTEBOOKS:
        cells = of_code(cells_of(path))
        assert 5 <= len(cells) <= 12, path.name
        for cell in cells:
            nodes = list(ast.walk(ast.parse(cell.source)))
            assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.While)], (
                cell.id
            )
            assert max(map(len, cell.source.splitlines())) <= 84, f"{cell.id}: longer lines are cut at the edge of the page"


def test_each_cell_is_asked_for_in_words() -> None:
    for path in NOTEBOOKS:
        cells = cells_of(path)
        unasked = [cell.id for before, cell in pairwise(cells) if cell.cell_type == "code" and before.cell_type == "code"]
        assert unasked == [], path.name
        too_long = [cell.id for cell in of_words(cells) if sentences(cell.source) > 4 - cell.source.startswith("## ")]
        assert too_long == [], path.name


def sentences(text: str) -> int:
    """How many sentences a cell of words holds, its heading left out."""
    plain = re.sub(r"^#.*$|kr\.|\]\([^)]*\)|`[^`]*`", "", text, flags=re.MULTILINE)
    return len(re.findall(r"[.?!](?:\s|$)", plain))


def test_its_links_lead_somewhere() -> None:
    linked = [
        target for path in NOTEBOOKS for cell in of_words(cells_of(path)) for target in re.findall(r"\]\(([^)#]+)\)", cell.source)
    ]
    assert linked
    assert [target for target in linked if not (FOLDER / target).exists()] == []


def test_the_index_names_each_notebook_by_its_title() -> None:
    listed = re.findall(r"^\| \[(.+?)\]\((.+?)\)", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    titles = {path.name: cells_of(path)[0].source.partition("\n")[0] for path in NOTEBOOKS}
    assert [file for _, file in listed] == list(titles)
    for title, file in listed:
        assert titles[file].startswith(f"# {title}"), file


def test_each_cell_runs_without_a_warning_and_leaves_something(executed: dict[str, Any]) -> None:
    for name, cells in executed.items():
        for cell in of_code(cells):
            assert cell.outputs or any(isinstance(node, ast.Assign) for node in ast.parse(cell.source).body), (name, cell.id)
            assert {output.get("name", "stdout") for output in cell.outputs} <= {"stdout"}, (name, cell.id)


def test_an_amount_in_its_words_stands_in_an_output(executed: dict[str, Any]) -> None:
    for name, cells in executed.items():
        shown = " ".join(map(said_by, of_code(cells)))
        told = [amount for cell in of_words(cells) for amount in re.findall(r"\d{1,3}(?:[.,]\d{3})+", cell.source)]
        assert [amount for amount in told if amount not in shown] == [], name


def test_its_pictures_have_a_width_and_are_told_in_words(executed: dict[str, Any]) -> None:
    drawn = [output for cells in executed.values() for cell in of_code(cells) for output in cell.outputs]
    pictures = [output.metadata["image/png"] for output in drawn if "image/png" in output.get("data", {})]
    assert len(pictures) > 6
    assert [picture for picture in pictures if picture["width"] != 768 or len(picture["alt"]) <= 40] == []


def test_the_last_is_in_danish_and_only_that_one(executed: dict[str, Any]) -> None:
    for name, cells in executed.items():
        english = [found.group() for text in texts(cells) for found in (*ENGLISH.finditer(text), *ENGLISH_NUMBER.finditer(text))]
        asks_for_english = any("language" in cell.source for cell in of_code(cells))
        assert asks_for_english == (name != DANISH), name
        assert len(english) > 20 if asks_for_english else english == [], (name, english)


def texts(cells: list[Any]) -> Iterator[str]:
    """What a notebook says: words, comments and outputs, without code, addresses and the names of files."""
    for cell in cells:
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
