"""What a simulation and learning say in words and tables: figures known from elsewhere, to the digits they carry."""

import re
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

import som_model as som
from som_model.presentation.described.simulation import fan, payback, simulation, summary_rows
from som_model.presentation.simulation_record import simulation_record
from som_model.wording.numbers import Rounding, chance_said, rounding, share_said, step_of

SCENARIOS = Path(__file__).parents[2] / "scenarios"
RATE = "target_groups.dual_diagnosis.success_rate"
Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")


@pytest.fixture(scope="module")
def scenario() -> som.Scenario:
    return som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent")


@pytest.fixture(scope="module")
def prudent(scenario: som.Scenario) -> som.Simulation:
    return som.simulate(scenario)


def at(scenario: som.Scenario, value: float, low: float, high: float) -> som.Scenario:
    return scenario.vary({RATE: {"value": value, "low": low, "high": high}})


def test_the_answer_to_hedensted(prudent: som.Simulation) -> None:
    """Closed form of its one uncertain rate: chance of gain 0.97546, 95 % from 1,817 to 1,048,109 kr.; published net 500,000."""
    assert prudent.say("da") == (
        "Der er 97,5 % sandsynlighed for, at det offentlige samlet set vinder. I 95 % af de 10.000 beregninger ligger "
        "resultatet mellem 0,00 og 1,05 mio. kr., i gennemsnit på 0,50 mio. kr.; regnet med de oplyste tal er det 500.000 kr. "
        "Kommunen alene taber næsten med sikkerhed (0,07 % sandsynlighed for gevinst, i gennemsnit −400.000 kr.)."
    )
    assert prudent.say("en").startswith("The chance that the public purse as a whole gains is 97.5 %.")


def test_a_probable_loss_is_called_one_and_a_payer_who_gains_is_named(scenario: som.Scenario) -> None:
    """Break-even is at 20.5 %: with 8 to 22 % around 15 % the public purse loses, and the region, who pays nothing, gains."""
    said = som.simulate(at(scenario, 0.15, 0.08, 0.22)).say("da")
    assert said.startswith("Det offentlige taber sandsynligvis samlet set: der er 7,3 % sandsynlighed for gevinst.")
    assert "Regionen alene vinder derimod næsten med sikkerhed (over 99,97 % sandsynlighed for gevinst" in said
    assert "Kommunen alene taber næsten med sikkerhed (under 0,03 % sandsynlighed for gevinst" in said


def test_a_rate_at_break_even_is_called_even(scenario: som.Scenario) -> None:
    said = som.simulate(at(scenario, 0.20476, 0.15, 0.26)).say("en")
    assert said.startswith("Gain and loss are about equally likely for the public purse as a whole")


def test_what_is_certain_is_told_without_a_probability() -> None:
    """At 40 % the published net is 1,025,000 kr.; no figure of that variant has an interval."""
    found = som.simulate(som.read_scenario(SCENARIOS / "hedensted.yaml", "observed"), draws=200)
    assert found.say("da") == (
        "Intet i scenariet er usikkert, så alle beregninger giver det samme: det offentlige vinder samlet set 1.025.000 kr. "
        "Kommunen alene taber 174.798 kr. i alle beregninger."
    )
    assert found.summary().certain
    assert found.precision("da") == "200 trækninger, seed 1: alle er ens."


@pytest.mark.parametrize("draws", [40, 400, 10_000, 300_000])
def test_more_draws_give_more_digits(draws: int) -> None:
    """The standard error of a chance of 97.546 % is 0.1547·√(100/draws) %: it is at most three units of the last digit."""
    said = share_said(0.97546, draws, "en")
    decimals = len(said.removesuffix(" %").partition(".")[2])
    assert 15.47 / np.sqrt(draws) <= 3 * 10.0**-decimals
    assert said == {40: "98 %", 400: "98 %", 10_000: "97.5 %", 300_000: "97.55 %"}[draws]


def test_a_side_that_no_draw_fell_on_is_bounded_not_excluded() -> None:
    """1 − 0.05^(1/draws): with 10,000 draws 0.02995 %, upward 0.03 %; with 20 draws 13.9 %, upward 20 %."""
    assert chance_said(1.0, 10_000, "da") == "over 99,97 %"
    assert chance_said(0.0, 10_000, "da") == "under 0,03 %"
    assert chance_said(1.0, 20, "da") == "over 80 %"
    assert chance_said(1.0, 20, "da", certain=True) == "100 %"
    assert chance_said(0.999999, 10**8, "en") == "over 99.99 %"


@pytest.mark.parametrize(
    ("amount", "error", "said"),
    [
        (1_930, 7_160, "0"),
        (1_047_111, 9_000, "1.050.000"),
        (498_592, 2_684, "499.000"),
        (-0.4, 0.02, "−0,40"),
        (500_000, 0, "500.000"),
    ],
)
def test_kroner_carry_no_more_digits_than_their_error_leaves(amount: float, error: float, said: str) -> None:
    assert step_of(error) >= error / 3
    assert Rounding(False, "da").say(amount, error) == said


def test_millions_are_said_only_where_they_hide_little() -> None:
    assert rounding(2_000_000, 9_000, "da").say_with_unit(1_047_111, 9_000) == "1,05 mio. kr."
    assert rounding(2_000_000, 10, "da").say_with_unit(1_047_111, 10) == "1.047.110 kr."
    assert rounding(900_000, 9_000, "en").say_with_unit(-180_250, 9_000) == "−180,000 kr."


def test_the_summary_holds_the_simulations_own_figures(prudent: som.Simulation) -> None:
    table = som.tables.simulation(prudent)
    assert list(table["Kasse"]) == ["Kommune", "Region", "Stat", "Det offentlige i alt"]
    total = table.iloc[-1]
    assert total["Med de oplyste tal"] == pytest.approx(500_000, abs=0.01)
    assert total["Gennemsnit"] == prudent.mean
    assert (total["Lav (2,5 % ligger under)"], total["Høj (97,5 % ligger under)"]) == pytest.approx(prudent.interval())
    assert total["Sandsynlighed for gevinst"] == pytest.approx(0.97546, abs=3 * np.sqrt(0.97546 * 0.02454 / 10_000))
    assert table["Gennemsnit"].iloc[:3].sum() == pytest.approx(prudent.mean)


def test_errors_of_the_ends_are_those_of_other_seeds(scenario: som.Scenario) -> None:
    """The standard error that one run states is how far the ends of forty runs lie apart."""
    ends = np.array([som.simulate(scenario, draws=2000, seed=seed).interval() for seed in range(40)])
    found = som.simulate(scenario, draws=2000, seed=99).summary()
    assert found.low_error == pytest.approx(ends[:, 0].std(ddof=1), rel=0.5)
    assert found.high_error == pytest.approx(ends[:, 1].std(ddof=1), rel=0.5)


def test_the_fan_ends_at_the_interval_and_begins_below_zero(prudent: som.Simulation) -> None:
    table = som.tables.fan(prudent, "en")
    assert [int(year) for year in table["Year"]] == [2017, 2018, 2019, 2020, 2021]
    assert (table["2.5 % lie below"].iloc[-1], table["97.5 % lie below"].iloc[-1]) == pytest.approx(prudent.interval())
    assert (table["97.5 % lie below"] >= table["Median"]).all()
    assert table["97.5 % lie below"].iloc[0] < 0
    with pytest.raises(som.UnknownName):
        som.tables.fan(prudent, payer="kommune")


def test_payback_shares_sum_to_one_and_agree_with_the_chance_of_gain(prudent: som.Simulation) -> None:
    """Net never falls from year to year here, so whoever ends with a gain is paid back."""
    table = som.tables.payback(prudent, "en")
    np.testing.assert_allclose(table.iloc[:, 1:].sum(), 1.0)
    total = table.set_index("Payback year")["Public purse, total"]
    assert 1 - total["not in the period"] == pytest.approx(prudent.chance_of_gain)
    assert table.set_index("Payback year")["Region"]["does not pay for the programme"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_spoken_tables_have_the_signs_of_the_language(prudent: som.Simulation, language: Language) -> None:
    foreign = {"da": r"\d\.\d{1,2}(?!\d)|\d,\d{3}", "en": r"\d,\d{1,2}(?!\d)|\d\.\d{3}"}[language]
    for table in (each.table(prudent, language) for each in (simulation, fan, payback)):
        cells = [cell for row in table.shown(language) for cell in row]
        assert not any(re.search(foreign, cell) for cell in cells)
    assert "97,5 %" in [row[-1] for row in simulation.table(prudent, "da").shown("da")]


def test_rows_for_machines_are_unrounded_and_named(prudent: som.Simulation) -> None:
    header, rows = summary_rows(prudent)
    total = dict(zip(header, rows[-1], strict=True))
    assert (total["scenario"], total["variant"], total["payer"], total["draws"], total["seed"]) == (
        *("hedensted", "prudent", "total"),
        *(10_000, 1),
    )
    assert total["mean"] == prudent.mean


def test_the_record_is_that_of_the_base_case_and_what_the_draws_give(prudent: som.Simulation) -> None:
    found = simulation_record(prudent)
    assert found["accumulated_net"] == found["base"]["accumulated_net"]["total"] == pytest.approx(500_000, abs=0.01)
    assert found["interval"] == dict(zip(("low", "high"), prudent.interval(), strict=True))
    assert list(found["mean"]) == list(found["chance_of_gain"]) == ["municipality", "region", "state", "total"]
    assert found["fan"]["total"]["0.5"] == prudent.fan()[2].tolist()
    assert sum(found["payback"]["municipality"].values()) == pytest.approx(1)
    assert found["drawn"] == [RATE]
    assert found["numpy"] == np.__version__


def test_a_notebook_shows_danish_text_without_pandas(prudent: som.Simulation) -> None:
    shown = prudent._repr_html_()
    assert shown.startswith("<table")
    assert "97,5 %" in shown
    assert "Usikkert er (1): Succesrate, borgere med svær psykisk lidelse og misbrug." in shown
    assert "sandsynligheden er bestemt på 0,3 procentpoint nær" in shown
    assert repr(prudent).startswith("<Simulation Koordinerende indsatsplaner i Hedensted: 30 %")


def test_before_and_seen_add_up_to_now(scenario: som.Scenario) -> None:
    """Beta(23.901; 55.769) and 8 of 20 give Beta(31.901; 67.769), mean 0.32007."""
    table = som.tables.learned(som.learn(scenario, RATE, successes=8, of=20), "en")
    before, seen, now = (table.iloc[i] for i in range(3))
    assert now["Value"] == pytest.approx(0.32007, abs=5e-6)
    assert (seen["Reached it"], seen["Did not"]) == (8, 12)
    for column in ("Reached it", "Did not"):
        assert before[column] + seen[column] == pytest.approx(now[column])
    assert np.isnan(float(seen["From (95 %)"]))


def test_learning_from_nothing_does_not_claim_to_add_to_the_former_figure(scenario: som.Scenario) -> None:
    found = som.learn(scenario.vary({RATE: 0.3}), RATE, successes=8, of=20, prior="jeffreys")
    assert "begyndt forfra" in found.say("da")
    assert "i stedet for 30 %" in found.estimate["source"]
    assert "not used" in found.estimate["note"]["en"]
    assert "8,5" in found._repr_html_()
