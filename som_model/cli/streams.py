"""Where text goes: results to standard output or a file, all else to standard error, on any console."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

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


def deliver(text: str, output: Path | None, language: Language, *, overwrite: bool, bom: bool = False) -> None:
    """A whole result: to standard output, or to a UTF-8 file where one is named."""
    if output is None:
        sys.stdout.write(("\ufeff" if bom else "") + text)
        return
    from som_model.presentation.atomic import write_text

    write_text(output, text, overwrite=overwrite, encoding="utf-8-sig" if bom else "utf-8")
    tell(phrase("wrote", language).format(file=output.as_posix()))
