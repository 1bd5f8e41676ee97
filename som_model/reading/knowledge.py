"""The catalogues a scenario can draw on: its own files first, then the built-in one, read when asked.

Each version of the built-in catalogue has a file of what calculations rested on (prices and payers, laws of rules,
series and rates), so that a scenario can be told what changed since it was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from som_model.catalogue.files import DATA, VERSIONS, contents
from som_model.errors import Finding
from som_model.reading.nodes import Node, children, elements, finding_at, plain, read_text, text_of
from som_model.reading.parsing import parse
from som_model.wording.message import Message

BUILT_IN_PLACE = "som_model:catalogue/"
"""With what the shown name of every built-in file begins; no folder of a user has such a name."""
RULE_FIELDS = ("since", "unknown", "only_for", "numbers", "amounts", "level")
OTHER_FIELDS = ("law", "unit", "kind", "index", "realisable", "real_growth")
"""What a calculation takes of a price beside its amount and payers."""

Snapshot = Mapping[str, Mapping[str, Any]]


class BuiltIn(Mapping[str, Node]):
    """The entries of a section of the built-in catalogue; a file is read when one of its entries is asked for."""

    def __init__(self, section: str) -> None:
        self._section = section
        self._files = contents(section)

    def __getitem__(self, key: str) -> Node:
        return children(_built_in_file(self._files[key]), self._section)[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@cache
def _built_in_file(path: Path) -> Node:
    shown = f"{BUILT_IN_PLACE}{path.relative_to(DATA).as_posix()}"
    text = read_text(path, shown)
    root, findings = parse(text, shown) if isinstance(text, str) else (None, [text])
    assert not findings, findings
    assert root is not None
    return with_copies(root, Knowledge((), built_in=False))[0]


@dataclass(frozen=True)
class Knowledge:
    """Own catalogue files (later ones first in rank) and the built-in catalogue."""

    own: tuple[Node, ...] = ()
    built_in: bool = True

    def sources(self, section: str) -> Iterator[tuple[bool, Mapping[str, Node]]]:
        """(own, entries) of one section, the strongest first."""
        for root in reversed(self.own):
            yield True, children(root, section)
        if self.built_in:
            yield False, BuiltIn(section)

    def entry(self, section: str, key: str) -> Node | None:
        """An entry without vintages: a target group, series or schedule."""
        return next((entries[key] for _, entries in self.sources(section) if key in entries), None)

    def replaces(self, section: str, key: str) -> bool:
        """Whether an own catalogue's entry goes before a built-in one."""
        own = any(key in entries for is_own, entries in self.sources(section) if is_own)
        return own and any(key in entries for is_own, entries in self.sources(section) if not is_own)

    def replaces_price(self, key: str) -> bool:
        """Whether the built-in catalogue has a price of this key beside the own ones."""
        return self.built_in and any(name.partition("@")[0] == key for name in contents("unit_costs"))

    def names(self, section: str) -> list[str]:
        """Every key of a section, without vintages."""
        return sorted({key.partition("@")[0] for _, entries in self.sources(section) for key in entries})

    def vintages(self, key: str) -> list[dict[int, Node]]:
        """The vintages of a unit cost by price year, one mapping for each catalogue that has it."""
        by_catalogue = [
            {_price_year(entries[name], name): entries[name] for name in entries if name.partition("@")[0] == key}
            for _, entries in self.sources("unit_costs")
        ]
        return [years for years in by_catalogue if years]


def _price_year(node: Node, name: str) -> int:
    written = text_of(node, "price_year") if node.child("price_year") is not None else name.partition("@")[2]
    return int(written) if written is not None and written.isdecimal() else 0


def with_copies(root: Node, knowledge: Knowledge) -> tuple[Node, list[Finding]]:
    """A catalogue file whose entries with `from` have copied the entry they name; and those that name nothing.

    An entry copies from the same file first, then from the catalogues before it.
    """
    entries = children(root, "unit_costs")
    unknown: list[Finding] = []

    def copied(key: str, seen: tuple[str, ...]) -> Node:
        node = entries[key]
        origin = node.child("from")
        if origin is None or not isinstance(origin.content, str):
            return node
        source = _named(origin.content, entries, knowledge)
        if isinstance(source, str) and source not in seen:
            source = copied(source, (*seen, source))
        if not isinstance(source, Node):
            message = Message.of("unknown_origin", name=origin.content)
            unknown.append(finding_at(origin.place, f"unit_costs.{key}.from", message))
            source = Node({}, node.place, node.key_place)
        own = {name: child for name, child in children(_dated(key, node)).items() if name != "from"}
        same = origin.content.partition("@")[0] == key.partition("@")[0]
        return Node({**inherited(source, own, vintage=same), **own}, node.place, node.key_place)

    copies: dict[str, Node] = {key: _dated(key, copied(key, (key,))) for key in entries}
    section = root.child("unit_costs")
    if not copies or section is None or not isinstance(root.content, dict):
        return root, unknown
    content = {**root.content, "unit_costs": Node(copies, section.place, section.key_place)}
    return Node(content, root.place, root.key_place), unknown


def inherited(source: Node, own: dict[str, Node], *, vintage: bool) -> dict[str, Node]:
    """The fields that a copy takes from its origin; with a source of its own it takes no other's address, nor its
    note unless it is another price year of the same thing."""
    left = () if "source" not in own else ("url",) if vintage else ("url", "note")
    return {name: child for name, child in children(source).items() if name not in left}


def _dated(key: str, node: Node) -> Node:
    """An entry named key@2020 is in 2020 prices where it does not say."""
    year = key.partition("@")[2]
    if not year or not isinstance(node.content, dict) or "price_year" in node.content:
        return node
    return Node({**node.content, "price_year": Node(year, node.key_place, node.key_place)}, node.place, node.key_place)


def contradictions(root: Node) -> Iterator[Finding]:
    """Entries whose price_year is not the year of their key."""
    for key, node in children(root, "unit_costs").items():
        year, stated = key.partition("@")[2], node.child("price_year")
        if len(year) == 4 and stated is not None and isinstance(stated.content, str) and stated.content != year:
            message = Message.of("vintage_contradicts", named=year, stated=stated.content)
            yield finding_at(stated.place, f"unit_costs.{key}.price_year", message)


def _named(reference: str, entries: dict[str, Node], knowledge: Knowledge) -> Node | str | None:
    """The key of the same file that a reference names, or the entry of another catalogue."""
    if reference in entries:
        return reference
    key, _, year = reference.partition("@")
    if key in entries and str(_price_year(entries[key], key)) == year:
        return key
    for years in knowledge.vintages(key):
        if not year:
            return years[max(years)]
        if year.isdecimal() and int(year) in years:
            return years[int(year)]
    return None


def own_catalogues(root: Node, folder: Path) -> Iterator[tuple[Node, Path, str]]:
    """(the name as written, path, shown name) of each own catalogue file."""
    for node in elements(root, "catalogues"):
        if isinstance(node.content, str):
            yield node, folder / node.content, node.content


@cache
def snapshot() -> dict[str, dict[str, Any]]:
    """What the installed catalogue holds: key@year → [price, payers, other fields], and rules, series and schedules by name."""
    prices: dict[str, Any] = {}
    for name, node in BuiltIn("unit_costs").items():
        read = plain(node)
        prices[f"{name.partition('@')[0]}@{read['price_year']}"] = _compared(read)
    rules = {
        name: _text([{field: law[field] for field in RULE_FIELDS if field in law} for law in plain(node)["laws"]])
        for name, node in BuiltIn("payer_rules").items()
    }
    series = {name: plain(node)["values"] for name, node in BuiltIn("indices").items()}
    rates = {name: _text(plain(node)["rates"]) for name, node in BuiltIn("discount_schedules").items()}
    return {"unit_costs": prices, "payer_rules": rules, "indices": series, "discount_schedules": rates}


def _compared(read: Mapping[str, Any]) -> list[str]:
    other = {field: read[field] for field in OTHER_FIELDS if field in read}
    return [_text(read.get("amount")), _text(read.get("payers")), _text(other)]


def earlier(version: str) -> Snapshot | None:
    """The file of a version; None where it is not known."""
    path = VERSIONS / f"{version}.json"
    if not path.is_file():
        return None
    read: Snapshot = json.loads(path.read_text(encoding="utf-8"))
    return read


def changed_prices(then: Snapshot, used: Mapping[str, tuple[str, Node]], price_year: str) -> Iterator[tuple[str, str]]:
    """(key, price | payers | fields | new_entry | vintage) of every used price that would have been another.

    used: name in the scenario → (reference, entry taken). A reference stood for the price year it names, else the
    latest that is not after the scenario's.
    """
    for name, (reference, node) in used.items():
        if not node.place.file.startswith(BUILT_IN_PLACE):
            continue
        key, _, pinned = reference.partition("@")
        years = {dated.partition("@")[2]: was for dated, was in then["unit_costs"].items() if dated.partition("@")[0] == key}
        taken = pinned or max((year for year in years if year <= price_year), default=min(years, default=""))
        now = plain(node)
        if taken not in years:
            yield name, "new_entry"
        elif taken != now.get("price_year"):
            yield name, "vintage"
        else:
            compared = zip(("price", "payers", "fields"), years[taken], _compared(now), strict=True)
            yield from ((name, what) for what, was, is_now in compared if was != is_now)


def changed_others(then: Snapshot, section: str, used: Mapping[str, Node]) -> Iterator[str]:
    """Names of used rules, series or schedules that were another; a year added to a series changes nothing."""
    now = snapshot()[section] if any(node.place.file.startswith(BUILT_IN_PLACE) for node in used.values()) else {}
    for name in used:
        was, is_now = then[section].get(name), now.get(name)
        if is_now is None:
            continue
        if section == "indices" and was is not None:
            if any(is_now.get(year) != value for year, value in was.items()):
                yield name
        elif was != is_now:
            yield name


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
