"""One function computes balance for the base case and for any number of draws."""

from pathlib import Path

import numpy as np
import pytest

import som_model as som
from som_model.projection.figures import Figures
from som_model.projection.inputs import inputs
from som_model.projection.model import balance

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
DRAWN = {
    "target_groups.dual_diagnosis.success_rate": (0.1, 0.9),
    "target_groups.dual_diagnosis.relapse_rate": (0.0, 0.5),
    "target_groups.dual_diagnosis.completion_rate": (0.5, 1.0),
    "target_groups.dual_diagnosis.first_year_share": (0.2, 1.0),
    "target_groups.dual_diagnosis.participants.2025": (1.0, 20.0),
    "target_groups.dual_diagnosis.consequences.bed_days.change": (-20.0, -1.0),
    "target_groups.dual_diagnosis.consequences.treatment.change.2": (-2.0, -0.1),
    "target_groups.dual_diagnosis.consequences.treatment.realisable.2024": (0.1, 1.0),
    "target_groups.young_adults.effect_since_entry.2": (0.1, 0.9),
    "unit_costs.psychiatric_bed_day.amount": (3000.0, 5000.0),
    "unit_costs.shelter_night.amount.2026": (1000.0, 2000.0),
    "programme.staffing.coordinator.annual_cost": (100000.0, 300000.0),
    "programme.staffing.psychologist.overhead": (0.0, 0.5),
    "programme.costs.certificate.amount.1": (100.0, 500.0),
    "programme.costs.computers.residual_value": (1000.0, 9000.0),
    "programme.saved_alternative.support_85.units": (10.0, 90.0),
    "programme.funding.pool.amount": (50000.0, 150000.0),
}


@pytest.fixture(scope="module")
def draws() -> dict[str, np.ndarray]:
    random = np.random.default_rng(7)
    return {address: random.uniform(low, high, 6).round(4) for address, (low, high) in DRAWN.items()}


def test_each_draw_is_the_projection_of_that_draw(draws: dict[str, np.ndarray]) -> None:
    base = som.read_scenario(SCENARIOS / "example.yaml")
    uncertain = {"value": 0.7, "low": 0.6, "high": 0.8}
    scenario = base.vary({"target_groups.dual_diagnosis.first_year_share": uncertain})
    drawn = balance(inputs(scenario, Figures(draws)))
    assert drawn.net.shape == (6, 3, 5)
    for i in range(6):
        varied = scenario.vary({address: float(values[i]) for address, values in draws.items()})
        np.testing.assert_allclose(drawn.net[i], som.project(varied).net, rtol=1e-9, atol=1e-6)


def test_a_rule_follows_the_drawn_price(tmp_path: Path) -> None:
    """KMF before 2019: municipality = min(0.60 × price × days, 8,862) / (price × days)."""
    text = (SCENARIOS / "hedensted.yaml").read_text(encoding="utf-8")
    file = tmp_path / "rule.yaml"
    file.write_text(text, encoding="utf-8")
    prices = np.array([300.0, 3518.0, 3959.0])
    made = inputs(som.read_scenario(file), Figures({"unit_costs.psychiatric_bed_day.amount": prices}))
    line = next(line for line in made.consequences if line.address.endswith("bed_days"))
    wanted = np.minimum(0.6 * prices * 25.8, 8862) / (prices * 25.8)
    np.testing.assert_allclose(line.shares[:, 0, 0, 0], wanted)
    np.testing.assert_allclose(wanted[1:], [0.09764, 0.08676], atol=5e-6)
    np.testing.assert_allclose(line.shares.sum(axis=1), 1.0)
