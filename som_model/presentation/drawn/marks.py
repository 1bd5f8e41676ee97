"""What stands beside and below a plot: what its marks stand for, and how the amount is split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.drawn.lettering import Scale, height_of, scale_for, wrapped
from som_model.presentation.drawn.sheet import Sheet
from som_model.presentation.style import INK, LABEL, MARGIN, SMALL, WIDTH, Fill, Stroke
from som_model.projection.projection import Projection
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


def write_marks(plot: Sheet, marks: Sequence[Mark]) -> None:
    """The list from the top of the plot downward."""
    left, top = WIDTH - ROOM + 14, plot.top
    for mark in marks:
        middle, stroke = top - height_of(1, SMALL) / 2, mark.stroke
        if mark.fill is not None:
            plot.swatch(left + 2, middle, mark.fill)
        if stroke is not None and stroke.dashes:
            plot.stroke([left - 1, left + 15], [middle] * 2, color=stroke.colour, linestyle=stroke.dashes, linewidth=2.0)
        if stroke is not None and stroke.marker:
            plot.stroke([left + 7], [middle], color=stroke.colour, marker=stroke.marker, markersize=5, linestyle="none")
        below = top
        for lines, size in ((mark.names, SMALL), (mark.figures, LABEL), (mark.details, SMALL)):
            if lines:
                plot.write(left + SAMPLE, below, "\n".join(lines), size=size, bold=size == LABEL, down="top")
                below -= height_of(len(lines), size)
        top -= mark.height + BETWEEN


BASE_CASE = Stroke(INK, (0, (4, 2)), "")
"""The line of the base case, as in a tornado."""


def split(projection: Projection, scale: Scale) -> str:
    """Accumulated net of each public payer: 'kommune −0,40 mio. kr.; region 0,90 mio. kr.'"""
    return _named({projection.payers[row]: amount for row, amount in _accumulated(projection) if row in projection.public}, scale)


def beside_total(projection: Projection, language: Language) -> tuple[str, ...]:
    """What those gain or lose over the whole period who are in no total: citizens and other private payers."""
    private = {projection.payers[row]: amount for row, amount in _accumulated(projection) if row not in projection.public}
    shown = {payer: amount for payer, amount in private.items() if abs(amount) >= HALF_OERE}
    if not shown:
        return ()
    return (phrase("beside_total", language).format(amounts=_named(shown, scale_for(shown.values(), language))),)


def _accumulated(projection: Projection) -> list[tuple[int, float]]:
    return list(enumerate(projection.net.sum(axis=1).tolist()))


def _named(amounts: Mapping[str, float], scale: Scale) -> str:
    return "; ".join(f"{label(payer, scale.language).lower()} {scale.say_with_unit(amount)}" for payer, amount in amounts.items())
