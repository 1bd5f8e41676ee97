"""How sure a brief says the result is: the chance with its draws, the break-even, and who gains or loses at any value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import som_model as som
from tests.presentation.brief.cases import COST, GROUP, HEDENSTED, PRICE, brief_of, scenario_of, section, simple


def test_without_any_interval_the_uncertainty_is_not_stated() -> None:
    said = section(brief_of(som.read_scenario(HEDENSTED, variant="observed")), "Følsomhed")
    assert "Usikkerheden er derfor ikke oplyst" in said
    assert "% sandsynlighed" not in said
    assert "går samlet set i nul ved 20,5 %" in said


def test_the_chance_stands_with_its_draws_and_seed_and_both_break_evens() -> None:
    """Break-even of the public purse: 30 % × 1,075/1,575 = 20.476 %; of the municipality 30 % × 1,075,000/675,151.4 = 47.77 %."""
    made = brief_of(som.read_scenario(HEDENSTED, variant="prudent"), draws=10_000)
    said = section(made, "Følsomhed")
    assert "97,5 % sandsynlighed" in said
    assert "10.000 trækninger, seed 1" in said
    assert "det offentlige går samlet set i nul ved 20,5 %; kommunen alene går i nul ved 47,8 %." in said
    assert re.search(r"10\.000\D+1\b", made.colophon)


@pytest.mark.parametrize(
    ("cost", "saved", "said"),
    [
        ("municipality: 40000", "state: 20000", "samlet set i nul ved 20 %; kommunen alene taber ved enhver værdi."),
        ("state: 80000", "municipality: 40000", "samlet set i nul ved 40 %; kommunen alene vinder ved enhver værdi."),
    ],
)
def test_a_sure_gainer_and_a_sure_loser_are_told_apart(cost: str, saved: str, said: str, tmp_path: Path) -> None:
    """The region saves 100,000 kr. a year × the success rate; 20,000 and 40,000 kr. a year are to be earned by it. What the
    municipality pays, and what it is spared, does not depend on the success rate."""
    (payer, amount), (spared, less) = (each.split(": ") for each in (cost, saved))
    programme = (
        f"programme:\n  costs: {{a: {{amount: {amount}, basis: year, payers: {{{payer}: 1}}}}}}\n"
        f"  saved_alternative: {{b: {{amount: {less}, basis: year, payers: {{{spared}: 1}}}}}}\n"
    )
    scenario = scenario_of(tmp_path, GROUP % (5, "0.5") + programme + PRICE % ("{region: 1}", "service"))
    assert said in section(brief_of(scenario), "Følsomhed")


def test_a_public_purse_that_loses_at_any_value_is_said_to(tmp_path: Path) -> None:
    """At a success rate of 100 % 100,000 kr. a year are saved."""
    said = section(brief_of(simple(tmp_path, cost=120_000)), "Følsomhed")
    assert "det offentlige taber samlet set ved enhver værdi." in said


def test_no_break_even_is_told_of_a_payer_that_neither_pays_nor_is_paid(tmp_path: Path) -> None:
    scenario = scenario_of(
        tmp_path,
        GROUP % (5, "0.5")
        + "programme:\n  payers: {state: 1}\n  costs: {c: {amount: 30000, basis: year}}\n"
        + PRICE % ("{state: 1}", "service"),
    )
    said = section(brief_of(scenario), "Følsomhed")
    assert "det offentlige går samlet set i nul ved 30 %." in said
    assert "kommunen alene" not in said


def test_where_only_zero_gives_nothing_no_break_even_is_told(tmp_path: Path) -> None:
    """Without a cost the public purse gains at any success rate above 0; that it gains nothing at 0 is no answer."""
    said = section(brief_of(scenario_of(tmp_path, GROUP % (5, "0.5") + PRICE % ("{municipality: 1}", "service"))), "Følsomhed")
    assert "ved 0 %" not in said


def test_an_unknown_split_leaves_the_interval_and_the_mean(tmp_path: Path) -> None:
    price = PRICE.replace("area: %s", "payers_basis: unknown") % "{municipality: 0.5, region: 0.5}"
    text = GROUP % (5, "{value: 0.5, low: 0.3, high: 0.7}") + COST % 30_000 + price
    said = section(brief_of(scenario_of(tmp_path, text), draws=2000), "Følsomhed")
    assert "I 95 % af de 2.000 beregninger ligger resultatet mellem" in said
    assert "i gennemsnit på" in said
    assert "ommunen alene" not in said
    assert "egionen alene" not in said


FUNDED = "  saved_alternative: {s: {amount: %d, basis: year, payers: {municipality: 1}}}\n"


@pytest.mark.parametrize(
    ("spared", "said"),
    [
        (50_000, "i nul ved 10 %, altså først under basisraten på 30 %, hvor indsatsen regnes som skadelig for målgruppen."),
        (10_000, "det offentlige går samlet set i nul ved 50 %."),
    ],
)
def test_a_break_even_below_the_baseline_rate_is_said_to_be_of_a_harmful_programme(
    spared: int, said: str, tmp_path: Path
) -> None:
    """10 citizens × 10,000 kr. × (rate − 30 %) = 30,000 − spared: 10 % where 50,000 kr. are spared, 50 % where 10,000 are."""
    text = (GROUP % (5, "0.6")).replace("    success_rate", "    baseline_rate: 0.3\n    success_rate")
    scenario = scenario_of(tmp_path, text + COST % 30_000 + FUNDED % spared + PRICE % ("{municipality: 1}", "service"))
    found = section(brief_of(scenario), "Følsomhed")
    assert said in found
    assert ("basisraten" in found) == (spared == 50_000)


def test_a_share_is_told_with_two_decimals_where_one_would_make_it_the_stated_value(tmp_path: Path) -> None:
    """It breaks even at 49,980 / 100,000 = 49.98 %, which is no 50 %."""
    assert "i nul ved 49,98 %." in section(brief_of(simple(tmp_path, cost=49_980)), "Følsomhed")


def test_amounts_of_the_simulation_stand_in_one_unit() -> None:
    said = section(brief_of(som.read_scenario(HEDENSTED, variant="prudent"), draws=10_000), "Følsomhed")
    assert "regnet med de oplyste tal er det 0,50 mio. kr." in said
    assert "i gennemsnit −0,40 mio. kr." in said
    assert "500.000" not in said


def test_the_numbers_of_a_brief_and_those_of_a_tornado_are_the_same_but_for_defaults() -> None:
    """Eleven numbers, of which two vary; seventeen stand still in the tornado, of which eight are defaults: 2 + 17 − 8 = 11."""
    scenario = som.read_scenario(HEDENSTED)
    assert "Kun 2 af de 11 tal" in section(brief_of(scenario), "Følsomhed")
    assert "17 andre tal har intet interval og holdes fast. 8 af dem er udgangsværdier" in som.tornado(scenario).say()


def test_too_few_draws_are_said_to_be_too_few() -> None:
    assert "for få" in section(brief_of(som.read_scenario(HEDENSTED, variant="prudent"), draws=20), "Følsomhed")
