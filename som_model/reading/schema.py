"""The JSON Schema of the scenario language, each field with its sentence and unit."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from som_model.reading.language import models
from som_model.reading.units_of_fields import unit_of
from som_model.scenario.frozen import Frozen
from som_model.scenario.scenario import Scenario


def language_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a scenario file in version 1."""
    schema = Scenario.model_json_schema(schema_generator=_WithoutDefaults)
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


class _WithoutDefaults(GenerateJsonSchema):
    """Defaults that JSON cannot hold (an empty mapping of ours) are left out without a word."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012 — as the base declares it


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
    found = {name: field.description for name, field in model.model_fields.items() if field.description}
    for cls in reversed(model.__mro__):
        if not (isinstance(cls, type) and issubclass(cls, Frozen)) or "[" in cls.__name__:
            continue
        if cls.__module__ not in sys.modules:
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
        assert isinstance(body, ast.ClassDef)
        for statement, below in zip(body.body, body.body[1:], strict=False):
            if not (isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)):
                continue
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                found[statement.target.id] = " ".join(str(below.value.value).split())
    return found
