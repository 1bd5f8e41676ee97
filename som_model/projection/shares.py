"""Who pays a price: stated shares, or those a payer rule gives in the law of the year (method, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.catalogue.rules.rule import Case, LawInForce, payer_rule
from som_model.projection.figures import Figures
from som_model.projection.prices import index_factor
from som_model.projection.scaled import Array, Scaled
from som_model.scenario.payer_law import Law, LawsOfYear
from som_model.scenario.payers import PayerRule, Payers, Shares
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.parties import PAYERS


@dataclass(frozen=True)
class Split:
    """What is split between payers: a unit cost's price by year, and one citizen's change by year since entry."""

    cost: UnitCost
    price: Scaled
    """(…, year) kr. of the unit cost's own price year."""
    change: Scaled
    """(…, k) units more; one 0 where the line is not counted per person."""


def shares_of(
    scenario: Scenario, figures: Figures, address: str, payers: Payers | None, used: Sequence[bool], split: Split | None = None
) -> Array:
    """The share of each payer, (…, payer, k, year); k has one entry where the share is the same in every year since
    entry; 0 in calendar years where nothing is paid.

    split: what a payer rule looks at; None where only stated shares are allowed.
    """
    columns: list[Array] = []
    known: list[tuple[object, Array, Array]] = []
    slots = payers.in_years(scenario.period.calendar) if payers is not None else (None,) * scenario.period.years
    for t, (slot, use) in enumerate(zip(slots, used, strict=True)):
        if slot is None or not use:
            columns.append(np.zeros((len(PAYERS), 1)))
        elif isinstance(slot.value, Shares):
            columns.append(np.array(slot.value.of_payers())[:, np.newaxis])
        else:
            assert split is not None
            at = f"{address}.{slot.element}" if slot.element else address
            year = scenario.rules_as_of or scenario.period.calendar[t]
            laws = scenario.record.payer_rules[slot.value.rule].in_year(year, split.cost.law)
            price = split.price.at(t)
            same = (found for key, amount, found in known if key == (at, laws) and np.array_equal(amount, price))
            column = next(same, None)
            if column is None:
                column = _by_rule(scenario, figures, at, slot.value, split, price, laws)
                known.append(((at, laws), price, column))
            columns.append(column)
    return np.moveaxis(np.stack(np.broadcast_arrays(*columns)), 0, -1)


def _by_rule(
    scenario: Scenario, figures: Figures, address: str, stated: PayerRule, split: Split, price: Array, laws: LawsOfYear
) -> Array:
    """(…, payer, k): the rule's shares at a price (…), in the laws of a year weighted by their days."""
    rule = payer_rule(stated.rule)
    assert rule is not None
    change = split.change.full if rule.per_citizen else np.zeros(1)
    case = Case(
        price=price[..., np.newaxis],
        change=change,
        since_entry=np.arange(change.shape[-1], dtype=np.float64),
        parameters={
            name: figures.number(f"{address}.{name}", value)[..., np.newaxis] for name, value in stated.parameters.items()
        },
    )
    total: Array = np.zeros((len(PAYERS), 1))
    for days, law in laws:
        assert law is not None
        by_payer = rule.shares(case, _in_force(scenario, figures, law, split.cost))
        total = total + days * np.stack(np.broadcast_arrays(*(by_payer.get(payer, np.zeros(1)) for payer in PAYERS)), axis=-2)
    return total


def _in_force(scenario: Scenario, figures: Figures, law: Law, cost: UnitCost) -> LawInForce:
    """The law's kr. moved from their level to the unit cost's own price year, by the scenario's price index."""
    factor = np.ones(())
    if law.level is not None:
        factor = index_factor(scenario, figures, law.level, None, to=cost.price_year)
    amounts = {name: tuple(factor[..., np.newaxis] * kroner for kroner in listed) for name, listed in law.amounts.items()}
    return LawInForce(law.numbers, amounts)
