"""EVSI by preposterior analysis, against exact enumeration and closed forms."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

import som_model as som
from som_model.analysis.distributions import Beta, Normal, Triangular
from som_model.analysis.information.sample import certainty, prior, value_of_sample

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
RATE = "target_groups.dual_diagnosis.success_rate"
WORTH, COST = 1_575_000 / 0.3, 1_075_000
A, B = 23.901190570, 55.769444664


@pytest.fixture(scope="module")
def prudent() -> som.Simulation:
    return som.simulate(som.read_scenario(SCENARIOS / "hedensted.yaml", variant="prudent"))


def enumerated(n: int) -> float:
    """Σ over x of BetaBinomial(x; n, a, b) × max(0, worth·(a + x)/(a + b + n) − cost), less running it now."""
    x = np.arange(n + 1)
    posterior = WORTH * (A + x) / (A + B + n) - COST
    return float(stats.betabinom(n, A, B).pmf(x) @ np.maximum(posterior, 0)) - 500_000


def test_following_citizens_is_worth_what_exact_enumeration_says(prudent: som.Simulation) -> None:
    found = som.evsi(prudent, RATE, of=[0, 1, 5, 20, 100, 1000, 20_000])
    np.testing.assert_allclose(found.evsi, [enumerated(n) for n in found.of], rtol=1e-6, atol=0.01)


def test_certainty_is_worth_the_closed_form_of_the_single_rate(prudent: som.Simulation) -> None:
    """E[(cost − worth·p)⁺] = cost·F(q; a, b) − worth·m·F(q; a + 1, b), q = cost/worth."""
    q = COST / WORTH
    exact = COST * stats.beta(A, B).cdf(q) - WORTH * A / (A + B) * stats.beta(A + 1, B).cdf(q)
    found = som.evsi(prudent, RATE, of=[20])
    assert found.evppi == pytest.approx(exact, rel=5e-4)
    draws = som.simulate(prudent.scenario, draws=250_000)
    error = np.minimum(draws.outcome(), 0).std() / 500
    assert som.evpi(draws.net_benefit()) == pytest.approx(exact, abs=3 * error)
    assert som.evppi(draws.net_benefit(), draws.draws_of(RATE)) == pytest.approx(exact, abs=3 * error)


def test_net_benefit_counts_the_years_and_the_cost_of_following(prudent: som.Simulation) -> None:
    found = som.evsi(prudent, RATE, of=[10, 200, 400], cost_per_citizen=2, years=3)
    np.testing.assert_allclose(found.net_benefit, 3 * found.evsi - 2 * np.array([10, 200, 400]))
    worth = [3 * enumerated(n) - 2 * n for n in found.of]
    assert found.best == found.of[int(np.argmax(worth))] == 400
    assert som.evsi(prudent, RATE, of=[10], cost_per_citizen=1_000_000).best is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    a=st.floats(0.3, 60),
    b=st.floats(0.3, 60),
    worth=st.floats(-5e6, 5e6),
    bend=st.floats(-3e6, 3e6),
    at=st.floats(0.05, 0.95),
)
def test_more_citizens_are_never_worth_less_and_none_more_than_certainty(
    a: float, b: float, worth: float, bend: float, at: float
) -> None:
    points = prior(Beta(a, b), 120)
    net = worth * (points.points - at) + bend * (points.points - at) ** 2
    options = np.stack([np.zeros_like(net), net], axis=-1)
    values = [value_of_sample(points, options, n) for n in (0, 1, 2, 5, 20, 60, 120)]
    slack = 1e-9 * (abs(worth) + abs(bend))
    assert values[0] == pytest.approx(0, abs=slack)
    assert all(few <= many + slack for few, many in pairwise(values))
    assert values[-1] <= certainty(points, options) + slack


@pytest.mark.parametrize(("a", "b"), [(8000, 12000), (250.5, 4750.5), (0.6, 5000), (60_000, 40_000), (300, 300)])
def test_a_share_known_very_well_still_has_its_value(a: float, b: float) -> None:
    """Net = 1,000,000·(p − mean): EVSI by Σ BetaBinomial(x) × max(0, net at (a + x)/(a + b + n))."""
    for n in (10, 100, 500):
        x = np.arange(n + 1)
        mean = a / (a + b)
        exact = stats.betabinom(n, a, b).pmf(x) @ np.maximum(1e6 * ((a + x) / (a + b + n) - mean), 0)
        points = prior(Beta(a, b), n)
        net = 1e6 * (points.points - mean)
        found = value_of_sample(points, np.stack([np.zeros_like(net), net], axis=-1), n)
        assert found == pytest.approx(exact, rel=0.005)


def test_points_carry_the_moments_of_a_triangle_and_a_pert() -> None:
    triangle = prior(Triangular(0.1, 0.2, 0.6), 50)
    assert triangle.weights @ triangle.points == pytest.approx(0.3)
    assert triangle.weights @ triangle.points**2 == pytest.approx(stats.triang(0.2, 0.1, 0.5).moment(2))
    pert = prior(Beta(1.8, 4.2, 0.1, 0.6), 50)
    assert pert.weights @ pert.points == pytest.approx(0.1 + 0.5 * 0.3)


def test_a_normal_is_no_prior_of_a_share() -> None:
    with pytest.raises(TypeError):
        prior(Normal(0.3, 0.1), 10)


@pytest.mark.parametrize("of", [[], [-1], [2.5], [0], [100_001]])
def test_numbers_of_citizens_that_cannot_be_are_refused(prudent: som.Simulation, of: list[int]) -> None:
    with pytest.raises(som.SomError):
        som.evsi(prudent, RATE, of=of)


def test_one_number_of_citizens_may_stand_alone(prudent: som.Simulation) -> None:
    assert som.evsi(prudent, RATE, of=100).evsi == pytest.approx(som.evsi(prudent, RATE, of=[100]).evsi)


@pytest.mark.parametrize(("cost", "years"), [(-1, 1), (float("nan"), 1), (float("inf"), 1), (0, 0), (0, float("inf"))])
def test_costs_and_years_that_cannot_be_are_refused(prudent: som.Simulation, cost: float, years: float) -> None:
    with pytest.raises(som.SomError):
        som.evsi(prudent, RATE, of=[10], cost_per_citizen=cost, years=years)


def test_only_uncertain_shares_can_be_followed(prudent: som.Simulation) -> None:
    with pytest.raises(som.UnknownName):
        som.evsi(prudent, "target_groups.dual_diagnosis.baseline_rate", of=[10])
    price = "programme.staffing.coordinator.annual_cost"
    scenario = prudent.scenario.vary({price: {"value": 215000, "low": 200000, "high": 230000}})
    with pytest.raises(som.SomError, match="ikke en andel"):
        som.evsi(som.simulate(scenario, draws=100), price, of=[10])


def test_a_second_programme_is_one_more_option(prudent: som.Simulation) -> None:
    """Half the price for the same effect is always chosen: nothing is left to learn but whether to run it."""
    cheaper = som.simulate(prudent.scenario.vary({"programme.staffing.coordinator.annual_cost": 107500}))
    found = som.evsi(prudent, RATE, of=[20], against=[cheaper])
    alone = som.evsi(cheaper, RATE, of=[20])
    assert found.evsi == pytest.approx(alone.evsi, abs=0.5)
