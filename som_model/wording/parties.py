"""Who pays and who gains: one row for each party, and everything that tells it from the others.

A party added here has its row in every array, table, chart, sheet and file; no code lists them anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias


class Party(NamedTuple):
    """A payer: what it is called, whether it counts in the public total, and how charts draw it."""

    key: str
    """What one writes in a scenario."""
    public: bool
    """Whether it counts in the public total; the others are shown beside it where a counted line names them."""
    label: tuple[str, str]
    """Danish and English, as a heading."""
    the: tuple[str, str]
    """Danish and English inside a sentence, in the definite."""
    colour: str
    hatch: str = ""
    dashes: str = "solid"
    """How its line is drawn beside the others', in Excel's words."""


PARTIES: tuple[Party, ...] = (
    Party("municipality", True, ("Kommune", "Municipality"), ("kommunen", "the municipality"), "#00466E"),
    Party("region", True, ("Region", "Region"), ("regionen", "the region"), "#56B4E9", "////", "dash"),
    Party("state", True, ("Stat", "State"), ("staten", "the state"), "#F0C860", dashes="square_dot"),
    Party("citizen", False, ("Borger", "Citizen"), ("borgeren", "the citizen"), "#777777", "....", "long_dash"),
)
"""In the order in which they are shown: the public ones first."""

PUBLIC_PAYERS: tuple[str, ...] = tuple(party.key for party in PARTIES if party.public)
PAYERS: tuple[str, ...] = tuple(party.key for party in PARTIES)
TOTAL = "total"
"""The public payers together."""

if TYPE_CHECKING:
    Payer: TypeAlias = str
else:
    Payer = Literal[PAYERS]
    """Where a payer is read, any other word is refused."""

_BY_KEY = {party.key: party for party in PARTIES}


def party(key: str) -> Party:
    """The row of a payer. Raises KeyError for a word that is none."""
    return _BY_KEY[key]


def is_public(payer: str) -> bool:
    """Whether a payer counts in the public total."""
    return _BY_KEY[payer].public


def public_rows(payers: Sequence[str]) -> list[int]:
    """The rows of an array by payer that make up the public total."""
    return [row for row, payer in enumerate(payers) if is_public(payer)]


def party_labels() -> dict[str, tuple[str, str]]:
    """Key → (Danish, English): the label of each party."""
    return {party.key: party.label for party in PARTIES}


def party_words() -> dict[str, tuple[str, str]]:
    """Key → (Danish, English): the name of each party inside a sentence, in the definite."""
    return {f"the_{party.key}": party.the for party in PARTIES}


def inside_a_sentence(key: str) -> tuple[str, str]:
    """The label as it stands inside a sentence: kommune, municipality."""
    danish, english = _BY_KEY[key].label
    return danish.lower(), english.lower()


def danish_names() -> dict[str, str]:
    """What a Danish hand may write for a party → its key: kommune, kommunen."""
    return {word: party.key for party in PARTIES for word in (party.label[0].lower(), party.the[0])}
