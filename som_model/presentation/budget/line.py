"""One line of a budget, and the price level its amounts are in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from som_model.scenario.quantities import Area
from som_model.wording.message import Message

BudgetCategory: TypeAlias = Literal[
    "staffing",
    "preparation",
    "training",
    "operation",
    "equipment",
    "residual",
    "saved_alternative",
    "funding",
    "consequences",
    "prudence",
]
Item: TypeAlias = Literal["expense", "income", "state_refund", "allowance"]
Dranst: TypeAlias = Literal[1, 2, 3]
"""Kind of account in the authorised chart: 1 operation (drift), 2 state refund (statsrefusion), 3 capital (anlæg)."""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of the municipality's budget, in its sign: + expense, − income."""

    address: str
    """The scenario's line; `prudence` for the allowance for optimism."""
    title: Message
    """What readers see as its name; `say(language)` gives the text."""
    committee: str | None
    """The political committee whose budget it is; None where it is not stated."""
    area: Area | None
    """The budget area (styringsområde): service, transfers, capital, co_financing or other; None where it is not stated."""
    account: str | None
    """The account in the municipal chart of accounts, as text; None where it is not stated."""
    dranst: Dranst | None
    """Kind of account, 1 operation, 2 state refund or 3 capital; None where the budget area does not tell."""
    category: BudgetCategory
    """What the line is of: staffing, the category of a cost, saved_alternative, funding, consequences or prudence."""
    item: Item
    """expense, income, state_refund, or allowance for the allowance for optimism."""
    amounts: tuple[float, ...]
    """Kr. at the budget's price level, one for each of its years; + expense, − income."""


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The year whose prices the amounts are in, and what moved them there from the scenario's price year."""

    year: int
    """The year whose prices the amounts are in."""
    index: str | None = None
    """Name of the price index; None where nothing was moved."""
    factor: float = 1.0
    """What amounts in the scenario's prices were multiplied by."""
