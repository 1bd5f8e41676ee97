"""Strict YAML as nodes that know their place; the only reader of YAML text.

Scalars stay text (the fields type them); duplicate keys, anchors, tags, merge keys and further
documents are refused, all in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from som_model.errors import Finding, Place
from som_model.wording.message import Message

Content: TypeAlias = "str | dict[str, Node] | list[Node] | None"

NULLS = ("", "~", "null", "Null", "NULL")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        if isinstance(self.content, list) and step.isdigit() and 1 <= int(step) <= len(self.content):
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
        return finding_at(place, "", Message.of("file_unreadable", file=shown, reason=error.strerror or ""))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return finding_at(Place(shown, line, 1), "", Message.of("file_not_utf8"))


def parse(text: str, file: str, line: int = 1) -> tuple[Node | None, list[Finding]]:
    """The nodes of a YAML text and every finding; None where the text has no mapping to read."""
    builder = _Builder(file, line)
    try:
        events = iter(yaml.parse(text.replace("\r\n", "\n"), Loader=_Loader))
        root = builder.documents(events)
    except yaml.YAMLError as error:
        return None, [*builder.findings, _syntax_finding(error, text, file, line)]
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
            return Node(self._sequence(events, path), place, key_place or place)
        quoted = event.style in ("'", '"', "|", ">")
        return Node(None if event.value in NULLS and not quoted else event.value, place, key_place or place)

    def _mapping(self, events: Iterator[Any], path: tuple[str, ...]) -> dict[str, Node]:
        content: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path)
            child = self._node(next(events), events, (*path, key), self._place(event))
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
            return str(event.value)
        self._refuse(event, ".".join(path), "key_not_text")
        self._node(event, events, path, None)
        return ""

    def _sequence(self, events: Iterator[Any], path: tuple[str, ...]) -> list[Node]:
        content: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            content.append(self._node(event, events, (*path, str(len(content) + 1)), None))
        return content


def _is_non_specific(event: Any) -> bool:
    """Whether the tag is the '!' that a parser may give any quoted text."""
    return bool(event.tag == "!" and isinstance(event, yaml.ScalarEvent) and event.implicit[1])


def _syntax_finding(error: yaml.YAMLError, text: str, file: str, line: int) -> Finding:
    """A YAML error in plain words, at the place where the reader can mend it."""
    mark = getattr(error, "problem_mark", None)
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines() or [""]
    here = lines[min(row, len(lines) - 1)]
    indent = here[: len(here) - len(here.lstrip())]
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "")
    if "\t" in indent:
        return finding_at(Place(file, row + line, indent.index("\t") + 1), "", Message.of("tab_in_indent"))
    opened = getattr(error, "context_mark", None)
    if "quoted scalar" in str(getattr(error, "context", "")) and opened:
        row, column, key = opened.line, opened.column, "quote_not_closed"
    elif "flow" in str(getattr(error, "context", "")) and opened:
        row, column, key = opened.line, opened.column, "bracket_not_closed"
    elif "not allowed" in problem and "mapping values" in problem:
        key = "colon_not_here"
    elif "special characters" in problem or "control characters" in problem:
        key = "control_character"
    elif "block sequence entries" in problem and (dash := re.match(r"-\s+([0-9.]+)", here[column:])):
        return finding_at(Place(file, row + line, column + 1), "", Message.of("minus_apart", write=f"-{dash[1]}"))
    elif "cannot start any token" in problem:
        key = "character_not_here"
    else:
        key = "bad_indent"
    return finding_at(Place(file, row + line, column + 1), "", Message.of(key))
