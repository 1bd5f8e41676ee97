"""A table as a pandas DataFrame: numbers unrounded, shown in a notebook as its readers write them."""

from __future__ import annotations

from pandas import DataFrame

from som_model.presentation.described.html import NOTEBOOK, table_html
from som_model.presentation.described.table import Table
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


def frame(table: Table, language: Language) -> DataFrame:
    """A described table as a DataFrame with labels as column names."""
    shown = ShownTable(table.frame())
    shown._shown = (table.frame(), table_html(table.for_readers(), language, NOTEBOOK))
    return shown
