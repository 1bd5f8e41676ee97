"""What must hold whatever is assumed."""

import copy
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import som_model as som
from tests.oracle.strategies import scenario_text, scenarios

HEDENSTED = Path(__file__).parent.parent / "scenarios" / "hedensted.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
PARTICIPANTS = "target_groups.dual_diagnosis.participants"

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
PAYERS = ("municipality", "region", "state", "citizen")
SECTIONS = ("costs", "saved_alternative")
# Years between which the law of a rule stays the same.
ERAS = {
    "kmf_psychiatry": [(2007, 2018), (2019, 2030)],
    "refund_ladder": [(2016, 2030)],
    "costly_case": [(2007, 2007), (2009, 2009), (2020, 2020), (2021, 2021), (2022, 2030)],
    "shelter_refund": [(2007, 2022), (2024, 2030)],
}

some = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=SLOW)
few = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=SLOW)
rates = st.floats(0.01, 0.99).map(lambda value: round(value, 4))


@pytest.fixture(scope="module")
def base() -> som.Scenario:
    return som.read_scenario(HEDENSTED)


def read(written: dict[str, Any]) -> som.Scenario:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.yaml"
        file.write_text(scenario_text(written), encoding="utf-8")
        return som.read_scenario(file)


@some
@given(scenarios())
def test_payers_sum_to_the_total_and_net_is_savings_less_cost(written: dict[str, Any]) -> None:
    """Three public payers make the total, and savings less cost make net, in every year."""
    projection = som.project(read(written))
    for amounts in (projection.savings, projection.programme_cost, projection.net, projection.accumulated):
        np.testing.assert_allclose(projection.total(amounts), amounts[:3].sum(axis=0), atol=1e-6)
    np.testing.assert_allclose(projection.net, projection.savings - projection.programme_cost, atol=1e-6)
    np.testing.assert_allclose(projection.accumulated[:, -1], projection.net.sum(axis=1), atol=1e-4)


@some
@given(scenarios())
def test_lines_sum_to_the_whole(written: dict[str, Any]) -> None:
    """The lines of each part add up to it, with what prudence takes as its own line."""
    balance = som.project(read(written)).balance
    np.testing.assert_allclose(sum(balance.savings_by_line, balance.prudence_on_savings), balance.savings, atol=1e-6)
    np.testing.assert_allclose(sum(balance.cost_by_line, balance.prudence_on_cost), balance.programme_cost, atol=1e-6)


@some
@given(scenarios())
def test_the_same_text_gives_the_same_scenario_and_fingerprint(written: dict[str, Any]) -> None:
    """Reading a text twice gives one fingerprint and one result."""
    first, second = read(written), read(written)
    assert first.record.input_sha256 == second.record.input_sha256
    np.testing.assert_array_equal(som.project(first).net, som.project(second).net)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(rate=rates)
def test_success_equal_to_baseline_leaves_minus_the_programme_cost(rate: float) -> None:
    """Nobody is helped who would not have been: only the cost is left."""
    scenario = som.read_scenario(HEDENSTED).vary({SUCCESS: rate, "target_groups.dual_diagnosis.baseline_rate": rate})
    assert som.project(scenario).accumulated_net == pytest.approx(-1_075_000, abs=0.005)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(people=st.integers(1, 500))
def test_twice_the_people_twice_the_savings(people: int) -> None:
    """Savings follow the participants in proportion; the post costs the same."""
    scenario = som.read_scenario(HEDENSTED)
    once, twice = (som.project(scenario.vary({PARTICIPANTS: n})) for n in (people, 2 * people))
    np.testing.assert_allclose(twice.savings, 2 * once.savings)
    np.testing.assert_allclose(twice.programme_cost, once.programme_cost)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(rate=rates)
def test_savings_follow_the_success_rate_in_proportion(rate: float) -> None:
    """With no baseline, savings per success stand still."""
    scenario = som.read_scenario(HEDENSTED)
    savings = som.project(scenario.vary({SUCCESS: rate})).savings
    np.testing.assert_allclose(savings, som.project(scenario).savings * rate / 0.30, rtol=1e-9)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(rate=st.floats(0, 0.99).map(lambda value: round(value, 4)))
def test_discounting_moves_the_present_value_only(rate: float) -> None:
    """The discount rate leaves every yearly amount as it was."""
    scenario = som.read_scenario(HEDENSTED)
    plain, discounted = som.project(scenario), som.project(scenario.vary({"discount_rate": rate}))
    np.testing.assert_array_equal(plain.net, discounted.net)
    by_hand = sum(net / (1 + rate) ** t for t, net in enumerate(plain.total(plain.net)))
    assert discounted.net_present_value == pytest.approx(by_hand, rel=1e-9)


def test_an_estimate_counts_at_its_stated_value(base: som.Scenario) -> None:
    """An interval around a number does not move the base case."""
    wide = base.vary({SUCCESS: {"value": 0.30, "low": 0.10, "high": 0.50}})
    assert som.project(wide).accumulated_net == som.project(base.vary({SUCCESS: 0.30})).accumulated_net


# Payer rules


def names_a_rule(written: dict[str, Any]) -> bool:
    return "{'rule': " in str(written)


ruled = scenarios(rules=True, prudence=False).filter(names_a_rule)
prudent = scenarios(prudence=True)


def with_splits(written: Any, replace: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """The same with every payer rule replaced."""
    if isinstance(written, dict) and "rule" in written:
        return replace(written)
    if isinstance(written, dict):
        return {key: with_splits(value, replace) for key, value in written.items()}
    return [with_splits(value, replace) for value in written] if isinstance(written, list) else written


def one_citizen(
    payers: dict[str, Any], start: int = 2024, years: int = 3, change: Any = -1, amount: float = 1000, people: float = 10
) -> dict[str, Any]:
    """A scenario of one consequence, ten a year of whom a tenth are helped, in the prices of its first year."""
    return {
        "som": 1,
        "name": "law",
        "period": {"start": start, "years": years},
        "price_year": start,
        "price_index": "flat",
        "indices": {"flat": {"values": dict.fromkeys(range(2007, 2031), 100), "source": "drawn"}},
        "discount_rate": 0,
        "target_groups": {
            "citizens": {
                "participants": people,
                "success_rate": 0.1,
                "consequences": {"line": {"unit_cost": "unit", "change": change}},
            }
        },
        "programme": {"payers": {"municipality": 1}},
        "unit_costs": {
            "unit": {"amount": amount, "price_year": start, "law": "serviceloven § 110", "payers": payers, "source": "drawn"}
        },
    }


@st.composite
def rules(draw: st.DrawFn, name: str | None = None) -> dict[str, Any]:
    """A payer rule whose citizens have at least 31 units a year of 1,000 kr. to lose."""
    name = name or draw(st.sampled_from(sorted(ERAS)))
    own: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "kmf_psychiatry": {"days_per_admission": st.integers(1, 60)},
        "refund_ladder": {"weeks_before": st.integers(0, 80)},
        "costly_case": {"yearly_cost_before": st.integers(31_000, 3_000_000)},
        "shelter_refund": {"days_before": st.integers(31, 365)},
    }
    return {"rule": name, **{parameter: draw(values) for parameter, values in own[name].items()}}


@some
@given(ruled)
def test_the_total_does_not_depend_on_who_pays_by_which_rule(written: dict[str, Any]) -> None:
    """The shares of a rule sum to 1 in every year used, so the totals are those of any other payer."""
    by_rule, plain = som.project(read(written)), som.project(read(with_splits(written, lambda _: {"region": 1})))
    for amounts, others in ((by_rule.savings, plain.savings), (by_rule.programme_cost, plain.programme_cost)):
        np.testing.assert_allclose(by_rule.total(amounts), plain.total(others), rtol=1e-9, atol=1e-6)


@some
@given(st.data())
def test_rules_as_of_a_year_of_the_same_law_changes_nothing(data: st.DataObject) -> None:
    """Fixing one year's rules tells nothing new in a period of years that all have that year's law."""
    rule = data.draw(rules())
    first, last = data.draw(st.sampled_from(ERAS[rule["rule"]]))
    start = data.draw(st.integers(first, last))
    years = data.draw(st.integers(1, min(5, last - start + 1)))
    change = data.draw(st.integers(-30, 30).filter(bool))
    own_law = one_citizen(rule, start, years, change)
    fixed = {**own_law, "rules_as_of": data.draw(st.integers(first, last))}
    np.testing.assert_allclose(som.project(read(fixed)).savings, som.project(read(own_law)).savings, rtol=1e-12)


@few
@given(st.integers(52, 300), st.lists(st.integers(-30, 30), min_size=1, max_size=4))
def test_after_a_year_on_benefit_the_state_refunds_a_fifth(weeks: int, change: list[int]) -> None:
    """From week 53 the ladder has one step left, in every year since entry."""
    projection = som.project(read(one_citizen({"rule": "refund_ladder", "weeks_before": weeks}, change=change)))
    total = projection.total(projection.savings)
    np.testing.assert_allclose(projection.savings[PAYERS.index("state")], 0.20 * total, rtol=1e-12, atol=1e-9)


@few
@given(rules("costly_case"), st.integers(-30, 30), st.integers(1, 500))
def test_twice_the_people_twice_the_savings_under_a_rule_for_one_citizen(rule: dict[str, Any], change: int, people: int) -> None:
    """Limits are met by one citizen's cost, so the shares do not depend on how many there are."""
    once, twice = (som.project(read(one_citizen(rule, change=change, people=n))) for n in (people, 2 * people))
    np.testing.assert_allclose(twice.savings, 2 * once.savings, rtol=1e-12)


@some
@given(ruled)
def test_plain_shares_on_a_line_override_its_unit_costs_rule(written: dict[str, Any]) -> None:
    """Where every line states shares, it does not matter what the unit costs say."""
    stated = copy.deepcopy(written)
    groups = stated["target_groups"].values()
    lines = [line for group in groups for line in group.get("consequences", {}).values()]
    lines += [line for section in SECTIONS for line in stated["programme"].get(section, {}).values() if "unit_cost" in line]
    for line in lines:
        line["payers"] = {"municipality": 0.25, "region": 0.25, "rest": "state"}
    plain = with_splits(stated, lambda _: {"region": 1})
    for found, wanted in zip(*(som.project(read(each)).balance.savings_by_line for each in (stated, plain)), strict=True):
        np.testing.assert_array_equal(found, wanted)
    np.testing.assert_array_equal(*(som.project(read(each)).net for each in (stated, plain)))


# Prudence


def without_prudence(written: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in written.items() if key != "prudence"}


def payers_of(projection: som.Projection) -> dict[str, int]:
    """The rows of amounts by the payers' names in tables."""
    return {payer.capitalize(): PAYERS.index(payer) for payer in projection.payers}


@few
@given(prudent)
def test_prudence_with_shares_of_0_changes_nothing(written: dict[str, Any]) -> None:
    """An allowance of 0, by one number or by grade, is none."""
    none = {"source": "drawn", "effects": 0, "savings": {"assumed": 0, "not_stated": 0}}
    found, wanted = som.project(read({**written, "prudence": none})), som.project(read(without_prudence(written)))
    np.testing.assert_array_equal(found.savings, wanted.savings)
    np.testing.assert_array_equal(found.programme_cost, wanted.programme_cost)


@some
@given(prudent)
def test_prudence_never_raises_net(written: dict[str, Any]) -> None:
    """It takes off savings and puts on cost for every payer in every year, whatever the sign of a line."""
    found, plain = som.project(read(written)), som.project(read(without_prudence(written)))
    assert np.all(found.savings <= plain.savings + 1e-9 * np.abs(plain.savings))
    assert np.all(found.programme_cost >= plain.programme_cost - 1e-9 * np.abs(plain.programme_cost))


@some
@given(prudent)
def test_the_prudence_rows_are_the_difference_to_the_scenario_without(written: dict[str, Any]) -> None:
    """What the ledger and the areas call prudence is what each payer's net loses by it."""
    found, plain = som.project(read(written)), som.project(read(without_prudence(written)))
    ledger = som.tables.ledger(found, "en")
    rows = ledger[ledger["Line"].str.startswith("Prudence")]
    for payer, row in payers_of(found).items():
        lost = (found.net - plain.net)[row]
        years = [str(year) for year in found.years]
        np.testing.assert_allclose(rows[rows["Payer"] == payer][years].sum().to_numpy(float), lost, rtol=1e-9, atol=1e-4)
        areas = som.tables.by_area(found, "en", PAYERS[row])
        by_area = areas[areas["Budget area"].str.startswith("Prudence")][years]
        np.testing.assert_allclose(by_area.sum().to_numpy(float), lost, rtol=1e-9, atol=1e-4)


@some
@given(prudent)
def test_ledger_and_areas_add_up_to_net(written: dict[str, Any]) -> None:
    """Every row of a payer together is that payer's net, and the rows of the public purse are its totals."""
    projection = som.project(read(written))
    years = [str(year) for year in projection.years]
    ledger = som.tables.ledger(projection, "en")
    for payer, row in payers_of(projection).items():
        areas = som.tables.by_area(projection, "en", PAYERS[row])[years].to_numpy(float)
        by_line = ledger[ledger["Payer"] == payer][years].to_numpy(float)
        for found in (by_line.sum(axis=0), areas[:-1].sum(axis=0), areas[-1]):
            np.testing.assert_allclose(found, projection.net[row], rtol=1e-9, atol=1e-4)
    totals = ledger[ledger["Payer"] == "Public purse, total"][years].to_numpy(float)
    wanted = (projection.savings, -projection.programme_cost, projection.net)
    np.testing.assert_allclose(totals, [projection.total(amounts) for amounts in wanted], rtol=1e-9, atol=1e-4)
