"""The whole model on one page: effects × prices − cost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from som_model.projection.arrays import Inputs
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
    return Balance(
        effects=helped,
        savings_by_line=gained,
        cost_by_line=spent,
        savings=sum(gained, nothing),
        programme_cost=sum(spent, nothing),
    )
