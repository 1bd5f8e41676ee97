"""The scenario as named arrays.

Axes, written once: an array is (…, payer, year), (…, year) or (…, k), where … is nothing for the
base case or (draw,), payer follows PAYERS, year the calendar years of the period, and k the years
since entry; an array without a draw axis holds for every draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from som_model.projection.figures import Array, Figures
from som_model.projection.prices import Price, price_of_amounts, price_of_unit, shares_of
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.reach import (
    bounded,
    consequence_years,
    counted_consequences,
    line_years,
    once_year,
    per_person,
    post_quantity,
    post_years,
    programme_lines,
    served,
)
from som_model.scenario.payers import Payers
from som_model.scenario.quantities import PAYERS
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup

Basis: TypeAlias = Literal["success", "participant", "completer", "year"]
Block: TypeAlias = Literal["consequences", "staffing", "costs", "residual", "saved_alternative", "funding"]


@dataclass(frozen=True, slots=True)
class GroupInputs:
    """A target group: who starts, how many succeed, and how long they are helped."""

    name: str
    participants: Array
    """(…, year) citizens who start."""
    completion: Array
    success: Array
    baseline: Array
    measured_on_completers: bool
    relapse: Array
    attrition: Array
    effect: Array
    """(…, k) share of the effect left; 1 unless stated."""
    first_year_share: Array


@dataclass(frozen=True, slots=True)
class LineInputs:
    """A consequence or a line of the programme: a quantity, a price, and who pays.

    quantity: (…, k) per person for basis success, participant or completer; (…, year) for basis year.
    price: (…, year) kr. in the scenario's price year. realisable: (…, year). shares: (…, payer, year).
    sign: +1 where more of it is a gain (savings) or a cost (programme cost), else −1.
    """

    address: str
    block: Block
    basis: Basis
    groups: tuple[int, ...]
    quantity: Array
    price: Array
    realisable: Array
    shares: Array
    sign: float


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything balance needs, and nothing else."""

    years: int
    groups: tuple[GroupInputs, ...]
    consequences: tuple[LineInputs, ...]
    programme: tuple[LineInputs, ...]


def inputs(scenario: Scenario, figures: Figures | None = None) -> Inputs:
    """The arrays of a scenario; figures without a known value are NaN and kept in figures.missing.

    figures: holds the draws of uncertain assumptions, address → (draw,); none for the base case.
    """
    figures = figures if figures is not None else Figures()
    names = {name: index for index, name in enumerate(scenario.target_groups)}
    consequences = tuple(
        _consequence(scenario, figures, address, names[name], group, line)
        for address, name, group, line in counted_consequences(scenario)
    )
    posts = [
        _post(scenario, figures, f"programme.staffing.{name}", post)
        for name, post in scenario.programme.staffing.items() if post.counted
    ]
    costs = [
        made for address, block, line in programme_lines(scenario.programme) if line.counted
        for made in _cost_lines(scenario, figures, address, block, line)
    ]
    programme = (*posts, *costs)
    used = {index: _uses(index, consequences, programme) for index in names.values()}
    groups = tuple(_group(scenario, figures, name, group, used[names[name]]) for name, group in scenario.target_groups.items())
    return Inputs(scenario.period.years, groups, consequences, programme)


def _uses(group: int, consequences: tuple[LineInputs, ...], programme: tuple[LineInputs, ...]) -> set[str]:
    """For which bases counted lines ask for a group's figures."""
    bases = {line.basis for line in (*consequences, *programme) if group in line.groups}
    return bases | ({"consequence"} if any(group in line.groups for line in consequences) else set())


def _group(scenario: Scenario, figures: Figures, name: str, group: TargetGroup, uses: set[str]) -> GroupInputs:
    address = f"target_groups.{name}"
    completers = group.rates_measured_on == "completers"
    needs_success = "success" in uses
    slots = bounded(group.participants, scenario, group)
    read = figures.row if uses & {"success", "participant", "completer"} else figures.optional_row
    participants = read(f"{address}.participants", [slot for slot, _ in slots]) * np.array([share for _, share in slots])

    def number(field: str, needed: bool) -> Array:
        return figures.number(f"{address}.{field}", getattr(group, field), needed=needed)

    effect = group.effect_since_entry
    return GroupInputs(
        name=name,
        participants=participants,
        completion=number("completion_rate", "completer" in uses or (needs_success and completers)),
        success=number("success_rate", needs_success) if group.success_rate is not None else np.array(np.nan),
        baseline=number("baseline_rate", needs_success),
        measured_on_completers=completers,
        relapse=number("relapse_rate", needs_success),
        attrition=number("attrition_rate", needs_success),
        effect=_effect(figures, f"{address}.effect_since_entry", effect, scenario.period.years, needs_success),
        first_year_share=number("first_year_share", "consequence" in uses),
    )


def _effect(figures: Figures, address: str, effect: tuple[object, ...] | None, years: int, needed: bool) -> Array:
    """Share of the effect left by year since entry; 0 after the last entry, 1 where none is stated."""
    if effect is None:
        return np.ones(years)
    columns = [figures.number(f"{address}.{k + 1}", effect[k], needed=needed) for k in range(min(years, len(effect)))]  # type: ignore[arg-type]
    columns += [np.zeros(())] * (years - len(columns))
    return np.stack(np.broadcast_arrays(*columns), axis=-1)


def _consequence(
    scenario: Scenario, figures: Figures, address: str, group_index: int, group: TargetGroup, line: Consequence
) -> LineInputs:
    years = scenario.period.years
    used = consequence_years(scenario, group, line)
    key = scenario.record.references[line.unit_cost]
    cost = scenario.unit_costs[key]
    price = price_of_unit(scenario, figures, key, used)
    used = _nonzero(used, price.amount)
    owner, realisable = (address, line.realisable) if line.realisable is not None else (f"unit_costs.{key}", cost.realisable)
    part = figures.series(f"{owner}.realisable", realisable, scenario.period.calendar, used)
    used = _nonzero(used, part)
    payers_at, payers = (address, line.payers) if line.payers is not None else (f"unit_costs.{key}", cost.payers)
    assert line.change is not None
    return LineInputs(
        address=address,
        block="consequences",
        basis=line.basis,
        groups=(group_index,),
        quantity=figures.row(f"{address}.change", line.change.since_entry(years)),
        price=price.converted,
        realisable=part,
        shares=shares_of(scenario, figures, f"{payers_at}.payers", payers, price.amount, used),
        sign=1.0 if cost.kind == "income" else -1.0,
    )


def _nonzero(used: tuple[bool, ...], values: Array) -> tuple[bool, ...]:
    """The used years in which a factor is not 0 in every draw."""
    some = np.any(values != 0, axis=tuple(range(values.ndim - 1)))
    return tuple(bool(year and value) for year, value in zip(used, some, strict=True))


def _post(scenario: Scenario, figures: Figures, address: str, post: Post) -> LineInputs:
    quantity = post_quantity(post)
    assert quantity is not None
    used = post_years(scenario, post)
    name = "annual_cost" if post.annual_cost is not None else "fte" if post.fte is not None else "hours_per_week"
    slots = bounded(quantity, scenario, post)
    amount = figures.row(f"{address}.{name}", [slot for slot, _ in slots]) * np.array([share for _, share in slots])
    price = price_of_amounts(scenario, figures, address, post)
    if post.annual_cost is None:
        if post.fte is None:
            hours = figures.number(f"{address}.full_time_hours", post.full_time_hours)
            amount = amount / hours[..., np.newaxis]
        salary = figures.series(f"{address}.annual_salary", post.annual_salary, scenario.period.calendar, used)
        overhead = figures.number(f"{address}.overhead", post.overhead)
        price = price * salary * (1 + overhead[..., np.newaxis])
    payers_at, payers = _programme_payers(scenario, address, post.payers)
    return LineInputs(
        address=address, block="staffing", basis="year", groups=(), quantity=amount, price=price,
        realisable=np.ones(scenario.period.years),
        shares=shares_of(scenario, figures, payers_at, payers, price, _nonzero(used, price)), sign=1.0,
    )


def _programme_payers(scenario: Scenario, address: str, own: Payers | None) -> tuple[str, Payers | None]:
    return (f"{address}.payers", own) if own is not None else ("programme.payers", scenario.programme.payers)


def _cost_lines(scenario: Scenario, figures: Figures, address: str, block: str, line: CostLine) -> list[LineInputs]:
    """A line of costs, saved alternative or funding, and the residual value of equipment beside it."""
    used = line_years(scenario, line)
    payers_at, payers = _programme_payers(scenario, address, line.payers)
    if line.unit_cost is not None:
        key = scenario.record.references[line.unit_cost]
        unit_price = price_of_unit(scenario, figures, key, used)
        if line.payers is None and scenario.unit_costs[key].payers is not None:
            payers_at, payers = f"unit_costs.{key}.payers", scenario.unit_costs[key].payers
    else:
        growth = price_of_amounts(scenario, figures, address, line)
        unit_price = Price(amount=growth, converted=growth)
    used = _nonzero(used, unit_price.converted)
    residual = getattr(line, "residual_value", None)
    shared = used if residual is None else (*used[:-1], True)
    shares = (
        _moved(scenario, line.paid_by, line.received_by) if block == "funding"  # type: ignore[attr-defined]
        else shares_of(scenario, figures, payers_at, payers, unit_price.amount, shared)
    )
    sign = -1.0 if block == "saved_alternative" else 1.0
    per_head = line.basis in ("participant", "completer")
    made = LineInputs(
        address=address, block=block, basis=line.basis if per_head else "year",  # type: ignore[arg-type]
        groups=tuple(index for index, name in enumerate(scenario.target_groups) if name in served(scenario, line)) if per_head else (),
        quantity=_line_quantity(scenario, figures, address, line), price=unit_price.converted,
        realisable=np.ones(scenario.period.years), shares=shares, sign=sign,
    )
    if residual is None:
        return [made]
    last = np.zeros(scenario.period.years)
    last[-1] = 1.0
    worth = figures.number(f"{address}.residual_value", residual)[..., np.newaxis] * last
    own = price_of_amounts(scenario, figures, address, line)
    back = LineInputs(address, "residual", "year", (), worth, own, np.ones(scenario.period.years), shares, -sign)
    return [made, back]


def _line_quantity(scenario: Scenario, figures: Figures, address: str, line: CostLine) -> Array:
    """(…, year) for basis once and year, (…, k) for basis participant and completer."""
    years = scenario.period.years
    field, series = ("units", line.units) if line.unit_cost is not None else ("amount", line.amount)
    assert series is not None
    address = f"{address}.{field}"
    if line.basis == "year":
        slots = bounded(series, scenario, line)
        return figures.row(address, [slot for slot, _ in slots]) * np.array([share for _, share in slots])
    if line.basis == "once":
        when = np.zeros(years)
        when[once_year(scenario, line) - scenario.period.start] = 1.0
        assert series.every is not None
        return figures.number(address, series.every)[..., np.newaxis] * when
    return figures.row(address, per_person(series, years))


def _moved(scenario: Scenario, paid_by: str, received_by: str) -> Array:
    """Funding: +1 for who pays, −1 for who receives; outside is no payer."""
    shares = np.zeros((len(PAYERS), scenario.period.years))
    for party, sign in ((paid_by, 1.0), (received_by, -1.0)):
        if party != "outside":
            shares[PAYERS.index(party)] += sign  # type: ignore[arg-type]
    return shares
