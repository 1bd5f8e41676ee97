"""What one unit costs in the scenario's prices (method.md: Prices), and who pays it: stated shares, or those of a payer rule
in the law of the year (method.md: Payer rules)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.catalogue.conversion import conversion
from som_model.catalogue.rules.rule import Case, LawInForce, payer_rule
from som_model.projection.figures import Array, Figures, Scaled, unscaled
from som_model.resolved.years import matters
from som_model.scenario.calendar import Series
from som_model.scenario.line import Line
from som_model.scenario.payer_law import Law, LawsOfYear
from som_model.scenario.payers import PayerRule, Shares
from som_model.scenario.programme import ProgrammeLine
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.parties import PAYERS


@dataclass(frozen=True, slots=True)
class Price:
    """A price by year, in kr. of its own price year and of the scenario's."""

    amount: Scaled
    converted: Scaled


def price_of_unit(scenario: Scenario, figures: Figures, line: Line, used: Sequence[bool]) -> Price:
    """amount[t] × I(P)/I(q) × (1 + g)^(t − P) of a line's unit in the years it is used, (…, year); of 1 kr. where the quantity is
    in kr. itself."""
    if line.unit_cost is None:
        assert isinstance(line.stated, ProgrammeLine)
        kroner = price_of_amounts(scenario, figures, line.address, line.stated, needed=any(used))
        return Price(kroner, kroner)
    address = f"unit_costs.{line.unit_cost_key}"
    amount = figures.series(f"{address}.amount", line.unit_cost.amount, scenario.period.calendar, used)
    return Price(amount, amount.times(price_of_amounts(scenario, figures, address, line.unit_cost, needed=any(used))))


def price_of_amounts(
    scenario: Scenario, figures: Figures, address: str, stated: UnitCost | ProgrammeLine, *, needed: bool = True
) -> Scaled:
    """I(P)/I(q) × (1 + g)^(t − P), (…, year): what 1 kr. of a line's own price year q comes to in kr. of the scenario's, P."""
    since = np.array(scenario.period.calendar) - scenario.price_year
    growth = figures.number(f"{address}.real_growth", stated.real_growth, needed=needed, unknown=0.0)[..., np.newaxis]
    return unscaled((1 + growth) ** since).by(index_factor(scenario, figures, stated.price_year, stated.index, needed=needed))


def index_factor(
    scenario: Scenario, figures: Figures, price_year: int | None, index: str | None, *, to: int | None = None, needed: bool = True
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
    rates = [np.zeros(()), np.zeros(())]
    if moved.years_before and before is not None:
        rates[0] = figures.number("price_index.before", before, needed=needed, unknown=0.0)
    if moved.years_after and after is not None:
        rates[1] = figures.number("price_index.after", after, needed=needed, unknown=0.0)
    return moved.factor(*rates)


def nonzero(scenario: Scenario, used: tuple[bool, ...], values: Scaled, stated: Series | None) -> tuple[bool, ...]:
    """The used years in which a factor is not 0 in every draw, or is stated as uncertain."""
    row = values.row
    drawn = all(factor[:1].any() or factor.any() for factor in values.factors)
    some = np.any(row != 0, axis=tuple(range(row.ndim - 1))) & drawn
    slots = stated.in_years(scenario.period.calendar) if stated is not None else (None,) * len(used)
    return tuple(year and (bool(value) or matters(slot)) for year, value, slot in zip(used, some, slots, strict=True))


@dataclass(frozen=True)
class RuleInputs:
    """What a payer rule looks at: a unit cost's price by year, and one citizen's change by year since entry."""

    cost: UnitCost
    price: Scaled
    """(…, year) kr. of the unit cost's own price year."""
    change: Scaled
    """(…, k) units more; one 0 where the line is not counted per person."""


def shares_of(
    scenario: Scenario, figures: Figures, line: Line, used: Sequence[bool], looked_at: RuleInputs | None = None
) -> Array:
    """The share of each of PAYERS, (…, payer, k, year); k has one entry where the share is the same in every year since
    entry; 0 in calendar years where nothing is paid.

    looked_at: None where only stated shares are allowed.
    """
    columns: list[Array] = []
    known: list[tuple[object, Array, Array]] = []
    slots = line.payers.in_years(scenario.period.calendar) if line.payers is not None else (None,) * scenario.period.years
    for t, (slot, use) in enumerate(zip(slots, used, strict=True)):
        if slot is None or not use:
            columns.append(np.zeros((len(PAYERS), 1)))
        elif isinstance(slot.value, Shares):
            columns.append(np.array(slot.value.of_payers())[:, np.newaxis])
        else:
            assert looked_at is not None
            at = f"{line.payers_at}.{slot.element}" if slot.element else line.payers_at
            year = scenario.rules_as_of or scenario.period.calendar[t]
            laws = scenario.record.payer_rules[slot.value.rule].in_year(year, looked_at.cost.law)
            price = looked_at.price.at(t)
            same = (by_payer for key, amount, by_payer in known if key == (at, laws) and np.array_equal(amount, price))
            column = next(same, None)
            if column is None:
                column = _by_rule(scenario, figures, at, slot.value, looked_at, price, laws)
                known.append(((at, laws), price, column))
            columns.append(column)
    return np.moveaxis(np.stack(np.broadcast_arrays(*columns)), 0, -1)


def _by_rule(
    scenario: Scenario, figures: Figures, address: str, stated: PayerRule, looked_at: RuleInputs, price: Array, laws: LawsOfYear
) -> Array:
    """(…, payer, k): the rule's shares at a price (…), in the laws of a year weighted by their days."""
    rule = payer_rule(stated.rule)
    assert rule is not None
    change = looked_at.change.full if rule.per_citizen else np.zeros(1)
    case = Case(
        price=price[..., np.newaxis],
        change=change,
        since_entry=np.arange(change.shape[-1], dtype=np.float64),
        parameters={
            name: figures.number(f"{address}.{name}", value)[..., np.newaxis] for name, value in stated.parameters.items()
        },
    )
    total: Array = np.zeros((len(PAYERS), 1))
    for part_of_year, law in laws:
        assert law is not None
        by_payer = rule.shares(case, _in_force(scenario, figures, law, looked_at.cost))
        shares = np.broadcast_arrays(*(by_payer.get(payer, np.zeros(1)) for payer in PAYERS))
        total = total + part_of_year * np.stack(shares, axis=-2)
    return total


def _in_force(scenario: Scenario, figures: Figures, law: Law, cost: UnitCost) -> LawInForce:
    """The law's kr. moved from their level to the unit cost's own price year, by the scenario's price index."""
    factor = np.ones(())
    if law.level is not None:
        factor = index_factor(scenario, figures, law.level, None, to=cost.price_year)
    amounts = {name: tuple(factor[..., np.newaxis] * kroner for kroner in listed) for name, listed in law.amounts.items()}
    return LawInForce(law.numbers, amounts)
