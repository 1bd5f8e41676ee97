"""Where a programme breaks even (method.md: One or two figures moved): published figures, sums done by hand, and a law that
holds everywhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import som_model as som

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
IMPLIED = "unit_costs.substance_treatment_year.amount"
Measure = Literal["accumulated_net", "net_present_value"]

LINEAR = """
som: 1
name: linear
period: {{start: 2024, years: 2}}
price_year: 2024
discount_rate: {rate}
{top}
target_groups:
  citizens:
    title: {{da: Borgere i prøven, en: Citizens of the trial}}
    participants: {participants}
    success_rate: {success}
    {group}
    consequences:
      days: {{unit_cost: day, change: {change}}}
programme:
  payers: {{municipality: 1}}
  staffing:
    post: {{annual_cost: {cost}}}
unit_costs:
  day: {{amount: {price}, unit: day, payers: {{region: 0.75, municipality: 0.25}}, source: fictitious}}
"""
STATED = {
    "rate": "0",
    "top": "",
    "participants": "10",
    "success": "0.4",
    "group": "size: 40",
    "change": "-5",
    "cost": "3000",
    "price": "100",
}
"""Two cohorts of 10, the first for two years: 30 × 0.4 × 5 × 100 = 6,000 kr. saved for 2 × 3,000 kr. of the post: net 0."""


def scenario(folder: Path, text: str = LINEAR, **parts: str) -> som.Scenario:
    file = folder / "scenario.yaml"
    file.write_text(text.format(**{**STATED, **parts}), encoding="utf-8")
    return som.read_scenario(file)


def outcome_of(found: som.BreakEven) -> float:
    projection = som.project(found.scenario)
    by_payer = (
        projection.accumulated_net_by_payer if found.outcome == "accumulated_net" else projection.net_present_value_by_payer
    )
    return by_payer[found.payer]


@pytest.mark.parametrize(
    ("file", "variant", "published"),
    [
        ("hedensted.yaml", "prudent", 0.30 * 1075 / 1575),
        ("hedensted.yaml", "observed", 0.40 * 1075 / 2100),
        ("hedensted_other_reading.yaml", "observed", 0.40 * 1075 / 1575),
    ],
)
def test_hedensted_breaks_even_where_the_published_figures_say(file: str, variant: str, published: float) -> None:
    """Savings are proportional to the success rate, so net is 0 at rate × cost / savings (method.md: Hedensted)."""
    found = som.break_even(som.read_scenario(SCENARIOS / file, variant), SUCCESS)
    assert found.value == pytest.approx(published, rel=1e-9)
    assert (found.address, found.outcome, found.payer, found.target) == (SUCCESS, "accumulated_net", "total", 0)
    assert found.base == {"prudent": 0.30, "observed": 0.40}[variant]
    assert found.notices == ()


def test_the_implied_price_of_hedensted_is_found_from_the_published_result() -> None:
    """(1,575,000 − 997,213.94) / 19.2 = 30,093.02393 kr., as the head of the file works out; the price itself not known."""
    unknown = som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent").vary({IMPLIED: None})
    found = som.solve(unknown, IMPLIED, target=500_000)
    assert found.value == pytest.approx(30_093.02393, abs=5e-6)
    assert found.base is None
    assert outcome_of(found) == pytest.approx(500_000, abs=0.005)
    assert "en pris på 30.093,02 kr. (scenariet har intet tal her)" in found.say()


@pytest.mark.parametrize(
    ("parts", "address", "value"),
    [
        ({"success": "0.5"}, "target_groups.citizens.success_rate", 0.4),
        ({"success": "0.8"}, "target_groups.citizens.baseline_rate", 0.4),
        ({"price": "80"}, "unit_costs.day.amount", 100),
        ({"price": "200"}, "target_groups.citizens.completion_rate", 0.5),
        ({"price": "200"}, "target_groups.citizens.consequences.days.realisable", 0.5),
        ({"cost": "1"}, "programme.staffing.post.annual_cost", 3000),
        ({"participants": "7"}, "target_groups.citizens.participants", 10),
        ({"participants": "{2024: 10, 2025: 3}"}, "target_groups.citizens.participants.2025", 10),
        ({"participants": "[4, 10]"}, "target_groups.citizens.participants.2024", 10),
        ({"change": "-2"}, "target_groups.citizens.consequences.days.change", -5),
        ({"change": "[-5, -9]"}, "target_groups.citizens.consequences.days.change.2", -5),
        # 240 kr. × (20 + 10 s) citizen-years = 6,000 kr. where a share s is left: s = 1/2
        ({"price": "120"}, "target_groups.citizens.attrition_rate", 0.5),
        # 2,400 kr. × (1 + 1 + g) = 6,000 kr.: g = 1/2
        ({"cost": "2400"}, "programme.staffing.post.real_growth", 0.5),
    ],
)
def test_break_evens_of_a_sum_done_by_hand(tmp_path: Path, parts: dict[str, str], address: str, value: float) -> None:
    """30 citizen-years × 0.4 × 5 days × 100 kr. = 6,000 kr. = 2 × 3,000 kr. of the post."""
    found = som.break_even(scenario(tmp_path, **parts), address)
    assert found.value == pytest.approx(value, rel=1e-12)
    assert outcome_of(found) == pytest.approx(0, abs=1e-6)


def test_each_payer_breaks_even_for_itself(tmp_path: Path) -> None:
    """The municipality pays 6,000 kr. and keeps a quarter of 15,000 kr. a success rate of 1 saves: 3,750 kr. is too little;
    at four times the price, 15,000 kr., it needs 40 %. The region pays nothing, so it is at 0 only where nothing is saved."""
    dear = scenario(tmp_path, price="400")
    assert som.break_even(dear, "target_groups.citizens.success_rate", payer="municipality").value == pytest.approx(
        0.4, rel=1e-12
    )
    assert som.break_even(dear, "target_groups.citizens.success_rate", payer="region").value == 0
    with pytest.raises(som.NoBreakEven):
        som.break_even(scenario(tmp_path), "target_groups.citizens.success_rate", payer="municipality")


FLOWS = """
som: 1
name: flows
period: {{start: 2024, years: 3}}
price_year: 2024
discount_rate: {rate}
programme:
  payers: {{municipality: 1}}
  costs:
    first: {{amount: {first}, basis: once, year: 2024}}
    last: {{amount: {last}, basis: once, year: 2026}}
  saved_alternative:
    middle: {{amount: {middle}, basis: once, year: 2025}}
    later: {{amount: {later}, basis: once, year: 2026}}
"""


def flows(folder: Path, rate: str = "0.12", **amounts: float) -> som.Scenario:
    return scenario(
        folder, FLOWS, rate=rate, **{name: str(amounts.get(name, 0)) for name in ("first", "middle", "later", "last")}
    )


def test_the_internal_rate_of_return_is_that_of_its_closed_form(tmp_path: Path) -> None:
    """1,000 = 600 / x + 600 / x², x = 1 + r: x = (600 + √(600² + 4 × 1,000 × 600)) / 2,000, r = 13.066 %."""
    found = som.break_even(flows(tmp_path, first=1000, middle=600, later=600), "discount_rate", "net_present_value")
    assert found.value == pytest.approx((600 + (600**2 + 4 * 1000 * 600) ** 0.5) / 2000 - 1, rel=1e-12)
    assert outcome_of(found) == pytest.approx(0, abs=1e-6)
    assert found.say().startswith("Nutidsværdien for det offentlige går i nul ved en diskonteringsrente på 13,07 %")


@pytest.mark.parametrize(("rate", "nearest", "other"), [("0.12", 0.10, 0.20), ("0.17", 0.20, 0.10)])
def test_of_two_roots_the_nearest_is_taken_and_the_other_told(tmp_path: Path, rate: str, nearest: float, other: float) -> None:
    """−100,000 + 230,000 / x − 132,000 / x² = −100,000 (x − 1.1)(x − 1.2) / x²: zero at 10 % and at 20 %."""
    found = som.break_even(
        flows(tmp_path, rate, first=100_000, middle=230_000, last=132_000), "discount_rate", "net_present_value"
    )
    assert found.value == pytest.approx(nearest, rel=1e-10)
    assert found.others == pytest.approx((other,), rel=1e-10)
    assert [notice.address for notice in found.notices] == ["discount_rate"]
    assert f"er også 0 kr. ved {other * 100:.0f} %" in found.notices[0].text
    assert f"is also 0 kr. at {other * 100:.0f} %" in found.notices[0].say("en")


HELPED_BY_ALL = "-5}\n      contact: {unit_cost: day, change: -3, basis: participant"
"""A second line that each participant saves by, whatever the success rate: 30 × 3 × 100 = 9,000 kr."""


@pytest.mark.parametrize(
    ("address", "value", "danish", "english"),
    [
        ("success_rate", 0.45, "under basisraten på 65 %", "below the baseline rate of 65 %"),
        ("baseline_rate", 0.9, "over succesraten på 70 %", "above the success rate of 70 %"),
    ],
)
def test_a_value_that_counts_the_programme_as_harmful_is_told(
    tmp_path: Path, address: str, value: float, danish: str, english: str
) -> None:
    """15,000 × (success − baseline) + 9,000 − 6,000 = 0 where the success rate is 20 points below the baseline rate."""
    made_up = scenario(tmp_path, success="0.7", group="baseline_rate: 0.65", change=HELPED_BY_ALL)
    found = som.break_even(made_up, f"target_groups.citizens.{address}")
    assert found.value == pytest.approx(value, rel=1e-9)
    assert [notice.address for notice in found.notices] == [f"target_groups.citizens.{address}"]
    assert danish in found.notices[0].text
    assert "ikke en sikkerhedsmargin" in found.notices[0].text
    assert english in found.notices[0].say("en")
    assert danish in found._repr_html_()


@pytest.mark.parametrize(("cost", "value"), [("1500", 0.85), ("0", 0.65)])
def test_a_value_at_or_above_the_baseline_needs_no_notice(tmp_path: Path, cost: str, value: float) -> None:
    """15,000 × (success − 0.65) = 3,000 kr. of the post at 85 %; with no cost at the baseline rate itself."""
    found = som.break_even(
        scenario(tmp_path, success="0.9", group="baseline_rate: 0.65", cost=cost), "target_groups.citizens.success_rate"
    )
    assert found.value == pytest.approx(value, rel=1e-9)
    assert found.notices == ()


def test_a_root_that_is_only_touched_is_found(tmp_path: Path) -> None:
    """−100,000 + 220,000 / x − 121,000 / x² = −100,000 (x − 1.1)² / x²: never above 0, and 0 at 10 %."""
    found = som.break_even(flows(tmp_path, first=100_000, middle=220_000, last=121_000), "discount_rate", "net_present_value")
    assert found.value == pytest.approx(0.10, abs=1e-6)
    assert found.others == ()


def test_two_roots_between_neighbouring_points_are_both_found(tmp_path: Path) -> None:
    """−100,000 (x − 1.1)(x − 1.1001) / x²: zero at 10 % and at 10.01 %."""
    narrow = flows(tmp_path, first=100_000, middle=220_010, last=121_011)
    found = som.break_even(narrow, "discount_rate", "net_present_value")
    assert (found.value, *found.others) == pytest.approx((0.1001, 0.10), rel=1e-9)


def test_a_rate_by_schedule_gives_way_to_one_number(tmp_path: Path) -> None:
    """The schedule has no single value to compare with, but there is an internal rate of return all the same."""
    found = som.break_even(
        flows(tmp_path, "finance_ministry_2021", first=1000, middle=1100), "discount_rate", "net_present_value"
    )
    assert found.value == pytest.approx(0.1, rel=1e-12)
    assert found.base is None


def test_an_unknown_amount_with_two_roots_takes_the_smallest(tmp_path: Path) -> None:
    """The second notice says why: there is no stated value to be near."""
    rate = flows(tmp_path, "null", first=100_000, middle=230_000, last=132_000)
    found = som.break_even(rate, "discount_rate", "net_present_value")
    assert found.value == pytest.approx(0.1, rel=1e-10)
    assert "den mindste værdi er valgt" in found.notices[0].text


@pytest.mark.parametrize(
    ("parts", "address", "says"),
    [
        (
            {"cost": "9000"},
            "target_groups.citizens.success_rate",
            ("fra 0 % til 100 %", "−18.000 kr. ved 0 %", "−3.000 kr. ved 100 %"),
        ),
        ({}, "programme.staffing.post.hours_per_week", ("ingen betydning", "det er 0 kr. ved enhver værdi")),
        ({"cost": "2000"}, "target_groups.citizens.size", ("ingen betydning", "det er 2.000 kr. ved enhver værdi")),
        ({"cost": "2000"}, "discount_rate", ("som ikke diskonteres", "net_present_value")),
        (
            {"participants": "0"},
            "target_groups.citizens.participants",
            ("er 0", "--set target_groups.citizens.participants=null"),
        ),
    ],
)
def test_where_there_is_none_the_answer_says_why(
    tmp_path: Path, parts: dict[str, str], address: str, says: tuple[str, ...]
) -> None:
    with pytest.raises(som.NoBreakEven) as none:
        som.break_even(scenario(tmp_path, **parts), address)
    assert [part for part in says if part not in none.value.say()] == []
    assert address in none.value.say("en")


def test_a_stated_zero_is_searched_once_it_is_said_to_be_unknown(tmp_path: Path) -> None:
    unknown = scenario(tmp_path, participants="0").vary({"target_groups.citizens.participants": None})
    assert som.break_even(unknown, "target_groups.citizens.participants").value == pytest.approx(10, rel=1e-12)


def test_other_unknown_figures_are_asked_for(tmp_path: Path) -> None:
    with pytest.raises(som.MissingFigures) as missing:
        som.break_even(scenario(tmp_path, price="null", cost="null"), "unit_costs.day.amount")
    assert [finding.address for finding in missing.value.findings] == ["programme.staffing.post.annual_cost"]


@pytest.mark.parametrize(
    ("parts", "address", "names"),
    [
        ({"participants": "{2024: 5, 2025: 6}"}, "target_groups.citizens.participants", "participants.2024"),
        ({"change": "[-5, -4]"}, "target_groups.citizens.consequences.days.change", "days.change.1, target"),
        ({}, "target_groups.citizens", "target_groups.citizens.success_rate"),
        ({}, "target_groups.citizens.participants.2025", "mente du target_groups.citizens.participants?"),
        ({}, "success_rate", "mente du target_groups.citizens.success_rate?"),
        ({}, "target_groups.citizen.succes_rate", "mente du target_groups.citizens.success_rate?"),
        ({}, "målgrupper.citizens.succesrate", "mente du target_groups.citizens.success_rate?"),
        ({}, "unit_costs.day.payers", "er ikke et tal i scenariet"),
        ({}, "name", "er ikke et tal i scenariet"),
    ],
)
def test_an_address_that_is_no_number_is_answered_with_one_that_is(
    tmp_path: Path, parts: dict[str, str], address: str, names: str
) -> None:
    with pytest.raises(som.UnknownName) as unknown:
        som.break_even(scenario(tmp_path, **parts), address)
    assert names in unknown.value.say()


@pytest.mark.parametrize(("word", "asked"), [("payer", {"payer": "kommune"}), ("outcome", {"outcome": "npv"})])
def test_an_unknown_payer_or_outcome_is_answered_with_those_there_are(tmp_path: Path, word: str, asked: dict[str, Any]) -> None:
    with pytest.raises(som.UnknownName) as unknown:
        som.break_even(scenario(tmp_path), "target_groups.citizens.success_rate", **asked)
    assert ("municipality" if word == "payer" else "net_present_value") in unknown.value.say("en")


def test_what_fields_allow_and_rules_between_fields_bound_the_search(tmp_path: Path) -> None:
    """A surcharge is searched to 3; a relapse rate beside effect_since_entry is refused as it is when written."""
    salaried = LINEAR.replace("{{annual_cost: {cost}}}", "{{annual_salary: {cost}, fte: 1}}")
    for cost, value in (("1000", 2.0), ("750", 3.0)):
        found = som.break_even(scenario(tmp_path, salaried, cost=cost), "programme.staffing.post.overhead")
        assert found.value == pytest.approx(value, rel=1e-12)
    with pytest.raises(som.NoBreakEven):
        som.break_even(scenario(tmp_path, salaried, cost="700"), "programme.staffing.post.overhead")
    with pytest.raises(som.ScenarioError, match="effect_since_entry"):
        som.break_even(scenario(tmp_path, group="effect_since_entry: [1, 0.5]"), "target_groups.citizens.relapse_rate")


SHELTER = """
som: 1
name: shelter
period: {start: 2025, years: 1}
price_year: 2025
discount_rate: 0
target_groups:
  citizens:
    participants: 10
    success_rate: 1
    consequences:
      nights: {unit_cost: night, change: -60, payers: {rule: shelter_refund, days_before: 300}}
unit_costs:
  night: {amount: 1000, unit: day, law: serviceloven § 110, source: fictitious}
"""


def test_a_payer_rule_bends_the_outcome_and_bounds_its_own_parameter(tmp_path: Path) -> None:
    """The state refunds half of at most 120 days a year. Of 60 days fewer it saves 60 where there were 60 to 120, 180 − d
    where there were d = 120 to 180, nothing beyond: 10 × 30 × 500 kr. at 150 days. At 30 days it would be as much, but
    60 days cannot be saved of 30. At the 300 days stated it saves nothing, as at any number above 180."""
    read = scenario(tmp_path, SHELTER.replace("{", "{{").replace("}", "}}"))
    days = "target_groups.citizens.consequences.nights.payers.days_before"
    found = som.solve(read, days, 10 * 30 * 500, payer="state")
    assert found.value == pytest.approx(150, rel=1e-12)
    assert found.others == ()
    assert som.break_even(read, days, payer="state").value == 300
    assert outcome_of(found) == pytest.approx(150_000, abs=1e-6)


def test_a_value_that_cannot_stand_in_the_scenario_is_no_answer(tmp_path: Path) -> None:
    """In 2022 no number of days was too many, so the state saves half as much only where there were 30 days to begin with."""
    text = SHELTER.replace("start: 2025", "start: 2022").replace("price_year: 2025", "price_year: 2022")
    read = scenario(tmp_path, text.replace("{", "{{").replace("}", "}}"))
    days = "target_groups.citizens.consequences.nights.payers.days_before"
    with pytest.raises(som.NoBreakEven) as none:
        som.solve(read, days, 10 * 30 * 500, payer="state")
    assert "ville være 150.000 kr. ved 30, men den værdi kan ikke stå der" in none.value.say()


def test_prudence_allows_for_the_same_while_the_value_moves(tmp_path: Path) -> None:
    """A fifth is taken off what rests on assumed effects: 6,000 × s / 0.4 × 0.8 = 6,000 kr. at s = 0.5, itself still assumed."""
    careful = scenario(
        tmp_path,
        top="prudence: {source: fictitious, effects: {assumed: 0.2, not_stated: 0.9}}",
        success="{value: 0.4, quality: assumed}",
        change="{value: -5, quality: published}",
    )
    found = som.break_even(careful, "target_groups.citizens.success_rate")
    assert found.value == pytest.approx(0.5, rel=1e-12)
    assert outcome_of(found) == pytest.approx(0, abs=1e-6)


def test_it_says_what_it_found_in_both_languages(tmp_path: Path) -> None:
    found = som.break_even(scenario(tmp_path, success="0.5"), "target_groups.citizens.success_rate", payer="total")
    assert found.say() == (
        "Borgere i prøven: det akkumulerede nettoresultat for det offentlige går i nul"
        " ved en succesrate på 40 % (regnet med 50 %)."
    )
    assert found.say("en") == (
        "Citizens of the trial: the accumulated net of the public purse breaks even at a success rate of 40 % (stated: 50 %)."
    )
    assert found.say() in repr(found)
    html = found._repr_html_()
    assert html.startswith("<table")
    assert "<td" in html
    assert "40 %" in html
    assert som.tables.break_even(found)["Værdi"].tolist() == pytest.approx([0.4])


@pytest.mark.parametrize(("file", "variant"), [("hedensted.yaml", None), ("example.yaml", "careful")])
def test_projecting_at_any_break_even_of_a_shipped_scenario_gives_0(file: str, variant: str | None) -> None:
    """Every figure that a counted line uses, whoever is asked: either there is none, or net is 0 to the oere."""
    read = som.read_scenario(SCENARIOS / file, variant)
    found = 0
    for address in sorted(som.project(read).asked):
        for payer in ("total", "municipality") if variant is None else ("total",):
            try:
                answer = som.break_even(read, address, payer=payer)
            except (som.NoBreakEven, som.ScenarioError):
                continue
            found += 1
            assert outcome_of(answer) == pytest.approx(0, abs=0.01), (address, payer)
    assert found >= 10


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    success=st.integers(1, 99),
    change=st.integers(-50, -1),
    price=st.integers(1, 9000),
    cost=st.integers(1, 90000),
    target=st.integers(-50000, 50000),
    measure=st.sampled_from(["accumulated_net", "net_present_value"]),
    field=st.sampled_from(
        ["target_groups.citizens.success_rate", "unit_costs.day.amount", "programme.staffing.post.annual_cost"]
    ),
)
def test_projecting_at_the_value_found_gives_the_target(
    tmp_path_factory: pytest.TempPathFactory,
    success: int,
    change: int,
    price: int,
    cost: int,
    target: int,
    measure: Measure,
    field: str,
) -> None:
    drawn = scenario(
        tmp_path_factory.mktemp("drawn"),
        rate="0.04",
        success=f"{success / 100}",
        change=f"{change}",
        price=f"{price}",
        cost=f"{cost}",
    )
    try:
        found = som.solve(drawn, field, target, measure)
    except som.NoBreakEven:
        ends = {"target_groups.citizens.success_rate": (0.0, 1.0)}.get(field, (0.0, 1e9))
        nets = [som.project(drawn.vary({field: end})) for end in ends]
        outcomes = [getattr(net, measure) for net in nets]
        assert not min(outcomes) < target < max(outcomes)
        return
    size = max(1.0, np.abs(som.project(found.scenario).savings).sum() / 1e6)
    assert outcome_of(found) == pytest.approx(target, abs=0.01 * size)


@pytest.mark.parametrize("target", [float("inf"), float("nan"), "text", None, True])
def test_a_target_that_is_no_amount_is_refused(target: float) -> None:
    with pytest.raises(som.SomError, match="resultatet, der skal nås"):
        som.solve(som.read_scenario(SCENARIOS / "hedensted.yaml"), "target_groups.dual_diagnosis.success_rate", target)


def test_a_target_of_numpy_is_said() -> None:
    """Savings are 52,500 kr. a percentage point, less 1,075,000 (method.md: Hedensted): 100,000 kr. at 22.38 %."""
    found = som.solve(
        som.read_scenario(SCENARIOS / "hedensted.yaml"), "target_groups.dual_diagnosis.success_rate", np.float64(100_000)
    )
    assert found.value == pytest.approx(1_175_000 / 5_250_000)
    assert "er 100.000 kr. ved en succesrate på 22,38 %" in found.say()


def test_growth_is_searched_only_as_far_as_amounts_can_be_read() -> None:
    """7 years before the price year a post at −99.9 % growth costs 0.001⁻⁷ times as much: that it is beyond reason is said."""
    early = som.read_scenario(SCENARIOS / "hedensted.yaml").vary({"price_year": 2024})
    at = "programme.staffing.coordinator.real_growth"
    with pytest.raises(som.NoBreakEven) as none:
        som.solve(early, at, 1e14)
    said = none.value.say("en")
    assert "no value from −99.9 % to 99.9 %" in said
    assert "below −1,000,000,000,000,000 kr. at −99.9 %" in said
    assert not re.search("[0-9],[0-9]{3}(,[0-9]{3}){5}", said)
