"""The one table of words: key → (Danish, English); the two languages, and the glossary by topic."""

from __future__ import annotations

from typing import Literal, TypeAlias

from som_model.wording.brief_words import BRIEF_WORDS
from som_model.wording.chart_words import CHART_WORDS
from som_model.wording.file_words import FILE_WORDS
from som_model.wording.findings import FINDINGS, NOTICES
from som_model.wording.glossary.prices import PRICES
from som_model.wording.glossary.programme import PROGRAMME
from som_model.wording.glossary.results import RESULTS
from som_model.wording.glossary.term import Term
from som_model.wording.glossary.uncertainty import UNCERTAINTY
from som_model.wording.labels import LABELS
from som_model.wording.parties import party_labels, party_words
from som_model.wording.reviews import review_words
from som_model.wording.sensitivity_words import SENSITIVITY_WORDS
from som_model.wording.sentences import SENTENCES
from som_model.wording.uncertainty_words import UNCERTAINTY_WORDS

Language: TypeAlias = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
DEFAULT_LANGUAGE: Language = "da"

TERMS: tuple[Term, ...] = (*PROGRAMME, *PRICES, *RESULTS, *UNCERTAINTY)
"""Every word of the glossary."""


def glossary_labels() -> dict[str, tuple[str, str]]:
    """Key of the table of words → the term in Danish and English, as the label shows it."""
    return party_labels() | {key: words for term in TERMS for key, words in term.words()}


PARTS: tuple[dict[str, tuple[str, str]], ...] = (
    glossary_labels(),
    party_words(),
    LABELS,
    NOTICES,
    FINDINGS,
    SENTENCES,
    CHART_WORDS,
    SENSITIVITY_WORDS,
    UNCERTAINTY_WORDS,
    FILE_WORDS,
    BRIEF_WORDS,
    review_words(),
)
TABLE: dict[str, tuple[str, str]] = {key: texts for part in PARTS for key, texts in part.items()}


def in_language(texts: tuple[str, str], language: Language) -> str:
    """One of a Danish and an English text. Raises ValueError for another language."""
    if language not in LANGUAGES:
        raise ValueError(f"language must be 'da' or 'en', not {language!r}")
    return texts[LANGUAGES.index(language)]


def phrase(key: str, language: Language) -> str:
    """The text of a key in one language. Raises KeyError for a key the table does not hold, ValueError for
    another language."""
    return in_language(TABLE[key], language)


def label(key: str, language: Language) -> str:
    """The label of a field, payer or other word; the word itself where the table has none."""
    return phrase(key, language) if key in TABLE else key
