"""The catalogues a scenario can draw on: its own files first, then the built-in ones, read when asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from som_model.catalogue.catalogue_file import BUILT_IN, DATA
from som_model.reading.nodes import Node, parse, read_text


@lru_cache(maxsize=None)
def _built_in(section: str) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    for name in BUILT_IN[section]:
        entries.update(_entries(_file(DATA / name), section))
    return entries


@lru_cache(maxsize=None)
def _file(path: Path) -> Node:
    text = read_text(path, f"catalogue/{path.name}")
    root, findings = parse(text, f"catalogue/{path.name}") if isinstance(text, str) else (None, [text])
    assert root is not None and not findings, findings
    return root


def _entries(root: Node, section: str) -> dict[str, Node]:
    node = root.child(section)
    return node.content if node is not None and isinstance(node.content, dict) else {}


@dataclass(frozen=True)
class Knowledge:
    """Own catalogue files (later ones first in rank) and the built-in catalogue."""

    own: tuple[Node, ...] = ()

    def sources(self, section: str) -> Iterator[tuple[bool, dict[str, Node]]]:
        """(own, entries) of one section, the strongest first."""
        for root in reversed(self.own):
            yield True, _entries(root, section)
        yield False, _built_in(section)

    def entry(self, section: str, key: str) -> Node | None:
        """An entry without vintages: a target group, series or schedule."""
        return next((entries[key] for _, entries in self.sources(section) if key in entries), None)

    def names(self, section: str) -> list[str]:
        return sorted({key.partition("@")[0] for _, entries in self.sources(section) for key in entries})

    def vintages(self, key: str) -> list[dict[int, Node]]:
        """The vintages of a unit cost by price year, one mapping for each catalogue that has it."""
        found = []
        for _, entries in self.sources("unit_costs"):
            years = {
                _price_year(node, name): node for name, node in entries.items() if name.partition("@")[0] == key
            }
            if years:
                found.append(years)
        return found

    def in_several(self, section: str) -> Iterator[str]:
        """Keys that an own catalogue holds and another catalogue too."""
        seen: set[str] = set()
        for own, entries in reversed(list(self.sources(section))):
            names = {key.partition("@")[0] for key in entries}
            yield from sorted(names & seen) if own else ()
            seen |= names


def _price_year(node: Node, name: str) -> int:
    stated = node.child("price_year")
    text = stated.content if stated else name.partition("@")[2]
    return int(text) if isinstance(text, str) and text.isdigit() else 0


def own_catalogues(root: Node, folder: Path) -> Iterator[tuple[Node, Path, str]]:
    """(the name as written, path, shown name) of each own catalogue file."""
    listed = root.child("catalogues")
    for node in listed.content if listed is not None and isinstance(listed.content, list) else []:
        if isinstance(node.content, str):
            yield node, folder / node.content, node.content
