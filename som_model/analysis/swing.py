"""The result at other values of a few assumptions at a time, every swing in one run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from som_model.analysis.distributions import distribution
from som_model.analysis.outcome import Outcome, outcomes_at
from som_model.analysis.sensitivity.addressed import limits
from som_model.projection.figures import Array
from som_model.resolved.figures import figures
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario

STATED = 0.95
"""The probability that low to high holds unless stated."""


def outcomes_over(scenario: Scenario, swings: Mapping[str, Mapping[str, Array]], outcome: Outcome) -> dict[str, Array]:
    """The outcome in kr. at each point of each swing, all other assumptions at their stated values.

    swings: name → address → values (n,); the addresses of one swing move together.
    """
    if not swings:
        return {}
    known = dict(figures(scenario))
    lengths = [len(next(iter(moved.values()))) for moved in swings.values()]
    ends = np.cumsum([0, *lengths])
    values: dict[str, Array] = {}
    for moved, begin, end in zip(swings.values(), ends, ends[1:], strict=False):
        for address, points in moved.items():
            stated = known[address].value
            values.setdefault(address, np.full(ends[-1], np.nan if stated is None else stated))[begin:end] = points
    found = outcomes_at(scenario, values, outcome)
    return {name: found[begin:end] for name, begin, end in zip(swings, ends, ends[1:], strict=False)}


def accumulated_at(scenario: Scenario, swings: Mapping[str, Mapping[str, Array]]) -> dict[str, Array]:
    """Accumulated net of the public purse in kr. at each point of each swing."""
    return outcomes_over(scenario, swings, Outcome())


def ends_of(estimate: Estimate) -> tuple[float, float] | None:
    """The two ends of a 95 % interval, or the extremes of pert and triangular; None for a figure without an interval.

    Low and high as stated, where they are the 95 % interval. Of a fitted figure with another `interval`, the 2.5 % and
    97.5 % quantiles of its distribution, within what its field allows. Of an observed share the equal-tailed 95 %
    interval of Beta(s + ½, f + ½) (Jeffreys; method, section 5).
    """
    narrower = estimate.interval != STATED and estimate.distribution == "fitted" and estimate.value is not None
    if estimate.observed is not None or (estimate.uncertain and narrower):
        fitted = distribution(estimate).quantile(np.array([(1 - STATED) / 2, (1 + STATED) / 2]))
        least, greatest = np.clip(fitted, *limits(estimate))
        return float(least), float(greatest)
    if not estimate.uncertain or estimate.low is None or estimate.high is None:
        return None
    return estimate.low, estimate.high
