"""som chart: one picture to a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from som_model.cli.options import Dated, File, InLanguage, Overwrite, Reference, Settings, Variant, help_text
from som_model.cli.outputs import keep_inputs
from som_model.cli.reading import date_of, scenario_of, scenarios_of
from som_model.cli.run import tell_variants
from som_model.cli.sensitivity import AskedOutcome, AskedPayer, Pair
from som_model.cli.simulate import DRAWS, SEED, drawn, draws_option, seed_option
from som_model.cli.streams import tell
from som_model.cli.value_of_information import CHARTS as OF_INFORMATION
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
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.table import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from som_model.analysis.comparison import Comparison
    from som_model.scenario.scenario import Scenario

ChartName = Annotated[str, typer.Argument(help=help_text("help_chart_name"), metavar="NAME", show_default=False)]
Picture = Annotated[Path, typer.Option("-o", "--output", help=help_text("help_chart_output"), metavar="FILE", show_default=False)]

SIDE_BY_SIDE = ("accumulated", "comparison")
"""Charts that show every variant of the file where none is named."""
OF_SENSITIVITY = ("tornado", "grid")
OF_DRAWS = ("simulation", "fan", "payback")
OF_LEARNING = "learned"
OF_DRIVERS = "drivers"
OF_ONE_PAYER = ("waterfall",)
"""Charts of one scenario that may show a payer instead of the public purse."""


@dataclass(frozen=True)
class Asked:
    """What is to be drawn, of what."""

    name: str
    file: Path
    variant: str | None
    settings: list[str] | None
    pair: tuple[str, str] | None
    outcome: str | None
    payer: str | None
    draws: int | None
    seed: int | None
    reference: str | None
    study: Study
    language: Language


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
    from som_model.presentation import charts
    from som_model.presentation.saving import checked, save

    study = Study(address, of, cost_per_citizen, years, tuple(against or ()))
    asked = Asked(name, file, variant, settings, pair, outcome, payer, draws, seed, reference, study, language)
    _exists(name, charts.__all__, output)
    _only_where_they_belong(asked)
    day = date_of(dated)
    place = checked(output, overwrite=overwrite)
    keep_inputs(place, [file])
    save(_figure(asked), place, overwrite=overwrite, dated=day)
    tell(phrase("wrote", language).format(file=place.as_posix()))


def _figure(asked: Asked) -> Any:
    """The chart that is asked for."""
    from som_model.presentation import charts

    name, language, file, variant, settings = asked.name, asked.language, asked.file, asked.variant, asked.settings
    outcome, payer = asked.outcome, asked.payer or "total"
    draw = getattr(charts, name)
    if name in SIDE_BY_SIDE:
        return draw(_side_by_side(file, variant, settings, language), language)
    if name in OF_INFORMATION:
        found = information_of(file, asked.study, asked.draws, asked.seed, outcome, asked.payer, variant, settings, language)
        return draw(found if name == OF_INFORMATION[0] else followed_up(found), language)
    if name == OF_DRIVERS:
        return draw(_against_reference(file, variant, settings, asked.reference), language, payer)
    scenario = scenario_of(file, variant, settings)
    if name in OF_DRAWS:
        draws, seed = DRAWS if asked.draws is None else asked.draws, SEED if asked.seed is None else asked.seed
        return draw(drawn(scenario, draws, seed, 1, language), language, payer)
    shown = _shown(name, scenario, asked.pair, outcome or "accumulated_net", payer)
    return draw(shown, language, payer) if name in OF_ONE_PAYER else draw(shown, language)


def _exists(name: str, known: Sequence[str], output: Path) -> None:
    """Raises SomError for a name that is no chart, or one that another command draws."""
    if name not in known:
        raise UnknownName(Message.of("unknown_chart", name=name, known=tuple(known)))
    if name == OF_LEARNING:
        raise SomError(Message.of("chart_of_learn", file=output.as_posix()))


def _only_where_they_belong(asked: Asked) -> None:
    """Raises SomError for an option that the chart has no use for."""
    name = asked.name
    of_outcomes = (*OF_SENSITIVITY, *OF_INFORMATION)
    of_payers = (*of_outcomes, *OF_DRAWS, OF_DRIVERS, *OF_ONE_PAYER)
    for option, given, names in (
        ("--grid", asked.pair is not None, OF_SENSITIVITY),
        ("--outcome", asked.outcome, of_outcomes),
        ("--payer", asked.payer, of_payers),
    ):
        if given and name not in names:
            raise SomError(Message.of("option_of_other_charts", option=option, names=names))
    if name not in (*OF_DRAWS, *OF_INFORMATION) and (asked.draws, asked.seed) != (None, None):
        raise SomError(Message.of("option_of_draws", names=OF_DRAWS))
    if name != OF_DRIVERS and asked.reference is not None:
        raise SomError(Message.of("option_of_drivers", name=OF_DRIVERS))
    if name not in OF_INFORMATION and asked.study.asked:
        raise SomError(Message.of("option_of_information", names=OF_INFORMATION))


def _side_by_side(file: Path, variant: str | None, settings: list[str] | None, language: Language) -> Comparison:
    """Every variant of the file, or the one named."""
    from som_model.analysis.comparison import compare

    if variant is not None:
        return compare([scenario_of(file, variant, settings)])
    scenarios = scenarios_of([file], settings)
    tell_variants(scenarios, language)
    return compare(scenarios)


def _against_reference(file: Path, variant: str | None, settings: list[str] | None, reference: str | None) -> Comparison:
    """What the drivers are drawn from: every variant, or the one named, against the reference, which is the file's
    first variant unless named. One scenario with --set is set against itself as it is written."""
    from som_model.analysis.comparison import compare

    listed = scenarios_of([file], settings)
    if reference is None and settings and (variant is not None or len(listed) == 1):
        written = scenario_of(file, variant, None)
        return compare([written, scenario_of(file, variant, settings)], written)
    compared = compare(listed, reference or listed[0])
    if variant is None:
        return compared
    shown = scenario_of(file, variant, settings)
    assert compared.reference is not None
    base = compared[compared.reference].scenario
    return compare([base, shown] if shown != base else [base], base)


def _shown(name: str, scenario: Scenario, pair: tuple[str, str] | None, outcome: Any, payer: str) -> Any:
    """What a chart of one scenario is drawn from."""
    if name == "tornado":
        from som_model.analysis.sensitivity.swings import tornado

        return tornado(scenario, outcome, payer)
    if name == "grid":
        from som_model.analysis.sensitivity.two_way import grid

        return grid(scenario, *(pair or _widest(scenario, outcome, payer)), outcome=outcome, payer=payer)
    from som_model.projection.projection import project

    return project(scenario)


def _widest(scenario: Scenario, outcome: Any, payer: str) -> tuple[str, str]:
    """The two assumptions that matter most. Raises NoAnswer where fewer than two have an interval."""
    from som_model.analysis.sensitivity.swings import tornado

    swung = tornado(scenario, outcome, payer)
    if len(swung) < 2:
        raise NoAnswer(Message.of("grid_needs_two", swung=len(swung)))
    return swung[0].address, swung[1].address
