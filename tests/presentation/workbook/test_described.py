"""Each formula's value is the projection's number, on any scenario of the language."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings

import som_model as som
from som_model.presentation.workbook.workbook import described
from tests.every import every
from tests.oracle.focused import focused_scenarios
from tests.oracle.strategies import scenario_text, scenarios
from tests.presentation.workbook.results import differences, shown, wanted

ROOT = Path(__file__).parent.parent.parent.parent
FILES = [file for file in sorted((ROOT / "scenarios").rglob("*.yaml")) if file.name != "our_prices.yaml"]
EXAMPLES = sorted((ROOT / "tests" / "worked_examples").rglob("*.yaml"))
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def assert_same(scenario: som.Scenario) -> None:
    projection = som.project(scenario)
    made = described(projection, "da").results
    assert differences(wanted(projection), shown(made, projection.years)) == []


@every("file", FILES, ids=lambda file: file.stem)
def test_values_are_those_of_the_projection(file: Path) -> None:
    for scenario in [som.read_scenario(file), *som.read_scenarios(file)]:
        assert_same(scenario)


@every("example", EXAMPLES, ids=lambda example: example.stem)
def test_values_are_those_of_each_worked_example(example: Path, tmp_path: Path) -> None:
    file = tmp_path / example.name
    written = yaml.load(example.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["scenario"]
    file.write_text(yaml.safe_dump(written, sort_keys=False, allow_unicode=True), encoding="utf-8")
    assert_same(som.read_scenario(file))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(scenarios())
def test_values_are_those_of_the_projection_of_any_scenario(written: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.yaml"
        file.write_text(scenario_text(written), encoding="utf-8")
        assert_same(som.read_scenario(file))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(focused_scenarios())
def test_values_are_those_of_the_projection_with_rules_and_prudence(written: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drawn.yaml"
        file.write_text(scenario_text(written), encoding="utf-8")
        assert_same(som.read_scenario(file))
