"""The one number that an address names, and the values it may take."""

from __future__ import annotations

from collections.abc import Callable, Collection
from difflib import SequenceMatcher
from math import inf
from typing import get_args

import numpy as np
from annotated_types import Ge, Gt, Le, Lt

from som_model.analysis.distributions import distribution
from som_model.errors import ScenarioError, UnknownName
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.labels import DANISH_NAMES
from som_model.wording.message import Message
from som_model.wording.table import Language

MOST_NAMED = 8
NEARLY = 0.7
STATED = 0.95
"""The probability that low to high holds unless stated."""
WITHOUT_INTERVAL = (0.5, 1.5)
"""Half to one and a half times the value (method.md: The review)."""
BESIDE_AN_OPEN_END = 1e-3
"""How near a value is tried to an end that is not itself allowed, such as −100 % growth; nearer, amounts grow beyond reason."""


def assumption_at(scenario: Scenario, address: str) -> Assumption:
    """The assumption at an address; a field of the language that is left out counts as not known.

    Raises UnknownName for what is no single number, naming its elements or the nearest address.
    """
    known = dict(figures(scenario))
    if address in known:
        return Assumption(scenario, address, known[address])
    elements = [element for element in known if element.startswith(f"{address}.")]
    if elements:
        listed = ", ".join(elements[:MOST_NAMED])
        named: str | Message = listed if len(elements) <= MOST_NAMED else Message.of("and_more", elements=listed)
        raise UnknownName(Message.of("several_figures", address=address, elements=named))
    try:
        with_room = scenario.vary({address: {"value": None}})
    except ScenarioError:
        pass
    else:
        left_out = dict(figures(with_room)).get(address)
        if left_out is not None:
            return Assumption(with_room, address, left_out)
    near = _nearest(address, known)
    if near is not None:
        raise UnknownName(Message.of("no_figure_near", address=address, near=near))
    raise UnknownName(Message.of("no_figure", address=address))


def _nearest(address: str, known: Collection[str]) -> str | None:
    """The known address that the written one may be meant for: each of its steps, or of its last ones, is nearly the same."""
    whole = address.rpartition(".")[0]
    if whole in known:
        return whole

    def meant(step: str, known_step: str) -> bool:
        """Also where its Danish name is written."""
        alike = SequenceMatcher(None, step, known_step).ratio() >= NEARLY
        return alike or DANISH_NAMES.get(step, step) == known_step

    steps = address.split(".")
    last_steps = {candidate: candidate.split(".")[-len(steps) :] for candidate in known}
    near = [candidate for candidate, last in last_steps.items() if len(last) == len(steps) and all(map(meant, steps, last))]
    return max(near, key=lambda candidate: SequenceMatcher(None, address, ".".join(last_steps[candidate])).ratio(), default=None)


def limits(estimate: Estimate) -> tuple[float, float]:
    """The least and the greatest value to try in a field; infinite where it sets no bound. The stated one is always inside."""
    low, high = -inf, inf
    for part in get_args(type(estimate).model_fields["value"].annotation):
        for bound in getattr(part, "__metadata__", ()):
            if isinstance(bound, Ge | Gt):
                low = float(bound.ge) if isinstance(bound, Ge) else float(bound.gt) + BESIDE_AN_OPEN_END  # type: ignore[arg-type]
            elif isinstance(bound, Le | Lt):
                high = float(bound.le) if isinstance(bound, Le) else float(bound.lt) - BESIDE_AN_OPEN_END  # type: ignore[arg-type]
    if estimate.value is not None:
        low, high = min(low, estimate.value), max(high, estimate.value)
    return low, high


def ends_of(estimate: Estimate) -> tuple[float, float] | None:
    """The two ends of a 95 % interval, or the extremes of pert and triangular; None for a figure without an interval.

    Low and high as stated, where they are the 95 % interval. Of a fitted figure with another `interval`, the 2.5 % and
    97.5 % quantiles of its distribution, within what its field allows. Of an observed share the equal-tailed 95 %
    interval of Beta(s + ½, f + ½) (Jeffreys; method.md: Distributions and draws).
    """
    narrower = estimate.interval != STATED and estimate.distribution == "fitted" and estimate.value is not None
    if estimate.observed is not None or (estimate.uncertain and narrower):
        fitted = distribution(estimate).quantile(np.array([(1 - STATED) / 2, (1 + STATED) / 2]))
        least, greatest = np.clip(fitted, *limits(estimate))
        return float(least), float(greatest)
    if not estimate.uncertain or estimate.low is None or estimate.high is None:
        return None
    return estimate.low, estimate.high


def around(estimate: Estimate) -> tuple[float, float] | None:
    """What a figure without an interval is tried over: half to one and a half times its value, within what its field allows.

    None where the value is 0 or not known, which gives no range.
    """
    if not estimate.value:
        return None
    least, greatest = limits(estimate)
    low, high = sorted(factor * estimate.value for factor in WITHOUT_INTERVAL)
    return max(low, least), min(high, greatest)


def in_both(say: Callable[[Language], str]) -> Message:
    """A text that is made for each language, as a part of a message."""
    return Message.of("as_written", da=say("da"), en=say("en"))
