"""The budget of a projection: its lines by year in the municipality's sign and price level, and what to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

import numpy as np

from som_model.errors import Notice, SomError
from som_model.presentation.budget.line import BudgetLine, PriceLevel, tidy_frame
from som_model.presentation.budget.lines import MUNICIPALITY, BudgetedLine, budget_lines, budgeted, prudence_line
from som_model.presentation.budget.price_level import price_level
from som_model.presentation.colophon import colophon
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
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


def year_notices(projection: Projection, kept: slice, asked: int | None, factor: float) -> Iterator[Notice]:
    """What years of the period outside the budget hold, and that the period ends before the years asked for."""
    years, net = projection.years, -projection.net[MUNICIPALITY] * factor
    for left in (slice(0, kept.start), slice(kept.stop, len(years))):
        if years[left]:
            amount = float(np.round(net[left].sum(), 2)) + 0.0
            told = Message.of("budget_years_left_out", years=_spell(years[left]), amount=amount)
            yield Notice("period", told)
    if asked is not None and kept.start + asked > len(years):
        yield Notice("period", Message.of("budget_period_ends", last=years[-1], asked=asked, shown=kept.stop - kept.start))


def _spell(years: Sequence[int]) -> str:
    """Years as runs: 2024-2026, 2029."""
    begins = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in zip(begins, ends, strict=True))


def line_notices(scenario: Scenario, shown: Sequence[BudgetedLine], lines: Sequence[BudgetLine], kept: slice) -> Iterator[Notice]:
    """Lines without account, committee or area, accounts from memory, refunds that no rule gives, and prudence."""
    expenses = [line for line in lines if line.item not in ("state_refund", "allowance")]
    if not lines:
        yield Notice("", Message.of("budget_empty"))
    for field in ("account", "committee", "area"):
        without = tuple(dict.fromkeys(line.address for line in expenses if getattr(line, field) is None))
        if without:
            yield Notice("", Message.of(f"budget_without_{field}", lines=without))
    for line_at in dict.fromkeys(line.address for line in expenses):
        line = scenario.line(line_at)
        cost = None if getattr(line.stated, "account", None) else line.unit_cost
        if cost is not None and cost.account and cost.account_quality == "assumed":
            yield Notice(f"unit_costs.{line.unit_cost_key}.account", Message.of("account_recalled", account=cost.account))
    stated, apart = [], []
    for budgeted_line in shown:
        at, refund = budgeted_line.arrays.address, budgeted_line.refund[kept]
        if any(amount and rule is None for amount, rule in zip(refund, budgeted_line.rules[kept], strict=True)):
            stated.append(at)
        calendar, elsewhere = scenario.period.calendar[kept], budgeted_line.elsewhere[kept]
        if own_function := [year for year, booked in zip(calendar, elsewhere, strict=True) if booked]:
            apart.append(f"{at} ({_spell(own_function)})")
    if stated:
        yield Notice("", Message.of("budget_refund_stated", lines=tuple(stated)))
    if apart:
        yield Notice("", Message.of("budget_refund_elsewhere", lines=tuple(apart)))
    if any(line.item == "allowance" for line in lines):
        yield Notice("prudence", Message.of("budget_allowance_line"))


YEARS = 4
"""The budget year and the three years of estimates (budgetoverslagsår) that a Danish municipality adopts with it."""


def budget(
    projection: Projection,
    *,
    from_year: int | None = None,
    years: int | None = YEARS,
    price_year: int | None = None,
    index: str | None = None,
) -> Budget:
    """What the programme changes in the municipality's budget: kr. in its sign, + expense, − income, in fixed prices.

    from_year: the budget year; the first of the period unless given. years: how many from there, 4 unless given; those
    beyond the period are left out; None for all to the end of the period. price_year: the scenario's unless given. index:
    the series that moves the amounts there; the scenario's price index unless named. Where the state shares an expense with
    the municipality, the expense is gross and the state's share a refund line of its own. All lines of a year sum to minus
    the municipality's net (method.md: Savings, Programme cost, Net and discounting). Raises SomError for years outside the
    period, a price year the series does
    not reach and an index without price_year, UnknownName for a series.
    """
    if not isinstance(projection, Projection):
        raise TypeError(f"budget takes a Projection (som.project gives one), not {type(projection).__name__}")
    kept = _kept(projection.years, from_year, years)
    level, moved = price_level(projection.scenario, price_year, index)
    shown = list(budgeted(projection))
    lines = [booked for line in shown for booked in budget_lines(projection, line, kept, level.factor)]
    allowance = prudence_line(projection, kept, level.factor)
    lines += [allowance] if allowance is not None else []
    notices = (
        *moved,
        *year_notices(projection, kept, years, level.factor),
        *line_notices(projection.scenario, shown, lines, kept),
    )
    return Budget(projection.scenario, projection.years[kept], level, tuple(lines), tuple(dict.fromkeys(notices)))


def _kept(period: Sequence[int], from_year: int | None, years: int | None) -> slice:
    """Which years of the period stand in the budget. Raises SomError where there are none."""
    if years is not None and years < 1:
        raise SomError(Message.of("budget_years_below_one", years=years))
    first = period[0] if from_year is None else from_year
    if first not in period:
        raise SomError(Message.of("budget_outside_period", year=first, first=period[0], last=period[-1]))
    begin = period.index(first)
    return slice(begin, len(period) if years is None else min(begin + years, len(period)))
