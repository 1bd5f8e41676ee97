"""som workbook, som brief and som budget: what is handed over, each as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from som_model.cli.options import Dated, File, InLanguage, Overwrite, Settings, Variant
from som_model.cli.reading import date_of, scenario_of, whole_number
from som_model.cli.run import tell_notices
from som_model.cli.simulate import DRAWS, SEED, Draws, Seed, drawn
from som_model.cli.streams import keep_inputs, tell_listed, tell_written
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
    tell_written(place, language)
    tell_notices([projection], language)


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
    tell_written(place, language)
    tell_notices([simulated], language)


BudgetFile = Annotated[Path, typer.Option("-o", "--output", help="help_budget_output", metavar="FILE", show_default=False)]
FromYear = Annotated[int | None, typer.Option("--from-year", parser=whole_number, help="help_from_year", metavar="Y")]
Years = Annotated[int | None, typer.Option("--years", parser=whole_number, help="help_budget_years", metavar="N")]
PriceYear = Annotated[int | None, typer.Option("--price-year", parser=whole_number, help="help_price_year", metavar="Y")]
Index = Annotated[str | None, typer.Option("--index", help="help_budget_index", metavar="NAME")]
Tidy = Annotated[bool, typer.Option("--tidy", help="help_tidy")]


def budget(
    file: File,
    output: BudgetFile,
    from_year: FromYear = None,
    years: Years = None,
    price_year: PriceYear = None,
    index: Index = None,
    tidy: Tidy = False,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    date: Dated = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.presentation.budget.budget import budget as budget_of
    from som_model.presentation.budget.writing import checked, save_budget, years_shown
    from som_model.projection.projection import project

    dated = date_of(date)
    place = checked(output, overwrite=overwrite)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(place, [file], [scenario])
    projection = project(scenario)
    shown = years_shown(place, years, tidy=tidy)
    adopted = budget_of(projection, from_year=from_year, years=shown, price_year=price_year, index=index)
    save_budget(adopted, place, language, tidy=tidy, overwrite=overwrite, dated=dated)
    tell_written(place, language)
    own = [notice.say(language) for notice in adopted.notices if notice not in projection.notices]
    tell_listed(phrase("budget_notices_heading", language), own)
    tell_notices([projection], language)
