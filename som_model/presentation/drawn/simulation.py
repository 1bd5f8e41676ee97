"""How often each result occurs among the draws: losses and gains in two colours, the base case and 95 % marked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.ticker import MaxNLocator

from som_model.analysis.simulation.in_words import precision, rounding_of
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.simulation.spread import share_between
from som_model.analysis.simulation.summary import Summary
from som_model.presentation.described.amounts import years_said
from som_model.presentation.described.simulation import uncertain
from som_model.presentation.drawn.lettering import scale_for, wrapped
from som_model.presentation.drawn.marks import BASE_CASE, ROOM, Mark, height_needed, write_marks
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, amounts_across, chart, in_words, sheet, subtitle
from som_model.presentation.style import COST, FAINT_INK, INK, MARGIN, PAPER, SAVINGS, SMALL, SUBTITLE, WIDTH, Stroke
from som_model.projection.figures import Array
from som_model.resolved.titles import full_title
from som_model.wording.numbers import chance_said, exact_kroner, number, share_said
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

HEIGHT = 215.0
BARS = 44
INSIDE = (0.0005, 0.9995)
"""The part of the draws that the picture reaches over."""
ZERO_WITHIN = 0.5
"""Zero is on the axis where it is no further from the draws than so many times their whole width."""
INTERVAL = Stroke(INK, "solid", "")
MEAN = Stroke(INK, "", "D")
HEADROOM = 1.16


@dataclass(frozen=True, slots=True)
class Bars:
    """Edges in kr., one of them 0 where it is among them, and the share of the draws between them."""

    edges: Array
    shares: Array

    @property
    def outside(self) -> float:
        """The share of the draws beyond the first and last edge."""
        return max(0.0, 1.0 - float(self.shares.sum()))


@chart
def simulation(simulated: Simulation, language: Language = "da", payer: str = TOTAL) -> Chart:
    """How likely is a gain? How often each accumulated net occurs, kr., when everything uncertain is drawn many times:
    losses and gains in two colours.

    The chance of gain, the interval that holds 95 % of the draws, the base case and the mean stand beside it. payer: one
    of those shown, or total; raises UnknownName for another. Works from the counts where single draws are not kept;
    where all draws are alike it says so.
    """
    summary = simulated.summary(payer)
    if summary.certain or summary.one_draw:
        return _alike(simulated, summary, language)
    bars = bars_of(simulated, payer)
    low, high = min(float(bars.edges[0]), summary.base), max(float(bars.edges[-1]), summary.base)
    if 0 < low <= ZERO_WITHIN * (high - low):
        low = 0.0
    if 0 < -high <= ZERO_WITHIN * (high - low):
        high = 0.0
    beyond = 0.02 * (high - low)
    low, high = low - beyond, high + beyond
    scale = scale_for((low, high), language)
    notes = [uncertain(simulated.assumptions, language), precision(summary, simulated.seed, language)]
    if bars.outside > 0.5 / simulated.draws:
        outside = share_said(bars.outside, simulated.draws, language)
        notes.append(phrase("outside_picture", language).format(share=outside))
    caption = Caption(
        full_title(simulated.scenario, language),
        subtitle(_shown(simulated, payer, language), simulated.base, scale, "accumulated_sign"),
        tuple(notes),
    )
    marks = _marks(simulated, summary, language)
    plot = sheet(caption, max(HEIGHT, height_needed(marks)), left=MARGIN + SMALL + 6, right=ROOM)
    plot.axes.set_ylim(0, float(bars.shares.max()) * HEADROOM)
    amounts_across(plot, low, high, scale)
    _draw(plot, bars, summary, language)
    write_marks(plot, marks)
    return plot.figure


def bars_of(simulated: Simulation, payer: str) -> Bars:
    """Bars of a round width over nearly all draws."""
    row, last = simulated.row(payer), len(simulated.years) - 1
    low, high = (float(end) for end in simulated.spread.quantile(row, last, INSIDE))
    edges = np.asarray(MaxNLocator(nbins=BARS, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high))
    edges = edges[(edges > low - (edges[1] - edges[0])) & (edges < high + (edges[1] - edges[0]))]
    edges = np.where(np.abs(edges) < 1e-9 * np.ptp(edges), 0.0, edges)
    return Bars(edges, share_between(simulated.spread, row, last, edges))


def _draw(plot: Sheet, bars: Bars, summary: Summary, language: Language) -> None:
    """The bars under a bracket from low to high, its ends led down to the axis; the base case, the mean, what is upward."""
    width = bars.edges[1] - bars.edges[0]
    for fill, chosen in ((COST, bars.edges[:-1] < 0), (SAVINGS, bars.edges[:-1] >= 0)):
        plot.axes.bar(
            bars.edges[:-1][chosen],
            bars.shares[chosen],
            width,
            align="edge",
            color=fill.face,
            hatch=fill.hatch,
            edgecolor=PAPER,
            linewidth=0.5,
            zorder=2,
        )
    top = plot.axes.get_ylim()[1]
    height = top * 0.955
    plot.axes.plot([summary.low, summary.high], [height] * 2, color=INK, linewidth=2, solid_capstyle="butt", zorder=4)
    for end in (summary.low, summary.high):
        plot.axes.plot([end] * 2, [height - top * 0.02, height + top * 0.02], color=INK, linewidth=2, zorder=4)
        plot.axes.plot([end] * 2, [0, height], color=INK, linewidth=0.8, linestyle=(0, (1, 2)), zorder=4)
    plot.axes.plot([summary.base] * 2, [0, top], color=BASE_CASE.colour, linestyle=BASE_CASE.dashes, linewidth=1.6, zorder=5)
    plot.axes.axhline(0, color=INK, linewidth=1)
    plot.axes.plot([summary.mean], [0], marker="D", markersize=6, color=INK, markeredgecolor=PAPER, zorder=6, clip_on=False)
    middle = (plot.bottom + plot.top) / 2
    often = phrase("how_often", language)
    plot.write(MARGIN + SMALL / 2, middle, often, size=SMALL, colour=FAINT_INK, across="center", rotation=90)


def _marks(simulated: Simulation, summary: Summary, language: Language) -> list[Mark]:
    row, last = simulated.row(summary.payer), len(simulated.years) - 1
    losses = 1 - summary.chance_of_gain  # Where only gains were counted, a loss is all that is no gain.
    if simulated.spread.holds(last):
        losses = float(np.count_nonzero(simulated.spread.column(row, last) < 0)) / simulated.draws
    kr = rounding_of(summary, language)
    gain, loss = (chance_said(share, summary.draws, language) for share in (summary.chance_of_gain, losses))
    low, high = kr.say(summary.low, summary.low_error), kr.say_with_unit(summary.high, summary.high_error)
    between = phrase("key_from_to", language).format(low=low, high=high)
    return [
        Mark(phrase("key_gain", language), gain, fill=SAVINGS),
        Mark(phrase("key_loss", language), loss, fill=COST),
        Mark(phrase("key_inside", language), between, stroke=INTERVAL),
        Mark(phrase("sim_base", language), exact_kroner(summary.base, language), stroke=BASE_CASE),
        Mark(phrase("sim_mean", language), kr.say_with_unit(summary.mean, summary.mean_error), stroke=MEAN),
    ]


def _alike(simulated: Simulation, summary: Summary, language: Language) -> Chart:
    """Nothing to spread out: what all draws give, and what is uncertain or how to write that something is, in words."""
    scale = scale_for([summary.base], language)
    caption = Caption(
        full_title(simulated.scenario, language),
        subtitle(_shown(simulated, summary.payer, language), simulated.base, scale, "accumulated_sign"),
    )
    result = phrase("one_draw_alone" if summary.one_draw else "all_alike", language).format(
        draws=number(simulated.draws, language, 0), amount=exact_kroner(summary.median, language)
    )
    if simulated.drawn:
        why = uncertain(simulated.assumptions, language)
    else:
        no_estimates = (notice.message for notice in simulated.notices if notice.message.key.startswith("no_estimates"))
        why = next(no_estimates).say(language)
        why = f"{why[:1].upper()}{why[1:]}."
    rows = wrapped(f"{result} {why}", 0.95 * (WIDTH - 2 * MARGIN), SUBTITLE)
    return in_words(caption, rows)


def _shown(simulated: Simulation, payer: str, language: Language) -> str:
    return phrase("distribution_shown", language).format(
        whose=phrase(f"whose_{payer}", language), years=years_said(simulated.years)
    )
