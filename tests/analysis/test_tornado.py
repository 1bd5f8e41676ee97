"""What matters most (method.md: One or two figures moved): each interval moved by itself, widest first, and what stands still is
told.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

import som_model as som
from som_model.resolved.figures import figures

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
BED_DAYS = "target_groups.dual_diagnosis.consequences.bed_days.change.1"

TRIAL = """
som: 1
name: trial
title: {{da: Prøven, en: The trial}}
period: {{start: 2024, years: 3}}
price_year: 2025
discount_rate: {rate}
target_groups:
  citizens:
    title: {{da: Borgere i prøven, en: Citizens of the trial}}
    participants: {participants}
    success_rate: {success}
    consequences:
      days: {{title: {{da: Døgn, en: Days}}, unit_cost: day, change: {change}}}
programme:
  payers: {{municipality: 1}}
  staffing:
    post: {{title: {{da: Stilling, en: Post}}, annual_cost: {cost}, real_growth: {growth}}}
unit_costs:
  day: {{label: {{da: Et døgn, en: A day}}, amount: {price}, unit: day, payers: {{region: 1}}, source: fictitious}}
"""
STATED = {
    "rate": "0",
    "participants": "[10, 0, 0]",
    "success": "0.5",
    "change": "[-20]",
    "cost": "[3000, 0, 0]",
    "growth": "0",
    "price": "100",
}
"""10 × 0.5 × 20 days × 100 kr. = 10,000 kr. saved in 2024 for 3,000 kr.: net 7,000 kr."""


def scenario(folder: Path, **parts: str) -> som.Scenario:
    file = folder / "trial.yaml"
    file.write_text(TRIAL.format(**{**STATED, **parts}), encoding="utf-8")
    return som.read_scenario(file)


def test_the_rows_are_those_of_a_sum_done_by_hand(tmp_path: Path) -> None:
    """Saved: 8,000 to 14,000 kr. at 40 to 70 %, 9,000 to 11,500 at 90 to 115 kr., less 3,000; or 10,000 less 2,000 to 4,000."""
    swung = som.tornado(
        scenario(
            tmp_path,
            success="{value: 0.5, low: 0.4, high: 0.7}",
            price="{value: 100, low: 90, high: 115}",
            cost="[{value: 3000, low: 2000, high: 4000}, 0, 0]",
        )
    )
    assert swung.base == pytest.approx(7000)
    rows = [(row.address, row.value, row.low, row.high, row.at_low, row.at_high) for row in swung]
    assert rows == [
        ("target_groups.citizens.success_rate", 0.5, 0.4, 0.7, pytest.approx(5000), pytest.approx(11000)),
        ("unit_costs.day.amount", 100, 90, 115, pytest.approx(6000), pytest.approx(8500)),
        ("programme.staffing.post.annual_cost.2024", 3000, 2000, 4000, pytest.approx(8000), pytest.approx(6000)),
    ]


def test_hedensted_by_prudence_swings_the_success_rate_alone() -> None:
    """Savings are 52,500 kr. a percentage point: at 20 % 1,050,000, at 40 % 2,100,000, less 1,075,000 (method.md: Hedensted)."""
    swung = som.tornado(som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent"))
    assert [(row.address, row.low, row.high) for row in swung] == [(SUCCESS, 0.2, 0.4)]
    assert (swung.base, swung[0].at_low, swung[0].at_high) == pytest.approx((500_000, -25_000, 1_025_000), abs=0.005)
    assert BED_DAYS in swung.not_swung
    assert {row.address for row in som.tornado(som.read_scenario(SCENARIOS / "hedensted.yaml"))} == {SUCCESS, BED_DAYS}


def test_an_observed_share_swings_over_the_95_percent_interval_of_jeffreys() -> None:
    """8 of 20: Beta(8.5, 12.5), here by scipy.stats rather than by the inverse of the incomplete beta function."""
    swung = som.tornado(som.read_scenario(SCENARIOS / "example.yaml", "observed"))
    row = next(row for row in swung if row.address == SUCCESS)
    assert (row.low, row.high) == pytest.approx(beta(8.5, 12.5).ppf([0.025, 0.975]).tolist(), rel=1e-9)
    assert row.value == pytest.approx(0.4)


@pytest.mark.parametrize("file", ["hedensted.yaml", "example.yaml", "published/move.yaml"])
def test_what_counted_lines_use_is_either_swung_or_told_to_stand_still(file: str) -> None:
    read = som.read_scenario(SCENARIOS / file)
    swung = som.tornado(read)
    rows = {row.address for row in swung}
    assert rows | set(swung.not_swung) == som.project(read).asked
    assert not rows & set(swung.not_swung)
    uncertain = {address for address, estimate in figures(read) if estimate.uncertain}
    assert rows == uncertain & som.project(read).asked


@pytest.mark.parametrize("payer", ["total", "municipality", "region"])
@pytest.mark.parametrize("measure", ["accumulated_net", "net_present_value"])
@pytest.mark.parametrize(("file", "variant"), [("hedensted.yaml", None), ("example.yaml", None), ("example.yaml", "careful")])
def test_each_end_is_the_projection_with_that_value(file: str, variant: str | None, measure: str, payer: str) -> None:
    """Set with its quality, so that an allowance for optimism takes off the same."""
    read = som.read_scenario(SCENARIOS / file, variant).vary({"discount_rate": 0.03})
    swung = som.tornado(read, outcome=measure, payer=payer)  # type: ignore[arg-type]
    known = dict(figures(read))
    assert len(swung) >= 2
    for row in swung:
        for value, outcome in ((row.low, row.at_low), (row.high, row.at_high)):
            quality = known[row.address].quality
            set_to = {"value": value} if quality is None else {"value": value, "quality": quality}
            projection = som.project(read.vary({row.address: set_to}))
            assert getattr(projection, f"{measure}_by_payer")[payer] == pytest.approx(outcome, abs=1e-6)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    ends=st.lists(st.integers(1, 99), min_size=3, max_size=3, unique=True),
    prices=st.lists(st.integers(50, 900), min_size=3, max_size=3),
)
def test_ends_are_projections_and_rows_fall_in_width(
    tmp_path_factory: pytest.TempPathFactory, ends: list[int], prices: list[int]
) -> None:
    low, value, high = (each / 1000 for each in sorted(ends))
    least, price, most = sorted(prices)
    drawn = scenario(
        tmp_path_factory.mktemp("drawn"),
        success=f"{{value: {value + 0.4:.4f}, low: {low + 0.4:.4f}, high: {high + 0.4:.4f}}}",
        price=f"{{value: {price}, low: {least}, high: {most}}}",
    )
    swung = som.tornado(drawn)
    for row in swung:
        for at, outcome in ((row.low, row.at_low), (row.high, row.at_high)):
            assert som.project(drawn.vary({row.address: at})).accumulated_net == pytest.approx(outcome, abs=1e-6)
    widths = [row.width for row in swung]
    assert widths == sorted(widths, reverse=True)


def test_an_outcome_that_turns_is_as_wide_as_what_lies_between_it_and_the_base(tmp_path: Path) -> None:
    """Growth of ±50 % about the price year 2025: 1,000 × (2 + 1 + 1/2) = 3,500 and 1,000 × (2/3 + 1 + 3/2) = 3,166.67 kr.,
    both above the 3,000 kr. of no growth."""
    swung = som.tornado(scenario(tmp_path, cost="1000", growth="{value: 0, low: -0.5, high: 0.5}"))
    (row,) = swung
    assert (swung.base - row.at_low, swung.base - row.at_high) == pytest.approx((500, 500 / 3))
    assert row.width == pytest.approx(500)


def test_without_any_interval_it_says_what_to_write(tmp_path: Path) -> None:
    swung = som.tornado(scenario(tmp_path))
    assert len(swung) == 0
    assert swung.base == pytest.approx(7000)
    assert "Ingen forudsætning har low og high" in swung.say()
    assert "target_groups.citizens.success_rate: {value: 0.5, low: …, high: …}" in swung.say()
    assert "target_groups.citizens.success_rate: {value: 0.5, low: …, high: …}" in swung.say("en")
    assert "Ingen forudsætning har low og high" in swung._repr_html_()


def test_it_says_what_matters_most_and_what_decides_the_sign(tmp_path: Path) -> None:
    """At 10 % the 2,000 kr. saved do not cover the post's 3,000 kr.; whatever the price, it is a gain."""
    swung = som.tornado(scenario(tmp_path, success="{value: 0.5, low: 0.1, high: 0.7}", price="{value: 100, low: 90, high: 115}"))
    assert swung.say() == (
        "Mest betyder: Succesrate, borgere i prøven. Fra 10 % til 70 % går det akkumulerede nettoresultat for det offentlige"
        " fra −1.000 kr. til 11.000 kr. (7.000 kr. med de oplyste tal). Gevinst eller underskud afgøres inden for intervallet af:"
        f" Succesrate, borgere i prøven. {len(swung.not_swung)} andre tal har intet interval og holdes fast."
        " 8 af dem er udgangsværdier, som ingen har ændret."
    )
    assert swung.say("en").startswith("What matters most: Success rate, citizens of the trial. From 10 % to 70 %,")
    assert swung[0].label() == "Succesrate, borgere i prøven (10 % – 70 %)"
    assert swung[1].label("en") == "Price, a day (90 – 115 kr.)"
    html = swung._repr_html_()
    assert html.startswith("<table")
    assert "−1.000" in html
    assert "11.000" in html
    assert "11,000" not in html


def test_an_outcome_that_nothing_moves_is_said_to_stand(tmp_path: Path) -> None:
    swung = som.tornado(scenario(tmp_path, success="{value: 0.5, low: 0.1, high: 0.7}"), payer="state")
    assert "betyder noget for det akkumulerede nettoresultat for staten: det er 0 kr." in swung.say()


def test_unknown_figures_and_payers_are_answered(tmp_path: Path) -> None:
    with pytest.raises(som.MissingFigures):
        som.tornado(scenario(tmp_path, price="null"))
    with pytest.raises(som.UnknownName):
        som.tornado(scenario(tmp_path), payer="kommune")


def test_a_fitted_figure_with_another_interval_swings_over_its_95_percent_ends(tmp_path: Path) -> None:
    """0 of 5 from nothing is Beta(½, 5½), written with a narrower interval; the ends are those of the distribution itself."""
    read = som.read_scenario(SCENARIOS / "hedensted.yaml").vary({SUCCESS: 0.3})
    learned = som.learn(read, SUCCESS, successes=0, of=5, prior="jeffreys").scenario
    assert dict(figures(learned))[SUCCESS].interval < 0.9
    row = next(row for row in som.tornado(learned) if row.address == SUCCESS)
    assert (row.low, row.high) == pytest.approx(tuple(beta(0.5, 5.5).ppf([0.025, 0.975])), rel=1e-6)
    wide = scenario(tmp_path, cost="1000", growth="{value: 0, low: -0.5, high: 0.5, interval: 0.5}")
    assert [(row.low, row.high) for row in som.tornado(wide)] == [(-0.999, 0.999)]
    pert = scenario(tmp_path, price="{value: 100, low: 90, high: 115, interval: 0.9, distribution: triangular}")
    assert [(row.low, row.high) for row in som.tornado(pert)] == [(90, 115)]
