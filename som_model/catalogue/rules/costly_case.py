"""The state refunds part of a citizen's yearly cost above limits (særligt dyre enkeltsager)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from som_model.catalogue.rules.rule import KRONER, Case, LawForm, LawInForce, Parameter, Rule

if TYPE_CHECKING:
    from som_model.catalogue.rules.rule import Array


def shares(case: Case, law: LawInForce) -> dict[str, Array]:
    """Shares of municipality and state for one citizen's change: (refund before − refund after) / change in cost."""
    import numpy as np

    before = case.parameters["yearly_cost_before"]
    change = np.asarray(case.change * case.price)
    moved = _refund(before + change, law) - _refund(before, law)
    state = np.divide(moved, change, out=np.zeros(np.broadcast_shapes(moved.shape, change.shape)), where=change != 0)
    return {"state": state, "municipality": 1 - state}


def _refund(yearly_cost: Array, law: LawInForce) -> Array:
    """What the state refunds of a yearly cost: each rate on the part between its limit and the next."""
    import numpy as np

    limits = law.amounts["limits"]
    refunded = np.zeros_like(yearly_cost)
    for position, (rate, limit) in enumerate(zip(law.numbers["rates"], limits, strict=True)):
        widest = limits[position + 1] - limit if position + 1 < len(limits) else np.inf
        refunded = refunded + rate * np.clip(yearly_cost - limit, 0, widest)
    return refunded


def left(price: float, change: float, parameters: Mapping[str, float]) -> float:
    """What the citizen still costs a year after the change, kr."""
    return parameters["yearly_cost_before"] + change * price


RULE = Rule(
    shares=shares,
    parameters=(
        Parameter(
            "yearly_cost_before",
            unit=KRONER,
            label=("Årlig udgift forinden", "Yearly cost before"),
            at=("en årlig udgift på {value} forinden", "a yearly cost of {value} before"),
            asked=("kr. om året for borgeren før indsatsen", "kr. a year for the citizen before the programme"),
            above_zero=False,
        ),
    ),
    form=LawForm(shares=("rates",), amounts=("limits",), longer=(("rates", "limits", 0),)),
    per_citizen=True,
    left=left,
    also_called=("særligt_dyre_enkeltsager", "dyre_enkeltsager", "expensive_case", "§ 176"),
)
