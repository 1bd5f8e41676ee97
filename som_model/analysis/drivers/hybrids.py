"""The reference with some of the other scenario's figures: its lines, payers and years opened to them, many in one run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from som_model.analysis.drivers.stated import Replacement
from som_model.catalogue.conversion import OutsideSeries
from som_model.projection.figures import Array, Figures
from som_model.projection.inputs import inputs
from som_model.projection.model import Balance, balance
from som_model.projection.prices import index_factor
from som_model.resolved.figures import figures
from som_model.resolved.lines import resolve_lines
from som_model.scenario.calendar import Slot
from som_model.scenario.frozen import Named
from som_model.scenario.payers import PayerRule, Payers, Shares
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.parties import PUBLIC_PAYERS, public_rows

Taken = NDArray[np.bool_]
"""(hybrid, player): whose figures are those of the other scenario."""
LARGEST = 2_000_000
"""Hybrids × years × years that are in memory at a time."""
STAND_IN = Shares.model_construct(rest=PUBLIC_PAYERS[0])
"""Who pays in a year for which a rule has no law, or a map has not begun: the reference has nothing to pay there, but
a hybrid may. What the other scenario says of that year's payers is then part of how the line is changed."""
UNKNOWN = {"full_time_hours": 1.0, "completion_rate": 1.0, "first_year_share": 1.0}
"""What stands for a figure that is not known and that neither scenario counts with; 0, and 1 in payer rules, where not named."""


@dataclass(frozen=True)
class Hybrids:
    """A reference's structure with the figures of either scenario.

    structure: the reference's lines, payers and years, open to other figures. stand_ins: address → () of figures that are
    not known. renamed: new address → old one of a rule's parameters.
    """

    structure: Scenario
    stand_ins: Mapping[str, Array]
    renamed: Mapping[str, str]
    replaced: tuple[Replacement, ...]

    @cached_property
    def players(self) -> tuple[Replacement, ...]:
        """Those that both scenarios count with: each is the reference's or the other's."""
        return tuple(replacement for replacement in self.replaced if replacement.shared)

    def net(self, taken: Taken) -> Array:
        """Net in kr., (hybrid, public payer, year)."""
        at_once = max(1, LARGEST // self.structure.period.years**2)
        parts = []
        for begin in range(0, len(taken), at_once):
            some = taken[begin : begin + at_once]
            balanced = self.balance(some)
            net = balanced.net[..., public_rows(balanced.inputs.payers), :]
            parts.append(np.broadcast_to(net, (len(some), *net.shape[-2:])))
        return np.concatenate(parts)

    def balance(self, taken: Taken) -> Balance:
        """Savings and programme cost of each hybrid; without a leading axis where no figure is replaced."""
        position = {player.address: index for index, player in enumerate(self.players)}
        draws: dict[str, Array] = dict(self.stand_ins)
        rows: dict[str, Array] = {}
        for replacement in self.replaced:
            old, new = replacement.old, replacement.new
            if replacement.shared:
                column = taken[:, position[replacement.address]]
                new = np.where(column[:, np.newaxis] if old.ndim else column, new, old)
            (rows if old.ndim else draws)[replacement.address] = new
        draws.update({new: draws[written] for new, written in self.renamed.items() if written in draws})
        return balance(inputs(self.structure, Figures(draws, rows)))

    def with_effect(self, sets: Sequence[Taken]) -> Taken:
        """Which players move anything, for any payer in any year, when each is turned in each of the sets."""
        base = np.stack(sets)
        count, players = base.shape
        turned = np.repeat(base[:, np.newaxis, :], players, axis=1)
        turned[:, np.arange(players), np.arange(players)] ^= True
        net = self.net(np.concatenate([base, turned.reshape(-1, players)]))
        moved = net[count:].reshape(count, players, *net.shape[1:]) - net[:count, np.newaxis]
        return np.asarray(np.abs(moved).max(axis=(0, 2, 3)) > 1e-12 * max(1.0, float(np.abs(net).max())))


def hybrids_of(reference: Scenario, replaced: tuple[Replacement, ...]) -> Hybrids:
    """The reference in which no figure that is replaced is certainly 0.

    The copy is not validated again: two figures that may not stand together in a file may meet in between.
    """
    structure = reference
    for replacement in replaced:
        if not replacement.address.startswith("price_index.") and ".payers." not in replacement.address:
            structure = _placed(structure, replacement.address.split("."), replacement.opened)
    stand_ins = {
        address: np.array(UNKNOWN.get(address.rpartition(".")[2], 1.0 if ".payers." in address else 0.0))
        for address, estimate in figures(structure)
        if estimate.value is None
    }
    years = reference.period.calendar
    renamed: dict[str, str] = {}
    paying = {
        line.payers_at: (line.payers, line.unit_cost if line.payers_at != "programme.payers" else None)
        for line in reference.lines
        if line.counted and line.payers is not None
    }
    for address, (payers, cost) in paying.items():
        slots = payers.in_years(years)
        stated = [_is_stated(reference, slot, cost, year) for slot, year in zip(slots, years, strict=True)]
        if all(stated):
            continue
        splits = (slot.value if slot is not None and known else STAND_IN for slot, known in zip(slots, stated, strict=True))
        structure = _placed(structure, address.split("."), Payers.model_construct(each=tuple(splits)))
        renamed |= {
            f"{address}.{year}.{name}": f"{address}.{slot.element}.{name}" if slot.element else f"{address}.{name}"
            for year, slot in zip(years, slots, strict=True)
            if slot is not None and isinstance(slot.value, PayerRule)
            for name in slot.value.parameters
        }
    if structure is not reference:
        resolve_lines(structure, reference.record.references)
    return Hybrids(structure, stand_ins, renamed, replaced)


def _placed(part: Any, steps: list[str], new: Any) -> Any:
    """A copy of a part with another value some steps below it."""
    if not steps:
        return new
    if isinstance(part, Mapping):
        return Named({**part, steps[0]: _placed(part[steps[0]], steps[1:], new)})
    return part.model_copy(update={steps[0]: _placed(getattr(part, steps[0]), steps[1:], new)})


def _is_stated(scenario: Scenario, slot: Slot[Shares | PayerRule] | None, cost: UnitCost | None, year: int) -> bool:
    """Whether a year's split is stated in shares, or by a rule whose law is known and in kr. that can be moved."""
    if slot is None or cost is None or isinstance(slot.value, Shares):
        return slot is not None
    for _, law in scenario.record.payer_rules[slot.value.rule].in_year(scenario.rules_as_of or year, cost.law):
        if law is None:
            return False
        try:
            index_factor(scenario, Figures(), law.level, None, to=cost.price_year)
        except OutsideSeries:
            return False
    return True
