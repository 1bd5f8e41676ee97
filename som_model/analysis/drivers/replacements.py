"""The assumptions of a reference that another scenario has other values for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from som_model.analysis.drivers.counted import cost_of, counted_parts
from som_model.analysis.drivers.stated import Replacement, Stated, entries, number, row
from som_model.catalogue.conversion import OutsideSeries
from som_model.projection.figures import Array, Figures
from som_model.projection.prices import index_factor
from som_model.projection.projection import Projection
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence
from som_model.scenario.unit_cost import UnitCost

AMOUNTS = ("amount", "annual_cost", "annual_salary", "residual_value")
"""Fields in kr. of the price year that stands beside them."""
ALMOST_NOTHING = 1e-12
"""In place of a price of 0, of which a payer rule could give no shares."""


@dataclass(frozen=True, slots=True)
class Part:
    """What holds figures that both scenarios count with: a group, a line, a post or a unit cost, and its fields."""

    address: str
    mine: Any
    theirs: Any
    fields: tuple[str, ...]


def replacements(reference: Projection, other: Projection) -> tuple[Replacement, ...]:
    """Every assumption that both scenarios count with and that differs, in the order of the reference's parts.

    Where the reference does not know a figure, it has no use for it; the other's is then taken as it is.
    """
    a, b = reference.scenario, other.scenario
    found = [
        _replacement(a, b, part, (address, owner, name), before, after)
        for part in _parts(reference, other)
        for address, owner, name, before, after in _fields(a, b, part)
    ]
    return tuple(each for each in found if each is not None)


def _parts(reference: Projection, other: Projection) -> Iterator[Part]:
    """What holds figures that both scenarios count with, in the same measure."""
    a, b = reference.scenario, other.scenario
    if a.price_index.series == b.price_index.series:
        fields = [name for name in ("before", "after") if f"price_index.{name}" in reference.asked & other.asked]
        yield Part("price_index", a.price_index, b.price_index, tuple(fields))
    mine, theirs = counted_parts(a), counted_parts(b)
    for address, part in mine.items():
        if address in theirs and part.measure == theirs[address].measure:
            fields = [name for name in part.fields if name in theirs[address].fields]
            yield Part(address, part.owner, theirs[address].owner, tuple(fields))


def _fields(a: Scenario, b: Scenario, part: Part) -> Iterator[tuple[str, Any, str, Any, Any]]:
    """(address, owner, field, of the reference, of the other) of every figure, series and list that both state."""
    for name in part.fields:
        before, after = getattr(part.mine, name, None), getattr(part.theirs, name, None)
        address = f"{part.address}.{name}"
        if name == "realisable" and (before is not None or after is not None):
            before, after = _realisable(a, part.mine), _realisable(b, part.theirs)
        if name in ("realisable", "effect_since_entry"):
            if before is not None or after is not None:
                yield address, part.mine, name, before, after
        elif isinstance(before, Payers) and isinstance(after, Payers):
            yield from _parameters(address, before, after, a.period.start)
        elif isinstance(before, Estimate | Series) and isinstance(after, Estimate | Series):
            yield address, part.mine, name, before, after


def _realisable(scenario: Scenario, owner: Consequence | UnitCost) -> Series | None:
    """A line's own, else its unit cost's."""
    if owner.realisable is not None or isinstance(owner, UnitCost):
        return owner.realisable
    cost = cost_of(scenario, owner)
    return cost.realisable if cost is not None else None


def _parameters(address: str, before: Payers, after: Payers, start: int) -> Iterator[tuple[str, Any, str, Any, Any]]:
    """What a payer rule asks of the citizens, where both name the same rule in the same place."""
    theirs = _splits(after, start)
    for element, split in _splits(before, start).items():
        beside = theirs.get(element)
        if isinstance(split, PayerRule) and isinstance(beside, PayerRule) and split.rule == beside.rule:
            at = f"{address}.{element}" if element else address
            for name, parameter in split.parameters.items():
                if name in beside.parameters:
                    yield f"{at}.{name}", split, name, parameter, beside.parameters[name]


def _splits(payers: Payers, start: int) -> dict[str, Any]:
    by_year = {str(year): split for year, split in (payers.by_year or {}).items()}
    listed = {str(start + index): split for index, split in enumerate(payers.each or ())}
    return {**({"": payers.every} if payers.every is not None else {}), **by_year, **listed}


def _replacement(
    a: Scenario, b: Scenario, part: Part, field: tuple[str, Any, str], before: Any, after: Any
) -> Replacement | None:
    """None where the two come to the same."""
    address, owner, name = field
    old, new = _numbers(a, owner, name, before, after)
    years, moved = _price_years(a, b, part, name)
    new = new * moved
    unknown = bool(np.isnan(old).any())
    old, new = np.where(np.isnan(old), new, old), np.where(np.isnan(new), old, new)
    same = np.array_equal(old, new, equal_nan=True)
    if (same and not unknown) or np.isnan(new).all():
        return None
    old, new = np.nan_to_num(old), np.nan_to_num(new)
    if address.startswith("unit_costs.") and name == "amount":
        old, new = (np.where(prices == 0, ALMOST_NOTHING, prices) for prices in (old, new))
    return Replacement(address, Stated(before, years[0]), Stated(after, years[1]), old, new, shared=not same)


def _numbers(a: Scenario, owner: Any, name: str, before: Any, after: Any) -> tuple[Array, Array]:
    """Both as numbers of one shape: () for two single figures, else (year,)."""
    if name == "effect_since_entry":
        return entries(before, a.period.years), entries(after, a.period.years)
    if isinstance(before, Estimate):
        return number(before), number(after)
    if before is not None and after is not None and before.every is not None and after.every is not None:
        return number(before.every), number(after.every)
    old, new = (np.ones(a.period.years) if each is None else row(a, owner, name, each) for each in (before, after))
    return old, new


def _price_years(a: Scenario, b: Scenario, part: Part, name: str) -> tuple[tuple[int | None, int | None], float]:
    """The two price years of an amount where they differ, and what moves the other's kr. to those of the reference."""
    same: tuple[tuple[None, None], float] = (None, None), 1.0
    if name not in AMOUNTS or _level(a, part.mine) == _level(b, part.theirs):
        return same
    try:
        moved = _factor(b, part.theirs) / _factor(a, part.mine)
    except OutsideSeries:
        return same
    mine, theirs = _level(a, part.mine)[0], _level(b, part.theirs)[0]
    return (mine, theirs) if mine != theirs else (None, None), moved if np.isfinite(moved) else 1.0


def _level(scenario: Scenario, owner: Any) -> tuple[int, Any]:
    """The price year of an amount, and the series that moves it."""
    return owner.price_year or scenario.price_year, scenario.indices.get(owner.index or scenario.price_index.series)


def _factor(scenario: Scenario, owner: Any) -> float:
    """What 1 kr. of the owner's price year is in the scenario's."""
    return float(index_factor(scenario, Figures(), owner.price_year, owner.index))
