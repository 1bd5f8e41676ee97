"""The whole model on one page: effects × prices − cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np

from som_model.projection.amounts import amounts
from som_model.projection.arrays import Inputs, LineInputs
from som_model.projection.effects import Effects, effects
from som_model.projection.scaled import Array


@dataclass(frozen=True)
class Balance:
    """Savings and programme cost in kr., (…, payer, year), whole and line by line."""

    inputs: Inputs
    effects: tuple[Effects, ...]
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

    @cached_property
    def savings_by_line(self) -> tuple[Array, ...]:
        """Savings of each consequence before prudence."""
        return tuple(amounts((line,), self.effects) for line in self.inputs.consequences)

    @cached_property
    def cost_by_line(self) -> tuple[Array, ...]:
        """Cost of each line of the programme before prudence."""
        return tuple(amounts((line,), self.effects) for line in self.inputs.programme)


def balance(inputs: Inputs) -> Balance:
    """Who gains and who pays, year by year, for the base case or for any number of draws.

    Every array may carry a leading draw axis; see Inputs for the axes. Method, section 3.
    """
    helped = tuple(effects(group) for group in inputs.groups)
    nothing = np.zeros((inputs.payers, inputs.years))
    off_savings = [-amount for amount in _allowed(inputs.consequences, helped)]
    on_cost = _allowed(inputs.programme, helped)
    return Balance(
        inputs=inputs,
        effects=helped,
        prudence_on_savings=sum(off_savings, nothing),
        prudence_on_cost=sum(on_cost, nothing),
        savings=reduce(np.add, [amounts(inputs.consequences, helped, nothing), *off_savings]),
        programme_cost=reduce(np.add, [amounts(inputs.programme, helped, nothing), *on_cost]),
    )


def _allowed(lines: Sequence[LineInputs], helped: Sequence[Effects]) -> list[Array]:
    """allowance × |amount| of each line: prudence counts against the programme, whatever the sign of a line."""
    return [line.allowance * np.abs(amounts((line,), helped)) for line in lines if line.allowance]
