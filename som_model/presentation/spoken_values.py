"""Figures, series and payers as words in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from som_model.resolved.years import weights
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.payers import PayerRule, Payers, Shares
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup
from som_model.wording.numbers import kroner, number, percent
from som_model.wording.parties import PAYERS
from som_model.wording.table import TABLE, Language, label, phrase

Say = Callable[[Estimate, Language], str]
WHOLE_FROM = 1000.0
"""Kr.: larger amounts are said without øre."""


def said(key: str, language: Language, **values: Any) -> str:
    """A sentence of the table of words, filled in."""
    return phrase(key, language).format(**values)


def numbers(figure: Estimate | None, language: Language) -> str:
    """A figure as a number, with its interval where it has one."""
    return _figure(figure, language, lambda value: number(value, language))


def shares(figure: Estimate | None, language: Language) -> str:
    """A figure as a percentage."""
    return _figure(figure, language, lambda value: percent(value, language))


def amounts(figure: Estimate | None, language: Language) -> str:
    """A figure in kr."""
    return _figure(figure, language, lambda value: amount_said(value, language))


def amount_said(value: float, language: Language) -> str:
    """An amount in kr.; without øre from 1,000 kr. up: '30.093 kr.', '99,50 kr.'"""
    return kroner(round(value) if abs(value) >= WHOLE_FROM else value, language)


def _figure(figure: Estimate | None, language: Language, say: Callable[[float], str]) -> str:
    """The value, with its interval where it has one."""
    if figure is None or figure.value is None:
        return phrase("say_unknown", language)
    if figure.low is None or figure.high is None:
        return say(figure.value)
    return said("say_interval", language, value=say(figure.value), low=say(figure.low), high=say(figure.high))


def each_year(series: Series | None, say: Say, language: Language) -> str:
    """A series: one number, its list, or '5 i 2024, 8 i 2025-2026, derefter 10', where each value holds until the next, and
    '5 fra 2024' where there is one."""
    if series is None:
        return phrase("say_unknown", language)
    if series.by_year is not None:
        years, values = list(series.by_year), [say(value, language) for value in series.by_year.values()]
        if len(years) == 1:
            return said("say_year_from", language, value=values[0], year=years[0])
        spans = [(year, following - 1) for year, following in pairwise(years)]
        parts = [
            said("say_in_years", language, value=value, years=str(first) if first == last else f"{first}-{last}")
            for value, (first, last) in zip(values, spans, strict=False)
        ]
        return ", ".join([*parts, said("say_then", language, value=values[-1])])
    if series.each is not None:
        return "; ".join(say(value, language) for value in series.each)
    assert series.every is not None
    return say(series.every, language)


def unit_words(unit: str | None, language: Language, *, one: bool = False, income: bool = False) -> str:
    """What a unit is called in 'so many a year': 'sengedage' for bed_day, 'sengedag' for one; the unit as written where the
    table has no word for it. A year's price is not said as 'years a year' but as so many years of use, or of income.
    """
    if unit is None:
        return ""
    if unit == "year":
        return phrase(f"say_{'one_year' if one else 'years'}_of_{'income' if income else 'use'}", language)
    keys = ((f"single_{unit}", f"one_{unit}") if one else ()) + (f"unit_{unit}",)
    return next((phrase(key, language) for key in keys if key in TABLE), unit)


def years_said(scenario: Scenario, part: TargetGroup | Post | CostLine, language: Language) -> str:
    """The years a part is bounded by, as written."""
    first = part.from_year or scenario.programme.from_year or scenario.period.start
    last = part.to_year or scenario.programme.to_year or scenario.period.last
    months = "-" in f"{first}{last}"
    text = said("say_months" if months else "say_years", language, first=first, last=last)
    parts = [
        said("say_part_year", language, year=year, months=round(share * 12))
        for year, share in zip(scenario.period.calendar, weights(scenario, part), strict=True)
        if 0 < share < 1
    ]
    return ", ".join([text, *parts])


def spoken_payers(payers: Payers | None, language: Language, key: str = "say_payers") -> str:
    """Who pays: 'paid by municipality 80 % and state 20 %', by year where it changes."""
    if payers is None:
        return phrase("say_payers_unknown", language)
    if payers.by_year is not None:
        listed = ", ".join(
            said("say_year_from", language, value=_split(split, language), year=year) for year, split in payers.by_year.items()
        )
    elif payers.each is not None:
        listed = "; ".join(_split(split, language) for split in payers.each)
    else:
        assert payers.every is not None
        listed = _split(payers.every, language)
    return said(key, language, payers=listed)


def _split(split: Shares | PayerRule, language: Language) -> str:
    if isinstance(split, PayerRule):
        asked = ", ".join(f"{name} {numbers(value, language)}" for name, value in split.parameters.items())
        return said("say_rule", language, rule=f"{split.rule} ({asked})" if asked else split.rule)
    parts = [(payer, share) for payer, share in zip(PAYERS, split.of_payers(), strict=True) if share]
    if len(parts) == 1:
        return label(parts[0][0], language).lower()
    return phrase("and", language).join(f"{label(payer, language).lower()} {percent(share, language)}" for payer, share in parts)
