"""One entry of the catalogue: what is known under one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from som_model.catalogue.built_in import Section
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.target_group import GroupDefinition
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries, UnitCost
from som_model.wording.table import label

Known: TypeAlias = UnitCost | GroupDefinition | PriceSeries | DiscountSchedule | PayerLaw


@dataclass(frozen=True, repr=False)
class Entry:
    """One entry of the catalogue: a price of one year, a target group, a series, a schedule or a payer rule."""

    section: Section
    """unit_costs, target_groups, indices, discount_schedules or payer_rules."""
    name: str
    """How a scenario names it: key, or key@year for a price of one year."""
    value: Known
    """What is known under the name, with the fields that a catalogue file has."""
    own: bool
    """Whether it stands in one of the municipality's own catalogue files."""
    latest: bool = True
    """Whether it is the newest price year of its key."""

    @property
    def key(self) -> str:
        """The name without a price year."""
        return self.name.partition("@")[0]

    @property
    def price_year(self) -> int | None:
        """The year of a price; None for anything else."""
        return self.value.price_year if isinstance(self.value, UnitCost) else None

    def words(self) -> str:
        """Everything of the entry that a search looks at."""
        value = self.value
        said = [value.label.say("da"), value.label.say("en")] if value.label is not None else []
        texts = [getattr(value, field, None) for field in ("law", "topic", "unit", "source", "account")]
        topic = getattr(value, "topic", None)
        texts += [label(f"topic_{topic}", "da"), label(f"topic_{topic}", "en")] if topic else []
        return " ".join([self.name, *said, *(text for text in texts if text)]).casefold()

    def __repr__(self) -> str:
        return f"<Entry {self.name}>"
