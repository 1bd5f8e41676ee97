"""The assumptions of a reference that another scenario has other values for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from som_model.analysis.drivers.stated import Replacement, Stated, entries, number, row
from som_model.catalogue.conversion import OutsideSeries
from som_model.projection.figures import Figures
from som_model.projection.prices import index_factor
from som_model.projection.projection import Projection
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.line import Line
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.scenario import Scenario

OF_SUCCESSES = ("success_rate", "baseline_rate", "relapse_rate", "effect_since_entry", "attrition_rate")
AMOUNTS = ("amount", "annual_cost", "annual_salary", "residual_value")
"""Fields in kr. of the price year that stands beside them."""
ALMOST_NOTHING = 1e-12
"""In place of a price of 0, of which a payer rule could give no shares."""


@dataclass(frozen=True, slots=True)
class CountedPart:
    """A group, line, post or unit cost with the fields whose figures are counted.

    measure: what its numbers count, so that like is set against like. line: where it is a line.
    """

    owner: Any
    fields: tuple[str, ...]
    measure: tuple[Any, ...] = ()
    line: Line | None = None

    def stated(self, field: str) -> Any:
        """What it states in a field; of the part that leaves the budget a line's own, else its unit cost's."""
        return self.line.realisable if self.line is not None and field == "realisable" else getattr(self.owner, field, None)


def counted_parts(scenario: Scenario) -> dict[str, CountedPart]:
    """Address → part of what a scenario's counted lines count with, groups first, in the order of the file.

    A figure is counted whatever its value and that of the others: one that is multiplied by 0 is counted too.
    """
    counted = [line for line in scenario.lines if line.counted]
    parts: dict[str, CountedPart] = {}
    for name, group in scenario.target_groups.items():
        of_group = [line for line in counted if name in line.groups and line.per_person]
        if not of_group:
            continue
        bases = {line.basis for line in of_group}
        completers = "completer" in bases or ("success" in bases and group.rates_measured_on == "completers")
        fields: tuple[str, ...] = (
            "participants",
            *(("completion_rate",) if completers else ()),
            *(OF_SUCCESSES if "success" in bases else ()),
            *(("first_year_share",) if any(line.block == "consequences" for line in of_group) else ()),
        )
        parts[f"target_groups.{name}"] = CountedPart(group, fields)
    for line in counted:
        unit = (line.unit_cost.unit, line.unit_cost.kind) if line.unit_cost is not None else ()
        fields, measure = ("amount", "units", "real_growth", "residual_value", "payers"), (line.basis, line.unit_cost_key, *unit)
        if line.block == "consequences":
            fields = ("change", "realisable", "payers")
        elif line.block == "staffing":
            hours = ("full_time_hours",) if line.field == "hours_per_week" else ()
            salary = (*hours, "annual_salary", "overhead") if line.salaried else ()
            fields, measure = (line.field, *salary, "real_growth"), (line.field, *hours)
        parts[line.address] = CountedPart(line.stated, fields, measure, line)
    for line in counted:
        if line.unit_cost is not None:
            measure = (line.unit_cost.unit, line.unit_cost.kind)
            fields = ("amount", "real_growth", "realisable", "payers")
            parts[f"unit_costs.{line.unit_cost_key}"] = CountedPart(line.unit_cost, fields, measure)
    return parts


class Both(NamedTuple):
    """A figure, series or list at an address, as the reference and the other scenario state it; owner: what holds it."""

    address: str
    owner: Any
    field: str
    before: Any
    after: Any


def replacements(reference: Projection, other: Projection) -> tuple[Replacement, ...]:
    """Every assumption that both scenarios count with and that differs, in the order of the reference's parts.

    Where the reference does not know a figure, it has no use for it; the other's is then taken as it is.
    """
    a, b = reference.scenario, other.scenario
    mine, theirs = counted_parts(a), counted_parts(b)
    if a.price_index.series == b.price_index.series:
        beyond = tuple(end for end in ("before", "after") if f"price_index.{end}" in reference.asked & other.asked)
        mine = {"price_index": CountedPart(a.price_index, beyond), **mine}
        theirs = {"price_index": CountedPart(b.price_index, beyond), **theirs}
    replaced = []
    for address, part in mine.items():
        beside = theirs.get(address)
        if beside is not None and part.measure == beside.measure:
            for both in _stated_by_both(address, part, beside, a.period.calendar):
                replaced.append(_replacement(a, both, *_price_years(a, b, part, beside, both.field)))
    return tuple(replacement for replacement in replaced if replacement is not None)


def _stated_by_both(address: str, mine: CountedPart, theirs: CountedPart, calendar: tuple[int, ...]) -> Iterator[Both]:
    """Every figure, series and list that both parts state; what leaves the budget, and what is left of an effect, also
    where one leaves it out."""
    for field in mine.fields:
        if field not in theirs.fields:
            continue
        before, after = mine.stated(field), theirs.stated(field)
        if field in ("realisable", "effect_since_entry"):
            own = getattr(mine.owner, field) is not None or getattr(theirs.owner, field) is not None
            if own:
                yield Both(f"{address}.{field}", mine.owner, field, before, after)
        elif isinstance(before, Payers) and isinstance(after, Payers):
            yield from _rule_parameters(f"{address}.{field}", before, after, calendar)
        elif isinstance(before, Estimate | Series) and isinstance(after, Estimate | Series):
            yield Both(f"{address}.{field}", mine.owner, field, before, after)


def _rule_parameters(address: str, before: Payers, after: Payers, calendar: tuple[int, ...]) -> Iterator[Both]:
    """What a payer rule asks of the citizens, where both name the same rule in the same place."""
    theirs = after.by_element(calendar)
    for element, split in before.by_element(calendar).items():
        beside = theirs.get(element)
        if isinstance(split, PayerRule) and isinstance(beside, PayerRule) and split.rule == beside.rule:
            at = f"{address}.{element}" if element else address
            for name, parameter in split.parameters.items():
                if name in beside.parameters:
                    yield Both(f"{at}.{name}", split, name, parameter, beside.parameters[name])


def _replacement(a: Scenario, both: Both, years: tuple[int | None, int | None], moved: float) -> Replacement | None:
    """Both as numbers of one shape, () for two single figures, else (year,); None where the two come to the same.

    years, moved: see _price_years.
    """
    before, after, horizon = both.before, both.after, a.period.years
    if both.field == "effect_since_entry":
        old, new = entries(before, horizon), entries(after, horizon)
    elif isinstance(before, Estimate):
        old, new = number(before), number(after)
    elif before is not None and after is not None and before.every is not None and after.every is not None:
        old, new = number(before.every), number(after.every)
    else:
        old, new = (np.ones(horizon) if series is None else row(a, both.owner, both.field, series) for series in (before, after))
    new = new * moved
    unknown = bool(np.isnan(old).any())
    old, new = np.where(np.isnan(old), new, old), np.where(np.isnan(new), old, new)
    same = np.array_equal(old, new, equal_nan=True)
    if (same and not unknown) or np.isnan(new).all():
        return None
    old, new = np.nan_to_num(old), np.nan_to_num(new)
    if both.address.startswith("unit_costs.") and both.field == "amount":
        old, new = (np.where(prices == 0, ALMOST_NOTHING, prices) for prices in (old, new))
    return Replacement(both.address, Stated(before, years[0]), Stated(after, years[1]), old, new, shared=not same)


def _price_years(
    a: Scenario, b: Scenario, mine: CountedPart, theirs: CountedPart, field: str
) -> tuple[tuple[int | None, int | None], float]:
    """The two price years of an amount where they differ, and what moves the other's kr. to those of the reference."""
    same: tuple[tuple[None, None], float] = (None, None), 1.0
    if field not in AMOUNTS:
        return same
    (year_a, series_a), (year_b, series_b) = (
        (part.owner.price_year or scenario.price_year, scenario.indices.get(part.owner.index or scenario.price_index.series))
        for scenario, part in ((a, mine), (b, theirs))
    )
    if (year_a, series_a) == (year_b, series_b):
        return same
    try:
        factor_a, factor_b = (
            float(index_factor(scenario, Figures(), part.owner.price_year, part.owner.index))
            for scenario, part in ((a, mine), (b, theirs))
        )
    except OutsideSeries:
        return same
    moved = factor_b / factor_a
    return (year_a, year_b) if year_a != year_b else (None, None), moved if np.isfinite(moved) else 1.0
