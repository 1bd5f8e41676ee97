"""A payer rule has room for the interval of each number that it weighs, or says so."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import som_model as som

AT = "target_groups.citizens.consequences.nights.change"
SHELTER = {"rule": "shelter_refund", "days_before": 100}
BROKEN = Path(__file__).parent.parent / "broken_scenarios" / "saves_more_days_than_there_were.yaml"


def told(folder: Path, change: object, payers: object) -> list[tuple[str, str]]:
    """Address and English text of the notices of intervals with an end beyond what the citizen had."""
    written = yaml.safe_load(BROKEN.read_text(encoding="utf-8"))
    nights = written["target_groups"]["citizens"]["consequences"]["nights"]
    nights.update(change=change, payers=payers)
    file = folder / "scenario.yaml"
    file.write_text(yaml.safe_dump(written), encoding="utf-8")
    notices = som.project(som.read_scenario(file)).notices
    return [(each.address, each.say("en")) for each in notices if "one end of the interval" in each.say("en")]


def test_a_change_that_may_save_more_days_than_there_were_is_told_once(tmp_path: Path) -> None:
    ((address, text),) = told(tmp_path, {"value": -60, "low": -110, "high": -20}, SHELTER)
    assert address == AT
    for part in ("change = −110", "saves 110", "days_before is 100", "counted as written", "narrow"):
        assert part in text


@pytest.mark.parametrize("low", [-100, -99])
def test_an_interval_within_what_there_was_is_not_told(tmp_path: Path, low: float) -> None:
    assert told(tmp_path, {"value": -60, "low": low, "high": -20}, SHELTER) == []


def test_days_before_that_may_be_fewer_than_those_saved_are_told_at_the_change(tmp_path: Path) -> None:
    payers = {"rule": "shelter_refund", "days_before": {"value": 100, "low": 50, "high": 150}}
    ((address, text),) = told(tmp_path, -60, payers)
    assert address == AT
    assert "days_before = 50" in text
    assert "saves 60" in text


def test_an_entry_of_a_list_is_told_at_its_own_place(tmp_path: Path) -> None:
    found = told(tmp_path, [-60, {"value": -60, "low": -110, "high": -20}], SHELTER)
    assert [address for address, _ in found] == [f"{AT}.2"]
