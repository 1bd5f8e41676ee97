"""The value of one assumption at which a programme breaks even, or comes to any other result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from som_model.analysis.addressed import assumption_at, in_both
from som_model.analysis.outcome import HALF_OERE, Measure, Outcome, opened, outcomes_of, set_to
from som_model.analysis.roots import roots, searched_points
from som_model.errors import NoBreakEven, Notice, ScenarioError, SomError
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.scenario.quantities import BEYOND_REASON
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.numbers import kroner
from som_model.wording.parties import TOTAL
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import DEFAULT_LANGUAGE, Language, phrase

SAME = 1e-6
"""Roots closer than this share of their size are one."""
ROUNDING = 1e-12
"""What outcomes may differ by, as a share of their size, though the assumption has no part in them."""
STILL_THE_BASELINE = 1e-9
"""How far below the baseline is still the baseline, found by a search."""
HARMFUL = {"success_rate": "success_below_baseline", "baseline_rate": "baseline_above_success"}


@dataclass(frozen=True, repr=False)
class BreakEven(ShownInNotebooks):
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


def break_even(scenario: Scenario, address: str, outcome: Measure = "accumulated_net", payer: str = TOTAL) -> BreakEven:
    """The value of one assumption at which the outcome is 0 kr.

    address: one number (`target_groups.NAME.success_rate`, `….participants.2025`). outcome: accumulated_net or
    net_present_value (with discount_rate as the address: the internal rate of return). payer: a payer (municipality,
    region, state, citizen), or the public total. A share is searched in [0, 1], anything else from 0 to 10^6 times
    its value, within what the field allows; of several values the nearest to the stated one is taken, with a
    notice (method.md: One or two figures moved).
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
    if isinstance(target, bool) or not isinstance(target, int | float | np.number) or not np.isfinite(target):
        raise SomError(Message.of("target_not_a_number", target=str(target)))
    search = Search(assumption_at(scenario, address), asked, float(target))
    points = searched_points(search.assumption)
    moved = opened(search.assumption.scenario, {address: points})

    def above(values: Array) -> Array:
        """Kr. above the target."""
        with np.errstate(all="ignore"):
            return outcomes_of(moved, {address: values}, asked) - search.target

    amounts = above(points)
    points, amounts = points[np.isfinite(amounts)], amounts[np.isfinite(amounts)]
    if np.ptp(amounts) < max(HALF_OERE, ROUNDING * float(np.abs(amounts).max())):
        raise NoBreakEven(search.without_effect(float(amounts[0]) + search.target))
    every = roots(above, points, near=search.assumption.estimate.value or 0.0)
    if not every.size:
        raise NoBreakEven(search.nowhere(points, amounts + search.target))
    (value, changed), *further = _allowed(scenario, search, every.tolist())
    others = tuple(other for other, _ in further)
    notices = (*search.other_values(others), *harmful(changed, address))
    return BreakEven(search.assumption, value, search.target, outcome, payer, others, notices, changed)


class Search(NamedTuple):
    """The value of an assumption is sought at which an outcome comes to a target in kr.; and what is said where it is not."""

    assumption: Assumption
    asked: Outcome
    target: float

    def without_effect(self, amount: float) -> Message:
        """That the outcome is the same amount at every value."""
        undiscounted = self.assumption.address == "discount_rate" and self.asked.measure == "accumulated_net"
        key = "no_effect_undiscounted" if undiscounted else "no_effect"
        return Message.of(key, address=self.assumption.address, outcome=self.asked.message(), amount=_kroner(amount))

    def nowhere(self, points: Array, outcomes: Array) -> Message:
        """That no value gives the target, and what the outcome is at both ends of what was searched."""
        ends = {"low": self.value_said(float(points[0])), "high": self.value_said(float(points[-1]))}
        amounts = {"at_low": _within_reason(float(outcomes[0])), "at_high": _within_reason(float(outcomes[-1]))}
        return self._unanswered("no_break_even", **ends, **amounts)

    def not_allowed(self, value: float, refusal: ScenarioError) -> Message:
        """That a value gives the target, and why it may not stand in the scenario."""
        reason = tuple(finding.message for finding in refusal.findings)
        return self._unanswered("root_not_allowed", value=self.value_said(value), reason=reason)

    def other_values(self, others: Sequence[float]) -> Iterator[Notice]:
        """That other values give the target too."""
        if others:
            key = "other_roots" if self.assumption.estimate.value is not None else "other_roots_unknown"
            listed = tuple(map(self.value_said, others))
            told = Message.of(key, outcome=self.asked.message(), target=_kroner(self.target), others=listed)
            yield Notice(self.assumption.address, told)

    def value_said(self, value: float) -> Message:
        """A value of the assumption, in its unit."""
        return in_both(lambda language: self.assumption.say(value, language))

    def _unanswered(self, key: str, **values: Message | tuple[Message, ...]) -> Message:
        address, outcome = self.assumption.address, self.asked.message()
        return Message.of(key, address=address, outcome=outcome, target=_kroner(self.target), **values)


def _allowed(scenario: Scenario, search: Search, values: Sequence[float]) -> list[tuple[float, Scenario]]:
    """(value, scenario with it) of the values that may stand in the scenario, what rules between fields say included.

    Raises NoBreakEven where none may.
    """
    allowed: list[tuple[float, Scenario]] = []
    refusals: list[ScenarioError] = []
    for value in values:
        if any(abs(value - other) <= SAME * max(abs(value), abs(other)) for other, _ in allowed):
            continue
        try:
            changed = scenario.vary({search.assumption.address: set_to(search.assumption.estimate, value)})
        except ScenarioError as error:
            refusals.append(error)
        else:
            allowed.append((value, changed))
    if not allowed:
        raise NoBreakEven(search.not_allowed(values[0], refusals[0]))
    return allowed


def harmful(scenario: Scenario, address: str) -> Iterator[Notice]:
    """Where the success or baseline rate at an address leaves fewer successes with the programme than without it."""
    part, _, field = address.rpartition(".")
    section, _, name = part.partition(".")
    if section != "target_groups" or field not in HARMFUL:
        return
    group = scenario.target_groups[name]
    success = group.success_rate.value if group.success_rate is not None else None
    baseline = group.baseline_rate.value
    if success is not None and baseline is not None and success < baseline - STILL_THE_BASELINE:
        other = baseline if field == "success_rate" else success
        yield Notice(address, Message.of(HARMFUL[field], rate=Message.of("percent", share=float(round(other * 100, 2)))))


def _kroner(amount: float) -> Message:
    """An amount in kr. and oere."""
    return in_both(lambda language: kroner(round(amount, 2), language))


def _within_reason(amount: float) -> Message:
    """An amount; of one beyond reason, as years of extreme growth give, only that it is beyond."""
    if abs(amount) < BEYOND_REASON:
        return _kroner(amount)
    return Message.of("band_above" if amount > 0 else "band_below", amount=_kroner(float(np.copysign(BEYOND_REASON, amount))))
