"""Learning a rate from citizens followed: the conjugate update, and where it may not be used."""

import re
from pathlib import Path

import numpy as np
import pytest
import yaml
from scipy import stats

import som_model as som
from som_model.analysis.distributions import Beta, distribution
from som_model.resolved.figures import figures

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
RATE = "target_groups.dual_diagnosis.success_rate"
REALISABLE = "target_groups.dual_diagnosis.consequences.bed_days.realisable"


@pytest.fixture(scope="module")
def prudent() -> som.Scenario:
    return som.read_scenario(SCENARIOS / "hedensted.yaml", variant="prudent")


def test_eight_of_twenty_move_thirty_percent_to_thirty_two(prudent: som.Scenario) -> None:
    """Beta(23.90119; 55.76944) + 8 of 20: 31.90119 / 99.67064 = 0.32007."""
    found = som.learn(prudent, RATE, successes=8, of=20)
    assert found.value == pytest.approx(0.32007, abs=5e-6)
    assert (found.posterior.a, found.posterior.b) == pytest.approx((31.90119, 67.76944), abs=1e-5)
    assert found.interval() == pytest.approx(tuple(stats.beta(31.90119, 67.76944).ppf([0.025, 0.975])), abs=1e-7)


def test_the_scenario_draws_from_the_posterior_itself(prudent: som.Scenario) -> None:
    found = som.learn(prudent, RATE, successes=8, of=20)
    now = distribution(dict(figures(found.scenario))[RATE])
    assert isinstance(now, Beta)
    assert (now.a, now.b) == pytest.approx((found.posterior.a, found.posterior.b), rel=1e-9)
    assert som.project(found.scenario).accumulated_net == pytest.approx(1_575_000 / 0.3 * found.value - 1_075_000, abs=0.01)


def test_learning_twice_is_learning_once_from_all(prudent: som.Scenario) -> None:
    once = som.learn(prudent, RATE, successes=11, of=30)
    twice = som.learn(som.learn(prudent, RATE, successes=8, of=20).scenario, RATE, successes=3, of=10)
    assert (twice.posterior.a, twice.posterior.b) == pytest.approx((once.posterior.a, once.posterior.b), rel=1e-9)


def test_where_the_number_came_from_is_kept(prudent: som.Scenario) -> None:
    estimate = dict(figures(som.learn(prudent, RATE, successes=8, of=20).scenario))[RATE]
    assert estimate.quality == "local"
    assert estimate.source is not None
    assert "8 af 20" in estimate.source
    assert "30 % valgt af forsigtighed" in estimate.source
    assert estimate.note is not None
    assert "23.901" in estimate.note.say("en")


def test_a_fixed_number_is_refused_unless_it_begins_from_nothing(prudent: som.Scenario) -> None:
    fixed = prudent.vary({RATE: 0.3})
    with pytest.raises(som.SomError, match="low og high"):
        som.learn(fixed, RATE, successes=8, of=20)
    found = som.learn(fixed, RATE, successes=8, of=20, prior="jeffreys")
    assert (found.posterior.a, found.posterior.b) == (8.5, 12.5)
    assert found.value == pytest.approx(8.5 / 21)
    stated = prudent.vary({RATE: {"value": 0.3, "prior": "jeffreys"}})
    assert som.learn(stated, RATE, successes=8, of=20).posterior == found.posterior


def test_what_was_observed_is_the_prior_of_what_is_seen_next(prudent: som.Scenario) -> None:
    observed = prudent.vary({RATE: {"observed": {"successes": 8, "of": 20}}})
    assert som.learn(observed, RATE, successes=5, of=10).posterior == Beta(13.5, 17.5)


def test_a_posterior_near_an_end_keeps_its_distribution(prudent: som.Scenario) -> None:
    """Beta(½; 5½): mean − 1.96 sd is below 0, so a narrower interval of the same distribution is written."""
    found = som.learn(prudent.vary({RATE: 0.3}), RATE, successes=0, of=5, prior="jeffreys")
    estimate = dict(figures(found.scenario))[RATE]
    assert estimate.low is not None
    assert estimate.low >= 0
    now = distribution(estimate)
    assert isinstance(now, Beta)
    assert (now.a, now.b) == pytest.approx((0.5, 5.5), rel=1e-9)


@pytest.mark.parametrize(("successes", "of"), [(21, 20), (-1, 20), (0, 0), (1.5, 20), (True, 20)])
def test_counts_that_cannot_be_are_refused(prudent: som.Scenario, successes: int, of: int) -> None:
    with pytest.raises(som.SomError):
        som.learn(prudent, RATE, successes=successes, of=of)


def test_what_is_no_beta_is_refused(prudent: som.Scenario) -> None:
    with pytest.raises(som.SomError, match="ikke en andel"):
        som.learn(prudent, "programme.staffing.coordinator.annual_cost", successes=8, of=20)
    pert = prudent.vary({RATE: {"value": 0.3, "low": 0.2, "high": 0.4, "distribution": "pert"}})
    with pytest.raises(som.SomError, match="pert"):
        som.learn(pert, RATE, successes=8, of=20)


def test_the_lines_to_write_give_the_same_scenario(prudent: som.Scenario, tmp_path: Path) -> None:
    found = som.learn(prudent, RATE, successes=8, of=20)
    text = (SCENARIOS / "hedensted.yaml").read_text(encoding="utf-8")
    start = text.index("    success_rate: {value")
    end = text.index("\n", start) + 1
    lines = "".join(f"    {line}\n" for line in found.lines().splitlines())
    file = tmp_path / "learned.yaml"
    file.write_text(text[:start] + lines + text[end:], encoding="utf-8")
    estimate = dict(figures(som.read_scenario(file)))[RATE]
    assert estimate.value == pytest.approx(found.value, abs=1e-6)
    now = distribution(estimate)
    assert isinstance(now, Beta)
    assert now.a == pytest.approx(found.posterior.a, rel=1e-3)


def test_counts_of_numpy_are_counts(prudent: som.Scenario) -> None:
    found = som.learn(prudent, RATE, np.int64(8), np.int64(20))
    assert found.posterior == som.learn(prudent, RATE, 8, 20).posterior
    assert (type(found.successes), type(found.of)) == (int, int)


def test_an_interval_without_a_value_is_answered(prudent: som.Scenario) -> None:
    unknown = prudent.vary({RATE: {"value": None, "low": 0.2, "high": 0.4}})
    with pytest.raises(som.SomError, match="value er ikke kendt"):
        som.learn(unknown, RATE, successes=8, of=20)
    assert som.learn(unknown, RATE, successes=8, of=20, prior="jeffreys").value == pytest.approx(8.5 / 21)


@pytest.mark.parametrize("address", ["discount_rate", "target_groups.dual_diagnosis.first_year_share", REALISABLE])
def test_what_following_citizens_cannot_tell_is_refused(prudent: som.Scenario, address: str) -> None:
    share = prudent.vary({address: 0.5})
    with pytest.raises(som.SomError) as refused:
        som.learn(share, address, successes=8, of=20, prior="jeffreys")
    assert address in refused.value.say("en")
    if address != "discount_rate":
        assert "success_rate, baseline_rate, completion_rate" in refused.value.say("en")


def test_an_element_of_a_list_is_written_as_one(prudent: som.Scenario) -> None:
    address = "target_groups.dual_diagnosis.effect_since_entry.2"
    found = som.learn(prudent, address, successes=8, of=20, prior="jeffreys")
    assert found.lines().startswith(f"# {address}\n- {{value: ")
    (element,) = yaml.safe_load(found.lines())
    assert element["value"] == pytest.approx(8.5 / 21, abs=1e-6)
    assert element["source"] == found.estimate["source"]
    assert list(yaml.safe_load(found.lines(address))) == [address]


@pytest.mark.parametrize(("successes", "mean"), [(0, 0.5 / 1001), (1000, 1000.5 / 1001)])
def test_the_lines_keep_the_digits_of_a_share_near_an_end(prudent: som.Scenario, successes: int, mean: float) -> None:
    """0 or all of 1,000: as written, without exponent, they give the posterior again."""
    found = som.learn(prudent.vary({RATE: 0.3}), RATE, successes=successes, of=1000, prior="jeffreys")
    written = yaml.safe_load(found.lines())["success_rate"]
    assert written["value"] == pytest.approx(mean, rel=1e-5)
    assert 0 < written["low"] < written["value"] < written["high"] < 1
    assert not re.search("[0-9]e-", found.lines())
    again = distribution(dict(figures(prudent.vary({RATE: {**written}})))[RATE])
    assert isinstance(again, Beta)
    assert (again.a, again.b) == pytest.approx((found.posterior.a, found.posterior.b), rel=1e-3)
