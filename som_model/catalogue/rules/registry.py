"""The payer rules by name. A rule gives the shares of one unit's price for a calendar year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from som_model.catalogue.rules.kmf_psychiatry import kmf_psychiatry, kmf_psychiatry_notices
from som_model.wording.message import Message

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[float64]

RuleShares: TypeAlias = "Callable[[Array, int, Mapping[str, Array]], dict[str, Array]]"


@dataclass(frozen=True)
class Rule:
    """A payer rule: what it must know of the citizens, and its pure function.

    Parameters are numbers above 0. shares(price in kr. of its own price year, calendar year of the law, parameters) gives
    payer → share, each of the shape of the price; shares sum to 1.
    """

    shares: RuleShares
    notices: Callable[[int], tuple[Message, ...]]
    parameters: tuple[str, ...]
    optional: tuple[str, ...] = ()
    at_most: tuple[tuple[str, str], ...] = ()
    """Pairs of parameters of which the first may not be above the second."""


RULES: dict[str, Rule] = {
    "kmf_psychiatry": Rule(
        shares=kmf_psychiatry,
        notices=kmf_psychiatry_notices,
        parameters=("days_per_admission",),
        optional=("shorter_stays.days_fewer",),
        at_most=(("shorter_stays.days_fewer", "days_per_admission"),),
    ),
}
