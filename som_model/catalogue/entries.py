"""The catalogue as a value: what is known, entry by entry, to be searched; and what it lacks for a coming year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from som_model.catalogue.files import Section
from som_model.errors import UnknownName
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.payers import PayerRule
from som_model.scenario.target_group import GroupDefinition
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries, UnitCost
from som_model.wording.message import Message
from som_model.wording.parties import PAYERS
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import LANGUAGES, label

FILTERS = ("area", "topic")
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
        labels = [self.value.label.say(language) for language in LANGUAGES] if self.value.label is not None else []
        fields = [getattr(self.value, field, None) for field in ("law", "topic", "unit", "source", "account")]
        topic = getattr(self.value, "topic", None)
        topics = [label(f"topic_{topic}", language) for language in LANGUAGES] if topic else []
        return " ".join([self.name, *labels, *(text for text in fields if text), *topics]).casefold()

    def __repr__(self) -> str:
        return f"<Entry {self.name}>"


@dataclass(frozen=True, repr=False)
class Catalogue(ShownInNotebooks):
    """What is known: own catalogue files first, then the built-in catalogue."""

    version: str
    """Version of the built-in catalogue, YYYY.N."""
    entries: tuple[Entry, ...]
    """Every entry, section by section, own catalogue files first; a catalogue can also be indexed and looped over."""
    rule_payers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Payers that each payer rule may name."""

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __getitem__(self, index: int) -> Entry:
        return self.entries[index]

    def __repr__(self) -> str:
        return f"<Catalogue {self.version}: {len(self)} entries>"

    def vintages(self, name: str) -> tuple[Entry, ...]:
        """Every entry of a name, the newest price year first; key@year gives that one.

        Raises UnknownName with the nearest names.
        """
        key, _, year = name.partition("@")
        dated = [entry for entry in self.entries if entry.key == key and (not year or str(entry.price_year) == year)]
        if not dated:
            from difflib import get_close_matches

            other_years = [entry.name for entry in self.entries if entry.key == key]
            near = other_years or get_close_matches(
                key.casefold(), sorted({entry.key for entry in self.entries}), n=3, cutoff=0.5
            )
            if not near:
                raise UnknownName(Message.of("no_entry", name=name))
            raise UnknownName(Message.of("no_entry_near", name=name, near=tuple(near)))
        return tuple(sorted(dated, key=lambda entry: (not entry.own, -(entry.price_year or 0))))

    def find(
        self,
        text: str = "",
        *,
        section: Section | None = None,
        area: str | None = None,
        topic: str | None = None,
        payer: str | None = None,
        latest: bool = False,
    ) -> Catalogue:
        """The entries that hold every word of a text and match the filters.

        area: budget area; topic: subject (health, housing …); payer: municipality, region, state or citizen, under
        plain shares or a payer rule; latest: only the newest price year of each key. Raises UnknownName for a payer,
        area or topic that does not exist.
        """
        if payer is not None and payer not in PAYERS:
            raise UnknownName(Message.of("unknown_payer", name=payer, known=PAYERS))
        known = {field: sorted({getattr(entry.value, field, None) or "" for entry in self.entries} - {""}) for field in FILTERS}
        topic = next(
            (key for key in known["topic"] if topic in [label(f"topic_{key}", language) for language in LANGUAGES]), topic
        )
        for field, asked in zip(FILTERS, (area, topic), strict=True):
            if asked is not None and asked not in known[field]:
                raise UnknownName(Message.of("unknown_filter", name=asked, known=tuple(known[field])))
        words = text.casefold().split()
        kept = [
            entry
            for entry in self.entries
            if all(word in entry.words() for word in words)
            and (section is None or entry.section == section)
            and (area is None or getattr(entry.value, "area", None) == area)
            and (topic is None or getattr(entry.value, "topic", None) == topic)
            and (payer is None or payer in self.payers_of(entry))
            and (not latest or entry.latest)
        ]
        return replace(self, entries=tuple(kept))

    def payers_of(self, entry: Entry) -> tuple[str, ...]:
        """Payers with a share of a price, by plain shares or a rule; () where they are not known."""
        value = entry.value
        if isinstance(value, PayerLaw):
            return value.payers
        if not isinstance(value, UnitCost) or value.payers is None:
            return ()
        rules = dict(self.rule_payers)
        with_a_share: set[str] = set()
        for split in value.payers.splits():
            if isinstance(split, PayerRule):
                with_a_share.update(rules.get(split.rule, ()))
            else:
                with_a_share.update(payer for payer, share in zip(PAYERS, split.of_payers(), strict=True) if share)
        return tuple(payer for payer in PAYERS if payer in with_a_share)


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
    """Every entry that says nothing of a year, by section and name.

    A series is wanted up to the year before, from which rates are assumed.
    """
    for entry in catalogue.find(latest=True):
        value = entry.value
        if isinstance(value, UnitCost) and value.price_year is not None:
            if value.topic in YEARLY_TOPICS and value.price_year < year:
                yield Lacking("rate_ends", entry.key, value.price_year, entry.own)
            elif value.topic not in YEARLY_TOPICS and year - value.price_year > OLD:
                yield Lacking("price_old", entry.key, value.price_year, entry.own)
        elif isinstance(value, PriceSeries):
            last = max(known for known, index in value.values.items() if index is not None)
            if last < year - 1:
                yield Lacking("series_ends", entry.name, last, entry.own)
            elif last in value.partial and last < year:
                yield Lacking("series_partial", entry.name, last, entry.own)
        elif isinstance(value, PayerLaw) and value.known_to < year:
            yield Lacking("law_ends", entry.name, value.known_to, entry.own)
