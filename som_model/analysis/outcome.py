"""What is asked of a calculation, which figure and whose, and its value at other values of the assumptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np

from som_model.errors import UnknownName
from som_model.projection.figures import Array, Figures
from som_model.projection.inputs import inputs
from som_model.projection.model import Balance, balance
from som_model.projection.projection import refuse_unknown
from som_model.resolved.figures import figures
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.parties import PAYERS, TOTAL, public_rows

Measure = Literal["accumulated_net", "net_present_value"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
HALF_OERE = 0.005
"""Sums are rounded to 0.01 kr.: no further from 0 than this, they count as 0."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Accumulated net or net present value, of one payer or of the public total, in kr.; positive = gain.

    Raises UnknownName for another figure or payer.
    """

    measure: Measure = "accumulated_net"
    payer: str = TOTAL

    def __post_init__(self) -> None:
        if self.measure not in MEASURES:
            raise UnknownName(Message.of("unknown_outcome", name=str(self.measure), known=MEASURES))
        if self.payer not in (*PAYERS, TOTAL):
            raise UnknownName(Message.of("unknown_payer", name=str(self.payer), known=(*PAYERS, TOTAL)))

    def of(self, balanced: Balance) -> Array:
        """The figure in kr., (…): nothing for the base case, or one for each draw; 0 for a payer whom no counted line names."""
        payers = balanced.inputs.payers
        rows = public_rows(payers) if self.payer == TOTAL else [row for row, payer in enumerate(payers) if payer == self.payer]
        by_year = balanced.net[..., rows, :].sum(axis=-2)
        if self.measure == "net_present_value":
            by_year = by_year * balanced.inputs.discount_factors
        total: Array = by_year.sum(axis=-1)
        return total

    def message(self) -> Message:
        """What is asked, in words: 'accumulated net of the public purse'."""
        return Message.of(f"{self.measure}_of", whose=Message.of(f"whose_{self.payer}"))


def outcomes_over(
    scenario: Scenario, swings: Mapping[str, Mapping[str, Array]], outcome: Outcome | None = None
) -> dict[str, Array]:
    """The outcome in kr. at each point of each swing, every swing in one run, all other assumptions at their stated values.

    swings: name → address → values (n,); the addresses of one swing move together. outcome: accumulated net of the public
    purse unless given.
    """
    if not swings:
        return {}
    known = dict(figures(scenario))
    lengths = [len(next(iter(moved.values()))) for moved in swings.values()]
    ends = np.cumsum([0, *lengths])
    places = dict(zip(swings, map(slice, ends, ends[1:]), strict=False))
    values: dict[str, Array] = {}
    for name, moved in swings.items():
        for address, points in moved.items():
            stated = known[address].value
            values.setdefault(address, np.full(ends[-1], np.nan if stated is None else stated))[places[name]] = points
    outcomes = outcomes_of(opened(scenario, values), values, outcome or Outcome())
    return {name: outcomes[place] for name, place in places.items()}


def outcomes_of(moved: Scenario, values: Mapping[str, Array], outcome: Outcome) -> Array:
    """The outcome in kr. at each set of values, (n,), of a scenario that is `opened`; all others at their stated values.

    values: address → (n,). Raises MissingFigures where a counted line needs another figure that is not known.
    """
    read = Figures(dict(values))
    as_arrays = inputs(moved, read)
    refuse_unknown(moved, read)
    return np.broadcast_to(outcome.of(balance(as_arrays)), np.shape(next(iter(values.values()))))


def opened(scenario: Scenario, values: Mapping[str, Array]) -> Scenario:
    """The scenario with the addresses marked uncertain over the values, so that nothing is left out as certainly 0.

    A figure that is certainly 0, or unknown, is then asked for like any other while it is moved.
    Raises ScenarioError where a value may not stand at its address.
    """
    known = dict(figures(scenario))
    changes = {}
    for address, drawn in values.items():
        estimate = known.get(address)
        if estimate is not None and estimate.uncertain:
            continue
        stated = estimate.value if estimate is not None else None
        value = float(drawn[0]) if stated is None else stated
        low, high = min(value, float(drawn.min())), max(value, float(drawn.max()))
        changes[address] = {**set_to(estimate, value), "low": low, "high": high, "distribution": "triangular"}
    return scenario.vary(changes) if changes else scenario


def set_to(estimate: Estimate | None, value: float) -> dict[str, Any]:
    """Another value of a figure as good as it was, so that prudence allows for the same."""
    quality = estimate.quality if estimate is not None else None
    return {"value": value} if quality is None else {"value": value, "quality": quality}
