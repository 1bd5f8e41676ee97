"""What stands beside and below a plot: what its marks stand for, and how the amount is split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.drawn.lettering import Scale, height_of, scale_for, wrapped
from som_model.presentation.drawn.sheet import Sheet
from som_model.presentation.style import INK, LABEL, MARGIN, SMALL, WIDTH, Fill, Stroke
from som_model.projection.projection import Projection
from som_model.wording.parties import PUBLIC_PAYERS
from som_model.wording.table import Language, label, phrase

ROOM = 190.0
"""The room beside the plot, in points."""
SAMPLE = 20.0
BETWEEN = 11.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled area, a line, or both; what it is, the figures that belong to it, and a word about them."""

    name: str
    figure: str
    fill: Fill | None = None
    stroke: Stroke | None = None
    detail: str = ""

    @property
    def names(self) -> list[str]:
        """The name in lines."""
        return wrapped(self.name, ROOM - SAMPLE - MARGIN - 14, SMALL, lines=3)

    @property
    def figures(self) -> list[str]:
        """The figures in lines."""
        return wrapped(self.figure, ROOM - SAMPLE - MARGIN - 14, LABEL, bold=True, lines=2) if self.figure else []

    @property
    def details(self) -> list[str]:
        """The word about the figures, in lines."""
        return wrapped(self.detail, ROOM - SAMPLE - MARGIN - 14, SMALL, lines=2) if self.detail else []

    @property
    def height(self) -> float:
        """Name and figures together, in points."""
        return height_of(len(self.names) + len(self.details), SMALL) + height_of(len(self.figures), LABEL)


def height_needed(marks: Sequence[Mark]) -> float:
    """How tall a plot must be to hold the list beside it, in points."""
    return sum(mark.height + BETWEEN for mark in marks)


def write_marks(made: Sheet, marks: Sequence[Mark]) -> None:
    """The list from the top of the plot downward."""
    left, top = WIDTH - ROOM + 14, made.top
    for mark in marks:
        _sample(made, mark, left, top - height_of(1, SMALL) / 2)
        below = top
        for lines, size in ((mark.names, SMALL), (mark.figures, LABEL), (mark.details, SMALL)):
            if lines:
                made.write(left + SAMPLE, below, "\n".join(lines), size=size, bold=size == LABEL, down="top")
                below -= height_of(len(lines), size)
        top -= mark.height + BETWEEN


def _sample(made: Sheet, mark: Mark, left: float, middle: float) -> None:
    if mark.fill is not None:
        made.swatch(left + 2, middle, mark.fill)
    if mark.stroke is not None:
        if mark.stroke.dashes:
            looks = {"color": mark.stroke.colour, "linestyle": mark.stroke.dashes, "linewidth": 2.0}
            made.stroke([left - 1, left + 15], [middle] * 2, **looks)
        if mark.stroke.marker:
            made.stroke([left + 7], [middle], color=mark.stroke.colour, marker=mark.stroke.marker, markersize=5, linestyle="none")


BASE_CASE = Stroke(INK, (0, (4, 2)), "")
"""The line of the base case, as in a tornado."""


def split(projection: Projection, scale: Scale) -> str:
    """Accumulated net of each public payer: 'kommune −0,40, region 0,90, stat 0,00 mio. kr.'"""
    amounts = projection.accumulated_net_by_payer
    named = ((label(payer, scale.language).lower(), amounts[payer]) for payer in PUBLIC_PAYERS)
    return "; ".join(f"{name} {scale.say_with_unit(amount)}" for name, amount in named)


def citizen_note(projection: Projection, language: Language) -> tuple[str, ...]:
    """A citizen's amount over the whole period, where there is one; it stands in no total."""
    amount = projection.accumulated_net_by_payer.get("citizen", 0.0)
    if abs(amount) < HALF_OERE:
        return ()
    return (phrase("citizen_beside_total", language).format(amount=scale_for([amount], language).say_with_unit(amount)),)
