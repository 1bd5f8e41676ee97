"""The JSON Schema an editor checks with: it takes what the reader takes, and refuses what has the wrong form."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from som_model.reading.language import language_schema
from tests.every import every

ROOT = Path(__file__).parent.parent.parent
SCENARIOS = [*(ROOT / "scenarios").glob("[!o]*.yaml"), *(ROOT / "som_model" / "cli" / "starters").glob("*.yaml")]
EXAMPLES = sorted((ROOT / "tests" / "worked_examples").glob("*.yaml"))
REFUSED = (
    "percentage_for_a_share",
    "unknown_key_group",
    "missing_participants",
    "wrong_quality",
    "period_too_long",
    "rate_above_one",
)


def as_json(value: Any) -> Any:
    """YAML as an editor sees it: keys are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    return [as_json(each) for each in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = language_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@every("path", SCENARIOS, ids=lambda path: path.stem)
def test_it_takes_the_shipped_scenarios(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    written = as_json(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(written)] == []


@every("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_takes_every_worked_example(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    written = as_json(yaml.safe_load(path.read_text(encoding="utf-8"))["scenario"])
    assert [error.message for error in validator.iter_errors(written)] == []


@every("name", REFUSED)
def test_it_refuses_the_wrong_form(name: str, validator: jsonschema.Draft202012Validator) -> None:
    text = (ROOT / "tests" / "broken_scenarios" / f"{name}.yaml").read_text(encoding="utf-8")
    assert not validator.is_valid(as_json(yaml.safe_load(text)))
