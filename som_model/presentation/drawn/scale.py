"""The unit of a chart, chosen from its largest amount, and its numbers as readers see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.ticker import MaxNLocator

from som_model.analysis.outcome import HALF_OERE
from som_model.projection.projection import Projection
from som_model.wording.numbers import half_up, number
from som_model.wording.table import Language, phrase


@dataclass(frozen=True, slots=True)
class Scale:
    """kr. in one unit of the axis, the key of the unit's name, the decimals of a labelled amount, and its language."""

    kroner: float
    unit: str
    decimals: int
    language: Language
    nothing: bool = False
    """Whether every amount is 0."""

    def say(self, amount: float) -> str:
        """An amount in kr. in the unit, without naming it."""
        return number(round(amount, 2) / self.kroner, self.language, self.decimals)

    def rounded(self, amount: float) -> Decimal:
        """The number that `say` writes."""
        return half_up(round(amount, 2) / self.kroner, self.decimals)

    def say_with_unit(self, amount: float) -> str:
        """'0,50 mio. kr.'; in thousands the digits are written out: '500.000 kr.'"""
        if self.unit != "thousand_kr":
            return f"{self.say(amount)} {phrase(self.unit, self.language)}"
        rounded = round(amount / self.kroner, self.decimals) * self.kroner
        return f"{number(rounded, self.language, 0)} {phrase('kr', self.language)}"

    def price_level(self, projection: Projection) -> str:
        """'mio. kr., 2017-priser'"""
        unit = phrase(self.unit, self.language)
        return phrase("price_level", self.language).format(unit=unit, price_year=projection.scenario.price_year)

    def ticks(self, low: float, high: float, most: int = 6) -> tuple[list[float], list[str]]:
        """Round amounts from low to high (kr.), and how they are written."""
        if self.nothing:
            return [0.0], [number(0.0, self.language)]
        places = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10]).tick_values(low / self.kroner, high / self.kroner)
        inside = [float(place) for place in places if low <= place * self.kroner <= high]
        decimals = next((n for n in range(6) if all(abs(round(place, n) - place) < 1e-9 for place in inside)), 6)
        return [place * self.kroner for place in inside], [number(place, self.language, decimals) for place in inside]


def scale_for(amounts: Iterable[float], language: Language) -> Scale:
    """mio. kr. when the largest amount is a million or more, 1.000 kr. from ten thousand, else kr."""
    largest = round(max((abs(amount) for amount in amounts), default=0.0), 2)
    if largest >= 1_000_000:
        return Scale(1e6, "million_kr", 2 if largest < 1e7 else 1 if largest < 1e9 else 0, language)
    if largest >= 10_000:
        return Scale(1e3, "thousand_kr", 1 if largest < 100_000 else 0, language)
    return Scale(1.0, "kr", 2 if HALF_OERE <= largest < 100 else 0, language, nothing=largest < HALF_OERE)


def limits(amounts: Iterable[float], margin: float = 0.0) -> tuple[float, float]:
    """From the lowest amount or 0 to the highest or 0, with a margin at both ends (a share of what lies between).

    Around 0 when there is nothing to show.
    """
    listed = [0.0, *amounts]
    low, high = (min(listed), max(listed)) if max(map(abs, listed)) >= HALF_OERE else (-1.0, 1.0)
    beyond = margin * (high - low)
    return low - beyond, high + beyond
