"""The state refunds half of a stay in a shelter, from October 2023 for at most so many days a year (§ 110)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from som_model.catalogue.rules.rule import Case, LawForm, LawInForce, Parameter, Rule

if TYPE_CHECKING:
    from som_model.catalogue.rules.rule import Array


def shares(case: Case, law: LawInForce) -> dict[str, Array]:
    """Shares of municipality and state for fewer days a year: (refunded days before − after) × refund / fewer days."""
    import numpy as np

    before = case.parameters["days_before"]
    cap = law.numbers.get("days_a_year", (np.inf,))[0]
    change = np.asarray(case.change)
    moved = np.clip(before + change, 0, cap) - np.clip(before, 0, cap)
    shape = np.broadcast_shapes(moved.shape, change.shape)
    state = law.number("refund") * np.divide(moved, change, out=np.zeros(shape), where=change != 0)
    return {"state": state, "municipality": 1 - state}


def left(_price: float, change: float, parameters: Mapping[str, float]) -> float:
    """The citizen's days in a shelter a year after the change."""
    return parameters["days_before"] + change


RULE = Rule(
    shares=shares,
    parameters=(
        Parameter(
            "days_before",
            unit=("døgn pr. år", "days a year"),
            label=("Døgn om året forinden", "Days a year before"),
            at=("{value} døgn om året forinden", "{value} days a year before"),
            asked=("døgn på forsorgshjem om året før indsatsen", "days in a shelter a year before the programme"),
            above_zero=False,
            at_most=366,
        ),
    ),
    form=LawForm(shares=("refund",), optional=("days_a_year",)),
    units=("day", "night"),
    per_citizen=True,
    left=left,
    also_called=("forsorgshjem", "herberg", "§ 110"),
)
