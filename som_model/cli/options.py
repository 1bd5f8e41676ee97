"""Arguments and options that several commands share; their help is a key of the table of words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from som_model.wording.table import DEFAULT_LANGUAGE, LANGUAGES, Language

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


def without_language(arguments: list[str]) -> list[str]:
    """The arguments; without --language where no command has it, as in `som --help --language en`."""
    at = next((index for index, argument in enumerate(arguments) if argument.partition("=")[0] == "--language"), None)
    if at is None:
        return arguments
    asked = arguments[:at] + arguments[at + (1 if "=" in arguments[at] else 2) :]
    rest = asked[1:] if asked[:1] == ["catalogue"] else asked
    return asked if rest in ([], ["--help"], ["-h"], ["--version"]) else arguments


File = Annotated[Path, typer.Argument(help="help_file", metavar="FILE", show_default=False)]
Files = Annotated[list[Path], typer.Argument(help="help_files", metavar="FILE…", show_default=False)]
NewFile = Annotated[Path, typer.Argument(help="help_new_file", metavar="FILE", show_default=False)]
Variant = Annotated[str | None, typer.Option("--variant", help="help_variant", metavar="V")]
Settings = Annotated[list[str] | None, typer.Option("--set", help="help_set", metavar="ADDRESS=VALUE")]
InLanguage = Annotated[Language, typer.Option("--language", help="help_language")]
InFormat = Annotated[Format | None, typer.Option("--format", help="help_format")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="help_output", metavar="FILE")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="help_overwrite")]
Reference = Annotated[str | None, typer.Option("--reference", help="help_reference", metavar="V")]
Dated = Annotated[str | None, typer.Option("--date", help="help_date", metavar="DATE")]
