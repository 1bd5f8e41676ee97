"""One block of draws through the model: inputs once, then slice by slice so that arrays stay in the cache, each draw's
accumulated net kept or counted and its payback year counted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.sampling import BLOCK, Sampling
from som_model.analysis.simulation.spread import Bins, Tally, public_total
from som_model.projection.accelerated import ByPayer, accelerated
from som_model.projection.figures import Array, Figures, of_draws
from som_model.projection.inputs import inputs
from som_model.scenario.scenario import Scenario
from som_model.wording.parties import public_rows

IN_CACHE = 131_072
"""Numbers of one array (payer, year, draw) in a slice."""

InYear = Callable[[int], Array]
"""Kr. of one year, (draw or 1,); asked for only where it matters."""


@dataclass(frozen=True)
class Plan:
    """How a simulation runs: what is drawn, and how its draws are cut. Depends on the scenario alone."""

    scenario: Scenario
    sampling: Sampling
    addresses: Collection[str]
    payers: tuple[str, ...]
    years: int
    discounted: bool

    @property
    def columns(self) -> int:
        """The years, and net present value where the scenario discounts."""
        return self.years + self.discounted

    @property
    def slice(self) -> int:
        """Draws that go through the model at once: a power of two, 256 to 8,192."""
        fits = IN_CACHE // (len(self.payers) * self.years)
        return min(8192, max(256, 1 << (fits.bit_length() - 1)))

    @property
    def drawn_at_once(self) -> int:
        """Draws for which inputs are made at once; fewer where a payer rule gives shares for each draw and year."""
        return self.slice if any(line.ruled for line in self.scenario.lines) else BLOCK


@dataclass
class Counts:
    """What draws gave: payback counts by row and year, and counts of amounts where they are asked for."""

    paid_back: Array
    tally: Tally | None

    @staticmethod
    def none(plan: Plan, bins: Bins | None) -> Counts:
        """Nothing counted yet; bins: where amounts are to be counted, None to count none."""
        return Counts(np.zeros((len(plan.payers) + 1, plan.years + 2)), Tally.empty(bins) if bins is not None else None)

    def add(self, other: Counts) -> None:
        """Take in what was counted in another block."""
        self.paid_back += other.paid_back
        if self.tally is not None and other.tally is not None:
            self.tally.merge(other.tally)


def run_block(plan: Plan, index: int, draws: int, kept: Array | None, first: int, bins: Bins | None) -> Counts:
    """Run the first draws of a block.

    kept: (payer, column, draw) to be filled with the columns from `first` on; None to keep nothing.
    bins: where every row and column is to be counted; None to count nothing. A slice is always run whole, so that a
    draw is the same number to the last bit however many follow it.
    """
    counts = Counts.none(plan, bins)
    whole = -(-draws // plan.slice) * plan.slice
    drawn = plan.sampling.block(index, whole, plan.addresses)
    for begin in range(0, whole, plan.drawn_at_once):
        end = min(begin + plan.drawn_at_once, whole)
        as_arrays = inputs(plan.scenario, Figures({address: values[begin:end] for address, values in drawn.items()}))
        by_payer = accelerated(as_arrays)
        scratch = np.zeros((len(plan.payers), plan.columns, plan.slice))
        for start in range(0, end - begin, plan.slice):
            at = begin + start
            used = min(plan.slice, draws - at)
            in_place = kept is not None and first == 0 and used == plan.slice
            amounts = kept[:, :, at : at + used] if kept is not None and in_place else scratch
            part = slice(start, start + plan.slice)
            _accumulate(plan, by_payer(part), of_draws(as_arrays.discount_factors, 1, part), amounts, used, counts)
            if kept is not None and not in_place:
                kept[:, :, at : at + used] = amounts[:, first:, :used]
    return counts


def _accumulate(plan: Plan, by_payer: ByPayer, discount_factors: Array, amounts: Array, used: int, counts: Counts) -> None:
    """Fill accumulated net and present value, (payer, column, draw); count the first `used` draws.

    Rows of payers who neither save nor pay are left at 0.
    """
    savings, cost = by_payer
    factors = np.broadcast_to(discount_factors.T.reshape(plan.years, -1), (plan.years, plan.slice))
    for payer in savings.keys() | cost.keys():
        years = amounts[payer, : plan.years]
        np.subtract(savings.get(payer, 0.0), cost.get(payer, 0.0), out=years)
        if plan.discounted:
            np.einsum("td,td->d", years, factors, out=amounts[payer, plan.years])
        for t in range(1, plan.years):
            years[t] += years[t - 1]
    for payer in range(len(plan.payers)):
        if payer not in cost:
            counts.paid_back[payer, -1] += used
        else:
            in_year = _in_year(savings, [payer], used), _in_year(cost, [payer], used)
            counts.paid_back[payer] += payback_counts(*in_year, amounts[payer, : plan.years, :used])
    public = public_rows(plan.payers)
    total = public_total(amounts, public)
    in_year = _in_year(savings, public, used), _in_year(cost, public, used)
    counts.paid_back[-1] += payback_counts(*in_year, total[: plan.years, :used])
    if counts.tally is not None:
        counts.tally.add(np.concatenate([amounts, total[np.newaxis]]).reshape(-1, plan.slice)[:, :used])


def _in_year(amounts: Mapping[int, Array], payers: Collection[int], used: int) -> InYear:
    """The kr. of some payers together in a year, of the first `used` draws."""
    rows = [amounts[payer] for payer in payers if payer in amounts]
    return lambda t: reduce(np.add, [row[t, :used] for row in rows], np.zeros(1))


def payback_counts(savings: InYear, cost: InYear, accumulated: Array) -> Array:
    """Draws by payback year (method.md: Figures of a decision), (year + 2,): the last but one counts those never paid back,
    the last those who carry no programme cost.

    savings, cost and accumulated (year, draw) are one payer's or the total's, in kr.
    """
    years, draws = accumulated.shape
    ever_pays = cost(0) > HALF_OERE
    for t in range(1, years):
        if ever_pays.all():
            break
        ever_pays = ever_pays | (cost(t) > HALF_OERE)
    carries = np.broadcast_to(ever_pays, draws)
    all_carry = bool(carries.all())
    if not carries.any():
        return np.array([0.0] * (years + 1) + [draws])
    stays = accumulated >= -HALF_OERE
    for t in range(years - 2, -1, -1):
        stays[t] &= stays[t + 1]
    # The search starts in the first year with savings or cost: earlier years do not count.
    still = np.ones((), dtype=bool)
    for t in range(years - 1):
        still = still & (np.abs(cost(t)) <= HALF_OERE)
        if still.any():
            still = still & (np.abs(savings(t)) <= HALF_OERE)
        if not still.any():
            break
        stays[t] &= ~still
    if not all_carry:
        stays &= carries
    paid_by = [0, *(int(np.count_nonzero(row)) for row in stays)]
    carried = draws if all_carry else int(np.count_nonzero(carries))
    first_paid = [later - earlier for earlier, later in pairwise(paid_by)]
    return np.array([*first_paid, carried - paid_by[-1], draws - carried], dtype=np.float64)
