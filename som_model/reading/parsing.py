"""Strict YAML: text to nodes; the only reader of YAML.

Scalars stay text (the fields type them); duplicate keys, anchors, tags, merge keys and further
documents are refused, all in one pass. Texts are normalised, so that å is the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

import yaml

from som_model.errors import Finding, Place
from som_model.reading.language import models
from som_model.reading.nodes import Node, finding_at
from som_model.wording.message import Message

NULLS = ("", "~", "null", "Null", "NULL")
WHOLE = re.compile(r"-?[0-9]+")
GLUED = re.compile(r"([a-z_]+|[12][0-9]{3}):(-?[0-9]\S*)")
FIELD = re.compile(r"\s*(- )?[\w@]+\s*:( |$)")
NO_SPACE = re.compile(r"\s*([\w@]+)\s*[:=]\s*[^\s:=]")
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
        row, column, message = syntax_error(error, text.splitlines() or [""])
        return None, [*builder.findings, finding_at(Place(file, row + line, column + 1), "", message)]
    return root, builder.findings


class _Builder:
    """Builds nodes from the events of one text and collects what is refused."""

    def __init__(self, file: str, line: int) -> None:
        self.file = file
        self.line = line
        self.findings: list[Finding] = []

    def documents(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
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
        given_by_parser = event.tag == "!" and isinstance(event, yaml.ScalarEvent) and event.implicit[1]
        if event.tag and not given_by_parser:
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
            key = ""
            if isinstance(event, yaml.ScalarEvent):
                key = normalize("NFC", event.value)
                if event.anchor:
                    self._refuse(event, ".".join(path), "anchor_refused", name=str(event.anchor))
            else:
                self._refuse(event, ".".join(path), "key_not_text")
                self._node(event, events, path, None)
            value = next(events)
            scalars = isinstance(value, yaml.ScalarEvent) and isinstance(event, yaml.ScalarEvent)
            if scalars and value.value == "" and not value.style and value.start_mark.index == event.end_mark.index:
                self._without_colon(event, before, content, path)
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

    def _without_colon(self, key: Any, before: tuple[str, Any] | None, content: dict[str, Node], path: tuple[str, ...]) -> None:
        """A key in braces without its value: a comma meant as decimals, a colon without its space, or part of a text."""
        if before is not None and _is_whole(before[1]) and _is_whole(key) and _close(before[1], key):
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
        entries: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            entries.append(event)
            content.append(self._node(event, events, (*path, str(len(content) + 1)), None))
        decimals = decimal_commas(entries)
        if not decimals:
            return content
        for i in decimals:  # an entry and its decimals are one number
            whole = content[i - 1]
            content[i - 1] = Node(f"{entries[i - 1].value}.{entries[i].value}", whole.place, whole.key_place)
        meant = [node for i, node in enumerate(content) if i not in decimals]
        written = ", ".join(str(node.content) for node in meant)
        raw = ", ".join(str(node.content).replace(".", ",") for node in meant)
        self._refuse(start, ".".join(path), "number_signs", raw=f"[{raw}]", write=f"[{written}]")
        return meant


def decimal_commas(entries: list[Any]) -> list[int]:
    """Indices of list entries that are the decimals of the entry before: [1, 0,8] has one, at 2.

    A list written with some commas close and some followed by a space mixes two meanings; one
    written all close ([1,2,3]) is a list, unless an entry is -0.
    """
    if not all(isinstance(entry, yaml.ScalarEvent) and _is_whole(entry) for entry in entries):
        return []
    close = [i for i in range(1, len(entries)) if _close(entries[i - 1], entries[i])]
    apart = len(entries) - 1 - len(close)
    minus_nought = any(entry.value == "-0" for entry in entries)
    if not close or not (apart or minus_nought):
        return []
    return [i for position, i in enumerate(close) if i - 1 not in close[:position]]


def glued_number(key: Any) -> tuple[str, str] | None:
    """(field, number) of a key without a value that is a field or a year with its number, no space after the colon: low:0.70."""
    glued = GLUED.fullmatch(key.value) if not key.style else None
    if glued is None:
        return None
    fields = {field for model in models() for field in model.model_fields}
    return (glued[1], glued[2]) if glued[1] in fields or glued[1].isdecimal() else None


def _close(first: Any, second: Any) -> bool:
    same_line = first.end_mark.line == second.start_mark.line
    return bool(same_line and second.start_mark.column == first.end_mark.column + 1)


def _is_whole(scalar: Any) -> bool:
    return not scalar.style and WHOLE.fullmatch(scalar.value) is not None


def syntax_error(error: Any, lines: list[str]) -> tuple[int, int, Message]:
    """(row, column, what to say) of the YAML error that ended the reading of a text: the likeliest slip first."""
    mark = getattr(error, "problem_mark", None)
    row, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    context = str(getattr(error, "context", "") or "")
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "")
    opened = getattr(error, "context_mark", None)
    tab = next((i for i in (row, row - 1) if i >= 0 and "\t" in _indent(lines[i])), None)
    if tab is not None:
        return tab, _indent(lines[tab]).index("\t"), Message.of("tab_in_indent")
    if "quoted scalar" in context and opened:
        return opened.line, opened.column, Message.of("quote_not_closed")
    for i, line in enumerate(lines[: row + 1]):
        quote = re.match(r"\s*(?:- )?[\w@]+:\s+([\"'])", line)
        if quote and line.count(quote[1]) % 2 == 1:
            return i, quote.start(1), Message.of("quote_not_closed")
    if "flow" in context and opened:
        return opened.line, opened.column, Message.of("bracket_not_closed")
    if "block sequence entries" in problem:
        dash = re.match(r"-\s+([0-9.]+)\s*(#|$)", lines[row][column:])
        return row, column, Message.of("minus_apart", write=f"-{dash[1]}") if dash else Message.of("character_not_here")
    if "special characters" in problem or "control characters" in problem:
        return row, column, Message.of("control_character")
    if "cannot start any token" in problem:
        return row, column, Message.of("character_not_here")
    return _line_that_does_not_fit(problem, lines, row, column)


def _line_that_does_not_fit(problem: str, lines: list[str], row: int, column: int) -> tuple[int, int, Message]:
    """A colon in a text, a colon without its space above, or an odd indentation."""
    above = next((i for i in range(row - 1, -1, -1) if lines[i].strip() and not lines[i].lstrip().startswith("#")), None)
    for i in (row, above):
        if i is not None and not FIELD.match(lines[i]) and (glued := NO_SPACE.match(lines[i])):
            return i, glued.start(1), Message.of("space_after_colon", field=glued[1])
    if "mapping values" in problem and lines[row].count(": ") > 1:
        return row, column, Message.of("colon_not_here")
    for i in (row, above):
        if i is not None and "\u00a0" in lines[i]:
            return i, lines[i].index("\u00a0"), Message.of("hard_space")
    return row, column, Message.of("bad_indent")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
