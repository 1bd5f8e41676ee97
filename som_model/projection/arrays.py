"""The arrays that balance takes.

Axes, written once: an array is (…, payer, year), (…, payer, k, year), (…, year) or (…, k), where … is
nothing for the base case or (draw,), payer follows PAYERS as far as lines name them, year the calendar years
of the period, and k the years since entry; an array without a draw axis holds for every draw.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from som_model.projection.scaled import Array, Scaled

Basis: TypeAlias = Literal["success", "participant", "completer", "year"]
Block: TypeAlias = Literal["consequences", "staffing", "costs", "residual", "saved_alternative", "funding"]


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
    """(…, k) share of the effect left; 1 unless stated."""
    first_year_share: Array


@dataclass(frozen=True, slots=True)
class LineInputs:
    """A consequence or a line of the programme: a quantity, a price, and who pays.

    quantity: (…, k) per person for basis success, participant or completer; (…, year) for basis year.
    price: (…, year) kr. in the scenario's price year. realisable: (…, year).
    shares: (…, payer, k, year), with one k where the year since entry makes no difference.
    sign: +1 where more of it is a gain (savings) or a cost (programme cost), else −1.
    """

    address: str
    block: Block
    basis: Basis
    groups: tuple[int, ...]
    quantity: Scaled
    price: Scaled
    realisable: Scaled
    shares: Array
    sign: float
    allowance: float = 0.0
    """Share that prudence takes off what the line saves, or puts on what it costs."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that follows from a scenario needs, and nothing else."""

    payers: int
    """Payers counted, the first of PAYERS: the three public ones, and the citizen where a line names it."""
    years: int
    discount_factors: Array
    """(…, year): 1 in the first year, then Π 1/(1 + r_i)."""
    groups: tuple[GroupInputs, ...]
    consequences: tuple[LineInputs, ...]
    programme: tuple[LineInputs, ...]

    def of_draws(self, part: slice) -> Inputs:
        """The same for some of the draws."""
        return replace(
            self,
            discount_factors=_of_draws(self.discount_factors, 1, part),
            groups=tuple(_group_of_draws(group, part) for group in self.groups),
            consequences=tuple(_line_of_draws(line, part) for line in self.consequences),
            programme=tuple(_line_of_draws(line, part) for line in self.programme),
        )


def _of_draws(array: Array, axes: int, part: slice) -> Array:
    """axes: how many an array has that holds for every draw."""
    return array[part] if array.ndim > axes else array


def _group_of_draws(group: GroupInputs, part: slice) -> GroupInputs:
    return replace(
        group,
        participants=group.participants.of_draws(part),
        completion=_of_draws(group.completion, 0, part),
        success=_of_draws(group.success, 0, part),
        baseline=_of_draws(group.baseline, 0, part),
        relapse=_of_draws(group.relapse, 0, part),
        attrition=_of_draws(group.attrition, 0, part),
        effect=_of_draws(group.effect, 1, part),
        first_year_share=_of_draws(group.first_year_share, 0, part),
    )


def _line_of_draws(line: LineInputs, part: slice) -> LineInputs:
    return replace(
        line,
        quantity=line.quantity.of_draws(part),
        price=line.price.of_draws(part),
        realisable=line.realisable.of_draws(part),
        shares=_of_draws(line.shares, 3, part),
    )
