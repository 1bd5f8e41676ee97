"""EVPPI against published figures, closed forms, numerical integration and its laws."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats
from scipy.special import ndtri

from som_model.analysis.information.perfect import METHODS, conditional_mean, evpi, evppi, method_used

Draws = np.ndarray
N = 2**14


def even(dimensions: int) -> Draws:
    """Sobol points, spread evenly over the unit cube, (draw, dimension): independent draws with little sampling error."""
    return stats.qmc.Sobol(dimensions, scramble=False).random_base2(14) + 0.5 / N


def do_it_or_not(net: Draws) -> Draws:
    return np.column_stack([np.zeros_like(net), net])


def normal_loss(mean: float, sd: float) -> float:
    """E[max(0, m + sd·Z)] − max(0, m)."""
    away = abs(mean) / sd
    return sd * stats.norm.pdf(away) - abs(mean) * stats.norm.cdf(-away)


def by_integration(mean_given, distribution) -> float:
    """E[max(0, g(X))] − max(0, E[g(X)]) for X of a distribution, by quadrature over its quantiles."""
    at = distribution.ppf((np.arange(400_000) + 0.5) / 400_000)
    given_x = mean_given(at)
    return float(np.maximum(given_x, 0).mean() - max(0.0, given_x.mean()))


# Published figures


def r_normals(seed: int, count: int) -> Draws:
    """What R's set.seed(seed); rnorm(count) gives: Mersenne Twister and inversion of 2⁻²⁷-refined uniforms (R manual, Random)."""
    word, words = seed, []
    for _ in range(50 + 625):
        word = (69069 * word + 1) % 2**32
        words.append(word)
    twister = np.random.MT19937()
    key = np.array(words[51:], dtype=np.uint32)
    twister.state = {"bit_generator": "MT19937", "state": {"key": key, "pos": 624}}
    uniform = twister.random_raw(2 * count).astype(np.float64) * 2.3283064365386963e-10
    return ndtri((np.floor(2.0**27 * uniform[::2]) + uniform[1::2]) / 2.0**27)


@pytest.fixture(scope="module")
def vignette() -> tuple[Draws, Draws]:
    """p1 ~ N(1, 1) and p2 ~ N(0, 2), the vignette's own 10,000 draws: set.seed(1)."""
    drawn = r_normals(1, 20_000)
    assert drawn[:3] == pytest.approx([-0.6264538, 0.1836433, -0.8356286], abs=5e-8)  # as every R session prints them
    return 1 + drawn[:10_000], 2 * drawn[10_000:]


VOI = """C. Jackson, "voi for Value of Information calculation: package overview", vignette of the R package voi 1.0.3,
https://chjackson.github.io/voi/articles/voi.html: net benefits 0 and k·p1 − p2, k = 1, 2, 3."""


@pytest.mark.parametrize(("k", "published"), [(1, 0.4759885), (2, 0.4028003), (3, 0.4174207)])
def test_evpi_and_evppi_of_all_are_the_vignette_of_voi_to_the_last_digit(k, published, vignette) -> None:
    effect, cost = vignette
    net = do_it_or_not(k * effect - cost)
    assert evpi(net) == pytest.approx(published, abs=6e-8), VOI
    assert evppi(net, np.column_stack(vignette)) == pytest.approx(published, abs=6e-8), VOI


@pytest.mark.parametrize(
    ("k", "known", "published"),
    [(1, 0, 0.08210074), (1, 1, 0.39029827), (2, 0, 0.17052564), (3, 0, 0.25895085)],
)
def test_evppi_of_one_is_the_vignette_of_voi_within_what_two_smoothers_differ(k, known, published, vignette) -> None:
    """voi smooths by generalised cross-validation (mgcv), we by REML; the sampling error at 10,000 draws is 0.007."""
    effect, cost = vignette
    assert evppi(do_it_or_not(k * effect - cost), vignette[known]) == pytest.approx(published, rel=5e-4), VOI


def test_knowing_the_market_is_worth_all_there_is_to_know_about_it() -> None:
    """Wikipedia, "Expected value of perfect information": 350 for the state of the market, which is all that varies."""
    state = np.repeat([2, 1, 0], [500, 300, 200])
    net = np.array([[-800, -200, 500], [300, 600, 500], [1500, 900, 500]])[state]
    assert evppi(net, state) == pytest.approx(350, abs=1e-9)


# Closed forms and numerical integration


@pytest.mark.parametrize(("mean", "b", "c"), [(0.3, 1.0, 2.0), (-1.0, 1.5, 0.5), (0.0, 0.2, 1.0)])
def test_a_linear_net_benefit_of_normals_is_worth_the_normal_loss_of_what_is_learned(mean, b, c) -> None:
    x, y = ndtri(even(2)).T
    net = do_it_or_not(mean + b * x + c * y)
    scale = evpi(net)
    assert evppi(net, x) == pytest.approx(normal_loss(mean, b), abs=0.0005 * scale)
    assert evppi(net, y) == pytest.approx(normal_loss(mean, c), abs=0.0005 * scale)
    assert evppi(net, np.column_stack([x, y])) == pytest.approx(normal_loss(mean, math.hypot(b, c)), abs=0.0005 * scale)


def test_correlated_normals_bring_news_of_each_other() -> None:
    """x and y of correlation ρ: E[a + bx + cy | x] = a + (b + cρ)x."""
    first, second = ndtri(even(2)).T
    y = 0.8 * first + 0.6 * second
    net = do_it_or_not(0.2 + first - 2 * y)
    assert evppi(net, first) == pytest.approx(normal_loss(0.2, abs(1 - 2 * 0.8)), rel=0.002)


RATE, PRICE, COST = stats.beta(8.5, 12.5), stats.gamma(4, scale=25_000), stats.gamma(16, scale=2_500)


@pytest.fixture(scope="module")
def programme() -> dict[str, Draws]:
    """Net = rate × price − cost, kr. per citizen: a beta, a skewed gamma and a gamma, independent."""
    u = even(3)
    return {"rate": RATE.ppf(u[:, 0]), "price": PRICE.ppf(u[:, 1]), "cost": COST.ppf(u[:, 2])}


def programme_net(drawn: dict[str, Draws]) -> Draws:
    return do_it_or_not(drawn["rate"] * drawn["price"] - drawn["cost"])


@pytest.mark.parametrize(
    ("name", "mean_given", "distribution"),
    [
        ("rate", lambda x: x * PRICE.mean() - COST.mean(), RATE),
        ("price", lambda x: x * RATE.mean() - COST.mean(), PRICE),
        ("cost", lambda x: RATE.mean() * PRICE.mean() - x, COST),
    ],
)
def test_a_product_of_a_rate_and_a_price_is_worth_what_integration_says(name, mean_given, distribution, programme) -> None:
    found = evppi(programme_net(programme), programme[name])
    assert found == pytest.approx(by_integration(mean_given, distribution), rel=0.001)


def test_rate_and_price_together_are_worth_what_double_integration_says(programme) -> None:
    """E[(rate·price − m)⁺] over the rate, of the gamma price in closed form: E[(p·V − m)⁺] = p·μ·S₅(m/p) − m·S₄(m/p)."""
    m, longer = COST.mean(), stats.gamma(5, scale=25_000)

    def gain(p: float) -> float:
        return RATE.pdf(p) * (p * PRICE.mean() * longer.sf(m / p) - m * PRICE.sf(m / p))

    exact = integrate.quad(gain, 1e-6, 1)[0] - max(0.0, RATE.mean() * PRICE.mean() - m)
    pair = np.column_stack([programme["rate"], programme["price"]])
    assert evppi(programme_net(programme), pair) == pytest.approx(exact, rel=0.001)


def test_a_product_is_found_whole_where_nothing_else_varies(programme) -> None:
    net = do_it_or_not(programme["rate"] * programme["price"] - 40_000)
    assert evppi(net, np.column_stack([programme["rate"], programme["price"]])) == pytest.approx(evpi(net), rel=1e-9)


CURVES = {
    "a parabola": (lambda x: x**2 - 0.8, stats.norm()),
    "a threshold": (lambda x: np.tanh(3 * (x - 0.5)) + 0.2, stats.norm()),
    "a cap": (lambda x: 3 * np.minimum(x, 0.2) + 0.7, stats.uniform(-1, 2)),
    "fading of a skewed dose": (lambda x: np.log1p(3 * x) - 1.1, stats.gamma(0.8, scale=1.25)),
    "five years of relapse": (lambda x: sum((1 - x) ** k for k in range(5)) - 3.5, stats.beta(2, 8)),
    "root of a long tail": (lambda x: np.sqrt(x) - 1.3, stats.lognorm(1.2)),
}


@pytest.mark.parametrize("name", CURVES)
def test_a_bent_relation_under_noise_is_worth_what_integration_says(name: str) -> None:
    mean_given, distribution = CURVES[name]
    u = even(2)
    x = distribution.ppf(u[:, 0])
    net = do_it_or_not(mean_given(x) + 0.8 * ndtri(u[:, 1]))
    assert evppi(net, x) == pytest.approx(by_integration(mean_given, distribution), rel=0.003)


def test_two_that_matter_only_together_are_worth_nothing_alone() -> None:
    """(2b − 1)·z with a coin b and a normal z: 0 alone, E[max(0, ±z)] = φ(0) together."""
    u = even(3)
    b, z = np.round(u[:, 0]), ndtri(u[:, 1])
    net = do_it_or_not((2 * b - 1) * z + ndtri(u[:, 2]))
    assert evppi(net, b) < 0.001
    assert evppi(net, z) < 0.001
    assert evppi(net, np.column_stack([b, z])) == pytest.approx(stats.norm.pdf(0), rel=0.003)


def test_a_price_capped_by_what_the_state_pays_is_found_among_two_gammas() -> None:
    """Price × days less the refund min(60 %, a ceiling): bent along a line that neither parameter shows alone."""
    u = even(3)
    price, days = stats.gamma(16, scale=250).ppf(u[:, 0]), stats.gamma(9, scale=25 / 9).ppf(u[:, 1])
    known = price * days - np.minimum(0.6 * price * days, 30_000) - 60_000
    net = do_it_or_not(known + 30_000 * ndtri(u[:, 2]))
    assert evppi(net, np.column_stack([price, days])) == pytest.approx(evpi(do_it_or_not(known)), rel=0.003)


def test_three_options_are_weighed_against_each_other() -> None:
    """0, 0.3 + x and −0.1 − 0.7x, under noise."""
    u = even(3)
    x = ndtri(u[:, 0])
    net = np.column_stack([np.zeros(N), 0.3 + x + ndtri(u[:, 1]), -0.1 - 0.7 * x + ndtri(u[:, 2])])
    exact = evpi(np.column_stack([np.zeros(N), 0.3 + x, -0.1 - 0.7 * x]))
    assert evppi(net, x) == pytest.approx(exact, rel=0.005)


def test_pairs_among_many_assumptions_are_found_too() -> None:
    """Forty assumptions, the net a product of two and noise: more than the pairs of all would fit."""
    drawn = np.random.default_rng(4).gamma(4, 0.25, (2_000, 40))
    noise = np.random.default_rng(5).normal(size=2_000)
    product = 4 * (drawn[:, 0] * drawn[:, 1] - 1)
    assert evppi(do_it_or_not(product + noise), drawn) == pytest.approx(evpi(do_it_or_not(product)), rel=0.1)


# Few draws, few values, nothing to know


def test_few_values_get_the_mean_of_each_exactly() -> None:
    rng = np.random.default_rng(1)
    cell = rng.integers(0, 4, 1000)
    net = rng.normal([0, 10], 50, (1000, 2)) + np.array([[0, 30], [0, -60], [0, 10], [40, 0]])[cell]
    means = np.array([net[cell == value].mean(axis=0) for value in range(4)])
    exact = np.bincount(cell) @ means.max(axis=1) / 1000 - net.mean(axis=0).max()
    assert evppi(net, 100.0 * cell) == pytest.approx(exact, rel=1e-12)


def test_few_combinations_get_the_mean_of_each_exactly() -> None:
    rng = np.random.default_rng(2)
    first, second = rng.integers(0, 2, (2, 1000))
    net = do_it_or_not(np.where(first == second, 5.0, -5.0) + rng.normal(0, 20, 1000))
    means = [net[(first == a) & (second == b), 1] for a in (0, 1) for b in (0, 1)]
    exact = sum(max(0, each.sum()) for each in means) / 1000 - max(0, net[:, 1].mean())
    assert evppi(net, np.column_stack([first, second])) == pytest.approx(exact, rel=1e-12)


@pytest.mark.parametrize("draws", [2, 3, 7, 30, 1000])
def test_a_linear_relation_without_noise_is_worth_all_there_is_whatever_the_draws(draws: int) -> None:
    x = np.random.default_rng(draws).lognormal(0, 1, draws)
    net = do_it_or_not(2e6 - 1.5e6 * x)
    assert evppi(net, x) == pytest.approx(evpi(net), rel=1e-12)


def test_what_does_not_vary_is_worth_nothing() -> None:
    net = do_it_or_not(np.random.default_rng(3).normal(size=100))
    assert evppi(net, np.full(100, 0.3)) == 0
    assert evppi(net, 0.3 + 1e-16 * np.arange(100)) == 0
    assert evppi(net, np.ones((100, 3))) == 0


def test_what_does_not_matter_is_worth_next_to_nothing() -> None:
    drawn = np.random.default_rng(6).normal(size=(N, 9))
    net = do_it_or_not(0.1 + drawn[:, 8])
    assert evppi(net, drawn[:, 0]) < 0.005 * evpi(net)
    assert evppi(net, drawn[:, :8]) < 0.005 * evpi(net)


def test_an_assumption_stated_twice_is_known_once(programme) -> None:
    net, rate = programme_net(programme), programme["rate"]
    assert evppi(net, np.column_stack([rate, 1 - rate])) == pytest.approx(evppi(net, rate), rel=1e-9)


# Laws


@st.composite
def tables(draw) -> tuple[Draws, Draws]:
    """Net benefits (draw, option) of two to four options that depend on three assumptions and noise, and those three."""
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    draws, options = draw(st.sampled_from([40, 150, 600])), draw(st.integers(2, 4))
    three = np.column_stack([rng.normal(size=draws), rng.gamma(0.8, 2, draws), rng.integers(0, draw(st.integers(1, 9)), draws)])
    bent = np.column_stack([three, three[:, 0] * three[:, 1], three[:, 1] ** 2, three[:, 0] * three[:, 2]])
    net = bent @ rng.normal(size=(6, options)) + draw(st.sampled_from([0, 1, 5])) * rng.normal(size=(draws, options))
    return 1000 * net, three


@settings(max_examples=40, derandomize=True, deadline=None)
@given(tables())
def test_it_lies_between_0_and_evpi_and_a_group_is_worth_each_part_of_it(table) -> None:
    net, three = table
    whole = evppi(net, three)
    assert 0 <= whole <= evpi(net)
    for part in ([0], [1], [2], [0, 1], [0, 2], [1, 2]):
        assert 0 <= evppi(net, three[:, part]) <= whole * (1 + 1e-9)


@settings(max_examples=20, derandomize=True, deadline=None)
@given(tables(), st.integers(0, 10**6))
def test_a_fourth_assumption_never_lowers_it_beyond_the_noise_of_the_regression(table, seed) -> None:
    net, three = table
    four = np.column_stack([three, np.random.default_rng(seed).normal(size=len(net))])
    assert evppi(net, four) >= evppi(net, three) - 0.1 * evpi(net)


@settings(max_examples=30, derandomize=True, deadline=None)
@given(tables(), st.integers(0, 10**6), st.sampled_from([1, 3]))
def test_the_same_amount_for_every_option_does_not_matter(table, seed, known) -> None:
    net, three = table
    same = 1000 * np.random.default_rng(seed).normal(size=(len(net), 1))
    assert evppi(net + same, three[:, :known]) == pytest.approx(evppi(net, three[:, :known]), rel=1e-6, abs=1e-6)


@settings(max_examples=30, derandomize=True, deadline=None)
@given(tables(), st.integers(0, 10**6), st.sampled_from([1, 3]))
def test_the_order_of_draws_and_of_options_does_not_matter(table, seed, known) -> None:
    net, three = table
    rng = np.random.default_rng(seed)
    rows, columns = rng.permutation(len(net)), rng.permutation(net.shape[1])
    found = evppi(net[rows][:, columns], three[rows, :known])
    assert found == pytest.approx(evppi(net, three[:, :known]), rel=1e-6, abs=1e-6)


@settings(max_examples=30, derandomize=True, deadline=None)
@given(tables(), st.floats(0.001, 1e6), st.floats(-1e3, 1e3), st.sampled_from([-250.0, 0.01, 4.0]))
def test_units_of_money_and_of_the_assumption_do_not_matter(table, rate, shift, unit) -> None:
    net, three = table
    assert evppi(rate * net, shift + unit * three[:, 0]) == pytest.approx(
        rate * evppi(net, three[:, 0]), rel=1e-6, abs=1e-6 * rate
    )


# The mean given an assumption


def test_the_mean_given_is_exact_for_a_line_and_goes_on_straight() -> None:
    x = np.random.default_rng(7).beta(2, 5, 500)
    found = conditional_mean(3e5 - 2e6 * x, x)
    at = np.array([-1.0, 0.0, 0.3, 1.0, 9.0])
    np.testing.assert_allclose(found(at), (3e5 - 2e6 * at)[:, None], rtol=1e-12)
    assert found(0.3) == pytest.approx(3e5 - 2e6 * 0.3)


def test_the_mean_given_follows_a_bend_within_the_draws_and_is_straight_beyond_them() -> None:
    u = even(2)
    x = ndtri(u[:, 0])
    found = conditional_mean(do_it_or_not(x**2 + 0.3 * ndtri(u[:, 1])), x)
    at = np.linspace(-2, 2, 41)
    np.testing.assert_allclose(found(at)[:, 1], at**2, atol=0.05)
    np.testing.assert_allclose(found(at)[:, 0], 0, atol=1e-12)
    for beyond in (np.linspace(x.max(), x.max() + 5, 6), np.linspace(x.min() - 5, x.min(), 6)):
        np.testing.assert_allclose(np.diff(found(beyond)[:, 1], 2), 0, atol=1e-8)


def test_the_mean_given_few_values_is_that_of_each_and_straight_between_and_beyond() -> None:
    x = np.repeat([1.0, 2.0, 4.0], 50)
    found = conditional_mean(np.repeat([10.0, 30.0, 20.0], 50), x)
    np.testing.assert_allclose(found([0, 1, 1.5, 2, 3, 4, 6])[:, 0], [-10, 10, 20, 30, 25, 20, 10])


def test_the_mean_given_what_does_not_vary_is_the_mean() -> None:
    found = conditional_mean([1.0, 2.0, 6.0], [5.0, 5.0, 5.0])
    np.testing.assert_allclose(found([4.0, 5.0]), [[3.0], [3.0]])


# What it says of itself, and what it refuses


@pytest.mark.parametrize(
    ("parameter", "method"),
    [
        (np.full(500, 7.0), "constant"),
        (np.arange(500) % 4, "cells"),
        (np.column_stack([np.arange(500) % 2, np.arange(500) % 3]), "cells"),
        (np.arange(500.0), "spline"),
        (np.column_stack([np.arange(500.0), 3 - np.arange(500.0)]), "spline"),
        (np.arange(8.0) % 4, "spline"),
        (np.column_stack([np.arange(500.0), np.arange(500) % 2]), "surface"),
    ],
)
def test_it_says_which_regression_it_uses(parameter: Draws, method: str) -> None:
    assert method_used(parameter) == method
    assert method in METHODS


def test_lists_are_read_as_arrays() -> None:
    assert evppi([[0, 1], [0, -1], [0, 2], [0, -2]], [1, -1, 2, -2]) == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        ([1.0, 2.0], "parameter has 2 draws and net_benefit 3"),
        (np.zeros((3, 0)), "m at least 1"),
        (np.zeros((3, 2, 2)), r"it has the shape \(3, 2, 2\)"),
        (3.0, r"it has the shape \(\)"),
        ([1.0, math.nan, 2.0], "parameter has missing or infinite values, 1 in all"),
        (["a", "b", "c"], "parameter must be a table of numbers"),
    ],
)
def test_what_is_no_assumption_of_the_same_draws_is_refused_in_words(parameter: object, words: str) -> None:
    net = [[0.0, 1.0], [0.0, -1.0], [0.0, 3.0]]
    with pytest.raises(ValueError, match=words):
        evppi(net, parameter)
    with pytest.raises(ValueError, match=words):
        conditional_mean(net, parameter)


def test_the_mean_given_takes_one_assumption_and_at_least_two_draws() -> None:
    with pytest.raises(ValueError, match="takes one parameter; it got 2"):
        conditional_mean([1.0, 2.0], [[1.0, 2.0], [3.0, 4.0]])
    with pytest.raises(ValueError, match="at least two draws"):
        conditional_mean([1.0], [1.0])
    with pytest.raises(ValueError, match="at least two draws"):
        method_used([1.0])
