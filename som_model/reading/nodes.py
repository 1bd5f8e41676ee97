"""Nodes: the values of a file as text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from som_model.errors import Finding, Place
from som_model.wording.message import Message, reason

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
