"""Drawn scenarios go through the reference calculation and are written as the language asks."""

import math
import re

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from .by_hand import project_by_hand
from .strategies import scenario_text, scenarios


def every_number(value):
    if isinstance(value, dict):
        return [number for entry in value.values() for number in every_number(entry)]
    if isinstance(value, list):
        return [number for entry in value for number in every_number(entry)]
    return [value] if isinstance(value, (int, float)) else []


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenario=scenarios())
def test_drawn_scenarios_have_finite_figures(scenario):
    result = project_by_hand(scenario)
    assert all(math.isfinite(number) for number in every_number(result))
    for t in range(len(result["years"])):
        public = ["municipality", "region", "state"]
        net = sum(result["savings"][p][t] - result["programme_cost"][p][t] for p in public)
        assert result["net"]["total"][t] == pytest.approx(net, abs=1e-3)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenario=scenarios())
def test_drawn_scenarios_are_written_as_the_language_asks(scenario):
    for text in [scenario_text(scenario), yaml.safe_dump(scenario, sort_keys=False)]:
        assert yaml.safe_load(text) == scenario
        assert not re.search(r"[&*]id\d", text)
        assert not re.search(r"\d[eE][-+]?\d|\.nan|\.inf", text)
        # Three decimals only after a leading 0, where no kr. amount begins.
        assert not re.search(r"(?<![\d.])[1-9]\d{0,2}\.\d{3}(?!\d)", text)
