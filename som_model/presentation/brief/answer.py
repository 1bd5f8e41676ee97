"""The answer in one sentence, with the amount and who gains and who pays; then what it consists of."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import Block, Heading, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.standing import (
    HALF_KRONE,
    MUNICIPALITY,
    is_alone,
    is_touched,
    payback_years,
    split_is_known,
    verdict,
    whose_results,
)
from som_model.presentation.brief.variants import turned, variants
from som_model.presentation.described.by_payer import carries_cost, of_payer
from som_model.scenario.estimate import Estimate
from som_model.wording.numbers import percent, rounded_kroner
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL

ALIKE = ({"gain"}, {"loss"}, {"even", "about_even"})
"""Results that «and» may join; between others stands «but»."""
NEARLY_ALL = 0.9995


def answer(case: Case) -> tuple[Block, ...]:
    """The answer, and beneath it cost, savings, payback and present value of the public purse."""
    return (
        Heading(case.said("brief_answer")),
        Paragraph(answered(case), "answer"),
        Paragraph(" ".join(_in_figures(case))),
        *variants(case),
    )


def answered(case: Case) -> str:
    """Whether the public purse gains, and whether the municipality does, which is to pay, and how much of the programme."""
    projection = case.projection
    whole, own = verdict(projection, TOTAL), verdict(projection, MUNICIPALITY)
    public = _clause("brief_public", case, TOTAL, years=case.years)
    if whole == "untouched":
        return public + "."
    if not split_is_known(projection):
        return f"{public}; {case.said('brief_split_unknown')}."
    if is_alone(projection):
        return f"{public}; {case.said('brief_all_municipal')}."
    touched = [payer for payer in PUBLIC_PAYERS if payer != MUNICIPALITY and is_touched(projection, payer)]
    others = case.said("brief_and_so").join(_clause("brief_payer", case, payer) for payer in touched)
    turn = case.said("brief_and" if any({whole, own} <= alike for alike in ALIKE) else "brief_but")
    # ', som betaler det meste af indsatsen,'
    costs = {payer: float(np.maximum(of_payer(projection, projection.programme_cost, payer), 0).sum()) for payer in PUBLIC_PAYERS}
    paid, cost = costs[MUNICIPALITY], sum(costs.values())
    pays = "brief_pays_all" if paid > NEARLY_ALL * cost else "brief_pays_most" if paid > 0.5 * cost else "brief_pays_part"
    pays = case.said(pays) if min(paid, cost) >= HALF_OERE else ""
    municipality = _clause("brief_own", case, MUNICIPALITY, pays=pays)
    return f"{public}{turn}{municipality}{case.said('brief_while')}{others}."


def _clause(key: str, case: Case, payer: str, **values: str) -> str:
    """What a payer gains or loses."""
    called, net = verdict(case.projection, payer), case.projection.accumulated_net_by_payer[payer]
    amount = rounded_kroner(net if called == "about_even" else abs(net), case.language)
    return case.said(f"{key}_{called}", amount=amount, whose=case.said(f"whose_{payer}"), **values)


def _in_figures(case: Case) -> Iterator[str]:
    """What the programme costs and saves the public purse over the period; when it, and the municipality, have their money
    back; whether a variant turns the result; net present value where the scenario discounts; what prudence has taken off."""
    projection, language = case.projection, case.language
    inputs, cost, savings = projection.inputs, case.figures["programme_cost"], case.figures["savings"]
    if not inputs.programme and not inputs.consequences:
        yield case.said("brief_nothing_counted")
    else:
        amounts = {"cost": rounded_kroner(abs(cost), language), "savings": rounded_kroner(abs(savings), language)}
        spent = "brief_costs_nothing" if not inputs.programme else "brief_costs" if cost > -HALF_OERE else "brief_costs_less"
        yield case.said(spent, **amounts)
        saved = "brief_saves" if savings > -HALF_OERE else "brief_saves_less"
        yield case.said(saved if inputs.consequences else "brief_saves_nothing", **amounts)
    if carries_cost(projection, TOTAL):
        clauses: list[str] = []
        for payer in (payer for payer in whose_results(projection) if carries_cost(projection, payer)):
            years, year = payback_years(projection, payer), projection.payback_by_payer[payer]
            key = ("brief" if payer == TOTAL else "brief_own") + ("_not_paid_back" if year is None else "_paid_back")
            clauses.append(case.said(key, years=years or 0, year=year or 0))
        yield "; ".join(clauses) + "."
    if turn := turned(case):
        yield turn
    if (abs(projection.discount_factors - 1) > 1e-12).any():
        rate, schedule = case.scenario.discount_rate, case.scenario.record.schedule
        if isinstance(rate, Estimate):
            stated = percent(rate.value or 0.0, language)
        else:
            stated = schedule.label.say(language) if schedule is not None and schedule.label is not None else rate
        value = rounded_kroner(case.figures["net_present_value"], language)
        yield case.said("brief_present_value", year=projection.years[0], rate=stated, amount=value)
    before = case.figures["net_before_prudence"]
    taken = before - projection.accumulated_net
    if abs(taken) > HALF_KRONE:
        yield case.said("brief_prudence", taken=rounded_kroner(taken, language), before=rounded_kroner(before, language))
