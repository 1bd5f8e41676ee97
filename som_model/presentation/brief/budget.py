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

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import Block, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.economy import YearRow, table_by_year
from som_model.presentation.brief.standing import HALF_KRONE, MUNICIPALITY, is_alone, is_touched, payback_years, split_is_known
from som_model.presentation.described.by_payer import carries_cost
from som_model.presentation.described.ledger import AREAS, NOT_STATED, LedgerLine, area_of, lines
from som_model.presentation.described.table import Table
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.scenario.programme import Cost
from som_model.scenario.scenario import Scenario
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import TOTAL
from som_model.wording.table import label

ONE_OFF = ("preparation", "training", "equipment")
TURNED = -1.0
"""The municipal ledger's sign: + expense, − income."""


def budget(case: Case) -> tuple[Block, ...]:
    """The table, and in a sentence or two the lasting change at its full level and the payback time."""
    projection = case.projection
    if not split_is_known(projection):
        return (Paragraph(case.said("brief_budget_split_unknown")),)
    if not is_touched(projection, MUNICIPALITY):
        return (Paragraph(case.said("brief_budget_untouched")),)
    _, lasting = by_area(projection)
    last = TURNED * float(sum(lasting.values(), np.zeros(len(projection.years)))[-1])
    key = "brief_lasting_none" if abs(last) <= HALF_KRONE else "brief_lasting_more" if last > 0 else "brief_lasting_less"
    sentences = [case.said(key, year=projection.years[-1], amount=rounded_kroner(abs(last), case.language))]
    if carries_cost(projection, TOTAL):
        times: list[str] = []
        for payer in (TOTAL, MUNICIPALITY):
            years = payback_years(projection, payer)
            if years is not None:
                times.append(case.said("brief_year" if years == 1 else "brief_years", years=years))
            else:
                times.append(case.said("payback_never" if carries_cost(projection, payer) else "brief_pays_nothing"))
        key = "brief_payback_time_total" if is_alone(projection) else "brief_payback_time"
        sentences.append(case.said(key, total=times[0], own=times[1]))
    return budget_table(case), Paragraph(" ".join(sentences))


def by_area(projection: Projection) -> tuple[dict[str, Array], dict[str, Array]]:
    """(implementation, lasting change) of the municipality by budget area, kr. (year,), in the sign of net: positive = gain."""
    once: dict[str, Array] = {}
    lasting: dict[str, Array] = {}
    for line in lines(projection):
        area = area_of(projection.scenario, line)
        part = once if is_implementation(projection.scenario, line) else lasting
        part[area] = part.get(area, np.zeros(len(projection.years))) + line.amounts[projection.row(MUNICIPALITY)]
    first, second = ({area: part[area] for area in AREAS if area in part} for part in (once, lasting))
    return first, second


def is_implementation(scenario: Scenario, line: LedgerLine) -> bool:
    """Whether a line of the ledger is a one-off cost of getting started."""
    if line.part != "programme_cost" or line.block == "prudence":
        return False
    written = scenario.line(line.address)
    if line.block == "residual" or written.basis == "once":
        return True
    return line.block == "costs" and isinstance(written.stated, Cost) and written.stated.category in ONE_OFF


def budget_table(case: Case) -> Table:
    """Implementation cost, lasting change and both together by budget area and year; + expense, − income.

    A part with several areas has a row for each, and their sum; one area is named beside its part.
    """
    rows: list[YearRow] = []
    nothing = np.zeros(len(case.projection.years))
    whole = nothing
    for key, part in zip(("brief_implementation", "brief_lasting"), by_area(case.projection), strict=True):
        named = {
            case.said("brief_area_not_stated") if area == NOT_STATED else label(area, case.language): amounts
            for area, amounts in part.items()
            if (abs(amounts) >= HALF_OERE).any()
        }
        total = sum(part.values(), nothing)
        whole = whole + total
        if len(named) > 1:
            rows.append(YearRow(case.said(key), None))
            rows += [YearRow(area, TURNED * amounts) for area, amounts in named.items()]
            rows.append(YearRow(case.said(f"{key}_sum"), TURNED * total))
        else:
            rows.append(YearRow(": ".join([case.said(key), *(area.lower() for area in named)]), TURNED * total))
    rows.append(YearRow(case.said("brief_impact"), TURNED * whole, "sum"))
    title = case.said("brief_budget_title", level=case.level(ledger=True))
    return table_by_year(case, "budget", title, ("area", case.said("area")), rows, case.said("brief_budget_sign"))
