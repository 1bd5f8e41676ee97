"""The page of the scenario language leaves nothing out: every field is told whole, every word explained."""

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import pytest
import yaml

from som_model.catalogue.files import CatalogueFile
from som_model.reading.language import language_schema, models, sentences, unit_of
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import Payers
from tests.docs.written import making, page_of, section_of


def types() -> list[type[Frozen]]:
    """Every type whose fields one may write."""
    listed = {*models(), *models(CatalogueFile), Estimate}
    return [
        model
        for model in listed
        if not issubclass(model, Series | Payers) and (model is Estimate or Estimate not in model.__mro__)
    ]


def test_every_field_has_sentence_unit_default_and_example() -> None:
    language, page = making("language"), page_of("language")
    for model in types():
        rows = {row[0]: row for row in language.rows(model)}
        refused = {name for owner, name in making("language_texts").REFUSED if owner == model.__name__}
        told = {"NAME" if name == "parameters" and model.__name__ == "PayerRule" else name for name in model.model_fields}
        assert {f"`{name}`" for name in told - refused} <= set(rows), model.__name__
        assert [row for row in rows.values() if not all(cell.strip(" .–") for cell in row)] == []
        assert [row for row in rows.values() if "| " + " | ".join(row) + " |" not in page] == []


def holds_a_number(annotation: Any) -> bool:
    if annotation in (int, float) or (isinstance(annotation, type) and issubclass(annotation, Estimate)):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Series):
        return True
    inside = get_args(annotation)[1:] if get_origin(annotation) is Mapping else get_args(annotation)
    return any(holds_a_number(inner) for inner in inside)


def test_every_field_that_holds_a_number_has_a_unit() -> None:
    counted = 0
    for model in types():
        for name, field in model.model_fields.items():
            if holds_a_number(field.annotation) and (model.__name__, name) != ("PayerRule", "parameters"):
                assert unit_of(model, name), (model.__name__, name)
                counted += 1
    assert counted > 60


def test_a_unit_in_an_outer_annotation_goes_before_the_types_own() -> None:
    target_group = next(model for model in types() if model.__name__ == "TargetGroup")
    assert unit_of(target_group, "completion_rate") == "share, 0-1"
    assert unit_of(target_group, "relapse_rate") == "share a year, 0-1"


def test_the_schema_tells_the_unit_of_a_field() -> None:
    schema = language_schema()
    group = schema["$defs"]["TargetGroup"]["properties"]
    assert group["participants"]["x-unit"] == "citizens a year"
    assert schema["properties"]["price_year"]["x-unit"] == "year"
    assert "x-unit" not in group["title"]


def test_examples_are_yaml_of_the_field_they_stand_for() -> None:
    language, examples = making("language"), making("examples")
    for model in types():
        for row in language.rows(model):
            written = yaml.safe_load(row[4].strip("`"))
            assert isinstance(written, dict), row
            assert len(written) == 1, row
            assert row[0] in (f"`{next(iter(written))}`", "`NAME`")
    for name, field in examples.WRITTEN_NOWHERE:
        model = next(each for each in types() if each.__name__ == name)
        assert (model, field) not in examples.examples(), f"{name}.{field} is written now"


def test_a_sentence_states_the_default_that_the_type_has() -> None:
    checked = 0
    for model in types():
        for name, sentence in sentences(model).items():
            stated = re.search(r"; (-?[0-9.]+) unless stated\.$", sentence)
            default = model.model_fields[name].default
            if stated is not None and default is not None:
                assert float(getattr(default, "value", default)) == float(stated[1]), (model.__name__, name)
                checked += 1
    assert checked >= 2


def test_every_word_of_a_closed_field_is_explained() -> None:
    words, page = making("allowed_words"), page_of("language")
    for model in types():
        for field in model.model_fields.values():
            taken = words.words_of(field.annotation)
            if taken and not taken[0].isdecimal():
                said = section_of(page, words.heading_of(taken))
                assert all(re.search(rf"^\| `{word}` \| [^|]+ \| [^|]+\w", said, flags=re.MULTILINE) for word in taken), taken
    with pytest.raises(KeyError, match="explains no field"):
        words.heading_of(("a", "new", "word"))
