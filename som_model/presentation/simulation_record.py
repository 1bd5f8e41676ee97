"""A simulation, and what was learned, as plain objects for other programs: the JSON of `som simulate` and `som learn`."""

from __future__ import annotations

from typing import Any

import numpy as np

from som_model.analysis.distributions import Beta
from som_model.analysis.learning import Learned
from som_model.analysis.simulation.simulation import FAN, Simulation
from som_model.presentation.record import record
from som_model.version import __version__
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
    found = simulated.summary(payer, outcome)
    low, high = simulated.interval(0.95, payer, outcome)
    asked = {"outcome": outcome} if outcome != "accumulated_net" else {}
    asked |= {"payer": payer} if payer != TOTAL else {}
    return {
        **record(simulated.base, language),
        "notices": [{"address": notice.address, "text": notice.message.say(language)} for notice in simulated.notices],
        "draws": int(simulated.draws),
        "seed": int(simulated.seed),
        "drawn": list(simulated.drawn),
        "base": {
            "accumulated_net": _numbers(simulated.base.accumulated_net_by_payer),
            "net_present_value": _numbers(simulated.base.net_present_value_by_payer),
        },
        **asked,
        "mean": _numbers({each: simulated.summary(each, outcome).mean for each in payers}),
        "chance_of_gain": {each: simulated.chance(outcome, each) for each in payers},
        "interval": {"low": low + 0.0, "high": high + 0.0},
        "standard_error": {"mean": _known(found.mean_error), "chance_of_gain": _known(found.chance_error)},
        "fan": {each: _fan(simulated, each) for each in payers},
        "payback": {each: {str(name): share for name, share in simulated.payback(each).items()} for each in payers},
        "numpy": np.__version__,
    }


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
        "som_model": __version__,
        "catalogue_version": found.before.record.catalogue_version,
        "input_sha256": found.before.record.input_sha256,
        "numpy": np.__version__,
    }


def _known(error: float) -> float | None:
    """An error; null where one draw leaves it unknown."""
    return error if np.isfinite(error) else None


def _numbers(amounts: dict[str, float]) -> dict[str, float]:
    return {payer: amount + 0.0 for payer, amount in amounts.items()}


def _fan(simulated: Simulation, payer: str) -> dict[str, list[float]]:
    amounts = simulated.fan(payer) + 0.0
    return {f"{probability:g}": amounts[i].tolist() for i, probability in enumerate(FAN)}


def _beta(beta: Beta, ends: tuple[float, float]) -> dict[str, float]:
    return {"a": beta.a, "b": beta.b, "mean": beta.mean, "low": ends[0], "high": ends[1]}
