"""The chart of a brief: accumulated net of the public purse, and of the municipality, on one low sheet without margins.

`som_model.presentation.charts.accumulated` draws the same line taller and under the scenario's title, which the brief has
above already; on two pages there is room for a low chart only, and a council asks for its own municipality's line.
"""

from __future__ import annotations

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import Block, Picture
from som_model.presentation.brief.case import UNITS, Case
from som_model.presentation.brief.standing import whose_results
from som_model.presentation.described.amounts import payer_title
from som_model.presentation.described.by_payer import of_payer
from som_model.presentation.drawn.accumulated import LineEnd, draw_line, heights_needed, how_it_ended, write_line_ends
from som_model.presentation.drawn.lettering import Scale, limits
from som_model.presentation.drawn.sheet import TICK_ROOM, amounts_upward, axis_room, bare_sheet, years_of_lines
from som_model.presentation.style import BELOW_ZERO, STROKES, WIDTH, plain_style

HEIGHT = 132.0
END_ROOM = 200.0
ABOVE = 8.0
MARGIN_SHARE = 0.08


def chart(case: Case) -> tuple[Block, ...]:
    """The running sum of the public purse, and of the municipality beside it; and in words where the lines end."""
    projection = case.projection
    lines = {payer: of_payer(projection, projection.accumulated, payer) for payer in whose_results(projection)}
    nothing = all(abs(amount) < HALF_OERE for line in lines.values() for amount in line)
    # In the unit of the tables, so that chart and tables read alike.
    scale = Scale(case.per, UNITS[case.per], 0, case.language, nothing=nothing)
    ends = [
        LineEnd(payer_title(payer, case.language), float(line[-1]), how_it_ended(projection, payer, case.language), stroke)
        for (payer, line), stroke in zip(lines.items(), STROKES, strict=False)
    ]
    with plain_style():
        low, high = limits((float(amount) for line in lines.values() for amount in line), margin=MARGIN_SHARE)
        height, left = max(HEIGHT, heights_needed(ends)), axis_room(low, high, scale)
        plot = bare_sheet(ABOVE + height + TICK_ROOM, left, TICK_ROOM, WIDTH - left - END_ROOM, height)
        marked = years_of_lines(plot, projection.years)
        amounts_upward(plot, low, high, scale)
        plot.axes.axhspan(low, 0, facecolor=BELOW_ZERO, zorder=0)
        for line, end in zip(lines.values(), ends, strict=True):
            draw_line(plot, line, end.stroke, marked, size=5)
        write_line_ends(plot, ends, scale)
    title = case.said("brief_chart_title", level=f"{case.level()}; {case.said('brief_sign')}")
    told = "; ".join(f"{case.said(f'whose_{payer}')} {case.in_unit(float(line[-1]))}" for payer, line in lines.items())
    alt = case.said("brief_chart_alt", years=case.years, level=case.level(), last=projection.years[-1], ends=told)
    return (Picture(title, plot.figure, alt),)
