"""What a reader should know of a result, and what a critical reader would ask, as tables."""

from __future__ import annotations

from typing import Protocol

from som_model.analysis.review.remark import Review
from som_model.errors import Notice
from som_model.presentation.described.amounts import table_title
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Column, Table
from som_model.scenario.scenario import Scenario
from som_model.wording.table import Language, phrase


class Noticed(Protocol):
    """A result that tells what its reader should know."""

    @property
    def scenario(self) -> Scenario:
        """What was calculated."""
        ...

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader should know."""
        ...


@as_frame
def notices(result: Noticed, language: Language = "da") -> Table:
    """A row for each notice of a result: the address it is about, and what the reader should know.

    result: a projection, a simulation, a break-even or a budget.
    """
    return Table(
        name="notices",
        title=table_title(result.scenario, "notices", language),
        unit="",
        columns=(
            Column("address", phrase("review_address", language), "text"),
            Column("text", phrase("notices", language), "text"),
        ),
        rows=tuple((notice.address, notice.message.say(language)) for notice in result.notices),
    )


@as_frame
def review(reviewed: Review, language: Language = "da") -> Table:
    """A row for each question: address, what was found, why it matters, what to do."""
    heads = (("address", "review_address"), ("text", "review_text"), ("why", "review_why_head"), ("remedy", "review_do_head"))
    return Table(
        name="review",
        title=reviewed.title(language),
        unit="",
        columns=tuple(Column(key, phrase(words, language), "text") for key, words in heads),
        rows=tuple((remark.address, *remark.told(language)) for remark in reviewed),
    )
