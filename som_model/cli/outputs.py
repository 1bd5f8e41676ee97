"""Where a result is to go: its format by option or by the ending of the file, and never over an input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from som_model.cli.options import Format
from som_model.errors import SomError
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message

ENDINGS: dict[str, Format] = {".json": "json", ".csv": "csv"}
BOOKS = (".xlsx", ".xls", ".xlsm", ".ods")


def format_of(asked: Format | None, output: Path | None) -> Format:
    """The format asked for, else the one of the file's ending, else tables.

    Raises SomError for a workbook's ending: separated text under that name would not open.
    """
    ending = output.suffix.lower() if output is not None else ""
    if ending in BOOKS:
        raise SomError(Message.of("no_workbook_here", ending=ending))
    return asked or ENDINGS.get(ending, "table")


def keep_inputs(output: Path | None, files: Iterable[Path], scenarios: Iterable[Scenario] = ()) -> None:
    """Raise SomError where a result would be written over a file it is made from."""
    if output is None:
        return
    read = [*files, *(file for scenario in scenarios for file in scenario.record.source.files())]
    if output.resolve() in {file.resolve() for file in read}:
        raise SomError(Message.of("would_lose_input", file=output.as_posix()))


def in_format(records: Sequence[Mapping[str, Any]], header: Sequence[str], form: Format) -> str:
    """Records of one shape as json, or as separated text under their header."""
    if form == "json":
        import json

        return json.dumps(list(records), ensure_ascii=False, indent=2) + "\n"
    from som_model.presentation.separated import separated

    return separated(header, [[each[name] for name in header] for each in records], form)
