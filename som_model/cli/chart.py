"""som chart: one picture to a file, drawn from what its arguments say it is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from som_model.cli.options import Dated, File, InLanguage, Overwrite, Reference, Settings, Variant
from som_model.cli.reading import date_of, scenario_of, scenarios_of
from som_model.cli.run import tell_variants
from som_model.cli.sensitivity import AskedOutcome, AskedPayer, Pair
from som_model.cli.simulate import DRAWS, SEED, drawn, draws_option, seed_option
from som_model.cli.streams import keep_inputs, tell_written
from som_model.cli.value_of_information import (
    Against,
    CostPerCitizen,
    Followed,
    Measured,
    Study,
    Years,
    followed_up,
    information_of,
)
from som_model.errors import NoAnswer, SomError, UnknownName
from som_model.presentation import charts
from som_model.wording.message import Message
from som_model.wording.table import Language

if TYPE_CHECKING:
    from som_model.analysis.comparison import Comparison
    from som_model.analysis.grid import Grid
    from som_model.analysis.information.value import ValueOfInformation
    from som_model.analysis.simulation.simulation import Simulation
    from som_model.analysis.tornado import Tornado
    from som_model.projection.projection import Projection
    from som_model.scenario.scenario import Scenario


@dataclass(frozen=True)
class Asked:
    """What is to be drawn, of what; None where it is not said."""

    name: str
    file: Path
    variant: str | None
    settings: list[str] | None
    pair: tuple[str, str] | None
    outcome: Any
    payer: str | None
    draws: int | None
    seed: int | None
    reference: str | None
    study: Study
    language: Language

    def scenario(self) -> Scenario:
        """The file with the variant and the settings that are asked for."""
        return scenario_of(self.file, self.variant, self.settings)

    @property
    def measure(self) -> tuple[Any, str]:
        """Which figure, and whose."""
        return self.outcome or "accumulated_net", self.payer or "total"


def _projection(asked: Asked) -> Projection:
    from som_model.projection.projection import project

    return project(asked.scenario())


def _comparison(asked: Asked) -> Comparison:
    """Every variant of the file, or the one named; in a chart that needs one against the reference, which is the file's
    first variant unless named. One scenario with --set is then set against itself as it is written."""
    from som_model.analysis.comparison import compare

    file, variant, settings, reference = asked.file, asked.variant, asked.settings, asked.reference
    if "of" not in arguments(asked.name):
        if variant is not None:
            return compare([asked.scenario()])
        scenarios = scenarios_of([file], settings)
        tell_variants(scenarios, asked.language)
        return compare(scenarios)
    listed = scenarios_of([file], settings)
    if reference is None and settings and (variant is not None or len(listed) == 1):
        written = scenario_of(file, variant, None)
        return compare([written, asked.scenario()], written)
    compared = compare(listed, reference or listed[0])
    if variant is None:
        return compared
    shown = asked.scenario()
    assert compared.reference is not None
    base = compared[compared.reference].scenario
    return compare([base, shown] if shown != base else [base], base)


def _tornado(asked: Asked) -> Tornado:
    from som_model.analysis.tornado import tornado

    return tornado(asked.scenario(), *asked.measure)


def _grid(asked: Asked) -> Grid:
    """Over the two assumptions named, or the two that matter most. Raises NoAnswer where fewer than two have an interval."""
    from som_model.analysis.grid import grid

    pair = asked.pair
    if pair is None:
        swung = _tornado(asked)
        if len(swung) < 2:
            raise NoAnswer(Message.of("grid_needs_two", swung=len(swung)))
        pair = (swung[0].address, swung[1].address)
    outcome, payer = asked.measure
    return grid(asked.scenario(), *pair, outcome=outcome, payer=payer)


def _simulation(asked: Asked) -> Simulation:
    draws, seed = DRAWS if asked.draws is None else asked.draws, SEED if asked.seed is None else asked.seed
    return drawn(asked.scenario(), draws, seed, 1, asked.language)


def _value_of_information(asked: Asked) -> ValueOfInformation:
    drawing = (asked.draws, asked.seed, *asked.measure)
    return information_of(asked.file, asked.study, *drawing, asked.variant, asked.settings, asked.language)


@dataclass(frozen=True)
class Source:
    """How a result is made of what is asked, and the options that this has a use for."""

    made: Callable[[Asked], Any]
    options: tuple[str, ...] = ()


OF_OUTCOMES = ("--outcome", "--payer")
OF_DRAWS = ("--draws", "--seed")
OF_STUDIES = (*OF_OUTCOMES, *OF_DRAWS, "--address", "--of", "--cost-per-citizen", "--years", "--against")
SOURCES = {
    "Projection": Source(_projection),
    "Projection | Comparison": Source(_comparison),
    "Comparison": Source(_comparison),
    "Tornado": Source(_tornado, OF_OUTCOMES),
    "Grid": Source(_grid, (*OF_OUTCOMES, "--grid")),
    "Simulation": Source(_simulation, OF_DRAWS),
    "ValueOfInformation": Source(_value_of_information, OF_STUDIES),
    "SampleInformation": Source(lambda asked: followed_up(_value_of_information(asked)), OF_STUDIES),
}
"""The type of a chart's first argument, as it is written → where such a result comes from."""
ARGUMENTS = {"payer": "--payer", "of": "--reference"}
"""A further argument of a chart → the option that asks for it."""


def drawn_from(name: str) -> str:
    """The type of result that a chart shows."""
    return str(next(iter(arguments(name).values())))


def arguments(name: str) -> dict[str, str]:
    """A chart's arguments and their types, as they are written."""
    return {argument.name: argument.annotation for argument in signature(getattr(charts, name)).parameters.values()}


def options_of(name: str) -> tuple[str, ...]:
    """The options that a chart has a use for, beside those that all have."""
    own = (option for argument, option in ARGUMENTS.items() if argument in arguments(name))
    return tuple(dict.fromkeys((*SOURCES[drawn_from(name)].options, *own)))


OF_OTHER_COMMANDS = ("learned",)
"""Drawn by a command of their own: som learn --chart."""
CHARTS = tuple(name for name in charts.IN_ORDER if name not in OF_OTHER_COMMANDS)
"""The charts that `som chart` draws, in the order of the gallery."""


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
    if name not in charts.__all__:
        raise UnknownName(Message.of("unknown_chart", name=name, known=tuple(charts.__all__)))
    if name not in CHARTS:
        raise SomError(Message.of("chart_of_learn", file=output.as_posix()))
    _only_where_they_belong(asked)
    day = date_of(dated)
    place = checked(output, overwrite=overwrite)
    keep_inputs(place, [file])
    shown = SOURCES[drawn_from(name)].made(asked)
    whose = {"payer": payer} if payer is not None and "payer" in arguments(name) else {}  # else the chart's own choice
    save(getattr(charts, name)(shown, language, **whose), place, overwrite=overwrite, dated=day)
    tell_written(place, language)


def _only_where_they_belong(asked: Asked) -> None:
    """Raises SomError for an option that the chart has no use for."""
    study = asked.study
    of_some_charts: Mapping[str, object] = {
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
    for option, value in of_some_charts.items():
        if value is None or option in options_of(asked.name):
            continue
        names = tuple(name for name in CHARTS if option in options_of(name))
        if len(names) == 1:
            raise SomError(Message.of("option_of_one_chart", option=option, name=names[0]))
        raise SomError(Message.of("option_of_other_charts", option=option, names=names))
