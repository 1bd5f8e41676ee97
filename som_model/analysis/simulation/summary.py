"""What one payer, or the public purse, may expect: base case, mean, interval and chance of gain, with their errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.spread import Spread
from som_model.projection.figures import Array

ENDS = (0.025, 0.5, 0.975)
FEWEST = 100
"""Draws that it takes to say anything of a probability or an interval."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Accumulated net at the end of the period (or net present value, see outcome) of one payer or of the total ("total"),
    kr.; positive = gain.

    Errors are Monte Carlo standard errors: how far the figures would move with other draws. NaN (not known) for one draw.
    """

    payer: str
    """Whose outcome it is: a payer, or total."""
    draws: int
    """How many draws it sums up."""
    base: float
    """At the stated values, kr."""
    mean: float
    """Mean over the draws, kr."""
    low: float
    """2.5 % of the draws lie below, kr."""
    median: float
    """Half of the draws lie below, kr."""
    high: float
    """2.5 % of the draws lie above, kr."""
    chance_of_gain: float
    """Share of the draws above 0 kr., rounded to 0.01; 0 to 1."""
    chance_of_loss: float
    """Share below 0 kr., 0 to 1; what is left of 1 beside both chances is 0 kr., rounded to 0.01."""
    mean_error: float
    """Error of the mean, kr."""
    low_error: float
    """Error of the low end, kr."""
    median_error: float
    """Error of the median, kr."""
    high_error: float
    """Error of the high end, kr."""
    certain: bool
    """Whether all draws are alike; one draw is so only where it gives the base case."""
    outcome: str = "accumulated_net"
    """What is looked at: accumulated_net or net_present_value."""

    @property
    def one_draw(self) -> bool:
        """Whether there is one draw alone, which tells nothing of how far the outcome varies."""
        return self.draws == 1 and not self.certain

    @property
    def chance_error(self) -> float:
        """Error of the chance of gain: √(p(1 − p)/draws); NaN for one draw."""
        return float("nan") if self.one_draw else float(np.sqrt(self.chance_of_gain * (1 - self.chance_of_gain) / self.draws))

    @property
    def untouched(self) -> bool:
        """Whether the payer neither gains nor loses in any draw."""
        return self.certain and abs(self.median) < HALF_OERE

    @property
    def verdict(self) -> str:
        """gain or loss where it is seen in more than half of the draws, even where both are within five percentage points
        of that, else neither."""
        gain, loss = self.chance_of_gain, self.chance_of_loss
        if abs(gain - 0.5) < 0.05 and abs(loss - 0.5) < 0.05:
            return "even"
        return "gain" if gain > 0.5 else "loss" if loss > 0.5 else "neither"

    @property
    def too_few(self) -> bool:
        """Whether so few draws tell nothing of how sure the outcome is."""
        return self.draws < FEWEST


def summarised(spread: Spread, row: int, column: int, payer: str, base: float, outcome: str = "accumulated_net") -> Summary:
    """The summary of one row and column of the draws."""
    low, median, high = (float(end) for end in spread.quantile(row, column, ENDS))
    least, greatest = spread.quantile(row, column, (0.0, 1.0))
    certain = bool(greatest - least < HALF_OERE and (spread.draws > 1 or abs(median - base) < HALF_OERE))
    alone = spread.draws == 1 and not certain
    errors = np.full(len(ENDS), np.nan) if alone else quantile_errors(spread, row, column, ENDS)
    mean_error = float("nan") if alone else spread.sd(row, column) / float(np.sqrt(spread.draws))
    return Summary(
        payer=payer,
        draws=spread.draws,
        base=base,
        mean=spread.mean(row, column),
        low=low,
        median=median,
        high=high,
        chance_of_gain=spread.above_zero(row, column),
        chance_of_loss=spread.below_zero(row, column),
        mean_error=0.0 if certain else mean_error,
        low_error=float(errors[0]),
        median_error=float(errors[1]),
        high_error=float(errors[2]),
        certain=certain,
        outcome=outcome,
    )


def quantile_errors(spread: Spread, row: int, column: int, probabilities: Sequence[float]) -> Array:
    """Monte Carlo standard errors of quantiles, kr., same shape: half the way between the quantiles at
    p ± √(p(1 − p)/draws), which are where the binomial count of draws below would put them."""
    asked = np.asarray(probabilities, dtype=np.float64)
    beside = np.sqrt(asked * (1 - asked) / spread.draws)
    around = np.clip(np.concatenate([asked - beside, asked + beside]), 0, 1)
    below, above = np.split(spread.quantile(row, column, around), 2)
    errors: Array = (above - below) / 2
    return errors
