"""What an entry of the built-in catalogue was in an earlier version, so that a scenario can be told what changed since.

Each version has a file of what calculations rest on: prices and payers, laws of rules, series and rates.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from som_model.catalogue.built_in import VERSIONS
from som_model.reading.knowledge import BUILT_IN_PLACE, BuiltIn
from som_model.reading.nodes import Node, plain

RULE_FIELDS = ("since", "unknown", "only_for", "numbers", "amounts", "level")

Snapshot = Mapping[str, Mapping[str, Any]]


@cache
def snapshot() -> dict[str, dict[str, Any]]:
    """What the installed catalogue holds: key@year → [price, payers, other fields], and rules, series and schedules by name."""
    prices: dict[str, Any] = {}
    for name, node in BuiltIn("unit_costs").items():
        read = plain(node)
        prices[f"{name.partition('@')[0]}@{read['price_year']}"] = _compared(read)
    rules = {
        name: _text([{field: law[field] for field in RULE_FIELDS if field in law} for law in plain(node)["laws"]])
        for name, node in BuiltIn("payer_rules").items()
    }
    series = {name: plain(node)["values"] for name, node in BuiltIn("indices").items()}
    rates = {name: _text(plain(node)["rates"]) for name, node in BuiltIn("discount_schedules").items()}
    return {"unit_costs": prices, "payer_rules": rules, "indices": series, "discount_schedules": rates}


OTHER_FIELDS = ("law", "unit", "kind", "index", "realisable", "real_growth")
"""What a calculation takes of a price beside its amount and payers."""


def _compared(read: Mapping[str, Any]) -> list[str]:
    other = {field: read[field] for field in OTHER_FIELDS if field in read}
    return [_text(read.get("amount")), _text(read.get("payers")), _text(other)]


def earlier(version: str) -> Snapshot | None:
    """The file of a version; None where it is not known."""
    path = VERSIONS / f"{version}.json"
    if not path.is_file():
        return None
    read: Snapshot = json.loads(path.read_text(encoding="utf-8"))
    return read


def changed_prices(then: Snapshot, used: Mapping[str, tuple[str, Node]], price_year: str) -> Iterator[tuple[str, str]]:
    """(key, price | payers | fields | new_entry | vintage) of every used price that would have been another.

    used: name in the scenario → (reference, entry taken).
    """
    for name, (reference, node) in used.items():
        if not node.place.file.startswith(BUILT_IN_PLACE):
            continue
        now = plain(node)
        was = _resolved(then["unit_costs"], reference, price_year)
        if was is None:
            yield name, "new_entry"
            continue
        year, (amount, payers, other) = was
        if year != now.get("price_year"):
            yield name, "vintage"
            continue
        for what, then_was, is_now in zip(("price", "payers", "fields"), (amount, payers, other), _compared(now), strict=True):
            if then_was != is_now:
                yield name, what


def changed_others(then: Snapshot, section: str, used: Mapping[str, Node]) -> Iterator[str]:
    """Names of used rules, series or schedules that were another; a year added to a series changes nothing."""
    now = snapshot()[section] if any(node.place.file.startswith(BUILT_IN_PLACE) for node in used.values()) else {}
    for name in used:
        was, installed = then[section].get(name), now.get(name)
        if installed is None:
            continue
        if section == "indices" and was is not None:
            if any(installed.get(year) != value for year, value in was.items()):
                yield name
        elif was != installed:
            yield name


def _resolved(prices: Mapping[str, Any], reference: str, price_year: str) -> tuple[str, Any] | None:
    """(price year, what was compared) that a reference stood for: the latest vintage not after the price year."""
    key, _, pinned = reference.partition("@")
    years = {name.partition("@")[2]: value for name, value in prices.items() if name.partition("@")[0] == key}
    if pinned:
        return (pinned, years[pinned]) if pinned in years else None
    begun = [year for year in years if year <= price_year] or sorted(years)[:1]
    return (max(begun), years[max(begun)]) if begun else None


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
