"""Posts, costs, saved alternative and funding as arrays."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from som_model.projection.arrays import Block, LineInputs
from som_model.projection.figures import Figures
from som_model.projection.prices import Price, nonzero, price_of_amounts, price_of_unit
from som_model.projection.scaled import Array, Scaled, unscaled
from som_model.projection.shares import Split, shares_of
from som_model.resolved.transition import post_quantity
from som_model.resolved.years import bounded, once_year, per_person, served
from som_model.scenario.calendar import Series
from som_model.scenario.payers import Payers
from som_model.scenario.programme import CostLine, Funding, Post
from som_model.scenario.scenario import Scenario
from som_model.wording.parties import PAYERS

BLOCKS: dict[str, Block] = {"costs": "costs", "saved_alternative": "saved_alternative", "funding": "funding"}


def post_inputs(scenario: Scenario, figures: Figures, address: str, post: Post) -> LineInputs:
    """A post: its yearly cost, or posts × salary × (1 + overhead)."""
    quantity = post_quantity(post)
    assert quantity is not None
    used = scenario.line(address).used
    name = "annual_cost" if post.annual_cost is not None else "fte" if post.fte is not None else "hours_per_week"
    slots = bounded(quantity, scenario, post)
    amount = figures.row(f"{address}.{name}", [slot for slot, _ in slots]).by(row=np.array([share for _, share in slots]))
    price = price_of_amounts(scenario, figures, address, post, needed=any(used))
    if post.annual_cost is None:
        if post.fte is None:
            hours = figures.number(f"{address}.full_time_hours", post.full_time_hours, needed=any(used), unknown=1.0)
            amount = amount.by(1 / hours)
        salary = figures.series(f"{address}.annual_salary", post.annual_salary, scenario.period.calendar, used)
        overhead = figures.number(f"{address}.overhead", post.overhead, needed=any(used), unknown=0.0)
        price = price.times(salary).by(1 + overhead)
    payers_at, payers = _programme_payers(scenario, address, post.payers)
    return LineInputs(
        address=address,
        block="staffing",
        basis="year",
        groups=(),
        quantity=amount,
        price=price,
        realisable=unscaled(np.ones(scenario.period.years)),
        shares=shares_of(scenario, figures, payers_at, payers, nonzero(scenario, used, price, post.annual_salary)),
        sign=1.0,
    )


def _programme_payers(scenario: Scenario, address: str, own: Payers | None) -> tuple[str, Payers | None]:
    return (f"{address}.payers", own) if own is not None else ("programme.payers", scenario.programme.payers)


def cost_inputs(scenario: Scenario, figures: Figures, address: str, block: str, line: CostLine) -> Iterator[LineInputs]:
    """A line of costs, saved alternative or funding, and the residual value of equipment beside it."""
    used = scenario.line(address).used
    price, payers_at, payers = _priced(scenario, figures, address, line, used)
    paid = nonzero(scenario, used, price.converted, _stated_price(scenario, line))
    residual = getattr(line, "residual_value", None)
    per_head = line.basis if line.basis in ("participant", "completer") else None
    served_groups = served(scenario, line) if per_head else ()
    sign = -1.0 if block == "saved_alternative" else 1.0
    quantity = _quantity(scenario, figures, address, line)
    if isinstance(line, Funding):
        shares = moved(scenario, line)
    else:
        split = _split(scenario, line, price, quantity.by(sign) if per_head else unscaled(np.zeros(1)))
        shares = shares_of(scenario, figures, payers_at, payers, paid if residual is None else (*paid[:-1], True), split)
    ones = unscaled(np.ones(scenario.period.years))
    yield LineInputs(
        address=address,
        block=BLOCKS[block],
        basis=per_head or "year",
        groups=tuple(index for index, name in enumerate(scenario.target_groups) if name in served_groups),
        quantity=quantity,
        price=price.converted,
        realisable=ones,
        shares=shares,
        sign=sign,
    )
    if residual is not None:
        last = np.zeros(scenario.period.years)
        last[-1] = 1.0
        worth = unscaled(last).by(figures.number(f"{address}.residual_value", residual))
        own = price_of_amounts(scenario, figures, address, line)
        yield LineInputs(address, "residual", "year", (), worth, own, ones, shares, -sign)


def _priced(
    scenario: Scenario, figures: Figures, address: str, line: CostLine, used: tuple[bool, ...]
) -> tuple[Price, str, Payers | None]:
    """What one unit of the line's quantity costs, and who pays it."""
    payers_at, payers = _programme_payers(scenario, address, line.payers)
    if line.unit_cost is None:
        growth = price_of_amounts(scenario, figures, address, line, needed=any(used))
        return Price(amount=growth, converted=growth), payers_at, payers
    key = scenario.record.references[line.unit_cost]
    of_cost = scenario.unit_costs[key].payers
    if line.payers is None and of_cost is not None:
        payers_at, payers = f"unit_costs.{key}.payers", of_cost
    return price_of_unit(scenario, figures, key, used), payers_at, payers


def _stated_price(scenario: Scenario, line: CostLine) -> Series | None:
    """The price of the line's unit cost, as stated."""
    return scenario.unit_cost(line.unit_cost).amount if line.unit_cost is not None else None


def _split(scenario: Scenario, line: CostLine, price: Price, change: Scaled) -> Split | None:
    """What a payer rule of the line's unit cost looks at."""
    if line.unit_cost is None:
        return None
    return Split(scenario.unit_cost(line.unit_cost), price.amount, change)


def _quantity(scenario: Scenario, figures: Figures, address: str, line: CostLine) -> Scaled:
    """(…, year) for basis once and year, (…, k) for basis participant and completer."""
    years = scenario.period.years
    field, series = ("units", line.units) if line.unit_cost is not None else ("amount", line.amount)
    assert series is not None
    address = f"{address}.{field}"
    if line.basis == "year":
        slots = bounded(series, scenario, line)
        return figures.row(address, [slot for slot, _ in slots]).by(row=np.array([share for _, share in slots]))
    if line.basis == "once":
        when = np.zeros(years)
        when[once_year(scenario, line) - scenario.period.start] = 1.0
        assert series.every is not None
        return unscaled(when).by(figures.number(address, series.every))
    return figures.row(address, per_person(series, years))


def moved(scenario: Scenario, line: Funding) -> Array:
    """Funding, (payer, 1, year): +1 for who pays, −1 for who receives; outside is no payer."""
    shares = np.zeros((len(PAYERS), 1, scenario.period.years))
    for row, payer in enumerate(PAYERS):
        shares[row] = (line.paid_by == payer) * 1.0 - (line.received_by == payer) * 1.0
    return shares
