"""What a catalogue lacks for a coming year: rates, prices, series and laws that end before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from som_model.catalogue.entries import Catalogue
from som_model.catalogue.entry import Entry
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.unit_cost import PriceSeries, UnitCost
from som_model.wording.message import Message

Lack: TypeAlias = Literal["rate_ends", "price_old", "series_ends", "series_partial", "law_ends"]

OLD = 5
"""Years after which a price that is not set every year is called old."""
YEARLY_TOPICS = ("transfers",)
"""Subjects whose rates are set every year."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """An entry that ends before the coming year."""

    kind: Lack
    name: str
    last: int
    own: bool

    def message(self, year: int) -> Message:
        """What is lacking."""
        return Message.of(f"lacking_{self.kind}", last=self.last, year=year)


def lacking(catalogue: Catalogue, year: int) -> Iterator[Lacking]:
    """Every entry that says nothing of a year, by section and name."""
    for entry in catalogue.find(latest=True):
        value = entry.value
        if isinstance(value, UnitCost) and value.price_year is not None:
            yield from _price(entry, value.price_year, year, yearly=value.topic in YEARLY_TOPICS)
        elif isinstance(value, PriceSeries):
            yield from _series(entry, value, year)
        elif isinstance(value, PayerLaw) and value.known_to < year:
            yield Lacking("law_ends", entry.name, value.known_to, entry.own)


def _price(entry: Entry, last: int, year: int, *, yearly: bool) -> Iterator[Lacking]:
    if yearly and last < year:
        yield Lacking("rate_ends", entry.key, last, entry.own)
    elif not yearly and year - last > OLD:
        yield Lacking("price_old", entry.key, last, entry.own)


def _series(entry: Entry, series: PriceSeries, year: int) -> Iterator[Lacking]:
    """A series is wanted up to the year before the coming one, from which rates are assumed."""
    last = max(known for known, value in series.values.items() if value is not None)
    if last < year - 1:
        yield Lacking("series_ends", entry.name, last, entry.own)
    elif last in series.partial and last < year:
        yield Lacking("series_partial", entry.name, last, entry.own)
