"""Where the result breaks even: the value of the assumption that tells most, for the public purse and the municipality."""

from __future__ import annotations

from math import inf

from som_model.analysis.addressed import limits
from som_model.analysis.break_even import break_even
from som_model.analysis.outcome import HALF_OERE
from som_model.errors import NoBreakEven
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut_within
from som_model.resolved.assumption import Assumption
from som_model.wording.numbers import half_up, percent
from som_model.wording.parties import TOTAL

LONGEST_SUBJECT = 110
AT_NO_VALUE = ("no_break_even", "no_effect")
"""Why there is none: the result has one sign over all that is searched, or does not depend on the assumption."""
TRIVIAL = 1e-9
"""With nobody taking part, or nothing changed, there is nothing to gain or lose."""


def breaking_even(case: Case) -> str:
    """The value at which the public purse breaks even, and that of the municipality; or that they do at none."""
    assumption = told(case)
    if assumption is None:
        return ""
    own = ("municipality",) if case.split_is_known and not case.alone else ()
    found = [said for payer in (TOTAL, *own) if case.is_touched(payer) and (said := _of_payer(case, assumption, payer))]
    if not found:
        return ""
    title = cut_within(case.named(assumption), LONGEST_SUBJECT)
    stated = assumption.say(assumption.estimate.value or 0.0, case.language)
    return case.said("brief_break_even", title=title, value=stated, found="; ".join(found))


def told(case: Case) -> Assumption | None:
    """The assumption whose break-even tells most: the success rate that moves the result most, else whatever does."""
    moving = [each.assumption for each in case.ranked if each.effect >= HALF_OERE]
    return next((each for each in moving if each.field == "success_rate"), moving[0] if moving else None)


def _of_payer(case: Case, assumption: Assumption, payer: str) -> str:
    """Where a payer breaks even; that it gains or loses at any value; nothing where it breaks even at the trivial 0 only or
    at a value that may not stand in the scenario, or where one side of 0 alone was searched."""
    try:
        found = break_even(case.scenario, assumption.address, payer=payer)
    except NoBreakEven as refused:
        if refused.message.key not in AT_NO_VALUE or limits(assumption.estimate)[0] == -inf:
            return ""
        net = case.net_of(payer)
        called = "even" if abs(net) < HALF_OERE else "gain" if net > 0 else "loss"
        return case.said(f"brief_always_{called}_{payer}")
    at = next((value for value in (found.value, *found.others) if abs(value) > TRIVIAL), None)
    if at is None:
        return ""
    baseline = _baseline(case, assumption)
    said = case.said(f"brief_breaks_even_{payer}", at=_rounded(case, assumption, at, baseline))
    if baseline is None or at >= baseline - TRIVIAL:
        return said
    return said + case.said("brief_below_baseline", baseline=percent(baseline, case.language))


def _baseline(case: Case, assumption: Assumption) -> float | None:
    """The baseline rate of the group whose success rate it is: below it, the programme is counted as harmful to the group."""
    if assumption.field != "success_rate":
        return None
    return case.scenario.target_groups[assumption.address.split(".")[1]].baseline_rate.value


def _rounded(case: Case, assumption: Assumption, at: float, baseline: float | None) -> str:
    """A share with one decimal, unless that would make it 0 %, 100 %, the stated value or the baseline, which it is not."""
    exact, language = assumption.say(at, case.language), case.language
    if exact != percent(at, language):
        return exact
    rounded = percent(float(half_up(at, 3)), language)
    others = (0.0, 1.0, assumption.estimate.value, baseline)
    return exact if rounded in [percent(other, language) for other in others if other is not None] else rounded
