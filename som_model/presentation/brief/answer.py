"""The answer in one sentence, with the amount and who gains and who pays; then what it consists of."""

from __future__ import annotations

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import Block, Heading, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.variants import turned, variants
from som_model.presentation.brief.verdict import HALF_KRONE, verdict
from som_model.scenario.estimate import Estimate
from som_model.wording.numbers import percent, rounded_kroner
from som_model.wording.parties import TOTAL
from som_model.wording.table import phrase

OTHERS = ("region", "state")
ALIKE = ({"gain"}, {"loss"}, {"even", "about_even"})
"""Results that «and» may join; between others stands «but»."""
NEARLY_ALL = 0.9995


def answer(case: Case) -> tuple[Block, ...]:
    """The answer, and beneath it cost, savings, payback and present value of the public purse."""
    parts = [_consists(case), _payback(case), turned(case), _present_value(case), _prudence(case)]
    return (
        Heading(case.said("brief_answer")),
        Paragraph(answered(case), "answer"),
        Paragraph(" ".join(part for part in parts if part)),
        *variants(case),
    )


def answered(case: Case) -> str:
    """Whether the public purse gains, and whether the municipality does, which is to pay."""
    said = _clause("brief_public", verdict(case, TOTAL), case, TOTAL, years=case.years)
    if verdict(case, TOTAL) == "untouched":
        return said + "."
    if not case.split_is_known:
        return f"{said}; {case.said('brief_split_unknown')}."
    if case.alone:
        return f"{said}; {case.said('brief_all_municipal')}."
    others = [_clause("brief_payer", verdict(case, payer), case, payer) for payer in OTHERS if case.is_touched(payer)]
    alike = any({verdict(case, TOTAL), verdict(case, "municipality")} <= each for each in ALIKE)
    turn = case.said("brief_and" if alike else "brief_but")
    own = _clause("brief_own", verdict(case, "municipality"), case, "municipality", pays=_pays(case))
    return f"{said}{turn}{own}{case.said('brief_while')}{case.said('brief_and_so').join(others)}."


def _clause(key: str, called: str, case: Case, payer: str, **values: str) -> str:
    amount = case.net_of(payer)
    shown = amount if called == "about_even" else abs(amount)
    whose = case.said(f"whose_{payer}")
    return case.said(f"{key}_{called}", amount=rounded_kroner(shown, case.language), whose=whose, **values)


def _pays(case: Case) -> str:
    """', som betaler det meste af indsatsen,' of the municipality."""
    costs = {payer: float(np.maximum(case.cost_of(payer), 0).sum()) for payer in ("municipality", *OTHERS)}
    whole = sum(costs.values())
    if whole < HALF_OERE or costs["municipality"] < HALF_OERE:
        return ""
    share = costs["municipality"] / whole
    return case.said("brief_pays_all" if share > NEARLY_ALL else "brief_pays_most" if share > 0.5 else "brief_pays_part")


def _consists(case: Case) -> str:
    """What the programme costs and saves the public purse over the period."""
    made = case.projection.inputs
    if not made.programme and not made.consequences:
        return case.said("brief_nothing_counted")
    cost, savings = float(case.cost_of(TOTAL).sum()), float(case.savings_of(TOTAL).sum())
    amounts = {"cost": rounded_kroner(abs(cost), case.language), "savings": rounded_kroner(abs(savings), case.language)}
    spent = "brief_costs_nothing" if not made.programme else "brief_costs" if cost > -HALF_OERE else "brief_costs_less"
    saved = "brief_saves_nothing" if not made.consequences else "brief_saves" if savings > -HALF_OERE else "brief_saves_less"
    return f"{case.said(spent, **amounts)} {case.said(saved, **amounts)}"


def _payback(case: Case) -> str:
    """When the public purse, and the municipality, have their money back."""
    total = payback_years(case, TOTAL)
    said = case.said("brief_paid_back" if total is not None else "brief_not_paid_back", years=total or 0, year=_year(case, TOTAL))
    if not carries_cost(case, TOTAL):
        return ""
    if case.alone or not case.split_is_known or not carries_cost(case, "municipality"):
        return said + "."
    own = payback_years(case, "municipality")
    key = "brief_own_paid_back" if own is not None else "brief_own_not_paid_back"
    return f"{said}; {case.said(key, years=own or 0, year=_year(case, 'municipality'))}."


def carries_cost(case: Case, payer: str) -> bool:
    """Whether a payer has programme cost above 0 in any year, so that there is something to earn back."""
    return bool((np.round(case.cost_of(payer), 2) > 0).any())


def payback_years(case: Case, payer: str) -> int | None:
    """Years from the first year shown to payback, that year counted; None where it is never, or nothing is paid."""
    year = case.projection.payback_by_payer[payer]
    return None if year is None else year - case.projection.years[0] + 1


def _year(case: Case, payer: str) -> int:
    return case.projection.payback_by_payer[payer] or 0


def _present_value(case: Case) -> str:
    """The net present value where the scenario discounts."""
    if not case.discounts:
        return ""
    rate, schedule = case.scenario.discount_rate, case.scenario.record.schedule
    if isinstance(rate, Estimate):
        said = percent(rate.value or 0.0, case.language)
    else:
        said = schedule.label.say(case.language) if schedule is not None and schedule.label is not None else rate
    amount = rounded_kroner(case.projection.net_present_value, case.language)
    return case.said("brief_present_value", year=case.projection.years[0], rate=said, amount=amount)


def _prudence(case: Case) -> str:
    """What an allowance for optimism has taken off, where there is one."""
    found = case.projection.balance
    taken = float(case.projection.total(found.prudence_on_savings - found.prudence_on_cost).sum())
    if abs(taken) <= HALF_KRONE:
        return ""
    before = rounded_kroner(case.projection.accumulated_net - taken, case.language)
    return phrase("brief_prudence", case.language).format(taken=rounded_kroner(-taken, case.language), before=before)
