"""The whole model on one page: effects × prices − cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.projection.arrays import Inputs, LineInputs
from som_model.projection.effects import Effects, effects
from som_model.projection.figures import Array
from som_model.projection.programme_cost import programme_cost
from som_model.projection.savings import savings
from som_model.scenario.quantities import PAYERS


@dataclass(frozen=True, slots=True)
class Balance:
    """Savings and programme cost in kr., (…, payer, year) over PAYERS, whole and line by line."""

    effects: tuple[Effects, ...]
    savings_by_line: tuple[Array, ...]
    cost_by_line: tuple[Array, ...]
    prudence_on_savings: Array
    """At or below 0: what prudence takes off savings, and puts on what a consequence costs."""
    prudence_on_cost: Array
    """At or above 0: what prudence puts on the programme's cost, and takes off what it saves elsewhere."""
    savings: Array
    programme_cost: Array

    @property
    def net(self) -> Array:
        """Net = savings − programme cost; positive = gain."""
        return self.savings - self.programme_cost


def balance(inputs: Inputs) -> Balance:
    """Who gains and who pays, year by year, for the base case or for any number of draws.

    Every array may carry a leading draw axis; see Inputs for the axes. Method, section 3.
    """
    helped = tuple(effects(group) for group in inputs.groups)
    gained = tuple(savings(line, helped[line.groups[0]]) for line in inputs.consequences)
    spent = tuple(programme_cost(line, helped) for line in inputs.programme)
    nothing = np.zeros((len(PAYERS), inputs.years))
    off_savings = -_allowed(inputs.consequences, gained, nothing)
    on_cost = _allowed(inputs.programme, spent, nothing)
    return Balance(
        effects=helped,
        savings_by_line=gained,
        cost_by_line=spent,
        prudence_on_savings=off_savings,
        prudence_on_cost=on_cost,
        savings=sum(gained, off_savings),
        programme_cost=sum(spent, on_cost),
    )


def _allowed(lines: Sequence[LineInputs], amounts: Sequence[Array], nothing: Array) -> Array:
    """Σ allowance × |amount|: prudence counts against the programme, whatever the sign of a line."""
    return sum((line.allowance * np.abs(amount) for line, amount in zip(lines, amounts, strict=True) if line.allowance), nothing)
