"""Two assumptions moved together: the outcome of every pair of values, and the line on which it is 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.outcome import HALF_OERE, Measure, Outcome, opened, outcomes_of, set_to
from som_model.analysis.sensitivity.addressed import assumption_at, limits
from som_model.analysis.swing import ends_of
from som_model.errors import SomError
from som_model.projection.figures import Array
from som_model.projection.projection import project
from som_model.resolved.assumption import Assumption
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.html import table_html
from som_model.wording.language import DEFAULT_LANGUAGE, Language
from som_model.wording.message import Message
from som_model.wording.numbers import kroner, number
from som_model.wording.parties import TOTAL
from som_model.wording.table import phrase

REACH_WITHOUT_INTERVAL = (0.5, 1.5)
"""Half to one and a half times the value (method, section 6)."""
MOST_SHOWN = 11


@dataclass(frozen=True, repr=False)
class Grid:
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
        said = Outcome(self.outcome, self.payer).message().say(language)
        return phrase("tornado_title", language).format(title=full_title(self.scenario, language), outcome=said)

    def say(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """From what to what the outcome goes, and where it is 0."""
        least, most = (kroner(round(float(amount)), language) for amount in (self.outcomes.min(), self.outcomes.max()))
        outcome = Outcome(self.outcome, self.payer).message().say(language)
        said = phrase("grid_range", language).format(outcome=outcome, least=least, most=most)
        return f"{said[:1].upper()}{said[1:]} {self.say_line(language)}"

    def say_line(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Both ends of the line on which the outcome is 0, or that there is none."""
        if np.abs(self.outcomes).max() < HALF_OERE:
            return phrase("grid_all_zero", language)
        found = np.flatnonzero(np.isfinite(self.break_even))
        if not found.size and self.outcomes.min() < 0 < self.outcomes.max():
            return phrase("grid_no_line", language).format(a=self.a.title(language), b=self.b.title(language))
        if not found.size:
            return phrase("grid_all_gain" if self.outcomes.min() >= 0 else "grid_all_loss", language)
        pairs = [
            phrase("grid_pair", language).format(
                a=self.a.at(float(self.values_a[i]), language), b=self.b.at(float(self.break_even[i]), language)
            )
            for i in dict.fromkeys((int(found[0]), int(found[-1])))
        ]
        said = phrase("grid_line", language).format(pairs=phrase("grid_and", language).join(pairs))
        return said if said.endswith(".") else f"{said}."

    def __repr__(self) -> str:
        shape = "×".join(map(str, self.outcomes.shape))
        return f"<Grid {full_title(self.scenario)}: {self.a.address}, {self.b.address}, {shape}; {self.say()}>"

    def _repr_html_(self) -> str:
        language = DEFAULT_LANGUAGE
        across, down = (_thinned(len(values)) for values in (self.values_b, self.values_a))
        corner = phrase("grid_corner", language).format(a=self.a.title(language), b=self.b.title(language))
        header = [corner, *(self.b.say(float(self.values_b[j]), language) for j in across), phrase("goes_to_zero_at", language)]
        rows = [
            [
                self.a.say(float(self.values_a[i]), language),
                *(number(float(self.outcomes[i, j]), language, 0) for j in across),
                self.zero_at(i, language),
            ]
            for i in down
        ]
        return table_html(self.title(language), header, rows, [self.say(language)])

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
    net_present_value. payer: municipality, region, state, citizen, or the public total. Method, section 5.
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
    over_a, over_b = _values(a, values_a, points), _values(b, values_b, points)
    pairs = {address_a: np.repeat(over_a, len(over_b)), address_b: np.tile(over_b, len(over_a))}
    moved = opened(b.scenario, pairs)

    def at(of_b: Array, of_a: Array) -> Array:
        return outcomes_of(moved, {address_a: of_a, address_b: of_b}, asked)

    outcomes = at(pairs[address_b], pairs[address_a]).reshape(len(over_a), len(over_b))
    base = None
    if a.estimate.value is not None and b.estimate.value is not None:
        stated = project(scenario)
        base = float(asked.of(stated.inputs, stated.balance))
    middle = b.estimate.value if b.estimate.value is not None else float(np.mean(over_b))
    line = _zero_line(at, over_a, over_b, outcomes, middle)
    return Grid(scenario, outcome, payer, a, b, over_a, over_b, outcomes, line, base)


def _values(assumption: Assumption, given: Sequence[float] | Array | None, points: int) -> Array:
    """Ascending values; those given may stand at their address."""
    if given is None:
        return np.linspace(*_range(assumption), points)
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


def _range(assumption: Assumption) -> tuple[float, float]:
    ends, value = ends_of(assumption.estimate), assumption.estimate.value
    if ends is not None:
        return ends
    if value == 0 and assumption.estimate.kind == "share":
        return 0.0, 1.0
    if not value:
        raise SomError(Message.of("grid_needs_values", address=assumption.address))
    least, most = limits(assumption.estimate)
    low, high = sorted(factor * value for factor in REACH_WITHOUT_INTERVAL)
    return max(low, least), min(high, most)


def _zero_line(at: Callable[..., Array], over_a: Array, over_b: Array, outcomes: Array, near: float) -> Array:
    """For each a the zero nearest to the stated b, refined by Chandrupatla's method (scipy)."""
    from scipy.optimize import elementwise

    line = np.full(len(over_a), np.nan)
    rows, left = np.nonzero(np.sign(outcomes[:, :-1]) * np.sign(outcomes[:, 1:]) < 0)
    zero_rows, zeros = np.nonzero(outcomes == 0)
    found = [(int(i), float(over_b[j])) for i, j in zip(zero_rows, zeros, strict=True)]
    if rows.size:
        refined = elementwise.find_root(at, (over_b[left], over_b[left + 1]), args=(over_a[rows],))
        found += [(int(i), float(b)) for i, b in zip(rows, refined.x, strict=True)]
    for i, b in found:
        if np.isnan(line[i]) or abs(b - near) < abs(line[i] - near):
            line[i] = b
    return line


def _thinned(count: int) -> list[int]:
    """At most so many places, spread evenly, the first and the last among them."""
    return sorted({round(place) for place in np.linspace(0, count - 1, min(count, MOST_SHOWN))})
