"""som workbook: a calculation with live formulas, for Excel and LibreOffice."""

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

BookFile = Annotated[Path, typer.Option("-o", "--output", help="help_workbook_output", metavar="FILE", show_default=False)]


def workbook(
    file: File,
    output: BookFile,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    dated: Dated = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.presentation.workbook.workbook import checked, is_uncertain, save
    from som_model.projection.projection import project

    day = date_of(dated)
    place = checked(output, overwrite=overwrite)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(place, [file], [scenario])
    projection = project(scenario)
    simulated = drawn(scenario, draws, seed, 1, language) if is_uncertain(scenario) else None
    save(projection, simulated, place, language, dated=day, overwrite=overwrite)
    tell(phrase("wrote", language).format(file=place.as_posix()))
    tell_notices([projection], language)
