"""The reference calculation against figures worked out by hand in the comments."""

import pytest

from .by_hand import net_present_value_by_payer, project_by_hand
from .figures import discount_factors, payback_year
from .payer_rules import shares_by_rule


def one_group(consequences=None, programme=None, unit_costs=None, years=3, **group):
    """2024 and on, undiscounted, 10 participants in 2024 only, all of them successes."""
    group = {"participants": [10] + [0] * (years - 1), "success_rate": 1, **group}
    group["consequences"] = consequences or {}
    hour = {"amount": 100, "price_year": 2024, "payers": {"municipality": 1}}
    return {
        "period": {"start": 2024, "years": years},
        "price_year": 2024,
        "discount_rate": 0,
        "target_groups": {"citizens": group},
        "programme": {"payers": {"municipality": 1}, **(programme or {})},
        "unit_costs": {"hour": hour, **(unit_costs or {})},
    }


def savings_of(scenario, payer="total"):
    return pytest.approx(project_by_hand(scenario)["savings"][payer])


def cost_of(scenario, payer="total"):
    return pytest.approx(project_by_hand(scenario)["programme_cost"][payer])


def hedensted(success_rate):
    # One success-year is worth 10 x 4,000 (region) + 1 x 30,000 (municipality) = 70,000 kr.
    return {
        "period": {"start": 2017, "years": 5},
        "price_year": 2017,
        "discount_rate": 0,
        "target_groups": {
            "dual_diagnosis": {
                "participants": 5,
                "success_rate": success_rate,
                "consequences": {
                    "bed_days": {"unit_cost": "bed_day", "change": -10},
                    "treatment": {"unit_cost": "treatment", "change": -1},
                },
            }
        },
        "programme": {
            "payers": {"municipality": 1},
            "staffing": {"coordinator": {"hours_per_week": 18.5, "annual_cost": 215000}},
        },
        "unit_costs": {
            "bed_day": {"amount": 4000, "price_year": 2017, "payers": {"region": 1}},
            "treatment": {
                "amount": 30000,
                "price_year": 2017,
                "payers": {"municipality": 1},
            },
        },
    }


def test_hedensted_at_30_per_cent():
    # 5 x 0.30 = 1.5 successes a year; cohorts are followed 5+4+3+2+1 = 15 years:
    # 22.5 success-years x 70,000 = 1,575,000. Cost 5 x 215,000 = 1,075,000.
    result = project_by_hand(hedensted(0.30))
    assert sum(result["savings"]["total"]) == pytest.approx(1_575_000)
    assert sum(result["programme_cost"]["total"]) == pytest.approx(1_075_000)
    assert result["accumulated_net"] == pytest.approx(500_000)
    assert result["net_present_value"] == pytest.approx(500_000)
    assert result["benefit_cost_ratio"] == pytest.approx(1575 / 1075)
    assert result["participants"] == pytest.approx(25)
    assert result["successes"] == pytest.approx(7.5)
    assert result["net_per_participant"] == pytest.approx(20_000)
    assert result["net_per_success"] == pytest.approx(500_000 / 7.5)


def test_hedensted_pays_back_in_2020():
    # Net -110, -5, 100, 205, 310 thousand; accumulated -110, -115, -15, 190, 500.
    result = project_by_hand(hedensted(0.30))
    assert result["accumulated"]["total"] == pytest.approx([-110_000, -115_000, -15_000, 190_000, 500_000])
    assert result["payback_year"] == 2020
    # The municipality saves 45, 90, ..., 225 thousand: 675 of its 1,075. The region pays nothing.
    assert result["payback_by_payer"] == {
        "municipality": None,
        "region": None,
        "state": None,
        "total": 2020,
    }


def test_hedensted_at_40_per_cent_and_at_break_even():
    # 15 x 5 x 0.40 x 70,000 = 2,100,000.
    observed = project_by_hand(hedensted({"observed": {"successes": 8, "of": 20}}))
    assert sum(observed["savings"]["total"]) == pytest.approx(2_100_000)
    assert observed["accumulated_net"] == pytest.approx(1_025_000)
    even = project_by_hand(hedensted(0.30 * 1075 / 1575))
    assert even["accumulated_net"] == pytest.approx(0, abs=1e-6)


def test_a_part_year_takes_months_over_twelve():
    # From October: 12 x 3/12 = 3 participants and 400,000 x 3/12 in 2024.
    post = {"annual_cost": 400_000}
    scenario = one_group(programme={"from_year": "2024-10", "staffing": {"post": post}})
    scenario["target_groups"]["citizens"]["participants"] = 12
    result = project_by_hand(scenario)
    assert result["by_group"]["citizens"]["participants"] == [3, 12, 12]
    assert result["programme_cost"]["municipality"] == [100_000, 400_000, 400_000]


def test_own_years_replace_one_end_and_a_list_escapes_both():
    # The post's own to_year is June 2025: 3/12, then 6/12. The list of T stands as written.
    programme = {
        "from_year": "2024-10",
        "to_year": 2025,
        "staffing": {
            "short": {"annual_cost": 120_000, "to_year": "2025-06"},
            "early": {
                "annual_cost": 1_200,
                "from_year": "2024-03",
                "to_year": "2024-10",
            },
            "listed": {"fte": [1, 0, 1], "annual_salary": 500_000, "overhead": 0.2},
        },
    }
    # short 30,000, 60,000, 0; early 8/12 = 800, 0, 0; listed 600,000, 0, 600,000.
    assert cost_of(one_group(programme=programme)) == [630_800, 60_000, 600_000]


def test_calendar_map_holds_until_the_next():
    # fte 0.5 of 100,000 from 2023 on, 1 from 2025; hours 18.5 / 37 = 0.5 of 60,000.
    staffing = {
        "mapped": {"fte": {"2023": 0.5, "2025": 1}, "annual_salary": 100_000},
        "hours": {
            "hours_per_week": 18.5,
            "annual_salary": {2024: 60_000, 2026: 80_000},
        },
    }
    scenario = one_group(programme={"staffing": staffing})
    assert cost_of(scenario) == [80_000, 130_000, 140_000]


def test_first_year_share_moves_months_of_the_product():
    # One-off: 10 x 100 = 1,000 of which a quarter falls in 2024.
    one_off = {"one_off": {"unit_cost": "hour", "change": [-1]}}
    assert savings_of(one_group(one_off, first_year_share=0.25)) == [250, 750, 0]
    # Series m = 1, 0.5, 0.5 x 0 with phi 0.5: 0.5, 0.75, 0.25.
    lasting = {"lasting": {"unit_cost": "hour", "change": -1}}
    scenario = one_group(lasting, first_year_share=0.5, effect_since_entry=[1, 0.5])
    assert savings_of(scenario) == [500, 750, 250]


def test_relapse_and_attrition_compound():
    # 10 helped; each year 0.9 x 0.8 = 0.72 remain: 10, 7.2, 5.184.
    line = {"line": {"unit_cost": "hour", "change": -1}}
    scenario = one_group(line, relapse_rate=0.1, attrition_rate=0.2)
    assert savings_of(scenario) == [1000, 720, 518.4]
    # A participant line does not fade.
    line["line"]["basis"] = "participant"
    assert savings_of(one_group(line, relapse_rate=0.1)) == [1000, 1000, 1000]


def test_completion_baseline_and_harm():
    # 10 x 0.8 x (0.5 - 0.25) = 2; measured on participants 10 x 0.25 = 2.5.
    rates = {"completion_rate": 0.8, "success_rate": 0.5, "baseline_rate": 0.25}
    assert project_by_hand(one_group(**rates))["successes"] == pytest.approx(2)
    on_all = one_group(**rates, rates_measured_on="participants")
    assert project_by_hand(on_all)["successes"] == pytest.approx(2.5)
    # Harm: 10 x (0.1 - 0.3) = -2 successes cost 2 x 100 a year.
    line = {"line": {"unit_cost": "hour", "change": -1}}
    assert savings_of(one_group(line, success_rate=0.1, baseline_rate=0.3)) == [-200] * 3


def test_income_gains_and_realisable_of_the_line_replaces():
    # 10 more units of a tax of 50 are 500 saved a year, at the line's realisable 0.5, then 1.
    tax = {"amount": 50, "kind": "income", "realisable": 0.1, "payers": {"state": 1}}
    line = {"unit_cost": "tax", "change": 1, "realisable": {2024: 0.5, 2026: 1}}
    scenario = one_group({"line": line}, unit_costs={"tax": tax})
    assert savings_of(scenario, "state") == [250, 250, 500]
    del line["realisable"]
    assert savings_of(scenario, "state") == [50, 50, 50]


def test_prices_move_by_index_extension_and_real_growth():
    # 2022 to 2024: 110 / 100. 2026 is 110 x 1.1^2 = 133.1; 2020 is 100 / 1.25^2 = 64.
    line = {"line": {"unit_cost": "hour", "change": [-1]}}
    scenario = one_group(line)
    scenario["price_index"] = {"series": "own", "before": 0.25, "after": 0.1}
    scenario["indices"] = {"own": {"values": {"2022": 100, "2023": 105, "2024": 110}}}
    hour = scenario["unit_costs"]["hour"]
    hour["price_year"] = 2022
    assert savings_of(scenario) == [1100, 0, 0]
    hour["price_year"] = 2020
    assert savings_of(scenario) == [1000 * 110 / 64, 0, 0]
    hour["price_year"], scenario["price_year"] = 2022, 2026
    # Real growth of 2 % counts from the scenario's price year, 2026: two years back in 2024.
    hour["real_growth"] = 0.02
    assert savings_of(scenario) == [1331 / 1.02**2, 0, 0]


def test_payers_by_year_by_list_with_rest_and_citizen():
    line = {"unit_cost": "hour", "change": -1}
    scenario = one_group({"line": line})
    line["payers"] = {2024: {"municipality": 0.8, "rest": "state"}, 2026: {"region": 1}}
    assert savings_of(scenario, "municipality") == [800, 800, 0]
    assert savings_of(scenario, "state") == [200, 200, 0]
    assert savings_of(scenario, "region") == [0, 0, 1000]
    line["payers"] = [{"citizen": 0.1, "state": 0.9}, {"state": 1}, {"rest": "region"}]
    result = project_by_hand(scenario)
    assert result["payers"] == ["municipality", "region", "state", "citizen"]
    assert result["savings"]["citizen"] == pytest.approx([100, 0, 0])
    assert result["savings"]["total"] == pytest.approx([900, 1000, 1000])
    assert "citizen" not in result["payback_by_payer"]


def test_residual_value_returns_in_the_last_year_to_its_payers():
    van = {
        "amount": 90_000,
        "basis": "once",
        "category": "equipment",
        "residual_value": 30_000,
        "payers": {2024: {"municipality": 1}, 2026: {"region": 1}},
    }
    scenario = one_group(programme={"costs": {"van": van}})
    assert cost_of(scenario, "municipality") == [90_000, 0, 0]
    assert cost_of(scenario, "region") == [0, 0, -30_000]
    # A payer whose only cost is negative carries none: no payback year.
    assert project_by_hand(scenario)["payback_by_payer"]["region"] is None


def test_funding_moves_money_and_sums_to_zero_unless_from_outside():
    programme = {
        "staffing": {"post": {"annual_cost": 100_000}},
        "funding": {
            "pool": {
                "amount": 60_000,
                "basis": "once",
                "year": 2025,
                "paid_by": "outside",
                "received_by": "municipality",
            },
            "grant": {
                "amount": 40_000,
                "basis": "year",
                "to_year": "2025-06",
                "paid_by": "state",
                "received_by": "municipality",
            },
        },
    }
    scenario = one_group(programme=programme)
    # Grant 40,000, then 6/12 of it; the pool only in 2025.
    assert cost_of(scenario, "state") == [40_000, 20_000, 0]
    assert cost_of(scenario, "municipality") == [60_000, 20_000, 100_000]
    assert cost_of(scenario) == [100_000, 40_000, 100_000]


def test_per_person_lines_follow_the_participants():
    # 4 start in 2024 and 4 in 2025 (the programme ends); 75 % complete.
    programme = {
        "to_year": 2025,
        "costs": {
            "materials": {"amount": [500, 100], "basis": "participant"},
            "meeting": {"unit_cost": "hour", "units": 2, "basis": "completer"},
        },
        "saved_alternative": {"old": {"amount": 50, "basis": "participant"}},
    }
    scenario = one_group(programme=programme, completion_rate=0.75)
    scenario["target_groups"]["citizens"]["participants"] = 4
    # Materials 2,000, 2,000 + 400, 400; meetings 3 x 2 x 100 = 600 twice; saved 200 twice.
    assert cost_of(scenario) == [2_400, 2_800, 400]
    # A second group is left out when the line names the first one only.
    scenario["target_groups"]["others"] = {"participants": 100, "success_rate": 0}
    for line in programme["costs"] | programme["saved_alternative"]:
        section = "costs" if line in programme["costs"] else "saved_alternative"
        scenario["programme"][section][line]["target_groups"] = ["citizens"]
    assert cost_of(scenario) == [2_400, 2_800, 400]


def test_a_line_pays_as_its_unit_cost_says():
    supervision = {
        "unit_cost": "visit",
        "units": 12,
        "basis": "year",
        "from_year": "2026-07",
    }
    visit = {"amount": [1, 2, 1_000], "payers": {"region": 1}, "realisable": 0}
    programme = {"costs": {"supervision": supervision}}
    scenario = one_group(programme=programme, unit_costs={"visit": visit})
    # Half of 2026: 6 units of 1,000; realisable applies to consequences only.
    assert cost_of(scenario, "region") == [0, 0, 6_000]


def test_uncounted_lines_have_no_amount():
    lines = {"unknown": {"unit_cost": "secret", "change": None, "counted": False}}
    costs = {"unknown": {"amount": None, "basis": "year", "counted": False}}
    scenario = one_group(lines, {"costs": costs}, {"secret": {"amount": None}})
    result = project_by_hand(scenario)
    assert result["accumulated_net"] == 0
    assert result["benefit_cost_ratio"] is None
    assert result["payback_year"] is None


def test_once_falls_in_the_programmes_first_year():
    # 2 % real growth from price year 2024 to 2025.
    cost = {"amount": 1_000, "basis": "once", "real_growth": 0.02}
    programme = {"from_year": "2025-04", "costs": {"start": cost}}
    assert cost_of(one_group(programme=programme)) == [0, 1_020, 0]


def test_discount_factors():
    assert discount_factors(0.25, 3) == pytest.approx([1, 0.8, 0.64])
    factors = discount_factors("finance_ministry_2021", 38)
    assert factors[35] == pytest.approx(1.035**-35)
    assert factors[37] == pytest.approx(1.035**-35 * 1.025**-2)
    # One post of 1,000 in 2024 and 2025 at 25 %: 1,000 + 800.
    scenario = one_group(programme={"staffing": {"post": {"annual_cost": [1000, 1000, 0]}}})
    scenario["discount_rate"] = 0.25
    assert project_by_hand(scenario)["net_present_value"] == pytest.approx(-1_800)
    assert net_present_value_by_payer(scenario)["municipality"] == pytest.approx(-1_800)


@pytest.mark.parametrize(
    ("programme_cost", "savings", "expected"),
    [
        # Accumulated -10, 5, -1, 1: at or above 0 for good only from the fourth year.
        ([10, 0, 6, 0], [0, 15, 0, 2], 2027),
        # Nothing before 2026; then -5, 0: the empty years are no payback.
        ([0, 0, 5, 0], [0, 0, 0, 5], 2027),
        # Savings first: accumulated 0, 5, 0, 0 from 2025 on.
        ([0, 0, 5, 0], [0, 5, 0, 0], 2025),
        # -0.004 rounds to 0.
        ([10.004, 0, 0, 0], [10, 0, 0, 0], 2024),
        ([10, 0, 0, 0], [0, 0, 0, 9.99], None),
        ([0, 0, 0, 0], [5, 5, 5, 5], None),
        ([-5, 0, 0, 0.004], [0, 0, 0, 0], None),
    ],
)
def test_payback_year(programme_cost, savings, expected):
    accumulated, so_far = [], 0
    for paid, saved in zip(programme_cost, savings, strict=True):
        so_far += saved - paid
        accumulated.append(so_far)
    years = [2024, 2025, 2026, 2027]
    assert payback_year(programme_cost, savings, accumulated, years) == expected


@pytest.mark.parametrize(
    ("rule", "law", "price", "year", "change", "payer", "share"),
    [
        # By hand (method.md: Payer rules).
        ({"rule": "kmf_psychiatry", "days_per_admission": 25.8}, "", 3518, 2017, -1, "municipality", 8862 / (3518 * 25.8)),
        ({"rule": "kmf_psychiatry", "days_per_admission": 25.8}, "", 3518, 2019, -1, "municipality", 0),
        ({"rule": "refund_ladder", "weeks_before": 0}, "", 1, 2016, -1, "state", 19.8 / 52),
        ({"rule": "costly_case", "yearly_cost_before": 1_900_000}, "serviceloven § 107", 4e5, 2022, -1, "state", 0.3875),
        ({"rule": "costly_case", "yearly_cost_before": 1_000_000}, "barnets lov § 46", 2e5, 2022, -1, "state", 0.175),
        ({"rule": "shelter_refund", "days_before": 365}, "serviceloven § 110", 1, 2022, -300, "state", 0.5),
        ({"rule": "shelter_refund", "days_before": 365}, "serviceloven § 110", 1, 2023, -300, "state", 43_480 / 365 / 300),
        ({"rule": "shelter_refund", "days_before": 365}, "serviceloven § 110", 1, 2024, -300, "state", 27.5 / 300),
    ],
)
def test_shares_by_rule(rule, law, price, year, change, payer, share):
    shares = shares_by_rule({"price_year": 2022}, rule, {"law": law}, price, year, 0, change)
    assert shares[payer] == pytest.approx(share)
    assert sum(shares.values()) == pytest.approx(1)


def test_prudence_takes_from_savings_and_adds_to_cost():
    # effects 0.2 (the assumed rate; the change is published, 0), savings 0.5: 1 - 0.8 x 0.5 = 0.6 of 1,000.
    # The van: 0.1 of 90,000 in 2024 and of 30,000 in 2026; nothing on the funding.
    line = {"unit_cost": "hour", "change": [-1], "quality": "published"}
    van = {"amount": 90_000, "basis": "once", "category": "equipment", "residual_value": 30_000, "quality": "local"}
    pool = {"amount": 1_000, "basis": "once", "paid_by": "outside", "received_by": "municipality"}
    saved = {"unit_cost": "hour", "units": 10, "basis": "year", "quality": "implied"}
    sections = {"costs": {"van": van}, "funding": {"pool": pool}, "saved_alternative": {"old": saved}}
    scenario = one_group({"line": line}, sections, success_rate={"value": 1, "quality": "assumed"})
    scenario["prudence"] = {"source": "x", "effects": {"assumed": 0.2}, "savings": 0.5, "costs": {"local": 0.1}}
    assert savings_of(scenario, "municipality") == [400, 0, 0]
    # The saved alternative of 10 x 100 a year counts at half.
    assert cost_of(scenario) == [90_000 + 9_000 - 1_000 - 500, -500, -30_000 + 3_000 - 500]
