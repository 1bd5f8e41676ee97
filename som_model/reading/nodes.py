"""The values of a file as nodes, each with its place; and one dotted address for each: finding it, and setting it anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias

from som_model.errors import Finding, Place
from som_model.reading.language import entries_named, fields_at
from som_model.wording.message import Message, reason

DEFAULT_SERIES = "net_price_index"
FIXED = ("som", "name", "variants", "catalogues", "catalogue")
"""What no variant may set: what the file is, rather than what it assumes."""

Content: TypeAlias = "str | dict[str, Node] | list[Node] | None"


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a file: text, null, a mapping or a list; where it stands, and where its key does."""

    content: Content
    place: Place
    key_place: Place

    def child(self, step: str) -> Node | None:
        """The element a step of an address leads to: a key, or a list element counted from 1."""
        if isinstance(self.content, dict):
            return self.content.get(step)
        if isinstance(self.content, list) and step.isdecimal() and 1 <= int(step) <= len(self.content):
            return self.content[int(step) - 1]
        return None


def plain(node: Node) -> Any:
    """The node as dicts, lists, text and None, without places."""
    content = node.content
    if isinstance(content, dict):
        return {key: plain(child) for key, child in content.items()}
    if isinstance(content, list):
        return [plain(child) for child in content]
    return content


def children(node: Node | None, *path: str) -> dict[str, Node]:
    """The entries of the mapping at a path; none where there is no mapping."""
    for step in path:
        node = node.child(step) if node is not None else None
    return node.content if node is not None and isinstance(node.content, dict) else {}


def elements(node: Node | None, key: str) -> list[Node]:
    """The elements of the list under a key; none where there is no list."""
    child = node.child(key) if node is not None else None
    return child.content if child is not None and isinstance(child.content, list) else []


def text_of(node: Node | None, key: str) -> str | None:
    """The text of a child, where there is one."""
    child = node.child(key) if node is not None else None
    return child.content if child is not None and isinstance(child.content, str) else None


def finding_at(place: Place, address: str, message: Message) -> Finding:
    """A finding at a place."""
    return Finding(place.file, place.line, place.column, address, message)


def read_text(path: Path, shown: str) -> str | Finding:
    """The text of a UTF-8 file (a byte-order mark is accepted), or what is wrong with it."""
    place = Place(shown)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return finding_at(place, "", Message.of("file_missing", file=shown))
    except OSError as error:
        return finding_at(place, "", Message.of("file_unreadable", file=shown, reason=reason(error)))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return finding_at(Place(shown, line, 1), "", Message.of("file_not_utf8"))


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
    if isinstance(value, Decimal):
        return node_of(float(value), place)
    if isinstance(value, bool):
        return Node("true" if value else "false", place, place)
    if isinstance(value, int | float):
        if not isfinite(value):  # nan, a table's empty cell, is refused by its field, with the address
            return Node(str(value), place, place)
        digits = format(Decimal(repr(value)), "f")  # never exactly three decimals, which a file could not tell from thousands
        return Node(digits + "0" if len(digits.partition(".")[2]) == 3 else digits, place, place)
    raise TypeError(f"{value!r} is not a number, text, list or mapping")


def set_at(root: Node, address: str, new: Node, place: Place) -> tuple[Node, list[Finding]]:
    """The tree with one address set, or the finding that says why there is no such address."""
    steps = address.split(".")
    if not all(steps):
        return root, [_no_address(root, steps, steps.index(""), place)]
    if steps[0] in FIXED:
        return root, [finding_at(place, address, Message.of("address_fixed", address=address))]
    parents = [root]
    for depth in range(len(steps) - 1):
        child = _with_room(parents[-1].child(_entry(parents, steps, depth)), steps[: depth + 1], place)
        if child is None:
            return root, [_no_address(root, steps, depth, place)]
        parents.append(child)
    parent, field = parents[-1], steps[-1]
    left_out = field in fields_at(steps[:-1]) or parent.child("rule") is not None
    names_are_free = isinstance(parent.content, list) or entries_named(steps[:-1])
    if parent.child(_entry(parents, steps, len(steps) - 1)) is None and (names_are_free or not left_out):
        return root, [_no_address(root, steps, len(steps) - 1, place)]
    value = new
    for depth in reversed(range(len(steps))):
        parent, entry = parents[depth], _entry(parents, steps, depth)
        content: Content
        if isinstance(parent.content, list):
            content = [*parent.content]
            content[int(entry) - 1] = value
        else:
            content = {**children(parent), entry: value}
        value = Node(content, parent.place, parent.key_place)
    return value, []


def _with_room(node: Node | None, steps: list[str], place: Place) -> Node | None:
    """The part with room for fields: a plain number becomes an estimate, a series by name a mapping."""
    if steps == ["price_index"] and (node is None or isinstance(node.content, str)):
        series = node or Node(DEFAULT_SERIES, place, place)
        return Node({"series": series}, series.place, series.key_place)
    if node is not None and isinstance(node.content, str) and "value" in fields_at(steps):
        return Node({"value": node}, node.place, node.key_place)
    return node if node is not None and isinstance(node.content, dict | list) else None


def drops_what_was_known(root: Node, address: str, new: Node) -> bool:
    """Whether a plain number takes the place of an estimate, or of years or entries of which one is an estimate."""
    old = find(root, address)
    return isinstance(new.content, str) and old is not None and _holds_an_estimate(old)


def _holds_an_estimate(node: Node) -> bool:
    if isinstance(node.content, dict):
        return "value" in node.content or "observed" in node.content or any(map(_holds_an_estimate, node.content.values()))
    return isinstance(node.content, list) and any(map(_holds_an_estimate, node.content))


def find(root: Node, address: str) -> Node | None:
    """The node an address leads to, if it is written."""
    steps, passed = address.split("."), [root]
    for depth in range(len(steps)):
        node = passed[-1].child(_entry(passed, steps, depth))
        if node is None:
            return None
        passed.append(node)
    return passed[-1]


CALENDAR = ("participants", "fte", "hours_per_week", "annual_cost", "annual_salary", "realisable", "payers")


def follows_calendar(parent: Node, field: str) -> bool:
    """Whether the entries of a list are years: those of `field`, which stands in `parent`."""
    basis = parent.child("basis")
    per_person = basis is not None and basis.content in ("participant", "completer")
    return field in CALENDAR or (field in ("amount", "units") and not per_person)


def _entry(passed: Sequence[Node], steps: Sequence[str], depth: int) -> str:
    """The key that a step names; of a list its number from 1, also where it is named by a year it follows.

    passed: the nodes that the steps before lead to, the whole tree first.
    """
    step = steps[depth]
    if not (isinstance(passed[depth].content, list) and step.isdecimal() and len(step) == 4 and depth):
        return step
    start = first_year(passed[0])
    by_year = start is not None and follows_calendar(passed[depth - 1], steps[depth - 1])
    return str(int(step) - (start or 0) + 1) if by_year else step


def first_year(root: Node) -> int | None:
    """The first year of the period, where it is written as a year."""
    text = text_of(root.child("period"), "start")
    return int(text) if text is not None and text.isdecimal() else None


def _no_address(root: Node, steps: list[str], depth: int, place: Place) -> Finding:
    """The finding for a step that leads nowhere, with the nearest address that does."""
    address = ".".join(steps)
    written = list(_addresses(root, ()))
    ending = [longer for longer in written if longer.endswith(f".{address}")]
    near = ending or get_close_matches(address, written, n=1, cutoff=0.75)
    if near and near[0] != address:
        return finding_at(place, address, Message.of("no_address_near", address=address, near=near[0]))
    parent = find(root, ".".join(steps[:depth])) if depth else root
    known: list[str] = []
    if parent is not None and isinstance(parent.content, dict):
        known = [*parent.content, *(() if entries_named(steps[:depth]) else fields_at(steps[:depth]))]
    elif parent is not None and isinstance(parent.content, list):
        known = [str(index + 1) for index in range(len(parent.content))]
    listed = tuple(dict.fromkeys(known))[:12]
    if listed and steps[depth] not in listed:
        return finding_at(place, address, Message.of("no_address_known", address=address, known=listed))
    return finding_at(place, address, Message.of("no_address", address=address))


def _addresses(node: Node, path: tuple[str, ...]) -> Iterator[str]:
    """Every address that is written, but those of variants."""
    if path:
        yield ".".join(path)
    if isinstance(node.content, dict):
        for key, child in node.content.items():
            if path or key not in FIXED:
                yield from _addresses(child, (*path, key))
    elif isinstance(node.content, list):
        for index, child in enumerate(node.content):
            yield from _addresses(child, (*path, str(index + 1)))
