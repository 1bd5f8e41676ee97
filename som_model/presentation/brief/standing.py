"""How a programme leaves each payer: whether it is touched, gains or loses, and when it has its money back.

A result is called by one word, so that words follow numbers: a gain, a loss, about nothing, or none of a payer's business.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.described.by_payer import of_payer
from som_model.projection.projection import Projection
from som_model.resolved.amounts import split_open
from som_model.wording.parties import TOTAL

MUNICIPALITY = "municipality"
"""Before whose council a brief is put, and which is to pay."""
Verdict: TypeAlias = Literal["gain", "loss", "about_even", "even", "untouched"]
ABOUT_NOTHING = 0.01
"""A result of less than so much of what a payer saves and pays together is about nothing."""
HALF_KRONE = 0.5
"""In whole kr. no more than this is 0 kr., and nobody gains or loses 0 kr."""
MOSTLY = 0.5


def verdict(projection: Projection, payer: str) -> Verdict:
    """What the accumulated net of a payer, or of the public total, is called."""
    if not is_touched(projection, payer):
        return "untouched"
    net = projection.accumulated_net_by_payer[payer]
    if abs(net) <= HALF_KRONE:
        return "even"
    saved, paid = (of_payer(projection, part, payer) for part in (projection.savings, projection.programme_cost))
    if abs(net) < ABOUT_NOTHING * float(abs(saved).sum() + abs(paid).sum()):
        return "about_even"
    return "gain" if net > 0 else "loss"


def is_touched(projection: Projection, payer: str) -> bool:
    """Whether a payer saves or pays anything in any year; of the public total whether any public payer does, as what some
    pay and others gain may come to nothing."""
    if payer == TOTAL:
        return any(is_touched(projection, projection.payers[row]) for row in projection.public)
    row = projection.row(payer)
    return any(bool((abs(part[row]) >= HALF_OERE).any()) for part in (projection.programme_cost, projection.savings))


def is_alone(projection: Projection) -> bool:
    """Whether the municipality is the only public payer that gains or pays."""
    others = (projection.payers[row] for row in projection.public if projection.payers[row] != MUNICIPALITY)
    return not any(is_touched(projection, payer) for payer in others)


def split_is_known(projection: Projection) -> bool:
    """Whether it may be told who gains: stand-ins for an unknown split hold at most half of what moves."""
    unknown = {line.address for line in split_open(projection.scenario)}
    inputs, balance = projection.inputs, projection.balance
    moved = [
        (line.address in unknown, float(abs(projection.total(amounts)).sum()))
        for lines, by_line in ((inputs.consequences, balance.savings_by_line), (inputs.programme, balance.cost_by_line))
        for line, amounts in zip(lines, by_line, strict=True)
    ]
    return sum(amount for stand_in, amount in moved if stand_in) <= MOSTLY * sum(amount for _, amount in moved)


def whose_results(projection: Projection) -> tuple[str, ...]:
    """Whose result is told: that of the public purse, and the municipality's where it is known and another."""
    return (TOTAL, MUNICIPALITY) if split_is_known(projection) and not is_alone(projection) else (TOTAL,)


def payback_years(projection: Projection, payer: str) -> int | None:
    """Years from the first year shown to payback, that year counted; None where it is never, or nothing is paid."""
    year = projection.payback_by_payer[payer]
    return None if year is None else year - projection.years[0] + 1
