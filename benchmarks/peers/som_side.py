"""The two-state model in som_model: model.yaml, and `som.simulate` in one process."""

from __future__ import annotations

from typing import Any

import numpy as np
from answering import Form, answer_requests
from two_states import MODEL

import som_model as som


def forms(_: dict[str, Any]) -> dict[str, Form]:
    """The one form: the scenario as it is read."""
    scenario = som.read_scenario(MODEL)

    def simulate(draws: int, seed: int) -> Any:
        simulation = som.simulate(scenario, draws=draws, seed=seed, workers=1)
        return simulation.accumulated_net, simulation.chance_of_gain

    return {"som.simulate": Form(simulate, lambda result: result[0].sum(axis=1))}


if __name__ == "__main__":
    answer_requests({"som_model": som.__version__, "numpy": np.__version__}, forms)
