"""Level bars under each other, each with its name to the left and its amount at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from som_model.presentation.drawn.lettering import height_of, width_of, wrapped
from som_model.presentation.drawn.scale import Scale, limits
from som_model.presentation.drawn.sheet import Caption, Sheet, amounts_across, sheet
from som_model.presentation.style import GRID, LABEL, MARGIN, PAPER, WIDTH, Fill

WIDEST_NAME = 215.0
GAP = 5.0
BAR = 12.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount in kr.; its name takes two lines at most."""

    name: str
    amount: float
    fill: Fill
    bold: bool = False

    @property
    def lines(self) -> list[str]:
        """The name in lines."""
        return wrapped(self.name, WIDEST_NAME, LABEL, self.bold, lines=2)

    @property
    def height(self) -> float:
        """The height of the row in points."""
        return max(BAR, height_of(len(self.lines), LABEL)) + GAP


@dataclass(frozen=True, slots=True)
class Heading:
    """A rule across the sheet, and under it a text, where there is one, about the bars that follow."""

    text: str

    @property
    def lines(self) -> list[str]:
        """The text in lines."""
        return wrapped(self.text, WIDTH - 2 * MARGIN, LABEL, bold=True, lines=3)

    @property
    def height(self) -> float:
        """The height of the row in points."""
        return height_of(len(self.lines), LABEL) + 2.5 * GAP if self.text else 2.5 * GAP


def bars(caption: Caption, rows: Sequence[Bar | Heading], scale: Scale) -> Sheet:
    """The rows from the top down."""
    listed = [row for row in rows if isinstance(row, Bar)]
    column = max(width_of(line, LABEL, row.bold) for row in listed for line in row.lines)
    made = sheet(caption, sum(row.height for row in rows) + GAP, left=MARGIN + column + 10)
    made.axes.set_ylim(0, made.height)
    made.axes.set_yticks([])
    amounts_across(made, *_room_for_labels(listed, scale, made.width), scale)
    top = made.height
    for row in rows:
        if isinstance(row, Bar):
            _bar(made, row, top - row.height / 2, scale)
        else:
            _heading(made, row, top)
        top -= row.height
    return made


def _heading(made: Sheet, row: Heading, top: float) -> None:
    """On paper of its own, so that the grid does not run through it."""
    made.axes.axhspan(top - row.height + 2, top, facecolor=PAPER, zorder=3.5)
    y = made.bottom + top - 1.5 * GAP
    made.stroke([MARGIN, made.right], [y + 2, y + 2], color=GRID, linewidth=0.8)
    made.write(MARGIN, y, "\n".join(row.lines), bold=True, down="top")


def _bar(made: Sheet, row: Bar, middle: float, scale: Scale) -> None:
    fill, back, y = row.fill, row.amount < 0, made.bottom + middle
    made.axes.barh(middle, row.amount, BAR, color=fill.face, hatch=fill.hatch, edgecolor=fill.edge, linewidth=0.6, zorder=2)
    made.write(made.left - 8, y, "\n".join(row.lines), bold=row.bold, across="right")
    low, high = made.axes.get_xlim()
    end = made.left + (row.amount - low) / (high - low) * made.width
    written = scale.say(row.amount)
    made.write(end - 4 if back else end + 4, y, written, bold=row.bold, across="right" if back else "left")


def _room_for_labels(rows: list[Bar], scale: Scale, width: float) -> tuple[float, float]:
    """The ends of the axis in kr., so that the amounts written at the ends of the bars stay inside the plot."""
    low, high = limits(row.amount for row in rows)
    labels = [(row.amount < 0, width_of(scale.say(row.amount), LABEL, row.bold) + 8) for row in rows]
    before = max((label for back, label in labels if back), default=0.0)
    after = max((label for back, label in labels if not back), default=0.0)
    kroner = (high - low) / max(width - before - after, 1.0)
    return low - before * kroner, high + after * kroner
