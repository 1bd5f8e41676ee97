"""What the result hangs on, as tables: a tornado, a grid of two assumptions, and the value at which it breaks even."""

from __future__ import annotations

import numpy as np

from som_model.analysis.break_even import BreakEven
from som_model.analysis.grid import Grid
from som_model.analysis.tornado import Tornado
from som_model.presentation.described.amounts import kroner_of
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Cell, Column, Table, Told
from som_model.resolved.assumption import Assumption
from som_model.wording.numbers import number
from som_model.wording.table import Language, label, phrase


def in_its_unit(assumption: Assumption, value: float, language: Language) -> Told:
    """A value of an assumption, told in the unit of its field."""
    return Told(value, assumption.say(value, language))


@as_frame
def tornado(swung: Tornado, language: Language = "da") -> Table:
    """A row for each assumption with an interval, widest first: value, low and high in the unit of its field, outcomes in kr."""
    rows: list[tuple[Cell, ...]] = []
    for swing in swung:
        values = (in_its_unit(swing.assumption, value, language) for value in (swing.value, swing.low, swing.high))
        rows.append((swing.assumption.title(language), swing.address, *values, swing.at_low, swing.at_high, swing.width))
    heads = (("value", "stated_value"), ("low", "low_end"), ("high", "high_end"))
    outcomes = (("at_low", "outcome_at_low"), ("at_high", "outcome_at_high"), ("width", "swing_width"))
    return Table(
        name="tornado",
        title=swung.title(language),
        unit=kroner_of(swung.scenario, swung.outcome, language),
        columns=(
            Column("assumption", phrase("assumption", language), "text"),
            Column("address", phrase("review_address", language), "text"),
            *(Column(key, phrase(words, language), "ratio") for key, words in heads),
            *(Column(key, phrase(words, language)) for key, words in outcomes),
        ),
        rows=tuple(rows),
    )


@as_frame
def grid(found: Grid, language: Language = "da") -> Table:
    """The outcome in kr.: a row for each value of the first assumption, a column for each of the second; last, the value
    of the second at which the outcome is 0."""
    heads = [found.b.say(float(value), language) for value in found.values_b]
    if len(set(heads)) < len(heads):
        heads = [number(float(value), language, 9) for value in found.values_b]
    rows: list[tuple[Cell, ...]] = []
    for value, outcomes, zero in zip(found.values_a, found.outcomes, found.break_even, strict=True):
        breaks_even = in_its_unit(found.b, float(zero), language) if np.isfinite(zero) else None
        rows.append((in_its_unit(found.a, float(value), language), *(float(amount) for amount in outcomes), breaks_even))
    unit = kroner_of(found.scenario, found.outcome, language)
    return Table(
        name="grid",
        title=found.title(language),
        unit=phrase("grid_unit", language).format(b=found.b.title(language), unit=unit),
        columns=(
            Column("a", found.a.title(language), "ratio"),
            *(Column(f"b_{j + 1}", head) for j, head in enumerate(heads)),
            Column("break_even", phrase("goes_to_zero_at", language), "ratio"),
        ),
        rows=tuple(rows),
    )


@as_frame
def break_even(found: BreakEven, language: Language = "da") -> Table:
    """One row: the assumption, the value at which the outcome is the target, its stated value, and whose outcome it is."""
    stated = None if found.base is None else in_its_unit(found.assumption, found.base, language)
    return Table(
        name="break_even",
        title=found.say(language),
        unit=kroner_of(found.scenario, found.outcome, language),
        columns=(
            Column("assumption", phrase("assumption", language), "text"),
            Column("address", phrase("review_address", language), "text"),
            Column("value", phrase("break_even_value", language), "ratio"),
            Column("base", phrase("stated_value", language), "ratio"),
            Column("outcome", phrase("figure", language), "text"),
            Column("payer", phrase("payer", language), "text"),
            Column("target", phrase("target_outcome", language)),
        ),
        rows=(
            (
                found.assumption.title(language),
                found.address,
                in_its_unit(found.assumption, found.value, language),
                stated,
                phrase(found.outcome, language),
                label(found.payer, language),
                found.target,
            ),
        ),
    )
