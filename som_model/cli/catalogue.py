"""som catalogue: list, show and check what is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from som_model.cli.options import InFormat, InLanguage, Output, Overwrite
from som_model.cli.streams import deliver, format_of, in_format, keep_inputs
from som_model.errors import UnknownName
from som_model.wording.message import Message
from som_model.wording.table import phrase

LACKING = ("kind", "name", "last", "own", "text")

Words = Annotated[list[str] | None, typer.Argument(help="help_words", metavar="TEXT…", show_default=False)]
Name = Annotated[str, typer.Argument(help="help_entry", metavar="NAME", show_default=False)]
Own = Annotated[list[Path] | None, typer.Option("--catalogue", help="help_own", metavar="FILE")]
OwnFiles = Annotated[list[Path] | None, typer.Argument(help="help_own", metavar="FILE…", show_default=False)]
Area = Annotated[str | None, typer.Option("--area", help="help_area", metavar="AREA")]
Topic = Annotated[str | None, typer.Option("--topic", help="help_topic", metavar="TOPIC")]
Payer = Annotated[str | None, typer.Option("--payer", help="help_payer", metavar="PAYER")]
Kind = Annotated[str | None, typer.Option("--section", help="help_section", metavar="SECTION")]
Year = Annotated[int | None, typer.Option("--year", help="help_coming_year", metavar="YEAR")]


def list_entries(
    words: Words = None,
    area: Area = None,
    topic: Topic = None,
    payer: Payer = None,
    section: Kind = None,
    own: Own = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.catalogue.files import SECTIONS
    from som_model.presentation.catalogue_text import RECORD, listing, record
    from som_model.reading.catalogue import read_catalogue

    form = format_of(format, output)
    keep_inputs(output, own or ())
    catalogue = read_catalogue(*(own or ()))
    kind = next((known for known in SECTIONS if known == section), None)
    if section is not None and kind is None:
        raise UnknownName(Message.of("unknown_section", name=section, known=SECTIONS))
    entries = catalogue.find(" ".join(words or ()), area=area, topic=topic, payer=payer, section=kind)
    if form == "table":
        text = "\n".join(listing(entries, language)) + "\n"
    else:
        text = in_format([record(entry, language) for entry in entries], RECORD, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")


def show(
    name: Name,
    own: Own = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.presentation.catalogue_text import RECORD, record, shown
    from som_model.reading.catalogue import read_catalogue

    form = format_of(format, output)
    keep_inputs(output, own or ())
    catalogue = read_catalogue(*(own or ()))
    if form == "table":
        text = "\n".join(shown(catalogue, name, language)) + "\n"
    else:
        text = in_format([record(entry, language) for entry in catalogue.vintages(name)], RECORD, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")


def check(
    files: OwnFiles = None,
    year: Year = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.catalogue.entries import lacking
    from som_model.reading.catalogue import read_catalogue

    form = format_of(format, output)
    keep_inputs(output, files or ())
    coming = year if year is not None else date.today().year + 1
    missing = list(lacking(read_catalogue(*(files or ())), coming))
    if form == "table":
        own = phrase("catalogue_own", language)
        lines = [phrase("upkeep_title", language).format(year=coming, count=len(missing))]
        for kind in dict.fromkeys(entry.kind for entry in missing):
            lines += ["", phrase(f"upkeep_{kind}", language).format(year=coming)]
            for entry in missing:
                if entry.kind == kind:
                    lines.append(f"  {entry.name}: {entry.message(coming).say(language)}{f' ({own})' if entry.own else ''}")
        text = "\n".join(lines) + "\n"
    else:
        rows = [
            dict(zip(LACKING, (entry.kind, entry.name, entry.last, entry.own, entry.message(coming).say(language)), strict=True))
            for entry in missing
        ]
        text = in_format(rows, LACKING, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
