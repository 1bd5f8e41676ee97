"""The catalogue as a table: a row for each entry, and how its prices, units and payers are told."""

from __future__ import annotations

from som_model.catalogue.entries import Catalogue, Entry
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Column, Table
from som_model.scenario.estimate import Estimate
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries, UnitCost
from som_model.wording.numbers import number, percent
from som_model.wording.parties import PAYERS
from som_model.wording.table import Language, label, phrase

COLUMNS = (
    "catalogue_name",
    "catalogue_label",
    "catalogue_price",
    "unit",
    "price_year",
    "catalogue_payers",
    "catalogue_quality",
    "source",
)


@as_frame
def catalogue(found: Catalogue, language: Language = "da") -> Table:
    """A row for each entry of a catalogue: name, label, price, unit, price year, payers, quality and source."""
    return Table(
        name="catalogue",
        title=phrase("catalogue_title", language).format(version=found.version, count=len(found)),
        unit="",
        columns=tuple(Column(key, phrase(f"head_{key}", language), "text") for key in COLUMNS),
        rows=tuple(tuple(row(entry, language)) for entry in found),
    )


def row(entry: Entry, language: Language) -> list[str]:
    """Name, label, price, unit, price year or years covered, payers, quality and source, as readers see them."""
    value = entry.value
    text = value.label.say(language) if value.label is not None else ""
    own = f" ({phrase('catalogue_own', language)})" if entry.own else ""
    years = str(entry.price_year or "")
    if isinstance(value, PriceSeries):
        known = [year for year, index in value.values.items() if index is not None]
        years = f"{min(known)}-{max(known)}"
    elif isinstance(value, DiscountSchedule):
        years = value.decided.say(language) if value.decided is not None else ""
    return [
        entry.name,
        f"{text}{own}",
        price_shown(value, language) if isinstance(value, UnitCost) else "",
        unit_shown(value.unit, language) if isinstance(value, UnitCost) else label(f"section_{entry.section}", language),
        years,
        payers_shown(value.payers, language) if isinstance(value, UnitCost) else "",
        label(getattr(value, "quality", None) or "", language),
        getattr(value, "source", None) or getattr(value, "law", None) or "",
    ]


def price_shown(cost: UnitCost, language: Language) -> str:
    """The price as a number, with its interval where it has one."""
    every = cost.amount.every if cost.amount is not None else None
    if every is None or every.value is None:
        return phrase("say_unknown", language)
    return estimate_shown(every, language)


def estimate_shown(estimate: Estimate, language: Language) -> str:
    """value (low-high)."""
    assert estimate.value is not None
    value = number(estimate.value, language)
    if estimate.low is None or estimate.high is None:
        return value
    return f"{value} ({number(estimate.low, language)}-{number(estimate.high, language)})"


def unit_shown(unit: str | None, language: Language) -> str:
    """What a unit is called in the singular; the unit as written where the table has no word for it."""
    key = f"one_{unit}"
    return label(key, language) if unit is not None and label(key, language) != key else unit or ""


def payers_shown(payers: Payers | None, language: Language) -> str:
    """'kommune 75 %, stat 25 %', or the name of the rule; 'ukendt' where it is not known."""
    if payers is None:
        return phrase("catalogue_unknown", language)
    splits: list[str] = []
    for split in payers.splits():
        if isinstance(split, PayerRule):
            splits.append(phrase("catalogue_rule", language).format(rule=split.rule))
            continue
        shares = {payer: share for payer, share in zip(PAYERS, split.of_payers(), strict=True) if share}
        told = (
            label(payer, language).lower() + ("" if len(shares) == 1 else f" {percent(share, language)}")
            for payer, share in shares.items()
        )
        splits.append(", ".join(told))
    return "; ".join(splits)
