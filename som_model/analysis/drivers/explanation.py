"""What drives the difference between a scenario and a reference: first its figures, then its lines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from som_model.analysis.drivers.driver import Driver, Drivers, Kind
from som_model.analysis.drivers.hybrids import Hybrids, Taken, all_taken, with_effect
from som_model.analysis.drivers.lines import PRUDENCE, changed, differences, net_by_line
from som_model.analysis.drivers.replacements import replacements
from som_model.analysis.drivers.shapley import MOST_IN_FULL, ORDERS, shapley, shapley_by_orders
from som_model.analysis.drivers.structure import opened_structure
from som_model.projection.figures import Array
from som_model.projection.projection import PUBLIC, Projection

ROUNDING = 1e-11
"""What is less than this part of the largest amount is rounding, and no driver."""
SETS_TRIED = 32


def explained(reference: Projection, projection: Projection) -> Drivers:
    """The drivers of the projection's net less the reference's, (public payer, year); they sum to it.

    1. The figures that both count with, put in the place of the reference's one after the other on its lines:
       each driver is the mean of what it does over the orders in which this may be done (Shapley's value).
    2. What is left, line by line: a line's net in the scenario less its net in the reference with those figures.
    """
    replaced = replacements(reference, projection)
    hybrids = Hybrids(opened_structure(reference.scenario, replaced), replaced)
    parts, orders = _parts(hybrids)
    found = [
        Driver(each.address, "assumption", part, projection.scenario, each.before, each.after)
        for each, part in zip(hybrids.players, parts, strict=True)
    ]
    whole = hybrids.balance(all_taken(hybrids))
    before = {address: np.reshape(net, projection.net[PUBLIC].shape) for address, net in net_by_line(whole).items()}
    after = net_by_line(projection.balance)
    found += [_of_line(reference, projection, address, net) for address, net in differences(before, after)]
    least = ROUNDING * max((float(np.abs(net).max()) for net in (*before.values(), *after.values())), default=0.0)
    cleared = (replace(driver, net=np.where(np.abs(driver.net) > least, driver.net, 0.0)) for driver in found)
    drivers = [driver for driver in cleared if driver.net.any()]
    return Drivers(reference, projection, tuple(sorted(drivers, key=_size)), orders)


def _parts(hybrids: Hybrids) -> tuple[Array, int | None]:
    """The part of each player, kr. (player, public payer, year), and of how many orders it is the mean."""
    count = len(hybrids.players)
    if count <= MOST_IN_FULL:
        return shapley(hybrids.net, count), None
    moving = np.flatnonzero(with_effect(hybrids, _tried(count)))

    def worth(taken: Taken) -> Array:
        every = np.zeros((len(taken), count), dtype=np.bool_)
        every[:, moving] = taken
        return hybrids.net(every)

    few = len(moving) <= MOST_IN_FULL
    found = (shapley if few else shapley_by_orders)(worth, len(moving))
    parts = np.zeros((count, *found.shape[1:]))
    parts[moving] = found
    return parts, None if few else ORDERS


def _tried(count: int) -> list[Taken]:
    """No player, all of them, and sets drawn once and for all, with what each leaves."""
    drawn = np.random.default_rng(2013).random((SETS_TRIED // 2, count)) < 0.5
    return [np.zeros(count, dtype=np.bool_), np.ones(count, dtype=np.bool_), *drawn, *~drawn]


def _of_line(reference: Projection, projection: Projection, address: str, net: Array) -> Driver:
    kind: Kind = "line_changed"
    if not _counts(reference, address):
        kind = "line_added"
    elif not _counts(projection, address):
        kind = "line_left_out"
    scenario = (reference if kind == "line_left_out" else projection).scenario
    aspects = changed(reference.scenario, projection.scenario, address) if kind == "line_changed" else ()
    return Driver(address, kind, net, scenario, changed=aspects)


def _counts(projection: Projection, address: str) -> bool:
    """Whether a line is counted; prudence, whether anything is allowed for."""
    if address == PRUDENCE:
        return projection.scenario.prudence is not None and projection.scenario.prudence.takes_anything()
    return any(line.address == address for line in (*projection.inputs.consequences, *projection.inputs.programme))


def _size(driver: Driver) -> tuple[float, float]:
    """The largest first: by the public total, then by what is moved between payers."""
    return -round(abs(driver.accumulated), 2), -float(np.abs(driver.net).sum())
