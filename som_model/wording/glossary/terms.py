"""Every term by topic, and the labels that the table of words takes from them."""

from __future__ import annotations

from som_model.wording.glossary.calculation import CALCULATION
from som_model.wording.glossary.files import FILES
from som_model.wording.glossary.information import INFORMATION
from som_model.wording.glossary.payers import PAYERS
from som_model.wording.glossary.people import PEOPLE
from som_model.wording.glossary.prices import PRICES
from som_model.wording.glossary.programme import PROGRAMME
from som_model.wording.glossary.quality import QUALITY
from som_model.wording.glossary.results import RESULTS
from som_model.wording.glossary.term import Term
from som_model.wording.glossary.uncertainty import UNCERTAINTY
from som_model.wording.parties import party_labels

TERMS: tuple[Term, ...] = (
    *CALCULATION,
    *PEOPLE,
    *PRICES,
    *PROGRAMME,
    *PAYERS,
    *RESULTS,
    *QUALITY,
    *UNCERTAINTY,
    *INFORMATION,
    *FILES,
)


def glossary_labels() -> dict[str, tuple[str, str]]:
    """Key of the table of words → the term in Danish and English, as the label shows it."""
    return party_labels() | {key: words for term in TERMS for key, words in term.words()}
