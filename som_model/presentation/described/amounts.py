"""Columns, captions and names that several tables share."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.presentation.described.table import Column
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title, scenario_title, variant_title
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, label, phrase


def scenario_names(scenario: Scenario, language: Language | None) -> tuple[str, str | None]:
    """A scenario and its variant as other programs read them: their names, or in a language their titles."""
    if language is None:
        return scenario.name, scenario.variant
    return scenario_title(scenario, language), variant_title(scenario, language) if scenario.variant else None


def table_title(scenario: Scenario, key: str, language: Language) -> str:
    """A scenario's title and what a table shows of it: 'Titel: nettoresultat'."""
    return f"{full_title(scenario, language)}: {phrase(key, language).lower()}"


def year_columns(projection: Projection, language: Language) -> tuple[Column, ...]:
    """One column for each year, and one for the whole period."""
    years = tuple(Column(str(year), str(year)) for year in projection.years)
    return (*years, Column("period", phrase("period_total", language)))


def years_said(years: Sequence[int]) -> str:
    """'2017-2021', or the one year."""
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])


def payer_title(payer: str, language: Language) -> str:
    """'Kommune'; 'Det offentlige i alt' for the total."""
    return phrase("public_total", language) if payer == TOTAL else label(payer, language)


def in_kroner(scenario: Scenario, language: Language) -> str:
    """The unit under a table of kr.: 'kr., 2017-priser'."""
    return phrase("price_level", language).format(unit=phrase("kr", language), price_year=scenario.price_year)


def kroner_of(scenario: Scenario, outcome: str, language: Language) -> str:
    """The unit of an outcome: 'kr., 2017-priser, ikke diskonteret' of accumulated net where the scenario discounts."""
    told_apart = f", {phrase('not_discounted', language)}" if _tells_apart(scenario, outcome) else ""
    return in_kroner(scenario, language) + told_apart


def sign_of(scenario: Scenario, outcome: str) -> str:
    """The phrase under a chart's title on what a positive amount means; of accumulated net that it is not discounted."""
    return "accumulated_sign" if _tells_apart(scenario, outcome) else "positive_is_gain"


def _tells_apart(scenario: Scenario, outcome: str) -> bool:
    """Whether an amount is accumulated net of a scenario that discounts, whose net present value is another."""
    rate = scenario.discount_rate
    still = isinstance(rate, Estimate) and rate.value == 0 and not rate.uncertain
    return outcome == "accumulated_net" and not still
