"""The counted lines of a scenario as arrays: how much, at which price, which part is realisable, and who pays."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from som_model.projection.arrays import LineInputs
from som_model.projection.figures import Array, Figures, Scaled, unscaled
from som_model.projection.prices import RuleInputs, nonzero, price_of_amounts, price_of_unit, shares_of
from som_model.resolved.years import bounded, once_year, per_person, since_entry_years
from som_model.scenario.line import Line
from som_model.scenario.programme import Cost, CostLine, Funding, Post, ProgrammeLine
from som_model.scenario.scenario import Scenario
from som_model.wording.parties import PAYERS


def line_inputs(scenario: Scenario, figures: Figures, line: Line) -> Iterator[LineInputs]:
    """A line, and the residual value of equipment beside it."""
    if isinstance(line.stated, Post):
        yield of_post(scenario, figures, line, line.stated)
    elif isinstance(line.stated, CostLine):
        yield from of_cost(scenario, figures, line, line.stated)
    else:
        yield of_consequence(scenario, figures, line)


def of_consequence(scenario: Scenario, figures: Figures, line: Line) -> LineInputs:
    """Changes in units for a citizen by year since entry, at the price of the year; sign −1: units more cost money."""
    cost, group = line.unit_cost, scenario.target_groups[line.group or ""]
    assert cost is not None
    assert line.quantity is not None
    assert line.basis is not None
    price = price_of_unit(scenario, figures, line, line.used)
    used = nonzero(scenario, line.used, price.amount, cost.amount)
    realisable = figures.series(line.realisable_at, line.realisable, scenario.period.calendar, used)
    used = nonzero(scenario, used, realisable, line.realisable)
    slots = line.quantity.since_entry(scenario.period.years)
    change = figures.row(line.quantity_at, slots, needed=since_entry_years(scenario, group, str(line.basis)))
    return LineInputs(
        address=line.address,
        block="consequences",
        basis=line.basis,
        groups=_numbered(scenario, line.groups),
        quantity=change,
        price=price.converted,
        realisable=realisable,
        shares=shares_of(scenario, figures, line, used, RuleInputs(cost, price.amount, change)),
        sign=1.0 if cost.kind == "income" else -1.0,
    )


def of_post(scenario: Scenario, figures: Figures, line: Line, post: Post) -> LineInputs:
    """A post: its yearly cost, or posts × salary × (1 + overhead)."""
    posts = _by_year(scenario, figures, line, post)
    price = price_of_amounts(scenario, figures, line.address, post, needed=any(line.used))
    if line.salaried:
        if line.field == "hours_per_week":
            hours_at = f"{line.address}.full_time_hours"
            posts = posts.by(1 / figures.number(hours_at, post.full_time_hours, needed=any(line.used), unknown=1.0))
        salary = figures.series(f"{line.address}.annual_salary", post.annual_salary, scenario.period.calendar, line.used)
        overhead = figures.number(f"{line.address}.overhead", post.overhead, needed=any(line.used), unknown=0.0)
        price = price.times(salary).by(1 + overhead)
    return LineInputs(
        address=line.address,
        block="staffing",
        basis="year",
        groups=(),
        quantity=posts,
        price=price,
        realisable=_whole(scenario),
        shares=shares_of(scenario, figures, line, nonzero(scenario, line.used, price, post.annual_salary)),
        sign=1.0,
    )


def of_cost(scenario: Scenario, figures: Figures, line: Line, stated: CostLine) -> Iterator[LineInputs]:
    """A line of costs, saved alternative or funding, and the residual value of equipment."""
    price = price_of_unit(scenario, figures, line, line.used)
    paid = nonzero(scenario, line.used, price.converted, line.unit_cost.amount if line.unit_cost is not None else None)
    quantity = _quantity(scenario, figures, line, stated)
    if isinstance(stated, Funding):
        shares = who_pays_whom(scenario, stated)
    else:
        change = quantity.by(line.change_sign) if line.per_person else unscaled(np.zeros(1))
        looked_at = RuleInputs(line.unit_cost, price.amount, change) if line.unit_cost is not None else None
        shares = shares_of(scenario, figures, line, (*paid[:-1], True) if line.residual_value else paid, looked_at)
    arrays = LineInputs(
        address=line.address,
        block=line.block,
        basis=line.basis if line.per_person and line.basis is not None else "year",
        groups=_numbered(scenario, line.groups) if line.per_person else (),
        quantity=quantity,
        price=price.converted,
        realisable=_whole(scenario),
        shares=shares,
        sign=line.change_sign,
    )
    yield arrays
    if isinstance(stated, Cost) and stated.residual_value is not None:
        last = np.zeros(scenario.period.years)
        last[-1] = 1.0
        worth = unscaled(last).by(figures.number(f"{line.address}.residual_value", stated.residual_value))
        own = price_of_amounts(scenario, figures, line.address, stated)
        yield LineInputs(line.address, "residual", "year", (), worth, own, _whole(scenario), shares, -line.change_sign)


def _quantity(scenario: Scenario, figures: Figures, line: Line, stated: CostLine) -> Scaled:
    """(…, year) for basis once and year, (…, k) for basis participant and completer."""
    years, series = scenario.period.years, line.quantity
    assert series is not None
    if line.basis == "year":
        return _by_year(scenario, figures, line, stated)
    if line.basis == "once":
        when = np.zeros(years)
        when[once_year(scenario, stated) - scenario.period.start] = 1.0
        assert series.every is not None
        return unscaled(when).by(figures.number(line.quantity_at, series.every))
    return figures.row(line.quantity_at, per_person(series, years))


def _by_year(scenario: Scenario, figures: Figures, line: Line, stated: ProgrammeLine) -> Scaled:
    """A quantity by calendar year, months of part years counted."""
    assert line.quantity is not None
    slots = bounded(line.quantity, scenario, stated)
    return figures.row(line.quantity_at, [slot for slot, _ in slots]).by(row=np.array([share for _, share in slots]))


def _whole(scenario: Scenario) -> Scaled:
    """All of a price leaves the budget, in every year."""
    return unscaled(np.ones(scenario.period.years))


def _numbered(scenario: Scenario, groups: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(at for at, name in enumerate(scenario.target_groups) if name in groups)


def who_pays_whom(scenario: Scenario, stated: Funding) -> Array:
    """Funding, (payer, 1, year): +1 for who pays, −1 for who receives; outside is no payer."""
    shares = np.zeros((len(PAYERS), 1, scenario.period.years))
    for row, payer in enumerate(PAYERS):
        shares[row] = (stated.paid_by == payer) * 1.0 - (stated.received_by == payer) * 1.0
    return shares
