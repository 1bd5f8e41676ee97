"""The case the product must reproduce (method.md: Hedensted), to the øre and whatever the split between lines."""

from pathlib import Path

import pytest

import som_model as som

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
HEDENSTED = SCENARIOS / "hedensted.yaml"
OTHER = SCENARIOS / "hedensted_other_reading.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"


@pytest.mark.parametrize(
    ("file", "variant", "savings", "net"),
    [
        (HEDENSTED, None, 1_575_000, 500_000),
        (HEDENSTED, "prudent", 1_575_000, 500_000),
        (HEDENSTED, "observed", 2_100_000, 1_025_000),
        (OTHER, "observed", 1_575_000, 500_000),
        (OTHER, "prudent", 1_181_250, 106_250),
        (OTHER, None, 1_181_250, 106_250),
    ],
)
def test_published_totals(file: Path, variant: str | None, savings: float, net: float) -> None:
    projection = som.project(som.read_scenario(file, variant))
    assert projection.total(projection.programme_cost).sum() == pytest.approx(1_075_000, abs=0.005)
    assert projection.total(projection.savings).sum() == pytest.approx(savings, abs=0.005)
    assert projection.accumulated_net == pytest.approx(net, abs=0.005)
    assert projection.net_present_value == pytest.approx(net, abs=0.005)


@pytest.mark.parametrize("file", [HEDENSTED, OTHER])
def test_the_file_has_exactly_the_two_variants_and_the_prudent_base(file: Path) -> None:
    scenarios = som.read_scenarios(file)
    assert [scenario.variant for scenario in scenarios] == ["prudent", "observed"]
    base = som.read_scenario(file)
    group = base.target_groups["dual_diagnosis"]
    assert group.success_rate == scenarios[0].target_groups["dual_diagnosis"].success_rate
    assert set(group.consequences) == {"treatment", "bed_days"}
    assert set(base.programme.staffing) == {"coordinator"}
    assert group.baseline_rate.value == 0


@pytest.mark.parametrize(("file", "break_even"), [(HEDENSTED, 0.30 * 1075 / 1575), (OTHER, 0.40 * 1075 / 1575)])
def test_net_is_zero_at_the_published_break_even(file: Path, break_even: float) -> None:
    scenario = som.read_scenario(file).vary({SUCCESS: break_even})
    assert som.project(scenario).accumulated_net == pytest.approx(0, abs=0.005)


@pytest.mark.parametrize("file", [HEDENSTED, OTHER])
def test_what_is_assumed_or_implied_says_so(file: Path) -> None:
    scenario = som.read_scenario(file)
    implied = scenario.unit_costs["substance_treatment_year"].amount
    assert implied is not None
    assert implied.every is not None
    assert implied.every.quality == "implied"
    assert "unit_costs.substance_treatment_year.amount" in scenario.notes.say("en")
    assert scenario.target_groups["dual_diagnosis"].participants.every.quality == "assumed"


def test_the_notebook_shows_the_ledger_with_danish_numbers() -> None:
    html = som.project(som.read_scenario(HEDENSTED, "prudent"))._repr_html_()
    assert "<table" in html
    assert "500.000" in html
    assert "500,000" not in html
    compared = som.compare(som.read_scenarios(HEDENSTED))._repr_html_()
    assert "1.025.000" in compared
    assert "40 % (målt lokalt)" in compared
