"""Tables as pandas DataFrames, one function for each; a table and its chart share a name.

Amounts are unrounded kr. in the scenario's price year, positive = gain; labels follow `language`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from som_model.analysis.comparison import Comparison
from som_model.analysis.review.remark import Review
from som_model.catalogue.entries import Catalogue
from som_model.presentation.described.by_area import by_area as _by_area
from som_model.presentation.described.by_payer import accumulated as _accumulated
from som_model.presentation.described.by_payer import by_payer as _by_payer
from som_model.presentation.described.catalogue import catalogue_table as _catalogue
from som_model.presentation.described.comparison import comparison as _comparison
from som_model.presentation.described.ledger import ledger as _ledger
from som_model.presentation.described.review import review_table as _review
from som_model.projection.projection import Projection
from som_model.scenario.quantities import Payer
from som_model.wording.language import Language

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["accumulated", "by_area", "by_payer", "catalogue", "comparison", "ledger", "review"]


def ledger(projection: Projection, language: Language = "da") -> DataFrame:
    """Every counted line by payer and year, kr.; savings positive, cost negative, so that it adds up to net."""
    return _ledger(projection, language).frame()


def accumulated(projection: Projection, language: Language = "da") -> DataFrame:
    """Accumulated net by payer and year, kr., undiscounted."""
    return _accumulated(projection, language).frame()


def by_payer(projection: Projection, language: Language = "da") -> DataFrame:
    """Net by payer and year, kr., and the public total."""
    return _by_payer(projection, language).frame()


def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> DataFrame:
    """One payer's net by budget area and year, kr.; the municipality's unless named.

    Raises UnknownName for a payer that does not exist.
    """
    return _by_area(projection, language, payer).frame()


def comparison(compared: Comparison, language: Language = "da") -> DataFrame:
    """The figures of a decision, one column for each projection; differences when there is a reference."""
    return _comparison(compared, language).frame()


def catalogue(found: Catalogue, language: Language = "da") -> DataFrame:
    """A row for each entry of a catalogue: name, label, price, unit, price year, payers, quality and source."""
    return _catalogue(found, language).frame()


def review(reviewed: Review, language: Language = "da") -> DataFrame:
    """A row for each question: address, what was found, why it matters, what to do."""
    return _review(reviewed, language).frame()
