"""What the reader should know of a simulation beside its base case."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import NormalDist

from som_model.analysis.addressed import limits
from som_model.analysis.distributions import Distribution, Normal, misses
from som_model.analysis.simulation.sampling import Sampling
from som_model.errors import Notice
from som_model.projection.projection import Projection
from som_model.resolved.figures import figures
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.numbers import plain

TOO_OFTEN_BEYOND = 1e-6


def notices(base: Projection, sampling: Sampling, drawn: Sequence[str]) -> Iterator[Notice]:
    """Nothing uncertain, intervals that the fitted distribution misses, and correlations without effect."""
    scenario = base.scenario
    known = dict(figures(scenario))
    if not drawn:
        yield Notice("", without_estimates(scenario, base.asked))
    for address in drawn:
        ends = misses(known[address])
        if ends is not None:
            yield Notice(address, _missed(known[address], ends))
        if known[address].kind == "rate" and _beyond(sampling.distributions[address]) > TOO_OFTEN_BEYOND:
            yield Notice(address, Message.of("growth_beyond", value=known[address].value or 0.0))
    for index, correlation in enumerate(scenario.correlations):
        for address in correlation.between:
            if address not in sampling.distributions:
                yield Notice(f"correlations.{index + 1}", Message.of("correlation_of_certain", address=address))


def _beyond(drawn: Distribution) -> float:
    """The probability that a yearly growth falls to −1 or below, or to 1 or above: only a normal can."""
    if not isinstance(drawn, Normal) or abs(drawn.mean) >= 1:
        return 0.0
    standard = NormalDist(drawn.mean, drawn.sd)
    return standard.cdf(-1) + 1 - standard.cdf(1)


def without_estimates(scenario: Scenario, asked: frozenset[str]) -> Message:
    """That nothing is uncertain, and how to write that one of the scenario's own assumptions is."""
    known = dict(figures(scenario))
    movable = [address for address in known if address in asked and _reach(known[address]) > 0]
    rates = [address for address in movable if address.endswith(".success_rate")]
    address = next(iter(rates or movable), None)
    if address is None:
        return Message.of("no_estimates_at_all")
    return Message.of("no_estimates", address=address, line=_line(address, known[address]))


def _reach(estimate: Estimate) -> float:
    """A third of the value, or what its field leaves room for: an interval of so much to both sides may stand there."""
    least, greatest = limits(estimate)
    value = estimate.value or 0.0
    return min(abs(value) / 3, value - least, greatest - value)


def _line(address: str, estimate: Estimate) -> str:
    """'success_rate: {value: 0.3, low: 0.2, high: 0.4}'; of an element of a series what stands in the braces alone."""
    value, reach, field = estimate.value or 0.0, _reach(estimate), address.rpartition(".")[2]
    decimals = 2 - math.floor(math.log10(reach))
    low, high = (plain(round(value + side * reach, decimals)) for side in (-1, 1))
    written = f"{{value: {plain(value)}, low: {low}, high: {high}}}"
    return written if field.isdecimal() else f"{field}: {written}"


def _missed(estimate: Estimate, ends: tuple[float, float]) -> Message:
    assert estimate.low is not None
    assert estimate.high is not None
    return Message.of(
        "fit_misses",
        level=f"{100 * estimate.interval:g}",
        low=estimate.low,
        high=estimate.high,
        fitted_low=round(ends[0], 4),
        fitted_high=round(ends[1], 4),
    )
