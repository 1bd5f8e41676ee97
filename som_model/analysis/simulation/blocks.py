"""One block of draws through the model: inputs once, balance slice by slice so that arrays stay in the cache."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.simulation.paid_back import InYear, payback_counts
from som_model.analysis.simulation.sampling import BLOCK, Sampling
from som_model.analysis.simulation.tally import Bins, Tally
from som_model.projection.arrays import Inputs
from som_model.projection.balance import balance
from som_model.projection.figures import Figures
from som_model.projection.inputs import inputs
from som_model.projection.projection import PUBLIC
from som_model.projection.scaled import Array
from som_model.projection.terms import Terms, terms
from som_model.scenario.ruled import ruled_lines
from som_model.scenario.scenario import Scenario

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
    scratch = np.empty((plan.payers, plan.columns, plan.slice))
    for begin in range(0, whole, plan.drawn_at_once):
        end = min(begin + plan.drawn_at_once, whole)
        made = inputs(plan.scenario, Figures({address: values[begin:end] for address, values in drawn.items()}))
        whole_terms = terms(made)
        carrying = [payer < whole_terms.payers and whole_terms.carries_cost(payer) for payer in range(plan.payers)]
        for start in range(0, end - begin, plan.slice):
            at = begin + start
            used = min(plan.slice, draws - at)
            in_place = kept is not None and first == 0 and used == plan.slice
            amounts = kept[:, :, at : at + used] if kept is not None and in_place else scratch
            _accumulate(plan, made, whole_terms.of_draws(slice(start, start + plan.slice)), amounts, used, carrying, found)
            if kept is not None and not in_place:
                kept[:, :, at : at + used] = amounts[:, first:, :used]
    return found


def _accumulate(plan: Plan, made: Inputs, of: Terms, amounts: Array, used: int, carrying: Sequence[bool], found: Found) -> None:
    """Fill accumulated net and present value, (payer, column, draw); count the first `used` draws."""
    balanced = balance(made, of)
    savings, cost = (_by_payer(plan, each) for each in (balanced.savings, balanced.programme_cost))
    years = amounts[:, : plan.years]
    np.subtract(savings, cost, out=years)
    if plan.discounted:
        np.einsum("ptd,td->pd", years, _over_draws(of.discount_factors, plan.slice), out=amounts[:, plan.years])
    for t in range(1, plan.years):
        years[:, t] += years[:, t - 1]
    total = amounts[PUBLIC].sum(axis=0)
    for row, payers in enumerate((*(slice(payer, payer + 1) for payer in range(plan.payers)), PUBLIC)):
        if row < plan.payers and not carrying[row]:
            found.paid_back[row, -1] += used
            continue
        accumulated = years[row] if row < plan.payers else total[: plan.years]
        in_year = _in_year(savings, payers, used), _in_year(cost, payers, used)
        found.paid_back[row] += payback_counts(*in_year, accumulated[:, :used])
    if found.tally is not None:
        found.tally.add(np.concatenate([amounts, total[np.newaxis]]).reshape(-1, plan.slice)[:, :used])


def _in_year(amounts: Array, rows: slice, used: int) -> InYear:
    """The kr. of some payers together in a year, of the first `used` draws."""
    return lambda t: amounts[rows, t, :used].sum(axis=0)


def _over_draws(row: Array, draws: int) -> Array:
    """(…, year) as (year, draw)."""
    return np.broadcast_to(row.T[:, np.newaxis] if row.ndim == 1 else row.T, (row.shape[-1], draws))


def _by_payer(plan: Plan, amounts: Array) -> Array:
    """(…, payer, year) as (payer, year, draw or 1), with a row of zeros for a citizen that no line of the block names."""
    rows = np.moveaxis(amounts, 0, -1) if amounts.ndim > 2 else amounts[..., np.newaxis]
    if len(rows) < plan.payers:
        rows = np.concatenate([rows, np.zeros((plan.payers - len(rows), *rows.shape[1:]))])
    return rows
