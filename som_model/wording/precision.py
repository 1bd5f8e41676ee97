"""Figures that are found by drawing, said with no more digits than they carry."""

from __future__ import annotations

import math
from dataclasses import dataclass

from som_model.wording.language import Language
from som_model.wording.numbers import kroner, number
from som_model.wording.table import phrase

IN_MILLIONS = 1_000_000.0
FINEST_IN_MILLIONS = 1_000.0
"""Kr.: amounts known to a finer step than this are not said in mio. kr."""
FINEST_CHANCE = 0.01
"""The least step of a probability, in per cent."""
SURE = 0.95


def step_of(error: float) -> float:
    """The power of ten to round to: one standard error is at most three units of the last digit shown. 0 for no known error."""
    return 0.0 if not error > 0 else 10.0 ** math.ceil(math.log10(error / 3) - 1e-9)


@dataclass(frozen=True, slots=True)
class Rounding:
    """Kr. in one unit, mio. kr. with at most two decimals or kr., each amount to the step of its own standard error."""

    millions: bool
    language: Language

    def say(self, amount: float, error: float) -> str:
        """'1,05', '1.050.000'; without the unit."""
        divisor = IN_MILLIONS if self.millions else 1.0
        finest = 10_000.0 if self.millions else 1.0 if abs(amount) >= 100 else 0.01
        step = max(step_of(error), finest)
        decimals = min(2, max(0, -math.floor(math.log10(step / divisor) + 1e-9)))
        return number(round(amount / step) * step / divisor, self.language, decimals)

    def say_with_unit(self, amount: float, error: float) -> str:
        """'1,05 mio. kr.', '180.000 kr.'"""
        return f"{self.say(amount, error)} {phrase('million_kr' if self.millions else 'kr', self.language)}"


def rounding(largest: float, error: float, language: Language) -> Rounding:
    """How to say amounts up to this size, in kr., with standard errors up to this: in mio. kr. where that hides little."""
    return Rounding(abs(largest) >= IN_MILLIONS and step_of(error) >= FINEST_IN_MILLIONS, language)


def exact_kroner(amount: float, language: Language) -> str:
    """An amount that is computed, not drawn, in whole kr.: '500.000 kr.'"""
    return kroner(round(amount), language)


def share_said(share: float, draws: int, language: Language) -> str:
    """A share of the draws as a percentage: '97,5 %' of 10,000 draws, '98 %' of 1,000; '0 %' where there are none."""
    if share in (0.0, 1.0):
        return f"{number(100 * share, language, 0)} %"
    step = max(FINEST_CHANCE, step_of(100 * math.sqrt(share * (1 - share) / draws)))
    rounded = round(100 * share / step) * step
    while (rounded <= 0 or rounded >= 100) and step > FINEST_CHANCE * 1.5:
        step /= 10
        rounded = round(100 * share / step) * step
    return f"{number(rounded, language, max(0, round(-math.log10(step))))} %"


def chance_said(share: float, draws: int, language: Language, *, certain: bool = False) -> str:
    """A probability found as a share of the draws: 'over 99,97 %' where every one of 10,000 gained.

    With no draw on the one side, its probability is said to be below the 95 % bound 1 − 0.05^(1/draws).
    certain: all draws are alike, so nothing was left to chance.
    """
    said = share_said(share, draws, language)
    if certain or said not in (number(edge, language, decimals) + " %" for edge in (0, 100) for decimals in (0, 2)):
        return said
    bound = max(FINEST_CHANCE, _upward(100 * (1 - (1 - SURE) ** (1 / draws))))
    key, edge = ("chance_over", max(0.0, 100 - bound)) if share > 0.5 else ("chance_under", bound)
    return phrase(key, language).format(share=f"{number(edge, language)} %")


def within_said(error: float, language: Language) -> str:
    """How far off, with 95 % probability, a figure with this standard error may be, to one digit."""
    return number(float(f"{1.959964 * error:.0e}"), language)


def _upward(value: float) -> float:
    """Upward to one significant digit."""
    if value <= 0:
        return 0.0
    step = 10.0 ** math.floor(math.log10(value))
    return round(math.ceil(value / step - 1e-9) * step, 9)
