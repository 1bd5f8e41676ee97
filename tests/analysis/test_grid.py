"""Two assumptions together (method.md: One or two figures moved): every pair is a projection, and the line of 0 is where the
sums say.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import som_model as som

SCENARIOS = Path(__file__).parents[2] / "scenarios"
HEDENSTED = SCENARIOS / "hedensted.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
PARTICIPANTS = "target_groups.dual_diagnosis.participants"
POST = "programme.staffing.coordinator.annual_cost"
BED_DAYS = "target_groups.dual_diagnosis.consequences.bed_days.change.1"


@pytest.fixture(scope="module")
def hedensted() -> som.Scenario:
    return som.read_scenario(HEDENSTED)


def test_the_outcomes_are_those_of_a_sum_done_by_hand(hedensted: som.Scenario) -> None:
    """Savings are 1,575,000 kr. at 30 % of 8 a year, in proportion to both; the post costs 1,075,000 kr.
    (method.md: Hedensted).
    """
    found = som.grid(hedensted, SUCCESS, PARTICIPANTS, [0.15, 0.3, 0.6], [4, 8])
    savings = 1_575_000 * np.outer([0.5, 1, 2], [0.5, 1])
    np.testing.assert_allclose(found.outcomes, savings - 1_075_000, atol=0.005)
    assert found.base == pytest.approx(500_000, abs=0.005)
    assert (found.a.address, found.b.address) == (SUCCESS, PARTICIPANTS)


def test_the_line_of_0_is_where_rate_times_participants_is_the_same(hedensted: som.Scenario) -> None:
    """Net is 0 where rate × participants = 0.3 × 8 × 1,075 / 1,575; with 4 to 12 a year that is so from 13.65 % to 40.95 %."""
    found = som.grid(hedensted, SUCCESS, PARTICIPANTS, np.linspace(0.1, 0.5, 21))
    product = 0.3 * 8 * 1075 / 1575
    inside = (product / 12 <= found.values_a) & (found.values_a <= product / 4)
    np.testing.assert_allclose(found.break_even[inside], product / found.values_a[inside], rtol=1e-9)
    assert np.isnan(found.break_even[~inside]).all()
    assert (inside.sum(), (~inside).sum()) == (14, 7)


def test_a_zero_on_a_point_of_the_grid_belongs_to_the_line(tmp_path: Path) -> None:
    """With one year's price of 100 kr., 1 citizen and 1 unit, net is 100 × rate − cost: 0 at 0.25 and 25 kr. exactly."""
    file = tmp_path / "one.yaml"
    file.write_text(
        "{som: 1, name: one, period: {start: 2024, years: 1}, price_year: 2024, discount_rate: 0,"
        " target_groups: {one: {participants: 1, success_rate: 0.5, consequences: {unit: {unit_cost: unit, change: -1}}}},"
        " programme: {payers: {municipality: 1}, staffing: {post: {annual_cost: 25}}},"
        " unit_costs: {unit: {amount: 100, unit: day, payers: {region: 1}, source: fictitious}}}",
        encoding="utf-8",
    )
    found = som.grid(
        som.read_scenario(file),
        "target_groups.one.success_rate",
        "programme.staffing.post.annual_cost",
        [0.25, 0.5, 0.75],
        [0, 25, 50, 60],
    )
    np.testing.assert_array_equal(found.break_even, [25, 50, np.nan])


def test_the_ranges_follow_what_is_known_of_each(hedensted: som.Scenario) -> None:
    """Low to high; else half to one and a half times the value, a share at most 1; a share of 0 over all of [0, 1]."""

    def ends(address: str) -> tuple[float, float]:
        other = SUCCESS if address != SUCCESS else PARTICIPANTS
        values = som.grid(hedensted, address, other, points=3).values_a
        return float(values[0]), float(values[-1])

    assert ends(SUCCESS) == (0.2, 0.4)
    assert ends(BED_DAYS) == (-43.8, -10)
    assert ends(PARTICIPANTS) == (4, 12)
    assert ends("target_groups.dual_diagnosis.consequences.treatment.change") == (-1.5, -0.5)
    assert ends("target_groups.dual_diagnosis.completion_rate") == (0.5, 1)
    assert ends("target_groups.dual_diagnosis.baseline_rate") == (0, 1)
    assert len(som.grid(hedensted, SUCCESS, POST).values_a) == 21


def test_every_pair_is_the_projection_with_both_values(hedensted: som.Scenario) -> None:
    found = som.grid(hedensted, SUCCESS, BED_DAYS, points=4, payer="region")
    assert found.outcomes.shape == (4, 4)
    for i, a in enumerate(found.values_a.tolist()):
        for j, b in enumerate(found.values_b.tolist()):
            changed = som.project(hedensted.vary({SUCCESS: a, BED_DAYS: b}))
            assert changed.accumulated_net_by_payer["region"] == pytest.approx(found.outcomes[i, j], abs=1e-6)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(rate=st.integers(0, 9), post=st.integers(50_000, 400_000), years=st.integers(0, 20))
def test_projecting_on_the_line_gives_0(rate: int, post: int, years: int) -> None:
    """Whatever the discount rate and the cost of the post, discounted or not."""
    changed = som.read_scenario(HEDENSTED).vary({"discount_rate": rate / 100, POST: post, PARTICIPANTS: 2 + years})
    found = som.grid(changed, SUCCESS, BED_DAYS, points=6, outcome="net_present_value")
    for a, b in zip(found.values_a.tolist(), found.break_even.tolist(), strict=True):
        if not np.isnan(b):
            at = som.project(changed.vary({SUCCESS: a, BED_DAYS: b}))
            assert at.net_present_value == pytest.approx(0, abs=0.01)
    ends = found.outcomes[:, [0, -1]]
    assert np.array_equal(np.isnan(found.break_even), np.sign(ends).prod(axis=1) > 0)


def test_a_pair_with_an_unknown_figure_needs_its_values_and_has_no_base(hedensted: som.Scenario) -> None:
    unknown = hedensted.vary({POST: None})
    with pytest.raises(som.SomError, match="giv værdierne"):
        som.grid(unknown, SUCCESS, POST)
    found = som.grid(unknown, SUCCESS, POST, values_b=[100_000, 300_000])
    assert found.base is None
    assert found.outcomes[0, 1] - found.outcomes[0, 0] == pytest.approx(-5 * 200_000)


def test_what_cannot_be_drawn_is_answered(hedensted: som.Scenario) -> None:
    with pytest.raises(som.SomError, match="to gange"):
        som.grid(hedensted, SUCCESS, SUCCESS)
    with pytest.raises(som.SomError, match="mindst to forskellige"):
        som.grid(hedensted, SUCCESS, POST, [0.3, 0.3])
    with pytest.raises(som.ScenarioError, match="success_rate"):
        som.grid(hedensted, SUCCESS, POST, [0.3, 1.3])
    with pytest.raises(som.SomError, match="giv værdierne"):
        som.grid(hedensted, SUCCESS, "programme.staffing.coordinator.real_growth")
    with pytest.raises(som.UnknownName, match="mente du"):
        som.grid(hedensted, SUCCESS, "annual_cost")


def test_it_says_where_the_line_runs(hedensted: som.Scenario) -> None:
    found = som.grid(hedensted, SUCCESS, PARTICIPANTS, [0.2, 0.4], [4, 10])
    assert found.say() == (
        "Det akkumulerede nettoresultat for det offentlige spænder fra −550.000 kr. til 1.550.000 kr. over alle par af værdier."
        " Det går i nul ved en succesrate på 20 % sammen med 8,19 deltagere om året og ved en succesrate på 40 % sammen med"
        " 4,1 deltagere om året."
    )
    assert som.grid(hedensted, SUCCESS, POST, [0.3, 0.4], [1000, 2000]).say("en").endswith("It is a gain everywhere.")
    assert som.grid(hedensted, SUCCESS, POST, [0, 0.01], [200_000, 300_000]).say().endswith("Det er underskud overalt.")
    assert "går det i nul inden for" in som.grid(hedensted, SUCCESS, "discount_rate", points=3).say()
    html = found._repr_html_()
    assert html.startswith("<table")
    assert "1.550.000" in html
    assert "8,19" in html


@pytest.mark.parametrize("values", [[0.1, float("nan")], [0.1, float("inf")], ["a", 0.2]])
def test_values_that_are_no_numbers_are_refused(hedensted: som.Scenario, values: list[float]) -> None:
    with pytest.raises(som.SomError, match="værdierne skal være tal"):
        som.grid(hedensted, SUCCESS, POST, values)


@pytest.mark.parametrize("points", [0, -1, 1, 2.5, True])
def test_fewer_than_two_points_are_refused(hedensted: som.Scenario, points: int) -> None:
    with pytest.raises(som.SomError, match="mindst 2"):
        som.grid(hedensted, SUCCESS, POST, points=points)
