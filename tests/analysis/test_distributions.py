"""Distributions of an estimate, against scipy and the arithmetic of their moments."""

import numpy as np
import pytest
from scipy import stats

from som_model.analysis.distributions import Beta, Gamma, Normal, Triangular, distribution, misses
from som_model.scenario.estimate import Amount, Change, Estimate, Rate, Share

Z = 1.959963984540054


def written(kind: type[Estimate], **fields: object) -> Estimate:
    return kind.model_validate({name: value if isinstance(value, dict) else str(value) for name, value in fields.items()})


def test_a_share_is_a_beta_of_the_same_mean_and_sd() -> None:
    """sd = 0.2/(2z) = 0.0510213; a + b = 0.3·0.7/sd² − 1 = 79.67064; a = 23.90119."""
    found = distribution(written(Share, value=0.30, low=0.20, high=0.40))
    assert isinstance(found, Beta)
    assert (found.a, found.b) == pytest.approx((23.901191, 55.769445), abs=1e-6)
    assert (found.mean, found.sd) == pytest.approx((0.3, 0.2 / (2 * Z)))


def test_an_amount_is_a_gamma_of_the_same_mean_and_sd() -> None:
    """sd = 1000/(2z) = 255.1067; shape = (4000/sd)² = 245.853; scale = sd²/4000 = 16.26986."""
    found = distribution(written(Amount, value=4000, low=3500, high=4500))
    assert isinstance(found, Gamma)
    assert (found.shape, found.scale, found.sign) == pytest.approx((245.8533, 16.269859, 1.0), rel=1e-6)


def test_a_negative_change_is_minus_a_gamma() -> None:
    found = distribution(written(Change, value=-10, low=-15, high=-6))
    assert isinstance(found, Gamma)
    assert found.sign == -1.0
    assert found.mean == pytest.approx(-10)
    reference = stats.gamma((10 / (9 / (2 * Z))) ** 2, scale=(9 / (2 * Z)) ** 2 / 10)
    np.testing.assert_allclose(found.quantile(np.array([0.1, 0.9])), -reference.ppf([0.9, 0.1]))


def test_a_change_that_may_be_of_either_sign_is_normal() -> None:
    assert distribution(written(Change, value=-1, low=-4, high=2)) == Normal(-1.0, pytest.approx(6 / (2 * Z)))


def test_a_rate_of_growth_is_normal() -> None:
    assert distribution(written(Rate, value=0.02, low=0.01, high=0.03)) == Normal(0.02, pytest.approx(0.02 / (2 * Z)))


def test_an_interval_of_another_level_is_scaled() -> None:
    """80 %: z = 1.2815516."""
    found = distribution(written(Share, value=0.30, low=0.20, high=0.40, interval=0.8))
    assert isinstance(found, Beta)
    assert found.sd == pytest.approx(0.2 / (2 * 1.2815516), rel=1e-7)


def test_what_was_observed_is_jeffreys() -> None:
    found = distribution(written(Share, observed={"successes": "8", "of": "20"}))
    assert found == Beta(8.5, 12.5)


def test_pert_is_a_beta_over_the_range_with_weight_four_on_the_mode() -> None:
    """mean = (low + 4·mode + high)/6."""
    found = distribution(written(Amount, value=30, low=20, high=70, distribution="pert"))
    assert found.mean == pytest.approx((20 + 4 * 30 + 70) / 6)
    np.testing.assert_allclose(found.quantile(np.array([0.0, 1.0])), [20, 70])


def test_triangular_has_its_mode_where_it_is_stated() -> None:
    found = distribution(written(Amount, value=30, low=20, high=70, distribution="triangular"))
    reference = stats.triang(0.2, loc=20, scale=50)
    at = np.array([20.0, 25.0, 30.0, 50.0, 70.0])
    np.testing.assert_allclose(found.density(at), reference.pdf(at), atol=1e-12)
    np.testing.assert_allclose(found.quantile(np.array([0.1, 0.2, 0.5])), reference.ppf([0.1, 0.2, 0.5]))


@pytest.mark.parametrize(
    ("found", "reference"),
    [
        (Beta(23.9, 55.8), stats.beta(23.9, 55.8)),
        (Beta(2.0, 3.0, 10.0, 20.0), stats.beta(2.0, 3.0, loc=10, scale=10)),
        (Gamma(3.0, 2.0), stats.gamma(3.0, scale=2.0)),
        (Normal(1.0, 2.0), stats.norm(1.0, 2.0)),
        (Triangular(0.0, 0.0, 1.0), stats.triang(0.0)),
        (Triangular(0.0, 1.0, 1.0), stats.triang(1.0)),
    ],
    ids=lambda each: type(each).__name__,
)
def test_draws_quantiles_and_densities_are_those_of_scipy(found, reference) -> None:  # type: ignore[no-untyped-def]
    drawn = np.empty(40_000)
    found.fill(np.random.default_rng(3), drawn)
    assert stats.kstest(drawn, reference.cdf).pvalue > 0.001
    at = np.array([0.025, 0.3, 0.5, 0.975])
    np.testing.assert_allclose(found.quantile(at), reference.ppf(at), rtol=1e-9)
    np.testing.assert_allclose(found.density(reference.ppf(at)), reference.pdf(reference.ppf(at)), rtol=1e-9)
    assert found.mean == pytest.approx(reference.mean())


def test_a_symmetric_interval_is_met_and_a_skew_one_is_told() -> None:
    assert misses(written(Share, value=0.30, low=0.20, high=0.40)) is None
    low, high = misses(written(Share, value=0.22, low=0.20, high=0.40)) or (0.0, 0.0)
    sd = 0.2 / (2 * Z)
    total = 0.22 * 0.78 / sd**2 - 1
    assert (low, high) == pytest.approx(tuple(stats.beta(0.22 * total, 0.78 * total).ppf([0.025, 0.975])))


def test_a_certain_number_has_no_distribution() -> None:
    with pytest.raises(ValueError, match="certain"):
        distribution(written(Share, value=0.3))
