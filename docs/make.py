"""Write the generated pages of the documentation; a test fails while they are not fresh.

python docs/make.py
"""

import inspect
import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import FunctionType

import som_model as som
from som_model.catalogue.built_in import BUILT_IN as FILES
from som_model.catalogue.built_in import DATA
from som_model.catalogue.rules.registry import RULES
from som_model.presentation.record import record
from som_model.reading.language import models
from som_model.reading.scenario_file import read_catalogue
from som_model.reading.schema import sentences
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.target_group import GroupDefinition
from som_model.scenario.text import Text

ROOT = Path(__file__).parent.parent
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
    "Shares": "`payers`",
    "Observed": "`observed`",
}
SECTIONS = {
    "unit_costs": "`unit_cost:`",
    "target_groups": "`definition:`",
    "indices": "`price_index:`, `index:`",
    "discount_schedules": "`discount_rate:`",
}
BUILT_IN_HEAD = """
## What is built in

A scenario may name these without writing them. `som check` lists what it took. An own catalogue file (`catalogues: [file.yaml]`)
begins with `som_catalogue: 1` and holds `unit_costs`, `target_groups` and `indices` with the same fields;
[scenarios/our_prices.yaml](../../scenarios/our_prices.yaml) shows its form.

`size`, `committee`, `account`, `correlations`, `interval`, `distribution`, `prior` and the evidence fields are read and checked,
and change no figure of a projection.
"""
PYTHON_HEAD = """# Python

Generated from the docstrings by `python docs/make.py`. Amounts are kr. of the scenario's price year; positive = gain.
"""
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


def language_page() -> str:
    """Every field of every type, with its sentence and what holds where it is left out."""
    shown = [model for model in models() if not issubclass(model, (*HIDDEN, GroupDefinition))]
    estimates = [model for model in shown if issubclass(model, Estimate)]
    parts = [part for model in shown if model not in estimates for part in section(model, PLACES.get(model.__name__, ""))]
    return HEAD + "\n".join([*parts, *section(Estimate, "any figure"), *built_in(), ""])


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


def built_in() -> Iterator[str]:
    """What a scenario may name without writing it: the built-in catalogue and the payer rules."""
    yield BUILT_IN_HEAD
    yield "| what | name | |"
    yield "|---|---|---|"
    for field, words in SECTIONS.items():
        for name in FILES[field]:
            kept = read_catalogue(DATA / name)
            assert kept is not None
            for key, entry in getattr(kept, field).items():
                yield f"| {words} | `{key}` | {entry.label.say('en') if entry.label else ''}; {entry.source} |"
    for name, rule in RULES.items():
        takes = f"needs {', '.join(rule.parameters)}; may take {', '.join(rule.optional) or '–'}"
        yield f"| `payers: {{rule: …}}` | `{name}` | {takes} |"


def python_page() -> str:
    """Every public name with the first lines of its docstring, and the properties of a projection."""
    parts = [PYTHON_HEAD]
    for name in som.__all__:
        thing = getattr(som, name)
        parts.append(f"\n## som.{name}\n\n{said_of(thing)}\n")
        if inspect.ismodule(thing):
            parts += [f"- `som.{name}.{each}(…)`: {said_of(getattr(thing, each)).splitlines()[0]}" for each in thing.__all__]
        elif thing in (som.Projection, som.Comparison, som.Scenario):
            parts += [f"- `.{each}`: {said_of(getattr(thing, each)).splitlines()[0]}" for each in own_names(thing)]
    return "\n".join([*parts, ""])


def own_names(thing: type) -> list[str]:
    """The documented properties and methods that a type defines itself."""
    kinds = property | cached_property | FunctionType
    return [name for name, value in vars(thing).items() if name[0] != "_" and isinstance(value, kinds) and value.__doc__]


def said_of(thing: object) -> str:
    """A docstring as a page shows it."""
    return (inspect.getdoc(thing) or "").replace("    ", "  ")


def left_out(default: object) -> str:
    """What holds where a field is not written."""
    if isinstance(default, Estimate):
        return f"{default.value:g}"
    if isinstance(default, bool):
        return "true" if default else "false"
    return str(default) if isinstance(default, str | int | float) else "–"


def json_page() -> str:
    """The real output for Hedensted, and what the keys mean."""
    made = record(som.project(som.read_scenario(ROOT / "scenarios" / "hedensted.yaml", "prudent")), "en")
    text = json.dumps(rounded(made), ensure_ascii=False, indent=2)
    return f"""# The JSON of `som run`

Generated by `python docs/make.py` from

    som run scenarios/hedensted.yaml --variant prudent --language en --format json

Amounts are kr. in prices of `price_year`, positive = gain in `net`; unrounded in the real output, rounded to 0.01 here. Lists
hold one number a year. `null` is what is undefined: no payback, no cost to divide by, a figure that is not known. `citizen`
appears beside the payers only when a counted line names citizens, and stands in no total. `participants` and `successes` are
totals of the period. `input_sha256` is the fingerprint of everything the calculation rests on: the scenario with what it took
from catalogues, its variant and settings; comments and the order of fields do not change it. `som compare` prints a list of
these objects.

```json
{text}
```
"""


def rounded(value: object) -> object:
    """Numbers rounded to 0.01, so that the page is the same on every machine."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return round(value, 2) + 0.0 if isinstance(value, float) else value


PAGES = {"reference/language.md": language_page, "reference/python.md": python_page, "reference/json.md": json_page}


def main() -> None:
    """Write every page."""
    for name, write in PAGES.items():
        (Path(__file__).parent / name).write_text(write(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
