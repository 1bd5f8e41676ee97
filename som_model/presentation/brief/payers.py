"""Who gains and who pays: cost, savings and net of each payer over the whole period."""

from __future__ import annotations

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.answer import carries_cost
from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Column, Heading, Paragraph, Row, Table
from som_model.presentation.brief.case import Case
from som_model.wording.parties import TOTAL
from som_model.wording.table import label

WIDTHS = (2.9, 3.8, 2.5, 2.9)


def payers(case: Case) -> tuple[Block, ...]:
    """A row for each payer and the total; only the total where the split between payers is not known."""
    names = [payer for payer in case.projection.payers if payer != "citizen"] if case.split_is_known else []
    rows = [_row(label(payer, case.language), payer, case) for payer in names]
    rows.append(_row(case.said("public_total"), TOTAL, case, kind="sum"))
    if "citizen" in case.projection.payers:
        rows.append(_row(case.said("brief_citizen_beside"), "citizen", case))
    heads = ("programme_cost", "savings", "net", "payback_year")
    columns = (
        Column(case.said("payer"), TEXT_WIDTH - sum(WIDTHS)),
        *(Column(case.said(head), width, number=True) for head, width in zip(heads, WIDTHS, strict=True)),
    )
    below = any(float(case.cost_of(payer).sum()) <= -HALF_OERE for payer in (*names, TOTAL))
    note = case.said("brief_cost_below_zero") if below else ""
    table = Table(case.said("brief_payers_title", years=case.years, level=case.level()), columns, tuple(rows), note)
    unknown = () if case.split_is_known else (Paragraph(case.said("brief_split_stands_in")),)
    return (Heading(case.said("brief_payers")), *unknown, table)


def _row(name: str, payer: str, case: Case, kind: str = "plain") -> Row:
    amounts = (float(case.cost_of(payer).sum()), float(case.savings_of(payer).sum()), case.net_of(payer))
    return Row((name, *(case.say(amount) for amount in amounts), _payback(case, payer)), "sum" if kind == "sum" else "plain")


def _payback(case: Case, payer: str) -> str:
    year = case.projection.payback_by_payer.get(payer)
    if year is not None:
        return str(year)
    return case.said("payback_never") if payer != "citizen" and carries_cost(case, payer) else "–"
