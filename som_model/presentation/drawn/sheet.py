"""The sheet a chart is drawn on: title, what is shown, plot and notes, laid out in points from the lower left corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from inspect import signature
from typing import Literal, ParamSpec

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from som_model.presentation.colophon import Colophon
from som_model.presentation.drawn.lettering import Scale, height_of, plain, width_of, wrapped
from som_model.presentation.saving import made_from, picture
from som_model.presentation.style import (
    FAINT_INK,
    GRID,
    INK,
    LABEL,
    LINE_SPACING,
    MARGIN,
    PAPER,
    SMALL,
    SUBTITLE,
    TITLE_SIZES,
    WIDTH,
    ZERO_LINE,
    Fill,
    plain_style,
)
from som_model.projection.projection import Projection
from som_model.wording.table import DEFAULT_LANGUAGE, Language, phrase

P = ParamSpec("P")
TICK_ROOM = 20.0
EDGE = 14.0
"""From the ends of lines to the edges of the plot."""
MANY_YEARS = 20
PER_INCH = 72.0
PIXELS_PER_INCH = 96
"""Of a web page; the picture itself has more, so that it is sharp."""


class Chart(Figure):
    """A matplotlib figure that knows what it was made from, and shows itself in a notebook without pyplot."""

    made_from: tuple[Colophon, ...] = ()
    """One for each scenario in it."""
    language: Language = DEFAULT_LANGUAGE

    def stating(self, language: Language, *made_from: Colophon) -> Chart:
        """The same chart, with what a file of it is to say of its making."""
        self.language, self.made_from = language, made_from
        return self

    def says(self, dated: date | None = None) -> str:
        """What it was made from, for each scenario in it, with the day where it is given."""
        return " | ".join(replace(each, dated=dated).say(self.language) for each in self.made_from)

    def _repr_png_(self) -> tuple[bytes, dict[str, int | str]]:
        """The picture, with the width it is shown at and its title for those who have it read aloud."""
        width = round(self.get_figwidth() * PIXELS_PER_INCH)
        return picture(self, "png"), {"width": width, "alt": str(self.get_label())}


def chart(draw: Callable[P, Chart]) -> Callable[P, Chart]:
    """Make a function that draws a result, in a language, one of `som.charts`: in the plain style, and with what a file of
    the chart is to say of its making."""

    @wraps(draw)
    def in_style(*args: P.args, **kwargs: P.kwargs) -> Chart:
        given = signature(draw).bind(*args, **kwargs)
        given.apply_defaults()
        with plain_style():
            figure = draw(*args, **kwargs)
        result = next(iter(given.arguments.values()))
        return figure if figure.made_from else figure.stating(given.arguments["language"], *made_from(result))

    return in_style


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands above and below a plot."""

    title: str
    subtitle: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure with one plot at left, bottom, of a width and height, all in points."""

    figure: Chart
    axes: Axes
    left: float
    bottom: float
    width: float
    height: float
    points: Transform

    @property
    def right(self) -> float:
        """The right edge of the plot."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The top of the plot."""
        return self.bottom + self.height

    def y_of(self, amount: float) -> float:
        """Where an amount stands, in points from the foot of the sheet."""
        low, high = self.axes.get_ylim()
        return self.bottom + (amount - low) / (high - low) * self.height

    def x_of(self, amount: float) -> float:
        """Where an amount stands, in points from the left edge of the sheet."""
        low, high = self.axes.get_xlim()
        return self.left + (amount - low) / (high - low) * self.width

    def bar(self, middle: float, amount: float, thick: float, fill: Fill, start: float = 0.0) -> None:
        """A level bar of an amount in kr. from where it starts; its middle and thickness are points above the plot's foot."""
        looks = {"color": fill.face, "hatch": fill.hatch, "edgecolor": fill.edge}
        self.axes.barh(middle, amount, thick, left=start, linewidth=0.6, zorder=2, **looks)  # type: ignore[arg-type]

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = LABEL,
        bold: bool = False,
        colour: str = INK,
        rotation: float = 0.0,
        across: Literal["left", "center", "right"] = "left",
        down: Literal["top", "center", "bottom"] = "center",
    ) -> Text:
        """Plain text at a place in points."""
        return self.figure.text(
            x,
            y,
            text,
            transform=self.points,
            fontsize=size,
            fontweight="bold" if bold else "normal",
            color=colour,
            ha=across,
            va=down,
            linespacing=LINE_SPACING,
            rotation=rotation,
        )

    def swatch(self, x: float, y: float, fill: Fill) -> None:
        """A small filled square, its left edge at x, its middle at y."""
        edge = INK if fill.edge == PAPER and not fill.hatch else fill.edge
        square = Rectangle((x, y - 5), 10, 10, facecolor=fill.face, edgecolor=edge, hatch=fill.hatch, linewidth=0.5)
        square.set_transform(self.points)
        self.figure.add_artist(square)

    def heading(self, lines: Sequence[str], top: float, height: float, rule: float, below: float = 2.0) -> None:
        """A text across the sheet in a strip of the plot whose top is so many points above its foot; the rule over it stands
        `rule` points under that top, and the text `below` it."""
        # On paper of its own, so that the grid does not run through it.
        self.axes.axhspan(top - height + 2, top, facecolor=PAPER, zorder=3.5)
        y = self.bottom + top - rule
        self.stroke([MARGIN, self.right], [y, y], color=GRID, linewidth=0.8)
        self.write(MARGIN, y - below, "\n".join(lines), bold=True, down="top")

    def stroke(self, xs: Sequence[float], ys: Sequence[float], **looks: object) -> None:
        """A line through places in points, outside the plot too."""
        self.figure.add_artist(Line2D(xs, ys, transform=self.points, **looks))  # type: ignore[arg-type]


def bare_sheet(whole: float, left: float, bottom: float, width: float, height: float) -> Sheet:
    """A sheet `whole` points tall with nothing on it but an empty plot without a frame, whose upright axis counts points."""
    figure = Chart(figsize=(WIDTH / PER_INCH, whole / PER_INCH), facecolor=PAPER)
    axes = figure.add_axes((left / WIDTH, bottom / whole, width / WIDTH, height / whole))
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_ylim(0, height)
    axes.tick_params(length=0, labelsize=SMALL, colors=INK, pad=4)
    axes.set_axisbelow(True)
    return Sheet(figure, axes, left, bottom, width, height, Affine2D().scale(1 / PER_INCH) + figure.dpi_scale_trans)


def sheet(caption: Caption, height: float, left: float = MARGIN, right: float = MARGIN, above: float = 0.0) -> Sheet:
    """An empty sheet whose plot is `height` points tall; the sheet grows with its title and notes.

    left, right, above: room beside and over the plot, in points.
    """
    # The title stands at the largest size that holds all of it; at the smallest it ends in an ellipsis.
    for size, most in TITLE_SIZES:
        title = wrapped(caption.title, WIDTH - 2 * MARGIN, size, bold=True)
        if len(title) <= most:
            break
    else:
        title = wrapped(caption.title, WIDTH - 2 * MARGIN, size, bold=True, lines=most)
    subtitle = [row for part in caption.subtitle.split("\n") for row in wrapped(part, WIDTH - 2 * MARGIN, SUBTITLE)]
    notes = [row for note in caption.notes for row in wrapped(note, WIDTH - 2 * MARGIN, SMALL, lines=3)]
    header = height_of(len(title), size) + 5 + height_of(len(subtitle), SUBTITLE) + 14 + above
    footer = TICK_ROOM + (height_of(len(notes), SMALL) + 8 if notes else 0)
    whole = MARGIN + header + height + footer + MARGIN
    plot = bare_sheet(whole, left, MARGIN + footer, WIDTH - left - right, height)
    plot.figure.set_label(f"{plain(caption.title)}. {plain(caption.subtitle)}")
    top = whole - MARGIN
    plot.write(MARGIN, top, "\n".join(title), size=size, bold=True, down="top")
    plot.write(MARGIN, top - height_of(len(title), size) - 5, "\n".join(subtitle), size=SUBTITLE, colour=FAINT_INK, down="top")
    if notes:
        plot.write(MARGIN, MARGIN, "\n".join(notes), size=SMALL, colour=FAINT_INK, down="bottom")
    return plot


def in_words(caption: Caption, rows: Sequence[str], space: float = 6.0, colour: str = INK) -> Chart:
    """A sheet without a plot, where there is nothing to draw: what is so in words, with space above and below them."""
    plot = sheet(caption, height_of(len(rows), SUBTITLE) + 2 * space)
    plot.axes.set_axis_off()
    plot.write(MARGIN, plot.top - space, "\n".join(rows), size=SUBTITLE, colour=colour, down="top")
    return plot.figure


def subtitle(shown: str, projection: Projection, scale: Scale, sign: str) -> str:
    """What is shown, in which unit and prices, and what a positive amount means."""
    level, language = scale.price_level(projection), scale.language
    return phrase("chart_subtitle", language).format(shown=shown, level=level, sign=phrase(sign, language))


def axis_room(low: float, high: float, scale: Scale) -> float:
    """The room that an upright axis of amounts needs to the left of its plot, in points."""
    _, written = scale.ticks(low, high)
    return MARGIN + SMALL + 14 + max(width_of(text, SMALL) for text in written)


def amounts_upward(plot: Sheet, low: float, high: float, scale: Scale) -> None:
    """The upright axis of amounts in kr.: ticks, faint grid, zero line, and what is gain and what loss."""
    axes = plot.axes
    axes.set_ylim(low, high)
    places, written = scale.ticks(low, high)
    axes.set_yticks(places, written)
    axes.grid(axis="y", color=GRID, linewidth=0.7)
    axes.axhline(0, color=ZERO_LINE, linewidth=1.4, zorder=3)
    zero = plot.y_of(0.0)
    for key, foot, head in (("gain_above", zero, plot.top), ("loss_below", plot.bottom, zero)):
        word = phrase(key, scale.language)
        if head - foot >= width_of(word, SMALL) + 4:
            plot.write(MARGIN + SMALL / 2, (foot + head) / 2, word, size=SMALL, colour=FAINT_INK, across="center", rotation=90)


def amounts_across(plot: Sheet, low: float, high: float, scale: Scale) -> None:
    """The level axis of amounts in kr.: ticks, faint grid and zero line; the upright one is not written."""
    axes = plot.axes
    axes.set_yticks([])
    axes.set_xlim(low, high)
    places, written = scale.ticks(low, high)
    axes.set_xticks(places, written)
    axes.grid(axis="x", color=GRID, linewidth=0.7)
    axes.axvline(0, color=ZERO_LINE, linewidth=1.4, zorder=3)


def years_across(plot: Sheet, years: Sequence[int], low: float, high: float) -> list[int]:
    """The level axis of years at 0, 1, 2 …; as many are named as there is room for.

    Returns the places that are named.
    """
    axes = plot.axes
    axes.set_xlim(low, high)
    apart = plot.width / (high - low)
    wanted = width_of("2000", SMALL) + 7
    step = next((step for step in (1, 2, 5, 10) if step * apart >= wanted), 20)
    named = [i for i, year in enumerate(years) if (year % step == 0 if step > 2 else i % step == 0)]
    axes.set_xticks(named, [str(years[i]) for i in named])
    return named


def years_of_lines(plot: Sheet, years: Sequence[int]) -> list[int]:
    """The level axis of years under lines, which end a little inside the plot.

    Returns the places of their markers: every year, or of many the first, those that are named and the last.
    """
    beyond = EDGE / (plot.width - 2 * EDGE) * (len(years) - 1) or 0.5
    named = years_across(plot, years, -beyond, len(years) - 1 + beyond)
    return list(range(len(years))) if len(years) <= MANY_YEARS else sorted({0, *named, len(years) - 1})
