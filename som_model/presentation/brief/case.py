"""The case that is put before a council: a calculation in one language, and the words that every section says it in."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cached_property

from som_model.analysis.review.questions import review
from som_model.analysis.review.remark import Review
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.tornado import Tornado, tornado
from som_model.presentation.brief.calculated import Alternatives, Ranked, alternatives, ranked
from som_model.presentation.brief.harmless import lowered
from som_model.presentation.brief.pages import AMPLE, Room
from som_model.presentation.described.amounts import years_said
from som_model.presentation.key_figures import KEY_FIGURES
from som_model.projection.projection import Projection
from som_model.resolved.assumption import Assumption
from som_model.resolved.titles import group_title
from som_model.scenario.scenario import Scenario
from som_model.wording.numbers import number
from som_model.wording.table import Language, phrase

THOUSANDS_FROM = 10_000.0
MILLIONS_FROM = 1e9
UNITS = {1.0: "kroner", 1e3: "thousand_kr", 1e6: "million_kr"}


@dataclass(frozen=True)
class Case:
    """A calculation and what is asked of it, each made once, where a section asks for it."""

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

    @cached_property
    def figures(self) -> dict[str, float]:
        """The key figures of the base case by their names; 0 where one is not defined."""
        return {figure.key: figure.value(self.projection) or 0.0 for figure in KEY_FIGURES}

    def said(self, key: str, **values: str | int) -> str:
        """A text of the table of words in the language of the case."""
        return phrase(key, self.language).format(**values)

    def more(self, key: str, count: int) -> tuple[str, ...]:
        """How many more there are than a list shows, in words of their own for one; nothing where it shows all."""
        return (self.said(key if count > 1 else f"{key}_one", count=count),) if count > 0 else ()

    def named(self, assumption: Assumption) -> str:
        """What an assumption is called; without the target group where there is one only, which the question names."""
        title = assumption.title(self.language)
        if len(self.scenario.target_groups) != 1:
            return title
        group = group_title(self.scenario, next(iter(self.scenario.target_groups)), self.language)
        return title.removesuffix(f", {group}").removesuffix(f", {lowered(group)}")

    @property
    def years(self) -> str:
        """'2017-2021', or the one year."""
        return years_said(self.projection.years)

    @cached_property
    def per(self) -> float:
        """Kr. in one unit of the tables: 1.000 kr. as councils read them; kr. where all is small, mio. kr. where a table would
        not hold it."""
        amounts = (self.projection.net, self.projection.accumulated, self.projection.savings, self.projection.programme_cost)
        largest = max((float(abs(by_payer).max()) for by_payer in amounts if by_payer.size), default=0.0)
        return 1e6 if largest >= MILLIONS_FROM else 1e3 if largest >= THOUSANDS_FROM else 1.0

    def in_unit(self, amount: float) -> str:
        """An amount as the tables show it: rounded once, from the projection's own."""
        return number(amount / self.per, self.language, 0)

    def level(self, *, ledger: bool = False) -> str:
        """The unit of the tables, the price level, and that amounts are not discounted: '1.000 kr., 2017-priser, ikke …'

        ledger: with the sign of municipal budgets for a price level that holds prices and pay.
        """
        level = self.said("price_level", unit=self.said(UNITS[self.per]), price_year=self.scenario.price_year)
        return f"{self.said('brief_ledger_prices', level=level) if ledger else level}, {self.said('not_discounted')}"
