"""What a payer rule asks of the citizens: its unit and every word of it stand in the rule's own file."""

import string

import pytest
from pydantic import ValidationError

from som_model.catalogue.rules.rule import KRONER, Parameter, in_kroner, parameter, payer_rule, rule_called, rule_names, rules
from som_model.scenario.payers import PayerRule

ASKED = [(name, asked) for name, rule in rules().items() for asked in rule.parameters]


def blanks(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


@pytest.mark.parametrize(("rule", "asked"), ASKED, ids=lambda each: getattr(each, "name", each))
def test_a_parameter_is_told_in_both_languages(rule: str, asked: Parameter) -> None:
    for texts in (asked.unit, asked.label, asked.at, asked.asked):
        danish, english = texts
        assert all(text.strip() for text in texts), rule
        assert blanks(danish) == blanks(english) == (["value"] if texts is asked.at else [])
    assert asked.label[0][0].isupper()
    assert asked.label[1][0].isupper()


def test_what_two_rules_ask_in_one_field_is_told_in_the_same_words() -> None:
    for _, asked in ASKED:
        found = parameter(asked.field)
        assert found is not None
        assert (found.unit, found.label, found.at, found.asked) == (asked.unit, asked.label, asked.at, asked.asked)
    assert parameter("success_rate") is None


def test_a_parameter_is_an_amount_by_its_unit_and_not_by_its_name() -> None:
    assert {asked.name: asked.in_kroner for _, asked in ASKED if asked.name in ("yearly_cost_before", "weeks_before")} == {
        "yearly_cost_before": True,
        "weeks_before": False,
    }
    assert all(in_kroner(rule, asked.name) == (asked.unit == KRONER) for rule, asked in ASKED)
    assert not in_kroner("no_such_rule", "yearly_cost_before")
    assert not in_kroner("costly_case", "cost_of_nothing")


@pytest.mark.parametrize("written", ["900.000", {"value": "900.000"}])
def test_an_amount_with_one_thousands_point_is_refused_and_another_number_is_not(written: object) -> None:
    known = {"in_kroner": lambda _rule, name: name == "weeks_before"}
    with pytest.raises(ValidationError) as refused:
        PayerRule.model_validate({"rule": "refund_ladder", "weeks_before": written}, context=known)
    [details] = refused.value.errors()
    assert (details["type"], details["ctx"]["at"]) == ("thousands_or_decimals", "weeks_before")
    assert PayerRule.model_validate({"rule": "refund_ladder", "cost_of_nothing": written}, context=known).parameters
    assert PayerRule.model_validate({"rule": "refund_ladder", "weeks_before": written}).parameters


def test_a_rule_is_found_by_what_danes_call_it() -> None:
    names = [name for rule in rules().values() for name in rule.also_called]
    assert sorted(names) == sorted(set(names))
    assert all(name == name.casefold() for name in names)
    assert set(names) & set(rule_names()) == set()
    assert rule_called("Forsorgshjem") == "shelter_refund"
    assert rule_called("§ 176") == "costly_case"
    assert rule_called("noget andet") is None
    assert payer_rule("forsorgshjem") is None
