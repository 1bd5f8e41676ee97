"""The catalogue as a table: a row for each entry."""

from __future__ import annotations

from som_model.catalogue.display import COLUMNS, header, row
from som_model.catalogue.entries import Catalogue
from som_model.presentation.described.table import Column, Table
from som_model.wording.table import Language, phrase


def catalogue_table(catalogue: Catalogue, language: Language = "da") -> Table:
    """Name, label, price, unit, price year, payers, quality and source of each entry."""
    return Table(
        name="catalogue",
        title=phrase("catalogue_title", language).format(version=catalogue.version, count=len(catalogue)),
        unit="",
        columns=tuple(Column(key, text, "text") for key, text in zip(COLUMNS, header(language), strict=True)),
        rows=tuple(tuple(row(entry, language)) for entry in catalogue),
    )
