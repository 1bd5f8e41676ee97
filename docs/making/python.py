"""The reference page of Python, from the docstrings."""

import ast
import inspect
import textwrap
from dataclasses import is_dataclass
from functools import cached_property
from types import FunctionType

import som_model as som
from som_model.scenario.frozen import Frozen

PYTHON_HEAD = """# Python

Generated from the docstrings by `python docs/make.py`. Amounts are kr. of the scenario's price year; positive = gain.
"""


def python_page() -> str:
    """Every public name with its docstring, and the fields, properties and methods of each type of result."""
    parts = [PYTHON_HEAD]
    for name in som.__all__:
        thing = getattr(som, name)
        parts.append(f"\n## som.{name}\n\n{said_of(thing)}\n")
        if inspect.ismodule(thing):
            parts += [f"- `som.{name}.{each}(…)`: {first_paragraph(getattr(thing, each))}" for each in thing.__all__]
        elif inspect.isclass(thing) and not issubclass(thing, Exception):
            parts += [f"- `.{each}`: {said}" for each, said in members(thing).items()]
    return "\n".join([*parts, ""])


def members(thing: type) -> dict[str, str]:
    """Name → sentence of the documented fields, properties and methods that a type and those it is made from define."""
    said: dict[str, str] = {}
    for part in reversed([each for each in thing.__mro__ if each.__module__.startswith("som_model") and each is not Frozen]):
        said |= fields(part) if is_dataclass(part) else {}
        said |= {each: first_paragraph(getattr(part, each)) for each in own_names(part)}
    return said


def fields(thing: type) -> dict[str, str]:
    """Name → the sentence written under a field in the source."""
    [body] = ast.parse(textwrap.dedent(inspect.getsource(thing))).body
    assert isinstance(body, ast.ClassDef)
    said = {}
    for statement, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            said[ast.unparse(statement.target)] = " ".join(str(below.value.value).split())
    return said


def own_names(thing: type) -> list[str]:
    """The documented properties and methods that a type defines itself."""
    kinds = property | cached_property | FunctionType
    own = {name: value for name, value in vars(thing).items() if not name.startswith(("_", "model_"))}
    return [name for name, value in own.items() if isinstance(value, kinds) and value.__doc__]


def first_paragraph(thing: object) -> str:
    """The beginning of a docstring, on one line."""
    return " ".join(said_of(thing).partition("\n\n")[0].split())


def said_of(thing: object) -> str:
    """A docstring as a page shows it."""
    return (inspect.getdoc(thing) or "").replace("    ", "  ")
