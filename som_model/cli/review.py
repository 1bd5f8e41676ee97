"""som review: what a critical reader would ask."""

from __future__ import annotations

from som_model.cli.options import File, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.outputs import format_of, in_format, keep_inputs
from som_model.cli.reading import scenario_of
from som_model.cli.streams import deliver

FIELDS = ("kind", "address", "text", "why", "remedy")


def review(
    file: File,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.analysis.review.questions import review as reviewed

    form = format_of(format, output)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(output, [file], [scenario])
    found = reviewed(scenario)
    if form == "table":
        text = found.say(language)
    else:
        rows = [
            dict(
                zip(
                    FIELDS,
                    (each.kind, each.address, each.told(language).text, each.told(language).why, each.told(language).remedy),
                    strict=True,
                )
            )
            for each in found
        ]
        text = in_format(rows, FIELDS, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
