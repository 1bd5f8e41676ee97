"""som simulate: how likely a gain is, and between which amounts the result lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from som_model.cli.options import File, Format, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.reading import scenario_of, whole_number
from som_model.cli.run import tell_notices
from som_model.cli.sensitivity import AskedOutcome, AskedPayer
from som_model.cli.streams import as_json, deliver, format_of, keep_inputs
from som_model.wording.table import Language, phrase

if TYPE_CHECKING:
    from som_model.analysis.simulation.simulation import Simulation
    from som_model.scenario.scenario import Scenario

DRAWS = 10_000
SEED = 1

draws_option = typer.Option("--draws", parser=whole_number, help="help_draws", metavar="N")
seed_option = typer.Option("--seed", parser=whole_number, help="help_seed", metavar="S")
Draws = Annotated[int, draws_option]
Seed = Annotated[int, seed_option]
Workers = Annotated[int, typer.Option("--workers", parser=whole_number, help="help_workers", metavar="W")]


def simulate(
    file: File,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    workers: Workers = 1,
    outcome: Annotated[str, AskedOutcome] = "accumulated_net",
    payer: Annotated[str, AskedPayer] = "total",
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.analysis.outcome import Outcome

    form = format_of(format, output)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(output, [file], [scenario])
    Outcome(outcome, payer)  # type: ignore[arg-type]
    simulated = drawn(scenario, draws, seed, workers, language)
    simulated.summary(payer, outcome)
    deliver(_told(simulated, form, language, payer, outcome), output, language, overwrite=overwrite, bom=form == "excel")
    tell_notices([simulated], language)


def drawn(scenario: Scenario, draws: int, seed: int, workers: int, language: Language) -> Simulation:
    """The simulation, with a bar for those who wait."""
    from som_model.analysis.simulation.run import simulate as simulation_of
    from som_model.cli.console import progress_bar

    with progress_bar(draws, phrase("drawing", language)) as advance:
        return simulation_of(scenario, draws, seed, workers, progress=advance)


def _told(simulated: Simulation, form: Format, language: Language, payer: str, outcome: str) -> str:
    """The summary; to be read, also the answer, the fan of the payer asked for and when it is paid back."""
    if form == "table":
        from som_model.cli.console import as_text
        from som_model.presentation.described.simulation import fan, payback, summaries, uncertain

        asked = (language, payer, outcome)
        answer = [simulated.say(*asked), uncertain(simulated.assumptions, language), simulated.precision(*asked)]
        tables = [
            summaries(simulated, language, outcome),
            fan.table(simulated, language, payer),
            payback.table(simulated, language),
        ]
        return "\n".join(answer) + "\n\n" + as_text(tables, language)
    if form == "json":
        from som_model.presentation.simulation_record import simulation_record

        return as_json(simulation_record(simulated, language, payer, outcome))
    from som_model.presentation.described.simulation import summary_rows
    from som_model.presentation.separated import separated

    header, rows = summary_rows(simulated, language if form == "excel" else None, outcome)
    return separated(header, rows, form)
