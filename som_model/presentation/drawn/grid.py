"""Two assumptions together: where it pays and where it does not, and the line between."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import matplotlib
import numpy as np
from matplotlib.colors import to_hex, to_rgb
from matplotlib.ticker import MaxNLocator

from som_model.analysis.grid import Grid
from som_model.analysis.outcome import HALF_OERE, Outcome
from som_model.presentation.described.amounts import sign_of
from som_model.presentation.drawn.lettering import Scale, height_of, scale_for, width_of, wrapped
from som_model.presentation.drawn.sheet import TICK_ROOM, Caption, Chart, Sheet, chart, sheet
from som_model.presentation.style import COST, FAINT_INK, INK, LABEL, MARGIN, PAPER, SAVINGS, SMALL, WIDTH, Fill
from som_model.projection.figures import Array
from som_model.resolved.titles import full_title
from som_model.wording.table import Language, phrase

HEIGHT = 280.0
KEY_ROOM = 138.0
BANDS = 7
PALEST = 0.18
"""How much of its colour the band next to 0 has."""
HATCH = "////"


@chart
def grid(found: Grid, language: Language = "da") -> Chart:
    """Which pairs of two figures pay off? The outcome in kr. over two figures at once: gains and losses in two colours,
    the line on which it breaks even drawn and named.

    The stated values are marked where they lie within the ranges.
    """
    scale = scale_for((float(amount) for amount in found.outcomes.flat), language)
    shown = phrase("grid_shown", language).format(outcome=Outcome(found.outcome, found.payer).message().say(language))
    level = phrase("price_level", language).format(unit=phrase(scale.unit, language), price_year=found.scenario.price_year)
    sign = phrase(sign_of(found.scenario, found.outcome), language)
    subtitle = phrase("chart_subtitle", language).format(shown=shown, level=level, sign=sign)
    plot = _sheet(found, Caption(full_title(found.scenario, language), subtitle, (found.say_line(language),)), language)
    edges, fills = _bands(found.outcomes, scale)
    if edges[-1] - edges[0] < HALF_OERE:
        plot.axes.set_facecolor(fills[0].face)
    else:
        levels = np.array(edges)
        levels[0], levels[-1] = levels[0] - HALF_OERE, levels[-1] + HALF_OERE
        faces, hatches = [fill.face for fill in fills], [fill.hatch or None for fill in fills]
        outcomes = (found.values_a, found.values_b, found.outcomes.T)
        with matplotlib.rc_context({"hatch.color": PAPER}):
            plot.axes.contourf(*outcomes, levels=levels, colors=faces, hatches=hatches)
        if edges[0] < 0 < edges[-1]:
            plot.axes.contour(*outcomes, levels=[0.0], colors=[INK], linewidths=2.0)
    _mark_stated(plot, found, scale)
    _name_line(plot, found, language)
    _key(plot, edges, fills, scale)
    return plot.figure


def _sheet(found: Grid, caption: Caption, language: Language) -> Sheet:
    """The plot with room for both axes' names: a below it, b above its left corner."""
    ticks = []
    for assumption, values in ((found.a, found.values_a), (found.b, found.values_b)):
        low, high = float(values[0]), float(values[-1])
        places = [float(place) for place in MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)]
        inside = [place for place in places if low - 1e-12 <= place <= high + 1e-12]
        ticks.append((inside, [assumption.say(place, language) for place in inside]))
    (places_a, written_a), (places_b, written_b) = ticks
    name_a, name_b = (wrapped(axis.title(language), WIDTH - 2 * MARGIN, LABEL, lines=2) for axis in (found.a, found.b))
    left = MARGIN + max(width_of(text, SMALL) for text in written_b) + 8
    below, above = height_of(len(name_a), LABEL) + 6, height_of(len(name_b), LABEL) + 10
    whole = sheet(caption, HEIGHT + below, left=left, right=KEY_ROOM + MARGIN, above=above)
    plot = replace(whole, bottom=whole.bottom + below, height=HEIGHT)
    page = plot.figure.get_figheight() * 72
    plot.axes.set_position((plot.left / WIDTH, plot.bottom / page, plot.width / WIDTH, HEIGHT / page))
    plot.write(MARGIN, plot.top + 7, "\n".join(name_b), down="bottom")
    plot.write(MARGIN, plot.bottom - TICK_ROOM + 2, "\n".join(name_a), down="top")
    plot.axes.set_xticks(places_a, written_a)
    plot.axes.set_yticks(places_b, written_b)
    plot.axes.set_xlim(found.values_a[0], found.values_a[-1])
    plot.axes.set_ylim(found.values_b[0], found.values_b[-1])
    plot.axes.tick_params(length=3)
    return plot


def _bands(outcomes: Array, scale: Scale) -> tuple[list[float], list[Fill]]:
    """Where bands of amounts begin and end, kr.: round amounts, 0 among them where it is crossed; and each band's fill.

    Gains and losses in their colours, paler towards 0; losses hatched, so that a grey print keeps them apart.
    """
    low, high = float(outcomes.min()), float(outcomes.max())
    inside = [place for place in scale.ticks(low, high, most=BANDS)[0] if low < place < high]
    if low < 0 < high and not any(abs(place) < HALF_OERE for place in inside):
        inside = sorted([*inside, 0.0])
    edges = [low, *inside, high]
    furthest = max(abs(low), abs(high)) or 1.0
    fills = []
    for middle in ((foot + head) / 2 for foot, head in pairwise(edges)):
        whole = np.array(to_rgb((SAVINGS if middle >= 0 else COST).face))
        strength = PALEST + (1 - PALEST) * abs(middle) / furthest
        face = to_hex(tuple(1 - strength * (1 - whole)))
        fills.append(Fill(face, "" if middle >= 0 else HATCH))
    return edges, fills


def _place(plot: Sheet, a: float, b: float) -> tuple[float, float]:
    """Where a pair of values stands, in points from the lower left corner of the sheet."""
    (left, right), (foot, head) = plot.axes.get_xlim(), plot.axes.get_ylim()
    return plot.left + (a - left) / (right - left) * plot.width, plot.bottom + (b - foot) / (head - foot) * plot.height


def _stated(found: Grid) -> tuple[float, float] | None:
    """The stated values, where they lie within the ranges."""
    a, b = found.a.estimate.value, found.b.estimate.value
    if a is None or b is None or found.base is None:
        return None
    inside = found.values_a[0] <= a <= found.values_a[-1] and found.values_b[0] <= b <= found.values_b[-1]
    return (a, b) if inside else None


def _mark_stated(plot: Sheet, found: Grid, scale: Scale) -> None:
    """A point at the stated values, and their outcome above it, or below it near the top."""
    pair = _stated(found)
    if pair is None or found.base is None:
        return
    x, y = _place(plot, *pair)
    plot.stroke([x], [y], marker="o", markersize=8, color=INK, markeredgecolor=PAPER, markeredgewidth=1.5, linestyle="none")
    text = phrase("base_case_at", scale.language).format(amount=scale.say_with_unit(found.base))
    half = width_of(text, LABEL, True) / 2 + 6
    middle = min(max(x, plot.left + half), plot.right - half)
    _boxed(plot, middle, y + 17 if y + 30 < plot.top else y - 17, text)


def _boxed(plot: Sheet, x: float, y: float, text: str) -> None:
    written = plot.write(x, y, text, bold=True, across="center")
    written.set_bbox({"boxstyle": "round,pad=0.25", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.85})


def _name_line(plot: Sheet, found: Grid, language: Language) -> None:
    """The name of the line on the line, as far from the stated values as it can be inside the plot."""
    if not found.outcomes.min() < 0 < found.outcomes.max():
        return
    text = phrase("break_even_line", language)
    half, tall = width_of(text, LABEL, True) / 2 + 6, height_of(1, LABEL) / 2 + 6
    on_line = [(float(a), float(b)) for a, b in zip(found.values_a, found.break_even, strict=True) if np.isfinite(b)]
    # Where the line is steep, it has few points by a; those it has by b are between two values of a.
    for i, j in zip(*np.nonzero(np.diff(np.sign(found.outcomes), axis=0)), strict=True):
        low, high = found.outcomes[i, j], found.outcomes[i + 1, j]
        a = found.values_a[i] + low / (low - high) * (found.values_a[i + 1] - found.values_a[i])
        on_line.append((float(a), float(found.values_b[j])))
    places = [_place(plot, *pair) for pair in on_line]
    inside = [
        (x, y) for x, y in places if plot.left + half <= x <= plot.right - half and plot.bottom + tall <= y <= plot.top - tall
    ]
    if not inside:
        return
    pair = _stated(found)
    away = _place(plot, *pair) if pair is not None else (plot.left, plot.bottom)
    x, y = max(inside, key=lambda place: (place[0] - away[0]) ** 2 + (place[1] - away[1]) ** 2)
    _boxed(plot, x, y, text)


def _key(plot: Sheet, edges: list[float], fills: list[Fill], scale: Scale) -> None:
    """The bands from the highest down under the words gain and loss, each with its amounts."""
    left, language = plot.right + 16, scale.language
    written = dict(zip(*scale.ticks(edges[0], edges[-1], most=BANDS), strict=True))
    ends = ["0" if abs(edge) < HALF_OERE else written.get(edge, scale.say(edge)) for edge in edges]
    named = [f"{low} – {high}" for low, high in pairwise(ends)]
    if len(edges) > 2:
        named[0] = phrase("band_below", language).format(amount=ends[1])
        named[-1] = phrase("band_above", language).format(amount=ends[-2])
    elif ends[0] == ends[1]:
        named = [ends[0]]
    y = plot.top
    for word, gains in (("gain_above", True), ("loss_below", False)):
        listed = [i for i in reversed(range(len(fills))) if (edges[i] + edges[i + 1] >= 0) == gains]
        if not listed:
            continue
        heading = f"{phrase(word, language)}, {phrase(scale.unit, language)}"
        plot.write(left, y, heading, size=SMALL, colour=FAINT_INK, down="top")
        y -= height_of(1, SMALL) + 8
        for i in listed:
            plot.swatch(left, y - 5, fills[i])
            plot.write(left + 16, y - 5, named[i], size=SMALL)
            y -= 16
        y -= 6
