"""What the reader of a budget should know: years left out, lines without a place, refunds taken for granted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from som_model.errors import Notice
from som_model.presentation.budget.line import BudgetLine
from som_model.presentation.budget.lines import MUNICIPALITY, BudgetedLine
from som_model.projection.projection import Projection
from som_model.resolved.transition import line_at
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


def year_notices(projection: Projection, kept: slice, asked: int | None, factor: float) -> Iterator[Notice]:
    """What years of the period outside the budget hold, and that the period ends before the years asked for."""
    years, net = projection.years, -projection.net[MUNICIPALITY] * factor
    for left in (slice(0, kept.start), slice(kept.stop, len(years))):
        if years[left]:
            amount = float(np.round(net[left].sum(), 2)) + 0.0
            said = Message.of("budget_years_left_out", years=_spell(years[left]), amount=amount)
            yield Notice("period", said)
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
    yield from _recalled(scenario, dict.fromkeys(line.address for line in expenses))
    refunded = [line for line in shown if np.any(line.refund[kept])]
    taken = tuple(line.made.address for line in refunded if _stated_refund(line, kept))
    if taken:
        yield Notice("", Message.of("budget_refund_stated", lines=taken))
    apart = tuple(_elsewhere(line, scenario.period.calendar, kept) for line in refunded if np.any(line.elsewhere[kept]))
    if apart:
        yield Notice("", Message.of("budget_refund_elsewhere", lines=apart))
    if any(line.item == "allowance" for line in lines):
        yield Notice("prudence", Message.of("budget_allowance_line"))


def _elsewhere(line: BudgetedLine, calendar: Sequence[int], kept: slice) -> str:
    """The line, and the years shown whose refund has a function of its own."""
    years = [year for year, apart in zip(calendar[kept], line.elsewhere[kept], strict=True) if apart]
    return f"{line.made.address} ({_spell(years)})"


def _stated_refund(line: BudgetedLine, kept: slice) -> bool:
    """Whether the state's share of some year shown is stated, and not given by a payer rule."""
    return any(amount and rule is None for amount, rule in zip(line.refund[kept], line.rules[kept], strict=True))


def _recalled(scenario: Scenario, addresses: Iterable[str]) -> Iterator[Notice]:
    """Accounts taken from a unit cost that grades them assumed."""
    for address in addresses:
        line = line_at(scenario, address)
        reference = getattr(line, "unit_cost", None)
        if reference is None or getattr(line, "account", None):
            continue
        cost = scenario.unit_cost(reference)
        if cost.account and cost.account_quality == "assumed":
            key = scenario.record.references.get(reference, reference)
            yield Notice(f"unit_costs.{key}.account", Message.of("account_recalled", account=cost.account))
