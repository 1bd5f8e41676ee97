"""The first place where each field of each type is written: in the example, the own catalogue, the built-in catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

import yaml

from making.commands import ROOT
from som_model.catalogue.files import DATA, SECTIONS, CatalogueFile
from som_model.scenario.calendar import Series
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers, Shares
from som_model.scenario.scenario import Scenario, Variant

LONGEST = 72
"""Signs of an example before it is cut with …"""
WRITTEN_NOWHERE = {("Consequence", "relapse_included"): "relapse_included: true"}
"""Fields that no file of ours needs yet."""
Examples = dict[tuple[type[Frozen], str], str]


def example_of(model: type[Frozen], field: str) -> str | None:
    """`field: value` as it is written somewhere; of a type that shares the field where the type itself never writes it."""
    found = examples()
    nowhere = WRITTEN_NOWHERE.get((model.__name__, field))
    return next((found[part, field] for part in model.__mro__ if (part, field) in found), nowhere)


@cache
def examples() -> Examples:
    """(type, field) → its first place, also under the types it is made from."""
    found: Examples = {}
    scenario = ROOT / "scenarios" / "example.yaml"
    built_in = [path for section in SECTIONS for path in sorted((DATA / section).glob("*.yaml"))]
    for path in (scenario, ROOT / "scenarios" / "our_prices.yaml", *built_in):
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for model, field, value in written_in(Scenario if path == scenario else CatalogueFile, node):
            for part in model.__mro__:
                if issubclass(part, Frozen) and part is not Frozen:
                    found.setdefault((part, field), value)
    return found


def written_in(annotation: Any, node: yaml.Node) -> Iterator[tuple[type[Frozen], str, str]]:
    """(type, field, how it is written) of everything below a node of a type."""
    for kind in kinds(annotation):
        if get_origin(kind) is Mapping or (isinstance(kind, type) and issubclass(kind, Series | Payers)):
            yield from _by_name(kind, node)
        elif get_origin(kind) is tuple and isinstance(node, yaml.SequenceNode):
            for each in node.value:
                yield from written_in(get_args(kind)[0], each)
        elif isinstance(kind, type) and isinstance(node, yaml.MappingNode) and not _is_other(kind, node):
            yield from _fields(kind, node)


def kinds(annotation: Any) -> list[Any]:
    """The types, mappings and tuples inside Annotated, Optional and unions."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return [annotation]
    if get_origin(annotation) in (Mapping, tuple):
        return [annotation]
    return [kind for inner in get_args(annotation) for kind in kinds(inner)]


def _by_name(kind: Any, node: yaml.Node) -> Iterator[tuple[type[Frozen], str, str]]:
    """Entries under names or years, entries of a list, or the one value that stands for all years."""
    series = get_origin(kind) is not Mapping
    inner = kind.model_fields["every"].annotation if series else get_args(kind)[1]
    if isinstance(node, yaml.SequenceNode):
        below = node.value
    elif isinstance(node, yaml.MappingNode) and (not series or node.value[0][0].value.isdecimal()):
        below = [value for _, value in node.value]
    else:
        below = [node] if series else []
    for each in below:
        yield from written_in(inner, each)


def _is_other(kind: type[Frozen], node: yaml.MappingNode) -> bool:
    """Whether shares of payers are a rule, or the other way round."""
    ruled = any(key.value == "rule" for key, _ in node.value)
    return (kind is Shares and ruled) or (kind is PayerRule and not ruled)


def _fields(model: type[Frozen], node: yaml.MappingNode) -> Iterator[tuple[type[Frozen], str, str]]:
    for key, value in node.value:
        name = "parameters" if model is PayerRule and key.value != "rule" else key.value
        yield model, name, _line(key.value, value)
        if name in model.model_fields:
            yield from written_in(model.model_fields[name].annotation, value)
        if model is Variant and name == "set":
            for address, setting in value.value:
                if address.value in Scenario.model_fields:
                    yield Scenario, address.value, _line(address.value, setting)
                    yield from written_in(Scenario.model_fields[address.value].annotation, setting)


def _line(key: str, value: yaml.Node) -> str:
    return f"{key}: {written(value, LONGEST - len(key))}"


def written(node: yaml.Node, room: int, *, inside: bool = False) -> str:
    """A node on one line, as YAML, cut where it grows longer than the room."""
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, room, inside=inside)
    ends = "{}" if isinstance(node, yaml.MappingNode) else "[]"
    parts: list[str] = []
    left = room - 2
    for each in node.value:
        key = f"{each[0].value}: " if isinstance(each, tuple) else ""
        if left < len(key) + 4:
            parts.append("…")
            break
        parts.append(key + written(each[1] if isinstance(each, tuple) else each, left - len(key), inside=True))
        left -= len(parts[-1]) + 2
    return ends[0] + ", ".join(parts) + ends[1]


def _scalar(node: yaml.ScalarNode, room: int, *, inside: bool) -> str:
    text = " ".join(node.value.split())
    if len(text) > room and " " in text:
        text = f"{text[: max(room - 2, 8)].rpartition(' ')[0]} …".strip()
    elif len(text) > room:
        text = "…" if inside else f"{text[: room - 1]}…"
    special = node.style in ("'", '"') or ": " in text or (inside and any(sign in text for sign in ",]}"))
    if not special:
        return text
    return f'"{text}"' if "'" in text or node.style == '"' else f"'{text}'"
