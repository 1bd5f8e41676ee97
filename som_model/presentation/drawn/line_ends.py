"""Names and final amounts at the ends of lines, pushed apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from som_model.presentation.drawn.lettering import height_of, wrapped
from som_model.presentation.drawn.scale import Scale
from som_model.presentation.drawn.sheet import Sheet
from som_model.presentation.style import FAINT_INK, LABEL, MARGIN, SMALL, WIDTH, Stroke

BETWEEN = 7.0
ROOM = 148.0
MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class LineEnd:
    """What stands at the end of a line: whose it is, its amount in kr., and how it ended."""

    name: str
    amount: float
    outcome: str
    stroke: Stroke

    @property
    def names(self) -> list[str]:
        """The name in lines."""
        return wrapped(self.name, ROOM, LABEL, lines=MOST_LINES) if self.name else []

    @property
    def outcomes(self) -> list[str]:
        """How it ended, in lines."""
        return wrapped(self.outcome, ROOM, SMALL, lines=2)

    @property
    def height(self) -> float:
        """Name, amount and outcome together, in points."""
        return height_of(len(self.names) + 1, LABEL) + height_of(len(self.outcomes), SMALL)


def heights_needed(ends: Sequence[LineEnd]) -> float:
    """How tall a plot must be to hold all ends beside it, in points."""
    return sum(end.height + BETWEEN for end in ends)


def write_line_ends(made: Sheet, ends: Sequence[LineEnd], scale: Scale) -> None:
    """Each end as near its line as the others leave room for, joined to it by a thin line."""
    ordered = sorted(ends, key=lambda end: -end.amount)
    wanted = [made.y_of(end.amount) + end.height / 2 for end in ordered]
    tops = _apart(wanted, [end.height for end in ordered], made.bottom, made.top)
    left = WIDTH - MARGIN - ROOM
    for end, top in zip(ordered, tops, strict=True):
        middle = top - end.height / 2
        at = made.y_of(end.amount)
        made.stroke([made.right - 4, made.right + 8, left - 24], [at, at, middle], color="#999999", linewidth=0.7)
        colour = end.stroke.colour
        made.stroke([left - 24, left - 4], [middle] * 2, color=colour, linestyle=end.stroke.dashes, linewidth=2)
        made.stroke([left - 14], [middle], color=colour, marker=end.stroke.marker, markersize=5, linestyle="none")
        y = top
        for text, size, bold in (
            ("\n".join(end.names), LABEL, False),
            (scale.say_with_unit(end.amount), LABEL, True),
            ("\n".join(end.outcomes), SMALL, False),
        ):
            if text:
                made.write(left, y, text, size=size, bold=bold, colour=FAINT_INK if size == SMALL else "#000000", down="top")
                y -= height_of(text.count("\n") + 1, size)


def _apart(tops: Sequence[float], heights: Sequence[float], foot: float, head: float) -> list[float]:
    """The tops, from the highest down, moved as little as needed to stay between foot and head and off each other."""
    placed: list[float] = []
    limit = head
    for top, height in zip(tops, heights, strict=True):
        placed.append(min(top, limit))
        limit = placed[-1] - height - BETWEEN
    limit = foot
    for i in reversed(range(len(placed))):
        placed[i] = max(placed[i], limit + heights[i])
        limit = placed[i] + BETWEEN
    return placed
