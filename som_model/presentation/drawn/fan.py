"""Between which amounts accumulated net lies, year by year: two bands, the middle and the base case."""

from __future__ import annotations

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.in_words import precision, rounding_of
from som_model.analysis.simulation.simulation import FAN, Simulation
from som_model.analysis.simulation.summary import quantile_errors
from som_model.presentation.described.simulation import base_by_year, uncertain
from som_model.presentation.drawn.lettering import limits, scale_for
from som_model.presentation.drawn.marks import BASE_CASE, ROOM, Mark, height_needed, write_marks
from som_model.presentation.drawn.sheet import Caption, Chart, amounts_upward, axis_room, chart, sheet, subtitle, years_of_lines
from som_model.presentation.style import BELOW_ZERO, Fill, Stroke
from som_model.projection.figures import Array
from som_model.resolved.titles import full_title
from som_model.wording.numbers import chance_said, exact_kroner, number
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

HEIGHT = 260.0
MARGIN_SHARE = 0.06
OUTER = Fill("#BFDCEF", "", "#7FB2D6")
INNER = Fill("#7FB2D6", "", "#3B7FB0")
MIDDLE = Stroke("#00466E", "solid", "")


@chart
def fan(simulated: Simulation, language: Language = "da", payer: str = TOTAL) -> Chart:
    """How sure is it, year by year? Between which amounts half of the draws lie, and 95 %: accumulated net by year, kr.,
    undiscounted, with the median and the base case.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    base, amounts = base_by_year(simulated, payer), simulated.fan(payer)
    shown = [*base, *amounts.ravel()]
    scale = scale_for((float(amount) for amount in shown), language)
    what = phrase("fan_shown", language).format(
        whose=phrase(f"whose_{payer}", language), draws=number(simulated.draws, language, 0)
    )
    caption = Caption(
        full_title(simulated.scenario, language),
        subtitle(what, simulated.base, scale, "accumulated_sign"),
        (uncertain(simulated.assumptions, language), precision(simulated.summary(payer), simulated.seed, language)),
    )
    marks = _marks(simulated, payer, amounts[:, -1], language)
    low, high = limits((float(amount) for amount in shown), margin=MARGIN_SHARE)
    plot = sheet(caption, max(HEIGHT, height_needed(marks)), left=axis_room(low, high, scale), right=ROOM)
    years_of_lines(plot, simulated.years)
    amounts_upward(plot, low, high, scale)
    plot.axes.axhspan(low, 0, facecolor=BELOW_ZERO, zorder=0)
    at = np.arange(len(base), dtype=float)
    if len(base) == 1:  # A single year is drawn as a column a third of a year wide.
        at, amounts, base = np.array([-0.17, 0.17]), np.repeat(amounts, 2, axis=1), np.repeat(base, 2)
    plot.axes.plot(at, base, color=BASE_CASE.colour, linestyle=BASE_CASE.dashes, linewidth=1.6, zorder=5)
    low_95, low_50, median, high_50, high_95 = amounts
    if float(np.max(high_95 - low_95)) >= HALF_OERE:
        for foot, head, fill in ((low_95, high_95, OUTER), (low_50, high_50, INNER)):
            plot.axes.fill_between(at, foot, head, facecolor=fill.face, edgecolor=fill.edge, linewidth=0.8, zorder=2)
        plot.axes.plot(at, median, color=MIDDLE.colour, linewidth=2, zorder=4)
    write_marks(plot, marks)
    return plot.figure


def _marks(simulated: Simulation, payer: str, at_end: Array, language: Language) -> list[Mark]:
    """What stands beside the plot: the amounts at the end of the period."""
    summary = simulated.summary(payer)
    year = simulated.years[-1]
    base = Mark(phrase("sim_base", language), exact_kroner(summary.base, language), stroke=BASE_CASE)
    heading = Mark(f"{phrase('key_at_end', language).format(year=year)}:", "")
    if summary.certain or summary.one_draw:
        return [heading, base]
    kr, between = rounding_of(summary, language), phrase("key_from_to", language)
    errors = quantile_errors(simulated.spread, simulated.row(payer), len(simulated.years) - 1, FAN)
    low, lower, middle, upper, high = zip(at_end.tolist(), errors.tolist(), strict=True)
    chance = chance_said(summary.chance_of_gain, summary.draws, language)
    return [
        heading,
        Mark(phrase("sim_chance", language), chance),
        Mark(phrase("key_inside", language), between.format(low=kr.say(*low), high=kr.say_with_unit(*high)), fill=OUTER),
        Mark(phrase("key_half", language), between.format(low=kr.say(*lower), high=kr.say_with_unit(*upper)), fill=INNER),
        Mark(phrase("sim_median", language), kr.say_with_unit(*middle), stroke=MIDDLE),
        base,
    ]
