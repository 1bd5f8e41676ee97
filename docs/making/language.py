"""The reference page of the scenario language, from the types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from making.allowed_words import WORDS, explained, heading_of, words_of
from making.examples import example_of, kinds
from making.language_texts import CATALOGUE_FILES, HEAD, LEFT_OUT, PLACES, REFUSED, SHARES_ONLY, TERMS, WORDS_HEAD
from making.markdown import code, page, plain, table, to
from som_model.catalogue.files import CatalogueFile
from som_model.reading.language import models, sentences, unit_of
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate, Observed
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.programme import CostLine
from som_model.scenario.text import Text
from som_model.wording.table import TERMS as GLOSSARY

FORMS_ONLY = (Series, Payers)
"""Types that are ways of writing a value, without fields of their own in a file."""
HEADS = ("field", "meaning", "unit and form", "left out", "example")
LAST_CLAUSE = re.compile(r"(?:^|[;:] |, )(?P<unless>[^;:]*?) unless stated\.$|; (?P<needed>needed [^;]*)\.$")
FROM = (
    "`from`",
    "Copies that catalogue entry (`key@2020`); the fields written replace its own.",
    "key of a unit cost, with its price year",
    "nothing is copied",
)


def language_page() -> str:
    """Every field of every type: its sentence, what it is in, what holds where it is left out, and an example."""
    own, known = types()
    parts = [HEAD, overview(own), *(section(model) for model in own), words_section()]
    return page([*parts, CATALOGUE_FILES, overview(known), *(section(model) for model in known)])


def types() -> tuple[list[type[Frozen]], list[type[Frozen]]]:
    """The types of a scenario file, and those that only catalogue files have."""
    kept = [model for model in models() if not issubclass(model, (*FORMS_ONLY, Estimate, Observed))] + [Estimate, Observed]
    known = [model for model in models(CatalogueFile) if not issubclass(model, (*FORMS_ONLY, Estimate)) and model not in kept]
    return kept, known


def heading(model: type[Frozen]) -> str:
    """'TargetGroup: `target_groups.NAME`'"""
    return f"{model.__name__}: {PLACES[model.__name__]}"


def overview(shown: list[type[Frozen]]) -> str:
    """The types with links to their sections."""
    rows = [(to(heading(model), model.__name__), PLACES[model.__name__], in_danish(model)) for model in shown]
    return table(("type", "where it is written", "in Danish"), rows)


def in_danish(model: type[Frozen]) -> str:
    """The Danish word of a type, with a link to what it means; nothing where the glossary has none."""
    key = TERMS.get(model.__name__)
    return f"[*{danish_words()[key]}*](glossary.md#{key})" if key else ""


def danish_words() -> dict[str, str]:
    """Key of a term → its Danish word."""
    return {term.key: term.danish for term in GLOSSARY}


def section(model: type[Frozen]) -> str:
    """One type as a table."""
    parts = [f"## {heading(model)}\n", plain((model.__doc__ or "").strip().splitlines()[0])]
    parts[-1] += f" In Danish: {in_danish(model)}." if in_danish(model) else ""
    parts += [f"\n{said}" for (name, _), said in REFUSED.items() if name == model.__name__]
    return "\n".join([*parts, "", table(HEADS, rows(model))])


def rows(model: type[Frozen]) -> Iterator[tuple[str, str, str, str, str]]:
    """Each field of a type: name, sentence, what it is in, what holds where it is left out, and an example."""
    said = sentences(model)
    for name, field in model.model_fields.items():
        if (model.__name__, name) in REFUSED:
            continue
        example = code(example_of(model, name) or missing(model, name))
        shown = "`NAME`" if model is PayerRule and name == "parameters" else code(name)
        absent = LEFT_OUT.get((model.__name__, name)) or left_out(field, said[name])
        yield shown, meaning(said[name]), is_in(model, name), absent, example
    if model.__name__ == "UnitCost":
        yield *FROM, code(example_of(model, "from") or missing(model, "from"))


def meaning(sentence: str) -> str:
    """A sentence without its last clause, which stands in a column of its own."""
    clause = LAST_CLAUSE.search(sentence)
    return plain(sentence if clause is None else f"{sentence[: clause.start()].rstrip('.')}.")


def missing(model: type[Frozen], field: str) -> str:
    """Stops the page: a field that no file writes has no example."""
    raise KeyError(f"no file writes {model.__name__}.{field}; scenarios/example.yaml is to show every field")


def is_in(model: type[Frozen], name: str) -> str:
    """The unit of a field, else the words it takes or the type that stands under it; and which forms it may have."""
    field = model.model_fields[name]
    words = words_of(field.annotation)
    if len(words) > 1:
        several = "list of " if any(get_origin(kind) is tuple for kind in kinds(field.annotation)) else ""
        return f"{several}{', '.join(code(word) for word in words)} ({to(heading_of(words), 'what they mean')})"
    if words:
        return code(words[0]) if words[0].isdecimal() else f"{code(words[0])} ({to(heading_of(words), 'what it means')})"
    below = kinds(field.annotation)
    unit = unit_of(model, name)
    if Payers in below and model.__name__ in SHARES_ONLY:
        return f"{linked('Shares')}; calendar value"
    if unit is None:
        return named(field, below)
    listed = any(get_origin(kind) is tuple and not kinds(kind.__args__[0]) for kind in below)
    return "; ".join([f"list of {plain(unit)}" if listed else plain(unit), *forms(model, name)])


def forms(model: type[Frozen], name: str) -> list[str]:
    """The forms that a number may have beside one plain number."""
    found: list[str] = []
    for kind in kinds(model.model_fields[name].annotation):
        if get_origin(kind) is tuple and kinds(kind.__args__[0]):
            found += ["since-entry value", "estimate"]
        elif get_origin(kind) is None and issubclass(kind, Series):
            either = issubclass(model, CostLine) and name in ("amount", "units")
            since = "calendar or since-entry value" if either else "calendar value"
            found += ["since-entry value" if name == "change" else since, "estimate"]
        elif get_origin(kind) is None and issubclass(kind, Estimate):
            found += ["estimate"]
    return found


def named(field: FieldInfo, below: list[object]) -> str:
    """What stands under a field that holds no number: a block, entries with names, a list, or text."""
    for kind in below:
        inner = [each for argument in getattr(kind, "__args__", ()) for each in kinds(argument)]
        if get_origin(kind) is tuple:
            return f"list of {'texts' if Text in inner or not inner else to(heading(inner[0]), inner[0].__name__)}"
        if inner and inner[0] is Text:
            return "text for each year"
        if inner:
            estimated = issubclass(inner[0], Estimate)
            return (
                "what the [rule](catalogue/payer_rules.md) asks; estimate"
                if estimated
                else f"names, each with a {to(heading(inner[0]), inner[0].__name__)}"
            )
        if kind is Text:
            return "text, or one for each language"
        if kind is Payers:
            return f"{linked('Shares')} or {linked('PayerRule')}; calendar value"
        if isinstance(kind, type):
            return linked(kind.__name__)
    return "`true` or `false`" if is_true_or_false(field.annotation) else "text"


def is_true_or_false(annotation: object) -> bool:
    """Whether a field takes true and false."""
    return annotation is bool or any(is_true_or_false(inner) for inner in get_args(annotation))


def linked(name: str) -> str:
    """A link to the section of a type."""
    return to(f"{name}: {PLACES[name]}", name)


def left_out(field: FieldInfo, sentence: str) -> str:
    """What holds where a field is not written: its default, or what its sentence says last."""
    default = None if field.is_required() else field.get_default()
    if field.is_required() or default is PydanticUndefined:
        return "required"
    if isinstance(default, Estimate):
        return f"{default.value:g}"
    if isinstance(default, bool):
        return "`true`" if default else "`false`"
    if isinstance(default, str):
        return code(default)
    if isinstance(default, int | float):
        return f"{default:g}"
    if (clause := LAST_CLAUSE.search(sentence)) is not None:
        return plain(clause["unless"] or clause["needed"])
    return "not stated" if default is None else "none"


def words_section() -> str:
    """Every closed field's words and what they mean."""
    parts = [WORDS_HEAD]
    for name in WORDS:
        listed = [(code(word), danish, meaning) for word, danish, meaning in explained(name)]
        parts.append(f"### {name}\n\n{table(('word', 'in Danish', 'means'), listed)}")
    return "\n".join(parts)
