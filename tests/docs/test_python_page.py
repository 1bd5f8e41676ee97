"""The page of Python leaves nothing out: every public name, and every member of a public type, with a sentence."""

import inspect
import re
from dataclasses import fields, is_dataclass
from functools import cached_property
from types import FunctionType

import som_model as som
from som_model.scenario.frozen import Frozen
from tests.docs.written import CELLS, making, page_of, section_of


def test_every_public_name_is_in_one_group_and_has_a_section() -> None:
    python, groups = making("python"), making("python_texts").GROUPS
    listed = [name for names in groups.values() for name in names]
    assert sorted(listed) == sorted(som.__all__)
    page = page_of("python")
    for name in som.__all__:
        assert len(section_of(page, python.heading(name)).strip()) > 30, name


def own_members(thing: type) -> set[str]:
    """Fields, properties and methods that a user of a type meets."""
    found: set[str] = set()
    parts = [thing] if issubclass(thing, Exception) else [each for each in thing.__mro__ if each is not Frozen]
    for part in parts:
        if part.__module__.startswith("som_model"):
            found |= {each.name for each in fields(part)} if is_dataclass(part) else set()
            kinds = property | cached_property | FunctionType | classmethod | staticmethod
            found |= {name for name, value in vars(part).items() if isinstance(value, kinds)}
    return {name for name in found if not name.startswith(("_", "model_"))}


def test_every_member_of_a_public_type_has_a_sentence() -> None:
    types = {name: thing for name in som.__all__ if inspect.isclass(thing := getattr(som, name))}
    told = {}
    for name in types:
        said = section_of(page_of("python"), making("python").heading(name))
        rows = map(CELLS.split, re.findall(r"^\| `\..*$", said, flags=re.MULTILINE))
        told[name] = {row[1].strip(" `").lstrip(".").partition("(")[0] for row in rows if len(row[3].strip()) > 10}
    assert told == {name: own_members(thing) for name, thing in types.items()}


def test_every_part_of_a_result_has_a_sentence_for_each_member() -> None:
    page = page_of("python")
    for row in re.findall(r"^\| `\..*$", page, flags=re.MULTILINE):
        assert len(CELLS.split(row)[3].strip()) > 10, row


def test_every_chart_and_table_stands_in_its_section() -> None:
    page = page_of("python")
    for home in ("charts", "tables"):
        said = section_of(page, f"som.{home}")
        assert all(f"| `som.{home}.{name}(" in said for name in getattr(som, home).__all__)


def test_every_public_function_says_what_it_raises() -> None:
    for name in som.__all__:
        if inspect.isfunction(getattr(som, name)):
            assert "Raises" in (inspect.getdoc(getattr(som, name)) or ""), name
