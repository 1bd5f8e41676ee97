"""som run and som compare: one scenario, or every variant side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from som_model.cli.options import File, Files, Format, InFormat, InLanguage, Output, Overwrite, Reference, Settings, Variant
from som_model.cli.reading import scenario_of, scenarios_of
from som_model.cli.streams import as_json, deliver, format_of, keep_inputs, tell, tell_listed
from som_model.wording.table import Language, phrase

MOST_YEARS_ACROSS = 5
"""Years a console shows side by side; with more, lines show the whole period only."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from som_model.analysis.comparison import Comparison
    from som_model.analysis.simulation.simulation import Simulation
    from som_model.projection.projection import Projection
    from som_model.scenario.scenario import Scenario


def run(
    file: File,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.projection.projection import project

    form = format_of(format, output)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(output, [file], [scenario])
    projection = project(scenario)
    if form == "table":
        from som_model.cli.console import as_text
        from som_model.presentation.described.by_payer import year_by_year
        from som_model.presentation.described.comparison import figures
        from som_model.presentation.described.ledger import ledger

        wide = [str(year) for year in projection.years] if len(projection.years) > MOST_YEARS_ACROSS else []
        lines = ledger.table(projection, language).with_remark("block", phrase("not_counted", language), "line")
        tables = [lines.without("block", *wide), year_by_year(projection, language), figures(projection, language)]
        text = as_text(tables, language)
    else:
        text = _in_format([projection], form, language, one=True)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
    tell_notices([projection], language)


def compare(
    files: Files,
    settings: Settings = None,
    reference: Reference = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.analysis.comparison import compare as side_by_side

    form = format_of(format, output)
    scenarios = scenarios_of(files, settings)
    keep_inputs(output, files, scenarios)
    compared = side_by_side(scenarios, reference)
    if form == "table":
        from som_model.cli.console import as_text
        from som_model.presentation.described.by_payer import year_by_year
        from som_model.presentation.described.comparison import comparison
        from som_model.presentation.described.drivers import drivers

        tables = [comparison.table(compared, language)]
        for index in range(len(compared)):
            if compared.reference is not None and index != compared.reference:
                tables.append(drivers.table(compared, language, of=index).without("scenario", "address", "kind"))
        tables += [year_by_year(projection, language) for projection in compared]
        text = as_text(tables, language)
    else:
        text = _in_format(list(compared), form, language, one=False, compared=compared)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
    tell_variants(scenarios, language)
    tell_notices(list(compared), language)


def _in_format(
    projections: Sequence[Projection], format: Format, language: Language, *, one: bool, compared: Comparison | None = None
) -> str:
    if format == "json":
        from som_model.presentation.record import record

        records = [record(projection, language) for projection in projections]
        if compared is not None and compared.reference is not None:
            from som_model.presentation.record import driver_records

            for index, of_scenario in enumerate(records):
                of_scenario["drivers"] = driver_records(compared.drivers(index))
        return as_json(records[0] if one else records)
    from som_model.presentation.described.by_payer import by_year
    from som_model.presentation.separated import separated

    header, rows = by_year(projections, language if format == "excel" else None)
    return separated(header, rows, format)


def tell_variants(scenarios: Sequence[Scenario], language: Language) -> None:
    """That only the variants of a file are shown, and how to see the scenario without one, to standard error."""
    of_variants = [scenario for scenario in scenarios if scenario.variant is not None]
    for file in dict.fromkeys(scenario.record.source.files()[0].as_posix() for scenario in of_variants):
        tell(phrase("variants_shown", language).format(file=file))


def tell_notices(results: Sequence[Projection] | Sequence[Simulation], language: Language) -> None:
    """The scenario's notes, notices once each, and what is expected but not counted, to standard error."""
    notes = [result.scenario.notes for result in results if result.scenario.notes is not None]
    for text in dict.fromkeys(note.say(language) for note in notes):
        tell(phrase("notes_heading", language).format(text=text))
    notices = dict.fromkeys(notice.say(language) for result in results for notice in result.notices)
    tell_listed(phrase("notices_heading", language), notices)
    expected = list(dict.fromkeys(text.say(language) for result in results for text in result.scenario.not_counted))
    if expected:
        tell(phrase("not_counted_heading", language).format(texts="; ".join(expected)))
