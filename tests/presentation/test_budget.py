"""The budget holds the municipality's part of a projection, in its own sign, gross with refunds beside."""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import som_model as som
from tests.oracle.strategies import scenario_text, scenarios

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
FILES = sorted(file for file in SCENARIOS.rglob("*.yaml") if file.name != "our_prices.yaml")
WHOLE = 40
"""At least as many years as any period has."""

HAND = """
som: 1
name: hand
period: {start: 2022, years: 2}
price_year: 2022
discount_rate: 0
rules_as_of: 2022
target_groups:
  citizens:
    participants: [1, 0]
    success_rate: 1
    consequences:
      benefit: {unit_cost: benefit_year, change: [-1], payers: {rule: refund_ladder, weeks_before: 0}}
      home: {unit_cost: home_year, change: [-1], payers: {rule: costly_case, yearly_cost_before: 1900000}}
      shelter: {unit_cost: shelter_night, change: [-300], payers: {rule: shelter_refund, days_before: 365}}
      bed_days: {unit_cost: bed_day, change: [-10], payers: {municipality: 0.2, region: 0.8}}
      prison: {unit_cost: prison_day, change: [-30]}
      tax: {unit_cost: tax_year, change: [1], payers: {municipality: 0.6, state: 0.4}}
programme:
  payers: {municipality: 0.75, state: 0.25}
  staffing:
    adviser: {annual_cost: 400000, to_year: 2022, committee: Social, area: service, account: "5.38.39"}
  costs:
    van: {amount: 100000, basis: once, category: equipment, residual_value: 20000, area: capital, payers: {municipality: 1}}
  funding:
    pool: {amount: 50000, basis: once, paid_by: outside, received_by: municipality}
    grant: {amount: 30000, basis: once, paid_by: municipality, received_by: state}
unit_costs:
  benefit_year:
    {amount: 150000, unit: year, law: aktivloven, area: transfers, account: "5.57.73", account_quality: assumed, source: hand}
  home_year: {amount: 400000, unit: year, law: serviceloven § 107, area: service, account: "5.38.52", source: hand}
  shelter_night: {amount: 1000, unit: day, law: serviceloven § 110, area: service, account: "5.38.42", source: hand}
  bed_day: {amount: 4000, unit: bed_day, area: co_financing, source: hand}
  prison_day: {amount: 2000, unit: day, payers: {state: 1}, source: hand}
  tax_year: {amount: 60000, unit: year, kind: income, area: other, source: hand}
"""


def every_projection() -> list[Any]:
    read = ((file.stem, scenario) for file in FILES for scenario in som.read_scenarios(file))
    return [pytest.param(som.project(scenario), id=f"{stem}-{scenario.variant}") for stem, scenario in read]


def adds_up(projection: som.Projection, made: som.Budget) -> None:
    lines = np.array([line.amounts for line in made.lines]).reshape(len(made.lines), len(made.years))
    kept = projection.years.index(made.years[0])
    net = projection.net[0, kept : kept + len(made.years)]
    np.testing.assert_allclose(lines.sum(axis=0), -net, rtol=1e-12, atol=1e-6)


@pytest.fixture(scope="module")
def hand(tmp_path_factory: pytest.TempPathFactory) -> som.Projection:
    file = tmp_path_factory.mktemp("hand") / "hand.yaml"
    file.write_text(HAND, encoding="utf-8")
    return som.project(som.read_scenario(file))


def lines_of(made: som.Budget, name: str) -> dict[str, som.BudgetLine]:
    return {line.item: line for line in made.lines if line.address.endswith(f".{name}")}


@pytest.mark.parametrize("projection", every_projection())
def test_all_lines_of_a_year_are_minus_the_municipalitys_net(projection: som.Projection) -> None:
    adds_up(projection, som.budget(projection))
    adds_up(projection, som.budget(projection, years=WHOLE))


@settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(scenarios(rules=True))
def test_any_scenario_adds_up_and_never_shows_another_payers_money(written: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.yaml"
        file.write_text(scenario_text(written), encoding="utf-8")
        projection = som.project(som.read_scenario(file))
    made = som.budget(projection, years=WHOLE)
    adds_up(projection, made)
    refunds = {line.address: np.array(line.amounts) for line in made.lines if line.item == "state_refund"}
    of_state = {
        line.address: amounts[2]
        for line, amounts in zip(projection.inputs.consequences, projection.balance.savings_by_line, strict=True)
    }
    for address in refunds.keys() & of_state.keys():  # each year: all of the state's share, or nothing of it
        both = np.stack([refunds[address], of_state[address]])
        assert np.all((both[0] == 0) | (np.abs(both[0] - both[1]) < 1e-6))


@pytest.mark.parametrize(
    ("name", "price", "state"),
    [("benefit", 150_000, (0.8 * 4 + 0.4 * 22 + 0.3 * 26) / 52), ("home", 400_000, 0.3875), ("shelter", 300_000, 0.5)],
)
def test_the_refund_is_the_rules_share_of_the_gross_expense(hand: som.Projection, name: str, price: float, state: float) -> None:
    """By hand (method.md: Payer rules): 38.077 % in the first year of the ladder; 38.75 % from 1,900,000 to 1,500,000; 50 % in
    2022.
    """
    lines = lines_of(som.budget(hand), name)
    assert lines["expense"].amounts == pytest.approx((-price, 0))
    assert lines["state_refund"].amounts == pytest.approx((price * state, 0))
    assert (lines["expense"].dranst, lines["state_refund"].dranst) == (1, 2)


def test_only_what_state_and_municipality_share_is_refunded(hand: som.Projection) -> None:
    made = som.budget(hand)
    assert lines_of(made, "bed_days")["expense"].amounts == pytest.approx((-8_000, 0))  # the region pays its own part
    assert lines_of(made, "tax")["income"].amounts == pytest.approx((-36_000, 0))  # a shared tax is no refund
    assert lines_of(made, "prison") == {}  # what the state pays alone is no part of the municipality's budget
    assert [set(lines_of(made, name)) for name in ("bed_days", "tax", "pool", "grant")] == [
        {"expense"},
        {"income"},
        {"income"},
        {"expense"},
    ]


def test_signs_are_the_municipalitys(hand: som.Projection) -> None:
    """+ expense, − income: cost is above 0, what is saved or received below."""
    made = som.budget(hand)
    assert lines_of(made, "adviser")["expense"].amounts == (400_000, 0)
    assert lines_of(made, "adviser")["state_refund"].amounts == (-100_000, 0)
    assert lines_of(made, "van")["expense"].amounts == (100_000, 0)
    assert lines_of(made, "van")["income"].amounts == (0, -20_000)
    assert lines_of(made, "pool")["income"].amounts == (-50_000, 0)
    assert lines_of(made, "grant")["expense"].amounts == (30_000, 0)
    fewer = hand.scenario.vary({"target_groups.citizens.consequences.tax.change": [-1]})
    assert lines_of(som.budget(som.project(fewer)), "tax")["income"].amounts == pytest.approx((36_000, 0))


def test_place_and_dranst_follow_what_is_stated(hand: som.Projection) -> None:
    made = som.budget(hand)
    adviser, van, tax = (lines_of(made, name) for name in ("adviser", "van", "tax"))
    assert (adviser["expense"].committee, adviser["expense"].area, adviser["expense"].account) == ("Social", "service", "5.38.39")
    assert adviser["state_refund"].account == "5.38.39"
    assert (van["expense"].dranst, van["expense"].category, van["income"].category) == (3, "equipment", "residual")
    assert tax["income"].dranst is None
    assert lines_of(made, "home")["state_refund"].account is None  # a function of its own, which the scenario does not name


def said(made: som.Budget, key: str) -> list[som.Notice]:
    return [notice for notice in made.notices if notice.message.key == key]


def test_a_missing_place_is_told_once_with_its_lines(hand: som.Projection) -> None:
    made = som.budget(hand)
    [account] = said(made, "budget_without_account")
    assert "consequences.bed_days, target_groups.citizens.consequences.tax, programme.costs.van" in account.text
    assert "adviser" not in account.text
    [committee] = said(made, "budget_without_committee")
    assert "consequences.benefit" in committee.text
    [area] = said(made, "budget_without_area")
    assert "programme.funding.pool, programme.funding.grant" in area.text


def test_what_rests_on_memory_or_on_stated_shares_is_told(hand: som.Projection) -> None:
    made = som.budget(hand)
    assert [notice.address for notice in said(made, "account_recalled")] == ["unit_costs.benefit_year.account"]
    [stated] = said(made, "budget_refund_stated")
    assert "programme.staffing.adviser" in stated.text
    assert "benefit" not in stated.text
    [elsewhere] = said(made, "budget_refund_elsewhere")
    assert "consequences.home" in elsewhere.text


BY_YEAR = "{2022: {rule: costly_case, yearly_cost_before: 1900000}, 2023: {municipality: 0.5, state: 0.5}}"


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> som.Projection:
    """A home of 400,000 kr. saved in two years: costly_case in the first, half and half in the second."""
    file = tmp_path_factory.mktemp("changing") / "changing.yaml"
    written = HAND.replace("participants: [1, 0]", "participants: [1, 1]")
    file.write_text(written.replace("{rule: costly_case, yearly_cost_before: 1900000}", BY_YEAR), encoding="utf-8")
    return som.project(som.read_scenario(file))


def test_a_refund_is_without_account_only_in_the_years_of_the_central_scheme(changing: som.Projection) -> None:
    made = som.budget(changing)
    adds_up(changing, made)
    refunds = {line.account: line for line in made.lines if line.address.endswith(".home") and line.item == "state_refund"}
    assert refunds.keys() == {"5.38.52", None}
    assert refunds[None].amounts == pytest.approx((400_000 * 0.3875, 0))  # (method.md: Payer rules)
    assert refunds["5.38.52"].amounts == pytest.approx((0, 200_000))
    [elsewhere] = said(made, "budget_refund_elsewhere")
    assert "consequences.home (2022) " in elsewhere.text
    later = som.budget(changing, from_year=2023)
    assert {line.account for line in later.lines if line.address.endswith(".home")} == {"5.38.52"}
    assert said(later, "budget_refund_elsewhere") == []


def test_a_refund_of_a_line_without_account_is_one_line(changing: som.Projection) -> None:
    made = som.budget(som.project(changing.scenario.vary({"unit_costs.home_year.account": ""})))
    [refund] = [line for line in made.lines if line.address.endswith(".home") and line.item == "state_refund"]
    assert refund.account is None
    assert refund.amounts == pytest.approx((400_000 * 0.3875, 200_000))


def test_four_years_unless_asked_and_the_rest_is_told_with_its_amount() -> None:
    """Hedensted at 30 %: municipal net of the fifth year −48,916.73 kr. (method.md: Hedensted)."""
    projection = som.project(som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent"))
    made = som.budget(projection)
    assert made.years == (2017, 2018, 2019, 2020)
    [left] = said(made, "budget_years_left_out")
    assert "48.916,73 kr." in left.text
    assert projection.net[0, 4] == pytest.approx(-48_916.73, abs=0.005)
    later = som.budget(projection, from_year=2019, years=2)
    assert later.years == (2019, 2020)
    assert [notice.text[:9] for notice in said(later, "budget_years_left_out")] == ["2017-2018", "2021 er i"]
    whole = som.budget(projection, years=None)
    assert (whole.years, said(whole, "budget_years_left_out")) == (projection.years, [])
    short = som.budget(projection, from_year=2020)
    assert short.years == (2020, 2021)
    assert "har 2 år og ikke 4" in said(short, "budget_period_ends")[0].text


@pytest.mark.parametrize(("asked", "told"), [({"from_year": 2016}, "2017-2021"), ({"years": 0}, "mindst ét år")])
def test_years_that_cannot_be_shown_are_refused(asked: dict[str, int], told: str) -> None:
    projection = som.project(som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent"))
    with pytest.raises(som.SomError, match=told):
        som.budget(projection, **asked)


def test_prudence_is_a_line_of_its_own_without_account() -> None:
    projection = som.project(som.read_scenario(SCENARIOS / "example.yaml", "careful"))
    made = som.budget(projection, years=WHOLE)
    [line] = [line for line in made.lines if line.item == "allowance"]
    allowed = projection.balance.prudence_on_cost[0] - projection.balance.prudence_on_savings[0]
    np.testing.assert_allclose(line.amounts, allowed)
    assert min(line.amounts) >= 0
    assert (line.account, line.committee, line.dranst) == (None, None, None)
    assert line.title.say("da") == "Korrektion for optimisme (forsigtighed)"  # the sign is + here: nothing is deducted
    assert len(said(made, "budget_allowance_line")) == 1


def test_another_price_level_is_the_index_of_the_two_years() -> None:
    """Net price index as Statistics Denmark prints it: 101.73 in 2017, 118.04 in 2023."""
    projection = som.project(som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent"))
    made = som.budget(projection, price_year=2023)
    coordinator = lines_of(made, "coordinator")["expense"]
    assert coordinator.amounts == pytest.approx((215_000 * 118.04 / 101.73,) * 4)
    assert (made.price_level.year, made.price_level.index) == (2023, "net_price_index")
    assert len(said(made, "budget_moved")) == 1
    np.testing.assert_allclose(made.totals, -projection.net[0, :4] * 118.04 / 101.73)
    assert som.budget(projection, price_year=2017).price_level == som.budget(projection).price_level


def test_prudence_moves_with_the_rest() -> None:
    """Net price index: 118.68 in 2024, 118.04 in 2023."""
    projection = som.project(som.read_scenario(SCENARIOS / "example.yaml", "careful"))
    made = som.budget(projection, price_year=2023)
    np.testing.assert_allclose(made.totals, -projection.net[0, :4] * 118.04 / 118.68)


def test_another_index_and_rates_beyond_the_series() -> None:
    scenario = som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent")
    projection = som.project(scenario)
    other = som.budget(projection, price_year=2018, index="consumer_price_index")
    assert other.price_level.index == "consumer_price_index"
    assert other.price_level.factor != som.budget(projection, price_year=2018).price_level.factor
    with pytest.raises(som.UnknownName, match="net_price_index"):
        som.budget(projection, index="net_prise_index")
    with pytest.raises(som.UnknownName) as unknown:
        som.budget(projection, index="net_prise_index")
    assert str(unknown.value).count("net_price_index") == 1
    for name in ("net_price_index", "consumer_price_index"):
        with pytest.raises(som.SomError, match="--price-year"):
            som.budget(projection, index=name)
    with pytest.raises(som.SomError, match="når ikke 2027"):
        som.budget(projection, price_year=2027)
    further = som.project(scenario.vary({"price_index": {"series": "net_price_index", "after": 0.02}}))
    made = som.budget(further, price_year=2026)
    assert made.price_level.factor == pytest.approx(118.68 / 101.73 * 1.02**2)
    assert len(said(made, "index_extended")) == 1


def test_a_municipality_that_has_no_part_in_it_gets_an_empty_budget() -> None:
    scenario = som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent")
    none = {"payers": {"region": 1}}
    away = scenario.vary(
        {
            "programme.payers": none["payers"],
            "unit_costs.substance_treatment_year.payers": none["payers"],
            "target_groups.dual_diagnosis.consequences.bed_days.payers": none["payers"],
        }
    )
    made = som.budget(som.project(away))
    assert made.lines == ()
    assert len(said(made, "budget_empty")) == 1


def test_a_notebook_shows_lines_total_and_notices(hand: som.Projection) -> None:
    shown = som.budget(hand)._repr_html_()
    for part in ("Statsrefusion: adviser", "+ udgift, − indtægt, kr., 2022-priser", "ingen konto på", "I alt"):
        assert part in shown


def test_a_budget_is_made_of_a_projection() -> None:
    with pytest.raises(TypeError, match="Projection"):
        som.budget(som.read_scenario(SCENARIOS / "hedensted.yaml"))  # type: ignore[arg-type]
