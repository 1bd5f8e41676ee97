"""som chart: one picture to a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from som_model.cli.chart_results import CHARTS, SOURCES, Asked, arguments, drawn_from, options_of
from som_model.cli.options import Dated, File, InLanguage, Overwrite, Reference, Settings, Variant
from som_model.cli.outputs import keep_inputs
from som_model.cli.reading import date_of
from som_model.cli.sensitivity import AskedOutcome, AskedPayer, Pair
from som_model.cli.simulate import draws_option, seed_option
from som_model.cli.streams import tell
from som_model.cli.value_of_information import Against, CostPerCitizen, Followed, Measured, Study, Years
from som_model.errors import SomError, UnknownName
from som_model.presentation import charts
from som_model.wording.message import Message
from som_model.wording.table import phrase

ChartName = Annotated[str, typer.Argument(help="help_chart_name", metavar="NAME", show_default=False)]
Picture = Annotated[Path, typer.Option("-o", "--output", help="help_chart_output", metavar="FILE", show_default=False)]


def chart(
    file: File,
    name: ChartName,
    output: Picture,
    pair: Pair = None,
    outcome: Annotated[str | None, AskedOutcome] = None,
    payer: Annotated[str | None, AskedPayer] = None,
    draws: Annotated[int | None, draws_option] = None,
    seed: Annotated[int | None, seed_option] = None,
    reference: Reference = None,
    address: Measured = None,
    of: Followed = None,
    cost_per_citizen: CostPerCitizen = None,
    years: Years = None,
    against: Against = None,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    overwrite: Overwrite = False,
    dated: Dated = None,
) -> None:
    from som_model.presentation.saving import checked, save

    study = Study(address, of, cost_per_citizen, years, tuple(against or ()))
    asked = Asked(name, file, variant, settings, pair, outcome, payer, draws, seed, reference, study, language)
    _exists(name, output)
    _only_where_they_belong(name, _own_options(asked))
    day = date_of(dated)
    place = checked(output, overwrite=overwrite)
    keep_inputs(place, [file])
    save(_figure(asked), place, overwrite=overwrite, dated=day)
    tell(phrase("wrote", language).format(file=place.as_posix()))


def _figure(asked: Asked) -> Any:
    """The chart that is asked for; whose it shows is the chart's own choice unless it is said."""
    whose = {"payer": asked.payer} if asked.payer is not None and "payer" in arguments(asked.name) else {}
    shown = SOURCES[drawn_from(asked.name)].made(asked)
    return getattr(charts, asked.name)(shown, asked.language, **whose)


def _exists(name: str, output: Path) -> None:
    """Raises SomError for a name that is no chart, or one that another command draws."""
    if name not in charts.__all__:
        raise UnknownName(Message.of("unknown_chart", name=name, known=tuple(charts.__all__)))
    if name not in CHARTS:
        raise SomError(Message.of("chart_of_learn", file=output.as_posix()))


def _own_options(asked: Asked) -> Mapping[str, object]:
    """The options that belong to some charts, and what is said of each."""
    study = asked.study
    return {
        "--grid": asked.pair,
        "--outcome": asked.outcome,
        "--payer": asked.payer,
        "--draws": asked.draws,
        "--seed": asked.seed,
        "--reference": asked.reference,
        "--address": study.address,
        "--of": study.of,
        "--cost-per-citizen": study.cost_per_citizen,
        "--years": study.years,
        "--against": study.against or None,
    }


def _only_where_they_belong(name: str, said: Mapping[str, object]) -> None:
    """Raises SomError for an option that the chart has no use for."""
    for option in (option for option, value in said.items() if value is not None and option not in options_of(name)):
        names = tuple(each for each in CHARTS if option in options_of(each))
        if len(names) == 1:
            raise SomError(Message.of("option_of_one_chart", option=option, name=names[0]))
        raise SomError(Message.of("option_of_other_charts", option=option, names=names))
