"""The municipality's lines of a projection, in its own sign, with expenses gross and state refunds beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from som_model.presentation.budget.line import BudgetCategory, BudgetLine, Dranst
from som_model.projection.arrays import LineInputs
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import group_title
from som_model.scenario.programme import Cost, Funding
from som_model.scenario.quantities import Area
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.parties import PAYERS
from som_model.wording.table import Language, phrase

Flags: TypeAlias = NDArray[np.bool_]
MUNICIPALITY, STATE = PAYERS.index("municipality"), PAYERS.index("state")
ELSEWHERE = ("costly_case",)
"""Payer rules whose refund has a function of its own in the chart of accounts, apart from the expense."""
DRANST: dict[Area, Dranst] = {"service": 1, "transfers": 1, "co_financing": 1, "capital": 3}
"""Kind of account of a budget area; other areas do not tell."""
TOLD_APART: tuple[BudgetCategory, ...] = ("residual", "saved_alternative", "funding")


@dataclass(frozen=True)
class BudgetedLine:
    """A line of the projection as the municipality budgets it: + expense, − income, kr. (year,)."""

    arrays: LineInputs
    amounts: Array
    """What the municipality carries in the end."""
    refund: Array
    """The state's share where the municipality pays and is refunded; 0 elsewhere. Gross = amounts + refund."""
    rules: tuple[str | None, ...]
    """The payer rule of each year; None where shares are stated."""

    @property
    def elsewhere(self) -> Flags:
        """(year,) whether there is a refund that has another function than the expense."""
        return np.array([rule in ELSEWHERE for rule in self.rules], dtype=np.bool_) & np.not_equal(self.refund, 0)


def budgeted(projection: Projection) -> Iterator[BudgetedLine]:
    """Every counted line, with consequences first, then the programme, in the municipal sign
    (method.md: Savings, Programme cost).
    """
    scenario, balance, inputs = projection.scenario, projection.balance, projection.inputs
    rules = {
        (line.address, year): split.rule
        for line in scenario.lines
        if line.ruled
        for year, _, split in line.rules(scenario.period.calendar)
    }
    signed = [
        *((line, -amounts) for line, amounts in zip(inputs.consequences, balance.savings_by_line, strict=True)),
        *((line, amounts) for line, amounts in zip(inputs.programme, balance.cost_by_line, strict=True)),
    ]
    for line, amounts in signed:
        # Where municipality and state both pay an expense, the state's part comes as a refund.
        expense = line.block != "funding" and not _is_income(scenario, line)
        pays = np.any(line.shares != 0, axis=1)
        refund = np.where(expense & pays[MUNICIPALITY] & pays[STATE], amounts[STATE], 0.0)
        named = tuple(rules.get((line.address, year)) for year in projection.years)
        yield BudgetedLine(line, amounts[MUNICIPALITY], refund, named)


def _is_income(scenario: Scenario, line: LineInputs) -> bool:
    cost = scenario.line(line.address).unit_cost
    return line.block == "consequences" and cost is not None and cost.kind == "income"


def budget_lines(projection: Projection, line: BudgetedLine, kept: slice, factor: float) -> Iterator[BudgetLine]:
    """The line, and its refund where there is one, in the years kept and moved by the factor; nothing where all is 0.

    The refund stands on the expense's account, and apart from it, without account, that of the years booked elsewhere.
    """
    gross = _gross_line(projection, line, (line.amounts + line.refund)[kept] * factor)
    if any(gross.amounts):
        yield gross
    refund, elsewhere = _amounts(-line.refund[kept] * factor), line.elsewhere[kept]
    title = _both(lambda language: phrase("budget_refund_of", language).format(title=gross.title.say(language)))
    dranst: Dranst = 3 if gross.area == "capital" else 2
    accounts = {None: np.ones_like(elsewhere)} if gross.account is None else {gross.account: ~elsewhere, None: elsewhere}
    for account, booked in accounts.items():
        amounts = _amounts(np.where(booked, refund, 0.0))
        if any(amounts):
            yield replace(gross, title=title, item="state_refund", account=account, dranst=dranst, amounts=amounts)


def prudence_line(projection: Projection, kept: slice, factor: float) -> BudgetLine | None:
    """The municipality's part of the allowance for optimism; None where there is none."""
    balance = projection.balance
    allowed = (balance.prudence_on_cost - balance.prudence_on_savings)[MUNICIPALITY]
    amounts = _amounts(allowed[kept] * factor)
    title = _both(lambda language: phrase("budget_allowance", language))
    return BudgetLine("prudence", title, None, None, None, None, "prudence", "allowance", amounts) if any(amounts) else None


def _gross_line(projection: Projection, line: BudgetedLine, amounts: Array) -> BudgetLine:
    scenario, block, address = projection.scenario, line.arrays.block, line.arrays.address
    own = scenario.line(address).stated
    if block == "costs":
        assert isinstance(own, Cost)
        category: BudgetCategory = own.category
    else:
        category = block
    received = isinstance(own, Funding) and own.received_by == "municipality"
    income = received or block == "residual" or _is_income(scenario, line.arrays)
    area: Area | None = stated(scenario, address, "area")
    return BudgetLine(
        address=address,
        title=_both(lambda language: _title(scenario, address, category, language)),
        committee=stated(scenario, address, "committee"),
        area=area,
        account=stated(scenario, address, "account"),
        dranst=DRANST.get(area) if area is not None else None,
        category=category,
        item="income" if income else "expense",
        amounts=_amounts(amounts),
    )


def stated(scenario: Scenario, address: str, field: str) -> Any:
    """committee, area or account of a line: its own, else its unit cost's; None where neither states it."""
    line = scenario.line(address)
    own = getattr(line.stated, field, None)
    return own or (getattr(line.unit_cost, field) if line.unit_cost is not None else None) or None


def _title(scenario: Scenario, address: str, category: BudgetCategory, language: Language) -> str:
    title = scenario.line(address).title(language)
    if address.startswith("target_groups.") and len(scenario.target_groups) > 1:
        return f"{title} ({group_title(scenario, address.split('.')[1], language)})"
    return f"{title} ({phrase(category, language).lower()})" if category in TOLD_APART else title


def _both(say: Any) -> Message:
    return Message.of("as_written", da=say("da"), en=say("en"))


def _amounts(amounts: Array) -> tuple[float, ...]:
    return tuple(float(amount) + 0.0 for amount in amounts)
