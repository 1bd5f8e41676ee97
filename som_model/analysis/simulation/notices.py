"""What the reader should know of a simulation beside its base case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import NormalDist

from som_model.analysis.distributions import Distribution, Normal, misses
from som_model.analysis.simulation.sampling import Sampling
from som_model.errors import Notice
from som_model.projection.projection import Projection
from som_model.scenario.estimate import Estimate
from som_model.scenario.figures import figures
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


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
    rates = [address for address in known if address in asked and address.endswith(".success_rate")]
    address = next(iter(rates or [each for each in known if each in asked and known[each].value]), None)
    if address is None:
        return Message.of("no_estimates_at_all")
    value = known[address].value or 0.0
    line = f"{address.rpartition('.')[2]}: {{value: {value:g}, low: {value * 2 / 3:.4g}, high: {value * 4 / 3:.4g}}}"
    return Message.of("no_estimates", address=address, line=line)


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
