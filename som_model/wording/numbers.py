"""Numbers as the reader writes them, drawn ones with no more digits than they carry; the one place where figures are rounded
for showing."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING

from som_model.wording.table import Language, phrase

if TYPE_CHECKING:
    from datetime import date

    from babel.core import Locale

MINUS = "\N{MINUS SIGN}"
MOST_DIGITS = 400
"""Enough for the largest float, 309 digits, and its decimals."""
IN_MILLIONS = 1_000_000.0
FINEST_IN_MILLIONS = 1_000.0
"""Kr.: amounts known to a finer step than this are not said in mio. kr."""
FINEST_CHANCE = 0.01
"""The least step of a probability, in per cent."""
SURE = 0.95


@lru_cache(maxsize=2)
def _locale(language: Language) -> Locale:
    from babel.core import Locale

    return Locale("da", "DK") if language == "da" else Locale("en", "GB")


def number(value: float, language: Language, decimals: int | None = None) -> str:
    """A number with the thousands and decimal signs of the language.

    decimals: exactly so many; None shows at most six and no trailing zeros.
    """
    from babel.numbers import format_decimal

    if not math.isfinite(value):
        return "–"
    pattern = "#,##0.######" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    rounded = half_up(value, 6 if decimals is None else decimals)
    with localcontext(prec=MOST_DIGITS):
        return str(format_decimal(rounded, format=pattern, locale=_locale(language))).replace("-", MINUS)


def half_up(value: float, decimals: int) -> Decimal:
    """Rounded as people do: 1.075 is 1.08, and what lies a billionth below a half counts as the half."""
    exact = Decimal(repr(round(float(value), 9)))
    with localcontext(prec=MOST_DIGITS):
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        return rounded if rounded else abs(rounded)


def plain(value: float) -> str:
    """A number as a file takes it: without exponent, and never with exactly three decimals, which may be meant as thousands."""
    text = format(Decimal(repr(float(value) + 0.0)), "f").removesuffix(".0")
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def value_shown(written: str, language: Language) -> str:
    """A value as a file writes it, shown with the signs of the language where it is a number with decimals."""
    return number(float(written), language) if re.fullmatch(r"-?[0-9]+\.[0-9]+", written) else written


def kroner(value: float, language: Language) -> str:
    """An amount in whole kr., with øre only where the amount has them: '215.000 kr.'"""
    whole = abs(value - round(value)) < 0.005
    return f"{number(value, language, 0 if whole else 2)} kr."


def percent(share: float, language: Language) -> str:
    """A share as a percentage with at most two decimals: '30 %', '9,76 %'"""
    return f"{number(round(share * 100, 2), language)} %"


def day_said(day: date, language: Language) -> str:
    """A day as the reader writes it: '22. november 2026', '22 November 2026'"""
    from babel.dates import format_date

    return str(format_date(day, "long", locale=_locale(language)))


def month_said(year: int, month: int, language: Language) -> str:
    """A month as the reader writes it: 'oktober 2025', 'October 2025'"""
    from datetime import date

    from babel.dates import format_date

    return str(format_date(date(year, month, 1), "MMMM y", locale=_locale(language)))


def rounded_kroner(value: float, language: Language) -> str:
    """An amount in words for a running text: '0,50 mio. kr.' from 100,000 kr. up, else whole kr."""
    if abs(value) >= 99_999.5:
        return f"{number(value / 1e6, language, 2)} {'mio.' if language == 'da' else 'm'} kr."
    return kroner(round(value), language)


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
    share_shown = share_said(share, draws, language)
    if certain or share_shown not in (number(edge, language, decimals) + " %" for edge in (0, 100) for decimals in (0, 2)):
        return share_shown
    bound = 100 * (1 - (1 - SURE) ** (1 / draws))
    step = 10.0 ** math.floor(math.log10(bound))
    bound = max(FINEST_CHANCE, round(math.ceil(bound / step - 1e-9) * step, 9))  # upward to one significant digit
    key, edge = ("chance_over", max(0.0, 100 - bound)) if share > 0.5 else ("chance_under", bound)
    return phrase(key, language).format(share=f"{number(edge, language)} %")


def within_said(error: float, language: Language) -> str:
    """How far off, with 95 % probability, a figure with this standard error may be, to one digit."""
    return number(float(f"{1.959964 * error:.0e}"), language)
