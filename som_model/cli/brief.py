"""som brief: a council brief to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from som_model.cli.options import Dated, File, InLanguage, Overwrite, Settings, Variant
from som_model.cli.outputs import keep_inputs
from som_model.cli.reading import date_of, scenario_of
from som_model.cli.run import tell_notices
from som_model.cli.simulate import DRAWS, SEED, Draws, Seed, drawn
from som_model.cli.streams import tell
from som_model.wording.table import phrase

BriefFile = Annotated[Path, typer.Option("-o", "--output", help="help_brief_output", metavar="FILE", show_default=False)]


def brief(
    file: File,
    output: BriefFile,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    dated: Dated = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.presentation.brief.writing import checked, save

    day = date_of(dated)
    place = checked(output, overwrite=overwrite)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(place, [file], [scenario])
    simulated = drawn(scenario, draws, seed, 1, language)
    save(simulated, place, language, dated=day, overwrite=overwrite)
    tell(phrase("wrote", language).format(file=place.as_posix()))
    tell_notices([simulated], language)
