"""A simulation as tables: what each payer may expect, between which amounts, and when it is paid back."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.analysis.simulation.simulation import FAN, NEVER, NO_COST, Simulation
from som_model.analysis.simulation.summary import Summary, quantile_errors
from som_model.presentation.described.amounts import kroner_of, payer_title, scenario_names, years_said
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.by_payer import of_payer
from som_model.presentation.described.table import Cell, Column, Table, Told
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.resolved.titles import full_title
from som_model.wording.numbers import Rounding, chance_said, number, percent, share_said
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

WORDED = ("scenario", "variant", "price_year", "draws", "seed")
MOST_NAMED = 4


def uncertain(assumptions: Sequence[Assumption], language: Language) -> str:
    """Which assumptions were drawn, and that all others stand still."""
    if not assumptions:
        return phrase("sim_nothing_drawn", language)
    listed = "; ".join(assumption.title(language) for assumption in assumptions[:MOST_NAMED])
    more = len(assumptions) - MOST_NAMED
    if more > 0:
        listed += phrase("sim_and_more", language).format(count=more)
    return phrase("sim_drawn", language).format(count=len(assumptions), listed=listed)


@as_frame
def simulation(simulated: Simulation, language: Language = "da") -> Table:
    """A row for each payer and the public total: accumulated net at the stated values, its mean, what 2.5 %, half and
    97.5 % of the draws lie below, kr., and the chance of gain, 0 to 1."""
    return summaries(simulated, language)


def summaries(simulated: Simulation, language: Language = "da", outcome: str = "accumulated_net") -> Table:
    """The same of an outcome: accumulated_net or net_present_value."""
    key = "sim_present_value_title" if outcome == "net_present_value" else "sim_table_title"
    title = phrase(key, language).format(
        title=full_title(simulated.scenario, language),
        years=years_said(simulated.years),
        draws=number(simulated.draws, language, 0),
    )
    payers = (*simulated.payers, TOTAL)
    return Table(
        name="simulation",
        title=title,
        unit=kroner_of(simulated.scenario, outcome, language),
        columns=(
            Column("payer", phrase("payer", language), "text"),
            *(Column(key, phrase(f"sim_{key}", language)) for key in ("base", "mean", "low", "median", "high")),
            Column("chance_of_gain", phrase("sim_chance", language), "ratio"),
        ),
        rows=tuple((payer_title(payer, language), *cells(simulated.summary(payer, outcome), language)) for payer in payers),
        emphasised=(len(payers) - 1,),
    )


def cells(summary: Summary, language: Language) -> list[Told]:
    """Base case, mean, low, median, high and chance of gain, to the digits that so many draws carry."""
    amounts = (
        (summary.base, 0.0),
        (summary.mean, summary.mean_error),
        (summary.low, summary.low_error),
        (summary.median, summary.median_error),
        (summary.high, summary.high_error),
    )
    chance = chance_said(summary.chance_of_gain, summary.draws, language, certain=summary.certain)
    untold = summary.one_draw or summary.untouched
    told = [drawn_kroner(amount, error, language) for amount, error in amounts]
    return [*told, Told(summary.chance_of_gain, "–" if untold else chance)]


def drawn_kroner(amount: float, error: float, language: Language) -> Told:
    """Kr. without a unit, to the step that its standard error allows; what is exactly 0 is '0'."""
    return Told(amount, "0" if amount == 0 and not error > 0 else Rounding(False, language).say(amount, error))


def summary_rows(
    simulated: Simulation, language: Language | None = None, outcome: str = "accumulated_net"
) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """(header, rows) for other programs: one row for each payer and `total`, with the scenario, its draws and seed; last the
    outcome where it is not accumulated_net.

    language: None gives stable names and unrounded amounts; a language gives its words and amounts to 0.01 kr.
    """
    scenario, table = simulated.scenario, summaries(simulated, language or "da", outcome)
    columns = [column.key if language is None else column.label for column in table.columns]
    names = ("scenario", "variant", columns[0], "price_year", "draws", "seed", *columns[1:])
    header = [name if language is None else phrase(name, language) if name in WORDED else name for name in names]
    last: tuple[Cell, ...] = ()
    if outcome != "accumulated_net":
        header.append("outcome" if language is None else phrase("figure", language))
        last = (outcome if language is None else phrase(outcome, language),)
    rows: list[tuple[Cell, ...]] = []
    for payer, row in zip((*simulated.payers, TOTAL), table.rows, strict=True):
        *amounts, chance = (float(cell) for cell in row[1:] if cell is not None)
        if language is not None:
            amounts = [round(amount, 2) for amount in amounts]
        named = (*scenario_names(scenario, language), payer if language is None else row[0])
        rows.append((*named, scenario.price_year, simulated.draws, simulated.seed, *amounts, chance, *last))
    return header, rows


@as_frame
def fan(simulated: Simulation, language: Language = "da", payer: str = "total") -> Table:
    """Accumulated net by year, kr.: at the stated values, and what 2.5, 25, 50, 75 and 97.5 % of the draws lie below.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    base, amounts, row = base_by_year(simulated, payer), simulated.fan(payer), simulated.row(payer)
    rows: list[tuple[Cell, ...]] = []
    for t, year in enumerate(simulated.years):
        errors = quantile_errors(simulated.spread, row, t, FAN)
        ends = (drawn_kroner(float(amount), float(error), language) for amount, error in zip(amounts[:, t], errors, strict=True))
        rows.append((str(year), drawn_kroner(float(base[t]), 0.0, language), *ends))
    below = {share: phrase("fan_below", language).format(share=percent(share, language)) for share in FAN}
    return Table(
        name="fan",
        title=phrase("fan_table_title", language).format(
            title=full_title(simulated.scenario, language), whose=phrase(f"whose_{payer}", language)
        ),
        unit=kroner_of(simulated.scenario, "accumulated_net", language),
        columns=(
            Column("year", phrase("year", language), "year"),
            Column("base", phrase("sim_base", language)),
            *(
                Column(f"p{100 * share:g}", phrase("sim_median", language) if share == 0.5 else heading)
                for share, heading in below.items()
            ),
        ),
        rows=tuple(rows),
    )


def base_by_year(simulated: Simulation, payer: str) -> Array:
    """Accumulated net of the base case, kr. (year,). Raises UnknownName for a payer that is not shown."""
    simulated.row(payer)
    return of_payer(simulated.base, simulated.base.accumulated, payer)


@as_frame
def payback(simulated: Simulation, language: Language = "da") -> Table:
    """The share of the draws, 0 to 1, with each payback year, with none in the period, and without any programme cost:
    a column for each payer and the public total."""
    shares = {payer: simulated.payback(payer) for payer in (*simulated.payers, TOTAL)}
    years: dict[int | str, str] = {year: str(year) for year in simulated.years}
    years |= {NEVER: phrase("payback_never", language), NO_COST: phrase("payback_free", language)}
    return Table(
        name="payback",
        title=phrase("payback_table_title", language).format(title=full_title(simulated.scenario, language)),
        unit=phrase("payback_unit", language),
        columns=(
            Column("year", phrase("payback_year", language), "text"),
            *(Column(payer, payer_title(payer, language), "ratio") for payer in shares),
        ),
        rows=tuple(
            (name, *(Told(share[year], share_said(share[year], simulated.draws, language)) for share in shares.values()))
            for year, name in years.items()
        ),
    )
