"""A break-even as a table: one row."""

from __future__ import annotations

from som_model.analysis.break_even import BreakEven
from som_model.presentation.described.amounts import kroner_of
from som_model.presentation.described.table import Cell, Column, Table
from som_model.wording.language import Language
from som_model.wording.table import label, phrase


def break_even(found: BreakEven, language: Language = "da", *, spoken: bool = False) -> Table:
    """The assumption, its value and its stated value, the outcome and whose it is.

    spoken: values in their unit, for reading; else numbers.
    """
    values: tuple[Cell, Cell] = (found.value, found.base)
    if spoken:
        say = found.assumption.say
        values = (say(found.value, language), None if found.base is None else say(found.base, language))
    return Table(
        name="break_even",
        title=found.say(language),
        unit=kroner_of(found.scenario, found.outcome, language),
        columns=(
            Column("assumption", phrase("assumption", language), "text"),
            Column("address", phrase("review_address", language), "text"),
            Column("value", phrase("break_even_value", language), "mixed" if spoken else "ratio"),
            Column("base", phrase("stated_value", language), "mixed" if spoken else "ratio"),
            Column("outcome", phrase("figure", language), "text"),
            Column("payer", phrase("payer", language), "text"),
            Column("target", phrase("target_outcome", language)),
        ),
        rows=(
            (
                found.assumption.title(language),
                found.address,
                *values,
                phrase(found.outcome, language),
                label(found.payer, language),
                found.target,
            ),
        ),
    )
