"""One dotted address per assumption: finding it, and setting it to a new value."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite
from typing import Any

from som_model.errors import Finding, Place
from som_model.reading.language import entries_named, fields_at
from som_model.reading.nodes import Node, finding_at
from som_model.wording.message import Message

FIXED = ("som", "name", "variants", "catalogues", "catalogue")
"""What no variant may set: what the file is, rather than what it assumes."""


def node_of(value: Any, place: Place) -> Node:
    """A Python value as a node. Raises TypeError for what the language has no form for."""
    if isinstance(value, Mapping):
        return Node({str(key): node_of(item, place) for key, item in value.items()}, place, place)
    if isinstance(value, list | tuple):
        return Node([node_of(item, place) for item in value], place, place)
    if hasattr(value, "tolist"):
        return node_of(value.tolist(), place)
    if value is None or isinstance(value, str):
        return Node(value, place, place)
    if isinstance(value, bool):
        return Node("true" if value else "false", place, place)
    if isinstance(value, int | float) and isfinite(value):
        return Node(_digits(value), place, place)
    raise TypeError(f"{value!r} is not a number, text, list or mapping")


def _digits(value: int | float) -> str:
    """A number without exponent; never exactly three decimals, which a file could not tell from thousands."""
    text = format(Decimal(repr(value)), "f")
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def placed(node: Node, place: Place) -> Node:
    """The node with every part at one place: what a variant sets stands where the variant says it."""
    content = node.content
    if isinstance(content, dict):
        content = {key: placed(child, place) for key, child in content.items()}
    elif isinstance(content, list):
        content = [placed(child, place) for child in content]
    return Node(content, place, place)


def set_at(root: Node, address: str, new: Node, place: Place) -> tuple[Node, list[Finding]]:
    """The tree with one address set, or the findings that say why there is no such address."""
    steps = address.split(".")
    if steps[0] in FIXED or not all(steps):
        return root, [finding_at(place, address, Message.of("address_fixed", address=address))]
    parents = [root]
    for depth, step in enumerate(steps[:-1]):
        child = _element(parents[-1], step, root)
        if child is None or not isinstance(child.content, dict | list):
            return root, [_no_address(root, steps, depth, place)]
        parents.append(child)
    if not _may_be_set(parents[-1], steps, root):
        return root, [_no_address(root, steps, len(steps) - 1, place)]
    value = new
    for parent, step in zip(reversed(parents), reversed(steps), strict=True):
        value = _with(parent, step, value, root)
    return value, []


def drops_what_was_known(root: Node, address: str, new: Node) -> bool:
    """Whether a plain number takes the place of an estimate."""
    old = find(root, address)
    return old is not None and _is_estimate(old) and isinstance(new.content, str)


def find(root: Node, address: str) -> Node | None:
    """The node an address leads to, if it is written."""
    node: Node | None = root
    for step in address.split("."):
        node = _element(node, step, root) if node is not None else None
    return node


def _is_estimate(node: Node) -> bool:
    return isinstance(node.content, dict) and ("value" in node.content or "observed" in node.content)


def _element(node: Node, step: str, root: Node) -> Node | None:
    """A key, a list element counted from 1, or a year of a list that follows the calendar."""
    if isinstance(node.content, list) and step.isdigit() and len(step) == 4:
        start = _start(root)
        return node.child(str(int(step) - start + 1)) if start is not None else None
    return node.child(step)


def _start(root: Node) -> int | None:
    period = root.child("period")
    start = period.child("start") if period else None
    text = start.content if start else None
    return int(text) if isinstance(text, str) and text.isdigit() else None


def _may_be_set(parent: Node, steps: list[str], root: Node) -> bool:
    """An element that stands there, or a field of the language that is left out."""
    if _element(parent, steps[-1], root) is not None:
        return True
    if isinstance(parent.content, list) or entries_named(steps[:-1]):
        return False
    return steps[-1] in fields_at(steps[:-1])


def _with(parent: Node, step: str, child: Node, root: Node) -> Node:
    if isinstance(parent.content, list):
        index = int(step) - (_start(root) or 0) + 1 if len(step) == 4 else int(step)
        items = list(parent.content)
        items[index - 1] = child
        return Node(items, parent.place, parent.key_place)
    assert isinstance(parent.content, dict)
    return Node({**parent.content, step: child}, parent.place, parent.key_place)


def _no_address(root: Node, steps: list[str], depth: int, place: Place) -> Finding:
    """The finding for a step that leads nowhere, with the nearest that does."""
    parent = find(root, ".".join(steps[:depth])) if depth else root
    known: list[str] = []
    if parent is not None and isinstance(parent.content, dict):
        known = [*parent.content, *(() if entries_named(steps[:depth]) else fields_at(steps[:depth]))]
    elif parent is not None and isinstance(parent.content, list):
        known = [str(index + 1) for index in range(len(parent.content))]
    near = get_close_matches(steps[depth], known, n=1, cutoff=0.4)
    address = ".".join(steps)
    if near:
        written = ".".join([*steps[:depth], near[0], *steps[depth + 1 :]])
        return finding_at(place, address, Message.of("no_address_near", address=address, near=written))
    listed = tuple(dict.fromkeys(known))[:12]
    if listed:
        return finding_at(place, address, Message.of("no_address_known", address=address, known=listed))
    return finding_at(place, address, Message.of("no_address", address=address))
