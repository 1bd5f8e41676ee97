"""Slips that meet other slips, and input that only just is none: told once, at the right place, and nothing lost."""

from pathlib import Path

import pytest

import som_model as som
from tests.every import every

BASE = """
som: 1
name: small
period: {{start: 2024, years: 5}}
price_year: {price_year}
discount_rate: 0
{top}
target_groups:
  citizens:
    participants: {participants}
    success_rate: 0.5
    consequences:
      days: {{unit_cost: day, change: -1, {line}}}
programme:
  payers: {payers}
  staffing: {{post: {{{post}}}}}
  costs: {costs}
unit_costs:
  {cost}
  day: {{amount: {amount}, unit: day, payers: {day_payers}, source: fictitious}}
variants: {variants}
"""


def read(tmp_path: Path, **parts: str) -> som.Scenario:
    filled = {
        "price_year": "2024",
        "top": "",
        "participants": "10",
        "line": "basis: success",
        "payers": "{municipality: 1}",
        "post": "annual_cost: 1000",
        "costs": "{}",
        "amount": "100",
        "day_payers": "{region: 1}",
        "variants": "{}",
        "cost": "",
        **parts,
    }
    file = tmp_path / "small.yaml"
    file.write_text(BASE.format(**filled), encoding="utf-8")
    return som.read_scenario(file)


def told(tmp_path: Path, **parts: str) -> list[tuple[str, str]]:
    """(key, address) of every finding."""
    with pytest.raises(som.ScenarioError) as error:
        read(tmp_path, **parts)
    return [(finding.message.key, finding.address) for finding in error.value.findings]


KMF = "{rule: kmf_psychiatry, days_per_admission: 20}"
SLIPS = [
    (
        {"participants": "[1, 2]", "costs": "{c: {amount: 3, basis: participant}}"},
        [("calendar_list_length", "target_groups.citizens.participants")],
    ),
    ({"payers": KMF}, [("rule_not_here", "programme.payers")]),
    ({"post": f"annual_cost: 1, payers: {KMF}"}, [("rule_not_here", "programme.staffing.post.payers")]),
    ({"costs": f"{{c: {{amount: 3, basis: year, payers: {KMF}}}}}"}, [("rule_not_here", "programme.costs.c.payers")]),
    (
        {
            "costs": "{c: {unit_cost: day, units: 1, basis: year}}",
            "day_payers": "{rule: kmf_psychiatry}",
            "line": "counted: false",
        },
        [("missing_parameter", "programme.costs.c.payers.days_per_admission")],
    ),
    (
        {"day_payers": "{rule: kmf_psychiatry, days_per_admission: 0}"},
        [("not_above", "unit_costs.day.payers.days_per_admission")],
    ),
    (
        {"day_payers": "{rule: kmf_psychiatry, days_per_admission: 10, shorter_stays: {days_fewer: 20}}"},
        [("too_large", "unit_costs.day.payers.shorter_stays.days_fewer")],
    ),
    ({"day_payers": "{municipality: 0.8, state: null, rest: region}"}, [("share_unknown", "unit_costs.day.payers.state")]),
    (
        {"costs": "{c: {amount: 0, basis: once, category: equipment, residual_value: 5, payers: {2030: {municipality: 1}}}}"},
        [("map_begins_late", "programme.costs.c.payers.2028")],
    ),
    ({"costs": "{a.b: {amount: 3, basis: year}}"}, [("bad_key", "programme.costs")]),
    ({"costs": "{c: {amuont: 3, basis: year}}"}, [("unknown_key_near", "programme.costs.c.amuont")]),
    ({"costs": "{c: {beløb: 3, basis: year}}"}, [("unknown_key_near", "programme.costs.c.beløb")]),
    ({"costs": "{c: {amount: 3, bassis: year}}"}, [("unknown_key_near", "programme.costs.c.bassis")]),
    ({"post": "årsløn: 430000"}, [("unknown_key_near", "programme.staffing.post.årsløn")]),
    ({"amount": "10,000"}, [("thousands_or_decimals", "unit_costs.day.amount")]),
    ({"post": "annual_salary: 1, fte: 1, overhead: 15"}, [("overhead_as_percentage", "programme.staffing.post.overhead")]),
    ({"variants": "{v: {set: {success_rate: 0.3}}}"}, [("no_address_near", "success_rate")]),
    (
        {"price_year": "20 24", "post": "annual_cost: 1, from_year: 2026, to_year: 2025"},
        [("year_expected", "price_year"), ("ends_before_it_begins", "programme.staffing.post.to_year")],
    ),
    (
        {"line": "realisable: {value: 0.5, distribution: pert}"},
        [("needs_both_ends", "target_groups.citizens.consequences.days.realisable.distribution")],
    ),
    (
        {"costs": "{c: {amount: 3, basis: participant, target_groups: []}}"},
        [("list_of_names", "programme.costs.c.target_groups")],
    ),
    ({"line": "url: x"}, [("unknown_key", "target_groups.citizens.consequences.days.url")]),
]


@every("parts, wanted", SLIPS, ids=[f"{keys[0][0]}-{i}" for i, (_, keys) in enumerate(SLIPS)])
def test_a_slip_is_told_once(tmp_path: Path, parts: dict[str, str], wanted: list[tuple[str, str]]) -> None:
    assert told(tmp_path, **parts) == wanted


def test_two_slips_at_one_place_are_both_told(tmp_path: Path) -> None:
    costs = "{c: {amount: 3, unit_cost: tax, basis: year}}"
    tax = "{amount: 1, unit: kr, kind: income, payers: {region: 1}, source: fictitious}"
    wanted = {("one_of_two", "programme.costs.c.unit_cost"), ("income_in_programme", "programme.costs.c.unit_cost")}
    assert set(told(tmp_path, costs=costs, cost=f"tax: {tax}")) == wanted


def test_a_broken_period_does_not_hide_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    text = BASE.format(
        price_year="2024",
        top="",
        participants="10",
        line="basis: success",
        payers="{municipality: 1}",
        post="fte: 1",
        costs="{}",
        amount="1",
        day_payers="{region: 1}",
        variants="{}",
        cost="",
    )
    file.write_text(text.replace("years: 5", "years: fem"), encoding="utf-8")
    with pytest.raises(som.ScenarioError) as error:
        som.read_scenario(file)
    found = {(finding.message.key, finding.address) for finding in error.value.findings}
    assert found == {("not_a_number", "period.years"), ("one_needed", "programme.staffing.post.annual_cost")}


def test_a_slip_of_a_variant_stands_on_the_line_of_the_variant(tmp_path: Path) -> None:
    variants = (
        "\n  v:\n    set:\n      target_groups.citizens.success_rate:\n        value: 0.4\n        low: 0.3\n        hgih: 0.5\n"
    )
    with pytest.raises(som.ScenarioError) as error:
        read(tmp_path, variants=variants)
    lines = (tmp_path / "small.yaml").read_text(encoding="utf-8").splitlines()
    assert {lines[finding.line - 1].strip() for finding in error.value.findings} == {"hgih: 0.5"}


ALLOWED = [
    {"participants": "[1, 2, 3, 4, 5]"},
    {"participants": "[1,2,3,4,5]"},
    {"post": "fte: 0.5, annual_salary: {2024: 0, 2025: 600000}, payers: {2025: {region: 1}}"},
    {"variants": "{v: {set: {price_index.after: 0.02}}}"},
    {"variants": "{v: {set: {target_groups.citizens.success_rate.high: 0.6, target_groups.citizens.success_rate.low: 0.4}}}"},
    {"variants": "{v: {set: {period.years: 6}}}"},
    {"costs": "{c: {amount: null, basis: once, counted: false}}"},
    {"day_payers": "[{region: 1}, {region: 1}, {region: 1}, {state: 1}, {state: 1}]"},
    {"day_payers": "{2024: {rule: kmf_psychiatry, days_per_admission: 20}, 2026: {region: 0.5, rest: citizen}}"},
    {"line": "realisable: {value: 0.5, low: 0.4, high: 0.6, distribution: pert}"},
]


@every("parts", ALLOWED, ids=range(len(ALLOWED)))
def test_what_the_language_allows_is_read_and_projected(tmp_path: Path, parts: dict[str, str]) -> None:
    scenario = read(tmp_path, **parts)
    for variant in (None, *scenario.variants):
        assert som.project(som.read_scenario(tmp_path / "small.yaml", variant)).accumulated_net is not None


def test_an_estimate_made_from_a_plain_number_keeps_the_number(tmp_path: Path) -> None:
    rate = read(tmp_path).vary({"target_groups.citizens.success_rate.low": 0.4, "target_groups.citizens.success_rate.high": 0.6})
    estimate = rate.target_groups["citizens"].success_rate
    assert (estimate.value, estimate.low, estimate.high) == (0.5, 0.4, 0.6)


def test_a_scenario_is_frozen_all_the_way_down(tmp_path: Path) -> None:
    scenario = read(tmp_path, variants="{v: {set: {target_groups.citizens.success_rate: {value: 0.4}}}}")
    with pytest.raises(TypeError):
        scenario.variants["v"].set["target_groups.citizens.success_rate"]["value"] = "0.9"
    assert isinstance(hash(scenario), int)
