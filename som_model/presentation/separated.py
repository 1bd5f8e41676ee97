"""Rows as separated text: csv for machines (comma, dot), excel for Danish Excel (semicolon, decimal comma)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any


def separated(header: Sequence[str], rows: Iterable[Sequence[Any]], form: str) -> str:
    """The rows under their header, lines ended by a newline. Numbers are unrounded; None is empty."""
    text = io.StringIO()
    danish = form == "excel"
    writer = csv.writer(text, delimiter=";" if danish else ",", lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value, danish) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: Any, danish: bool) -> Any:
    if isinstance(value, float):
        written = repr(value + 0.0)
        return written.replace(".", ",") if danish else written
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else value
