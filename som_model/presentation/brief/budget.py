"""The municipality's own table in budget form: by budget area and year, in the sign of the municipal ledger.

What is one-off is told from what lasts, as in Copenhagen's form for investment proposals:

- Implementation cost is every line of the programme that falls once (`basis: once`, also under saved alternative and
  funding), and every cost of category preparation, training or equipment with its residual value.
- Lasting change is all else: posts, operation, yearly and per-person lines, what is saved, and the allowance for optimism,
  which is not split by what it falls on. Its full level is the amount of the last year of the period; where intake or
  programme ends before, that year shows what is left.

Together they are the municipality's net with the sign turned, area by area as in the table `by_area`.
"""

from __future__ import annotations

from typing import get_args

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.answer import carries_cost, payback_years
from som_model.presentation.brief.blocks import Block, Paragraph, Row, Table
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.economy import year_columns, year_row, years_left_out
from som_model.presentation.brief.verdict import HALF_KRONE
from som_model.presentation.described.ledger import NOT_STATED, area_of, lines
from som_model.presentation.described.ledger import LedgerLine as Line
from som_model.projection.figures import Array
from som_model.resolved.transition import line_at
from som_model.scenario.programme import Cost, CostLine
from som_model.scenario.quantities import Area
from som_model.scenario.scenario import Scenario
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import PAYERS, TOTAL
from som_model.wording.table import label

ORDER = (*get_args(Area), NOT_STATED, "prudence")
ONE_OFF = ("preparation", "training", "equipment")
MUNICIPALITY = PAYERS.index("municipality")
TURNED = -1.0
"""The municipal ledger's sign: + expense, − income."""


def budget(case: Case) -> tuple[Block, ...]:
    """The table, and in a sentence the lasting change and the payback time."""
    if not case.split_is_known:
        return (Paragraph(case.said("brief_budget_split_unknown")),)
    if not case.is_touched("municipality"):
        return (Paragraph(case.said("brief_budget_untouched")),)
    return budget_table(case), Paragraph(_in_words(case))


def by_area(case: Case) -> tuple[dict[str, Array], dict[str, Array]]:
    """(implementation, lasting change) of the municipality by budget area, kr. (year,), in the sign of net: positive = gain."""
    once: dict[str, Array] = {}
    lasting: dict[str, Array] = {}
    for line in lines(case.projection):
        area = "prudence" if line.block == "prudence" else area_of(case.scenario, line.address)
        part = once if is_implementation(case.scenario, line) else lasting
        part[area] = part.get(area, np.zeros(len(case.projection.years))) + line.amounts[MUNICIPALITY]
    first, second = ({area: part[area] for area in ORDER if area in part} for part in (once, lasting))
    return first, second


def is_implementation(scenario: Scenario, line: Line) -> bool:
    """Whether a line of the ledger is a one-off cost of getting started."""
    if line.part != "programme_cost" or line.block == "prudence":
        return False
    written = line_at(scenario, line.address)
    if line.block == "residual" or (isinstance(written, CostLine) and written.basis == "once"):
        return True
    return line.block == "costs" and isinstance(written, Cost) and written.category in ONE_OFF


def budget_table(case: Case) -> Table:
    """Implementation cost, lasting change and both together by budget area and year; + expense, − income."""
    rows: list[Row] = []
    nothing = np.zeros(len(case.projection.years))
    whole = nothing
    for key, sum_key, part in zip(
        ("brief_implementation", "brief_lasting"), ("brief_implementation_sum", "brief_lasting_sum"), by_area(case), strict=True
    ):
        used = {area: amounts for area, amounts in part.items() if (abs(amounts) >= HALF_OERE).any()}
        total = sum(part.values(), nothing)
        whole = whole + total
        if len(used) > 1:
            rows.append(Row((case.said(key), *("" for _ in year_columns(case, "")[1:])), "part"))
            rows += [year_row(_area(area, case), amounts, case, sign=TURNED) for area, amounts in used.items()]
            rows.append(year_row(case.said(sum_key), total, case, sign=TURNED))
        elif used:
            rows.append(year_row(f"{case.said(key)}: {_area(next(iter(used)), case).lower()}", total, case, sign=TURNED))
        else:
            rows.append(year_row(case.said(key), total, case, sign=TURNED))
    rows.append(year_row(case.said("brief_impact"), whole, case, kind="sum", sign=TURNED))
    return Table(
        case.said("brief_budget_title", level=case.level(ledger=True)),
        year_columns(case, case.said("area")),
        tuple(rows),
        " ".join([case.said("brief_budget_sign"), *years_left_out(case)]),
    )


def _area(area: str, case: Case) -> str:
    return case.said("brief_area_not_stated") if area == NOT_STATED else label(area, case.language)


def _in_words(case: Case) -> str:
    """The lasting change at its full level, the payback time, and the price level."""
    last = TURNED * float(sum(by_area(case)[1].values(), np.zeros(len(case.projection.years)))[-1])
    key = "brief_lasting_none" if abs(last) <= HALF_KRONE else "brief_lasting_more" if last > 0 else "brief_lasting_less"
    parts = [case.said(key, year=case.projection.years[-1], amount=rounded_kroner(abs(last), case.language))]
    if carries_cost(case, TOTAL):
        key = "brief_payback_time_total" if case.alone else "brief_payback_time"
        parts.append(case.said(key, total=_time(case, TOTAL), own=_time(case, "municipality")))
    return " ".join(parts)


def _time(case: Case, payer: str) -> str:
    years = payback_years(case, payer)
    if years is not None:
        return case.said("brief_year" if years == 1 else "brief_years", years=years)
    return case.said("payback_never" if carries_cost(case, payer) else "brief_pays_nothing")
