"""Every figure of a scenario by its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.programme import PER_PERSON, CostLine
from som_model.scenario.scenario import Scenario


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
