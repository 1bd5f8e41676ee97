"""Simulation: the same model for every draw, streams of their own, and figures known from elsewhere."""

import re
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

import som_model as som
from som_model.analysis.simulation.sampling import BLOCK, sampling, without_estimates
from som_model.resolved.figures import figures

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
RATE = "target_groups.dual_diagnosis.success_rate"
POST = "programme.staffing.coordinator.annual_cost"
CHANGE = "target_groups.dual_diagnosis.consequences.bed_days.change.1"


@pytest.fixture(scope="module")
def prudent() -> som.Scenario:
    return som.read_scenario(SCENARIOS / "hedensted.yaml", variant="prudent")


@pytest.fixture(scope="module")
def example() -> som.Scenario:
    return som.read_scenario(SCENARIOS / "example.yaml")


def test_hedensted_agrees_with_the_closed_form_of_its_single_rate(prudent: som.Scenario) -> None:
    """Net = 1,575,000·p/0.3 − 1,075,000 with p from Beta(23.901; 55.769): chance of gain 0.97546, 95 % interval
    1,817 to 1,048,109 kr., within 3 Monte Carlo errors."""
    draws = 250_000
    found = som.simulate(prudent, draws=draws, seed=1)
    rate = stats.beta(23.90119, 55.76944)
    gain = 1 - rate.cdf(0.3 * 1075 / 1575)
    assert gain == pytest.approx(0.97546, abs=5e-6)
    assert found.chance_of_gain == pytest.approx(gain, abs=3 * np.sqrt(gain * (1 - gain) / draws))
    worth = 1_575_000 / 0.3
    for end, tail, wanted in zip(found.interval(0.95), (0.025, 0.975), (1_817, 1_048_109), strict=True):
        exact = worth * rate.ppf(tail) - 1_075_000
        assert exact == pytest.approx(wanted, abs=1)
        assert end == pytest.approx(exact, abs=3 * np.sqrt(tail * (1 - tail) / draws) / rate.pdf(rate.ppf(tail)) * worth)
    assert found.mean == pytest.approx(500_000, abs=3 * found.standard_error)
    assert found.standard_error == pytest.approx(worth * rate.std() / np.sqrt(draws), rel=0.01)


def test_each_draw_is_the_projection_of_its_draws(example: som.Scenario) -> None:
    found = som.simulate(example, draws=40, seed=5)
    drawn = {address: found.draws_of(address) for address in found.drawn}
    for i in (0, 39):
        one = som.project(example.vary({address: float(values[i]) for address, values in drawn.items()}))
        wanted = [one.accumulated_net_by_payer[payer] for payer in found.payers]
        np.testing.assert_allclose(found.accumulated_net[i], wanted, rtol=1e-9, atol=1e-4)


def test_present_value_follows_the_discounting_of_each_draw(example: som.Scenario) -> None:
    scenario = example.vary({"discount_rate": {"value": 0.035, "low": 0.02, "high": 0.05}})
    found = som.simulate(scenario, draws=30, seed=2)
    drawn = {address: float(found.draws_of(address)[7]) for address in found.drawn}
    assert "discount_rate" in drawn
    assert found.outcome("net_present_value")[7] == pytest.approx(som.project(scenario.vary(drawn)).net_present_value)
    assert found.outcome()[7] == pytest.approx(som.project(scenario.vary(drawn)).accumulated_net)


def test_workers_make_no_difference_to_a_single_bit(example: som.Scenario) -> None:
    one, two = (som.simulate(example, draws=BLOCK + 5000, seed=3, workers=workers) for workers in (1, 2))
    assert one.accumulated_net.tobytes() == two.accumulated_net.tobytes()
    assert one.fan().tobytes() == two.fan().tobytes()
    assert one.payback() == two.payback()


def test_more_draws_continue_the_same_ones(example: som.Scenario) -> None:
    few, many = (som.simulate(example, draws=draws, seed=3) for draws in (1000, BLOCK + 1000))
    assert few.accumulated_net.tobytes() == many.accumulated_net[:1000].tobytes()
    assert few.draws_of(few.drawn[0]).tobytes() == many.draws_of(few.drawn[0])[:1000].tobytes()


def test_another_uncertain_assumption_leaves_the_other_draws_alone(prudent: som.Scenario) -> None:
    more = prudent.vary({"programme.staffing.coordinator.annual_cost": {"value": 215000, "low": 200000, "high": 230000}})
    one, two = som.simulate(prudent, draws=500, seed=9), som.simulate(more, draws=500, seed=9)
    assert len(two.drawn) == len(one.drawn) + 1
    assert one.draws_of(RATE).tobytes() == two.draws_of(RATE).tobytes()


def test_another_seed_gives_other_draws(prudent: som.Scenario) -> None:
    one, two = (som.simulate(prudent, draws=100, seed=seed).draws_of(RATE) for seed in (1, 2))
    assert not np.any(one == two)


def test_intervals_of_no_width_give_the_base_case_in_every_draw(prudent: som.Scenario) -> None:
    still = prudent.vary({RATE: {"value": 0.3, "low": 0.3, "high": 0.3}})
    found = som.simulate(still, draws=50)
    np.testing.assert_allclose(found.outcome(), found.base.accumulated_net)
    assert found.drawn == ()


def test_a_scenario_without_estimates_says_what_to_add(prudent: som.Scenario) -> None:
    still = prudent.vary({RATE: 0.3})
    told = [notice.say("en") for notice in som.simulate(still, draws=10).notices]
    assert any(
        "nothing in the scenario is uncertain" in text and f"{RATE} as success_rate: {{value: 0.3, low" in text for text in told
    )


def test_an_interval_that_the_fit_misses_is_told(prudent: som.Scenario) -> None:
    skew = prudent.vary({RATE: {"value": 0.22, "low": 0.2, "high": 0.4}})
    assert any(notice.address == RATE and "askew" in notice.say("en") for notice in som.simulate(skew, draws=10).notices)
    assert not any(notice.address == RATE for notice in som.simulate(prudent, draws=10).notices)


def test_summaries_only_agree_with_kept_draws_within_a_tenth_of_a_percentile(example: som.Scenario) -> None:
    kept = som.simulate(example, draws=BLOCK * 2 + 1, seed=4)
    summed = som.simulate(example, draws=BLOCK * 2 + 1, seed=4, keep=False)
    assert summed.mean_by_payer == pytest.approx(kept.mean_by_payer)
    assert summed.chance_of_gain_by_payer == kept.chance_of_gain_by_payer
    assert summed.standard_error == pytest.approx(kept.standard_error)
    assert summed.payback() == kept.payback()
    for payer in (*kept.payers, "total"):
        outcome = kept.outcome(payer=payer)
        for level in (0.5, 0.9, 0.95, 0.9995):
            for end, tail in zip(summed.interval(level, payer), ((1 - level) / 2, (1 + level) / 2), strict=True):
                assert np.mean(outcome <= end) == pytest.approx(tail, abs=0.001)


def test_single_draws_that_were_not_kept_are_refused_by_name(example: som.Scenario) -> None:
    found = som.simulate(example, draws=100, keep=False)
    for asked in (lambda: found.accumulated_net, lambda: found.outcome(), lambda: found.draws_of(found.drawn[0])):
        with pytest.raises(som.DrawsNotKept):
            asked()


def test_above_a_million_draws_summaries_only_are_kept(prudent: som.Scenario) -> None:
    found = som.simulate(prudent, draws=1_000_001)
    assert found.chance_of_gain == pytest.approx(0.97546, abs=0.0005)
    with pytest.raises(som.DrawsNotKept):
        _ = found.accumulated_net


def test_a_long_period_keeps_the_last_year_and_counts_the_others(prudent: som.Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = som.simulate(prudent, draws=5000)
    monkeypatch.setattr("som_model.analysis.simulation.run.KEPT_NUMBERS", 1000)
    counted = som.simulate(prudent, draws=5000)
    np.testing.assert_array_equal(whole.accumulated_net, counted.accumulated_net)
    np.testing.assert_allclose(whole.fan(), counted.fan(), rtol=0.01, atol=2000)


def test_payback_is_that_of_each_draws_projection(example: som.Scenario) -> None:
    found = som.simulate(example, draws=60, seed=8)
    drawn = {address: found.draws_of(address) for address in found.drawn}
    counts: dict[str, dict[object, int]] = {payer: {} for payer in ("municipality", "region", "state", "total")}
    for i in range(60):
        one = som.project(example.vary({address: float(values[i]) for address, values in drawn.items()}))
        for index, payer in enumerate(counts):
            cost = one.total(one.programme_cost) if payer == "total" else one.programme_cost[index]
            year: object = one.payback_by_payer[payer]
            if year is None:
                year = "never" if np.any(np.round(cost, 2) > 0) else "no_cost"
            counts[payer][year] = counts[payer].get(year, 0) + 1
    for payer, counted in counts.items():
        assert {year: round(share * 60) for year, share in found.payback(payer).items() if share} == counted


def test_ranks_correlate_as_stated_and_each_distribution_stays_its_own(example: som.Scenario) -> None:
    drawn = sampling(example, 1)
    first, second = example.correlations[0].between
    block = drawn.block(0, 50_000, [first, second])
    found = stats.spearmanr(block[first], block[second]).statistic
    assert found == pytest.approx(example.correlations[0].rank, abs=0.015)
    for address in (first, second):
        estimate = drawn.distributions[address]
        assert block[address].mean() == pytest.approx(estimate.mean, rel=0.01)
        np.testing.assert_allclose(np.quantile(block[address], [0.1, 0.9]), estimate.quantile(np.array([0.1, 0.9])), rtol=0.02)


def test_a_rank_correlation_of_one_moves_both_together(tmp_path: Path) -> None:
    text = (SCENARIOS / "example.yaml").read_text(encoding="utf-8").replace("rank: 0.5", "rank: 1")
    file = tmp_path / "example.yaml"
    file.write_text(text, encoding="utf-8")
    (tmp_path / "our_prices.yaml").write_bytes((SCENARIOS / "our_prices.yaml").read_bytes())
    scenario = som.read_scenario(file)
    first, second = (sampling(scenario, 1).block(0, 1000, [each])[each] for each in scenario.correlations[0].between)
    assert stats.spearmanr(first, second).statistic == pytest.approx(1.0)


@pytest.mark.parametrize(("draws", "seed", "workers"), [(0, 1, 1), (10, -1, 1), (10, 1, 0), (True, 1, 1), (1.5, 1, 1)])
def test_numbers_that_are_no_counts_are_refused(prudent: som.Scenario, draws: int, seed: int, workers: int) -> None:
    with pytest.raises(som.SomError):
        som.simulate(prudent, draws=draws, seed=seed, workers=workers)


def test_progress_ends_at_all_draws(prudent: som.Scenario) -> None:
    seen: list[int] = []
    som.simulate(prudent, draws=BLOCK + 10, workers=2, progress=seen.append)
    assert seen == [BLOCK, BLOCK + 10]


def small(tmp_path: Path, change: str = "-5", price: str = "100", more: str = "", costs: str = "") -> som.Scenario:
    """Ten participants, two years; a consequence and a post."""
    file = tmp_path / "small.yaml"
    file.write_text(
        f"""som: 1
name: small
period: {{start: 2024, years: 2}}
price_year: 2024
discount_rate: 0
{more}
target_groups:
  citizens:
    participants: 10
    success_rate: 0.4
    consequences:
      days: {{unit_cost: day, change: {change}, realisable: 1}}
programme:
  payers: {{municipality: 1}}
  staffing:
    post: {{annual_cost: 3000}}
{costs}
unit_costs:
  day: {{amount: {price}, unit: day, price_year: 2024, payers: {{region: 0.75, municipality: 0.25}}, source: Fictitious}}
""",
        encoding="utf-8",
    )
    return som.read_scenario(file)


@pytest.mark.parametrize(
    "changes",
    [
        {"unit_costs.day.amount": 0},
        {"target_groups.citizens.consequences.days.realisable": 0},
        {"target_groups.citizens.participants": 0},
    ],
    ids=str,
)
def test_a_drawn_line_that_is_worth_nothing_is_nothing(tmp_path: Path, changes: dict[str, object]) -> None:
    scenario = small(tmp_path, change="{value: -5, low: -8, high: -2}").vary(changes)
    found = som.simulate(scenario, draws=20)
    np.testing.assert_allclose(found.outcome(), som.project(scenario).accumulated_net)


def test_prudence_counts_on_lines_that_cancel(tmp_path: Path) -> None:
    """The region pays 1,000 and saves 1,000 a year; prudence 20 % of the cost and 10 % of the saving: 300 a year."""
    lines = """  costs:
    rent: {amount: 1000, basis: year, payers: {region: 1}, quality: assumed}
  saved_alternative:
    other: {amount: 1000, basis: year, payers: {region: 1}, quality: assumed}"""
    prudence = "prudence: {savings: 0.1, costs: 0.2, source: Fictitious}"
    scenario = small(tmp_path, more=prudence, costs=lines).vary({"target_groups.citizens.success_rate": 0})
    found = som.simulate(scenario, draws=5)
    np.testing.assert_allclose(found.accumulated_net[0], list(found.base.accumulated_net_by_payer.values())[:3])
    assert found.accumulated_net[0, 1] == pytest.approx(-600)


def test_a_price_whose_likeliest_value_is_nothing_is_drawn_all_the_same(tmp_path: Path) -> None:
    pert = "{value: 0, low: 0, high: 100, distribution: pert}"
    scenario = small(tmp_path, price=pert, change="{value: -5, low: -8, high: -2}")
    found = som.simulate(scenario, draws=30)
    assert set(found.drawn) == {"unit_costs.day.amount", "target_groups.citizens.consequences.days.change"}
    drawn = {address: float(found.draws_of(address)[3]) for address in found.drawn}
    assert found.outcome()[3] == pytest.approx(som.project(scenario.vary(drawn)).accumulated_net)


def test_a_correlated_partner_that_becomes_certain_leaves_the_other_draws_alone(example: som.Scenario) -> None:
    first, second = example.correlations[0].between
    still = example.vary({first: 4000})
    one, two = som.simulate(example, draws=300, seed=6), som.simulate(still, draws=300, seed=6)
    assert one.draws_of(second).tobytes() == two.draws_of(second).tobytes()
    assert first not in two.drawn


def test_an_unknown_number_with_ends_that_nothing_uses_is_not_drawn(tmp_path: Path) -> None:
    text = small(tmp_path).record.source.files()[0].read_text(encoding="utf-8")
    unused = (
        "  other: {amount: {value: null, low: 1, high: 2}, unit: day, price_year: 2024, payers: {state: 1}, source: Fictitious}\n"
    )
    file = tmp_path / "unused.yaml"
    file.write_text(text + unused, encoding="utf-8")
    assert som.simulate(som.read_scenario(file), draws=5).drawn == ()


def test_growth_that_may_fall_below_minus_one_is_told(tmp_path: Path) -> None:
    wide = small(tmp_path).vary({"unit_costs.day.real_growth": {"value": 0, "low": -0.6, "high": 0.6}})
    narrow = small(tmp_path).vary({"unit_costs.day.real_growth": {"value": 0.02, "low": 0, "high": 0.04}})
    told = [[notice.address for notice in som.simulate(each, draws=5).notices] for each in (wide, narrow)]
    assert ["unit_costs.day.real_growth" in addresses for addresses in told] == [True, False]


def test_breaking_even_to_the_oere_is_no_gain(tmp_path: Path) -> None:
    scenario = small(tmp_path).vary({"target_groups.citizens.success_rate": 0.5, "programme.staffing.post.annual_cost": 2500.0})
    scenario = scenario.vary({"target_groups.citizens.first_year_share": 0})
    even = som.break_even(scenario, "programme.staffing.post.annual_cost").value
    found = som.simulate(scenario.vary({"programme.staffing.post.annual_cost": even}), draws=5)
    assert found.chance_of_gain == 0.0


def test_chance_and_interval_of_the_present_value(example: som.Scenario) -> None:
    scenario = example.vary({"discount_rate": 0.05})
    found = som.simulate(scenario, draws=2000)
    npv = found.outcome("net_present_value", "municipality")
    assert found.chance("net_present_value", "municipality") == np.mean(npv > 0.005)
    assert found.interval(0.9, "municipality", "net_present_value") == pytest.approx(tuple(np.quantile(npv, [0.05, 0.95])))


@pytest.mark.parametrize("keep", [True, False])
def test_one_draw_is_what_it_is_and_its_error_is_not_known(prudent: som.Scenario, keep: bool) -> None:
    """Break-even is at 0.3 × 1,075/1,575, where the base case is 0; the one draw of a rate lies beside it."""
    even = prudent.vary({RATE: {"value": 0.3 * 1075 / 1575, "low": 0.15, "high": 0.26}})
    found = som.simulate(even, draws=1, keep=keep)
    total = found.summary()
    assert abs(found.mean) > 1
    assert (total.certain, total.untouched) == (False, False)
    assert np.isnan([total.mean_error, total.low_error, total.median_error, total.high_error, total.chance_error]).all()
    assert "neither gains nor loses" not in found.say("en")
    assert found.say("en").startswith("There is one calculation only, which does not tell how sure the result is.")
    assert f"{abs(found.mean):,.0f} kr." in found.say("en")
    assert "is not known" in found.precision("en")
    assert "–" in found._repr_html_()


def test_one_draw_of_nothing_uncertain_is_certain(prudent: som.Scenario) -> None:
    found = som.simulate(prudent.vary({RATE: 0.3}), draws=1)
    assert found.summary().certain
    assert found.say("en").startswith("Nothing in the scenario is uncertain")


def test_numbers_of_numpy_are_counts_too(prudent: som.Scenario) -> None:
    found = som.simulate(prudent, draws=np.int64(50), seed=np.int64(1))
    assert found.say() == som.simulate(prudent, draws=50).say()
    assert found.precision() == som.simulate(prudent, draws=50).precision()
    assert "50 beregninger" in found.say()


@pytest.mark.parametrize(
    ("address", "value"),
    [
        (RATE, 0.8),
        (RATE, 0.3),
        (RATE, 0.02),
        (RATE, 0.999),
        (POST, 215000),
        (POST, 12.5),
        (POST, 1234567.25),
        (POST, 0.00012),
        (CHANGE, -10),
    ],
)
def test_the_line_that_is_advised_may_be_written(prudent: som.Scenario, tmp_path: Path, address: str, value: float) -> None:
    """Written into the file as it stands, and set by its numbers."""
    still = prudent.vary({address: value})
    line = dict(without_estimates(still, frozenset({address})).values)["line"]
    assert isinstance(line, str)
    assert "e" not in line.partition("{")[2].replace("value", "")
    key, _, written = line.rpartition("{")
    assert key.strip(" :") in address.rpartition(".")[2]
    assert re.fullmatch(r"value: \S+, low: \S+, high: \S+}", written)
    numbers = dict(part.split(": ") for part in written.rstrip("}").split(", "))
    assert not any(re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", number) for number in numbers.values())
    varied = dict(figures(still.vary({address: numbers})))[address]
    assert varied.low is not None
    assert varied.high is not None
    assert varied.low < value < varied.high
    assert float(varied.value or 0) == value
    field = f"{address}: {{{written}"
    file = tmp_path / "written.yaml"
    text = (SCENARIOS / "hedensted.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("  prudent:\n", f"  pasted: {{set: {{{field}}}}}\n  prudent:\n"), encoding="utf-8")
    assert dict(figures(som.read_scenario(file, "pasted")))[address] == varied


def test_a_rate_that_is_certain_at_its_end_is_not_advised(prudent: som.Scenario) -> None:
    """1 has no room above it: another number is named."""
    told = without_estimates(prudent.vary({RATE: 1}), frozenset({RATE, POST}))
    assert dict(told.values)["address"] == POST
    assert without_estimates(prudent.vary({RATE: 1}), frozenset({RATE})).key == "no_estimates_at_all"


def test_without_payers_the_total_is_said_whole_and_alone(prudent: som.Scenario) -> None:
    found = som.simulate(prudent, draws=2000)
    total, whole = found.say("en", without_payers=True), found.say("en")
    assert whole.startswith(total)
    assert "In 95 % of the 2,000 calculations" in total
    assert "on average" in total
    assert "municipality" not in total
    assert "municipality" in whole
