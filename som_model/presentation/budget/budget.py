"""The budget as a value: its lines, years and price level, and what the reader should know."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from som_model.errors import Notice
from som_model.presentation.budget.line import BudgetLine, PriceLevel
from som_model.presentation.budget.tidy import tidy_frame
from som_model.presentation.colophon import colophon
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import Language

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, repr=False)
class Budget(ShownInNotebooks):
    """What a programme changes in the municipality's budget: + expense, − income, in fixed prices.

    The sum of all lines in a year is minus the municipality's net of the projection, at the budget's price level.
    """

    scenario: Scenario
    """What was calculated."""
    years: tuple[int, ...]
    """The calendar years of every line's amounts."""
    price_level: PriceLevel
    """The year whose prices the amounts are in, and what moved them there."""
    lines: tuple[BudgetLine, ...]
    """Each line of the scenario that changes the municipality's budget."""
    notices: tuple[Notice, ...]
    """What the reader should know; they never stop a calculation."""

    @property
    def totals(self) -> tuple[float, ...]:
        """All lines together, kr. (year,); + expense, − income."""
        return tuple(fsum(line.amounts[t] for line in self.lines) for t in range(len(self.years)))

    def frame(self, language: Language = "da") -> DataFrame:
        """The tidy form as a pandas DataFrame: a row for each line and year; docs/how-to/budget_file.md has its columns."""
        return tidy_frame(self.lines, self.years, self.price_level, colophon(self.scenario), language)

    def __repr__(self) -> str:
        return f"<Budget {full_title(self.scenario)}: {len(self.lines)} lines, {self.years[0]}-{self.years[-1]}>"
