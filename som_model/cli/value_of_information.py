"""som value-of-information: what the uncertainty costs, which number to measure, how many citizens to follow up."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from som_model.cli.options import File, Format, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.reading import number_of, scenario_of
from som_model.cli.run import tell_notices
from som_model.cli.sensitivity import WIDEST, AskedOutcome, AskedPayer
from som_model.cli.simulate import SEED, Draws, Seed, drawn
from som_model.cli.streams import as_json, deliver, format_of, keep_inputs, tell, tell_listed
from som_model.errors import NoAnswer, SomError, UnknownName
from som_model.scenario.quantities import read_kroner, read_number
from som_model.wording.message import Message
from som_model.wording.table import Language, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from som_model.analysis.information.sample import SampleInformation
    from som_model.analysis.information.value import ValueOfInformation
    from som_model.scenario.scenario import Scenario

DRAWS = 100_000

Measured = Annotated[str | None, typer.Option("--address", help="help_measured", metavar="ADDRESS")]
Followed = Annotated[str | None, typer.Option("--of", help="help_followed", metavar="N,N,…")]
CostPerCitizen = Annotated[str | None, typer.Option("--cost-per-citizen", help="help_cost_per_citizen", metavar="KR")]
Years = Annotated[str | None, typer.Option("--years", help="help_decision_years", metavar="Y")]
Against = Annotated[list[str] | None, typer.Option("--against", help="help_against", metavar="V|FILE")]
InOneTable = Annotated[Format | None, typer.Option("--format", help="help_voi_format")]


class Study(NamedTuple):
    """What is asked about following citizens up, as written on the command line."""

    address: str | None = None
    of: str | None = None
    cost_per_citizen: str | None = None
    years: str | None = None
    against: tuple[str, ...] = ()


def value_of_information(
    file: File,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    address: Measured = None,
    of: Followed = None,
    cost_per_citizen: CostPerCitizen = None,
    years: Years = None,
    outcome: Annotated[str, AskedOutcome] = "accumulated_net",
    payer: Annotated[str, AskedPayer] = "total",
    against: Against = None,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InOneTable = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    form = format_of(format, output)
    scenario = scenario_of(file, variant, settings)
    study = Study(address, of, cost_per_citizen, years, tuple(against or ()))
    others = options_of(study, file, scenario, settings)
    keep_inputs(output, [file], [scenario, *others])
    value = weighed(scenario, others, study, draws, seed, outcome, payer, language)
    deliver(_told(value, form, language), output, language, overwrite=overwrite, bom=form == "excel")
    tell_notices([option.base for option in value.options], language)
    tell_listed(phrase("voi_notices_heading", language), [notice.say(language) for notice in value.notices])
    if value.sample is not None and not value.sample.cost_per_citizen and value.sample.evppi > 0:
        tell(phrase("voi_ask_cost", language))


def weighed(
    scenario: Scenario,
    others: Sequence[Scenario],
    study: Study,
    draws: int,
    seed: int,
    outcome: str,
    payer: str,
    language: Language,
) -> ValueOfInformation:
    """The value of information, with a bar for those who wait. Raises SomError for what is written wrongly."""
    from som_model.analysis.information.sample import MOST_FOLLOWED
    from som_model.analysis.information.value import FOLLOWED, GROUPS
    from som_model.analysis.information.value import value_of_information as worth
    from som_model.cli.console import progress_bar

    of: tuple[int, ...] = FOLLOWED
    if study.of is not None:
        counts = [count.strip() for count in study.of.split(",")]
        if not all(count.isascii() and count.isdecimal() for count in counts):
            raise SomError(Message.of("sample_counts", of=study.of, most=float(MOST_FOLLOWED)))
        of = tuple(sorted({int(count) for count in counts}))
    cost = 0.0 if study.cost_per_citizen is None else number_of(study.cost_per_citizen, read_kroner)
    years = 1.0 if study.years is None else number_of(study.years, read_number)
    simulated, *against = (drawn(option, draws, seed, 1, language) for option in (scenario, *others))
    whole = len(simulated.drawn) + len(GROUPS)
    with progress_bar(whole, phrase("weighing", language)) as advance:
        return worth(simulated, study.address, of, cost, years, outcome=outcome, payer=payer, against=against, progress=advance)


def options_of(study: Study, file: Path, scenario: Scenario, settings: list[str] | None) -> list[Scenario]:
    """The other choices that --against names: variants of the file, or else other files, with what --set asks for."""
    others: list[Scenario] = []
    for name in study.against:
        if name in scenario.variants:
            others.append(scenario_of(file, name, settings))
        elif Path(name).exists():
            others.append(scenario_of(Path(name), None, settings))
        else:
            raise UnknownName(Message.of("unknown_against", name=name, known=tuple(scenario.variants) or "–"))
    return others


def information_of(
    file: Path,
    study: Study,
    draws: int | None,
    seed: int | None,
    outcome: str,
    payer: str,
    variant: str | None,
    settings: list[str] | None,
    language: Language,
) -> ValueOfInformation:
    """What a chart is drawn from, with this command's own defaults for what is not asked."""
    scenario = scenario_of(file, variant, settings)
    others = options_of(study, file, scenario, settings)
    drawn_from = (DRAWS if draws is None else draws, SEED if seed is None else seed)
    return weighed(scenario, others, study, *drawn_from, outcome, payer, language)


def followed_up(value: ValueOfInformation) -> SampleInformation:
    """Following citizens up. Raises NoAnswer where no rate of a target group is uncertain."""
    if value.sample is None:
        raise NoAnswer(Message.of("no_share_to_follow"))
    return value.sample


def _told(value: ValueOfInformation, form: Format, language: Language) -> str:
    """What each number is worth; to be read, also the answer, what each number of citizens is worth, and how both were found."""
    from som_model.presentation.described import information

    if form == "table":
        from som_model.analysis.information.in_words import paragraphs
        from som_model.cli.console import as_text

        parts = ["\n".join(fill(paragraph, WIDEST) for paragraph in paragraphs(value, language))]
        parts.append(as_text([information.value_of_information.table(value, language)], language).rstrip())
        parts.append(fill(information.methods_of_values(value, language), WIDEST))
        if value.sample is not None:
            followed = information.sample_information.table(value.sample, language).for_readers()
            parts.append(as_text([followed], language).rstrip())
            parts.append(fill(information.method_of_sample(language), WIDEST))
        return "\n\n".join(parts) + "\n"
    if form == "json":
        from som_model.presentation.simulation_record import information_record

        return as_json(information_record(value, language))
    from som_model.presentation.separated import separated

    header, rows = information.information_rows(value, language if form == "excel" else None)
    return separated(header, rows, form)
