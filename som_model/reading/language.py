"""What the language holds at a path, what each field is in, and its JSON Schema."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, get_args, get_origin

from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers, Shares
from som_model.scenario.quantities import In
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
    """The model, mapping or tuple that stands at a path."""
    kind: Any = root
    for step in path:
        if isinstance(kind, type) and issubclass(kind, Series | Payers):
            kind = _core(kind.model_fields["every"].annotation)
        elif isinstance(kind, type) and issubclass(kind, Frozen):
            field = kind.model_fields.get(step)
            kind = _core(field.annotation) if field else None
        elif get_origin(kind) in (Mapping, tuple):
            kind = _core(get_args(kind)[1 if get_origin(kind) is Mapping else 0])
        else:
            return None
    return kind


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
    reached: list[type[Frozen]] = []

    def visit(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Frozen) and annotation not in reached:
            reached.append(annotation)
            for field in annotation.model_fields.values():
                visit(field.annotation)
        for inner in get_args(annotation):
            visit(inner)

    visit(root)
    return reached


def unit_of(model: type[Frozen], field: str) -> str | None:
    """'kr. a year', 'citizens', 'share, 0-1'; None for a block, a list of words, and plain text."""
    stated = model.model_fields[field]
    return _outermost(stated.metadata) or _unit_in(stated.annotation)


def _unit_in(annotation: Any) -> str | None:
    """The unit inside Annotated, Optional, unions and collections."""
    if (own := _outermost(getattr(annotation, "__metadata__", ()))) is not None:
        return own
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        holder = "every" if issubclass(annotation, Series) else "value"
        return unit_of(annotation, holder) if issubclass(annotation, Series | Estimate) else None
    inner = get_args(annotation)[1:] if get_origin(annotation) is Mapping else get_args(annotation)
    return next((unit for part in inner if (unit := _unit_in(part)) is not None), None)


def _outermost(metadata: Any) -> str | None:
    return next((mark.unit for mark in reversed(metadata) if isinstance(mark, In)), None)


def language_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a scenario file in version 1."""
    from pydantic.json_schema import GenerateJsonSchema

    class WithoutDefaults(GenerateJsonSchema):
        """Defaults that JSON cannot hold (an empty mapping of ours) are left out without a word."""

        ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012 — as the base declares it

    schema = Scenario.model_json_schema(schema_generator=WithoutDefaults)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    origin = {
        "type": "string",
        "description": "Copies that catalogue entry (key@price_year); the fields written replace its own.",
    }
    schema["$defs"]["UnitCost"]["properties"]["from"] = origin
    schema["title"] = "som_model scenario, version 1"
    schema["properties"]["som"] = {"enum": [1, "1"], "description": sentences(Scenario)["som"]}
    named = {model.__name__: model for model in models()}
    _describe(schema, named.get("Scenario"), named)
    return schema


def _describe(schema: dict[str, Any], model: type[Frozen] | None, named: dict[str, type[Frozen]]) -> None:
    """Put each field's sentence and unit beside it, here and in every definition."""
    if model is not None:
        for field, sentence in sentences(model).items():
            if field in schema.get("properties", {}):
                schema["properties"][field].setdefault("description", sentence)
                if unit := unit_of(model, field):
                    schema["properties"][field]["x-unit"] = unit
    for name, definition in schema.get("$defs", {}).items():
        for form in (definition, *definition.get("anyOf", ())):
            if isinstance(form, dict) and "properties" in form:
                _describe(form, named.get(name), named)


@cache
def sentences(model: type[Frozen]) -> dict[str, str]:
    """Field → the sentence it carries or that is written under it in the source, those of the model's bases included."""
    sentence_of = {name: field.description for name, field in model.model_fields.items() if field.description}
    for cls in reversed(model.__mro__):
        written = issubclass(cls, Frozen) and "[" not in cls.__name__ and cls.__module__ in sys.modules
        if not written:
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
        assert isinstance(body, ast.ClassDef)
        for statement, below in zip(body.body, body.body[1:], strict=False):
            if not (isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)):
                continue
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                sentence_of[statement.target.id] = " ".join(str(below.value.value).split())
    return sentence_of
