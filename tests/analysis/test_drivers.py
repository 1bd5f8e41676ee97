"""What drives a difference: the parts sum to the whole, and each is what its definition says.

The definition is Shapley's (1953; Shorrocks 2013): a part is the mean over all orders of what a replacement does.
The hybrids it needs are made here by `vary` and `project`, one by one.
"""

from __future__ import annotations

from itertools import permutations
from math import factorial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import som_model as som
from som_model.analysis.drivers.explanation import ORDERS, shapley, shapley_by_orders
from som_model.projection.figures import Array
from som_model.resolved.figures import figures
from som_model.wording.numbers import number
from tests.every import every

SCENARIOS = Path(__file__).parents[2] / "scenarios"
GROUP = "target_groups.g"
LINE = f"{GROUP}.consequences.line"

ONE_LINE = """
som: 1
name: {name}
period: {{start: 2018, years: {years}}}
price_year: 2018
discount_rate: 0
price_index: own
indices: {{own: {{values: {{{index}}}}}}}
target_groups:
  g:
    participants: {participants}
    success_rate: {success}
{group}
    consequences:
      line: {{unit_cost: unit, change: [-1]{line}}}
{lines}
programme:
  payers: {{municipality: 1}}
{programme}
unit_costs:
  unit: {{amount: {price}, unit: {unit}, payers: {payers}, law: serviceloven § 107{unit_cost}}}
"""


def written(folder: Path, name: str, **parts: Any) -> som.Scenario:
    """A scenario of one group and one line, with other parts where they are given."""
    usual = {"years": 1, "participants": 8, "success": 0.3, "price": 100000, "payers": "{region: 1}", "unit": "visit"}
    usual["index"] = "2016: 90.909090909090907, 2017: 95, 2018: 100"
    blank = dict.fromkeys(("group", "line", "lines", "programme", "unit_cost"), "")
    file = folder / f"{name}.yaml"
    file.write_text(ONE_LINE.format(name=name, **{**usual, **blank, **parts}), encoding="utf-8")
    return som.read_scenario(file)


def drivers(reference: som.Scenario, other: som.Scenario) -> som.Drivers:
    """Those of the other against the reference, which must sum to the difference in every year for every payer."""
    compared = som.compare([reference, other], reference=reference)
    found = compared.drivers(1)
    difference = compared.difference(1)
    largest = max(float(np.abs(each.savings).max() + np.abs(each.programme_cost).max()) for each in compared)
    total = sum((driver.net for driver in found), np.zeros_like(difference))
    np.testing.assert_allclose(total, difference, rtol=0, atol=1e-9 * max(1.0, largest))
    return found


def amounts(found: som.Drivers) -> dict[tuple[str, str], float]:
    return {(driver.address, driver.kind): driver.accumulated for driver in found}


def by_orders(worth: dict[frozenset[int], Array], players: int) -> list[Array]:
    """The definition itself: the mean over all orders."""
    parts = [np.zeros_like(worth[frozenset()]) for _ in range(players)]
    for order in permutations(range(players)):
        for place, player in enumerate(order):
            before = frozenset(order[:place])
            parts[player] = parts[player] + (worth[before | {player}] - worth[before]) / factorial(players)
    return parts


# by hand


def test_hedensteds_success_rate_is_all_that_drives_its_difference() -> None:
    """1,025,000 at 40 % less 500,000 at 30 %."""
    compared = som.compare(som.read_scenarios(SCENARIOS / "hedensted.yaml"), reference="prudent")
    (only,) = compared.drivers(1)
    assert (only.address, only.kind) == ("target_groups.dual_diagnosis.success_rate", "assumption")
    assert only.accumulated == pytest.approx(525_000, abs=0.01)
    np.testing.assert_allclose(only.net, compared.difference(1))
    assert only.values("da") == ("30 %", "40 %")
    assert len(compared.drivers(0)) == 0


def test_two_factors_share_what_they_do_together(tmp_path: Path) -> None:
    """8 × 0.3 to 10 × 0.4 at 100,000: (10 − 8) × (0.3 + 0.4)/2 and (0.4 − 0.3) × (8 + 10)/2."""
    found = drivers(written(tmp_path, "a"), written(tmp_path, "b", participants=10, success=0.4))
    assert amounts(found) == {
        (f"{GROUP}.success_rate", "assumption"): pytest.approx(90_000),
        (f"{GROUP}.participants", "assumption"): pytest.approx(70_000),
    }


def test_three_factors_have_the_closed_form(tmp_path: Path) -> None:
    """The part of a in abc is (a1 − a0) × (2 b0 c0 + b0 c1 + b1 c0 + 2 b1 c1) / 6."""
    found = amounts(drivers(written(tmp_path, "a"), written(tmp_path, "b", participants=10, success=0.4, price=150000)))
    factors = {f"{GROUP}.participants": (8, 10), f"{GROUP}.success_rate": (0.3, 0.4), "unit_costs.unit.amount": (1e5, 1.5e5)}
    for address, (before, after) in factors.items():
        (b0, b1), (c0, c1) = (pair for other, pair in factors.items() if other != address)
        together = (2 * b0 * c0 + b0 * c1 + b1 * c0 + 2 * b1 * c1) / 6
        assert found[address, "assumption"] == pytest.approx((after - before) * together)


def test_lines_of_one_scenario_only_are_added_or_left_out(tmp_path: Path) -> None:
    """A cost that only the reference has is no longer paid; a saving that only the other has is won, at its own figures."""
    a = written(tmp_path, "a", programme="  costs: {fee: {amount: 7000, basis: once}}")
    lines = ("more: {unit_cost: unit, change: [-2]}", "less: {unit_cost: unit, change: [-1], counted: false}")
    b = written(tmp_path, "b", success=0.4, lines="\n".join(f"      {line}" for line in lines))
    assert amounts(drivers(a, b)) == {
        (f"{GROUP}.consequences.more", "line_added"): pytest.approx(2 * 8 * 0.4 * 100_000),
        (f"{GROUP}.success_rate", "assumption"): pytest.approx(8 * 0.1 * 100_000),
        ("programme.costs.fee", "line_left_out"): pytest.approx(7_000),
    }


def test_another_payer_is_a_line_changed(tmp_path: Path) -> None:
    """Nothing is won in total; the driver says that it is who pays."""
    (only,) = drivers(written(tmp_path, "a"), written(tmp_path, "b", payers="{municipality: 0.25, region: 0.75}"))
    assert (only.address, only.kind, only.changed) == (LINE, "line_changed", ("payers",))
    moved = {"municipality": 60_000, "region": -60_000, "state": 0, "total": 0}
    assert only.accumulated_by_payer == pytest.approx(moved, abs=1e-6)
    assert only.title("da") == "Ændret: line (hvem betaler)"
    assert only.title("en") == "Changed: line (who pays)"


def test_each_years_law_moves_hedensteds_admissions_between_payers() -> None:
    a, b = (som.read_scenario(SCENARIOS / f"hedensted{which}.yaml", "prudent") for which in ("", "_each_years_law"))
    (only,) = drivers(a, b)
    assert (only.address, only.changed) == ("target_groups.dual_diagnosis.consequences.bed_days", ("law",))
    assert only.accumulated == pytest.approx(0, abs=1e-6)
    assert only.accumulated_by_payer["municipality"] < -60_000


def test_other_years_of_the_programme_are_a_line_changed(tmp_path: Path) -> None:
    a = written(tmp_path, "a", years=2)
    b = written(tmp_path, "b", years=2, programme="  to_year: 2018")
    (only,) = drivers(a, b)
    assert (only.kind, only.changed, only.accumulated) == ("line_changed", ("years",), pytest.approx(-240_000))


def test_prudence_is_a_line_of_its_own(tmp_path: Path) -> None:
    """A tenth off savings of 8 × 0.4 × 100,000, after the success rate has done its part."""
    a, b = written(tmp_path, "a"), written(tmp_path, "b", success=0.4)
    careful = b.vary({"prudence": {"source": "test", "savings": 0.1}})
    assert amounts(drivers(a, careful)) == {
        (f"{GROUP}.success_rate", "assumption"): pytest.approx(80_000),
        ("prudence", "line_added"): pytest.approx(-32_000),
    }
    assert amounts(drivers(careful, a))["prudence", "line_left_out"] == pytest.approx(24_000)


def test_an_amount_is_set_against_the_same_amount_in_other_prices(tmp_path: Path) -> None:
    """110 of 2018 is 100 of 2016, a tenth of inflation before: no difference; 100 of 2016 and of 2018 is one of a tenth."""
    a = written(tmp_path, "a", price=110000)
    assert len(drivers(a, written(tmp_path, "b", price=100000, unit_cost=", price_year: 2016"))) == 0
    (only,) = drivers(a, written(tmp_path, "c", price=110000, unit_cost=", price_year: 2016"))
    assert (only.address, only.accumulated) == ("unit_costs.unit.amount", pytest.approx(8 * 0.3 * 11_000))
    assert only.values("en") == ("110,000 kr. (2018 prices)", "110,000 kr. (2016 prices)")


def test_an_effect_that_lasts_is_set_against_one_that_fades(tmp_path: Path) -> None:
    """What stands by default is an assumption too: 1 in every year, and half of it in the second."""
    a, b = (
        written(tmp_path, name, years=2, participants="[8, 0]", line=", relapse: additional", group=f"    {effect}").vary(
            {f"{LINE}.change": -1}
        )
        for name, effect in (("a", "attrition_rate: 0"), ("b", "effect_since_entry: [1, 0.5]"))
    )
    (only,) = drivers(a, b)
    assert (only.address, only.accumulated) == (f"{GROUP}.effect_since_entry", pytest.approx(-8 * 0.3 * 0.5 * 100_000))
    assert only.values("da") == ("varer perioden ud", "100 %; 50 %")


def test_a_part_that_is_realisable_is_set_against_the_unit_costs_own(tmp_path: Path) -> None:
    a = written(tmp_path, "a", unit_cost=", realisable: 0.5")
    (only,) = drivers(a, written(tmp_path, "b", unit_cost=", realisable: 0.5", line=", realisable: 0.75"))
    assert (only.address, only.accumulated) == (f"{LINE}.realisable", pytest.approx(8 * 0.3 * 0.25 * 100_000))
    assert only.values("da") == ("50 %", "75 %")


# one driver for a series, however it is written


SERIES = {"8": "8", "{2018: 8, 2020: 3}": "8 fra 2018, 3 fra 2020", "[1, 2, 3]": "1; 2; 3", "0": "0", "[0, 0, 4]": "0; 0; 4"}


@every("before, after", list(permutations(SERIES, 2)))
def test_a_series_is_one_driver_in_every_form(tmp_path: Path, before: str, after: str) -> None:
    """A number, a map and a list take each other's place; months of a part year go with numbers and maps only."""
    part = {"years": 3, "programme": '  from_year: "2018-10"\n  staffing: {post: {annual_cost: 100000}}'}
    (only,) = drivers(*(written(tmp_path, name, participants=each, **part) for name, each in (("a", before), ("b", after))))
    assert only.address == f"{GROUP}.participants"
    assert only.values("da") == (SERIES[before], SERIES[after])


def test_a_price_by_year_is_set_against_one_price(tmp_path: Path) -> None:
    """100,000 throughout, or 50,000 from 2019: half of the successes of the second year."""
    a = written(tmp_path, "a", years=2)
    (only,) = drivers(a, written(tmp_path, "b", years=2, price="{2018: 100000, 2019: 50000}"))
    assert (only.address, only.accumulated) == ("unit_costs.unit.amount", pytest.approx(-8 * 0.3 * 50_000))
    assert only.values("da") == ("100.000 kr.", "100.000 kr. fra 2018, 50.000 kr. fra 2019")


# what is 0 or not known in the reference


def test_what_is_certainly_zero_in_the_reference_is_no_obstacle(tmp_path: Path) -> None:
    """No success beyond the baseline, no participants, no change: each is one driver of everything that is gained."""
    b = written(tmp_path, "b", group="    baseline_rate: 0.1")
    for address, value in ((f"{GROUP}.success_rate", 0.1), (f"{GROUP}.participants", 0), (f"{LINE}.change", [0])):
        (only,) = drivers(b.vary({address: value}), b)
        assert (only.address, only.accumulated) == (address, pytest.approx(8 * 0.2 * 100_000))
        (back,) = drivers(b, b.vary({address: value}))
        assert back.accumulated == pytest.approx(-only.accumulated)


def test_a_figure_that_is_not_known_and_not_used_is_no_driver(tmp_path: Path) -> None:
    """Without participants nobody asks for the price; the participants then drive all of the difference."""
    a, b = written(tmp_path, "a", participants=0, price="null"), written(tmp_path, "b")
    assert amounts(drivers(a, b)) == {(f"{GROUP}.participants", "assumption"): pytest.approx(240_000)}
    assert [driver.address for driver in drivers(b, a)] == [f"{GROUP}.participants"]
    with pytest.raises(som.MissingFigures):
        som.compare([b, written(tmp_path, "c", price="null")], reference=b)


def test_a_price_of_zero_under_a_payer_rule_is_no_obstacle(tmp_path: Path) -> None:
    """The rule divides by the price."""
    rule = {"unit": "bed_day", "payers": "{rule: kmf_psychiatry, days_per_admission: 10}"}
    free = written(tmp_path, "a", price=0, **rule)
    (only,) = drivers(free, written(tmp_path, "b", price=4000, **rule))
    assert (only.address, only.accumulated) == ("unit_costs.unit.amount", pytest.approx(8 * 0.3 * 4000, abs=1e-3))


COSTLY = "{{rule: costly_case, yearly_cost_before: {}}}"
FLAT = {"years": 4, "price": 1000, "index": ", ".join(f"{year}: 100" for year in range(2018, 2022))}


def test_a_rule_without_a_law_in_a_new_year_is_no_obstacle(tmp_path: Path) -> None:
    """The law of 2010 to 2019 is not known; the reference starts in 2020, the other in 2018 with payers of its own."""
    a = written(tmp_path, "a", **FLAT, participants="{2018: 0, 2020: 8}", payers=COSTLY.format(1500000))
    found = amounts(drivers(a, written(tmp_path, "b", **FLAT)))
    assert found == {
        (f"{GROUP}.participants", "assumption"): pytest.approx(2 * 8 * 0.3 * 1000),
        (LINE, "line_changed"): pytest.approx(0),
    }


def test_payers_that_begin_with_the_participants_are_no_obstacle(tmp_path: Path) -> None:
    """The reference says from 2019 who pays; the other's participants of 2018 are told to the participants."""
    a = written(tmp_path, "a", years=2, participants="{2018: 0, 2019: 8}", payers="{2019: {region: 1}}")
    found = drivers(a, written(tmp_path, "b", years=2))
    assert amounts(found)[f"{GROUP}.participants", "assumption"] == pytest.approx(240_000)
    assert {driver.kind: driver.changed for driver in found} == {"assumption": (), "line_changed": ("payers",)}


def test_what_a_rule_asks_is_an_assumption(tmp_path: Path) -> None:
    """A yearly cost of 1,500,000 kr. lies where the state refunds a quarter in 2020 and 2021, one of 300,000 where it
    refunds nothing (serviceloven § 176)."""
    a, b = (
        written(tmp_path, f"cost_{cost}", **FLAT, participants="{2018: 0, 2020: 8}", payers=COSTLY.format(cost))
        for cost in (1500000, 300000)
    )
    (only,) = drivers(a, b)
    assert only.address == "unit_costs.unit.payers.yearly_cost_before"
    assert only.values("da") == ("1.500.000 kr.", "300.000 kr.")
    assert only.accumulated_by_payer == pytest.approx({"municipality": 1200, "region": 0, "state": -1200, "total": 0})


# the definition, by brute force


POOL = {
    "target_groups.dual_diagnosis.success_rate": [0, 0.05, 0.6],
    "target_groups.dual_diagnosis.relapse_rate": [0, 0.5, 1],
    "target_groups.dual_diagnosis.first_year_share": [0, 0.5],
    "target_groups.dual_diagnosis.participants": [0, 20, [0, 3, 0, 9, 0], {"2024": 1, "2027": 30}],
    "target_groups.dual_diagnosis.consequences.bed_days.change": [0, 5, [-10, -3]],
    "target_groups.dual_diagnosis.consequences.treatment.realisable": [0, 0.3],
    "target_groups.young_adults.effect_since_entry": [[0], [1, 1, 1, 1, 1]],
    "unit_costs.psychiatric_bed_day.amount": [0, 300, 9000],
    "unit_costs.psychiatric_bed_day.payers.days_per_admission": [1, 100],
    "unit_costs.shelter_night.amount": [1000, {"2024": 100, "2025": 5000}],
    "programme.staffing.coordinator.annual_cost": [0, 400000, [0, 1, 2, 3, 4]],
    "programme.staffing.psychologist.fte": [0, 1],
    "programme.costs.certificate.amount": [0, 900, [0, 0, 500]],
    "programme.costs.computers.residual_value": [0, 30000],
    "programme.saved_alternative.support_85.units": [0, 90],
    "programme.funding.pool.amount": [0, 1000],
    "discount_rate": [0.1],
}
VARIANTS = {name: som.read_scenario(SCENARIOS / "example.yaml", name) for name in ("prudent", "careful")}


@settings(max_examples=16, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(sorted(POOL)), min_size=2, max_size=3, unique=True), st.data())
def test_each_part_is_the_mean_over_all_orders(addresses: list[str], data: st.DataObject) -> None:
    """Without prudence, and with one whose allowance hangs on the quality of figures that stay as good as they were."""
    base = VARIANTS[data.draw(st.sampled_from(sorted(VARIANTS)))]
    changes = {address: _as_good(base, address, data.draw(st.sampled_from(POOL[address]))) for address in addresses}
    count = len(addresses)
    varied = {each: _varied(base, {addresses[i]: changes[addresses[i]] for i in each}) for each in _subsets(count)}
    worth = {each: som.project(scenario).net for each, scenario in varied.items()}
    found = {driver.address: driver.net for driver in drivers(base, varied[frozenset(range(count))])}
    for address, part in zip(addresses, by_orders(worth, count), strict=True):
        np.testing.assert_allclose(found.pop(address, np.zeros_like(part)), part, rtol=1e-9, atol=1e-3)
    assert found == {}


def _as_good(base: som.Scenario, address: str, value: Any) -> Any:
    """The value with the quality of the figure that it replaces."""
    if isinstance(value, list):
        return [_as_good(base, address, each) for each in value]
    if isinstance(value, dict):
        return {year: _as_good(base, address, each) for year, each in value.items()}
    under = (figure for at, figure in figures(base) if at == address or at.startswith(f"{address}."))
    quality = next((figure.quality for figure in under if figure.quality is not None), None)
    return {"value": value} if quality is None else {"value": value, "quality": quality}


def _subsets(count: int) -> set[frozenset[int]]:
    return {frozenset(order[:size]) for order in permutations(range(count)) for size in range(count + 1)}


def _varied(base: som.Scenario, changes: dict[str, Any]) -> som.Scenario:
    return base.vary(changes) if changes else base


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.integers(1, 5), st.randoms(use_true_random=False))
def test_shapleys_value_is_the_mean_over_all_orders(players: int, random: Any) -> None:
    sets = (np.arange(2**players)[:, np.newaxis] >> np.arange(players)) & 1
    table = np.array([[random.uniform(-1, 1), random.uniform(-1, 1)] for _ in sets])

    def worth(taken: Any) -> Array:
        return table[taken @ (1 << np.arange(players))]

    wanted = by_orders({frozenset(np.flatnonzero(each).tolist()): row for each, row in zip(sets, table, strict=True)}, players)
    np.testing.assert_allclose(shapley(worth, players), wanted, atol=1e-12)
    fixed = shapley_by_orders(worth, players)
    np.testing.assert_allclose(fixed.sum(axis=0), table[-1] - table[0], atol=1e-12)
    np.testing.assert_allclose(fixed, wanted, atol=0.3)


def test_many_assumptions_take_fixed_orders_which_are_exact_for_pairs(tmp_path: Path) -> None:
    """15 costs per participant and the number of participants: each acts with one other at most."""
    costs = "  costs:\n" + "\n".join(f"    c{i}: {{amount: {1000 + i}, basis: participant}}" for i in range(15))
    a = written(tmp_path, "a", programme=costs)
    b = a.vary({f"{GROUP}.participants": 10, **{f"programme.costs.c{i}.amount": 1100 + 3 * i for i in range(15)}})
    found = drivers(a, b)
    assert found.orders == ORDERS
    parts = amounts(found)
    for i in range(15):
        assert parts[f"programme.costs.c{i}.amount", "assumption"] == pytest.approx(-(100 + 2 * i) * (8 + 10) / 2)
    mean = sum((1000 + i + 1100 + 3 * i) / 2 for i in range(15))
    assert parts[f"{GROUP}.participants", "assumption"] == pytest.approx(2 * (0.3 * 100_000 - mean))


def test_many_assumptions_of_which_few_matter_take_every_order(tmp_path: Path) -> None:
    """Overhead and hours of posts without a salary matter to nobody."""
    posts = (f"    p{i}: {{hours_per_week: {i + 1}, annual_salary: 0, overhead: 0.1}}" for i in range(7))
    a = written(tmp_path, "a", programme="\n".join(["  staffing:", *posts]))
    changes = {f"programme.staffing.p{i}.overhead": 0.2 for i in range(7)}
    changes |= {f"programme.staffing.p{i}.hours_per_week": 9 + i for i in range(7)}
    found = drivers(a, a.vary({**changes, f"{GROUP}.success_rate": 0.4}))
    assert found.orders is None
    assert list(amounts(found).values()) == [pytest.approx(80_000)]


# what it is


def test_drivers_are_computed_when_asked_for_and_once() -> None:
    compared = som.compare(som.read_scenarios(SCENARIOS / "example.yaml"), reference="prudent")
    assert "_explained" not in vars(compared)
    assert compared.drivers(1) is compared.drivers(1) is compared.drivers(-2)
    with pytest.raises(IndexError):
        compared.drivers(3)
    with pytest.raises(ValueError, match="need a reference"):
        som.compare(list(VARIANTS.values())).drivers(1)


def test_the_largest_comes_first() -> None:
    compared = som.compare(som.read_scenarios(SCENARIOS / "example.yaml"), reference="prudent")
    sizes = [abs(driver.accumulated) for driver in compared.drivers(1)]
    assert len(sizes) == 2
    assert sizes == sorted(sizes, reverse=True)


def test_drivers_show_themselves_in_a_notebook() -> None:
    """Name, from, to, and each payer's part in whole kr.; the whole difference; how the parts were made."""
    compared = som.compare(som.read_scenarios(SCENARIOS / "example.yaml"), reference="prudent")
    shown = compared.drivers(1)._repr_html_()
    assert compared.reference is not None
    whole = number(compared[1].accumulated_net - compared[compared.reference].accumulated_net, "da", 0)
    words = ("Succesrate, borgere med dobbeltdiagnose", "30 %", "40 %", "Forskel i alt", whole, "rækkefølger")
    assert [said for said in (*words, "2024-priser") if said not in shown] == []
    assert "rækkefølger" not in compared.drivers(2)._repr_html_()
    assert repr(compared.drivers(1)) == "<Drivers of 40 % / 30 %: 2, 1,40 mio. kr.>"
    assert repr(compared.drivers(2)[0]) == "<Driver prudence (line_added): −0,87 mio. kr.>"
