"""A line of a scenario with everything it refers to found: what is counted, how much of it, at which price, and who pays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from som_model.scenario.calendar import Series
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.programme import PER_PERSON, Cost, CostBasis, Funding, Post
from som_model.scenario.target_group import Consequence
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.table import Language

Block: TypeAlias = Literal["consequences", "staffing", "costs", "saved_alternative", "funding"]
Basis: TypeAlias = Literal["success"] | CostBasis
COST_BLOCKS: tuple[Block, ...] = ("costs", "saved_alternative", "funding")
"""Blocks of the programme beside staffing."""
Years: TypeAlias = tuple[bool, ...]
"""For each year of the period, whether something holds in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A consequence, post, cost, saved alternative or funding, counted or not."""

    address: str
    """target_groups.NAME.consequences.NAME or programme.BLOCK.NAME."""
    block: Block
    """Where it stands."""
    stated: Consequence | Post | Cost | Funding
    """The line as it is written."""
    basis: Basis | None
    """What its quantity is counted for; posts go by year. None where an uncounted line states none."""
    field: str
    """The field that holds its quantity: change, annual_cost, fte, hours_per_week, amount or units."""
    quantity: Series | None
    """Units or kr. on the basis; None where an uncounted line states none."""
    unit_cost_key: str | None
    """The unit cost it is priced by, as the scenario holds it; None where the quantity is in kr."""
    unit_cost: UnitCost | None
    """That unit cost; None too where there is none of that name."""
    payers: Payers | None
    """Who pays: the line's own, else the unit cost's, else, of the programme, the programme's. None for funding."""
    payers_at: str
    """The address where those payers are written."""
    realisable: Series | None
    """The part of a consequence's price that leaves the budget: the line's own, else the unit cost's; None is all of it."""
    realisable_at: str
    """The address where that part is written."""
    price_year: int
    """The year whose prices its amount, or its unit cost's, is in."""
    index: str
    """The price index that moves that amount to the scenario's price year."""
    group: str | None
    """The target group of a consequence."""
    groups: tuple[str, ...]
    """The target groups it is counted over, or serves."""
    used: Years
    """The years of the period in which it has a quantity that may differ from 0."""

    @property
    def name(self) -> str:
        """Its key in the scenario."""
        return self.address.rpartition(".")[2]

    @property
    def counted(self) -> bool:
        """Whether its amounts are in any sum."""
        return self.stated.counted

    @property
    def per_person(self) -> bool:
        """Whether its quantity goes by years since entry."""
        return self.basis in ("success", *PER_PERSON)

    @property
    def quantity_at(self) -> str:
        """The address of its quantity."""
        return f"{self.address}.{self.field}"

    @property
    def change_sign(self) -> float:
        """−1 where its quantity counts units saved, +1 where it is a change in units or units bought."""
        return -1.0 if self.block == "saved_alternative" else 1.0

    @property
    def salaried(self) -> bool:
        """Whether a post costs posts or hours × salary, not a yearly cost of its own beside which hours are information."""
        return self.block == "staffing" and self.field != "annual_cost"

    @property
    def residual_value(self) -> bool:
        """Whether equipment has a worth of its own at the end of the period."""
        return isinstance(self.stated, Cost) and self.stated.residual_value is not None

    @property
    def ruled(self) -> bool:
        """Whether it is counted, and a payer rule splits its unit cost in some year."""
        return self.counted and self.unit_cost is not None and self.payers is not None and bool(self.payers.rules())

    def rules(self, calendar: tuple[int, ...]) -> Iterator[tuple[int, str, PayerRule]]:
        """(calendar year, address of the split, rule) of each used year that follows a rule."""
        if self.payers is None:
            return
        for year, slot, used in zip(calendar, self.payers.in_years(calendar), self.used, strict=False):
            if slot is not None and used and isinstance(slot.value, PayerRule):
                yield year, f"{self.payers_at}.{slot.element}" if slot.element else self.payers_at, slot.value

    def title(self, language: Language = "da") -> str:
        """Its title, its unit cost's label, or its name."""
        if self.stated.title is not None:
            return self.stated.title.say(language)
        if self.unit_cost is not None and self.unit_cost.label is not None:
            return self.unit_cost.label.say(language)
        return self.name
