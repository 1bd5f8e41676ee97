"""Where text goes: results to standard output or a file, all else to standard error; and what must not be written over."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from som_model.cli.options import Format
from som_model.errors import SomError
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.table import Language, phrase

PLAIN = {"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "«": '"', "»": '"', "…": "...", "×": "x", "≥": ">=", "’": "'", "•": "*"}


def _plain(error: UnicodeError) -> tuple[str, int]:
    """A character that the console cannot show, as the nearest it can."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(PLAIN.get(character, "" if character == "\ufeff" else "?") for character in text), error.end


def make_safe() -> None:
    """Let both streams take any text, whatever the console's code page."""
    codecs.register_error("som_plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="som_plain")


def tell(text: str) -> None:
    """A notice, an error or progress, to standard error."""
    print(text, file=sys.stderr)


def tell_written(file: Path, language: Language) -> None:
    """Which file a result was written to, to standard error."""
    tell(phrase("wrote", language).format(file=file.as_posix()))


def tell_listed(heading: str, texts: Iterable[str]) -> None:
    """Texts under a heading, to standard error; nothing where there are none."""
    for position, text in enumerate(texts):
        if position == 0:
            tell(heading)
        tell(f"  {text}")


def deliver(text: str, output: Path | None, language: Language, *, overwrite: bool, bom: bool = False) -> None:
    """A whole result: to standard output, or to a UTF-8 file where one is named."""
    if output is None:
        sys.stdout.write(("\ufeff" if bom else "") + text)
        return
    from som_model.presentation.atomic import write_text

    write_text(output, text, overwrite=overwrite, encoding="utf-8-sig" if bom else "utf-8")
    tell_written(output, language)


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


def as_json(record: Any) -> str:
    """A record, or a list of them, as json that a reader can follow."""
    import json

    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def in_format(records: Sequence[Mapping[str, Any]], header: Sequence[str], form: Format) -> str:
    """Records of one shape as json, or as separated text under their header."""
    if form == "json":
        return as_json(list(records))
    from som_model.presentation.separated import separated

    return separated(header, [[record[name] for name in header] for record in records], form)
