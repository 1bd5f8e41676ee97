"""A grid as a table: a row for each value of the first assumption, a column for each of the second."""

from __future__ import annotations

import numpy as np

from som_model.analysis.grid import Grid
from som_model.presentation.described.amounts import kroner_of
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.resolved.assumption import Assumption
from som_model.wording.language import Language
from som_model.wording.numbers import number
from som_model.wording.table import phrase


def grid(found: Grid, language: Language = "da", *, spoken: bool = False) -> Table:
    """The outcome in kr. at each pair, and last the value of the second assumption at which it is 0.

    spoken: values of the first assumption in their unit, for reading; else numbers.
    """
    unit = kroner_of(found.scenario, found.outcome, language)
    heads = _heads(found.b, found.values_b, language)
    return Table(
        name="grid",
        title=found.title(language),
        unit=phrase("grid_unit", language).format(b=found.b.title(language), unit=unit),
        columns=(
            Column("a", found.a.title(language), "mixed" if spoken else "ratio"),
            *(Column(f"b_{j + 1}", head) for j, head in enumerate(heads)),
            Column("break_even", phrase("goes_to_zero_at", language), "mixed" if spoken else "ratio"),
        ),
        rows=tuple(_row(found, i, language, spoken=spoken) for i in range(len(found.values_a))),
    )


def _row(found: Grid, i: int, language: Language, *, spoken: bool) -> tuple[Cell, ...]:
    zero = float(found.break_even[i])
    outcomes = (float(amount) for amount in found.outcomes[i])
    if spoken:
        return (found.a.say(float(found.values_a[i]), language), *outcomes, found.zero_at(i, language))
    return (float(found.values_a[i]), *outcomes, zero if np.isfinite(zero) else None)


def _heads(assumption: Assumption, values: Array, language: Language) -> list[str]:
    """Each value in its unit; as it stands where two would read the same."""
    said = [assumption.say(float(value), language) for value in values]
    return said if len(set(said)) == len(said) else [number(float(value), language, 9) for value in values]
