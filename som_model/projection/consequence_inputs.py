"""A consequence as arrays: change, price, the part that is realisable, and who pays."""

from __future__ import annotations

from som_model.projection.arrays import LineInputs
from som_model.projection.figures import Figures
from som_model.projection.prices import nonzero, price_of_unit
from som_model.projection.shares import Split, shares_of
from som_model.resolved.years import consequence_years, since_entry_years
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup


def consequence_inputs(
    scenario: Scenario, figures: Figures, address: str, group_index: int, group: TargetGroup, line: Consequence
) -> LineInputs:
    """One consequence of a target group; group_index is its place among the groups."""
    years = scenario.period.years
    used = consequence_years(scenario, group, line)
    key = scenario.record.references[line.unit_cost]
    cost = scenario.unit_costs[key]
    price = price_of_unit(scenario, figures, key, used)
    used = nonzero(scenario, used, price.amount, cost.amount)
    owner, realisable = (address, line.realisable) if line.realisable is not None else (f"unit_costs.{key}", cost.realisable)
    part = figures.series(f"{owner}.realisable", realisable, scenario.period.calendar, used)
    used = nonzero(scenario, used, part, realisable)
    payers_at, payers = (address, line.payers) if line.payers is not None else (f"unit_costs.{key}", cost.payers)
    assert line.change is not None
    quantity = figures.row(
        f"{address}.change", line.change.since_entry(years), needed=since_entry_years(scenario, group, line.basis)
    )
    return LineInputs(
        address=address,
        block="consequences",
        basis=line.basis,
        groups=(group_index,),
        quantity=quantity,
        price=price.converted,
        realisable=part,
        shares=shares_of(scenario, figures, f"{payers_at}.payers", payers, used, Split(cost, price.amount, quantity)),
        sign=1.0 if cost.kind == "income" else -1.0,
    )
