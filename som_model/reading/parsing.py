"""Strict YAML: text to nodes; the only reader of YAML."""

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


WHOLE = re.compile(r"-?[0-9]+")
GLUED = re.compile(r"([a-z_]+|[12][0-9]{3}):(-?[0-9]\S*)")


def decimal_commas(scalars: list[Any]) -> list[int]:
    """Indices of list entries that are the decimals of the entry before: [1, 0,8] has one, at 2.

    A list written with some commas close and some followed by a space mixes two meanings; one
    written all close ([1,2,3]) is a list, unless an entry is -0.
    """
    close = [i for i in range(1, len(scalars)) if _close(scalars[i - 1], scalars[i])]
    apart = len(scalars) - 1 - len(close)
    minus_nought = any(scalar.value == "-0" for scalar in scalars)
    if not close or not (apart or minus_nought) or not all(_is_whole(scalar) for scalar in scalars):
        return []
    return [i for position, i in enumerate(close) if i - 1 not in close[:position]]


def without_colon(key: Any, value: Any) -> bool:
    """Whether a key in braces has neither colon nor value: what a comma inside a text leaves behind."""
    return bool(value.value == "" and not value.style and value.start_mark.index == key.end_mark.index)


def glued_number(key: Any) -> tuple[str, str] | None:
    """(field, number) of such a key that is a field or a year with its number, no space after the colon: low:0.70."""
    glued = GLUED.fullmatch(key.value) if not key.style else None
    if glued is None:
        return None
    fields = {field for model in models() for field in model.model_fields}
    return (glued[1], glued[2]) if glued[1] in fields or glued[1].isdecimal() else None


def are_decimals_of(before: Any, key: Any) -> bool:
    """Whether such a key is the decimals of the number before it: {2024: 0,25}."""
    return before is not None and _is_whole(before) and _is_whole(key) and _close(before, key)


def _close(first: Any, second: Any) -> bool:
    same_line = first.end_mark.line == second.start_mark.line
    return bool(same_line and second.start_mark.column == first.end_mark.column + 1)


def _is_whole(scalar: Any) -> bool:
    return not scalar.style and WHOLE.fullmatch(scalar.value) is not None


FIELD = re.compile(r"\s*(- )?[\w@]+\s*:( |$)")
NO_SPACE = re.compile(r"\s*([\w@]+)\s*[:=]\s*[^\s:=]")


def syntax_finding(error: Any, text: str, file: str, line: int) -> Finding:
    """One finding for the YAML error that ended the reading of a text."""
    mark = getattr(error, "problem_mark", None)
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines() or [""]
    row = min(row, len(lines) - 1)
    row, column, message = _meant(error, lines, row, column)
    return finding_at(Place(file, row + line, column + 1), "", message)


def _meant(error: Any, lines: list[str], row: int, column: int) -> tuple[int, int, Message]:
    """(row, column, what to say): the likeliest slip first."""
    context = str(getattr(error, "context", "") or "")
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "")
    opened = getattr(error, "context_mark", None)
    tab = next((i for i in (row, row - 1) if i >= 0 and "\t" in _indent(lines[i])), None)
    if tab is not None:
        return tab, _indent(lines[tab]).index("\t"), Message.of("tab_in_indent")
    if "quoted scalar" in context and opened:
        return opened.line, opened.column, Message.of("quote_not_closed")
    unclosed = _unclosed_quote(lines, row)
    if unclosed is not None:
        return *unclosed, Message.of("quote_not_closed")
    if "flow" in context and opened:
        return opened.line, opened.column, Message.of("bracket_not_closed")
    dash = re.match(r"-\s+([0-9.]+)\s*(#|$)", lines[row][column:])
    if "block sequence entries" in problem:
        key = Message.of("minus_apart", write=f"-{dash[1]}") if dash else Message.of("character_not_here")
        return row, column, key
    if "special characters" in problem or "control characters" in problem:
        return row, column, Message.of("control_character")
    if "cannot start any token" in problem:
        return row, column, Message.of("character_not_here")
    return _indentation(problem, lines, row, column)


def _indentation(problem: str, lines: list[str], row: int, column: int) -> tuple[int, int, Message]:
    """A line that does not fit: a colon in a text, a colon without its space above, or an odd indentation."""
    above = next((i for i in range(row - 1, -1, -1) if lines[i].strip() and not lines[i].lstrip().startswith("#")), None)
    for i in (row, above):
        if i is not None and not FIELD.match(lines[i]) and (glued := NO_SPACE.match(lines[i])):
            return i, glued.start(1), Message.of("space_after_colon", field=glued[1])
    if "mapping values" in problem and lines[row].count(": ") > 1:
        return row, column, Message.of("colon_not_here")
    if "\u00a0" in lines[row] or (above is not None and "\u00a0" in lines[above]):
        i = row if "\u00a0" in lines[row] else above
        return i or 0, lines[i or 0].index("\u00a0"), Message.of("hard_space")
    return row, column, Message.of("bad_indent")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _unclosed_quote(lines: list[str], row: int) -> tuple[int, int] | None:
    """The first field at or above the error whose text begins with a quotation mark and lacks its other one."""
    for i, line in enumerate(lines[: row + 1]):
        opening = re.match(r"\s*(?:- )?[\w@]+:\s+([\"'])", line)
        if opening and line.count(opening[1]) % 2 == 1:
            return i, opening.start(1)
    return None
