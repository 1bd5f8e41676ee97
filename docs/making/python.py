"""The reference page of Python, from the docstrings."""

from __future__ import annotations

import inspect
import pydoc
import re
from collections.abc import Iterator
from typing import Any

import som_model as som
import som_model.errors
from making.markdown import anchor, code, page, plain, table, to
from making.members import members
from making.python_texts import GROUPS, LANGUAGE_FIELDS, PARTS, PARTS_HEAD, PYTHON_HEAD
from making.signatures import signature_of, spoken
from som_model.scenario.frozen import Frozen

HEADS = ("name", "is", "says")
CODE = re.compile(r"(`[^`]*`)")
HUMPS = re.compile(r"[a-z][A-Z]")
IN_METHOD = re.compile(r"method\.md: (?P<headings>[^();:]+)")
PAGE = re.compile(r"docs/([\w/-]+\.md)")


def python_page() -> str:
    """Every public name with its docstring, and the fields, properties and methods of each type of result."""
    parts = [PYTHON_HEAD, overview()]
    for group, names in groups().items():
        parts += [f"## {group}\n", *([f"{tree_of_errors()}\n"] if group == "Errors" else []), *(section(name) for name in names)]
    parts += [PARTS_HEAD, *(type_section(thing, thing.__name__, thing.__name__) for thing in parts_of_results())]
    return page(parts)


def groups() -> dict[str, tuple[str, ...]]:
    """What one does → the public names for it; last, those that stand in no group. Raises KeyError for a name that is none."""
    listed = [name for names in GROUPS.values() for name in names]
    if strange := set(listed) - set(som.__all__):
        raise KeyError(f"making/python_texts.py: {', '.join(sorted(strange))}")
    more = tuple(name for name in som.__all__ if name not in listed)
    return {**GROUPS, **({"More": more} if more else {})}


def parts_of_results() -> Iterator[type]:
    """The types that results hold."""
    for path in PARTS:
        thing: Any = pydoc.locate(f"som_model.{path}")
        yield thing


def overview() -> str:
    """What one does, and the names for it."""
    rows = [(to(group), ", ".join(to(heading(name), code(name)) for name in names)) for group, names in groups().items()]
    return table(("to", "there is"), rows)


def heading(name: str) -> str:
    """What a public name's section is called: som.tornado is a function, and Tornado a type."""
    return f"Type som.{name}" if inspect.isclass(getattr(som, name)) else f"som.{name}"


def section(name: str) -> str:
    """One public name."""
    thing = getattr(som, name)
    if inspect.isclass(thing):
        return type_section(thing, heading(name), f"som.{name}")
    if inspect.ismodule(thing):
        return module_section(name)
    return f"### {heading(name)}\n\n```text\n{signature_of(f'som.{name}', thing)}\n```\n\n{said_of(thing)}\n"


def type_section(thing: type, title: str, name: str) -> str:
    """A type: what it is, and a table of what it has."""
    parts = [f"### {title}\n", said_of(thing)]
    if issubclass(thing, Exception):
        above = next((each.__name__ for each in thing.__mro__[1:] if each.__name__ in som.__all__), "")
        parts += [f"\nA kind of {to(heading(above), code(above))}."] if above else []
    elif issubclass(thing, Frozen):
        parts.append(f"\n{LANGUAGE_FIELDS}")
    rows = [(code(written), typed(kind, thing.__name__), linked(says, name)) for written, kind, says in members(thing).values()]
    return "\n".join([*parts, "", *([table(HEADS, rows)] if rows else [])])


def module_section(name: str) -> str:
    """A module of functions: each with what it takes and what it says."""
    module = getattr(som, name)
    rows = []
    for each in module.__all__:
        function = getattr(module, each)
        taken = ", ".join(f"{param.name}: {spoken(param.annotation)}" for param in list(parameters(function))[:1])
        others = [f"{param.name}={param.default!r}" for param in list(parameters(function))[1:]]
        written = f"som.{name}.{each}({', '.join([taken.partition(':')[0], *others])})"
        rows.append((code(written), linked(taken.partition(": ")[2], name), linked(said_flat(function), name)))
    return f"### {heading(name)}\n\n{said_of(module)}\n\n{table(('function', 'of', 'says'), rows)}"


def parameters(function: Any) -> Iterator[inspect.Parameter]:
    """The parameters of a function."""
    yield from inspect.signature(function).parameters.values()


def said_of(thing: object) -> str:
    """A docstring, paragraph by paragraph."""
    paragraphs = (inspect.getdoc(thing) or "").split("\n\n")
    own = getattr(thing, "__name__", "")
    return "\n\n".join(linked(" ".join(paragraph.split()), own) for paragraph in paragraphs)


def said_flat(thing: object) -> str:
    """A docstring on one line."""
    return " ".join((inspect.getdoc(thing) or "").split())


def linked(text: str, own: str) -> str:
    """A text whose names of errors and of other types lead to their sections, but for its own, and pages to the pages."""
    shown = PAGE.sub(r"[the page](../\1)", plain(text)).replace("../reference/", "")
    shown = IN_METHOD.sub(in_method, shown)
    several = [name for name in som.__all__ if HUMPS.search(name) or is_error(name)]
    names = re.compile(rf"(?<![\w.«])({'|'.join(name for name in several if not own.endswith(name))})(?!\w)")
    return "".join(
        part if part.startswith("`") else names.sub(lambda found: to(heading(found[1]), found[1]), part)
        for part in CODE.split(shown)
    )


def in_method(found: re.Match[str]) -> str:
    """Links to the headings of the method that a docstring names."""
    return "the method: " + ", ".join(f"[{heading}](../method.md#{anchor(heading)})" for heading in found["headings"].split(", "))


def is_error(name: str) -> bool:
    """Whether a public name is an error."""
    thing = getattr(som, name)
    return inspect.isclass(thing) and issubclass(thing, Exception)


def typed(kind: str, own: str) -> str:
    """A type whose parts lead to their sections, but for its own."""
    known = {name: heading(name) for name in som.__all__ if inspect.isclass(getattr(som, name))}
    known |= {path.rpartition(".")[2]: path.rpartition(".")[2] for path in PARTS}
    return re.sub(
        r"[A-Z]\w+", lambda found: to(known[found[0]], found[0]) if found[0] in known and found[0] != own else found[0], kind
    )


def tree_of_errors() -> str:
    """Every error, those of a kind under it."""
    return f"```text\n{(som_model.errors.__doc__ or '').partition(chr(10) * 2)[2].strip()}\n```"
