"""The chart of a brief: accumulated net of the public purse, and of the municipality, on one low sheet without margins.

`som_model.presentation.charts.accumulated` draws the same line taller and under the scenario's title, which the brief has
above already; on two pages there is room for a low chart only, and a council asks for its own municipality's line.
"""

from __future__ import annotations

import numpy as np
from matplotlib.transforms import Affine2D

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import Block, Picture
from som_model.presentation.brief.case import UNITS, Case
from som_model.presentation.brief.standing import whose_results
from som_model.presentation.described.by_payer import of_payer
from som_model.presentation.drawn.accumulated import LineEnd, heights_needed, write_line_ends
from som_model.presentation.drawn.lettering import Scale, limits
from som_model.presentation.drawn.sheet import PER_INCH, TICK_ROOM, Chart, Sheet, amounts_upward, axis_room, years_across
from som_model.presentation.style import BELOW_ZERO, INK, PAPER, SMALL, STROKES, WIDTH, plain_style
from som_model.projection.figures import Array
from som_model.wording.parties import TOTAL

HEIGHT = 132.0
END_ROOM = 200.0
EDGE = 14.0
ABOVE = 8.0
MARGIN_SHARE = 0.08
MANY_YEARS = 20


def chart(case: Case) -> tuple[Block, ...]:
    """The running sum of the public purse, and of the municipality beside it; and in words where the lines end."""
    ends = "; ".join(
        f"{case.said(f'whose_{payer}')} {case.in_unit(float(line[-1]))}" for payer, line in _running_sums(case).items()
    )
    title = case.said("brief_chart_title", level=f"{case.level()}; {case.said('brief_sign')}")
    last = case.projection.years[-1]
    alt = case.said("brief_chart_alt", years=case.years, level=case.level(), last=last, ends=ends)
    with plain_style():
        return (Picture(title, _drawn(case), alt),)


def _running_sums(case: Case) -> dict[str, Array]:
    """Accumulated net by year in kr., undiscounted, positive = gain: the public total, and the municipality where its share
    is known and not the whole."""
    projection = case.projection
    return {payer: of_payer(projection, projection.accumulated, payer) for payer in whose_results(projection)}


def _drawn(case: Case) -> Chart:
    """The lines in the unit of the tables, so that chart and tables read alike."""
    lines, years = _running_sums(case), case.projection.years
    nothing = all(abs(amount) < HALF_OERE for line in lines.values() for amount in line)
    scale = Scale(case.per, UNITS[case.per], 0, case.language, nothing=nothing)
    ends = [
        LineEnd(
            case.said("public_total" if payer == TOTAL else payer),
            float(line[-1]),
            _outcome(case, payer, float(line[-1])),
            stroke,
        )
        for (payer, line), stroke in zip(lines.items(), STROKES, strict=False)
    ]
    low, high = limits((float(amount) for line in lines.values() for amount in line), margin=MARGIN_SHARE)
    sheet = _sheet(max(HEIGHT, heights_needed(ends)), axis_room(low, high, scale))
    beyond = EDGE / (sheet.width - 2 * EDGE) * (len(years) - 1) or 0.5
    named = years_across(sheet, years, -beyond, len(years) - 1 + beyond)
    amounts_upward(sheet, low, high, scale)
    sheet.axes.axhspan(low, 0, facecolor=BELOW_ZERO, zorder=0)
    marked = list(range(len(years))) if len(years) <= MANY_YEARS else sorted({0, *named, len(years) - 1})
    for line, end in zip(lines.values(), ends, strict=True):
        [drawn] = sheet.axes.plot(np.arange(len(line)), line, linewidth=2, markersize=5, zorder=4, clip_on=False)
        drawn.set(color=end.stroke.colour, linestyle=end.stroke.dashes, marker=end.stroke.marker, markevery=marked)
    write_line_ends(sheet, ends, scale)
    return sheet.figure


def _sheet(height: float, left: float) -> Sheet:
    """A sheet with room for the axis, the ends of the lines and nothing else; sizes in points."""
    whole, width = ABOVE + height + TICK_ROOM, WIDTH - left - END_ROOM
    figure = Chart(figsize=(WIDTH / PER_INCH, whole / PER_INCH), facecolor=PAPER)
    axes = figure.add_axes((left / WIDTH, TICK_ROOM / whole, width / WIDTH, height / whole))
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, labelsize=SMALL, colors=INK, pad=4)
    axes.set_axisbelow(True)
    points = Affine2D().scale(1 / PER_INCH) + figure.dpi_scale_trans
    return Sheet(figure, axes, left, TICK_ROOM, width, height, points)


def _outcome(case: Case, payer: str, last: float) -> str:
    """When a payer has its money back; else what is left of it, or that there was nothing to earn back."""
    year = case.projection.payback_by_payer[payer]
    if year is not None:
        return case.said("paid_back_in", year=year)
    if last <= -HALF_OERE:
        return case.said("loss_at_end", year=case.projection.years[-1])
    return case.said("payback_none").capitalize()
