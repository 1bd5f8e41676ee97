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
    committee: str | None
    area: Area | None
    account: str | None
    dranst: Dranst | None
    """None where the budget area does not tell."""
    category: BudgetCategory
    item: Item
    amounts: tuple[float, ...]
    """Kr. at the budget's price level, one for each of its years; + expense, − income."""


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The year whose prices the amounts are in, and what moved them there from the scenario's price year."""

    year: int
    index: str | None = None
    """Name of the price index; None where nothing was moved."""
    factor: float = 1.0
