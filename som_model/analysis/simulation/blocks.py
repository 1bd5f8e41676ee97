"""One block of draws through the model: inputs once, balance slice by slice so that arrays stay in the cache."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from som_model.analysis.simulation.paid_back import InYear, payback_counts
from som_model.analysis.simulation.sampling import BLOCK, Sampling
from som_model.analysis.simulation.tally import Bins, Tally
from som_model.projection.accelerated import ByPayer, accelerated
from som_model.projection.figures import Array, Figures, of_draws
from som_model.projection.inputs import inputs
from som_model.projection.projection import PUBLIC
from som_model.resolved.transition import ruled_lines
from som_model.scenario.scenario import Scenario
from som_model.wording.parties import PUBLIC_PAYERS

IN_CACHE = 131_072
"""Numbers of one array (payer, year, draw) in a slice."""


@dataclass(frozen=True)
class Plan:
    """How a simulation runs: what is drawn, and how its draws are cut. Depends on the scenario alone."""

    scenario: Scenario
    sampling: Sampling
    addresses: Collection[str]
    payers: int
    years: int
    discounted: bool

    @property
    def columns(self) -> int:
        """The years, and net present value where the scenario discounts."""
        return self.years + self.discounted

    @property
    def slice(self) -> int:
        """Draws that go through balance at once: a power of two, 256 to 8,192."""
        fits = IN_CACHE // (self.payers * self.years)
        return min(8192, max(256, 1 << (fits.bit_length() - 1)))

    @property
    def drawn_at_once(self) -> int:
        """Draws for which inputs are made at once; fewer where a payer rule gives shares for each draw and year."""
        return self.slice if any(True for _ in ruled_lines(self.scenario)) else BLOCK


@dataclass
class Found:
    """What a block of draws gave: payback counts, and counts of amounts where they are asked for."""

    paid_back: Array
    tally: Tally | None


def run_block(plan: Plan, index: int, draws: int, kept: Array | None, first: int, bins: Bins | None) -> Found:
    """Run the first draws of a block.

    kept: (payer, column, draw) to be filled with the columns from `first` on; None to keep nothing.
    bins: where every row and column is to be counted; None to count nothing. A slice is always run whole, so that a
    draw is the same number to the last bit however many follow it.
    """
    found = Found(np.zeros((plan.payers + 1, plan.years + 2)), Tally.empty(bins) if bins is not None else None)
    whole = -(-draws // plan.slice) * plan.slice
    drawn = plan.sampling.block(index, whole, plan.addresses)
    for begin in range(0, whole, plan.drawn_at_once):
        end = min(begin + plan.drawn_at_once, whole)
        made = inputs(plan.scenario, Figures({address: values[begin:end] for address, values in drawn.items()}))
        amounts_of = accelerated(made)
        scratch = np.zeros((plan.payers, plan.columns, plan.slice))
        for start in range(0, end - begin, plan.slice):
            at = begin + start
            used = min(plan.slice, draws - at)
            in_place = kept is not None and first == 0 and used == plan.slice
            amounts = kept[:, :, at : at + used] if kept is not None and in_place else scratch
            part = slice(start, start + plan.slice)
            _accumulate(plan, amounts_of(part), of_draws(made.discount_factors, 1, part), amounts, used, found)
            if kept is not None and not in_place:
                kept[:, :, at : at + used] = amounts[:, first:, :used]
    return found


def _accumulate(plan: Plan, by_payer: ByPayer, discount_factors: Array, amounts: Array, used: int, found: Found) -> None:
    """Fill accumulated net and present value, (payer, column, draw); count the first `used` draws.

    Rows of payers who neither save nor pay are left at 0.
    """
    savings, cost = by_payer
    for payer in savings.keys() | cost.keys():
        years = amounts[payer, : plan.years]
        np.subtract(savings.get(payer, 0.0), cost.get(payer, 0.0), out=years)
        if plan.discounted:
            np.einsum("td,td->d", years, _over_draws(discount_factors, plan.slice), out=amounts[payer, plan.years])
        for t in range(1, plan.years):
            years[t] += years[t - 1]
    total = amounts[PUBLIC].sum(axis=0)
    for payer in range(plan.payers):
        if payer not in cost:
            found.paid_back[payer, -1] += used
        else:
            in_year = _in_year(savings, [payer], used), _in_year(cost, [payer], used)
            found.paid_back[payer] += payback_counts(*in_year, amounts[payer, : plan.years, :used])
    public = range(len(PUBLIC_PAYERS))
    in_year = _in_year(savings, public, used), _in_year(cost, public, used)
    found.paid_back[-1] += payback_counts(*in_year, total[: plan.years, :used])
    if found.tally is not None:
        found.tally.add(np.concatenate([amounts, total[np.newaxis]]).reshape(-1, plan.slice)[:, :used])


def _in_year(amounts: Mapping[int, Array], payers: Collection[int], used: int) -> InYear:
    """The kr. of some payers together in a year, of the first `used` draws."""
    rows = [amounts[payer] for payer in payers if payer in amounts]
    return lambda t: reduce(np.add, [row[t, :used] for row in rows], np.zeros(1))


def _over_draws(row: Array, draws: int) -> Array:
    """(…, year) as (year, draw)."""
    return np.broadcast_to(row.T[:, np.newaxis] if row.ndim == 1 else row.T, (row.shape[-1], draws))
