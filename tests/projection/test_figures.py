"""Figures that are not known, and the notices that a reader should see."""

from pathlib import Path

import pytest

import som_model as som
from tests.every import every

BASE = """
som: 1
name: small
period: {{start: 2024, years: 4}}
price_year: 2024
discount_rate: 0
{top}
target_groups:
  citizens:
    participants: {participants}
    success_rate: 0.5
    {group}
    consequences:
      days: {{unit_cost: day, change: {change}}}
programme:
  payers: {{municipality: 1}}
  {programme}
  staffing:
    post: {{annual_cost: 1000, {post}}}
unit_costs:
  day: {{amount: {amount}, unit: day, payers: {{region: 1}}, source: fictitious, {price}}}
"""


def scenario(tmp_path: Path, **parts: str) -> som.Scenario:
    filled = {
        "top": "",
        "participants": "10",
        "group": "attrition_rate: 0",
        "change": "-1",
        "programme": "from_year: 2024",
        "post": "area: service",
        "amount": "100",
        "price": "area: other",
        **parts,
    }
    file = tmp_path / "small.yaml"
    file.write_text(BASE.format(**filled), encoding="utf-8")
    return som.read_scenario(file)


def test_unknown_figures_that_are_used_are_all_listed(tmp_path: Path) -> None:
    unknown = scenario(tmp_path, participants="{2024: 5, 2026: null}", amount="null", group="relapse_rate: null")
    with pytest.raises(som.MissingFigures) as error:
        som.project(unknown)
    assert {finding.address for finding in error.value.findings} == {
        "target_groups.citizens.participants.2026",
        "target_groups.citizens.relapse_rate",
        "unit_costs.day.amount",
    }
    assert all(finding.line for finding in error.value.findings)


def test_unknown_figures_in_years_that_need_none_are_not_asked_for(tmp_path: Path) -> None:
    late = scenario(tmp_path, participants="{2024: 0, 2026: 5}", amount="{2024: null, 2026: 100}")
    projection = som.project(late)
    assert projection.accumulated_net == pytest.approx(5 * 0.5 * 100 * 3 - 4000)
    assert "unit_costs.day.amount.2024" in {notice.address for notice in projection.notices}


@pytest.mark.parametrize(
    "parts",
    [
        {"participants": "[0, 0, 0, 5]", "change": "[-1, null]"},
        {"participants": "[0, 0, 0, 5]", "group": "relapse_rate: null"},
        {"participants": "[0, 0, 0, 5]", "group": "effect_since_entry: [1, null]"},
        {"participants": "0", "group": "relapse_rate: null", "amount": "null"},
        {"post": "counted: false, real_growth: null"},
    ],
)
def test_figures_that_nothing_comes_to_need_are_not_asked_for(tmp_path: Path, parts: dict[str, str]) -> None:
    projection = som.project(scenario(tmp_path, **parts))
    assert projection.accumulated_net == projection.accumulated_net
    assert any(notice.message.key == "unused_null" for notice in projection.notices)


def test_successes_are_undefined_where_no_rate_is_needed_or_written(tmp_path: Path) -> None:
    text = BASE.format(
        top="",
        participants="10",
        group="attrition_rate: 0",
        change="-1, basis: participant",
        programme="from_year: 2024",
        post="area: service",
        amount="100",
        price="area: other",
    ).replace("    success_rate: 0.5\n", "")
    file = tmp_path / "small.yaml"
    file.write_text(text, encoding="utf-8")
    projection = som.project(som.read_scenario(file))
    assert projection.successes is None
    assert projection.net_per_success is None
    assert projection.participants == 40


NOTICES = [
    ({"group": "baseline_rate: 0.6"}, "target_groups.citizens.success_rate", "harm"),
    ({"change": "[-1, -1]"}, "target_groups.citizens.consequences.days.change", "list_ends"),
    ({"group": "effect_since_entry: [1, 0.5]"}, "target_groups.citizens.effect_since_entry", "list_ends"),
    ({"programme": "from_year: 2020"}, "programme.from_year", "cut_to_period"),
    ({"programme": "to_year: 2040"}, "programme.to_year", "cut_to_period"),
    ({"participants": "[1, 2, 3, 4]", "group": "to_year: 2025"}, "target_groups.citizens.participants", "list_outside_years"),
    ({"price": "price_year: 2023"}, "indices.net_price_index", "index_partial"),
    (
        {"price": "price_year: 2026", "top": "price_index: {series: net_price_index, after: 0.02}"},
        "unit_costs.day",
        "index_extended",
    ),
    (
        {"price": "price_year: 2010", "top": "price_index: {series: net_price_index, before: 0.018}"},
        "unit_costs.day",
        "index_extended",
    ),
    (
        {"post": "hours_per_week: 18.5, citizen_hours_per_year: 100, hours_per_participant: 40"},
        "programme.staffing.post.hours_per_participant",
        "beyond_capacity",
    ),
    ({"group": "size: null"}, "target_groups.citizens.size", "unused_null"),
    ({"post": "from_year: 2030"}, "programme.staffing.post", "no_years_left"),
    ({"top": 'catalogue: "2020.1"'}, "catalogue", "unknown_catalogue_version"),
    ({"top": 'catalogue: "2026.1"'}, "catalogue", "other_catalogue_same"),
]


@every("parts, address, key", NOTICES, ids=[f"{key}-{i}" for i, (_, _, key) in enumerate(NOTICES)])
def test_a_notice_says_what_the_reader_should_know(tmp_path: Path, parts: dict[str, str], address: str, key: str) -> None:
    found = {(notice.address, notice.message.key) for notice in som.project(scenario(tmp_path, **parts)).notices}
    assert (address, key) in found
    quiet = {(notice.address, notice.message.key) for notice in som.project(scenario(tmp_path)).notices}
    assert (address, key) not in quiet


def test_a_one_off_and_a_fixed_rate_give_no_notice(tmp_path: Path) -> None:
    assert som.project(scenario(tmp_path, change="[-1]")).notices == ()
