"""What the draws give: how likely a gain is, and between which amounts the outcome lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from som_model.analysis.simulation.in_words import answer, precision
from som_model.analysis.simulation.sampling import BLOCK, Sampling, notices
from som_model.analysis.simulation.spread import Spread
from som_model.analysis.simulation.summary import Summary, summarised
from som_model.errors import DrawsNotKept, Notice, UnknownName
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.parties import TOTAL, Payer
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import DEFAULT_LANGUAGE, Language

FAN = (0.025, 0.25, 0.5, 0.75, 0.975)
"""The probabilities of a fan: 95 %, half, and the middle."""
NEVER = "never"
NO_COST = "no_cost"


class Interval(NamedTuple):
    """The two ends of an interval, kr."""

    low: float
    """The lower end, kr."""
    high: float
    """The upper end, kr."""


@dataclass(frozen=True, repr=False)
class Simulation(ShownInNotebooks):
    """A scenario's outcome over many draws, beside its base case, in kr. of the scenario's price year.

    Amounts are accumulated net at the end of the period unless said otherwise; positive = gain. The total is that of
    the public purse. Payers are named as in `payers`, or "total".
    """

    scenario: Scenario
    """What was calculated."""
    base: Projection
    """The base case: the projection at the stated values."""
    draws: int
    """How many times everything uncertain was drawn."""
    seed: int
    """Where the draws begin; the same seed gives the same draws."""
    sampling: Sampling
    """The distribution of each uncertain assumption, by address, and which of them move together."""
    drawn: tuple[str, ...]
    """Addresses of the uncertain assumptions that counted lines use: what was drawn."""
    spread: Spread
    """The outcomes of the draws, kept one by one or counted; the properties below read it."""
    paid_back: Array
    """Draws by row and payback year; the last two columns are never, and no programme cost."""

    @property
    def payers(self) -> tuple[Payer, ...]:
        """The payers shown: columns of every array of draws."""
        return self.base.payers

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years shown."""
        return self.base.years

    def row(self, payer: str) -> int:
        """The row of a payer. Raises UnknownName for one that is not shown."""
        names = (*self.payers, TOTAL)
        if payer not in names:
            raise UnknownName(Message.of("unknown_payer", name=str(payer), known=names))
        return names.index(payer)

    @property
    def _last(self) -> int:
        return len(self.years) - 1

    @cached_property
    def accumulated_net(self) -> Array:
        """Accumulated net of each payer, (draw, payer), kr. Raises DrawsNotKept."""
        return self.spread.payers_of(self._last)

    @cached_property
    def net_present_value(self) -> Array:
        """Net present value of each payer, (draw, payer), kr. Raises DrawsNotKept."""
        return self.spread.payers_of(self.spread.columns - 1)

    def outcome(self, outcome: str = "accumulated_net", payer: str = TOTAL) -> Array:
        """One outcome of one payer or of the total, (draw,), kr. Raises DrawsNotKept, UnknownName."""
        return self.spread.column(self.row(payer), self._column(outcome))

    def _column(self, outcome: str) -> int:
        columns = {"accumulated_net": self._last, "net_present_value": self.spread.columns - 1}
        if outcome not in columns:
            raise UnknownName(Message.of("unknown_outcome", name=str(outcome), known=tuple(columns)))
        return columns[outcome]

    def net_benefit(self, outcome: str = "accumulated_net", payer: str = TOTAL) -> Array:
        """What not running and running the programme give, (draw, 2), kr.: 0 and the outcome. Raises DrawsNotKept."""
        run = self.outcome(outcome, payer)
        return np.stack([np.zeros_like(run), run], axis=-1)

    @property
    def mean(self) -> float:
        """Expected accumulated net of the public purse, kr."""
        return self.spread.mean(self.row(TOTAL), self._last)

    @property
    def mean_by_payer(self) -> dict[str, float]:
        """Expected accumulated net of each payer and of the total, kr."""
        return {name: self.spread.mean(self.row(name), self._last) for name in (*self.payers, TOTAL)}

    @property
    def standard_error(self) -> float:
        """Monte Carlo error of the mean, kr.: standard deviation / √draws."""
        return self.spread.sd(self.row(TOTAL), self._last) / float(np.sqrt(self.draws))

    @property
    def chance_of_gain(self) -> float:
        """Probability that the public purse gains: the share of draws with accumulated net above 0."""
        return self.spread.above_zero(self.row(TOTAL), self._last)

    @property
    def chance_of_gain_by_payer(self) -> dict[str, float]:
        """Probability that each payer, and the total, gains."""
        return {name: self.spread.above_zero(self.row(name), self._last) for name in (*self.payers, TOTAL)}

    def chance(self, outcome: str = "accumulated_net", payer: str = TOTAL) -> float:
        """Probability that an outcome (accumulated_net or net_present_value) of a payer or the total is above 0.

        Raises UnknownName for another outcome or payer.
        """
        return self.spread.above_zero(self.row(payer), self._column(outcome))

    def interval(self, level: float = 0.95, payer: str = TOTAL, outcome: str = "accumulated_net") -> Interval:
        """The equal-tailed interval that holds an outcome with this probability, kr.

        Raises UnknownName for another outcome or payer, ValueError for a level that is not between 0 and 1.
        """
        if not 0 < level < 1:
            raise ValueError("level is a probability between 0 and 1: 0.95 for 95 %")
        low, high = self.spread.quantile(self.row(payer), self._column(outcome), [(1 - level) / 2, (1 + level) / 2])
        return Interval(float(low), float(high))

    def fan(self, payer: str = TOTAL, probabilities: Sequence[float] = FAN) -> Array:
        """Accumulated net by year that is not exceeded with these probabilities, (probability, year), kr."""
        row = self.row(payer)
        return np.stack([self.spread.quantile(row, t, probabilities) for t in range(len(self.years))], axis=-1)

    def payback(self, payer: str = TOTAL) -> dict[int | str, float]:
        """Probability of each payback year, of never, and of carrying no programme cost ("no_cost")."""
        shares = self.paid_back[self.row(payer)] / self.draws
        names: tuple[int | str, ...] = (*self.years, NEVER, NO_COST)
        return {name: float(share) for name, share in zip(names, shares, strict=True)}

    def draws_of(self, address: str) -> Array:
        """The draws of one uncertain assumption, (draw,), in the units of its field; made again from its stream.

        Raises UnknownName for an address that is not uncertain, DrawsNotKept where summaries only are kept.
        """
        if address not in self.sampling.distributions:
            raise UnknownName(Message.of("not_drawn", address=str(address), known=self.drawn))
        if self.spread.kept is None:
            raise DrawsNotKept(Message.of("draws_not_kept", draws=float(self.draws)))
        blocks = [
            self.sampling.block(index, min(BLOCK, self.draws - index * BLOCK), [address])[address]
            for index in range(-(-self.draws // BLOCK))
        ]
        return np.concatenate(blocks)[: self.draws]

    def summary(self, payer: str = TOTAL, outcome: str = "accumulated_net") -> Summary:
        """Base case, mean, 95 % interval and chance of gain of a payer or the total, with their Monte Carlo errors.

        Raises UnknownName for another outcome or payer.
        """
        row, column = self.row(payer), self._column(outcome)
        base: dict[str, float] = getattr(self.base, f"{outcome}_by_payer")
        return summarised(self.spread, row, column, payer, base[payer], outcome)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What was drawn, as readers know it."""
        known = dict(figures(self.scenario))
        return tuple(Assumption(self.scenario, address, known[address]) for address in self.drawn)

    def say(
        self,
        language: Language = DEFAULT_LANGUAGE,
        payer: str = TOTAL,
        outcome: str = "accumulated_net",
        *,
        without_payers: bool = False,
    ) -> str:
        """Who gains and how surely, and between which amounts the result lies.

        Of the total also what the municipality may expect, and whether another payer alone fares otherwise; not
        without_payers, as where the split between them is not known.
        Raises UnknownName for another outcome or payer.
        """
        beside = self.payers if payer == TOTAL and not without_payers else ()
        others = [self.summary(other, outcome) for other in beside]
        return answer(self.summary(payer, outcome), others, bool(self.drawn), language)

    def precision(self, language: Language = DEFAULT_LANGUAGE, payer: str = TOTAL, outcome: str = "accumulated_net") -> str:
        """Draws and seed, and how far the chance of gain and the mean may be off with so many draws."""
        return precision(self.summary(payer, outcome), self.seed, language)

    def __repr__(self) -> str:
        return f"<Simulation {full_title(self.scenario)}: {self.say()}>"

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader should know: the base case's notices, and what drawing adds."""
        return (*self.base.notices, *notices(self.base, self.sampling, self.drawn))
