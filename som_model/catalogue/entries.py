"""The catalogue as a value: what is known, entry by entry, to be searched and shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from som_model.catalogue.built_in import Section
from som_model.catalogue.entry import Entry
from som_model.errors import UnknownName
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.payers import PayerRule
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.message import Message
from som_model.wording.parties import PAYERS
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import label


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

    def __repr__(self) -> str:
        return f"<Catalogue {self.version}: {len(self)} entries>"

    def __getitem__(self, index: int) -> Entry:
        return self.entries[index]

    def _topics(self) -> set[str]:
        return {topic for entry in self.entries if (topic := getattr(entry.value, "topic", None))}

    def vintages(self, name: str) -> tuple[Entry, ...]:
        """Every entry of a name, the newest price year first; key@year gives that one.

        Raises UnknownName with the nearest names.
        """
        key, _, year = name.partition("@")
        found = [entry for entry in self.entries if entry.key == key and (not year or str(entry.price_year) == year)]
        if not found:
            from difflib import get_close_matches

            years = [entry.name for entry in self.entries if entry.key == key]
            near = years or get_close_matches(key.casefold(), sorted({entry.key for entry in self.entries}), n=3, cutoff=0.5)
            if not near:
                raise UnknownName(Message.of("no_entry", name=name))
            raise UnknownName(Message.of("no_entry_near", name=name, near=tuple(near)))
        return tuple(sorted(found, key=lambda entry: (not entry.own, -(entry.price_year or 0))))

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
        topic = next(
            (key for key in self._topics() if topic in (label(f"topic_{key}", "da"), label(f"topic_{key}", "en"))), topic
        )
        for field, asked in (("area", area), ("topic", topic)):
            known = {getattr(entry.value, field, None) for entry in self.entries} - {None}
            if asked is not None and asked not in known:
                raise UnknownName(Message.of("unknown_filter", name=asked, known=tuple(sorted(str(each) for each in known))))
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
        named: set[str] = set()
        for split in value.payers.splits():
            if isinstance(split, PayerRule):
                named.update(rules.get(split.rule, ()))
            else:
                named.update(payer for payer, share in zip(PAYERS, split.of_payers(), strict=True) if share)
        return tuple(payer for payer in PAYERS if payer in named)
