"""Columns and captions that several tables share."""

from __future__ import annotations

from som_model.presentation.described.table import Column
from som_model.projection.projection import Projection
from som_model.wording.language import Language
from som_model.wording.table import phrase


def year_columns(projection: Projection, language: Language) -> tuple[Column, ...]:
    """One column for each year, and one for the whole period."""
    years = tuple(Column(str(year), str(year)) for year in projection.years)
    return (*years, Column("period", phrase("period_total", language)))


def in_kroner(projection: Projection, language: Language) -> str:
    """The unit under a table of kr.: 'kr., 2017-priser'."""
    return phrase("price_level", language).format(unit=phrase("kr", language), price_year=projection.scenario.price_year)
