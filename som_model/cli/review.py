"""som review: what a critical reader would ask."""

from __future__ import annotations

from som_model.cli.options import File, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.outputs import format_of, keep_inputs
from som_model.cli.reading import scenario_of
from som_model.cli.streams import deliver


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
    rows = [
        {
            "kind": each.kind,
            "address": each.address,
            "text": each.text(language),
            "why": each.why(language),
            "remedy": each.remedy(language),
        }
        for each in found
    ]
    if form == "table":
        text = found.say(language)
    elif form == "json":
        import json

        text = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    else:
        from som_model.presentation.separated import separated

        text = separated(["kind", "address", "text", "why", "remedy"], [list(row.values()) for row in rows], form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
