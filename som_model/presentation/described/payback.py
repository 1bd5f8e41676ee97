"""When the programme has paid for itself, as a table: the probability of each year, by payer."""

from __future__ import annotations

from som_model.analysis.simulation.display import payer_label
from som_model.analysis.simulation.simulation import NEVER, NO_COST, Simulation
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.parties import TOTAL
from som_model.wording.precision import share_said
from som_model.wording.table import phrase


def payback(simulated: Simulation, language: Language = "da", *, spoken: bool = False) -> Table:
    """A row for each payback year, for never and for no programme cost; a column for each payer and the total.

    Cells are shares of the draws; spoken: as percentages, to the digits that so many draws carry.
    """
    found = {payer: simulated.payback(payer) for payer in (*simulated.payers, TOTAL)}
    names: tuple[int | str, ...] = (*simulated.years, NEVER, NO_COST)
    kind: Kind = "mixed" if spoken else "ratio"

    def cell(share: float) -> Cell:
        return share_said(share, simulated.draws, language) if spoken else share

    return Table(
        name="payback",
        title=phrase("payback_table_title", language).format(title=full_title(simulated.scenario, language)),
        unit=phrase("payback_unit", language),
        columns=(
            Column("year", phrase("payback_year", language), "text"),
            *(Column(payer, payer_label(payer, language), kind) for payer in found),
        ),
        rows=tuple((year_label(name, language), *(cell(shares[name]) for shares in found.values())) for name in names),
    )


def year_label(name: int | str, language: Language) -> str:
    """'2018', 'ikke i perioden', 'betaler ikke til indsatsen'"""
    return phrase({NEVER: "payback_never", NO_COST: "payback_free"}[name], language) if isinstance(name, str) else str(name)
