"""Which numbers following citizens tells of."""

from __future__ import annotations

MEASURED = ("success_rate", "baseline_rate", "completion_rate", "relapse_rate", "attrition_rate", "effect_since_entry")
"""The shares of a target group that are seen by following citizens: how many reach the measure, complete, relapse, leave,
or still keep the effect so many years after entry."""


def is_measured(address: str) -> bool:
    """Whether following citizens tells of it: one of those shares of a target group, or one year of it."""
    steps = address.split(".")
    whole = len(steps) == 3 or (len(steps) == 4 and steps[3].isdecimal())
    return whole and steps[0] == "target_groups" and steps[2] in MEASURED
