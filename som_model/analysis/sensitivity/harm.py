"""A value at which the programme would be counted as harmful to the group it is found for."""

from __future__ import annotations

from som_model.errors import Notice
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message

SLACK = 1e-9
"""How far below the baseline is still the baseline, found by a search."""
SAID = {"success_rate": "success_below_baseline", "baseline_rate": "baseline_above_success"}


def harmful(scenario: Scenario, address: str) -> tuple[Notice, ...]:
    """A notice where the success or baseline rate at an address leaves fewer successes with the programme than without it."""
    part, _, field = address.rpartition(".")
    section, _, name = part.partition(".")
    if section != "target_groups" or field not in SAID:
        return ()
    group = scenario.target_groups[name]
    success, baseline = _value(group.success_rate), _value(group.baseline_rate)
    if success is None or baseline is None or success >= baseline - SLACK:
        return ()
    beside = baseline if field == "success_rate" else success
    return (Notice(address, Message.of(SAID[field], rate=Message.of("percent", share=float(round(beside * 100, 2))))),)


def _value(estimate: Estimate | None) -> float | None:
    return None if estimate is None else estimate.value
