"""What stands where a field is left out (method, values)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from som_model.scenario.estimate import Estimate
from som_model.scenario.programme import FULL_TIME_HOURS

LEFT_OUT: Mapping[str, float] = MappingProxyType(
    {
        "completion_rate": 1.0,
        "baseline_rate": 0.0,
        "relapse_rate": 0.0,
        "attrition_rate": 0.0,
        "first_year_share": 1.0,
        "real_growth": 0.0,
        "overhead": 0.0,
        "full_time_hours": FULL_TIME_HOURS,
        "realisable": 1.0,
    }
)
"""Field → its value where nobody writes it, in the unit of the field."""


def stands_by_default(address: str, value: float | None) -> bool:
    """Whether a figure is what it would be if nobody had written it; the year or number of an element is no field."""
    fields = [step for step in address.split(".") if not step.isdecimal()]
    return value is not None and value == LEFT_OUT.get(fields[-1])


def says_nothing(address: str, estimate: Estimate) -> bool:
    """Whether a figure is what it would be if nobody had written it, and nothing is said of where it is from.

    A discount rate has no default, since each scenario must state its own; of 0 it is no figure that the result rests on.
    """
    known = (getattr(estimate, name) for name in ("source", "quality", "low", "observed", "note"))
    left_out = stands_by_default(address, estimate.value) or (address == "discount_rate" and estimate.value == 0)
    return left_out and not any(each is not None for each in known)
