"""What drives the difference between a scenario and a reference: first its figures, then its lines.

The part of each figure is Shapley's value, its part of the difference averaged over the orders in which figures may come.
Shapley, "A value for n-person games" (1953); as a decomposition: Shorrocks, "Decomposition procedures for
distributional analysis: a unified framework based on the Shapley value", Journal of Economic Inequality 11 (2013).
Each order with its reverse: Mitchell, Cooper, Frank and Holmes, "Sampling permutations for Shapley value
estimation", Journal of Machine Learning Research 23 (2022); exact where figures act at most two and two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import factorial
from typing import Any

import numpy as np

from som_model.analysis.drivers.driver import PRUDENCE, Aspect, Driver, Drivers, Kind
from som_model.analysis.drivers.hybrids import Hybrids, Taken, hybrids_of
from som_model.analysis.drivers.replacements import replacements
from som_model.projection.figures import Array
from som_model.projection.model import Balance
from som_model.projection.projection import Projection
from som_model.resolved.years import once_year, weights
from som_model.scenario.line import Line
from som_model.scenario.payers import PayerRule
from som_model.scenario.programme import CostLine, Funding, Post, ProgrammeLine
from som_model.scenario.scenario import Scenario
from som_model.wording.parties import public_rows

ROUNDING = 1e-11
"""What is less than this part of the largest amount is rounding, and no driver."""
SETS_TRIED = 32
MOST_IN_FULL = 12
"""Players up to which every set is looked at: 4,096 of them."""
ORDERS = 256
"""With more players: so many fixed orders, each with its reverse."""
Worth = Callable[[Taken], Array]
"""(set, player) → worth of each set, (set, …)."""


def explained(reference: Projection, projection: Projection) -> Drivers:
    """The drivers of the projection's net less the reference's, (public payer, year); they sum to it.

    1. The figures that both count with, put in the place of the reference's one after the other on its lines:
       each driver is the mean of what it does over the orders in which this may be done (Shapley's value).
    2. What is left, line by line: a line's net in the scenario less its net in the reference with those figures.
    """
    hybrids = hybrids_of(reference.scenario, replacements(reference, projection))
    parts, orders = _parts(hybrids)
    drivers = [
        Driver(player.address, "assumption", part, projection.scenario, player.before, player.after)
        for player, part in zip(hybrids.players, parts, strict=True)
    ]
    whole = hybrids.balance(np.ones((1, len(hybrids.players)), dtype=np.bool_))
    shape = (len(projection.public), len(projection.years))
    before = {address: np.reshape(net, shape) for address, net in net_by_line(whole).items()}
    after = net_by_line(projection.balance)
    nothing = np.zeros(shape)
    for address in dict.fromkeys((*before, *after)):
        left = after.get(address, nothing) - before.get(address, nothing)
        drivers.append(_of_line(reference, projection, address, left))
    least = ROUNDING * max((float(np.abs(net).max()) for net in (*before.values(), *after.values())), default=0.0)
    cleared = (replace(driver, net=np.where(np.abs(driver.net) > least, driver.net, 0.0)) for driver in drivers)

    def largest_first(driver: Driver) -> tuple[float, float]:
        """By the public total, then by what is moved between payers."""
        return -round(abs(driver.accumulated), 2), -float(np.abs(driver.net).sum())

    listed = sorted((driver for driver in cleared if driver.net.any()), key=largest_first)
    return Drivers(reference, projection, tuple(listed), orders)


def _parts(hybrids: Hybrids) -> tuple[Array, int | None]:
    """The part of each player, kr. (player, public payer, year), and of how many orders it is the mean.

    Of many players only those are ordered that move anything: in no player, in all, and in sets drawn once and for all
    with what each leaves.
    """
    count = len(hybrids.players)
    if count <= MOST_IN_FULL:
        return shapley(hybrids.net, count), None
    drawn = np.random.default_rng(2013).random((SETS_TRIED // 2, count)) < 0.5
    none = np.zeros(count, dtype=np.bool_)
    moving = np.flatnonzero(hybrids.with_effect([none, ~none, *drawn, *~drawn]))

    def worth(taken: Taken) -> Array:
        every = np.zeros((len(taken), count), dtype=np.bool_)
        every[:, moving] = taken
        return hybrids.net(every)

    few = len(moving) <= MOST_IN_FULL
    of_moving = (shapley if few else shapley_by_orders)(worth, len(moving))
    parts = np.zeros((count, *of_moving.shape[1:]))
    parts[moving] = of_moving
    return parts, None if few else ORDERS


def shapley(worth: Worth, players: int) -> Array:
    """Each player's part of worth(all) − worth(none), (player, …), exactly: the mean over all orders."""
    sets = (np.arange(2**players)[:, np.newaxis] >> np.arange(players) & 1).astype(np.bool_)
    sizes = sets.sum(axis=1)
    orders = np.array([factorial(size) * factorial(players - size) for size in range(players + 1)], dtype=np.float64)
    orders /= factorial(players)
    joined = orders[sizes] / np.maximum(sizes, 1)
    ahead = orders[sizes] / np.maximum(players - sizes, 1)
    weights = np.where(sets.T, joined, -ahead)
    parts: Array = np.tensordot(weights, worth(sets), axes=1)
    return parts


def shapley_by_orders(worth: Worth, players: int) -> Array:
    """Each player's part of worth(all) − worth(none), (player, …): the mean over ORDERS fixed orders and no others.

    The parts sum to the whole in every order, and so in their mean.
    """
    random = np.random.default_rng(1953)
    forward = random.permuted(np.tile(np.arange(players), (ORDERS // 2, 1)), axis=1)
    orders = np.concatenate([forward, forward[:, ::-1]])
    places = np.argsort(orders, axis=1)
    sets = places[:, np.newaxis, :] < np.arange(players + 1)[np.newaxis, :, np.newaxis]
    worths = worth(sets.reshape(-1, players))
    steps = np.diff(worths.reshape(ORDERS, players + 1, *worths.shape[1:]), axis=1)
    index = places.reshape(*places.shape, *(1,) * (steps.ndim - 2))
    parts: Array = np.take_along_axis(steps, index, axis=1).mean(axis=0)
    return parts


def net_by_line(balanced: Balance) -> dict[str, Array]:
    """Address → net in kr., (…, public payer, year), of every counted line and of prudence; they sum to net."""
    savings = zip(balanced.inputs.consequences, balanced.savings_by_line, strict=True)
    cost = zip(balanced.inputs.programme, balanced.cost_by_line, strict=True)
    of_line = [(line.address, amounts) for line, amounts in savings] + [(line.address, -amounts) for line, amounts in cost]
    of_line.append((PRUDENCE, balanced.prudence_on_savings - balanced.prudence_on_cost))
    public = public_rows(balanced.inputs.payers)
    lines: dict[str, Array] = {}
    for address, amounts in of_line:
        lines[address] = lines.get(address, 0.0) + amounts[..., public, :]
    return lines


def _of_line(reference: Projection, projection: Projection, address: str, net: Array) -> Driver:
    """What a line that only one scenario counts makes of the difference, or what figures do not explain of a line of both."""

    def counts(side: Projection) -> bool:
        if address == PRUDENCE:
            return side.scenario.prudence is not None and side.scenario.prudence.takes_anything()
        return any(line.address == address for line in (*side.inputs.consequences, *side.inputs.programme))

    kind: Kind = "line_changed"
    if not counts(reference):
        kind = "line_added"
    elif not counts(projection):
        kind = "line_left_out"
    changed: tuple[Aspect, ...] = ()
    if kind == "line_changed" and address != PRUDENCE:
        before, after = (dict(_aspects(side.scenario, side.scenario.line(address))) for side in (reference, projection))
        changed = tuple(aspect for aspect, value in before.items() if value != after[aspect])
    scenario = (reference if kind == "line_left_out" else projection).scenario
    return Driver(address, kind, net, scenario, changed=changed)


def _aspects(scenario: Scenario, line: Line) -> Iterator[tuple[Aspect, Any]]:
    """Everything, other than figures, in which a line of two scenarios may differ: who pays and by which law, in which years,
    and what it is counted for."""
    stated, years = line.stated, scenario.period.calendar
    slots = line.payers.in_years(years) if line.payers is not None else ()
    splits = [slot.value if slot is not None else None for slot in slots]
    by_year = tuple(split.rule if isinstance(split, PayerRule) else split and split.of_payers() for split in splits)
    yield "payers", (stated.paid_by, stated.received_by) if isinstance(stated, Funding) else by_year
    rules = {split.rule for split in line.payers.rules()} if line.payers is not None else set()
    yield "law", (scenario.rules_as_of, *(scenario.record.payer_rules[rule] for rule in sorted(rules))) if rules else ()
    counted_for = (
        line.basis,
        line.unit_cost_key,
        (line.unit_cost.unit, line.unit_cost.kind) if line.unit_cost is not None else (),
    )
    if isinstance(stated, ProgrammeLine):
        once = once_year(scenario, stated) if isinstance(stated, CostLine) and stated.basis == "once" else None
        form = ("annual_cost", "annual_salary", "fte") if isinstance(stated, Post) else ("amount", "units")
        which = tuple(getattr(stated, field) is not None for field in form)
        yield "years", (weights(scenario, stated), once)
        yield "counted_for", (*counted_for, which, line.groups if line.per_person else ())
    else:
        group = scenario.target_groups[str(line.group)]
        yield "years", weights(scenario, group)
        yield "counted_for", (*counted_for, group.rates_measured_on)
