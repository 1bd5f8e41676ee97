"""The value of one assumption at which a programme breaks even, or comes to any other result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.outcome import HALF_OERE, Measure, Outcome, opened, outcomes_of, set_to
from som_model.analysis.sensitivity.addressed import assumption_at, in_both
from som_model.analysis.sensitivity.harm import harmful
from som_model.analysis.sensitivity.roots import roots
from som_model.analysis.sensitivity.search import searched_points
from som_model.errors import NoBreakEven, Notice, ScenarioError, SomError
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.scenario.quantities import BEYOND_REASON
from som_model.scenario.scenario import Scenario
from som_model.wording.html import table_html
from som_model.wording.language import DEFAULT_LANGUAGE, Language
from som_model.wording.message import Message
from som_model.wording.numbers import kroner
from som_model.wording.parties import TOTAL
from som_model.wording.table import phrase

SAME = 1e-6
"""Roots closer than this share of their size are one."""
ROUNDING = 1e-12
"""What outcomes may differ by, as a share of their size, though the assumption has no part in them."""


@dataclass(frozen=True, repr=False)
class BreakEven:
    """The value of one assumption at which the outcome is the target; all others stand at their stated values.

    value and base are in the unit of the field: a share of one, kr., units.
    """

    assumption: Assumption
    """The assumption that was searched."""
    value: float
    """The value found, in the unit of the field."""
    target: float
    """The outcome it gives, kr.; 0 for a break-even."""
    outcome: Measure
    """What is looked at: accumulated_net or net_present_value."""
    payer: str
    """Whose: a payer, or total for the public purse."""
    others: tuple[float, ...]
    """Further values with the same outcome, nearest first."""
    notices: tuple[Notice, ...]
    """What the reader should know; they never stop a calculation."""
    scenario: Scenario
    """The scenario with the value set."""

    @property
    def address(self) -> str:
        """Where the assumption stands."""
        return self.assumption.address

    @property
    def base(self) -> float | None:
        """The stated value; None where it is not known."""
        return self.assumption.estimate.value

    def say(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """'Går i nul ved en succesrate på 20,48 % (regnet med 30 %)', with whose outcome and which assumption."""
        assumption = self.assumption
        base = phrase("value_not_stated", language)
        if self.base is not None:
            base = phrase("counted_with", language).format(value=assumption.say(self.base, language))
        sentence = phrase("goes_to_zero" if self.target == 0 else "comes_to_target", language).format(
            outcome=Outcome(self.outcome, self.payer).message().say(language),
            target=kroner(self.target, language),
            at=assumption.at(self.value, language),
            base=base,
        )
        subject = assumption.subject(language)
        return f"{subject}: {sentence}" if subject else sentence[:1].upper() + sentence[1:]

    def __repr__(self) -> str:
        return f"<BreakEven {self.address} = {self.value!r}: {self.say()}>"

    def _repr_html_(self) -> str:
        language = DEFAULT_LANGUAGE
        header = ["", *(phrase(key, language) for key in ("break_even_value", "stated_value"))]
        stated = "–" if self.base is None else self.assumption.say(self.base, language)
        row = [self.assumption.title(language), self.assumption.say(self.value, language), stated]
        return table_html(self.say(language), header, [row], [notice.say(language) for notice in self.notices])


def break_even(scenario: Scenario, address: str, outcome: Measure = "accumulated_net", payer: str = TOTAL) -> BreakEven:
    """The value of one assumption at which the outcome is 0 kr.

    address: one number (`target_groups.NAME.success_rate`, `….participants.2025`). outcome: accumulated_net or
    net_present_value (with discount_rate as the address: the internal rate of return). payer: municipality,
    region, state, citizen, or the public total. A share is searched in [0, 1], anything else from 0 to 10^6 times
    its value, within what the field allows; of several values the nearest to the stated one is taken, with a
    notice. Method, section 5.
    Raises NoBreakEven where no value gives 0, UnknownName for an address, outcome or payer that does not exist,
    MissingFigures where another figure is not known, ScenarioError where what is written beside the assumption
    lets it have no other value.
    """
    return solve(scenario, address, 0.0, outcome, payer)


def solve(
    scenario: Scenario, address: str, target: float = 0.0, outcome: Measure = "accumulated_net", payer: str = TOTAL
) -> BreakEven:
    """The value of one assumption at which the outcome is the target in kr.; its stated value may be unknown (null).

    Searched like break_even, an unknown amount from 0 to a thousand million. Raises what break_even raises, and SomError
    for a target that is no finite number.
    """
    asked = Outcome(outcome, payer)
    target = _finite(target)
    assumption = assumption_at(scenario, address)
    points = searched_points(assumption)
    stated = assumption.estimate.value
    moved = opened(assumption.scenario, {address: points})

    def above(values: Array) -> Array:
        with np.errstate(all="ignore"):
            return outcomes_of(moved, {address: values}, asked) - target

    found = above(points)
    points, found = points[np.isfinite(found)], found[np.isfinite(found)]
    if np.ptp(found) < max(HALF_OERE, ROUNDING * float(np.abs(found).max())):
        raise NoBreakEven(_no_effect(assumption, asked, float(found[0]) + target))
    every = roots(above, points, near=0.0 if stated is None else stated)
    if not every.size:
        raise NoBreakEven(_nowhere(assumption, asked, target, points, found))
    allowed = _allowed(scenario, assumption, asked, target, every.tolist())
    (value, changed), others = allowed[0], tuple(other for other, _ in allowed[1:])
    of_others = (_other_roots(assumption, asked, target, others),) if others else ()
    notices = (*of_others, *harmful(changed, address))
    return BreakEven(assumption, value, target, outcome, payer, others, notices, changed)


def _finite(target: float) -> float:
    if isinstance(target, bool) or not isinstance(target, int | float | np.number) or not np.isfinite(target):
        raise SomError(Message.of("target_not_a_number", target=str(target)))
    return float(target)


def _allowed(
    scenario: Scenario, assumption: Assumption, asked: Outcome, target: float, values: Sequence[float]
) -> list[tuple[float, Scenario]]:
    """(value, scenario with it) of the values that may stand in the scenario, what rules between fields say included."""
    allowed: list[tuple[float, Scenario]] = []
    refusals: list[ScenarioError] = []
    for value in values:
        if any(abs(value - other) <= SAME * max(abs(value), abs(other)) for other, _ in allowed):
            continue
        try:
            changed = scenario.vary({assumption.address: set_to(assumption.estimate, value)})
        except ScenarioError as error:
            refusals.append(error)
        else:
            allowed.append((value, changed))
    if not allowed:
        reason = tuple(finding.message for finding in refusals[0].findings)
        raise NoBreakEven(
            _said("root_not_allowed", assumption, asked, target, value=_value(assumption, values[0]), reason=reason)
        )
    return allowed


def _other_roots(assumption: Assumption, asked: Outcome, target: float, others: Sequence[float]) -> Notice:
    key = "other_roots" if assumption.estimate.value is not None else "other_roots_unknown"
    said = Message.of(
        key, outcome=asked.message(), target=_kroner(target), others=tuple(_value(assumption, each) for each in others)
    )
    return Notice(assumption.address, said)


def _no_effect(assumption: Assumption, asked: Outcome, amount: float) -> Message:
    undiscounted = assumption.address == "discount_rate" and asked.measure == "accumulated_net"
    key = "no_effect_undiscounted" if undiscounted else "no_effect"
    return Message.of(key, address=assumption.address, outcome=asked.message(), amount=_kroner(amount))


def _nowhere(assumption: Assumption, asked: Outcome, target: float, points: Array, found: Array) -> Message:
    """What the outcome is at both ends of what was searched."""
    ends = {"low": _value(assumption, float(points[0])), "high": _value(assumption, float(points[-1]))}
    amounts = {"at_low": _readable(float(found[0]) + target), "at_high": _readable(float(found[-1]) + target)}
    return _said("no_break_even", assumption, asked, target, **ends, **amounts)


def _said(key: str, assumption: Assumption, asked: Outcome, target: float, **values: Message | tuple[Message, ...]) -> Message:
    named = {"address": assumption.address, "outcome": asked.message(), "target": _kroner(target)}
    return Message.of(key, **named, **values)  # type: ignore[arg-type]


def _value(assumption: Assumption, value: float) -> Message:
    return in_both(lambda language: assumption.say(value, language))


def _readable(amount: float) -> Message:
    """An amount; of one beyond reason, as years of extreme growth give, only that it is beyond."""
    if abs(amount) < BEYOND_REASON:
        return _kroner(amount)
    return Message.of("band_above" if amount > 0 else "band_below", amount=_kroner(float(np.copysign(BEYOND_REASON, amount))))


def _kroner(amount: float) -> Message:
    return in_both(lambda language: kroner(round(amount, 2), language))
