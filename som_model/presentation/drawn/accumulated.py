"""When a programme has paid for itself: accumulated net by year, a line for each scenario, names and amounts at the ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.comparison import Comparison, same_axes
from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.described.by_payer import of_payer
from som_model.presentation.drawn.lettering import Scale, height_of, limits, scale_for, wrapped
from som_model.presentation.drawn.marks import beside_total, split
from som_model.presentation.drawn.rows import title_of_all
from som_model.presentation.drawn.sheet import (
    Caption,
    Chart,
    Sheet,
    amounts_upward,
    axis_room,
    chart,
    sheet,
    subtitle,
    years_of_lines,
)
from som_model.presentation.style import BELOW_ZERO, FAINT_INK, INK, LABEL, MARGIN, SMALL, STROKES, WIDTH, Stroke
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

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


def write_line_ends(plot: Sheet, ends: Sequence[LineEnd], scale: Scale) -> None:
    """Each end as near its line as the others leave room for, joined to it by a thin line."""
    ordered = sorted(ends, key=lambda end: -end.amount)
    wanted = [plot.y_of(end.amount) + end.height / 2 for end in ordered]
    tops = _apart(wanted, [end.height for end in ordered], plot.bottom, plot.top)
    left = WIDTH - MARGIN - ROOM
    for end, top in zip(ordered, tops, strict=True):
        middle = top - end.height / 2
        at = plot.y_of(end.amount)
        plot.stroke([plot.right - 4, plot.right + 8, left - 24], [at, at, middle], color="#999999", linewidth=0.7)
        colour = end.stroke.colour
        plot.stroke([left - 24, left - 4], [middle] * 2, color=colour, linestyle=end.stroke.dashes, linewidth=2)
        plot.stroke([left - 14], [middle], color=colour, marker=end.stroke.marker, markersize=5, linestyle="none")
        y = top
        for text, size, bold in (
            ("\n".join(end.names), LABEL, False),
            (scale.say_with_unit(end.amount), LABEL, True),
            ("\n".join(end.outcomes), SMALL, False),
        ):
            if text:
                plot.write(left, y, text, size=size, bold=bold, colour=FAINT_INK if size == SMALL else "#000000", down="top")
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


HEIGHT = 270.0
END_ROOM = 200.0
MARGIN_SHARE = 0.06
MOST_NOTES = 3
NAME_IN_NOTE = 240.0


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario's accumulated net of the public purse, kr. (year,); a name where there are several."""

    name: str
    projection: Projection
    amounts: Array
    stroke: Stroke


@chart
def accumulated(result: Projection | Comparison, language: Language = "da") -> Chart:
    """When has it paid for itself? Accumulated net of the public purse by year, kr., undiscounted: a line for each
    scenario, with its payback year ringed and the amount at the end of the period written.

    result: one projection, or a comparison whose scenarios are drawn beside each other. Raises SomError for scenarios of
    different years or price years, which share no axis.
    """
    if isinstance(result, Comparison):
        same_axes(result)
        result = result[0] if len(result) == 1 else result
    projections, names = ([result], [""]) if isinstance(result, Projection) else (list(result), result.titles(language))
    lines = [
        Line(name, projection, projection.total(projection.accumulated), STROKES[i % len(STROKES)])
        for i, (name, projection) in enumerate(zip(names, projections, strict=True))
    ]
    first = lines[0].projection
    scale = scale_for((float(amount) for line in lines for amount in line.amounts), language)
    caption = Caption(
        full_title(first.scenario, language) if isinstance(result, Projection) else title_of_all(result, language),
        subtitle(phrase("accumulated_title", language), first, scale, "accumulated_sign"),
        _notes(lines, scale),
    )
    ends = [
        LineEnd(line.name, float(line.amounts[-1]), how_it_ended(line.projection, TOTAL, language), line.stroke) for line in lines
    ]
    low, high = limits((float(amount) for line in lines for amount in line.amounts), margin=MARGIN_SHARE)
    plot = sheet(caption, max(HEIGHT, heights_needed(ends)), left=axis_room(low, high, scale), right=END_ROOM)
    amounts_upward(plot, low, high, scale)
    plot.axes.axhspan(low, 0, facecolor=BELOW_ZERO, zorder=0)
    _draw(plot, lines)
    write_line_ends(plot, ends, scale)
    return plot.figure


def how_it_ended(projection: Projection, payer: str, language: Language) -> str:
    """When a payer, or the public purse, has its money back; else a loss at the end, or that there was no cost to pay back."""
    year = projection.payback_by_payer[payer]
    if year is not None:
        return phrase("paid_back_in", language).format(year=year)
    if of_payer(projection, projection.accumulated, payer)[-1] <= -HALF_OERE:
        return phrase("loss_at_end", language).format(year=projection.years[-1])
    return phrase("payback_none", language).capitalize()


def draw_line(plot: Sheet, amounts: Array, stroke: Stroke, marked: Sequence[int], size: float = 6.0) -> None:
    """An amount by year as a line, with markers of that size at some of its places."""
    [line] = plot.axes.plot(np.arange(len(amounts)), amounts, linewidth=2, markersize=size, zorder=4, clip_on=False)
    line.set(color=stroke.colour, linestyle=stroke.dashes, marker=stroke.marker, markevery=marked)


def _notes(lines: Sequence[Line], scale: Scale) -> tuple[str, ...]:
    language = scale.language
    notes = [phrase("payback_ring", language)] if any(line.projection.payback_year for line in lines) else []
    if len(lines) <= MOST_NOTES:
        note = phrase("split_of_at_end" if lines[0].name else "split_at_end", language)
        last = lines[0].projection.years[-1]
        for line in lines:
            name = wrapped(line.name, NAME_IN_NOTE, SMALL, lines=1)[0]
            notes.append(note.format(name=name, year=last, split=split(line.projection, scale)))
    if len(lines) == 1:
        notes += beside_total(lines[0].projection, language)
    return tuple(notes)


def _draw(plot: Sheet, lines: Sequence[Line]) -> None:
    """The axis of years, and each line with its markers and a ring around its payback year."""
    years = lines[0].projection.years
    marked = years_of_lines(plot, years)
    for line in lines:
        draw_line(plot, line.amounts, line.stroke, marked)
        if line.projection.payback_year is not None:
            place = line.projection.years.index(line.projection.payback_year)
            plot.axes.plot(
                [place],
                [line.amounts[place]],
                linestyle="none",
                marker="o",
                markersize=14,
                markerfacecolor="none",
                markeredgecolor=INK,
                markeredgewidth=1.4,
                zorder=5,
                clip_on=False,
            )
