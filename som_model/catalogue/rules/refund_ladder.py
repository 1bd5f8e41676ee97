"""The state's refund of benefits falls with the weeks on benefit (refusionstrappen)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from som_model.catalogue.rules.rule import Case, LawForm, LawInForce, Parameter, Rule

if TYPE_CHECKING:
    from som_model.catalogue.rules.rule import Array

WEEKS = 52


def shares(case: Case, law: LawInForce) -> dict[str, Array]:
    """Shares of municipality and state for a year of benefit: the refund averaged over the weeks of year k.

    Year k covers weeks weeks_before + 52k + 1 to weeks_before + 52(k + 1).
    """
    begun = case.parameters["weeks_before"] + WEEKS * case.since_entry
    state = (_refunded(begun + WEEKS, law) - _refunded(begun, law)) / WEEKS
    return {"state": state, "municipality": 1 - state}


def _refunded(weeks: Array, law: LawInForce) -> Array:
    """Weeks refunded in full, out of the first so many on benefit."""
    import numpy as np

    ends = (*law.numbers["to_week"], np.inf)
    refunded = np.zeros_like(weeks)
    begins = 0.0
    for end, refund in zip(ends, law.numbers["refund"], strict=True):
        refunded = refunded + refund * np.clip(weeks - begins, 0, end - begins)
        begins = end
    return refunded


RULE = Rule(
    shares=shares,
    parameters=(
        Parameter(
            "weeks_before",
            unit=("uger", "weeks"),
            label=("Uger på ydelse forinden", "Weeks on benefit before"),
            at=("{value} uger på ydelse forinden", "{value} weeks on benefit before"),
            asked=("uger på ydelsen før indsatsen", "weeks on the benefit before the programme"),
            above_zero=False,
        ),
    ),
    form=LawForm(shares=("refund",), numbers=("to_week",), longer=(("refund", "to_week", 1),)),
    per_citizen=True,
    also_called=("refusionstrappe", "refusionstrappen"),
)
