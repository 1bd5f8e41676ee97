"""A simulation as a table: what each payer and the public purse may expect."""

from __future__ import annotations

from som_model.analysis.simulation.display import COLUMNS, cells, payer_label
from som_model.analysis.simulation.simulation import Simulation
from som_model.presentation.described.amounts import kroner_of
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.presentation.spoken_values import years_said
from som_model.resolved.titles import full_title, scenario_title, variant_title
from som_model.wording.language import Language
from som_model.wording.numbers import number
from som_model.wording.parties import TOTAL
from som_model.wording.table import phrase

KEYS = ("base", "mean", "low", "median", "high", "chance_of_gain")


def simulation(
    simulated: Simulation, language: Language = "da", *, spoken: bool = False, outcome: str = "accumulated_net"
) -> Table:
    """A row for each payer and the total, kr.: base case, mean, 2.5 %, median and 97.5 %; then the chance of gain.

    spoken: to the digits that so many draws carry, for reading; else unrounded numbers.
    outcome: accumulated_net or net_present_value.
    """
    kinds: tuple[Kind, ...] = ("mixed",) * 6 if spoken else ("kroner",) * 5 + ("ratio",)
    rows: list[tuple[Cell, ...]] = []
    for payer in (*simulated.payers, TOTAL):
        found = simulated.summary(payer, outcome)
        figures: tuple[Cell, ...] = tuple(cells(found, language)) if spoken else tuple(getattr(found, key) for key in KEYS)
        rows.append((payer_label(payer, language), *figures))
    return Table(
        name="simulation",
        title=title(simulated, language, outcome),
        unit=kroner_of(simulated.scenario, outcome, language),
        columns=(
            Column("payer", phrase("payer", language), "text"),
            *(Column(key, phrase(words, language), kind) for key, words, kind in zip(KEYS, COLUMNS, kinds, strict=True)),
        ),
        rows=tuple(rows),
        emphasised=(len(rows) - 1,),
    )


def title(simulated: Simulation, language: Language, outcome: str = "accumulated_net") -> str:
    """What is shown: '…: akkumuleret nettoresultat 2017-2021 i 10.000 beregninger'"""
    key = "sim_present_value_title" if outcome == "net_present_value" else "sim_table_title"
    return phrase(key, language).format(
        title=full_title(simulated.scenario, language),
        years=years_said(simulated.years),
        draws=number(simulated.draws, language, 0),
    )


def summary_rows(
    simulated: Simulation, language: Language | None = None, outcome: str = "accumulated_net"
) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """(header, rows) for other programs: one row for each payer and `total`, with the scenario, its draws and seed; last the
    outcome where it is not accumulated_net.

    language: None gives stable names and unrounded amounts; a language gives its words and amounts to 0.01 kr.
    """
    scenario, spoken = simulated.scenario, simulation(simulated, language or "da", outcome=outcome)
    columns = [column.key if language is None else column.label for column in spoken.columns]
    names = ("scenario", "variant", columns[0], "price_year", "draws", "seed", *columns[1:])
    header = [name if language is None else phrase(name, language) if name in WORDED else name for name in names]
    last: tuple[Cell, ...] = ()
    if outcome != "accumulated_net":
        header.append("outcome" if language is None else phrase("figure", language))
        last = (outcome if language is None else phrase(outcome, language),)
    rows: list[tuple[Cell, ...]] = []
    for payer, row in zip((*simulated.payers, TOTAL), spoken.rows, strict=True):
        *amounts, chance = (float(cell) for cell in row[1:])  # type: ignore[arg-type]
        if language is None:
            named: tuple[Cell, ...] = (scenario.name, scenario.variant, payer)
        else:
            amounts = [round(amount, 2) for amount in amounts]
            variant = variant_title(scenario, language) if scenario.variant else None
            named = (scenario_title(scenario, language), variant, row[0])
        rows.append((*named, scenario.price_year, simulated.draws, simulated.seed, *amounts, chance, *last))
    return header, rows


WORDED = ("scenario", "variant", "price_year", "draws", "seed")
