"""Strict YAML: text to nodes; the only reader of YAML.

Scalars stay text (the fields type them); duplicate keys, anchors, tags, merge keys and further
documents are refused, all in one pass. Texts are normalised, so that å is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

import yaml

from som_model.errors import Finding, Place
from som_model.reading.commas import are_decimals_of, decimal_commas, glued_number, without_colon
from som_model.reading.nodes import Node, finding_at
from som_model.reading.syntax import syntax_finding
from som_model.wording.message import Message

NULLS = ("", "~", "null", "Null", "NULL")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, file: str, line: int = 1) -> tuple[Node | None, list[Finding]]:
    """The nodes of a YAML text and every finding; None where the text has no mapping to read."""
    builder = _Builder(file, line)
    try:
        events = iter(yaml.parse(text.replace("\r\n", "\n"), Loader=_Loader))
        root = builder.documents(events)
    except RecursionError:
        return None, [finding_at(Place(file, line, 1), "", Message.of("too_deep"))]
    except yaml.YAMLError as error:
        return None, [*builder.findings, syntax_finding(error, text, file, line)]
    return root, builder.findings


class _Builder:
    """Builds nodes from the events of one text and collects what is refused."""

    def __init__(self, file: str, line: int) -> None:
        self.file = file
        self.line = line
        self.findings: list[Finding] = []

    def documents(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        seen = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    self._refuse(event, "", "second_document")
                    return root
                root = self._node(next(events), events, (), None)
        return root

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + self.line, event.start_mark.column + 1)

    def _refuse(self, event: Any, address: str, text: str, /, **values: str | int) -> None:
        self.findings.append(finding_at(self._place(event), address, Message.of(text, **values)))

    def _node(self, event: Any, events: Iterator[Any], path: tuple[str, ...], key_place: Place | None) -> Node:
        place = self._place(event)
        address = ".".join(path)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, address, "alias_refused", name=str(event.anchor))
            return Node(None, place, key_place or place)
        if event.anchor:
            self._refuse(event, address, "anchor_refused", name=str(event.anchor))
        if event.tag and not _is_non_specific(event):
            self._refuse(event, address, "tag_refused", name=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if isinstance(event, yaml.MappingStartEvent):
            return Node(self._mapping(events, path), place, key_place or place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._sequence(event, events, path), place, key_place or place)
        quoted = event.style in ("'", '"', "|", ">")
        text = None if event.value in NULLS and not quoted else normalize("NFC", event.value)
        return Node(text, place, key_place or place)

    def _mapping(self, events: Iterator[Any], path: tuple[str, ...]) -> dict[str, Node]:
        content: dict[str, Node] = {}
        lines: dict[str, int] = {}
        before: tuple[str, Any] | None = None
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path)
            value = next(events)
            if isinstance(value, yaml.ScalarEvent) and isinstance(event, yaml.ScalarEvent) and without_colon(event, value):
                self._comma(event, before, content, path)
                before = None
                continue
            child = self._node(value, events, (*path, key), self._place(event))
            before = (key, value) if isinstance(value, yaml.ScalarEvent) else None
            if key == "<<":
                self._refuse(event, ".".join((*path, key)), "merge_key_refused")
            elif key in content:
                self._refuse(event, ".".join((*path, key)), "duplicate_key", key=key, line=lines[key])
            else:
                content[key] = child
                lines[key] = self._place(event).line
        return content

    def _key(self, event: Any, events: Iterator[Any], path: tuple[str, ...]) -> str:
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                self._refuse(event, ".".join(path), "anchor_refused", name=str(event.anchor))
            return normalize("NFC", event.value)
        self._refuse(event, ".".join(path), "key_not_text")
        self._node(event, events, path, None)
        return ""

    def _comma(self, key: Any, before: tuple[str, Any] | None, content: dict[str, Node], path: tuple[str, ...]) -> None:
        """A key in braces without its value: a comma meant as decimals, a colon without its space, or part of a text."""
        if before is not None and are_decimals_of(before[1], key):
            name, value = before
            raw, address = f"{value.value},{key.value}", ".".join((*path, name))
            meant = f"{value.value}.{key.value}"
            if len(key.value) == 3:
                meant = value.value + key.value
                decimals = f"{value.value}.{key.value}0"
                self._refuse(value, address, "thousands_or_decimals", raw=raw, thousands=meant, decimals=decimals)
            else:
                self._refuse(value, address, "number_signs", raw=raw, write=meant)
            content[name] = Node(meant, content[name].place, content[name].key_place)
        elif (glued := glued_number(key)) is not None:
            field, number = glued
            self._refuse(key, ".".join((*path, field)), "space_before_number", field=field, value=number)
            content.setdefault(field, Node(number, self._place(key), self._place(key)))
        else:
            self._refuse(key, ".".join(path), "comma_in_text", text=key.value)

    def _sequence(self, start: Any, events: Iterator[Any], path: tuple[str, ...]) -> list[Node]:
        content: list[Node] = []
        scalars: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            scalars.append(event)
            content.append(self._node(event, events, (*path, str(len(content) + 1)), None))
        if not all(isinstance(event, yaml.ScalarEvent) for event in scalars):
            return content
        decimals = decimal_commas(scalars)
        if not decimals:
            return content
        meant = self._joined(content, scalars, decimals)
        written = ", ".join(str(node.content) for node in meant)
        raw = ", ".join(str(node.content).replace(".", ",") for node in meant)
        self._refuse(start, ".".join(path), "number_signs", raw=f"[{raw}]", write=f"[{written}]")
        return meant

    @staticmethod
    def _joined(content: list[Node], scalars: list[Any], decimals: list[int]) -> list[Node]:
        """The list as it was meant: an entry and its decimals are one number."""
        meant = list(content)
        for i in decimals:
            whole = content[i - 1]
            meant[i - 1] = Node(f"{scalars[i - 1].value}.{scalars[i].value}", whole.place, whole.key_place)
        return [node for i, node in enumerate(meant) if i not in decimals]


def _is_non_specific(event: Any) -> bool:
    """Whether the tag is the '!' that a parser may give any quoted text."""
    return bool(event.tag == "!" and isinstance(event, yaml.ScalarEvent) and event.implicit[1])
