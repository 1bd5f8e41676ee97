"""One driver of the difference between two scenarios, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from som_model.analysis.drivers.stated import Stated
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.assumption import Assumption
from som_model.resolved.titles import full_title, variant_title
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Share
from som_model.scenario.scenario import Scenario
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import Language, phrase

Kind: TypeAlias = Literal["assumption", "line_added", "line_left_out", "line_changed"]
Aspect: TypeAlias = Literal["payers", "law", "years", "counted_for"]
PRUDENCE = "prudence"
"""The address of the allowance for optimism, which is a line of its own."""


@dataclass(frozen=True, eq=False, repr=False)
class Driver:
    """What one assumption or line does to the difference between a scenario and a reference."""

    address: str
    """The assumption's, the line's, or `prudence`."""
    kind: Kind
    """`assumption` where both scenarios count with it at other values; `line_added` and `line_left_out` for a line that
    only the scenario, or only the reference, counts; `line_changed` for the rest of a line of both."""
    net: Array
    """Kr. (public payer, year), positive = the scenario gains."""
    scenario: Scenario
    """The scenario that holds the assumption or line; the reference for a line that was left out."""
    before: Stated | None = None
    """What the reference states, of an assumption; None for a line."""
    after: Stated | None = None
    """What the scenario states, of an assumption; None for a line."""
    changed: tuple[Aspect, ...] = ()
    """In what a line of both scenarios differs."""

    @property
    def accumulated(self) -> float:
        """Accumulated net of the public purse over the whole period, undiscounted kr."""
        return float(self.net.sum())

    @property
    def accumulated_by_payer(self) -> dict[str, float]:
        """The same for each public payer, and in total, kr."""
        of_payers = {payer: float(amounts.sum()) for payer, amounts in zip(PUBLIC_PAYERS, self.net, strict=True)}
        return {**of_payers, TOTAL: self.accumulated}

    def of_payer(self, payer: str) -> Array:
        """Net of a public payer, or of all of them with `total`, kr. (year,)."""
        by_year: Array = self.net.sum(axis=0) if payer == TOTAL else self.net[PUBLIC_PAYERS.index(payer)]
        return by_year

    def title(self, language: Language = "da") -> str:
        """'Succesrate, borgere med misbrug'; 'Tilføjet: bostøtte'; 'Ændret: indlæggelser (hvem betaler)'."""
        name, aspects = self.name(language), self.aspects(language)
        return f"{name} ({aspects})" if aspects else name

    def name(self, language: Language = "da") -> str:
        """The same without in what a line differs."""
        if self.kind == "assumption":
            return self._assumption.title(language)
        line = phrase("prudence", language) if self.address == PRUDENCE else self.scenario.line(self.address).title(language)
        return phrase(f"driver_{self.kind}", language).format(name=line)

    def aspects(self, language: Language = "da") -> str:
        """In what a line of both scenarios differs: 'hvem betaler, hvilke år'."""
        return ", ".join(phrase(f"driver_{aspect}", language) for aspect in self.changed)

    def values(self, language: Language = "da") -> tuple[str, str] | None:
        """What the reference and the scenario state: ('30 %', '40 %'); None for a line."""
        if self.before is None or self.after is None:
            return None
        return self._said(self.before, language), self._said(self.after, language)

    @cached_property
    def _assumption(self) -> Assumption:
        written = [estimate for stated in (self.before, self.after) if stated is not None for estimate in stated.estimates()]
        return Assumption(self.scenario, self.address, written[0] if written else Share.model_construct())

    def _said(self, stated: Stated, language: Language) -> str:
        value = stated.value
        if value is None:
            default = "driver_effect_lasts" if self.address.endswith(".effect_since_entry") else "driver_in_full"
            return phrase(default, language)
        unknown = phrase("say_unknown", language)
        numbers = [
            unknown if estimate.value is None else self._assumption.say(estimate.value, language)
            for estimate in stated.estimates()
        ]
        listed = "; ".join(numbers)
        if isinstance(value, Series) and value.by_year is not None:
            from_year = phrase("say_year_from", language)
            listed = ", ".join(
                from_year.format(value=figure, year=year) for figure, year in zip(numbers, value.by_year, strict=True)
            )
        if stated.price_year is None:
            return listed
        return phrase("say_price", language).format(amount=listed, price_year=stated.price_year)

    def __repr__(self) -> str:
        return f"<Driver {self.address} ({self.kind}): {rounded_kroner(self.accumulated, 'da')}>"


@dataclass(frozen=True, eq=False, repr=False)
class Drivers(ShownInNotebooks):
    """Every driver of the difference between a scenario and a reference, the largest first; they sum to the difference."""

    reference: Projection
    """The projection that is set against."""
    projection: Projection
    """The projection whose difference is explained."""
    drivers: tuple[Driver, ...]
    """The drivers, the largest first; they can also be indexed and looped over."""
    orders: int | None = None
    """Of how many orders each assumption's part is the mean; None where it is the mean of all there are."""

    @property
    def net(self) -> Array:
        """Net of the scenario less that of the reference, kr. (public payer, year)."""
        return self.projection.net[self.projection.public] - self.reference.net[self.reference.public]

    @property
    def accumulated(self) -> float:
        """Accumulated net of the public purse less that of the reference, undiscounted kr."""
        return float(self.net.sum())

    def __len__(self) -> int:
        return len(self.drivers)

    def __iter__(self) -> Iterator[Driver]:
        return iter(self.drivers)

    def __getitem__(self, index: int) -> Driver:
        return self.drivers[index]

    def titles(self, language: Language = "da") -> tuple[str, str]:
        """What readers see as the name of the reference and of the scenario: the variant alone when both are of one."""
        scenarios = self.reference.scenario, self.projection.scenario
        title_of = variant_title if scenarios[0].name == scenarios[1].name else full_title
        return title_of(scenarios[0], language), title_of(scenarios[1], language)

    def title(self, language: Language = "da") -> str:
        """'Hvad forskellen består af: 40 % i forhold til 30 %, 2017-2021'"""
        reference, other = self.titles(language)
        years = self.projection.years
        return phrase("drivers_title", language).format(other=other, reference=reference, first=years[0], last=years[-1])

    def __repr__(self) -> str:
        reference, other = self.titles()
        return f"<Drivers of {other} / {reference}: {len(self)}, {rounded_kroner(self.accumulated, 'da')}>"


def method_notes(drivers: Drivers, language: Language) -> tuple[str, ...]:
    """How the parts were made, where that needs saying: figures that act together, and many of them."""
    figures = sum(driver.kind == "assumption" for driver in drivers)
    if figures < 2:
        return ()
    if drivers.orders is None:
        return (phrase("drivers_all_orders", language),)
    return (phrase("drivers_some_orders", language).format(orders=drivers.orders),)
