"""The two-state model in heormodel, in the ways its documentation shows; needs heormodel, knows nothing of som_model.

Its cohort engine, MarkovModel, takes `run_psa(engine, draws, sequential=True)` (its tutorial "Cohort state-transition",
section "Running the probabilistic sensitivity analysis"); over draws it has one loop and no other path but more cores.
Its other way is to write the model oneself as a function over the whole draw matrix (tutorial "Full pipeline", section
"Writing the model as a function"; in "Calibration workflow" such a function is "vectorized over iterations").
`sequential` and `batch_size` are in the docstring of run_psa: one worker, one batch.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import numpy as np
import pandas as pd
from answering import Form, answer_requests
from heormodel.cea import nmb
from heormodel.models import CohortSpec, MarkovModel, Outcomes
from heormodel.params import Beta, Gamma, ParameterSet
from heormodel.run import run_psa
from numpy.typing import NDArray

WITH, WITHOUT = "programme", "no programme"


def net_with_programme(outcomes: Outcomes) -> NDArray[np.float64]:
    """Savings are the effect, a krone of them worth a krone."""
    benefit = nmb(outcomes, 1.0)
    net = benefit[WITH] - benefit[WITHOUT] if WITHOUT in benefit else benefit[WITH]
    return np.asarray(net, dtype=np.float64)


def cohort(numbers: dict[str, Any], interventions: tuple[str, ...]) -> MarkovModel:
    """The cohort engine: the year of entry and four transitions make five years.

    The cohort starts as helped and its rewards are multiplied by participants x success rate, which is fewer steps than
    a transition into the state.
    """
    participants = numbers["participants"]

    def transitions_and_rewards(p: pd.Series, intervention: str) -> CohortSpec:
        relapse = p["relapse"]
        transition = np.array([[1.0 - relapse, relapse], [0.0, 1.0]])
        if intervention == WITHOUT:
            return CohortSpec(transition, np.zeros(2), np.zeros(2))
        post = p["post"]
        saved = participants * p["success"] * p["bed_days"] * p["price"]
        return CohortSpec(transition, np.array([post, post]), np.array([saved, 0.0]))

    return MarkovModel(
        states=("helped", "relapsed"),
        interventions=interventions,
        transitions_and_rewards=transitions_and_rewards,
        n_cycles=numbers["years"] - 1,
        discount_rate=0.0,
        cycle_correction="none",
        effect="savings",
    )


def own_function(numbers: dict[str, Any]) -> Any:
    """The model's arithmetic written by hand over all draws at once."""
    participants, years = numbers["participants"], numbers["years"]

    def model(draws: pd.DataFrame) -> Outcomes:
        p = {name: draws[name].to_numpy() for name in draws}
        stays = 1.0 - p["relapse"]
        helped = np.ones(len(draws))
        for _ in range(years - 1):
            helped = 1.0 + stays * helped
        saved = participants * p["success"] * p["bed_days"] * p["price"] * helped
        costs = pd.DataFrame({WITH: years * p["post"]}, index=draws.index)
        return Outcomes.from_wide(costs, pd.DataFrame({WITH: saved}, index=draws.index), effect="savings")

    return model


def forms(numbers: dict[str, Any]) -> dict[str, Form]:
    """The programme alone, against none, and the hand-written function."""
    kinds = {"success": Beta, "relapse": Beta, "bed_days": Gamma, "price": Gamma, "post": Gamma}
    inputs = ParameterSet({name: kind(**numbers[name]) for name, kind in kinds.items()})

    def form(model: Any) -> Form:
        def simulate(draws: int, seed: int) -> Outcomes:
            return run_psa(model, inputs.sample(draws, seed=seed), sequential=True, batch_size=draws).outcomes

        return Form(simulate, net_with_programme)

    return {
        "MarkovModel, the programme alone": form(cohort(numbers, (WITH,))),
        "MarkovModel, with and without it": form(cohort(numbers, (WITHOUT, WITH))),
        "own function over the draw matrix": form(own_function(numbers)),
    }


if __name__ == "__main__":
    answer_requests({name: version(name) for name in ("heormodel", "numpy", "pandas")}, forms)
