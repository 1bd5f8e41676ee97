"""What a payer rule is: what it asks of the citizens, the law it is given and its pure function; and finding one by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from som_model.catalogue.files import contents

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[float64]


KRONER = ("kr.", "kr.")
"""The unit of a parameter that is an amount."""


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
    """What a rule must know of the citizens, and every word that is said of it, (Danish, English)."""

    name: str
    """What one writes; a part of a group of parameters after a dot: shorter_stays.days_fewer."""
    unit: tuple[str, str]
    """What it is in: KRONER, or ('dage', 'days')."""
    label: tuple[str, str]
    """As a heading."""
    at: tuple[str, str]
    """A {value} of it inside a sentence: ('{value} uger på ydelse forinden', …)."""
    asked: tuple[str, str]
    """What is asked of whoever writes a scenario."""
    optional: bool = False
    above_zero: bool = True
    """Otherwise 0 is allowed."""
    at_most: str | float | None = None
    """A number, or another parameter, that it may not exceed."""

    @property
    def field(self) -> str:
        """The last step of its address."""
        return self.name.rpartition(".")[2]

    @property
    def in_kroner(self) -> bool:
        """Whether it is an amount, shown and written like every other."""
        return self.unit == KRONER


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
    also_called: tuple[str, ...] = ()
    """What Danes and other lists call it, in small letters."""

    def named(self, name: str) -> Parameter | None:
        """The parameter of that name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    def required(self) -> tuple[str, ...]:
        """The names of the parameters that every line must state."""
        return tuple(parameter.name for parameter in self.parameters if not parameter.optional)


def rule_names() -> tuple[str, ...]:
    """Every payer rule of the catalogue."""
    return tuple(contents("payer_rules"))


@cache
def payer_rule(name: str) -> Rule | None:
    """The rule of that name; None where there is none."""
    if name not in contents("payer_rules"):
        return None
    rule = import_module(f"som_model.catalogue.rules.{name}").RULE
    assert isinstance(rule, Rule)
    return rule


@cache
def rules() -> Mapping[str, Rule]:
    """Every payer rule by its name."""
    return {name: rule for name in rule_names() if (rule := payer_rule(name)) is not None}


def rule_asking(name: str) -> str | None:
    """The first rule that asks for a parameter of that name."""
    return next((rule for rule, known in rules().items() if known.named(name) is not None), None)


def rule_called(name: str) -> str | None:
    """The rule that Danes or other lists call so, in any letters."""
    return next((rule for rule, known in rules().items() if name.casefold() in known.also_called), None)


@cache
def parameter(field: str) -> Parameter | None:
    """What the rules ask for in a field, the last step of its address: days_fewer. All rules tell it in the same words."""
    asked = (parameter for rule in rules().values() for parameter in rule.parameters)
    return next((parameter for parameter in asked if parameter.field == field), None)


def in_kroner(rule: str, name: str) -> bool:
    """Whether a parameter of a rule is an amount; False where the rule or the parameter does not exist."""
    known = rules().get(rule)
    asked = known.named(name) if known is not None else None
    return asked is not None and asked.in_kroner
