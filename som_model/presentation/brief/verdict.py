"""What a result is called, so that words follow numbers: a gain, a loss, about nothing, or none of a payer's business."""

from __future__ import annotations

from typing import Literal, TypeAlias

from som_model.presentation.brief.case import Case

Verdict: TypeAlias = Literal["gain", "loss", "about_even", "even", "untouched"]

ABOUT_NOTHING = 0.01
"""A result of less than so much of what a payer saves and pays together is about nothing."""
HALF_KRONE = 0.5
"""In whole kr. no more than this is 0 kr., and nobody gains or loses 0 kr."""


def verdict(case: Case, payer: str) -> Verdict:
    """What the accumulated net of a payer, or of the public total, is called."""
    if not case.is_touched(payer):
        return "untouched"
    net = case.net_of(payer)
    if abs(net) <= HALF_KRONE:
        return "even"
    turnover = float(abs(case.savings_of(payer)).sum() + abs(case.cost_of(payer)).sum())
    if abs(net) < ABOUT_NOTHING * turnover:
        return "about_even"
    return "gain" if net > 0 else "loss"
