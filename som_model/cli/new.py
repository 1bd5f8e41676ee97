"""som new and som schema: a scenario to start from, and the language it is written in."""

from __future__ import annotations

import re
from pathlib import Path

from som_model.cli.options import InLanguage, NewFile, Output, Overwrite
from som_model.cli.streams import as_json, deliver, tell, tell_written
from som_model.errors import WouldOverwrite
from som_model.wording.message import Message
from som_model.wording.table import phrase

STARTERS = Path(__file__).parent / "starters"


def new(file: NewFile, language: InLanguage = "da") -> None:
    from som_model.presentation.atomic import write_text

    if file.exists():
        raise WouldOverwrite(Message.of("would_overwrite_new", file=file.as_posix()))
    name = re.sub(r"[^a-z0-9_æøå]+", "_", file.stem.lower()).strip("_") or "mit_scenarie"
    text = (STARTERS / f"starter.{language}.yaml").read_text(encoding="utf-8")
    write_text(file, re.sub(r"(?m)^name: .*$", f"name: {name}", text, count=1))
    tell_written(file, language)
    tell(phrase("starter_next", language).format(file=file.as_posix()))


def schema(language: InLanguage = "da", output: Output = None, overwrite: Overwrite = False) -> None:
    from som_model.reading.language import language_schema

    deliver(as_json(language_schema()), output, language, overwrite=overwrite)
