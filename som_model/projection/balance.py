"""The whole model on one page: effects × prices − cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from som_model.projection.amounts import amount
from som_model.projection.arrays import Inputs, LineInputs
from som_model.projection.effects import Effects, effects
from som_model.projection.scaled import Array
from som_model.projection.terms import AnyTerm, Terms, term_of, terms


@dataclass(frozen=True, slots=True)
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

    @property
    def savings_by_line(self) -> tuple[Array, ...]:
        """Savings of each consequence before prudence."""
        return _by_line(self.inputs.consequences, self.effects)

    @property
    def cost_by_line(self) -> tuple[Array, ...]:
        """Cost of each line of the programme before prudence."""
        return _by_line(self.inputs.programme, self.effects)


def balance(inputs: Inputs, gathered: Terms | None = None) -> Balance:
    """Who gains and who pays, year by year, for the base case or for any number of draws.

    Every array may carry a leading draw axis; see Inputs for the axes. Method, section 3.
    gathered: the terms of some of the draws, where they are at hand; all of the inputs unless given.
    """
    of = gathered if gathered is not None else terms(inputs)
    helped = tuple(effects(group) for group in of.groups)
    no_savings, no_cost = (np.zeros((len(payers), of.years)) for payers in (of.saving_payers, of.cost_payers))
    off_savings = [-amounts for amounts in _allowed(of.allowed_savings, helped)]
    on_cost = _allowed(of.allowed_cost, helped)
    return Balance(
        inputs=inputs,
        effects=helped,
        prudence_on_savings=sum(off_savings, no_savings),
        prudence_on_cost=sum(on_cost, no_cost),
        savings=_total([*(amount(term, helped) for term in of.savings), *off_savings], no_savings),
        programme_cost=_total([*(amount(term, helped) for term in of.cost), *on_cost], no_cost),
    )


def _by_line(lines: Sequence[LineInputs], helped: Sequence[Effects]) -> tuple[Array, ...]:
    return tuple(amount(term_of(line), helped) for line in lines)


def _total(amounts: Sequence[Array], nothing: Array) -> Array:
    return reduce(np.add, amounts) if amounts else nothing


def _allowed(lines: Sequence[tuple[float, AnyTerm]], helped: Sequence[Effects]) -> list[Array]:
    """allowance × |amount| of each line: prudence counts against the programme, whatever the sign of a line."""
    return [allowance * np.abs(amount(term, helped)) for allowance, term in lines]
