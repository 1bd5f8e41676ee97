"""The economy: net of each payer and the running sum year by year, and who gains and who pays over the whole period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import Block, Heading, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.standing import split_is_known, whose_results
from som_model.presentation.described.amounts import payer_title
from som_model.presentation.described.by_payer import carries_cost, in_order, of_payer, transfers
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.wording.parties import TOTAL, is_public

MOST_YEARS = 6
"""Years that a table shows side by side; of more, the first and the last."""
FIRST_YEARS = 4
"""The budget year and the three that follow it."""
NAME_WIDTH, WIDEST_YEAR = 4.8, 3.0
WIDTHS = {"programme_cost": 2.9, "savings": 3.8, "net": 2.5}
PAYBACK_WIDTH = 2.9


class YearRow(NamedTuple):
    """A row of a table of years: kr. (year,), None where it heads the rows below it; a running sum has no sum of its own."""

    name: str
    amounts: Array | None
    kind: Literal["plain", "sum", "running"] = "plain"


def table_by_year(case: Case, name: str, title: str, column: tuple[str, str], rows: Sequence[YearRow], note: str) -> Table:
    """A column of names (key, label), one for each year, and one for the whole period; where there are many years, the first
    four and the last, and what is left out is said. Each amount is rounded once."""
    years = case.projection.years
    shown = range(len(years)) if len(years) <= MOST_YEARS else (*range(FIRST_YEARS), len(years) - 1)
    heads = [str(years[t]) for t in shown]
    if len(shown) < len(years):
        heads[-1] = f"… {heads[-1]}"
        note = f"{note} {case.said('brief_years_left_out', first=years[shown[-2] + 1], last=years[-2])}"
    few = len(shown) <= 2
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        amounts: list[Cell] = [""] * len(shown) if row.amounts is None else [float(row.amounts[t]) for t in shown]
        whole: Cell = "" if row.amounts is None or row.kind == "running" else float(row.amounts.sum())
        cells.append((row.name, *amounts, whole))
    return Table(
        name=name,
        title=title,
        unit="",
        columns=(
            Column(*column, "text", None if few else NAME_WIDTH),
            *(Column(head, head, width=WIDEST_YEAR if few else None) for head in (*heads, case.said("total"))),
        ),
        rows=tuple(cells),
        emphasised=tuple(i for i, row in enumerate(rows) if row.kind == "sum"),
        marked=tuple(i for i, row in enumerate(rows) if row.amounts is None),
        note=note,
        per=case.per,
    )


def economy(case: Case) -> tuple[Block, ...]:
    """The table of years by payer."""
    return Heading(case.said("brief_economy")), by_payer(case)


def by_payer(case: Case) -> Table:
    """Net by payer and year, the public total, and the running sums of total and municipality; positive = gain."""
    projection = case.projection
    rows: list[YearRow] = []
    for payer in payers_shown(projection):
        net = of_payer(projection, projection.net, payer)
        rows.append(YearRow(_name(payer, case), net, "sum" if payer == TOTAL else "plain"))
        for whose in whose_results(projection) if payer == TOTAL else ():
            name = case.said("brief_running", whose=case.said(f"whose_{whose}"))
            rows.append(YearRow(name, of_payer(projection, projection.accumulated, whose), "running"))
    title = case.said("brief_by_payer_title", level=case.level())
    return table_by_year(case, "by_payer", title, ("payer", case.said("payer")), rows, case.said("brief_rounded"))


def payers(case: Case) -> tuple[Block, ...]:
    """Cost, savings and net of each payer over the whole period: only the total where the split is not known."""
    projection, whole = case.projection, transfers.table(case.projection, case.language)
    shown = payers_shown(projection)
    amounts = dict(zip(in_order(projection), whole.rows, strict=True))
    places = [i for i, column in enumerate(whole.columns) if column.key in WIDTHS]
    below_zero = any(float(of_payer(projection, projection.programme_cost, payer).sum()) <= -HALF_OERE for payer in shown)
    table = Table(
        name="payers",
        title=case.said("brief_payers_title", years=case.years, level=case.level()),
        unit="",
        columns=(
            Column("payer", case.said("payer"), "text"),
            *(Column(key, case.said(key), width=width) for key, width in WIDTHS.items()),
            Column("payback_year", case.said("payback_year"), "year", PAYBACK_WIDTH),
        ),
        rows=tuple(
            (_name(payer, case), *(amounts[payer][i] for i in places), payback(projection, payer, case)) for payer in shown
        ),
        emphasised=(shown.index(TOTAL),),
        note=case.said("brief_cost_below_zero") if below_zero else "",
        per=case.per,
    )
    unknown = () if split_is_known(projection) else (Paragraph(case.said("brief_split_stands_in")),)
    return (Heading(case.said("brief_payers")), *unknown, table)


def payers_shown(projection: Projection) -> list[str]:
    """The public payers where it is known how it is split between them, their total, then those who stand in no total."""
    known = split_is_known(projection)
    return [payer for payer in in_order(projection) if known or payer == TOTAL or not is_public(payer)]


def _name(payer: str, case: Case) -> str:
    name = payer_title(payer, case.language)
    return name if payer == TOTAL or is_public(payer) else case.said("brief_beside", payer=name)


def payback(projection: Projection, payer: str, case: Case) -> Cell:
    """The payback year of a payer, that there is none in the period, or nothing where there is nothing to earn back."""
    if payer != TOTAL and not is_public(payer):
        return None
    year = projection.payback_by_payer[payer]
    return year if year is not None or not carries_cost(projection, payer) else case.said("payback_never")
