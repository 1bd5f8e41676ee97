"""What the page of the scenario language says beside what the types say themselves."""

from __future__ import annotations

PLACES = {
    "Scenario": "the file itself",
    "Text": "any text for readers",
    "Period": "`period`",
    "PriceIndex": "`price_index`",
    "TargetGroup": "`target_groups.NAME`",
    "Consequence": "`target_groups.NAME.consequences.NAME`",
    "Programme": "`programme`",
    "Post": "`programme.staffing.NAME`",
    "Cost": "`programme.costs.NAME` and `programme.saved_alternative.NAME`",
    "Funding": "`programme.funding.NAME`",
    "UnitCost": "`unit_costs.NAME`",
    "PriceSeries": "`indices.NAME`",
    "Correlation": "`correlations`",
    "Variant": "`variants.NAME`",
    "Prudence": "`prudence`",
    "ByGrade": "`effects`, `savings` and `costs` of `prudence`",
    "Shares": "`payers`",
    "PayerRule": "`payers` that are a rule",
    "Observed": "`observed`",
    "Estimate": "any figure",
    "CatalogueFile": "the catalogue file itself",
    "GroupDefinition": "`target_groups.NAME` of a catalogue",
    "GroupFact": "`target_groups.NAME.facts.NAME` of a catalogue",
    "DiscountSchedule": "`discount_schedules.NAME` of a catalogue",
    "PayerLaw": "`payer_rules.NAME` of a catalogue",
    "Law": "`payer_rules.NAME.laws` of a catalogue",
}
"""Type → where it is written."""
TERMS = {
    "Scenario": "scenario",
    "Period": "period",
    "PriceIndex": "price_index",
    "TargetGroup": "target_group",
    "Consequence": "consequence",
    "Programme": "programme",
    "Post": "staffing",
    "Cost": "other_costs",
    "Funding": "funding",
    "UnitCost": "unit_cost",
    "PriceSeries": "price_index",
    "Correlation": "rank_correlation",
    "Variant": "variant",
    "Prudence": "prudence",
    "ByGrade": "quality",
    "Shares": "payer",
    "PayerRule": "payer_rule",
    "Observed": "observed",
    "Estimate": "estimate",
    "CatalogueFile": "catalogue",
    "GroupDefinition": "target_group",
    "DiscountSchedule": "discount_rate",
    "PayerLaw": "payer_rule",
}
"""Type → its word in the glossary."""
REFUSED = {("Funding", "payers"): "`payers` is refused here: `paid_by` and `received_by` say who pays and who receives."}
"""Fields of a type that the reader takes and the checks refuse."""
SHARES_ONLY = ("Programme", "Post")
"""Types whose `payers` are shares: a rule splits the price of a unit, and they have none."""
LEFT_OUT = {("PayerRule", "parameters"): "required, but for what a rule calls optional"}
"""What holds where a field is not written, if the type does not tell."""
HEAD = """# The scenario language, version 1

Generated from the types by `python docs/make.py`.
[scenarios/example.yaml](../../scenarios/example.yaml) shows every field at work. `NAME` stands for a name of your own.

- A **number** is written `-?digits[.digits]`: `0.45`, `215000`. `45 %`, `0,45`, `1.000.000` and `215.000` (kr.) are refused
  with how to write them. `null` says that a figure is not known.
- An **estimate** (*skøn*) is a mapping with what is known of a number: `{value: 0.30, low: 0.20, high: 0.40, source: …}`. Any kr.
  amount, rate, quantity, participants or share of time may be one; shares of payers may not.
- A **calendar value** is a number (every year), a map (`{2024: 5, 2026: 10}`: each from its year on) or a list with one
  entry for each year of the period.
- A **since-entry value** (`change`, `effect_since_entry`, per-person amounts) is a list whose first entry is the year of
  entry. `change` and per-person amounts may be one number; `effect_since_entry` is a list always.
- A **text** for readers is one text, or one for each language: `{da: …, en: …}`.
- An **address** is the dotted path of one assumption (*forudsætning*): `target_groups.citizens.success_rate`,
  `target_groups.citizens.participants.2025`, `target_groups.citizens.consequences.days.change.1`.

Each table says of a field what it means, what it is in, what holds where it is left out, and how it is written. *Calendar
value*, *since-entry value* and *estimate* name the forms a field may have beside one plain number. `…` stands for what an example
leaves out. `som schema` prints the same sentences and units for an editor.

## The types
"""
WORDS_HEAD = """## The words of closed fields

A field that takes one of a few words takes no other.
"""
CATALOGUE_FILES = """
## Catalogue files

What is built in stands on [its own page](catalogue.md). An own catalogue file (`catalogues: [file.yaml]`) begins with
`som_catalogue: 1` and holds `unit_costs`, `target_groups` and `indices`; it may hold `discount_schedules` too, and `payer_rules`:
the dated law of a rule that is [built in](catalogue/payer_rules.md).
[scenarios/our_prices.yaml](../../scenarios/our_prices.yaml) shows its form, and [Use your own prices](../how-to/own_prices.md)
how it is used. `unit_costs` and `indices` have the fields of [UnitCost](#unitcost-unit_costsname) and
[PriceSeries](#priceseries-indicesname) above; the types below stand in catalogue files only.
`payers_basis` and `account_quality` are told by `som catalogue show` and asked about by `som review`.

`size`, `committee`, `account` and the evidence fields are read and checked, and change no figure; `som review` asks about size
and evidence. `low`, `high`, `interval`, `distribution` and `correlations` change no figure of a projection either:
[how sure it is](../how-to/how_sure.md) rests on them. `prior` is for `som learn`.

### The types of catalogue files
"""
