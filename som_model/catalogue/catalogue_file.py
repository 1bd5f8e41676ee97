"""The form of a catalogue file."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.quantities import Key, PriceKey, refusal
from som_model.scenario.target_group import GroupDefinition, no_entries_if_null
from som_model.scenario.text import Text
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries, UnitCost


def _version(raw: Any) -> Any:
    if raw != "1":
        raise refusal("catalogue_version", raw=str(raw) if isinstance(raw, str) else "", write="1")
    return raw


class CatalogueFile(Frozen):
    """A catalogue file: prices, target groups and series with their sources."""

    som_catalogue: Annotated[Literal["1"], BeforeValidator(_version)]
    """Version of the catalogue form."""
    title: Text | None = None
    """What the file holds."""
    notes: Text | None = None
    """What the reader should know of it."""
    unit_costs: Annotated[Mapping[PriceKey, UnitCost], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """Prices of one unit; key@2020 is the vintage in 2020 prices."""
    target_groups: Annotated[Mapping[Key, GroupDefinition], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named(
        {}
    )
    """Definitions of target groups."""
    indices: Annotated[Mapping[Key, PriceSeries], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """Price indices."""
    discount_schedules: Annotated[Mapping[Key, DiscountSchedule], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = (
        Named({})
    )
    """Discount rates by years since the base year."""
    payer_rules: Annotated[Mapping[Key, PayerLaw], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """The dated law of payer rules."""
