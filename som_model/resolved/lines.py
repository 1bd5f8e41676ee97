"""The lines of a scenario, resolved once after reading; everything else reads them from `scenario.lines`.

Which field is the quantity, which unit cost is meant and whose payers hold is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from som_model.resolved.years import consequence_years, programme_line_years, served
from som_model.scenario.calendar import Series
from som_model.scenario.frozen import Named
from som_model.scenario.line import COST_BLOCKS, Block, Line
from som_model.scenario.payers import Payers
from som_model.scenario.programme import Cost, Funding, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup


def resolve_lines(scenario: Scenario, references: Mapping[str, str]) -> None:
    """Give a scenario that has just been read its lines: consequences group by group, then staffing, costs, saved
    alternative and funding.

    references: what a line writes → the key in the scenario's unit costs (key@year → key).
    """
    consequences = (
        _consequence(scenario, references, group_name, group, name, line)
        for group_name, group in scenario.target_groups.items()
        for name, line in group.consequences.items()
    )
    posts = (_post(scenario, references, name, post) for name, post in scenario.programme.staffing.items())
    lines = (*consequences, *posts, *_programme_lines(scenario, references))
    scenario._lines = Named({line.address: line for line in lines})


def _consequence(
    scenario: Scenario, references: Mapping[str, str], group_name: str, group: TargetGroup, name: str, stated: Consequence
) -> Line:
    address = f"target_groups.{group_name}.consequences.{name}"
    key = references.get(stated.unit_cost, stated.unit_cost)
    cost = scenario.unit_costs.get(key)
    of_cost = f"unit_costs.{key}"
    payers, payers_at = (stated.payers, address)
    realisable, realisable_at = (stated.realisable, address)
    if payers is None:
        payers, payers_at = (cost.payers if cost is not None else None), of_cost
    if realisable is None:
        realisable, realisable_at = (cost.realisable if cost is not None else None), of_cost
    return Line(
        address=address,
        block="consequences",
        stated=stated,
        basis=stated.basis,
        field="change",
        quantity=stated.change,
        unit_cost_key=key,
        unit_cost=cost,
        payers=payers,
        payers_at=f"{payers_at}.payers",
        realisable=realisable,
        realisable_at=f"{realisable_at}.realisable",
        price_year=(cost.price_year if cost is not None else None) or scenario.price_year,
        index=(cost.index if cost is not None else None) or scenario.price_index.series,
        group=group_name,
        groups=(group_name,),
        used=consequence_years(scenario, group, stated),
    )


def _post(scenario: Scenario, references: Mapping[str, str], name: str, stated: Post) -> Line:
    """A post: months of a part year touch its yearly cost, else the posts or hours."""
    field = "annual_cost" if stated.annual_cost is not None else "fte" if stated.fte is not None else "hours_per_week"
    return _of_programme(scenario, references, f"programme.staffing.{name}", "staffing", stated, field, getattr(stated, field))


def _programme_lines(scenario: Scenario, references: Mapping[str, str]) -> Iterator[Line]:
    for block in COST_BLOCKS:
        stated: Cost | Funding
        for name, stated in getattr(scenario.programme, block).items():
            field = "units" if stated.unit_cost is not None else "amount"
            yield _of_programme(scenario, references, f"programme.{block}.{name}", block, stated, field, getattr(stated, field))


def _of_programme(
    scenario: Scenario,
    references: Mapping[str, str],
    address: str,
    block: Block,
    stated: Post | Cost | Funding,
    field: str,
    quantity: Series | None,
) -> Line:
    reference = None if isinstance(stated, Post) else stated.unit_cost
    key = references.get(reference, reference) if reference is not None else None
    cost = scenario.unit_costs.get(key) if key is not None else None
    payers, payers_at = _programme_payers(scenario, address, stated.payers, key)
    return Line(
        address=address,
        block=block,
        stated=stated,
        basis="year" if isinstance(stated, Post) else stated.basis,
        field=field,
        quantity=quantity,
        unit_cost_key=key,
        unit_cost=cost,
        payers=payers if block != "funding" else None,
        payers_at=payers_at,
        realisable=None,
        realisable_at="",
        price_year=(cost.price_year if cost is not None else stated.price_year) or scenario.price_year,
        index=(cost.index if cost is not None else stated.index) or scenario.price_index.series,
        group=None,
        groups=served(scenario, stated),
        used=programme_line_years(scenario, stated, quantity),
    )


def _programme_payers(scenario: Scenario, address: str, own: Payers | None, key: str | None) -> tuple[Payers | None, str]:
    """Its own, else the unit cost's, else the programme's."""
    cost = scenario.unit_costs.get(key) if key is not None else None
    if own is not None:
        return own, f"{address}.payers"
    if cost is not None and cost.payers is not None:
        return cost.payers, f"unit_costs.{key}.payers"
    return scenario.programme.payers, "programme.payers"
