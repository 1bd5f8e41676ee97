"""som learn: what a share becomes when citizens have been followed, and what that does to the result."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from som_model.cli.options import File, Format, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.reading import scenario_of, whole_number
from som_model.cli.simulate import DRAWS, SEED, Draws, Seed, drawn
from som_model.cli.streams import deliver, format_of, keep_inputs, tell
from som_model.wording.table import Language, phrase

if TYPE_CHECKING:
    from som_model.analysis.learning import Learned
    from som_model.analysis.simulation.simulation import Simulation

Share = Annotated[str, typer.Argument(help="help_share_address", metavar="ADDRESS", show_default=False)]
Successes = Annotated[
    int, typer.Option("--successes", parser=whole_number, help="help_successes", metavar="N", show_default=False)
]
Of = Annotated[int, typer.Option("--of", parser=whole_number, help="help_of", metavar="N", show_default=False)]
Prior = Annotated[str | None, typer.Option("--prior", help="help_prior", metavar="jeffreys")]
ChartFile = Annotated[Path | None, typer.Option("--chart", help="help_learn_chart", metavar="FILE")]


def learn(
    file: File,
    address: Share,
    successes: Successes,
    of: Of,
    prior: Prior = None,
    chart: ChartFile = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.analysis.learning import learn as learned_from

    form = format_of(format, output)
    scenario = scenario_of(file, variant, settings)
    for written in (output, chart):
        keep_inputs(written, [file], [scenario])
    found = learned_from(scenario, address, successes, of, prior)
    before, after = (drawn(each, draws, seed, 1, language) for each in (found.before, found.scenario))
    if chart is not None:
        from som_model.presentation.charts import learned
        from som_model.presentation.saving import save

        save(learned(found, language), chart, overwrite=overwrite)
        tell(phrase("wrote", language).format(file=chart.as_posix()))
    text = _told(found, before, after, language) if form == "table" else _in_format(found, before, after, form, language)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")


def _told(found: Learned, before: Simulation, after: Simulation, language: Language) -> str:
    """Before and now, what it does to the result, and the lines to write."""
    from som_model.cli.console import as_text
    from som_model.presentation.described.learned import about_ends, learned, lines_to_write, what_it_does

    table = as_text([learned.table(found, language)], language)
    said = [found.say(language), what_it_does(before, after, language)]
    return "\n".join(said) + "\n\n" + table + about_ends(found, language) + "\n\n" + lines_to_write(found, language)


def _in_format(found: Learned, before: Simulation, after: Simulation, form: Format, language: Language) -> str:
    if form == "json":
        import json

        from som_model.presentation.simulation_record import learned_record

        return json.dumps(learned_record(found, before, after), ensure_ascii=False, indent=2) + "\n"
    from som_model.presentation.described.learned import HEADS, learned, stages
    from som_model.presentation.separated import separated

    if form == "excel":
        table = learned.table(found, language)
        return separated([column.label for column in table.columns], table.rows, form)
    return separated(["stage", *(key for key, _ in HEADS)], [[stage, *row] for stage, row in stages(found)], form)
