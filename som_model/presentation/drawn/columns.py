"""Net by year, stacked: of each payer, or of one payer by budget area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from som_model.presentation.described.ledger import net_by_area
from som_model.presentation.drawn.lettering import Scale, height_of, limits, scale_for, width_of, wrapped
from som_model.presentation.drawn.marks import beside_total
from som_model.presentation.drawn.sheet import (
    Caption,
    Chart,
    Sheet,
    amounts_upward,
    axis_room,
    chart,
    sheet,
    subtitle,
    years_across,
)
from som_model.presentation.style import (
    AREA_FILLS,
    FAINT_INK,
    GRID,
    INK,
    LABEL,
    MARGIN,
    PAPER,
    PAYER_FILLS,
    SMALL,
    SMALLEST,
    WIDTH,
    Fill,
)
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.parties import PUBLIC_PAYERS, Payer
from som_model.wording.table import Language, label, phrase

HEIGHT = 250.0
MARGIN_SHARE = 0.03
KEY_ROOM = 170.0


@dataclass(frozen=True, slots=True)
class Layer:
    """One part of every column: a payer's or an area's net, kr. (year,)."""

    name: str
    amounts: Array
    fill: Fill


def scale_of_columns(layers: Sequence[Layer], language: Language) -> Scale:
    """The unit that suits the tallest column."""
    return scale_for([*np.concatenate(_ends(layers))], language)


def columns(caption: Caption, years: Sequence[int], layers: Sequence[Layer], scale: Scale) -> Sheet:
    """The stacked columns, and beside them what each part comes to over the whole period."""
    sums = np.sum([layer.amounts for layer in layers], axis=0)
    written = [scale.say(float(amount)) for amount in sums]
    low, high = limits(np.concatenate(_ends(layers)), margin=MARGIN_SHARE)
    total = f"◆ {phrase('stack_total', scale.language)}"
    left = max(axis_room(low, high, scale), MARGIN + width_of(total, LABEL, True) + 8)
    apart = (WIDTH - left - KEY_ROOM) / (len(years) + 0.2)
    level = [size for size in (LABEL, SMALL) if max(width_of(text, size, True) for text in written) + 4 <= apart]
    upright, size = not level, level[0] if level else max(SMALLEST, min(SMALL, apart * 0.8))
    strip = (max(width_of(text, size, True) for text in written) if upright else height_of(1, size)) + 16
    plot = sheet(caption, HEIGHT, left=left, right=KEY_ROOM, above=strip)
    years_across(plot, years, -0.6, len(years) - 0.4)
    amounts_upward(plot, low, high, scale)
    _stack(plot, layers, sums)
    # The sums stand in a row of their own above the columns, where none is read as the height of a bar.
    foot = plot.top + 13
    plot.stroke([MARGIN, plot.right], [plot.top + 9] * 2, color=GRID, linewidth=0.8)
    plot.write(plot.left - 8, foot, total, bold=True, across="right", down="bottom")
    for i, text in enumerate(written):
        x = plot.left + (i + 0.6) / (len(written) + 0.2) * plot.width
        plot.write(x, foot, text, size=size, bold=True, across="center", down="bottom", rotation=90 if upright else 0)
    _key(plot, layers, scale)
    return plot


def _ends(layers: Sequence[Layer]) -> tuple[Array, Array]:
    """How far down and up each column reaches, kr. (year,)."""
    amounts = np.array([layer.amounts for layer in layers])
    return np.minimum(amounts, 0).sum(axis=0), np.maximum(amounts, 0).sum(axis=0)


def _stack(plot: Sheet, layers: Sequence[Layer], sums: Array) -> None:
    """Gains upward and losses downward from zero, and a diamond at each sum."""
    gained = np.zeros_like(sums)
    lost = np.zeros_like(gained)
    for layer in layers:
        foot = np.where(layer.amounts >= 0, gained, lost)
        plot.axes.bar(
            range(len(gained)),
            layer.amounts,
            0.7,
            bottom=foot,
            color=layer.fill.face,
            hatch=layer.fill.hatch,
            edgecolor=layer.fill.edge,
            linewidth=0.6,
            zorder=2,
        )
        gained, lost = gained + np.maximum(layer.amounts, 0), lost + np.minimum(layer.amounts, 0)
    plot.axes.plot(
        range(len(sums)),
        sums,
        linestyle="none",
        marker="D",
        markersize=min(6.0, 100 / len(sums) + 2),
        color=INK,
        markeredgecolor=PAPER,
        markeredgewidth=1,
        zorder=4,
        clip_on=False,
    )


def _key(plot: Sheet, layers: Sequence[Layer], scale: Scale) -> None:
    """Each part's name and amount over the whole period, in the order of the table, the sum last."""
    left, right = plot.right + 16, WIDTH - MARGIN
    plot.write(right, plot.top, phrase("period_total", scale.language), size=SMALL, colour=FAINT_INK, across="right", down="top")
    y = plot.top - 16
    rows: list[tuple[str, float, Fill | None]] = [(layer.name, float(layer.amounts.sum()), layer.fill) for layer in layers]
    rows.append((phrase("stack_total", scale.language), sum(amount for _, amount, _ in rows), None))
    for name, amount, fill in rows:
        bold = fill is None
        written = scale.say(amount)
        lines = wrapped(name, right - left - 18 - width_of(written, LABEL, bold) - 8, LABEL, bold, lines=3)
        if bold:
            plot.stroke([left, right], [y - 1, y - 1], color=INK, linewidth=0.8)
            y -= 5
        middle = y - height_of(1, LABEL) / 2
        if fill is not None:
            plot.swatch(left, middle, fill)
        else:
            plot.stroke([left + 5], [middle], marker="D", markersize=6, color=INK, linestyle="none")
        plot.write(left + 18, y, "\n".join(lines), bold=bold, down="top")
        plot.write(right, y, written, bold=bold, across="right", down="top")
        y -= height_of(len(lines), LABEL) + 5


@chart
def by_payer(projection: Projection, language: Language = "da") -> Chart:
    """Who gains and who pays, year by year? Net of municipality, region and state, kr., stacked: gains upward, losses
    downward, the public total marked and written.

    What citizens and other private payers gain or lose stands in no total; it is told below the chart.
    """
    layers = [Layer(label(payer, language), projection.net[i], PAYER_FILLS[payer]) for i, payer in enumerate(PUBLIC_PAYERS)]
    scale = scale_of_columns(layers, language)
    shown = phrase("by_payer_title", language)
    caption = Caption(
        full_title(projection.scenario, language),
        subtitle(f"{shown}: {phrase('net', language).lower()}", projection, scale, "positive_is_gain"),
        beside_total(projection, language),
    )
    return columns(caption, projection.years, layers, scale).figure


@chart
def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> Chart:
    """Which part of the budget does it move? One payer's net by budget area (*styringsområde*) and year, kr., stacked;
    the municipality's unless named.

    Raises UnknownName for a payer that does not exist.
    """
    layers = [Layer(label(area, language), amounts, AREA_FILLS[area]) for area, amounts in net_by_area(projection, payer).items()]
    scale = scale_of_columns(layers, language)
    shown = phrase("by_area_title", language).format(payer=label(payer, language))
    caption = Caption(full_title(projection.scenario, language), subtitle(shown, projection, scale, "positive_is_gain"))
    return columns(caption, projection.years, layers, scale).figure
