"""A tornado as a table: a row for each assumption with an interval, widest first."""

from __future__ import annotations

from som_model.analysis.tornado import Swing, Tornado
from som_model.presentation.described.amounts import kroner_of
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.wording.language import Language
from som_model.wording.table import phrase


def tornado(swung: Tornado, language: Language = "da", *, spoken: bool = False) -> Table:
    """Each assumption's value and ends, and the outcome in kr. at both ends.

    spoken: values in their unit, for reading; else numbers.
    """
    kind: Kind = "mixed" if spoken else "ratio"
    heads = (("value", "stated_value"), ("low", "low_end"), ("high", "high_end"))
    outcomes = (("at_low", "outcome_at_low"), ("at_high", "outcome_at_high"), ("width", "swing_width"))
    return Table(
        name="tornado",
        title=swung.title(language),
        unit=kroner_of(swung.scenario, swung.outcome, language),
        columns=(
            Column("assumption", phrase("assumption", language), "text"),
            Column("address", phrase("review_address", language), "text"),
            *(Column(key, phrase(words, language), kind) for key, words in heads),
            *(Column(key, phrase(words, language)) for key, words in outcomes),
        ),
        rows=tuple(
            (
                row.assumption.title(language),
                row.address,
                *_values(row, language, spoken=spoken),
                row.at_low,
                row.at_high,
                row.width,
            )
            for row in swung
        ),
    )


def _values(row: Swing, language: Language, *, spoken: bool) -> tuple[Cell, ...]:
    values = (row.value, row.low, row.high)
    return tuple(row.assumption.say(value, language) for value in values) if spoken else values
