"""The two-state model's uncertain inputs, read from model.yaml, and the exact moments of its outcome.

A share is a beta and an amount a gamma with mean = value and sd = (high - low) / (2 x 1.959964), by the method of
moments, as in docs/method.md (Distributions and draws); a negative change is minus a gamma. The peers are given the same numbers.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import prod
from pathlib import Path
from typing import Any

import som_model as som
from som_model.resolved.figures import figures
from som_model.scenario.estimate import Estimate

MODEL = Path(__file__).with_name("model.yaml")
GROUP = "target_groups.citizens"
ADDRESSES = {
    "success": f"{GROUP}.success_rate",
    "relapse": f"{GROUP}.relapse_rate",
    "bed_days": f"{GROUP}.consequences.bed_days.change",
    "price": "unit_costs.bed_day.amount",
    "post": "programme.staffing.coordinator.annual_cost",
}


@dataclass(frozen=True)
class Beta:
    """A share."""

    alpha: float
    beta: float

    def moment(self, power: int) -> float:
        """E[x^power]."""
        return prod((self.alpha + i) / (self.alpha + self.beta + i) for i in range(power))


@dataclass(frozen=True)
class Gamma:
    """An amount; its mean is shape x scale."""

    shape: float
    scale: float

    def moment(self, power: int) -> float:
        """E[x^power]."""
        return prod(self.scale * (self.shape + i) for i in range(power))


@dataclass(frozen=True)
class TwoStates:
    """The model's numbers: five distributions, the size of the cohort and the years."""

    success: Beta
    relapse: Beta
    bed_days: Gamma
    price: Gamma
    post: Gamma
    participants: float
    years: int

    def numbers(self) -> dict[str, Any]:
        """As plain numbers, for another process."""
        return asdict(self)

    def outcome_moments(self) -> tuple[float, float]:
        """Exact mean (kr.) and mean square of the accumulated net.

        net = participants x success x bed_days x price x sum_k (1 - relapse)^k - years x post, all inputs independent.
        """
        stays = Beta(self.relapse.beta, self.relapse.alpha)
        years = range(self.years)
        helped = (sum(stays.moment(k) for k in years), sum(stays.moment(j + k) for j in years for k in years))
        saved, saved_square = (
            self.participants**power
            * prod(x.moment(power) for x in (self.success, self.bed_days, self.price))
            * helped[power - 1]
            for power in (1, 2)
        )
        cost, cost_square = (self.years**power * self.post.moment(power) for power in (1, 2))
        return saved - cost, saved_square - 2 * saved * cost + cost_square


def fitted(estimate: Estimate) -> Beta | Gamma:
    """The distribution of an estimate with an interval of 95 %."""
    assert estimate.value is not None
    assert estimate.low is not None
    assert estimate.high is not None
    mean, sd = abs(estimate.value), (estimate.high - estimate.low) / (2 * 1.959964)
    if estimate.kind == "share":
        size = mean * (1 - mean) / sd**2 - 1
        return Beta(mean * size, (1 - mean) * size)
    return Gamma((mean / sd) ** 2, sd**2 / mean)


def read_two_states() -> TwoStates:
    """The model as model.yaml states it."""
    scenario = som.read_scenario(MODEL)
    by_address = dict(figures(scenario))
    uncertain = {address for address, estimate in by_address.items() if estimate.low is not None}
    assert uncertain == set(ADDRESSES.values()), "model.yaml has other uncertain inputs than the peers are given"
    inputs: dict[str, Any] = {name: fitted(by_address[address]) for name, address in ADDRESSES.items()}
    participants = by_address[f"{GROUP}.participants"].value
    assert participants is not None
    return TwoStates(**inputs, participants=participants, years=scenario.period.years)
