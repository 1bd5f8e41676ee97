"""som learn: what a share becomes when citizens have been followed, and what that does to the result."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from som_model.cli.options import File, Format, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.reading import scenario_of, whole_number
from som_model.cli.simulate import DRAWS, SEED, Draws, Seed, drawn
from som_model.cli.streams import as_json, deliver, format_of, keep_inputs, tell_written
from som_model.wording.table import Language

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
    update = learned_from(scenario, address, successes, of, prior)
    before, after = (drawn(version, draws, seed, 1, language) for version in (update.before, update.scenario))
    if chart is not None:
        from som_model.presentation.charts import learned
        from som_model.presentation.saving import save

        save(learned(update, language), chart, overwrite=overwrite)
        tell_written(chart, language)
    deliver(_told(update, before, after, form, language), output, language, overwrite=overwrite, bom=form == "excel")


def _told(update: Learned, before: Simulation, after: Simulation, form: Format, language: Language) -> str:
    """Before and now; to be read, also what it does to the result, and the lines to write."""
    from som_model.presentation.described.learned import HEADS, about_ends, learned, lines_to_write, stages, what_it_does

    if form == "json":
        from som_model.presentation.simulation_record import learned_record

        return as_json(learned_record(update, before, after))
    table = learned.table(update, language)
    if form == "table":
        from som_model.cli.console import as_text

        answer = f"{update.say(language)}\n{what_it_does(before, after, language)}\n\n"
        return answer + as_text([table], language) + about_ends(update, language) + "\n\n" + lines_to_write(update, language)
    from som_model.presentation.separated import separated

    if form == "excel":
        return separated([column.label for column in table.columns], table.rows, form)
    return separated(["stage", *(key for key, _ in HEADS)], [[stage, *row] for stage, row in stages(update)], form)
