"""The value of information: its figures against closed forms, and sentences that follow the figures."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import integrate, stats

import som_model as som
from som_model.analysis.information.value import FOLLOWED

SCENARIOS = Path(__file__).parents[2] / "scenarios"
GROUP = "target_groups.dual_diagnosis"
RATE = f"{GROUP}.success_rate"
POST = "programme.staffing.coordinator.annual_cost"
DRAWS = 20_000
WORTH = 1_575_000 / 0.3
"""Savings of Hedensted's five years, kr., for a success rate of 1 (method.md: Hedensted)."""
BELIEVED = stats.beta(23.901190570, 55.769444664)
"""Mean 0.30, and the standard deviation of 0.20 to 0.40 as a 95 % interval (method.md: Distributions and draws)."""
A, B = BELIEVED.args


@pytest.fixture(scope="module")
def prudent() -> som.Scenario:
    return som.read_scenario(SCENARIOS / "hedensted.yaml", variant="prudent")


def weighed(scenario: som.Scenario, draws: int = DRAWS, **asked: Any) -> som.ValueOfInformation:
    return som.value_of_information(som.simulate(scenario, draws=draws), **asked)


def at_cost(scenario: som.Scenario, a_year: float) -> som.Scenario:
    return scenario.vary({POST: a_year})


def enumerated(n: int, *options: tuple[float, float]) -> float:
    """EVSI of n citizens, kr.: Σ over x of BetaBinomial(x; n, a, b) × the best of worth·(a + x)/(a + b + n) − cost and 0,
    less the best of them now."""
    x = np.arange(n + 1)
    posterior = (A + x) / (A + B + n)
    after = np.max([np.zeros(n + 1), *(worth * posterior - cost for worth, cost in options)], axis=0)
    now = max(0.0, *(worth * BELIEVED.mean() - cost for worth, cost in options))
    return float(stats.betabinom(n, A, B).pmf(x) @ after) - now


def test_one_uncertain_rate_is_worth_its_closed_form_and_as_much_as_knowing_all(prudent: som.Scenario) -> None:
    """E[(cost − worth·p)⁺] = 2,016 kr. where the programme runs unless more is known."""
    q = 1_075_000 / WORTH
    exact = 1_075_000 * BELIEVED.cdf(q) - WORTH * BELIEVED.mean() * stats.beta(A + 1, B).cdf(q)
    assert exact == pytest.approx(2016, abs=0.5)
    value = weighed(prudent, draws=100_000)
    assert value.evpi == pytest.approx(exact, abs=3 * value.evpi_error)
    assert [each.name for each in value.assumptions] == [RATE]
    assert value.assumptions[0].evppi == pytest.approx(value.evpi, rel=1e-6)
    assert value.chance_wrong == pytest.approx(BELIEVED.cdf(q), abs=0.002)
    assert value.sample is not None
    assert value.sample.evppi == pytest.approx(exact, rel=1e-3)
    assert (value.best, value.groups) == (1, ())


def test_the_choice_between_two_programmes_is_worth_what_integration_says(prudent: som.Scenario) -> None:
    """A full programme for 330,000 kr. a year against one of half the size for 140,000: the half one is best on average."""
    full, half = (WORTH, 5 * 330_000.0), (WORTH / 2, 5 * 140_000.0)
    other = som.simulate(prudent.vary({POST: 140_000, f"{GROUP}.participants": 4}), draws=100_000)
    asked = {"of": [20, 100], "cost_per_citizen": 100}
    value = weighed(at_cost(prudent, 330_000), draws=100_000, against=[other], **asked)
    assert value.expected == pytest.approx((0, -75_000, 87_500), abs=4 * max(value.expected_errors))
    best, _ = integrate.quad(
        lambda p: BELIEVED.pdf(p) * max(0.0, full[0] * p - full[1], half[0] * p - half[1]), 0, 1, points=[0.2667, 0.3619]
    )
    assert value.evpi == pytest.approx(best - 87_500, abs=3 * value.evpi_error)
    assert value.assumptions[0].evppi == pytest.approx(value.evpi, rel=1e-6)
    assert value.sample is not None
    np.testing.assert_allclose(value.sample.evsi, [enumerated(n, full, half) for n in (20, 100)], rtol=1e-5)
    assert value.best == 2
    assert "taler de for «30 % (forsigtigt skøn), ændret: annual_cost = 140000, participants = 4»" in value.say()
    assert "the figures speak for “30 % (by prudence), changed" in value.say("en")
    assert re.search(r"ændret: annual_cost = 330000» −7\d\.000 kr\., ingen af dem 0 kr\. I ", value.say())


def test_the_best_number_is_the_one_that_exact_enumeration_finds(prudent: som.Scenario) -> None:
    value = weighed(at_cost(prudent, 330_000), cost_per_citizen=500)
    left = [enumerated(n, (WORTH, 1_650_000)) - 500 * n for n in FOLLOWED]
    best = FOLLOWED[int(np.argmax(left))]
    assert value.sample is not None
    assert value.sample.best == best == 40
    assert f"Det bedste er at følge op på {best} borgere for at måle det tal" in value.say()
    worth = round((max(left) + 500 * best) / 1000)
    assert f"svaret er {worth}.000 kr. værd, det koster 20.000 kr., og der er {round(max(left) / 1000)}.000 kr. tilbage" in (
        value.say()
    )
    assert "Der er 8 om året, som raten kan måles på, så det tager 5 år. Indsatsen skal da køre imens" in value.say()


CASES: dict[str, tuple[float, dict[str, Any], str, str]] = {
    "run": (215_000, {}, "taler de for at gennemføre indsatsen: det offentlige kan i gennemsnit vente at vinde 49", "speak for"),
    "leave": (330_000, {}, "taler de imod at gennemføre indsatsen: det offentlige kan i gennemsnit vente at tabe 7", "to lose 7"),
    "only": (330_000, {}, "Det eneste usikre tal er succesraten for borgere med svær psykisk lidelse og misbrug.", "only uncer"),
    "nothing": (100_000, {}, "Det er det rigtige valg i alle 20.000 beregninger, så der er intet at vinde", "nothing to gain"),
    "free": (330_000, {"of": [100]}, "op på 100 borgere for at måle det tal, er svaret 49.000 kr.", "worth 49,000 kr."),
    "at_most": (330_000, {"of": [100]}, "hvis opfølgningen koster mindre end 480 kr. pr. borger", "costs less than 480 kr."),
    "too_few": (215_000, {"of": [5]}, "At måle det tal ved at følge op på 5 borgere kan ikke ændre valget", "too few"),
    "hardly": (215_000, {"of": [75]}, "svaret er mindre end 1 kr. værd for hver borger", "less than 1 kr. for each citizen"),
    "too_dear": (330_000, {"cost_per_citizen": 2000}, "til 2.000 kr. pr. borger koster det mere, end svaret er værd", "not pay"),
    "one": (330_000, {"cost_per_citizen": 500, "of": [20]}, "Det kan betale sig at følge op på 20", "It pays to follow 20"),
    "most": (330_000, {"cost_per_citizen": 5, "of": [10, 20]}, "Flere end 20 er ikke prøvet.", "More than 20 were not tried."),
    "years": (330_000, {"cost_per_citizen": 500, "of": [40], "years": 3}, "svaret er 98.000 kr. værd over 3 år", "over 3 years"),
    "each": (330_000, {"years": 3}, "værd for hvert valg.", "on average for each choice."),
    "too_long": (
        330_000,
        {"cost_per_citizen": 50, "of": [100]},
        "så det tager 13 år, længere end de 5 år",
        "takes 13 years, lon",
    ),
    "a_year": (330_000, {"cost_per_citizen": 50, "of": [8]}, "så det kan nås på et år", "one year is enough"),
}


@pytest.mark.parametrize("case", CASES)
def test_sentences_follow_the_figures(prudent: som.Scenario, case: str) -> None:
    a_year, asked, danish, english = CASES[case]
    value = weighed(at_cost(prudent, a_year), **asked)
    assert danish in value.say()
    assert english in value.say("en")


def test_every_text_ends_its_sentences_with_one_full_stop(prudent: som.Scenario) -> None:
    for a_year, asked, _, _ in CASES.values():
        value = weighed(at_cost(prudent, a_year), draws=2_000, **asked)
        for said in (value.say("da"), value.say("en")):
            assert ".." not in said
            assert said.endswith(".")
            assert "{" not in said


def test_a_payers_own_choice_is_asked_by_its_own_outcome() -> None:
    """At 3 % a year the municipality loses in present value too; the region only gains, so nothing can change its choice."""
    scenario = som.read_scenario(SCENARIOS / "hedensted.yaml").vary({"discount_rate": 0.03})
    simulation = som.simulate(scenario, draws=DRAWS)
    municipality = som.value_of_information(simulation, payer="municipality", outcome="net_present_value")
    drawn = simulation.outcome("net_present_value", "municipality")
    assert municipality.expected == pytest.approx((0, drawn.mean()))
    assert municipality.expected_errors[1] == pytest.approx(drawn.std(ddof=1) / math.sqrt(DRAWS))
    assert "taler de imod at gennemføre indsatsen: kommunen kan i gennemsnit vente at tabe" in municipality.say()
    assert "kr. (nutidsværdi) i årene 2017-2021" in municipality.say()
    region = som.value_of_information(simulation, payer="region")
    assert (region.evpi, region.chance_wrong) == (0, 0)
    assert "the region can expect to gain" in region.say("en")


def test_a_group_is_worth_at_least_its_members_and_at_most_everything() -> None:
    value = weighed(som.read_scenario(SCENARIOS / "example.yaml"))
    alone = {each.name: each.evppi for each in value.assumptions}
    assert {group.name for group in value.groups} == {"effects", "prices"}
    for group in value.groups:
        assert max(alone[each] for each in group.addresses) <= group.evppi <= value.evpi
    assert list(alone.values()) == sorted(alone.values(), reverse=True)
    assert {each.method for each in value.assumptions} == {"spline"}
    assert "Kendes alle tal om målgrupperne på én gang, er det" in value.say()


def test_a_group_of_all_that_is_uncertain_is_worth_everything() -> None:
    value = weighed(som.read_scenario(SCENARIOS / "hedensted.yaml"))
    assert [(group.name, group.evppi, group.method) for group in value.groups] == [("effects", value.evpi, "everything")]
    assert "på én gang" not in value.say()


def test_a_baseline_rate_is_measured_on_citizens_without_the_programme() -> None:
    value = weighed(som.read_scenario(SCENARIOS / "example.yaml"), draws=4_000, cost_per_citizen=1, years=3)
    assert value.sample is not None
    assert value.sample.address == f"{GROUP}.baseline_rate"
    assert value.starting_a_year is None
    assert "Basisraten måles på borgere, der ikke får indsatsen." in value.say()
    assert "om året, som raten kan måles på" not in value.say()


def test_citizens_a_year_are_those_whom_the_rate_is_measured_on(prudent: som.Scenario) -> None:
    """Completers of 8 participants a year at 75 %: 6; a completion rate is measured on all 8."""
    scenario = prudent.vary({f"{GROUP}.completion_rate": {"value": 0.75, "low": 0.6, "high": 0.9}})
    assert weighed(scenario, address=RATE).starting_a_year == pytest.approx(6)
    assert weighed(scenario, address=f"{GROUP}.completion_rate").starting_a_year == pytest.approx(8)
    on_all = scenario.vary({f"{GROUP}.rates_measured_on": "participants"})
    assert weighed(on_all, address=RATE).starting_a_year == pytest.approx(8)


def test_without_an_uncertain_rate_nothing_is_followed(prudent: som.Scenario) -> None:
    scenario = prudent.vary({RATE: 0.3, POST: {"value": 330_000, "low": 300_000, "high": 360_000}})
    value = weighed(scenario)
    assert value.sample is None
    assert "Det eneste usikre tal er den årlige omkostning til «koordinator»." in value.say()
    assert "Ingen rate i målgrupperne er usikker" in value.say()


def test_a_share_that_citizens_do_not_show_is_not_chosen_to_be_followed(prudent: som.Scenario) -> None:
    """The part of a price that leaves the budget is a share too, but no citizen shows it."""
    part = f"{GROUP}.consequences.bed_days.realisable"
    scenario = prudent.vary({part: {"value": 0.5, "low": 0.1, "high": 0.9}})
    value = weighed(scenario)
    assert value.assumptions[0].name == part
    assert value.sample is not None
    assert value.sample.address == RATE
    assert "tallet «Del af prisen, der kan realiseres, psykiatriske indlæggelser»" in value.say()


def test_only_an_option_may_be_uncertain(prudent: som.Scenario) -> None:
    """Its citizens are then the ones to follow: the answer is worth the same whichever option is named first."""
    certain = som.simulate(at_cost(prudent, 330_000).vary({RATE: 0.3}), draws=2_000)
    uncertain = som.simulate(prudent, draws=2_000)
    value = som.value_of_information(certain, against=[uncertain])
    turned = som.value_of_information(uncertain, against=[certain])
    assert [each.name for each in value.assumptions] == [RATE]
    assert value.sample is not None
    assert turned.sample is not None
    assert value.sample.address == RATE
    assert np.allclose(value.sample.evsi, turned.sample.evsi)
    assert value.assumption(RATE).title("en").startswith("Success rate")


def test_numbers_that_differ_between_options_are_told(prudent: som.Scenario) -> None:
    other = prudent.vary({RATE: {"value": 0.35, "low": 0.2, "high": 0.5}})
    value = weighed(prudent, draws=1_000, against=[som.simulate(other, draws=1_000)])
    assert [notice.address for notice in value.notices] == [RATE]
    assert weighed(prudent, draws=1_000, against=[som.simulate(at_cost(prudent, 9e4), draws=1_000)]).notices == ()


@pytest.mark.parametrize("other_rate", [0.4, 0.3])
def test_a_rate_that_is_certain_in_the_other_option_is_told_as_two_beliefs(prudent: som.Scenario, other_rate: float) -> None:
    certain = som.simulate(prudent.vary({RATE: other_rate}), draws=500)
    uncertain = som.simulate(prudent, draws=500)
    for first, second in ((uncertain, certain), (certain, uncertain)):
        notices = som.value_of_information(first, against=[second]).notices
        (said,) = [each.say("en") for each in notices if "stated differently in the options" in each.say("en")]
        assert "two beliefs" in said


def test_following_citizens_tells_what_else_they_may_show(prudent: som.Scenario) -> None:
    change = f"{GROUP}.consequences.bed_days.change"
    stated = at_cost(prudent, 300_000).vary({f"{change}.1": {"value": -25.8, "low": -43.8, "high": -10}})
    value = weighed(stated, draws=5_000, of=[20], cost_per_citizen=1e6)
    (found,) = [each for each in value.assumptions if each.name.startswith(change)]
    assert found.evppi > 1
    assert "kun for at måle" in value.say()
    assert "De borgere, der følges op på, kan også vise tallet «Ændring i sengedage" in value.say()
    assert "which is not counted here" in value.say("en")
    alone = weighed(at_cost(prudent, 330_000), draws=5_000, of=[20])
    assert "kan også vise" not in alone.say()


def test_what_has_no_answer_is_refused_in_words(prudent: som.Scenario) -> None:
    with pytest.raises(som.NoAnswer, match="Skriv low og high"):
        weighed(som.read_scenario(SCENARIOS / "hedensted.yaml", variant="observed"), draws=100)
    with pytest.raises(som.SomError, match="mindst 2, ikke 1"):
        weighed(prudent, draws=1)
    with pytest.raises(som.DrawsNotKept):
        som.value_of_information(som.simulate(prudent, draws=100, keep=False))
    with pytest.raises(som.SomError, match="samme år"):
        weighed(prudent, draws=100, against=[som.simulate(prudent, draws=200)])
    with pytest.raises(som.UnknownName):
        weighed(prudent, draws=100).assumption("target_groups.nobody.success_rate")


def test_two_draws_are_enough_to_answer(prudent: som.Scenario) -> None:
    assert weighed(prudent, draws=2).say().startswith("Som tallene står")


def test_progress_counts_assumptions_and_groups() -> None:
    told: list[int] = []
    weighed(som.read_scenario(SCENARIOS / "hedensted.yaml"), draws=500, progress=told.append)
    assert told == [1, 2, 3, 4, 5]


def test_a_value_of_knowing_is_said_with_the_digits_that_the_draws_give(prudent: som.Scenario) -> None:
    from som_model.analysis.information.in_words import about

    value = replace(weighed(prudent, draws=100), evpi=12_345.6, evpi_error=1_000.0)
    assert about(12_345.6, value, "da") == "12.000 kr."
    assert about(12_345.6, replace(value, evpi_error=10.0), "en") == "12,350 kr."
    assert about(4.0, replace(value, evpi=4.0, evpi_error=40.0), "da") == "4 kr."
    assert about(0.4, value, "da") == "0 kr."
    assert about(2_345_678.0, replace(value, evpi=2_345_678.0, evpi_error=30_000.0), "da") == "2,35 mio. kr."


def test_it_shows_itself_in_a_notebook(prudent: som.Scenario) -> None:
    value = weighed(at_cost(prudent, 330_000), draws=2_000, of=[40, 10], cost_per_citizen=500)
    shown = value._repr_html_()
    assert "<table" in shown
    assert "Succesrate, borgere med svær psykisk lidelse og misbrug" in shown
    assert "Som tallene står, taler de imod" in shown
    assert value.sample is not None
    assert "20.000" in value.sample._repr_html_()
    assert repr(value).startswith("<ValueOfInformation Koordinerende indsatsplaner i Hedensted: 30 %")


def test_a_mean_that_the_draws_cannot_tell_from_0_is_said_to_break_even(prudent: som.Scenario) -> None:
    """A post at 315,000 kr. a year costs all that is saved: the mean of few draws is said as 0, which nobody gains or loses."""
    found = weighed(at_cost(prudent, 315_000), draws=4000)
    close = replace(found, expected=(0.0, 20.0), expected_errors=(0.0, 4000.0))
    assert "can expect to break even over" in close.say("en")
    assert "0 kr. over" not in close.say("en")
    assert "to gain 20 kr. over" in replace(close, expected_errors=(0.0, 1.0)).say("en")


def test_costs_and_years_of_numpy_are_said(prudent: som.Scenario) -> None:
    found = weighed(prudent, draws=500, cost_per_citizen=np.float64(0.1), years=np.float64(2))
    assert found.say() == weighed(prudent, draws=500, cost_per_citizen=0.1, years=2).say()
