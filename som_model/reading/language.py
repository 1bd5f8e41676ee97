"""What the language holds at a path: the fields of a type, or entries whose names are the user's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, get_args, get_origin

from som_model.scenario.calendar import Series
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers, Shares
from som_model.scenario.scenario import Scenario


def fields_at(path: Sequence[str], root: type[Frozen] = Scenario) -> tuple[str, ...]:
    """The fields that may be written at a path; () where none or any may."""
    kind = _kind_at(tuple(path), root)
    if isinstance(kind, type) and issubclass(kind, Series | Payers):
        kind = _core(kind.model_fields["every"].annotation)
    if kind is Shares:
        return (*Shares.model_fields, "rule")
    return tuple(kind.model_fields) if isinstance(kind, type) and issubclass(kind, Frozen) else ()


def entries_named(path: Sequence[str], root: type[Frozen] = Scenario) -> bool:
    """Whether the names at a path are the user's own (groups, lines, posts, unit costs, years)."""
    return get_origin(_kind_at(tuple(path), root)) is Mapping


@cache
def _kind_at(path: tuple[str, ...], root: type[Frozen]) -> Any:
    kind: Any = root
    for step in path:
        kind = _step(kind, step)
    return kind


def _step(kind: Any, step: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, Series | Payers):
        return _core(kind.model_fields["every"].annotation)
    if isinstance(kind, type) and issubclass(kind, Frozen):
        field = kind.model_fields.get(step)
        return _core(field.annotation) if field else None
    if get_origin(kind) in (Mapping, tuple):
        return _core(get_args(kind)[1 if get_origin(kind) is Mapping else 0])
    return None


def _core(annotation: Any) -> Any:
    """The model, mapping or tuple inside Annotated, Optional and unions."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return annotation
    if get_origin(annotation) in (Mapping, tuple):
        return annotation
    for inner in get_args(annotation):
        core = _core(inner)
        if core is not None and core is not PayerRule:
            return core
    return None


def models(root: type[Frozen] = Scenario) -> list[type[Frozen]]:
    """Every type of the language that is reached from its root."""
    found: list[type[Frozen]] = []

    def visit(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Frozen) and annotation not in found:
            found.append(annotation)
            for field in annotation.model_fields.values():
                visit(field.annotation)
        for inner in get_args(annotation):
            visit(inner)

    visit(root)
    return found
