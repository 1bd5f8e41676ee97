"""A projection as one plain object for other programs: the JSON of `som run`."""

from __future__ import annotations

import math
from typing import Any

from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.scenario.estimate import Share
from som_model.version import __version__
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language


def record(projection: Projection, language: Language = "da") -> dict[str, Any]:
    """Kr. unrounded in the scenario's price year, None for what is undefined, lists one number a year.

    Keys and their order: contract of `som run --format json`; docs/reference/json.md.
    """
    scenario = projection.scenario
    rate = scenario.discount_rate
    return {
        "scenario": scenario.name,
        "variant": scenario.variant,
        "title": full_title(scenario, language),
        "price_year": scenario.price_year,
        "discount_rate": rate.value if isinstance(rate, Share) else rate,
        "rules_as_of": scenario.rules_as_of,
        "years": list(projection.years),
        "payers": list(projection.payers),
        "programme_cost": _by_payer(projection, projection.programme_cost),
        "savings": _by_payer(projection, projection.savings),
        **_prudence(projection),
        "net": _by_payer(projection, projection.net),
        "accumulated": _by_payer(projection, projection.accumulated),
        "accumulated_net": _number(projection.accumulated_net),
        "net_present_value": _number(projection.net_present_value),
        "benefit_cost_ratio": _number(projection.benefit_cost_ratio),
        "payback_year": projection.payback_year,
        "payback_by_payer": projection.payback_by_payer,
        "participants": _number(projection.participants),
        "successes": _number(projection.successes),
        "by_group": {
            group.name: {"participants": _numbers(effect.participants), "successes": _numbers(effect.successes)}
            for group, effect in zip(projection.inputs.groups, projection.balance.effects, strict=True)
        },
        "net_per_participant": _number(projection.net_per_participant),
        "net_per_success": _number(projection.net_per_success),
        "notices": [{"address": notice.address, "text": notice.message.say(language)} for notice in projection.notices],
        "not_counted": [text.say(language) for text in scenario.not_counted],
        "som_model": __version__,
        "catalogue_version": scenario.record.catalogue_version,
        "input_sha256": scenario.record.input_sha256,
    }


def _prudence(projection: Projection) -> dict[str, Any]:
    """What the allowance for optimism makes of savings and programme cost, where there is one; part of both."""
    if projection.scenario.prudence is None:
        return {}
    off, on = projection.balance.prudence_on_savings, projection.balance.prudence_on_cost
    return {"prudence": {"savings": _by_payer(projection, off), "programme_cost": _by_payer(projection, on)}}


def _by_payer(projection: Projection, amounts: Array) -> dict[str, list[float | None]]:
    rows = {str(payer): _numbers(amounts[i]) for i, payer in enumerate(projection.payers)}
    return {**rows, TOTAL: _numbers(projection.total(amounts))}


def _numbers(values: Array) -> list[float | None]:
    return [_number(float(value)) for value in values]


def _number(value: float | None) -> float | None:
    """The number itself; None where it is undefined, and never a negative zero."""
    return None if value is None or math.isnan(value) else value + 0.0
