"""The reference page of the scenario language, from the types."""

from collections.abc import Iterator

from som_model.reading.language import models
from som_model.reading.schema import sentences
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.target_group import GroupDefinition, GroupFact
from som_model.scenario.text import Text

HIDDEN = (Series, Payers, PayerRule, Text)
"""Types that are forms of writing a value; the page describes them in words."""
PLACES = {
    "Scenario": "the file itself",
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
    "Observed": "`observed`",
}
HEAD = """# The scenario language, version 1

Generated from the types by `python docs/make.py`.
[scenarios/example.yaml](../../scenarios/example.yaml) shows every field at work.

- A **number** is written `-?digits[.digits]`: `0.45`, `215000`. `45 %`, `0,45`, `1.000.000` and `215.000` (kr.) are refused
  with how to write them. `null` says that a figure is not known.
- An **estimate** is a mapping with what is known of a number: `{value: 0.30, low: 0.20, high: 0.40, source: …}`. Any kr.
  amount, rate, quantity, participants or share of time may be one; shares of payers may not.
- A **calendar value** is a number (every year), a map (`{2024: 5, 2026: 10}`: each from its year on) or a list with one
  entry for each year of the period.
- A **since-entry value** (`change`, `effect_since_entry`, per-person amounts) is a list whose first entry is the year of
  entry, or one number.
- A **text** for readers is one text, or one for each language: `{da: …, en: …}`.
- An **address** is the dotted path of one assumption: `target_groups.citizens.success_rate`,
  `target_groups.citizens.participants.2025`, `target_groups.citizens.consequences.days.change.1`.
"""
CATALOGUE_FILES = """
## Catalogue files

What is built in stands on [its own page](catalogue.md). An own catalogue file (`catalogues: [file.yaml]`) begins with
`som_catalogue: 1` and holds `unit_costs`, `target_groups` and `indices` with the same fields;
[scenarios/our_prices.yaml](../../scenarios/our_prices.yaml) shows its form. `payers_basis` and `account_quality` are told by
`som catalogue show` and asked about by `som review`.

`size`, `committee`, `account` and the evidence fields are read and checked, and change no figure; `som review` asks about size
and evidence. `low`, `high`, `interval`, `distribution` and `correlations` change no figure of a projection either:
[how sure it is](../how-to/how_sure.md) rests on them. `prior` is for `som learn`.
"""


def language_page() -> str:
    """Every field of every type, with its sentence and what holds where it is left out."""
    shown = [model for model in models() if not issubclass(model, (*HIDDEN, GroupDefinition, GroupFact))]
    estimates = [model for model in shown if issubclass(model, Estimate)]
    parts = [part for model in shown if model not in estimates for part in section(model, PLACES.get(model.__name__, ""))]
    return HEAD + "\n".join([*parts, *section(Estimate, "any figure"), CATALOGUE_FILES])


def section(model: type[Frozen], place: str) -> Iterator[str]:
    """One type as a table."""
    yield f"\n## {model.__name__}: {place}\n"
    yield f"{(model.__doc__ or '').strip().splitlines()[0]}\n"
    yield "| field | meaning | left out |"
    yield "|---|---|---|"
    said = sentences(model)
    for name, field in model.model_fields.items():
        default = "required" if field.is_required() else left_out(field.get_default())
        yield f"| `{name}` | {said[name]} | {default} |"
    if model.__name__ == "UnitCost":
        yield "| `from` | Copies that catalogue entry (`key@2020`); the fields written replace its own. | – |"


def left_out(default: object) -> str:
    """What holds where a field is not written."""
    if isinstance(default, Estimate):
        return f"{default.value:g}"
    if isinstance(default, bool):
        return "true" if default else "false"
    return str(default) if isinstance(default, str | int | float) else "–"
