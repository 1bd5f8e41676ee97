"""Two assumptions moved together: the outcome of every pair of values, and the line on which it is 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.addressed import around, assumption_at, ends_of
from som_model.analysis.outcome import HALF_OERE, Measure, Outcome, opened, outcomes_of, set_to
from som_model.errors import SomError
from som_model.projection.figures import Array
from som_model.projection.projection import project
from som_model.resolved.assumption import Assumption
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.numbers import kroner
from som_model.wording.parties import TOTAL
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import DEFAULT_LANGUAGE, Language, phrase


@dataclass(frozen=True, repr=False)
class Grid(ShownInNotebooks):
    """The outcome at each pair of values of two assumptions a and b, all others at their stated values."""

    scenario: Scenario
    """What was calculated."""
    outcome: Measure
    """What is looked at: accumulated_net or net_present_value."""
    payer: str
    """Whose: a payer, or total for the public purse."""
    a: Assumption
    """The first assumption: the rows of `outcomes`."""
    b: Assumption
    """The second assumption: the columns of `outcomes`."""
    values_a: Array
    """(a,) ascending, in the unit of the field."""
    values_b: Array
    """(b,) ascending, in the unit of the field."""
    outcomes: Array
    """Kr. (a, b); positive = gain."""
    break_even: Array
    """(a,): for each value of a the value of b within values_b at which the outcome is 0; NaN where there is none."""
    base: float | None
    """The outcome at the stated values, kr.; None where one of them is not known."""

    def title(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Scenario and outcome."""
        outcome = Outcome(self.outcome, self.payer).message().say(language)
        return phrase("tornado_title", language).format(title=full_title(self.scenario, language), outcome=outcome)

    def say(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """From what to what the outcome goes, and where it is 0."""
        least, most = (kroner(round(float(amount)), language) for amount in (self.outcomes.min(), self.outcomes.max()))
        outcome = Outcome(self.outcome, self.payer).message().say(language)
        reach = phrase("grid_range", language).format(outcome=outcome, least=least, most=most)
        return f"{reach[:1].upper()}{reach[1:]} {self.say_line(language)}"

    def say_line(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Both ends of the line on which the outcome is 0, or that there is none."""
        if np.abs(self.outcomes).max() < HALF_OERE:
            return phrase("grid_all_zero", language)
        crossed = np.flatnonzero(np.isfinite(self.break_even))
        if not crossed.size and self.outcomes.min() < 0 < self.outcomes.max():
            return phrase("grid_no_line", language).format(a=self.a.title(language), b=self.b.title(language))
        if not crossed.size:
            return phrase("grid_all_gain" if self.outcomes.min() >= 0 else "grid_all_loss", language)
        pairs = [
            phrase("grid_pair", language).format(
                a=self.a.at(float(self.values_a[i]), language), b=self.b.at(float(self.break_even[i]), language)
            )
            for i in dict.fromkeys((int(crossed[0]), int(crossed[-1])))
        ]
        line = phrase("grid_line", language).format(pairs=phrase("grid_and", language).join(pairs))
        return line if line.endswith(".") else f"{line}."

    def __repr__(self) -> str:
        shape = "×".join(map(str, self.outcomes.shape))
        return f"<Grid {full_title(self.scenario)}: {self.a.address}, {self.b.address}, {shape}; {self.say()}>"

    def zero_at(self, row: int, language: Language) -> str:
        """The value of b at which the outcome is 0 at a value of a; a dash where there is none."""
        value = float(self.break_even[row])
        return self.b.say(value, language) if np.isfinite(value) else "–"


def grid(
    scenario: Scenario,
    address_a: str,
    address_b: str,
    values_a: Sequence[float] | Array | None = None,
    values_b: Sequence[float] | Array | None = None,
    points: int = 21,
    outcome: Measure = "accumulated_net",
    payer: str = TOTAL,
) -> Grid:
    """The outcome in kr. (a, b) at every pair of values of two assumptions, all others at their stated values.

    values_a, values_b: in the unit of the field; unless given, `points` values over low to high, else over half to
    one and a half times the stated value (a share at most 1, a share of 0 over [0, 1]). outcome: accumulated_net or
    net_present_value. payer: a payer (municipality, region, state, citizen), or the public total
    (method.md: One or two figures moved).
    Raises UnknownName for an address, outcome or payer that does not exist, ScenarioError for a value that may not
    stand at its address, SomError where values must be given, are no finite numbers or `points` is not a whole number of
    at least 2, MissingFigures where another figure is not known.
    """
    asked = Outcome(outcome, payer)
    if isinstance(points, bool) or not isinstance(points, int | np.integer) or points < 2:
        raise SomError(Message.of("whole_number_at_least", name="points", number=str(points), least="2"))
    if address_a == address_b:
        raise SomError(Message.of("same_address_twice", address=address_a))
    a = assumption_at(scenario, address_a)
    b = assumption_at(a.scenario, address_b)
    over_a, over_b = _values_over(a, values_a, points), _values_over(b, values_b, points)
    moved = opened(b.scenario, {address_a: over_a, address_b: over_b})

    def at(of_b: Array, of_a: Array) -> Array:
        return outcomes_of(moved, {address_a: of_a, address_b: of_b}, asked)

    outcomes = at(np.tile(over_b, len(over_a)), np.repeat(over_a, len(over_b))).reshape(len(over_a), len(over_b))
    base = None
    if a.estimate.value is not None and b.estimate.value is not None:
        base = float(asked.of(project(scenario).balance))
    near = b.estimate.value if b.estimate.value is not None else float(np.mean(over_b))
    return Grid(scenario, outcome, payer, a, b, over_a, over_b, outcomes, _zero_line(at, over_a, over_b, outcomes, near), base)


def _values_over(assumption: Assumption, given: Sequence[float] | Array | None, points: int) -> Array:
    """Ascending values of an assumption: those given, which may stand at their address, else over its interval."""
    if given is None:
        reach = ends_of(assumption.estimate) or around(assumption.estimate)
        if reach is None and assumption.estimate.value == 0 and assumption.estimate.kind == "share":
            reach = (0.0, 1.0)
        if reach is None:
            raise SomError(Message.of("grid_needs_values", address=assumption.address))
        return np.linspace(*reach, points)
    try:
        values = np.unique(np.asarray(given, dtype=np.float64))
    except (TypeError, ValueError):
        values = np.array([np.nan])
    if not np.isfinite(values).all():
        raise SomError(Message.of("grid_not_numbers", address=assumption.address, values=str(given)))
    if values.size < 2:
        raise SomError(Message.of("grid_two_values", address=assumption.address))
    for end in (values[0], values[-1]):
        assumption.scenario.vary({assumption.address: set_to(assumption.estimate, float(end))})
    return values


def _zero_line(at: Callable[[Array, Array], Array], over_a: Array, over_b: Array, outcomes: Array, near: float) -> Array:
    """For each a the zero nearest to the stated b, refined by Chandrupatla's method (scipy); NaN where there is none."""
    from scipy.optimize import elementwise

    line = np.full(len(over_a), np.nan)
    zero_rows, zero_columns = np.nonzero(outcomes == 0)
    zeros = list(zip(zero_rows, over_b[zero_columns], strict=True))
    rows, left = np.nonzero(np.sign(outcomes[:, :-1]) * np.sign(outcomes[:, 1:]) < 0)
    if rows.size:
        refined = elementwise.find_root(at, (over_b[left], over_b[left + 1]), args=(over_a[rows],))
        zeros += zip(rows, refined.x, strict=True)
    for row, b in zeros:
        if np.isnan(line[row]) or abs(b - near) < abs(line[row] - near):
            line[row] = b
    return line
