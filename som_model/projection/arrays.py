"""The arrays that the model takes.

Axes, written once: an array is (…), (…, year), (…, k), (…, k, year), (…, payer, year) or (…, payer, k, year), where … is nothing
for the base case or (draw,), payer follows Inputs.payers, year the calendar years of the period, and k the years since entry;
an array without a draw axis holds for every draw. Shares are 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from som_model.projection.figures import Array, Scaled, of_draws
from som_model.scenario.line import Basis, Block

Part: TypeAlias = Block | Literal["residual"]
"""Where amounts stand: the block of the line, or beside costs the residual value of equipment."""


@dataclass(frozen=True, slots=True)
class GroupInputs:
    """A target group: who starts, how many succeed, and how long they are helped."""

    name: str
    participants: Scaled
    """(…, year) citizens who start."""
    completion: Array
    success: Array
    baseline: Array
    measured_on_completers: bool
    relapse: Array
    attrition: Array
    effect: Array
    """w[k], (…, k): share of the successes for whom the effect is left; 1 unless stated."""
    first_year_share: Array

    def of_draws(self, part: slice) -> GroupInputs:
        """The same for some of the draws."""
        return replace(
            self,
            participants=self.participants.of_draws(part),
            completion=of_draws(self.completion, 0, part),
            success=of_draws(self.success, 0, part),
            baseline=of_draws(self.baseline, 0, part),
            relapse=of_draws(self.relapse, 0, part),
            attrition=of_draws(self.attrition, 0, part),
            effect=of_draws(self.effect, 1, part),
            first_year_share=of_draws(self.first_year_share, 0, part),
        )


@dataclass(frozen=True, slots=True)
class LineInputs:
    """A consequence or a line of the programme: a quantity, a price, and who pays.

    quantity: (…, k) per person for basis success, participant or completer; (…, year) for basis year.
    price: (…, year) kr. in the scenario's price year. realisable: (…, year).
    shares: (…, payer, k, year), with one k where the year since entry makes no difference.
    sign: of a consequence +1 for an income, −1 for what costs money; of the programme +1, and −1 for saved alternative and
    residual value.
    """

    address: str
    block: Part
    basis: Basis
    """As the line's; `once` is told by year."""
    groups: tuple[int, ...]
    """Rows of Inputs.groups; at least one where persons are counted."""
    quantity: Scaled
    price: Scaled
    realisable: Scaled
    shares: Array
    sign: float
    allowance: float = 0.0
    """Share that prudence takes off what the line saves, or puts on what it costs."""

    def of_draws(self, part: slice) -> LineInputs:
        """The same for some of the draws."""
        return replace(
            self,
            quantity=self.quantity.of_draws(part),
            price=self.price.of_draws(part),
            realisable=self.realisable.of_draws(part),
            shares=of_draws(self.shares, 3, part),
        )


@dataclass(frozen=True, slots=True)
class Inputs:
    """A scenario as the model takes it: everything that its result needs, and nothing else."""

    payers: tuple[str, ...]
    """The rows of every array by payer: the public ones, and each other that a counted line names."""
    years: int
    discount_factors: Array
    """(…, year): 1 in the first year, then Π 1/(1 + r_i), i = 1..t."""
    groups: tuple[GroupInputs, ...]
    consequences: tuple[LineInputs, ...]
    programme: tuple[LineInputs, ...]

    def of_draws(self, part: slice) -> Inputs:
        """The same for some of the draws."""
        return replace(
            self,
            discount_factors=of_draws(self.discount_factors, 1, part),
            groups=tuple(group.of_draws(part) for group in self.groups),
            consequences=tuple(line.of_draws(part) for line in self.consequences),
            programme=tuple(line.of_draws(part) for line in self.programme),
        )
