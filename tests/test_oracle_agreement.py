"""A second calculation, written by another hand from the method alone, must agree on any valid scenario."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

import som_model as som
from som_model.presentation.record import record
from tests.oracle.by_hand import project_by_hand
from tests.oracle.focused import focused_scenarios
from tests.oracle.strategies import scenario_text, scenarios

RELATIVE = 1e-6


def agree(wanted: Any, found: Any, at: str = "") -> None:
    """Figures agree to a millionth; a citizen who holds a share of nothing may be left out."""
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            if key != "citizen" or key in found:
                agree(value, found[key], f"{at}.{key}")
    elif isinstance(wanted, list) and at != ".payers":
        for i, value in enumerate(wanted):
            agree(value, found[i], f"{at}[{i}]")
    elif isinstance(wanted, int | float) and isinstance(found, int | float):
        assert abs(wanted - found) <= RELATIVE * max(1.0, abs(wanted)), (at, wanted, found)
    elif at not in (".payers", ".benefit_cost_ratio"):
        assert wanted == found, at


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def assert_the_two_agree(written: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.yaml"
        file.write_text(scenario_text(written), encoding="utf-8")
        agree(project_by_hand(written), record(som.project(som.read_scenario(file))))


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(scenarios())
def test_two_calculations_agree(written: dict[str, Any]) -> None:
    """Every figure of the record is the same by both, with payer rules and prudence in half of the draws each."""
    assert_the_two_agree(written)


@settings(max_examples=350, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(focused_scenarios())
def test_two_calculations_agree_on_rules_and_prudence(written: dict[str, Any]) -> None:
    """The same where a rule splits a consequence, a cost and a saving, and a grade stands on nearly every figure."""
    assert_the_two_agree(written)
