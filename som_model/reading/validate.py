"""From nodes to a frozen model: every refusal of a field as a finding, and what is left of a tree without them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError

from som_model.catalogue.rules.rule import in_kroner, rule_asking
from som_model.errors import Finding, Place
from som_model.reading.language import entries_named, fields_at
from som_model.reading.nodes import Node, finding_at, first_year, follows_calendar, plain
from som_model.scenario.frozen import Frozen
from som_model.wording.labels import DANISH_NAMES
from som_model.wording.message import Message

M = TypeVar("M", bound=Frozen)
RULES = {"in_kroner": in_kroner}
"""What the types must know of the payer rules, which stand above them."""

FORMS = {
    "som": "som: 1",
    "period": "period: {start: 2024, years: 5}",
    "discount_rate": "discount_rate: 0",
    "price_year": "price_year: 2024",
    "participants": "participants: 10",
    "start": "start: 2024",
}
"""How a missing field is written, where its name does not show it."""
MOST_OVERHEAD = 3
ABOUT_KEYS = ("unknown_key_near", "known_of_parameter")
"""Refusals of a field's name, not of its value."""
ROUNDS = 8
"""Times that refused parts are taken out before a tree is given up."""
LIMITS = {
    "greater_than_equal": ("too_small", "ge"),
    "greater_than": ("not_above", "gt"),
    "less_than_equal": ("too_large", "le"),
    "less_than": ("not_below", "lt"),
}


def validated(root: Node, model: type[M]) -> tuple[M | None, list[Finding]]:
    """The model, or every finding of its fields: a list whose entries are refused is not also too short, and a missing
    field beside an unknown one of nearly its name is one slip."""
    try:
        return model.model_validate(plain(root), context=RULES), []
    except ValidationError as refused:
        errors = refused.errors(include_url=False, include_input=False)
    findings = []
    for details in errors:
        place, kind = details["loc"], details["type"]
        inside = [other for other in errors if len(other["loc"]) > len(place) and other["loc"][: len(place)] == place]
        beside = [other["loc"][-1] for other in errors if other["type"] == "extra_forbidden" and other["loc"][:-1] == place[:-1]]
        misspelt = kind == "missing" and any(nearly(str(field), str(place[-1])) for field in beside)
        if not (kind == "too_short" and inside) and not misspelt:
            findings.append(_finding(root, model, details))
    return None, findings


def nearly(written: str, field: str) -> bool:
    """Whether a word is nearly a field's name, or the Danish for it."""
    return DANISH_NAMES.get(written.lower()) == field or bool(get_close_matches(field, [written.lower()], n=1, cutoff=0.6))


def steps_to(root: Node, loc: tuple[int | str, ...]) -> tuple[list[str], Node]:
    """The steps of an address that a validator's location stands for, and the node they lead to."""
    steps: list[str] = []
    node = root
    for position, part in enumerate(loc):
        if part == "rule" and (position == 0 or loc[position - 1] != "rule"):
            continue  # which of two forms the payers have; the rule's own name comes after it
        for step in [str(part + 1)] if isinstance(part, int) else str(part).split("."):
            child = node.child(step)
            if child is not None:
                steps.append(step)
                node = child
    return steps, node


def address_of(root: Node, steps: list[str]) -> str:
    """The dotted address: elements of a calendar list are named by year, of other lists by number."""
    named: list[str] = []
    node, parent = root, root
    for depth, step in enumerate(steps):
        by_year = bool(depth) and isinstance(node.content, list) and follows_calendar(parent, steps[depth - 1])
        start = first_year(root) if by_year else None
        named.append(step if start is None else str(start + int(step) - 1))
        parent, node = node, node.child(step) or node
    return ".".join(named)


def _finding(root: Node, model: type[Frozen], details: Any) -> Finding:
    """What a validator's error says, at the place and address of what it refuses."""
    steps, node = steps_to(root, details["loc"])
    address = address_of(root, steps)
    kind = details["type"]
    context = details.get("ctx") or {}
    last = str(details["loc"][-1]) if details["loc"] else ""
    if kind == "missing":
        place = node.key_place if steps else Place(root.place.file, 1, 1)
        written = FORMS.get(last)
        message = Message.of("missing_form", field=last, write=written) if written else Message.of("missing_field", field=last)
        return finding_at(place, f"{address}.{last}".lstrip("."), message)
    if kind == "extra_forbidden":
        message = unknown_key(steps, model, last)
        if (rule := rule_asking(last)) is not None:
            value = node.content if isinstance(node.content, str) else "…"
            message = Message.of("parameter_belongs_to_rule", name=last, rule=rule, value=value)
        return finding_at(node.key_place, address, message)
    if "text" not in context:
        return finding_at(node.place, address, _built_in(kind, context, node, fields_at(steps, model)))
    message = Message.of(context["text"], **{name: value for name, value in context.items() if name not in ("text", "at")})
    part = context.get("at")  # a refusal of our own may name the part that is meant, written or missing
    if part is None:
        return finding_at(node.key_place if last == "[key]" else node.place, address, message)
    child = node.child(part)
    if child is None:
        return finding_at(node.key_place, f"{address}.{part}", message)
    return finding_at(child.key_place if message.key in ABOUT_KEYS else child.place, f"{address}.{part}", message)


def _built_in(kind: str, context: dict[str, Any], node: Node, fields: tuple[str, ...]) -> Message:
    """The words for a refusal that the validator has itself."""
    written = node.content if isinstance(node.content, str) else ""
    if kind in LIMITS:
        key, limit = LIMITS[kind]
        if key in ("too_large", "not_below") and context[limit] == 1 and 1 < float(written or 0) <= 100:
            return Message.of("share_as_percentage", raw=written, write=f"{float(written) / 100:g}")
        if key == "too_large" and context[limit] == MOST_OVERHEAD and float(written or 0) <= 100:
            return Message.of("overhead_as_percentage", raw=written, write=f"{float(written) / 100:g}")
        return Message.of(key, raw=written, limit=f"{context[limit]:g}")
    if kind == "literal_error":
        return one_of(written, re.findall(r"'([^']+)'", context["expected"]))
    if kind == "too_short" and isinstance(node.content, dict):
        return Message.of("empty_mapping")
    if kind in ("too_short", "too_long"):
        return Message.of("list_length", least=context.get("min_length", 0), most=context.get("max_length") or 60)
    if kind == "string_pattern_mismatch":
        return Message.of("version_form", raw=written)
    if kind == "string_type":
        return Message.of("text_expected")
    if kind in ("tuple_type", "list_type"):
        return Message.of("list_expected")
    return Message.of("mapping_expected", write=f"{{{fields[0] if fields else '…'}: …}}")


def _nearest(written: str, known: list[str]) -> str | None:
    """The known word that is meant: the one whose Danish is written, else the most alike."""
    danish_for = DANISH_NAMES.get(written.lower())
    alike = [danish_for] if danish_for else get_close_matches(written.lower(), known, n=1, cutoff=0.5)
    return alike[0] if alike and alike[0] in known else None


def one_of(written: str, known: list[str]) -> Message:
    """A word that is not among those the field takes, with the nearest."""
    near = _nearest(written, known)
    if near is not None:
        return Message.of("not_one_of_near", raw=written, near=near, known=tuple(known))
    return Message.of("not_one_of", raw=written, known=tuple(known))


def unknown_key(steps: list[str], model: type[Frozen], key: str) -> Message:
    """A field that the language does not have at a path, with the nearest that it has."""
    known = [field for field in fields_at(steps[:-1], model) if field != key]
    near = _nearest(key, known)
    if near is not None:
        return Message.of("unknown_key_near", key=key, near=near)
    if not known:
        return Message.of("unknown_key_here", key=key)
    return Message.of("unknown_key", key=key, known=tuple(known))


def pruned(root: Node, model: type[M], placeholders: dict[str, str]) -> tuple[M | None, list[str]]:
    """What is left of a tree when refused parts are taken as unknown, so that its other parts can be checked.

    Returns the model (None where nothing can be made of it) and the addresses taken out.
    """
    taken: list[str] = []
    for _ in range(ROUNDS):
        try:
            return model.model_validate(plain(root), context=RULES), taken
        except ValidationError as error:
            for details in reversed(error.errors(include_url=False, include_input=False)):
                steps, _node = steps_to(root, details["loc"])
                if details["type"] == "missing" and not steps and details["loc"][0] in placeholders:
                    root = _set(root, [details["loc"][0]], placeholders[details["loc"][0]])
                    taken.append(str(details["loc"][0]))
                    continue
                root = _without(root, steps, details, placeholders, taken, model)
    return None, taken


def _without(
    root: Node, steps: list[str], details: Any, placeholders: dict[str, str], taken: list[str], model: type[Frozen]
) -> Node:
    """The tree with a refused part taken as unknown, or taken out where it cannot be."""
    lists = (depth for depth in range(len(steps)) if (node := _at(root, steps[:depth])) and isinstance(node.content, list))
    in_list = next(lists, None)
    if in_list is not None and ".".join(steps) in taken:
        steps = steps[:in_list]
    address = ".".join(steps)
    if len(steps) == 1 and steps[0] in placeholders:
        taken.append(address)
        return _set(root, steps, placeholders[steps[0]])
    if not steps or (node := _at(root, steps)) is None:
        return root
    unwanted = details["type"] in ("extra_forbidden", "missing") or address in taken or entries_named(steps[:-1], model)
    taken.append(address)
    return _set(root, steps, None, delete=unwanted or node.content is None)


def _at(root: Node, steps: list[str]) -> Node | None:
    node: Node | None = root
    for step in steps:
        node = node.child(step) if node is not None else None
    return node


def _set(root: Node, steps: list[str], text: str | None, delete: bool = False) -> Node:
    if not steps:
        return Node(text, root.place, root.key_place)
    step, rest = steps[0], steps[1:]
    content = root.content
    if isinstance(content, list):
        items = list(content)
        items[int(step) - 1] = _set(items[int(step) - 1], rest, text, delete)
        if delete and not rest:
            del items[int(step) - 1]
        return Node(items, root.place, root.key_place)
    entries = dict(content) if isinstance(content, dict) else {}
    if delete and not rest:
        entries.pop(step, None)
    else:
        entries[step] = _set(entries.get(step, Node(None, root.place, root.place)), rest, text, delete)
    return Node(entries, root.place, root.key_place)
