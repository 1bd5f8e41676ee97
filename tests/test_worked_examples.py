"""Each worked example's arithmetic stands in its file; the product must come to the same figures."""

from pathlib import Path
from typing import Any

import yaml

import som_model as som
from som_model.presentation.record import record
from tests.every import every

EXAMPLES = sorted((Path(__file__).parent / "worked_examples").rglob("*.yaml"))
ORE = 0.005


def differences(wanted: Any, found: Any, at: str) -> list[str]:
    """Where the figures found are not those wanted."""
    if isinstance(wanted, dict):
        return [line for key, value in wanted.items() for line in differences(value, found[key], f"{at}.{key}")]
    if isinstance(wanted, list):
        if len(wanted) != len(found):
            return [f"{at}: {len(wanted)} wanted, {len(found)} found"]
        return [line for i, value in enumerate(wanted) for line in differences(value, found[i], f"{at}[{i}]")]
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return [] if abs(wanted - found) < ORE else [f"{at}: {wanted} wanted, {found} found"]
    return [] if wanted == found else [f"{at}: {wanted} wanted, {found} found"]


def figures(projection: som.Projection) -> dict[str, Any]:
    return {
        **record(projection),
        "accumulated_net_by_payer": projection.accumulated_net_by_payer,
        "net_present_value_by_payer": projection.net_present_value_by_payer,
    }


@every("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_arithmetic_of_the_file_comes_out(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    scenario = yaml.load(text, Loader=yaml.BaseLoader)["scenario"]
    file = tmp_path / path.name
    file.write_text(yaml.safe_dump(scenario, sort_keys=False, allow_unicode=True), encoding="utf-8")
    projection = som.project(som.read_scenario(file))
    assert differences(yaml.safe_load(text)["expected"], figures(projection), path.stem) == []


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) >= 12
