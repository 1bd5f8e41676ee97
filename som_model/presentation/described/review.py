"""A review as a table: a row for each question."""

from __future__ import annotations

from som_model.analysis.review.remark import Review
from som_model.presentation.described.table import Column, Table
from som_model.wording.table import Language, phrase

HEADS = (("address", "review_address"), ("text", "review_text"), ("why", "review_why_head"), ("remedy", "review_do_head"))


def review_table(review: Review, language: Language = "da") -> Table:
    """Address, what was found, why it matters and what to do."""
    return Table(
        name="review",
        title=review.title(language),
        unit="",
        columns=tuple(Column(key, phrase(words, language), "text") for key, words in HEADS),
        rows=tuple(
            (each.address, each.told(language).text, each.told(language).why, each.told(language).remedy) for each in review
        ),
    )
