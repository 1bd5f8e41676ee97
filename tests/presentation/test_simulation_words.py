"""What a simulation says of each payer: a loss is what lies below 0, not what is no gain."""

import json
from pathlib import Path

import numpy as np
import pytest

import som_model as som
from som_model.analysis.outcome import Measure
from som_model.analysis.simulation.in_words import answer
from som_model.analysis.simulation.spread import Spread
from som_model.analysis.simulation.summary import Summary, summarised
from som_model.presentation.described.learned import about_ends, what_it_does
from som_model.presentation.described.sensitivity import break_even, grid, tornado
from som_model.presentation.described.simulation import cells, fan, simulation, summaries
from som_model.presentation.simulation_record import simulation_record
from som_model.projection.figures import Array
from tests.command_line import som as run

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"
RATE = "target_groups.dual_diagnosis.success_rate"
BED_DAYS = "target_groups.dual_diagnosis.consequences.bed_days.change.1"


@pytest.fixture(scope="module")
def prudent() -> som.Scenario:
    return som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent")


@pytest.fixture(scope="module")
def discounted(prudent: som.Scenario) -> som.Simulation:
    return som.simulate(prudent.vary({"discount_rate": 0.035}), draws=1000)


def spread_of(amounts: Array) -> Summary:
    """The summary of these draws, as those of the payer."""
    return summarised(Spread(1, amounts.size, amounts.reshape(1, 1, -1), 0, None), 0, 0, "state", 0.0)


def named(amounts: Array, payer: str) -> Summary:
    spread = Spread(1, amounts.size, amounts.reshape(1, 1, -1), 0, None)
    return summarised(spread, 0, 0, payer, 0.0)


def mixed(losses: int, nothing: int, gains: int) -> Array:
    return np.concatenate([np.linspace(-900, -100, losses), np.zeros(nothing), np.linspace(100, 900, gains)])


@pytest.mark.parametrize(
    ("draws", "verdict"),
    [
        ((0, 558, 442), "neither"),
        ((300, 400, 300), "neither"),
        ((510, 300, 190), "loss"),
        ((0, 400, 600), "gain"),
        ((490, 0, 510), "even"),
    ],
)
def test_a_payer_loses_only_where_most_draws_lie_below_zero(draws: tuple[int, int, int], verdict: str) -> None:
    found = spread_of(mixed(*draws))
    assert (found.chance_of_loss, found.chance_of_gain) == (draws[0] / 1000, draws[2] / 1000)
    assert found.verdict == verdict


def test_a_payer_that_most_draws_leave_alone_is_not_said_to_lose() -> None:
    total = named(mixed(0, 0, 1000), "total")
    said = answer(total, [named(mixed(0, 558, 442), "state")], True, "da")
    assert "Staten" not in said
    assert "taber" not in answer(named(mixed(0, 558, 442), "state"), [], True, "da")


@pytest.mark.parametrize(
    ("draws", "words"),
    [
        ((100, 0, 900), "Kommunen alene vinder sandsynligvis (90 % sandsynlighed for gevinst"),
        ((0, 558, 442), "For kommunen alene er der 44 % sandsynlighed for gevinst og under 0,3 % for underskud, ellers 0 kr."),
        ((490, 0, 510), "For kommunen alene er gevinst og underskud omtrent lige sandsynlige (51 % sandsynlighed"),
        ((900, 0, 100), "Kommunen alene taber sandsynligvis (10 % sandsynlighed for gevinst"),
        ((995, 0, 5), "Kommunen alene taber næsten med sikkerhed (0,5 % sandsynlighed for gevinst"),
        ((980, 0, 20), "Kommunen alene taber sandsynligvis (2 % sandsynlighed for gevinst"),
        ((5, 0, 995), "Kommunen alene vinder næsten med sikkerhed (99,5 % sandsynlighed for gevinst"),
        ((600, 398, 2), "Kommunen alene taber sandsynligvis (0,2 % sandsynlighed for gevinst"),
        ((0, 1000, 0), "Kommunen berøres ikke."),
    ],
)
def test_the_municipalitys_own_chance_is_said_where_it_is_not_the_totals(draws: tuple[int, int, int], words: str) -> None:
    total, same = named(mixed(0, 0, 1000), "total"), named(mixed(0, 0, 1000), "municipality")
    assert words in answer(total, [named(mixed(*draws), "municipality")], True, "da")
    assert "ommunen" not in answer(total, [same], True, "da")


def test_what_is_exactly_nothing_is_said_with_one_nought(prudent: som.Scenario) -> None:
    simulated = som.simulate(prudent, draws=1000)
    assert [cell.told for cell in cells(simulated.summary("state"), "da")] == ["0"] * 5 + ["–"]


def test_losses_are_counted_like_gains_where_draws_are_not_kept(prudent: som.Scenario) -> None:
    kept, counted = som.simulate(prudent, draws=2000), som.simulate(prudent, draws=2000, keep=False)
    for row in range(len(kept.payers) + 1):
        assert counted.spread.below_zero(row, len(kept.years) - 1) == np.mean(
            kept.spread.column(row, len(kept.years) - 1) < -0.005
        )
    assert counted.summary().chance_of_loss > 0


def test_one_payer_and_present_value_may_be_asked_for(discounted: som.Simulation) -> None:
    said = discounted.say("da", "municipality", "net_present_value")
    assert said.startswith("Regnet i nutidsværdi: et underskud er næsten sikkert for kommunen: der er")
    assert "ligger nutidsværdien mellem" in said
    found = discounted.summary("municipality", "net_present_value")
    assert found.base == discounted.base.net_present_value_by_payer["municipality"]
    assert (found.low, found.high) == discounted.interval(0.95, "municipality", "net_present_value")
    with pytest.raises(som.UnknownName):
        discounted.say("da", "nobody")


def test_the_record_names_payer_and_outcome_only_where_asked_for(discounted: som.Simulation) -> None:
    usual, asked = simulation_record(discounted), simulation_record(discounted, "da", "region", "net_present_value")
    assert not {"payer", "outcome"} & usual.keys()
    assert asked.keys() - usual.keys() == {"payer", "outcome"}
    assert tuple(asked["interval"].values()) == discounted.interval(0.95, "region", "net_present_value")
    assert asked["mean"]["region"] == pytest.approx(discounted.outcome("net_present_value", "region").mean())
    assert asked["fan"] == usual["fan"]


def test_the_command_takes_payer_and_outcome() -> None:
    command = ("simulate", "scenarios/hedensted.yaml", "--draws", "200", "--payer", "region")
    done = run(*command, "--outcome", "net_present_value")
    assert done.stdout.startswith("Regnet i nutidsværdi: der er")
    assert "at regionen vinder" in done.stdout
    assert "akkumuleret nettoresultat for regionen, år for år" in done.stdout
    found = run(*command, "--format", "json")
    assert json.loads(found.stdout)["payer"] == "region"


def test_fewer_than_a_hundred_draws_say_no_chance_and_no_interval(prudent: som.Scenario) -> None:
    few, enough = som.simulate(prudent, draws=99), som.simulate(prudent, draws=100)
    assert few.say("da").startswith("99 beregninger er for få til at sige noget om, hvor sikkert resultatet er; kør mindst 1.000")
    assert "sandsynlighed for" not in few.say("da")
    assert "%" not in few.say("en") + few.precision("en") + what_it_does(few, few, "en")
    assert "95 %" in enough.say("en")


def test_labels_say_how_many_draws_lie_below(discounted: som.Simulation) -> None:
    assert [column.label for column in fan.table(discounted, "da").columns][2:] == [
        "2,5 % ligger under", "25 % ligger under", "Median", "75 % ligger under", "97,5 % ligger under",
    ]  # fmt: skip
    assert "High (97.5 % lie below)" in [column.label for column in simulation.table(discounted, "en").columns]


def test_undiscounted_is_said_where_the_scenario_discounts(discounted: som.Simulation, prudent: som.Scenario) -> None:
    assert (simulation.table(discounted).unit, fan.table(discounted).unit) == ("kr., 2017-priser, ikke diskonteret",) * 2
    assert summaries(discounted, outcome="net_present_value").unit == "kr., 2017-priser"
    assert all(unit == "kr., 2017-priser, ikke diskonteret" for unit in units(discounted.scenario, "accumulated_net"))
    assert all(unit == "kr., 2017-priser" for unit in units(discounted.scenario, "net_present_value"))
    assert all(unit == "kr., 2017-priser" for unit in units(prudent, "accumulated_net"))


def units(scenario: som.Scenario, outcome: Measure) -> list[str]:
    pairs = som.grid(scenario, RATE, BED_DAYS, values_b=[-20, -10], outcome=outcome)
    return [
        tornado.table(som.tornado(scenario, outcome)).unit,
        break_even.table(som.solve(scenario, RATE, outcome=outcome)).unit,
        grid.table(pairs).unit.split(". ", 1)[1],
    ]


def test_learning_tells_why_its_ends_are_not_those_of_the_lines(prudent: som.Scenario) -> None:
    found = som.learn(prudent, RATE, 8, 20)
    assert "gennemsnit ± 1,96 standardafvigelser" in about_ends(found, "da")
    assert "scenariet skriver 20 % til 40 %" in about_ends(found, "da")
    anew = som.learn(prudent, RATE, 8, 20, prior="jeffreys")
    assert "scenariet skriver" not in about_ends(anew, "da")


def test_a_payer_that_is_not_affected_has_no_chance_of_gain(discounted: som.Simulation) -> None:
    assert cells(discounted.summary("state"), "da")[-1].told == "–"
    assert cells(discounted.summary("region"), "da")[-1].told != "–"
