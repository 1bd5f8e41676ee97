"""What a payer rule is given: one citizen's change, and the law in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[float64]


@dataclass(frozen=True)
class Case:
    """One citizen's change in a calendar year; every array is (…, k), k the years since entry, or broadcasts to it."""

    price: Array
    """Kr. per unit, in prices of the unit cost's own price year."""
    change: Array
    """Units more (negative = fewer) in year k."""
    since_entry: Array
    """k itself: 0, 1, 2 …"""
    parameters: Mapping[str, Array]
    """What the rule asks of the citizens."""


@dataclass(frozen=True)
class LawInForce:
    """The figures of the law; its kr. in prices of the unit cost's own price year."""

    numbers: Mapping[str, tuple[float, ...]]
    amounts: Mapping[str, tuple[Array, ...]]

    def number(self, name: str) -> float:
        """A figure that stands alone."""
        return self.numbers[name][0]

    def amount(self, name: str) -> Array:
        """Kr. that stand alone."""
        return self.amounts[name][0]


@dataclass(frozen=True)
class Parameter:
    """What a rule must know of the citizens."""

    name: str
    optional: bool = False
    above_zero: bool = True
    """Otherwise 0 is allowed."""
    at_most: str | float | None = None
    """A number, or another parameter, that it may not exceed."""


@dataclass(frozen=True)
class LawForm:
    """Which figures a law of the rule must state, so that an own law cannot lack one."""

    shares: tuple[str, ...]
    """Numbers between 0 and 1."""
    numbers: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    longer: tuple[tuple[str, str, int], ...] = ()
    """(list, other list, how many entries more the first has)."""


@dataclass(frozen=True)
class Rule:
    """A payer rule: what it must know of the citizens, and its pure function.

    shares(case, law) gives payer → share of one unit's price, each broadcasting to (…, k); the shares sum to 1.
    """

    shares: Callable[[Case, LawInForce], dict[str, Array]]
    parameters: tuple[Parameter, ...]
    form: LawForm
    units: tuple[str, ...] = ()
    """Units whose price it can split; any unless stated."""
    per_citizen: bool = False
    """Whether it looks at a citizen's change or years since entry, so that it needs a line counted per person."""
    left: Callable[[float, float, Mapping[str, float]], float] | None = None
    """What is left of the citizen's own total after the change (price, change, parameters); below 0 is a mistake."""

    def named(self, name: str) -> Parameter | None:
        """The parameter of that name."""
        return next((each for each in self.parameters if each.name == name), None)
