"""Arguments and options that several commands share, described in the language asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from som_model.wording.language import DEFAULT_LANGUAGE, LANGUAGES, Language
from som_model.wording.table import phrase

Format = Literal["table", "json", "csv", "excel"]


def language_of(arguments: list[str]) -> Language:
    """The language of help texts and errors, read before the arguments are parsed."""
    for index, argument in enumerate(arguments):
        value = (
            argument.partition("=")[2]
            if argument.startswith("--language=")
            else (arguments[index + 1] if argument == "--language" and index + 1 < len(arguments) else "")
        )
        if value in LANGUAGES:
            return value
    return DEFAULT_LANGUAGE


def _help(key: str, **values: str) -> str:
    return phrase(key, language_of(sys.argv[1:])).format(**values)


File = Annotated[Path, typer.Argument(help=_help("help_file"), metavar="FILE", show_default=False)]
Files = Annotated[list[Path], typer.Argument(help=_help("help_files"), metavar="FILE…", show_default=False)]
NewFile = Annotated[Path, typer.Argument(help=_help("help_new_file"), metavar="FILE", show_default=False)]
Variant = Annotated[str | None, typer.Option("--variant", help=_help("help_variant"), metavar="V")]
Settings = Annotated[list[str] | None, typer.Option("--set", help=_help("help_set"), metavar="ADDRESS=VALUE")]
InLanguage = Annotated[Language, typer.Option("--language", help=_help("help_language"))]
InFormat = Annotated[Format | None, typer.Option("--format", help=_help("help_format"))]
Output = Annotated[Path | None, typer.Option("-o", "--output", help=_help("help_output"), metavar="FILE")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help=_help("help_overwrite"))]
Reference = Annotated[str | None, typer.Option("--reference", help=_help("help_reference"), metavar="V")]
