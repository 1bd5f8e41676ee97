"""What must hold whatever is assumed."""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import som_model as som
from tests.oracle.strategies import scenario_text, scenarios

HEDENSTED = Path(__file__).parent.parent / "scenarios" / "hedensted.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
PARTICIPANTS = "target_groups.dual_diagnosis.participants"

some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
rates = st.floats(0.01, 0.99).map(lambda value: round(value, 4))


@pytest.fixture(scope="module")
def base() -> som.Scenario:
    return som.read_scenario(HEDENSTED)


def read(written: dict[str, Any]) -> som.Scenario:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.yaml"
        file.write_text(scenario_text(written), encoding="utf-8")
        return som.read_scenario(file)


@some
@given(scenarios())
def test_payers_sum_to_the_total_and_net_is_savings_less_cost(written: dict[str, Any]) -> None:
    projection = som.project(read(written))
    for amounts in (projection.savings, projection.programme_cost, projection.net, projection.accumulated):
        np.testing.assert_allclose(projection.total(amounts), amounts[:3].sum(axis=0), atol=1e-6)
    np.testing.assert_allclose(projection.net, projection.savings - projection.programme_cost, atol=1e-6)
    np.testing.assert_allclose(projection.accumulated[:, -1], projection.net.sum(axis=1), atol=1e-4)


@some
@given(scenarios())
def test_lines_sum_to_the_whole(written: dict[str, Any]) -> None:
    balance = som.project(read(written)).balance
    np.testing.assert_allclose(sum(balance.savings_by_line, np.zeros_like(balance.savings)), balance.savings, atol=1e-6)
    np.testing.assert_allclose(sum(balance.cost_by_line, np.zeros_like(balance.savings)), balance.programme_cost, atol=1e-6)


@some
@given(scenarios())
def test_the_same_text_gives_the_same_scenario_and_fingerprint(written: dict[str, Any]) -> None:
    first, second = read(written), read(written)
    assert first.record.input_sha256 == second.record.input_sha256
    np.testing.assert_array_equal(som.project(first).net, som.project(second).net)


@settings(max_examples=30, deadline=None)
@given(rate=rates)
def test_success_equal_to_baseline_leaves_minus_the_programme_cost(rate: float) -> None:
    scenario = som.read_scenario(HEDENSTED).vary({SUCCESS: rate, "target_groups.dual_diagnosis.baseline_rate": rate})
    assert som.project(scenario).accumulated_net == pytest.approx(-1_075_000, abs=0.005)


@settings(max_examples=30, deadline=None)
@given(people=st.integers(1, 500))
def test_twice_the_people_twice_the_savings(people: int) -> None:
    scenario = som.read_scenario(HEDENSTED)
    once, twice = (som.project(scenario.vary({PARTICIPANTS: n})) for n in (people, 2 * people))
    np.testing.assert_allclose(twice.savings, 2 * once.savings)
    np.testing.assert_allclose(twice.programme_cost, once.programme_cost)


@settings(max_examples=30, deadline=None)
@given(rate=rates)
def test_savings_follow_the_success_rate_in_proportion(rate: float) -> None:
    scenario = som.read_scenario(HEDENSTED)
    savings = som.project(scenario.vary({SUCCESS: rate})).savings
    np.testing.assert_allclose(savings, som.project(scenario).savings * rate / 0.30, rtol=1e-9)


@settings(max_examples=30, deadline=None)
@given(rate=st.floats(0, 0.99).map(lambda value: round(value, 4)))
def test_discounting_moves_the_present_value_only(rate: float) -> None:
    scenario = som.read_scenario(HEDENSTED)
    plain, discounted = som.project(scenario), som.project(scenario.vary({"discount_rate": rate}))
    np.testing.assert_array_equal(plain.net, discounted.net)
    by_hand = sum(net / (1 + rate) ** t for t, net in enumerate(plain.total(plain.net)))
    assert discounted.net_present_value == pytest.approx(by_hand, rel=1e-9)


def test_an_estimate_counts_at_its_stated_value(base: som.Scenario) -> None:
    wide = base.vary({SUCCESS: {"value": 0.30, "low": 0.10, "high": 0.50}})
    assert som.project(wide).accumulated_net == som.project(base.vary({SUCCESS: 0.30})).accumulated_net
