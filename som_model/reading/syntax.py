"""What a YAML error means in plain words, and where the reader can mend it."""

from __future__ import annotations

import re
from typing import Any

from som_model.errors import Finding, Place
from som_model.reading.nodes import finding_at
from som_model.wording.message import Message

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
