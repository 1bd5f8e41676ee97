"""The fields, properties and methods of a type, each with the sentence that stands in the source."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from functools import cached_property
from types import FunctionType
from typing import Any

from making.signatures import parameters_of, spoken
from som_model.scenario.frozen import Frozen

Row = tuple[str, str, str]


def members(thing: type) -> dict[str, Row]:
    """Name → (how it is written, what it is, what it says) of everything public that a type and those it is made of define;
    of an error what it has beside the one it is a kind of."""
    found: dict[str, Row] = {}
    made_of = [thing] if issubclass(thing, Exception) else thing.__mro__
    for part in reversed([each for each in made_of if each.__module__.startswith("som_model") and each is not Frozen]):
        found |= dict(defined(part) if issubclass(part, Frozen) else [*fields(part), *defined(part)])
    return found


def fields(part: type) -> Iterator[tuple[str, Row]]:
    """The fields of a dataclass or named tuple, with the sentence under each."""
    if not (is_dataclass(part) or issubclass(part, tuple)):
        return
    [body] = ast.parse(textwrap.dedent(inspect.getsource(part))).body
    assert isinstance(body, ast.ClassDef)
    for place, statement in enumerate(body.body):
        if not isinstance(statement, ast.AnnAssign):
            continue
        name = ast.unparse(statement.target)
        below = body.body[place + 1] if place + 1 < len(body.body) else None
        written = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        says = " ".join(str(below.value.value).split()) if written else ""  # type: ignore[union-attr]
        if not name.startswith("_"):
            yield name, (f".{name}", spoken(ast.unparse(statement.annotation)), says)


def defined(part: type) -> Iterator[tuple[str, Row]]:
    """The properties and methods that a type defines itself."""
    for name, value in vars(part).items():
        function = function_of(value)
        if function is None or name.startswith(("_", "model_")):
            continue
        method = not isinstance(value, property | cached_property)
        called = f"({', '.join(parameters_of(function, types=False))})" if method else ""
        returned = spoken(inspect.signature(function).return_annotation)
        yield name, (f".{name}{called}", returned, " ".join((inspect.getdoc(function) or "").split()))


def function_of(value: Any) -> Callable[..., Any] | None:
    """The function behind a property or method; None for anything else."""
    if isinstance(value, property):
        return value.fget
    if isinstance(value, cached_property):
        return value.func
    if isinstance(value, classmethod | staticmethod):
        return value.__func__
    return value if isinstance(value, FunctionType) else None
