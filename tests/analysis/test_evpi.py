"""EVPI against published figures, a closed form and its laws."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.special import ndtr, ndtri

from som_model.analysis.information.perfect import evpi

TABLES = arrays(
    np.float64,
    array_shapes(min_dims=2, max_dims=2, min_side=2, max_side=8),
    elements=st.integers(-(10**6), 10**6).map(float),
)


def normal_loss(mean: float, sd: float) -> float:
    """EVPI of "do it or not" when the net benefit is normal: the unit normal loss integral, sd·φ(m/sd) − |m|·Φ(−|m|/sd)."""
    away = abs(mean) / sd
    return sd * math.exp(-(away**2) / 2) / math.sqrt(2 * math.pi) - abs(mean) * float(ndtr(-away))


def test_the_investor_who_would_pay_350_to_know_the_market() -> None:
    """Wikipedia, "Expected value of perfect information", section Example (read at liquisearch.com, same text).

    Stock, fund or deposit pay 1500, 900, 500 in a rising market (50 %), 300, 600, 500 in an even one (30 %) and
    -800, -200, 500 in a falling one (20 %); knowing which is worth 350.
    """
    market = [[1500, 900, 500]] * 5 + [[300, 600, 500]] * 3 + [[-800, -200, 500]] * 2
    assert evpi(market) == pytest.approx(350, abs=1e-9)


@pytest.mark.parametrize(("mean", "sd", "published"), [(1, 5**0.5, 0.4798107), (0, 1, 0.3989423), (-1, 5**0.5, 0.4798107)])
def test_a_normal_net_benefit_costs_its_unit_normal_loss(mean: float, sd: float, published: float) -> None:
    """0.4798107: C. Jackson, "voi for Value of Information calculation: package overview", section Analytic computation,
    net benefits 0 and N(1, √5); 0.3989423 is φ(0).
    """
    assert normal_loss(mean, sd) == pytest.approx(published, abs=5e-8)
    even = ndtri((np.arange(200_000) + 0.5) / 200_000)
    assert evpi(np.column_stack([np.zeros_like(even), mean + sd * even])) == pytest.approx(published, rel=1e-4)


def test_one_option_leaves_nothing_to_choose() -> None:
    assert evpi([[3.0], [-7.0]]) == 0


def test_options_that_are_the_same_leave_nothing_to_choose() -> None:
    assert evpi([[3.0, 3.0], [-7.0, -7.0]]) == 0


@settings(max_examples=80, derandomize=True, deadline=None)
@given(TABLES)
def test_it_is_the_mean_of_the_best_less_the_best_of_the_means_and_never_negative(net: np.ndarray) -> None:
    found = evpi(net)
    assert found >= 0
    assert found == pytest.approx(net.max(axis=1).mean() - net.mean(axis=0).max(), abs=1e-8)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(TABLES, st.integers(-(10**6), 10**6), st.randoms(use_true_random=False))
def test_the_same_amount_for_every_option_and_the_order_of_rows_and_columns_do_not_matter(net, amount, random) -> None:
    shift = amount * np.arange(len(net))[:, None]
    rows, columns = list(range(len(net))), list(range(net.shape[1]))
    random.shuffle(rows)
    random.shuffle(columns)
    assert evpi(net + shift) == pytest.approx(evpi(net), abs=1e-6)
    assert evpi(net[rows][:, columns]) == pytest.approx(evpi(net), abs=1e-8)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(TABLES, st.floats(0.001, 1000))
def test_it_is_counted_in_the_money_of_the_net_benefit(net: np.ndarray, rate: float) -> None:
    assert evpi(rate * net) == pytest.approx(rate * evpi(net), rel=1e-9, abs=1e-9)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(TABLES)
def test_a_hedged_option_in_between_adds_nothing(net: np.ndarray) -> None:
    between = net[:, :2].mean(axis=1, keepdims=True)
    assert evpi(np.hstack([net, between])) == pytest.approx(evpi(net), abs=1e-8)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ([1.0, 2.0, 3.0], r"two axes, \(draw, option\); it has the shape \(3,\)"),
        (np.zeros((2, 2, 2)), r"it has the shape \(2, 2, 2\)"),
        ([[1.0, 2.0]], "at least two draws; it has 1"),
        (np.zeros((5, 0)), "at least one option"),
        ([[1.0, math.nan], [math.inf, 2.0]], "missing or infinite values, 2 in all"),
        ([[1.0, 2.0], [3.0]], "rows of equal length"),
        ([["a", "b"], ["c", "d"]], "table of numbers"),
        ([[1j, 0], [0, 1]], "table of numbers"),
    ],
)
def test_what_is_no_table_of_net_benefits_is_refused_in_words(table: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        evpi(table)
