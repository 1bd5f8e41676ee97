"""The files of the catalogue: where the built-in ones lie, and the form of each."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, get_args

from pydantic import AfterValidator, BeforeValidator

from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.quantities import Key, PriceKey, refusal
from som_model.scenario.target_group import GroupDefinition, no_entries_if_null
from som_model.scenario.text import Text
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries, UnitCost

DATA = Path(__file__).parent / "data"
VERSIONS = DATA / "versions"
"""A file for each version: what calculations rested on. `python docs/make.py --catalogue-version YYYY.N` writes the next."""
VERSION = max((path.stem for path in VERSIONS.glob("*.json")), key=lambda name: [int(part) for part in name.split(".")])
"""Version of the built-in catalogue, YYYY.N: the newest that has a file."""

Section: TypeAlias = Literal["unit_costs", "target_groups", "indices", "discount_schedules", "payer_rules"]
SECTIONS: tuple[Section, ...] = get_args(Section)
"""Each section is a folder of catalogue files."""

_ENTRY = re.compile(r"^  ([^\W\d][\w@]*):", re.MULTILINE)


@cache
def contents(section: str) -> dict[str, Path]:
    """Entry → the file that holds it, found without parsing, so that only what is used is parsed.

    Entries stand two spaces in under the one section of their file; a test holds this against the parsed files.
    """
    file_of: dict[str, Path] = {}
    for path in sorted((DATA / section).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        file_of.update(dict.fromkeys(_ENTRY.findall(text, text.index(f"\n{section}:")), path))
    return file_of


def _first_version(raw: Any) -> Any:
    if raw != "1":
        raise refusal("catalogue_version", raw=str(raw) if isinstance(raw, str) else "", write="1")
    return raw


V = TypeVar("V")
ByKey = Annotated[Mapping[Key, V], AfterValidator(Named), BeforeValidator(no_entries_if_null)]
ByPriceKey = Annotated[Mapping[PriceKey, V], AfterValidator(Named), BeforeValidator(no_entries_if_null)]


class CatalogueFile(Frozen):
    """A catalogue file: prices, target groups and series with their sources."""

    som_catalogue: Annotated[Literal["1"], BeforeValidator(_first_version)]
    """Version of the catalogue form."""
    title: Text | None = None
    """What the file holds."""
    notes: Text | None = None
    """What the reader should know of it."""
    unit_costs: ByPriceKey[UnitCost] = Named({})
    """Prices of one unit; key@2020 is the vintage in 2020 prices."""
    target_groups: ByKey[GroupDefinition] = Named({})
    """Definitions of target groups."""
    indices: ByKey[PriceSeries] = Named({})
    """Price indices."""
    discount_schedules: ByKey[DiscountSchedule] = Named({})
    """Discount rates by years since the base year."""
    payer_rules: ByKey[PayerLaw] = Named({})
    """The dated law of payer rules."""
