"""How much of each list and text a brief holds: all that is usual, or less where the texts of a scenario are long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """The most entries of each list, and the most characters of each text."""

    assumptions: int = 8
    swings: int = 4
    weak_prices: int = 2
    left_out: int = 4
    questions: int = 5
    sources: int = 6
    groups: int = 3
    variants: int = 4
    """Beside the one shown."""
    name: int = 78
    """Of an assumption in a table."""
    source: int = 70
    """Of a source in a table."""
    entry: int = 150
    """Of an entry of a list."""
    notes: int = 660
    """Of what the scenario says of itself."""
    title: int = 150
    """Of the scenario and its variant."""


AMPLE = Room()
LESS = (
    Room(questions=4, sources=5, notes=600, entry=130),
    Room(questions=3, sources=4, notes=500, entry=110, weak_prices=1),
    Room(assumptions=7, left_out=3, questions=3, sources=4, notes=450, entry=110, weak_prices=1),
    Room(6, 3, 1, 3, 3, 3, 2, 3, name=60, source=45, entry=90, notes=300, title=120),
    Room(5, 3, 1, 2, 3, 2, 2, 3, name=50, source=40, entry=80, notes=180, title=100),
    Room(4, 2, 0, 2, 2, 2, 1, 1, name=40, source=25, entry=70, notes=90, title=80),
    Room(3, 1, 0, 1, 1, 1, 1, 1, name=36, source=20, entry=60, notes=60, title=70),
)
"""Ever less, until two pages hold the brief."""
