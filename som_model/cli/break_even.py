"""som break-even: the value of one assumption at which the programme goes to zero, or comes to a target."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from som_model.cli.options import File, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.outputs import format_of, keep_inputs
from som_model.cli.reading import number_of, scenario_of
from som_model.cli.sensitivity import AskedOutcome, AskedPayer
from som_model.cli.streams import deliver, tell
from som_model.scenario.quantities import read_kroner

Address = Annotated[str, typer.Argument(help="help_address", metavar="ADDRESS", show_default=False)]
Target = Annotated[str | None, typer.Option("--target", help="help_target", metavar="KR")]


def break_even(
    file: File,
    address: Address,
    target: Target = None,
    outcome: Annotated[str, AskedOutcome] = "accumulated_net",
    payer: Annotated[str, AskedPayer] = "total",
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.analysis.break_even import solve

    form = format_of(format, output)
    kroner = number_of(target, read_kroner) if target is not None else 0.0
    scenario = scenario_of(file, variant, settings)
    keep_inputs(output, [file], [scenario])
    found = solve(scenario, address, kroner, outcome, payer)  # type: ignore[arg-type]
    if form == "table":
        from som_model.cli.console import as_text
        from som_model.presentation.described.sensitivity import break_even as described

        text = as_text([described.table(found, language)], language)
    else:
        record = {"address": found.address, "value": found.value, "base": found.base, "outcome": outcome, "payer": payer}
        if target is not None:
            record["target"] = kroner
        if form == "json":
            text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        else:
            from som_model.presentation.separated import separated

            text = separated(list(record), [list(record.values())], form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
    for notice in found.notices:
        tell(notice.say(language))
