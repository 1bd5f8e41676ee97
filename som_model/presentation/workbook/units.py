"""In which unit a figure stands, and how its cell is shown."""

from __future__ import annotations

from som_model.catalogue.rules.rule import parameter
from som_model.presentation.workbook.sheet import Shown
from som_model.scenario.estimate import Amount, Change, Estimate, Overhead
from som_model.scenario.quantities import BEYOND_REASON
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import unit_key
from som_model.wording.table import TABLE, Language, in_language, label, phrase


def field_of(address: str) -> str:
    """The field of the language that a figure stands in."""
    return next(step for step in reversed(address.split(".")) if not step.isdecimal())


def shown_as(address: str, estimate: Estimate) -> Shown:
    """How the value is shown: a share as a percentage, an amount in kr., anything else as a number."""
    if estimate.kind in ("share", "rate") or isinstance(estimate, Overhead):
        return "share"
    asked = parameter(field_of(address))
    if isinstance(estimate, Amount) or (asked is not None and asked.in_kroner):
        return "kroner"
    return "count"


def limits_of(estimate: Estimate) -> tuple[float, float] | None:
    """The least and the greatest number that may be written; None for a change, which may have either sign."""
    if estimate.kind == "share":
        return (0.0, 1.0)
    if estimate.kind == "rate":
        return (-1.0, 1.0)
    if isinstance(estimate, Overhead):
        return (0.0, 3.0)
    return (0.0, BEYOND_REASON) if estimate.kind == "amount" else None


def unit_of(scenario: Scenario, address: str, estimate: Estimate, language: Language) -> str:
    """The unit in words: 'kr. pr. år, 2017-priser', 'sengedage', 'andel'."""
    field = field_of(address)
    shown = shown_as(address, estimate)
    if shown == "share":
        return phrase("unit_of_rate" if estimate.kind == "rate" else "unit_of_share", language)
    if isinstance(estimate, Change) or field == "units":
        return units_of(scenario, address, language)
    if shown == "kroner":
        return _kroner(scenario, address, language)
    if (asked := parameter(field)) is not None:
        return in_language(asked.unit, language)
    key = f"unit_of_{field}"
    return phrase(key if key in TABLE else "unit_of_count", language)


def _kroner(scenario: Scenario, address: str, language: Language) -> str:
    """Kr. for what, in the prices of the year that the amount is stated in."""
    block, *names = address.split(".")
    unit = "kr."
    if block == "unit_costs":
        cost = scenario.unit_costs[names[0]]
        price_year = cost.price_year
        one = f"one_{unit_key(cost.unit)}"
        if one in TABLE:
            unit = phrase("kr_per_unit", language).format(unit=label(one, language))
    else:
        line = scenario.line(address).stated if block in ("target_groups", "programme") else scenario
        price_year = getattr(line, "price_year", None)
        basis = getattr(line, "basis", None)
        if field_of(address) in ("annual_cost", "annual_salary") or basis == "year":
            unit = phrase("kr_per_year", language)
        elif basis in ("participant", "completer"):
            unit = phrase(f"kr_per_{basis}", language)
    return phrase("price_level", language).format(unit=unit, price_year=price_year or scenario.price_year)


def units_of(scenario: Scenario, address: str, language: Language) -> str:
    """The unit that a line changes or uses, in words."""
    cost = scenario.line(address).unit_cost
    unit = unit_key(cost.unit) if cost is not None else None
    return label(f"unit_{unit}", language) if f"unit_{unit}" in TABLE else unit or phrase("unit_of_count", language)
