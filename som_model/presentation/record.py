"""A projection, and what drives a difference, as plain objects for other programs: the JSON of `som run` and `som compare`."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from som_model.errors import Notice
from som_model.presentation.described.by_payer import of_payer
from som_model.presentation.key_figures import Part, figures_of
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.scenario.estimate import Share
from som_model.scenario.scenario import Scenario
from som_model.version import __version__
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import Language

if TYPE_CHECKING:
    from som_model.analysis.drivers.driver import Drivers


def record(projection: Projection, language: Language = "da") -> dict[str, Any]:
    """Kr. unrounded in the scenario's price year, None for what is undefined, lists one number a year.

    Keys and their order: contract of `som run --format json`; docs/reference/json.md.
    """
    scenario = projection.scenario
    rate = scenario.discount_rate
    prudence: dict[str, Any] = {}
    if scenario.prudence is not None:
        off, on = projection.balance.prudence_on_savings, projection.balance.prudence_on_cost
        prudence = {"prudence": {"savings": _by_payer(projection, off), "programme_cost": _by_payer(projection, on)}}
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
        **prudence,
        "net": _by_payer(projection, projection.net),
        "accumulated": _by_payer(projection, projection.accumulated),
        **_figures(projection, "answer", "decision"),
        "payback_by_payer": projection.payback_by_payer,
        **_figures(projection, "citizens"),
        "by_group": {
            group.name: {"participants": _numbers(effect.participants), "successes": _numbers(effect.successes)}
            for group, effect in zip(projection.inputs.groups, projection.balance.effects, strict=True)
        },
        **_figures(projection, "each"),
        "notices": noticed(projection.notices, language),
        "not_counted": [text.say(language) for text in scenario.not_counted],
        **made_of(scenario),
    }


def noticed(notices: Iterable[Notice], language: Language) -> list[dict[str, str]]:
    """What the reader should know, and where it belongs."""
    return [{"address": notice.address, "text": notice.message.say(language)} for notice in notices]


def made_of(scenario: Scenario) -> dict[str, Any]:
    """With what, and from what, a result was made."""
    return {
        "som_model": __version__,
        "catalogue_version": scenario.record.catalogue_version,
        "input_sha256": scenario.record.input_sha256,
    }


def _figures(projection: Projection, *parts: Part) -> dict[str, float | int | None]:
    """The key figures of the public total; those of payers stand by payer, cost and savings by year."""
    return {figure.key: number(figure.value(projection)) for figure in figures_of(*parts) if figure.payer == TOTAL}


def _by_payer(projection: Projection, amounts: Array) -> dict[str, list[float | int | None]]:
    return {payer: _numbers(of_payer(projection, amounts, payer)) for payer in (*projection.payers, TOTAL)}


def _numbers(values: Array) -> list[float | int | None]:
    return [number(float(value)) for value in values]


def number(value: float | int | None) -> float | int | None:
    """The number itself; None where it is undefined, and never a negative zero."""
    return value if value is None or isinstance(value, int) else None if math.isnan(value) else value + 0.0


def driver_records(found: Drivers) -> list[dict[str, Any]]:
    """Address, kind, and accumulated net in unrounded kr. of each driver, the largest first; of the reference none."""
    return [
        {
            "address": driver.address,
            "kind": driver.kind,
            **{payer: driver.accumulated_by_payer[payer] + 0.0 for payer in (TOTAL, *PUBLIC_PAYERS)},
        }
        for driver in found
    ]
