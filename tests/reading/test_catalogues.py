"""What a scenario takes from catalogues: vintages, copies, own files, definitions."""

from pathlib import Path

import pytest

import som_model as som

SCENARIO = """
som: 1
name: small
period: {start: 2024, years: 3}
price_year: %(price_year)s
discount_rate: 0
price_index: {series: net_price_index, before: 0.018, after: 0.02}
catalogues: [own.yaml]
target_groups:
  citizens:
    %(group)s
    participants: 10
    success_rate: 0.5
    %(lines)s
programme: {payers: {municipality: 1}}
"""
CATALOGUE = """
som_catalogue: 1
unit_costs:
  day@2022: {amount: 100, unit: day, price_year: 2022, payers: {region: 1}, source: fictitious}
  day@2024: {from: day@2022, amount: 120, price_year: 2024}
  psychiatric_bed_day: {amount: 5000, unit: bed_day, price_year: 2024, payers: {region: 1}, source: fictitious}
target_groups:
  own_group:
    label: {da: Egen gruppe, en: Own group}
    source: fictitious
    consequences:
      days: {unit_cost: day, change: [-3, -2, -1], relapse_included: true, source: fictitious}
      nights: {unit_cost: day}
"""
LINES = "consequences: {days: {unit_cost: %s, change: -1}}"


def read(tmp_path: Path, catalogue: str = CATALOGUE, **parts: str) -> som.Scenario:
    filled = {"price_year": "2024", "group": "attrition_rate: 0", "lines": LINES % "day", **parts}
    (tmp_path / "own.yaml").write_text(catalogue, encoding="utf-8")
    file = tmp_path / "small.yaml"
    file.write_text(SCENARIO % filled, encoding="utf-8")
    return som.read_scenario(file)


def amount(scenario: som.Scenario, reference: str) -> float | None:
    series = scenario.unit_cost(reference).amount
    assert series is not None
    assert series.every is not None
    return series.every.value


def keys(scenario: som.Scenario) -> set[str]:
    return {notice.message.key for notice in scenario.record.notices}


@pytest.mark.parametrize(("price_year", "price"), [("2024", 120), ("2023", 100), ("2022", 100), ("2030", 120)])
def test_the_latest_vintage_not_after_the_price_year_is_taken(tmp_path: Path, price_year: str, price: float) -> None:
    scenario = read(tmp_path, price_year=price_year)
    assert amount(scenario, "day") == price
    assert "vintage_after_price_year" not in keys(scenario)


def test_else_the_earliest_with_a_notice(tmp_path: Path) -> None:
    scenario = read(tmp_path, price_year="2020")
    assert amount(scenario, "day") == 100
    assert "vintage_after_price_year" in keys(scenario)


def test_a_pinned_vintage_is_taken_and_has_its_own_address(tmp_path: Path) -> None:
    scenario = read(tmp_path, lines=LINES % "day@2022")
    assert amount(scenario, "day@2022") == 100
    assert set(scenario.unit_costs) == {"day@2022"}
    assert amount(scenario.vary({"unit_costs.day@2022.amount": 90}), "day@2022") == 90
    with pytest.raises(som.ScenarioError, match=r"unit_costs\.day@2022\.amount"):
        scenario.vary({"unit_costs.day.amount": 90})


def test_pinning_the_vintage_that_would_be_taken_anyway_keeps_the_plain_address(tmp_path: Path) -> None:
    scenario = read(tmp_path, lines=LINES % "day@2024")
    assert amount(scenario.vary({"unit_costs.day.amount": 90}), "day@2024") == 90


def test_another_line_does_not_change_what_an_address_means(tmp_path: Path) -> None:
    lines = "consequences: {a: {unit_cost: day@2022, change: -1}, b: {unit_cost: day, change: -1, counted: false}}"
    scenario = read(tmp_path, lines=lines).vary({"unit_costs.day@2022.amount": 90})
    assert amount(scenario, "day@2022") == 90


def test_a_vintage_is_in_the_prices_of_the_year_it_names(tmp_path: Path) -> None:
    catalogue = CATALOGUE.replace("price_year: 2022, ", "")
    assert read(tmp_path, catalogue, lines=LINES % "day@2022").unit_cost("day@2022").price_year == 2022
    with pytest.raises(som.ScenarioError) as error:
        read(tmp_path, CATALOGUE.replace("price_year: 2022", "price_year: 2021"))
    assert error.value.findings[0].message.key == "vintage_contradicts"


def test_a_definition_set_by_a_variant_brings_its_consequences(tmp_path: Path) -> None:
    scenario = read(tmp_path, lines="baseline_rate: 0")
    by_field = scenario.vary({"target_groups.citizens.definition": "own_group"})
    whole = scenario.vary({"target_groups.citizens": {"definition": "own_group", "participants": 10, "success_rate": 0.5}})
    for varied in (by_field, whole):
        assert set(varied.target_groups["citizens"].consequences) == {"days"}
    with pytest.raises(som.ScenarioError, match="own_group"):
        scenario.vary({"target_groups.citizens.definition": "own_grup"})


def test_two_vintages_used_at_once_have_an_address_each(tmp_path: Path) -> None:
    lines = "consequences: {a: {unit_cost: day, change: -1}, b: {unit_cost: day@2022, change: -1}}"
    scenario = read(tmp_path, lines=lines)
    assert (amount(scenario, "day"), amount(scenario, "day@2022")) == (120, 100)
    assert set(scenario.unit_costs) == {"day", "day@2022"}


def test_a_copy_keeps_what_it_does_not_replace(tmp_path: Path) -> None:
    cost = read(tmp_path).unit_cost("day")
    assert (cost.price_year, cost.unit, cost.source) == (2024, "day", "fictitious")


def test_an_own_catalogue_overrides_the_built_in_with_a_notice(tmp_path: Path) -> None:
    scenario = read(tmp_path, lines=LINES % "psychiatric_bed_day")
    assert amount(scenario, "psychiatric_bed_day") == 5000
    assert "own_catalogue_replaces" in keys(scenario)


def test_setting_one_field_of_a_catalogue_entry_copies_the_rest(tmp_path: Path) -> None:
    cost = read(tmp_path).vary({"unit_costs.day.realisable": 0.5}).unit_cost("day")
    assert cost.realisable is not None
    assert cost.amount is not None
    assert cost.amount.every.value == 120


def test_a_definitions_consequences_are_used_where_the_group_writes_none(tmp_path: Path) -> None:
    scenario = read(tmp_path, group="definition: own_group", lines="baseline_rate: 0")
    assert set(scenario.target_groups["citizens"].consequences) == {"days"}
    assert "definition_consequences" in keys(scenario)
    assert scenario.record.source.definition("citizens").label.say("en") == "Own group"


def test_relapse_included_and_a_relapse_rate_fade_twice(tmp_path: Path) -> None:
    with pytest.raises(som.ScenarioError):
        read(tmp_path, group="definition: own_group", lines="relapse_rate: 0.1")
    line = "relapse_rate: 0.1\n    consequences: {days: {relapse: additional}}"
    read(tmp_path, group="definition: own_group", lines=line.replace("days: {", "days: {unit_cost: day, "))


def test_mistakes_of_an_own_catalogue_are_found_in_its_file(tmp_path: Path) -> None:
    with pytest.raises(som.ScenarioError) as error:
        read(
            tmp_path,
            CATALOGUE.replace("amount: 100", "amount: 100.000").replace("source: fictitious}\ntarget", "sorce: x}\ntarget"),
        )
    assert {(finding.file, finding.line) for finding in error.value.findings} == {("own.yaml", 4), ("own.yaml", 6)}


def test_a_copy_of_nothing_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(som.ScenarioError) as error:
        read(tmp_path, CATALOGUE.replace("from: day@2022", "from: day@2019"))
    assert "unit_costs.day@2024.from" in {finding.address for finding in error.value.findings}
