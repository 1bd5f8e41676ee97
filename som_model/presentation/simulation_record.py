"""What draws give, as plain objects for other programs: the JSON of `som simulate`, `learn` and `value-of-information`."""

from __future__ import annotations

from typing import Any

import numpy as np

from som_model.analysis.distributions import Beta
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import ValueOfInformation
from som_model.analysis.information.worth import ValueOfKnowing
from som_model.analysis.learning import Learned
from som_model.analysis.simulation.simulation import FAN, Simulation
from som_model.presentation.described.information import method_of_sample, methods_of_values
from som_model.presentation.record import made_of, noticed, number, record
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language


def simulation_record(
    simulated: Simulation, language: Language = "da", payer: str = TOTAL, outcome: str = "accumulated_net"
) -> dict[str, Any]:
    """What `som run` gives of the base case, and beside it what the draws give; kr. unrounded, probabilities 0 to 1.

    interval holds the total with 95 % probability; fan has a list over the years for each probability; payback the share
    of the draws with each payback year, `never` and `no_cost`. With another payer or outcome, interval and standard_error
    are that payer's, mean and chance_of_gain (by payer) those of the outcome, and `payer` or `outcome` says so.
    """
    payers = (*simulated.payers, TOTAL)
    summary = simulated.summary(payer, outcome)
    low, high = simulated.interval(0.95, payer, outcome)
    asked = {"outcome": outcome} if outcome != "accumulated_net" else {}
    asked |= {"payer": payer} if payer != TOTAL else {}
    fans = {whose: simulated.fan(whose) + 0.0 for whose in payers}
    return {
        **record(simulated.base, language),
        "notices": noticed(simulated.notices, language),
        "draws": int(simulated.draws),
        "seed": int(simulated.seed),
        "drawn": list(simulated.drawn),
        "base": {
            "accumulated_net": _numbers(simulated.base.accumulated_net_by_payer),
            "net_present_value": _numbers(simulated.base.net_present_value_by_payer),
        },
        **asked,
        "mean": _numbers({whose: simulated.summary(whose, outcome).mean for whose in payers}),
        "chance_of_gain": {whose: simulated.chance(outcome, whose) for whose in payers},
        "interval": {"low": low + 0.0, "high": high + 0.0},
        "standard_error": {"mean": number(summary.mean_error), "chance_of_gain": number(summary.chance_error)},
        "fan": {whose: {f"{share:g}": fan[i].tolist() for i, share in enumerate(FAN)} for whose, fan in fans.items()},
        "payback": {whose: {str(name): share for name, share in simulated.payback(whose).items()} for whose in payers},
        "numpy": np.__version__,
    }


def _numbers(amounts: dict[str, float]) -> dict[str, float]:
    return {payer: amount + 0.0 for payer, amount in amounts.items()}


def learned_record(found: Learned, before: Simulation, after: Simulation) -> dict[str, Any]:
    """A share before and after, what to write in the scenario, and what it does to the public total.

    before, after: simulations of the two scenarios, of as many draws from the same seed.
    """
    return {
        "scenario": found.before.name,
        "variant": found.before.variant,
        "address": found.address,
        "successes": found.successes,
        "of": found.of,
        "prior": _beta(found.prior, found.interval(prior=True)),
        "posterior": _beta(found.posterior, found.interval()),
        "value": found.value,
        "estimate": found.estimate,
        "accumulated_net": {"before": before.base.accumulated_net + 0.0, "after": after.base.accumulated_net + 0.0},
        "chance_of_gain": {"before": before.chance_of_gain, "after": after.chance_of_gain},
        "draws": int(before.draws),
        "seed": int(before.seed),
        "price_year": found.before.price_year,
        **made_of(found.before),
        "numpy": np.__version__,
    }


def _beta(beta: Beta, ends: tuple[float, float]) -> dict[str, float]:
    return {"a": beta.a, "b": beta.b, "mean": beta.mean, "low": ends[0], "high": ends[1]}


def information_record(value: ValueOfInformation, language: Language = "da") -> dict[str, Any]:
    """Kr. unrounded in the scenario's price year; expected has the options in order, running nothing first.

    evppi and groups: kr. and the part of EVPI, None where that is 0; sample: lists with one entry for each number in
    `of`, best is null where no number is worth its cost; None where nothing can be measured by following citizens.
    """
    scenario = value.simulation.scenario
    notices = dict.fromkeys([*(notice for option in value.options for notice in option.base.notices), *value.notices])
    return {
        "scenario": scenario.name,
        "variant": scenario.variant,
        "price_year": scenario.price_year,
        "outcome": value.outcome,
        "payer": value.payer,
        "draws": value.simulation.draws,
        "seed": value.simulation.seed,
        "options": [None, *value.titles(language)],
        "expected": [amount + 0.0 for amount in value.expected],
        "chance_wrong": value.chance_wrong,
        "evpi": value.evpi,
        "evpi_error": value.evpi_error,
        "evppi": [
            {"address": known.name, "title": value.assumption(known.name).title(language), **_worth(known, value)}
            for known in value.assumptions
        ],
        "groups": [{"name": group.name, "addresses": list(group.addresses), **_worth(group, value)} for group in value.groups],
        "sample": None if value.sample is None else _sample(value.sample),
        "methods": {"evppi": methods_of_values(value, language), "evsi": method_of_sample(language)},
        "notices": noticed(notices, language),
        **made_of(scenario),
        "numpy": np.__version__,
    }


def _worth(known: ValueOfKnowing, value: ValueOfInformation) -> dict[str, Any]:
    part = known.evppi / value.evpi if value.evpi > 0 else None
    return {"kr": known.evppi, "part": part, "method": known.method}


def _sample(sample: SampleInformation) -> dict[str, Any]:
    return {
        "address": sample.address,
        "of": list(sample.of),
        "evsi": sample.evsi.tolist(),
        "cost": (sample.cost + 0.0).tolist(),
        "net_benefit": (sample.net_benefit + 0.0).tolist(),
        "best": sample.best,
        "evppi": sample.evppi,
        "cost_per_citizen": sample.cost_per_citizen,
        "years": sample.years,
    }
