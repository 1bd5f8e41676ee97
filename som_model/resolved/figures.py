"""Every figure of a scenario by its address, what stands where it is left out, and whose quality and source it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.programme import PER_PERSON, Cost, CostLine, Funding, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.scenario.unit_cost import UnitCost


def figures(scenario: Scenario) -> Iterator[tuple[str, Estimate]]:
    """(address, estimate) of every figure that is written or stands by default.

    Elements of a calendar value are named by year, of a since-entry list by number from 1.
    """
    calendar = scenario.period.calendar
    for name in ("discount_rate", "price_index", "target_groups", "programme", "unit_costs"):
        yield from _inside(name, getattr(scenario, name), calendar, since_entry=False)


def _inside(address: str, value: Any, calendar: tuple[int, ...], since_entry: bool) -> Iterator[tuple[str, Estimate]]:
    if isinstance(value, Estimate):
        yield address, value
    elif isinstance(value, Series | Payers):
        yield from _of_series(address, value, calendar, since_entry)
    elif isinstance(value, PayerRule):
        for name, parameter in value.parameters.items():
            yield f"{address}.{name}", parameter
    elif isinstance(value, Frozen):
        per_person = isinstance(value, CostLine) and value.basis in PER_PERSON
        for name in type(value).model_fields:
            listed = name == "change" or (per_person and name in ("amount", "units"))
            yield from _inside(f"{address}.{name}", getattr(value, name), calendar, listed)
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from _inside(f"{address}.{key}", child, calendar, False)
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _inside(f"{address}.{index + 1}", child, calendar, False)


def _of_series(
    address: str, series: Series | Payers, calendar: tuple[int, ...], since_entry: bool
) -> Iterator[tuple[str, Estimate]]:
    if series.every is not None:
        yield from _inside(address, series.every, calendar, False)
    for year, value in (series.by_year or {}).items():
        yield from _inside(f"{address}.{year}", value, calendar, False)
    for index, value in enumerate(series.each or ()):
        name = index + 1 if since_entry else calendar[0] + index
        yield from _inside(f"{address}.{name}", value, calendar, False)


LEFT_OUT: Mapping[str, float | None] = MappingProxyType(
    {
        name: field.default.value
        for model in (TargetGroup, Consequence, Post, Cost, Funding, UnitCost)
        for name, field in model.model_fields.items()
        if isinstance(field.default, Estimate)
    }
    | {"realisable": 1.0}
)
"""Field → its value where nobody writes it, in the unit of the field; no realisable is all of it."""


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
    return left_out and not any(word is not None for word in known)


OWNED_BY_CONSEQUENCE = ("change",)
OWNED_BY_UNIT_COST = ("amount",)


def grade_of(scenario: Scenario, address: str, estimate: Estimate) -> str | None:
    """published, local, expert, assumed or implied; None where it is not stated."""
    return estimate.quality or getattr(_owner(scenario, address), "quality", None)


def source_of(scenario: Scenario, address: str, estimate: Estimate) -> str | None:
    """Where the figure was read; None where it is not stated."""
    return estimate.source or getattr(_owner(scenario, address), "source", None)


def under(known: Mapping[str, Estimate], address: str) -> Iterator[tuple[str, Estimate]]:
    """(address, estimate) of the figure at an address, or of those of its years or entries."""
    return ((at, estimate) for at, estimate in known.items() if at == address or at.startswith(f"{address}."))


def _owner(scenario: Scenario, address: str) -> Any:
    """The line or unit cost whose quality and source stand for the figure."""
    parts = address.split(".")
    if parts[0] == "programme" and len(parts) > 2:
        return scenario.line(address).stated
    if parts[0] == "target_groups" and len(parts) > 4 and parts[4] in OWNED_BY_CONSEQUENCE:
        return scenario.line(address).stated
    if parts[0] == "unit_costs" and parts[2] in OWNED_BY_UNIT_COST:
        return scenario.unit_costs[parts[1]]
    return None
