"""som break-even and som sensitivity: where one figure turns the result, and which matter most."""

from __future__ import annotations

from math import isnan
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from som_model.cli.options import File, Format, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.reading import number_of, scenario_of
from som_model.cli.streams import as_json, deliver, format_of, in_format, keep_inputs, tell
from som_model.scenario.quantities import read_kroner
from som_model.wording.table import Language, phrase

if TYPE_CHECKING:
    from som_model.analysis.grid import Grid
    from som_model.analysis.tornado import Tornado


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
    solution = solve(scenario, address, kroner, outcome, payer)  # type: ignore[arg-type]
    if form == "table":
        from som_model.cli.console import as_text
        from som_model.presentation.described.sensitivity import break_even as described

        text = as_text([described.table(solution, language)], language)
    else:
        record = {"address": solution.address, "value": solution.value, "base": solution.base, "outcome": outcome, "payer": payer}
        if target is not None:
            record["target"] = kroner
        text = as_json(record) if form == "json" else in_format([record], tuple(record), form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
    for notice in solution.notices:
        tell(notice.say(language))


AskedOutcome = typer.Option("--outcome", help="help_outcome", metavar="OUTCOME")
AskedPayer = typer.Option("--payer", help="help_whose", metavar="PAYER")
Pair = Annotated[tuple[str, str] | None, typer.Option("--grid", help="help_grid", metavar="A B")]
Points = Annotated[int, typer.Option("--points", help="help_points", min=2, max=200)]

WIDEST = 120
SWING = ("address", "value", "low", "high", "at_low", "at_high")


def sensitivity(
    file: File,
    outcome: Annotated[str, AskedOutcome] = "accumulated_net",
    payer: Annotated[str, AskedPayer] = "total",
    pair: Pair = None,
    points: Points = 11,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    form = format_of(format, output)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(output, [file], [scenario])
    if pair is None:
        from som_model.analysis.tornado import tornado

        text = _tornado(tornado(scenario, outcome, payer), form, language)  # type: ignore[arg-type]
    else:
        from som_model.analysis.grid import grid

        text = _grid(grid(scenario, *pair, points=points, outcome=outcome, payer=payer), form, language)  # type: ignore[arg-type]
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")


def _tornado(swung: Tornado, form: Format, language: Language) -> str:
    if form == "table":
        answer = swung.say(language) + "\n"
        if swung.not_swung:
            listed = phrase("standing_still", language).format(listed=", ".join(swung.not_swung))
            answer += fill(listed, WIDEST, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False) + "\n"
        if not swung.rows:
            return answer
        from som_model.cli.console import as_text
        from som_model.presentation.described.sensitivity import tornado as described

        return as_text([described.table(swung, language)], language) + answer
    rows = [
        {
            "address": row.address,
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "at_low": row.at_low + 0.0,
            "at_high": row.at_high + 0.0,
        }
        for row in swung
    ]
    if form == "json":
        whole = {"outcome": swung.outcome, "payer": swung.payer, "base": swung.base + 0.0, "rows": rows}
        return as_json({**whole, "not_swung": list(swung.not_swung)})
    return in_format(rows, SWING, form)


def _grid(grid: Grid, form: Format, language: Language) -> str:
    if form == "table":
        from som_model.cli.console import as_text
        from som_model.presentation.described.sensitivity import grid as described

        return as_text([described.table(grid, language)], language) + grid.say(language) + "\n"
    if form == "json":
        return as_json(
            {
                "outcome": grid.outcome,
                "payer": grid.payer,
                "base": grid.base,
                "a": {"address": grid.a.address, "values": grid.values_a.tolist()},
                "b": {"address": grid.b.address, "values": grid.values_b.tolist()},
                "outcomes": (grid.outcomes + 0.0).tolist(),
                "break_even": [None if isnan(value) else value for value in grid.break_even.tolist()],
            }
        )
    from som_model.presentation.separated import separated

    rows = [
        [a, b, float(grid.outcomes[i, j])]
        for i, a in enumerate(grid.values_a.tolist())
        for j, b in enumerate(grid.values_b.tolist())
    ]
    return separated((grid.a.address, grid.b.address, grid.outcome), rows, form)
