"""What a brief is made from: the calculation, its simulation, and what else is asked of it, each made once."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cached_property

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.review.questions import review
from som_model.analysis.review.remark import Review
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.tornado import Tornado, tornado
from som_model.presentation.brief.alternatives import Alternatives, alternatives
from som_model.presentation.brief.harmless import cut
from som_model.presentation.brief.ranking import Ranked, ranked
from som_model.presentation.brief.room import AMPLE, Room
from som_model.presentation.described.amounts import years_said
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.assumption import Assumption
from som_model.resolved.titles import group_title, scenario_title
from som_model.resolved.transition import split_not_known
from som_model.scenario.scenario import Scenario
from som_model.wording.numbers import number
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import Language, phrase

THOUSANDS_FROM = 10_000.0
MILLIONS_FROM = 1e9
UNITS = {1.0: "kroner", 1e3: "thousand_kr", 1e6: "million_kr"}
MOSTLY = 0.5


@dataclass(frozen=True)
class Case:
    """One calculation to be put before a council, in one language."""

    simulated: Simulation
    language: Language
    room: Room = AMPLE
    """How much of each list and text there is room for."""

    def within(self, room: Room) -> Case:
        """The same case in other room; what has been calculated already is not made again."""
        same = copy(self)
        object.__setattr__(same, "room", room)
        return same

    @property
    def projection(self) -> Projection:
        """The base case: every number of the brief's tables is its."""
        return self.simulated.base

    @property
    def scenario(self) -> Scenario:
        """What was calculated."""
        return self.projection.scenario

    @cached_property
    def swung(self) -> Tornado:
        """What the result hangs on."""
        return tornado(self.scenario)

    @cached_property
    def ranked(self) -> tuple[Ranked, ...]:
        """The assumptions, the one that matters most first."""
        return ranked(self.projection)

    @cached_property
    def reviewed(self) -> Review:
        """What a critical reader would ask."""
        return review(self.scenario)

    @cached_property
    def alternatives(self) -> Alternatives:
        """What the other variants of the file come to."""
        return alternatives(self.projection)

    @property
    def title(self) -> str:
        """Scenario and variant, cut where they are very long; and that something was changed, which is told below."""
        scenario, title = self.scenario, scenario_title(self.scenario, self.language)
        if scenario.variant is not None:
            said = scenario.variants[scenario.variant].title
            title += f": {said.say(self.language) if said is not None else scenario.variant}"
        title = cut(title, self.room.title)
        return self.said("brief_changed", title=title) if scenario.record.changed else title

    @property
    def years(self) -> str:
        """'2017-2021', or the one year."""
        return years_said(self.projection.years)

    def said(self, key: str, **values: str | int) -> str:
        """A text of the table of words in the language of the case."""
        return phrase(key, self.language).format(**values)

    def named(self, assumption: Assumption) -> str:
        """What an assumption is called; without the target group where there is one only, which the question names."""
        title = assumption.title(self.language)
        if len(self.scenario.target_groups) != 1:
            return title
        group = group_title(self.scenario, next(iter(self.scenario.target_groups)), self.language)
        return title.removesuffix(f", {group}").removesuffix(f", {group[:1].lower()}{group[1:]}")

    def interval(self, assumption: Assumption, low: float, high: float) -> str:
        """'20 % – 40 %'; '−43,8 til −10' where an end is below 0, so that no dash stands before a minus."""
        said = assumption.interval(low, high, self.language)
        return said.replace(" – ", self.said("brief_to")) if min(low, high) < 0 else said

    def cost_of(self, payer: str) -> Array:
        """Programme cost of a payer or of the public total, kr. (year,)."""
        return self._of(self.projection.programme_cost, payer)

    def savings_of(self, payer: str) -> Array:
        """Savings of a payer or of the public total, kr. (year,)."""
        return self._of(self.projection.savings, payer)

    def _of(self, amounts: Array, payer: str) -> Array:
        if payer == TOTAL:
            return self.projection.total(amounts)
        row: Array = amounts[self.projection.payers.index(payer)]
        return row

    def net_of(self, payer: str) -> float:
        """Accumulated net of a payer or of the public total, kr."""
        return self.projection.accumulated_net_by_payer[payer]

    def is_touched(self, payer: str) -> bool:
        """Whether a payer saves or pays anything in any year; of the public total whether any public payer does, as what some
        pay and others gain may come to nothing."""
        if payer == TOTAL:
            return any(self.is_touched(each) for each in PUBLIC_PAYERS)
        return bool((abs(self.cost_of(payer)) >= HALF_OERE).any() or (abs(self.savings_of(payer)) >= HALF_OERE).any())

    @cached_property
    def alone(self) -> bool:
        """Whether the municipality is the only public payer that gains or pays."""
        return not any(self.is_touched(payer) for payer in PUBLIC_PAYERS if payer != "municipality")

    @cached_property
    def split_is_known(self) -> bool:
        """Whether it may be told who gains."""
        return split_is_known(self.projection)

    @cached_property
    def discounts(self) -> bool:
        """Whether a krone of a later year counts for less than one of the first."""
        return bool((abs(self.projection.discount_factors - 1) > 1e-12).any())

    @cached_property
    def divisor(self) -> float:
        """Kr. in one unit of the tables: 1.000 kr. as councils read them; kr. where all is small, mio. kr. where a table would
        not hold it."""
        amounts = (self.projection.net, self.projection.accumulated, self.projection.savings, self.projection.programme_cost)
        largest = max((float(abs(each).max()) for each in amounts if each.size), default=0.0)
        return 1e6 if largest >= MILLIONS_FROM else 1e3 if largest >= THOUSANDS_FROM else 1.0

    @property
    def unit_key(self) -> str:
        """The key of the unit of the tables in the table of words."""
        return UNITS[self.divisor]

    @property
    def unit(self) -> str:
        """The unit of the tables: '1.000 kr.'"""
        return self.said(self.unit_key)

    def say(self, amount: float) -> str:
        """An amount as the tables show it: rounded once, from the projection's own."""
        return number(amount / self.divisor, self.language, 0)

    def level(self, *, ledger: bool = False) -> str:
        """The unit of the tables, the price level, and that amounts are not discounted: '1.000 kr., 2017-priser, ikke …'

        ledger: with the sign of municipal budgets for a price level that holds prices and pay.
        """
        said = self.said("price_level", unit=self.unit, price_year=self.scenario.price_year)
        return f"{self.said('brief_ledger_prices', level=said) if ledger else said}, {self.said('not_discounted')}"


def split_is_known(projection: Projection) -> bool:
    """Whether it may be told who gains: stand-ins for an unknown split hold at most half of what moves."""
    unknown = set(split_not_known(projection.scenario))
    made, found = projection.inputs, projection.balance
    moved = [
        (line.address in unknown, float(abs(projection.total(amounts)).sum()))
        for lines, by_line in ((made.consequences, found.savings_by_line), (made.programme, found.cost_by_line))
        for line, amounts in zip(lines, by_line, strict=True)
    ]
    return sum(amount for stand_in, amount in moved if stand_in) <= MOSTLY * sum(amount for _, amount in moved)
