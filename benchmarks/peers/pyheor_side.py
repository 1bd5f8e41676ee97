"""The two-state model in PyHEOR, as its documentation shows; needs pyheor, knows nothing of som_model.

`model.run_psa(n_sim=..., seed=...)` of MarkovModel (README, section "Quick start") is the only path: its docstring has
the number of simulations, the seed and the progress lines, and nothing on vectors, batches or workers. Rows of
transitions are written out rather than with `C`, and parameters are named rather than read by a callback where a value
is one (docstring of resolve_value); both are a little faster.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import numpy as np
import pyheor as ph
from answering import Form, answer_requests
from numpy.typing import NDArray

WITH, WITHOUT = "programme", "no programme"


def net_with_programme(result: Any) -> NDArray[np.float64]:
    """Savings stand where QALYs do, a krone of them worth a krone."""
    table = result.ce_table
    benefit = table["qalys"] - table["total_cost"]
    net = benefit[table["strategy"] == WITH].to_numpy()
    without = benefit[table["strategy"] == WITHOUT].to_numpy()
    return np.asarray(net - without if without.size else net, dtype=np.float64)


def cohort(numbers: dict[str, Any], strategies: list[str]) -> ph.MarkovModel:
    """Occupancy at the beginning of each cycle: the year of entry is counted in full.

    The cohort starts as helped and its rewards are multiplied by participants x success rate, which is fewer steps than
    a transition into the state.
    """
    model = ph.MarkovModel(
        states=["helped", "relapsed"],
        strategies=strategies,
        n_cycles=numbers["years"],
        cycle=ph.Cycle(1, "year"),
        method="beginning",
        dr_cost=0.0,
        dr_qaly=0.0,
    )
    for name in ("success", "relapse"):
        share = ph.Beta(**numbers[name])
        model.add_param(name, base=share.mean, dist=share)
    for name in ("bed_days", "price", "post"):
        amount = ph.Gamma(shape=numbers[name]["shape"], rate=1.0 / numbers[name]["scale"])
        model.add_param(name, base=amount.mean, dist=amount)
    participants = numbers["participants"]
    for strategy in strategies:
        model.set_transitions(strategy, lambda p, _: [[1.0 - p["relapse"], p["relapse"]], [0.0, 1.0]])
    savings = {"helped": lambda p, _: participants * p["success"] * p["bed_days"] * p["price"]}
    post = {"helped": "post", "relapsed": "post"}
    alone = len(strategies) == 1
    model.set_state_qaly("savings", savings if alone else {WITH: savings})
    model.set_state_cost("programme", post if alone else {WITH: post})
    return model


def forms(numbers: dict[str, Any]) -> dict[str, Form]:
    """The programme alone and against none."""

    def form(model: ph.MarkovModel) -> Form:
        return Form(lambda draws, seed: model.run_psa(n_sim=draws, seed=seed, progress=False), net_with_programme)

    return {
        "MarkovModel, the programme alone": form(cohort(numbers, [WITH])),
        "MarkovModel, with and without it": form(cohort(numbers, [WITHOUT, WITH])),
    }


if __name__ == "__main__":
    answer_requests({name: version(name) for name in ("pyheor", "numpy", "pandas")}, forms)
