"""What the result hangs on: each assumption with an interval is moved from its low to its high, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from som_model.analysis.addressed import ends_of
from som_model.analysis.outcome import HALF_OERE, Measure, Outcome, outcomes_over
from som_model.projection.projection import Projection, project
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures, says_nothing
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.numbers import kroner
from som_model.wording.parties import TOTAL
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import DEFAULT_LANGUAGE, Language, phrase


@dataclass(frozen=True)
class Swing:
    """One assumption moved over its interval; value, low and high in the unit of its field, outcomes in kr."""

    assumption: Assumption
    """The assumption that was moved."""
    low: float
    """The low end of its 95 % interval, or the least of pert and triangular, in the unit of its field."""
    high: float
    """The high end of its 95 % interval, or the greatest of pert and triangular, in the unit of its field."""
    at_low: float
    """The outcome at the low end, kr."""
    at_high: float
    """The outcome at the high end, kr."""
    base: float
    """The outcome at the stated values, kr."""

    @property
    def address(self) -> str:
        """Where the assumption stands."""
        return self.assumption.address

    @property
    def value(self) -> float:
        """The stated value."""
        return self.assumption.estimate.value or 0.0

    @property
    def width(self) -> float:
        """From the least to the greatest of the outcomes at low, high and the stated values, kr."""
        outcomes = (self.at_low, self.at_high, self.base)
        return max(outcomes) - min(outcomes)

    def label(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """'Succesrate, borgere med svær psykisk lidelse og misbrug (20 % – 40 %)'"""
        return f"{self.assumption.title(language)} ({self.assumption.interval(self.low, self.high, language)})"


@dataclass(frozen=True, repr=False)
class Tornado(ShownInNotebooks):
    """The outcome over each assumption's interval, widest first."""

    projection: Projection
    """The base case."""
    outcome: Measure
    """What is looked at: accumulated_net or net_present_value."""
    payer: str
    """Whose: a payer, or total for the public purse."""
    base: float
    """The outcome at the stated values, kr."""
    rows: tuple[Swing, ...]
    """One swing for each assumption with an interval, widest first; a tornado can also be indexed and looped over."""
    not_swung: tuple[str, ...]
    """Addresses that counted lines use and that have no interval: they stand still."""

    @property
    def scenario(self) -> Scenario:
        """What was calculated."""
        return self.projection.scenario

    def __iter__(self) -> Iterator[Swing]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> Swing:
        return self.rows[index]

    def title(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Scenario and outcome."""
        outcome = Outcome(self.outcome, self.payer).message().say(language)
        return phrase("tornado_title", language).format(title=full_title(self.scenario, language), outcome=outcome)

    def say(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """What matters most, which intervals decide between gain and loss, and how many assumptions stood still."""
        if not self.rows:
            return self.nothing_to_swing(language)
        widest = self.rows[0]
        sentences = [
            phrase("swings_most" if widest.width >= HALF_OERE else "swings_nothing", language).format(
                title=widest.assumption.title(language),
                low=widest.assumption.say(widest.low, language),
                high=widest.assumption.say(widest.high, language),
                outcome=Outcome(self.outcome, self.payer).message().say(language),
                at_low=kroner(round(widest.at_low), language),
                at_high=kroner(round(widest.at_high), language),
                base=kroner(round(self.base), language),
            )
        ]
        deciding = [row.assumption.title(language) for row in self.rows if decides_sign(row)]
        if deciding:
            sentences.append(phrase("swings_deciding", language).format(listed="; ".join(deciding)))
        if self.not_swung:
            sentences.append(self.say_still(language))
        return " ".join(sentences)

    def say_still(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """How many figures have no interval, and how many of them are defaults that nobody has changed."""
        count, known = len(self.not_swung), dict(figures(self.scenario))
        still = phrase("swings_still_one" if count == 1 else "swings_still", language).format(count=count)
        defaults = sum(says_nothing(address, known[address]) for address in self.not_swung)
        if not defaults:
            return still
        key = "swings_defaults_all" if defaults == count else "swings_defaults_one" if defaults == 1 else "swings_defaults"
        return f"{still} {phrase(key, language).format(count=defaults)}"

    def nothing_to_swing(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """That no assumption has low and high, and the line to write for one of the scenario's own."""
        known = dict(figures(self.scenario))
        stated = [address for address in self.not_swung if known[address].value]
        rates = [address for address in stated if address.endswith(".success_rate")]
        address = next(iter([*rates, *stated, *self.not_swung]), None)
        if address is None:
            return phrase("nothing_used", language)
        value = f"{known[address].value or 0.0:.10f}".rstrip("0").rstrip(".")
        return phrase("nothing_to_swing", language).format(address=address, value=value)

    def __repr__(self) -> str:
        return f"<Tornado {full_title(self.scenario)}: {len(self)}; {self.say()}>"


def decides_sign(row: Swing) -> bool:
    """Whether a gain at one end is a loss at the other, amounts rounded to 0.01 kr."""
    ends = [round(amount, 2) for amount in (row.at_low, row.at_high, row.base)]
    return min(ends) < 0 <= max(ends)


def tornado(scenario: Scenario, outcome: Measure = "accumulated_net", payer: str = TOTAL) -> Tornado:
    """The outcome in kr. at both ends of each assumption's interval, all others at their stated values; widest first.

    outcome: accumulated_net or net_present_value. payer: a payer (municipality, region, state, citizen), or the public total.
    Only assumptions with low and high are swung, and observed shares. The ends are those of the 95 % interval: low and
    high themselves where they are it, or are the extremes of pert and triangular; with another `interval` the 2.5 % and
    97.5 % quantiles of the fitted distribution; of an observed share Jeffreys' interval. The others that counted lines
    use are listed in `not_swung` (method.md: One or two figures moved).
    Raises UnknownName for another outcome or payer, MissingFigures as project does.
    """
    asked = Outcome(outcome, payer)
    projection = project(scenario)
    used = {address: estimate for address, estimate in figures(scenario) if address in projection.asked}
    ranges = {address: ends for address, estimate in used.items() if (ends := ends_of(estimate)) is not None}
    outcomes = outcomes_over(scenario, {address: {address: np.array(reach)} for address, reach in ranges.items()}, asked)
    base = float(asked.of(projection.balance))
    rows = [
        Swing(Assumption(scenario, address, used[address]), *ranges[address], float(at_low), float(at_high), base)
        for address, (at_low, at_high) in outcomes.items()
    ]
    still = tuple(address for address in used if address not in ranges)
    return Tornado(projection, outcome, payer, base, tuple(sorted(rows, key=lambda row: -round(row.width, 2))), still)
