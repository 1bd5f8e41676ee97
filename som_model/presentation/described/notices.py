"""What the reader should know of a result, as a table: a row for each notice."""

from __future__ import annotations

from typing import Protocol

from som_model.errors import Notice
from som_model.presentation.described.table import Column, Table
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.language import Language
from som_model.wording.table import phrase


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


def notices(result: Noticed, language: Language = "da") -> Table:
    """The address that each notice is about, and what it says."""
    return Table(
        name="notices",
        title=f"{full_title(result.scenario, language)}: {phrase('notices', language).lower()}",
        unit="",
        columns=(
            Column("address", phrase("review_address", language), "text"),
            Column("text", phrase("notices", language), "text"),
        ),
        rows=tuple((each.address, each.message.say(language)) for each in result.notices),
    )
