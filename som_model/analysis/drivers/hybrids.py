"""The reference with some of the other scenario's figures: many such hybrids in one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from som_model.analysis.drivers.stated import Replacement
from som_model.analysis.drivers.structure import Structure
from som_model.projection.figures import Array, Figures
from som_model.projection.inputs import inputs
from som_model.projection.model import Balance, balance
from som_model.projection.projection import PUBLIC

Taken = NDArray[np.bool_]
"""(hybrid, player): whose figures are those of the other scenario."""
LARGEST = 2_000_000
"""Hybrids × years × years that are in memory at a time."""


@dataclass(frozen=True)
class Hybrids:
    """The reference's structure with the figures of either scenario."""

    structure: Structure
    replaced: tuple[Replacement, ...]

    @cached_property
    def players(self) -> tuple[Replacement, ...]:
        """Those that both scenarios count with: each is the reference's or the other's."""
        return tuple(each for each in self.replaced if each.shared)

    def net(self, taken: Taken) -> Array:
        """Net in kr., (hybrid, public payer, year)."""
        years = self.structure.scenario.period.years
        at_once = max(1, LARGEST // years**2)
        parts = [self._net(taken[begin : begin + at_once]) for begin in range(0, len(taken), at_once)]
        return np.concatenate(parts)

    def _net(self, taken: Taken) -> Array:
        net = self.balance(taken).net[..., PUBLIC, :]
        return np.broadcast_to(net, (len(taken), *net.shape[-2:]))

    def balance(self, taken: Taken) -> Balance:
        """Savings and programme cost of each hybrid; without a leading axis where no figure is replaced."""
        position = {each.address: index for index, each in enumerate(self.players)}
        draws: dict[str, Array] = dict(self.structure.stand_ins)
        rows: dict[str, Array] = {}
        for each in self.replaced:
            if not each.shared:
                value = each.new
            else:
                column = taken[:, position[each.address]]
                value = np.where(column[:, np.newaxis] if each.old.ndim else column, each.new, each.old)
            (rows if each.old.ndim else draws)[each.address] = value
        for new, written in self.structure.renamed.items():
            if written in draws:
                draws[new] = draws[written]
        return balance(inputs(self.structure.scenario, Figures(draws, rows)))


def all_taken(hybrids: Hybrids) -> Taken:
    """The one hybrid with every figure of the other scenario."""
    return np.ones((1, len(hybrids.players)), dtype=np.bool_)


def with_effect(hybrids: Hybrids, sets: Sequence[Taken]) -> Taken:
    """Which players move anything, for any payer in any year, when each is turned in each of the sets."""
    base = np.stack(sets)
    count, players = base.shape
    turned = np.repeat(base[:, np.newaxis, :], players, axis=1)
    turned[:, np.arange(players), np.arange(players)] ^= True
    net = hybrids.net(np.concatenate([base, turned.reshape(-1, players)]))
    moved = net[count:].reshape(count, players, *net.shape[1:]) - net[:count, np.newaxis]
    return np.asarray(np.abs(moved).max(axis=(0, 2, 3)) > 1e-12 * max(1.0, float(np.abs(net).max())))
