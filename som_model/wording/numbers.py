"""Numbers as the reader writes them; the one place where figures are rounded for showing."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING

from som_model.wording.language import Language

if TYPE_CHECKING:
    from datetime import date

    from babel.core import Locale

MINUS = "\N{MINUS SIGN}"
MOST_DIGITS = 400
"""Enough for the largest float, 309 digits, and its decimals."""


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
