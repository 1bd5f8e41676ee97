"""The one table of words: key → (Danish, English)."""

from __future__ import annotations

from som_model.wording.brief_words import BRIEF_WORDS
from som_model.wording.budget_words import BUDGET_WORDS
from som_model.wording.catalogue_words import CATALOGUE_WORDS
from som_model.wording.chart_words import CHART_WORDS
from som_model.wording.colophon_words import COLOPHON_WORDS
from som_model.wording.driver_words import DRIVER_WORDS
from som_model.wording.findings import FINDINGS
from som_model.wording.glossary.terms import glossary_labels
from som_model.wording.information_words import INFORMATION_WORDS
from som_model.wording.labels import LABELS
from som_model.wording.language import Language
from som_model.wording.notices import NOTICES
from som_model.wording.parties import party_words
from som_model.wording.picture_words import PICTURE_WORDS
from som_model.wording.reviews import review_words
from som_model.wording.sensitivity_words import SENSITIVITY_WORDS
from som_model.wording.sentences import SENTENCES
from som_model.wording.uncertainty_words import UNCERTAINTY_WORDS
from som_model.wording.workbook_words import WORKBOOK_WORDS

PARTS: tuple[dict[str, tuple[str, str]], ...] = (
    glossary_labels(),
    party_words(),
    LABELS,
    NOTICES,
    FINDINGS,
    SENTENCES,
    CHART_WORDS,
    CATALOGUE_WORDS,
    DRIVER_WORDS,
    SENSITIVITY_WORDS,
    UNCERTAINTY_WORDS,
    INFORMATION_WORDS,
    COLOPHON_WORDS,
    WORKBOOK_WORDS,
    BRIEF_WORDS,
    BUDGET_WORDS,
    PICTURE_WORDS,
    review_words(),
)
TABLE: dict[str, tuple[str, str]] = {key: texts for part in PARTS for key, texts in part.items()}


def phrase(key: str, language: Language) -> str:
    """The text of a key in one language. Raises KeyError for a key the table does not hold, ValueError for
    another language."""
    danish, english = TABLE[key]
    if language == "da":
        return danish
    if language == "en":
        return english
    raise ValueError(f"language must be 'da' or 'en', not {language!r}")


def label(key: str, language: Language) -> str:
    """The label of a field, payer or other word; the word itself where the table has none."""
    return phrase(key, language) if key in TABLE else key
