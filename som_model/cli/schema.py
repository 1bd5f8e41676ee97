"""som schema: the JSON Schema of the language, for editors that check while one writes."""

from __future__ import annotations

import json

from som_model.cli.options import InLanguage, Output, Overwrite
from som_model.cli.streams import deliver


def schema(language: InLanguage = "da", output: Output = None, overwrite: Overwrite = False) -> None:
    from som_model.reading.language import language_schema

    deliver(json.dumps(language_schema(), ensure_ascii=False, indent=2) + "\n", output, language, overwrite=overwrite)
