"""A table as a pandas DataFrame: numbers unrounded, shown in a notebook as its readers write them."""

from __future__ import annotations

from pandas import DataFrame

from som_model.presentation.described.table import Table
from som_model.wording.html import table_html
from som_model.wording.table import Language


class ShownTable(DataFrame):
    """A DataFrame of unrounded numbers that a notebook shows written out, while it holds what it was made with.

    What is taken from it or made of it (rows, columns, sums) is a DataFrame like any other.
    """

    _shown: tuple[DataFrame, str] | None = None
    """The numbers it was made with, and how they are shown."""

    def _repr_html_(self) -> str | None:
        if self._shown is None or not self.equals(self._shown[0]):
            return super()._repr_html_()  # type: ignore[misc, no-any-return]
        return self._shown[1]


def frame(table: Table, language: Language, spoken: Table | None = None) -> DataFrame:
    """A described table as a DataFrame with labels as column names.

    spoken: the same rows for reading, with each number in its unit; the table itself unless given.
    """
    made = ShownTable(table.frame())
    made._shown = (table.frame(), written(spoken or table, language))
    return made


def written(table: Table, language: Language) -> str:
    """A described table as HTML under its title and unit, with the signs of the language."""
    return table_html(
        table.title,
        [column.label for column in table.columns],
        table.shown(language),
        unit=table.unit,
        texts=[0, *(i for i, column in enumerate(table.columns) if column.kind == "text")],
        sums=table.emphasised,
    )
