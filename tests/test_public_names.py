"""The public names: one sorted list, each with a docstring, each importable, and light to reach."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import som_model as som
from som_model.cli.chart import CHARTS
from tests.every import every


def test_the_list_is_sorted_and_complete() -> None:
    assert sorted(som.__all__) == list(som.__all__)
    assert set(som.__all__) == set(som._HOMES)
    assert set(som.__all__) <= set(dir(som))


@every("name", som.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(som, name))


@pytest.mark.parametrize("home", ["tables", "charts"])
def test_tables_and_charts_are_sorted_and_say_what_they_are(home: str) -> None:
    listed = getattr(som, home)
    assert sorted(listed.__all__) == listed.__all__
    for name in listed.__all__:
        assert inspect.getdoc(getattr(listed, name))


@pytest.mark.parametrize(("home", "folder", "mark"), [("tables", "described", "as_frame"), ("charts", "drawn", "chart")])
def test_whatever_is_marked_where_it_is_written_has_its_name(home: str, folder: str, mark: str) -> None:
    """A table marked by as_frame and a chart marked by chart are handed on, and nothing else is."""
    marked = {
        node.name
        for path in (Path(som.__file__).parent / "presentation" / folder).glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and any(isinstance(by, ast.Name) and by.id == mark for by in node.decorator_list)
    }
    assert marked == set(getattr(som, home).__all__)


def test_a_table_and_a_chart_of_one_name_are_of_the_same_result() -> None:
    both = set(som.charts.__all__) & set(som.tables.__all__)
    assert len(both) > 10
    for name in both:
        drawn, listed = (next(iter(getattr(home, name).__annotations__.values())) for home in (som.charts, som.tables))
        assert listed in drawn.split(" | "), name


def test_a_charts_docstring_begins_with_the_question_it_answers() -> None:
    for name in som.charts.__all__:
        first = (inspect.getdoc(getattr(som.charts, name)) or "").partition("\n\n")[0]
        assert re.match(r"[^.?]+\?\s\S", first), name


def test_every_chart_is_drawn_by_its_command() -> None:
    of_som_learn = {"learned"}
    assert set(CHARTS) == set(som.charts.__all__) - of_som_learn


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'projct'"):
        som.projct  # noqa: B018 — the access is what is tested


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, som_model; print(sorted({'numpy', 'pandas', 'pydantic', 'matplotlib', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
