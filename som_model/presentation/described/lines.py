"""The lines of a ledger: every counted line, and what prudence adds, with signs that add up to net."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import group_title, line_title
from som_model.wording.language import Language
from som_model.wording.table import phrase

NAMED_BLOCKS = ("residual", "saved_alternative", "funding")
"""Parts of the programme whose sign would surprise a reader who is not told what they are."""


@dataclass(frozen=True)
class Line:
    """One line of the ledger."""

    part: Literal["savings", "programme_cost"]
    address: str
    """The line's address; `prudence` for the allowance for optimism."""
    block: str
    amounts: Array
    """Kr. (payer, year) over PAYERS; positive = gain."""


def lines(projection: Projection) -> Iterator[Line]:
    """Savings first, then cost; the allowance for optimism last in each, where there is one."""
    balance = projection.balance
    for made, amounts in zip(projection.inputs.consequences, balance.savings_by_line, strict=True):
        yield Line("savings", made.address, made.block, amounts)
    if balance.prudence_on_savings.any():
        yield Line("savings", "prudence", "prudence", balance.prudence_on_savings)
    for made, amounts in zip(projection.inputs.programme, balance.cost_by_line, strict=True):
        yield Line("programme_cost", made.address, made.block, -amounts)
    if balance.prudence_on_cost.any():
        yield Line("programme_cost", "prudence", "prudence", -balance.prudence_on_cost)


def title(projection: Projection, line: Line, language: Language) -> str:
    """What readers see as the line's name."""
    if line.block == "prudence":
        return phrase("prudence", language)
    name = line_title(projection.scenario, line.address, language)
    return f"{name} ({phrase(line.block, language).lower()})" if line.block in NAMED_BLOCKS else name


def names(projection: Projection, language: Language) -> dict[tuple[str, str], str]:
    """(address, block) → title; the target group beside it where two lines share one."""
    titles = {(line.address, line.block): title(projection, line, language) for line in lines(projection)}
    shared = Counter(titles.values())
    return {
        key: f"{name} ({group_title(projection.scenario, key[0].split('.')[1], language)})"
        if shared[name] > 1 and key[1] == "consequences"
        else name
        for key, name in titles.items()
    }
