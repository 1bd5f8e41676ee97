"""From a projection to the municipality's budget: which years, which price level, which lines."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.errors import SomError
from som_model.presentation.budget.budget import Budget
from som_model.presentation.budget.lines import budget_lines, budgeted, prudence_line
from som_model.presentation.budget.notices import line_notices, year_notices
from som_model.presentation.budget.price_level import price_level
from som_model.projection.projection import Projection
from som_model.wording.message import Message

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
    the municipality's net (method, rules 5 to 7). Raises SomError for years outside the period, a price year the series does
    not reach and an index without price_year, UnknownName for a series.
    """
    if not isinstance(projection, Projection):
        raise TypeError(f"budget takes a Projection (som.project gives one), not {type(projection).__name__}")
    kept = _kept(projection.years, from_year, years)
    level, moved = price_level(projection.scenario, price_year, index)
    shown = list(budgeted(projection))
    lines = [each for line in shown for each in budget_lines(projection, line, kept, level.factor)]
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
