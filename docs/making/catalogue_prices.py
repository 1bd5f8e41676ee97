"""The page of the prices of one topic."""

from __future__ import annotations

from making.catalogue_entries import BACK, both, by_year, keys, known, lines, prices_of, quality, sourced
from making.markdown import code, page, plain, table
from som_model.presentation.described.catalogue import payers_shown, price_shown, unit_shown
from som_model.scenario.payers import PayerRule
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.numbers import percent
from som_model.wording.table import label

HEAD = """# Prices: {english}

{back} In Danish: *{danish}*.

A heading is what a scenario writes as `unit_cost:`; with `@2020` behind it, it is the price of that year and no other. The newest
price year stands first; amounts are kr. in the prices of their year. What is said without a year holds for all of them.

"""


def price_page(topic: str) -> str:
    """Every price of a topic: amounts by price year, unit, payers, law, quality, source and note."""
    names = {language: label(f"topic_{topic}", language) for language in ("da", "en")}  # type: ignore[arg-type]
    parts = [HEAD.format(english=names["en"], danish=names["da"], back=BACK)]
    return page([*parts, *(section(key) for key in keys(prices_of(topic)))])


def section(key: str) -> str:
    """One price, every price year of it."""
    entries = known().vintages(key)
    newest = entries[0].value
    assert isinstance(newest, UnitCost)
    unit = unit_shown(newest.unit, "en")
    rows = [
        (str(entry.price_year), price_shown(entry.value, "en"), quality(entry.value), sourced(entry.value))  # type: ignore[arg-type]
        for entry in entries
    ]
    facts = [
        ("paid by", "; ".join(by_year(entries, payers))),
        ("law", "; ".join(by_year(entries, lambda cost: plain(cost.law or "")))),
        ("account", "; ".join(by_year(entries, account))),
        ("budget area", "; ".join(by_year(entries, lambda cost: code(cost.area) if cost.area else ""))),
        ("taxable", {True: "yes", False: "no", None: ""}[newest.taxable]),
        ("kind", "" if newest.kind == "expense" else code(newest.kind)),
        ("grows beyond the index", percent(newest.real_growth.value, "en") if newest.real_growth.value else ""),
        ("note", " ".join(by_year(entries, lambda cost: plain(cost.note.say("en")) if cost.note else ""))),
    ]
    shown = table(("price year", f"kr. per {unit}", "quality", "source"), rows)
    return f"## {key}\n\n{both(newest.label)}\n\n{shown}\n{lines(facts)}"


def payers(cost: UnitCost) -> str:
    """Who pays, and what that rests on; a rule with a link to its law."""
    said = payers_shown(cost.payers, "en")
    for split in cost.payers.splits() if cost.payers is not None else ():
        if isinstance(split, PayerRule):
            said = said.replace(split.rule, f"[{split.rule}](payer_rules.md#{split.rule})")
    basis = label(f"basis_{cost.payers_basis}", "en") if cost.payers_basis else ""
    return f"{said} ({basis})" if basis else said


def account(cost: UnitCost) -> str:
    """The account, and whether it is from memory."""
    if not cost.account:
        return ""
    return f"{code(cost.account)}{' (from memory, verify)' if cost.account_quality == 'assumed' else ''}"
