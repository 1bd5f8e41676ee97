"""Prices in the scenario's price year (method, rule 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.catalogue.conversion import conversion
from som_model.projection.figures import Figures
from som_model.projection.scaled import Array, Scaled, unscaled
from som_model.resolved.years import matters
from som_model.scenario.calendar import Series
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UnitCost


@dataclass(frozen=True, slots=True)
class Price:
    """A price by year, in kr. of its own price year and of the scenario's."""

    amount: Scaled
    converted: Scaled


def price_of_unit(scenario: Scenario, figures: Figures, key: str, used: Sequence[bool]) -> Price:
    """The price of one unit in the years it is used, (…, year)."""
    cost = scenario.unit_costs[key]
    address = f"unit_costs.{key}"
    amount = figures.series(f"{address}.amount", cost.amount, scenario.period.calendar, used)
    return Price(amount, amount.times(price_of_amounts(scenario, figures, address, cost, needed=any(used))))


def price_of_amounts(
    scenario: Scenario, figures: Figures, address: str, line: UnitCost | Post | CostLine, *, needed: bool = True
) -> Scaled:
    """What 1 kr. of the line's price year is in each year: index(to)/index(from) × (1 + g)^(year − price year)."""
    since = np.array(scenario.period.calendar) - scenario.price_year
    growth = figures.number(f"{address}.real_growth", line.real_growth, needed=needed, unknown=0.0)[..., np.newaxis]
    return unscaled((1 + growth) ** since).by(index_factor(scenario, figures, line.price_year, line.index, needed=needed))


def index_factor(
    scenario: Scenario,
    figures: Figures,
    price_year: int | None,
    index: str | None,
    *,
    to: int | None = None,
    needed: bool = True,
) -> Array:
    """index(to)/index(from) of an amount's series, with the yearly rates assumed beyond its ends.

    to: the scenario's price year unless stated.
    """
    year = price_year if price_year is not None else scenario.price_year
    wanted = to if to is not None else scenario.price_year
    if year == wanted:
        return np.ones(())
    chosen = scenario.price_index
    name = index or chosen.series
    before, after = (chosen.before, chosen.after) if name == chosen.series else (None, None)
    moved = conversion(scenario.indices[name], year, wanted, before=before is not None, after=after is not None)
    factor = np.array(moved.ratio)
    if moved.years_before and before is not None:
        factor = factor * (1 + figures.number("price_index.before", before, needed=needed, unknown=0.0)) ** moved.years_before
    if moved.years_after and after is not None:
        factor = factor * (1 + figures.number("price_index.after", after, needed=needed, unknown=0.0)) ** moved.years_after
    return factor


def nonzero(scenario: Scenario, used: tuple[bool, ...], values: Scaled, stated: Series | None) -> tuple[bool, ...]:
    """The used years in which a factor is not 0 in every draw, or is stated as uncertain."""
    row = values.row
    drawn = all(factor[:1].any() or factor.any() for factor in values.factors)
    some = np.any(row != 0, axis=tuple(range(row.ndim - 1))) & drawn
    slots = stated.in_years(scenario.period.calendar) if stated is not None else (None,) * len(used)
    return tuple(year and (bool(value) or matters(slot)) for year, value, slot in zip(used, some, slots, strict=True))
