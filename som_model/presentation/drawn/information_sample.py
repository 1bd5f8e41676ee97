"""What it is worth to follow citizens up: the value of the answer by how many are followed, what it costs, what is left."""

from __future__ import annotations

import numpy as np
from matplotlib.ticker import MaxNLocator

from som_model.analysis.information.in_words import NOTHING, answer_said, left_said, named
from som_model.analysis.information.sample import SampleInformation
from som_model.presentation.drawn.information import GAP, information_scale, whole
from som_model.presentation.drawn.lettering import Scale, width_of
from som_model.presentation.drawn.marks import ROOM, Mark, height_needed, write_marks
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, chart, in_words, sheet
from som_model.presentation.style import GRID, INK, MARGIN, SMALL, SUBTITLE, ZERO_LINE, Stroke
from som_model.resolved.titles import full_title
from som_model.wording.numbers import kroner, number
from som_model.wording.table import Language, phrase

HEIGHT = 225.0
FEWEST_POINTS = 4
"""So many of the numbers of citizens are shown at least, where there are so many."""
HEADROOM = 1.06
EDGE = 0.03
"""Room for the marks at 0, as a part of what certain knowledge is worth."""
BELOW = 0.7
"""The picture reaches so far below 0 at most, as a part of what certain knowledge is worth."""
ANSWER, CERTAIN = Stroke("#0072B2", "solid", "o"), Stroke("#777777", (0, (1.2, 1.6)), "")
COST, LEFT = Stroke("#D55E00", (0, (5, 2)), ""), Stroke("#007A5A", (0, (6, 2, 1, 2)), "^")
BEST = Stroke(INK, "", "D")


@chart
def sample_information(sample: SampleInformation, language: Language = "da") -> Chart:
    """How many citizens is it worth following up? The value of the answer, kr., by how many are followed; with a cost per
    citizen also the cost, what is left, and the number that leaves most.

    EVSI, over the years it serves, rises towards EVPPI, the value of certain knowledge. Where the number cannot change the
    choice, the chart says so in words.
    """
    scenario = sample.assumption.scenario
    certain = sample.years * sample.evppi
    highest = max(certain, float(np.max(sample.years * sample.evsi)))
    scale = information_scale(highest, language)
    shown = whole(phrase("sample_shown", language).format(number=named(sample.assumption, language)), SUBTITLE)
    level = phrase("price_level", language).format(unit=phrase(scale.unit, language), price_year=scenario.price_year)
    title = full_title(scenario, language)
    if certain <= NOTHING:
        return in_words(Caption(title, shown), whole(phrase("sample_nothing", language), SUBTITLE).split("\n"), GAP)
    most = _most_shown(sample)
    # From the least that is left, but not far below 0, to what certain knowledge is worth.
    least = min(float(left) for of, left in zip((0, *sample.of), (0.0, *sample.net_benefit), strict=True) if of <= most)
    low, high = min(max(least * HEADROOM, -BELOW * highest), -EDGE * highest), highest * HEADROOM
    marks = _marks(sample, language)
    left = MARGIN + 8 + max(width_of(text, SMALL) for text in scale.ticks(low, high)[1])
    notes = []
    if most < max(sample.of):
        notes.append(phrase("sample_beyond", language).format(of=number(most, language)))
    if sample.years != 1:
        notes.append(phrase("sample_over_years", language).format(years=number(sample.years, language)))
    notes.append(phrase("sample_waits", language))
    caption = Caption(title, f"{shown}\n{level}", tuple(notes))
    plot = sheet(caption, max(HEIGHT, height_needed(marks)), left=left, right=ROOM)
    plot.axes.set_ylim(low, high)
    _draw(plot, sample, most, scale)
    write_marks(plot, marks)
    return plot.figure


def _most_shown(sample: SampleInformation) -> int:
    """Citizens at the right edge: no more than the first number that costs more than certain knowledge is worth."""
    of = sorted(sample.of)
    certain = sample.years * sample.evppi
    dear = [number for number in of[FEWEST_POINTS - 1 :] if number * sample.cost_per_citizen > certain]
    return max(1, dear[0] if dear else of[-1])


def _draw(plot: Sheet, sample: SampleInformation, most: int, scale: Scale) -> None:
    """Kr. upward, citizens across, whose last number says what it counts; lines from 0 citizens and 0 kr., and the best."""
    axes = plot.axes
    low, high = axes.get_ylim()
    axes.set_xlim(0, most * 1.02)
    places, written = scale.ticks(low, high)
    axes.set_yticks(places, written)
    axes.grid(axis="y", color=GRID, linewidth=0.7)
    axes.axhline(0, color=ZERO_LINE, linewidth=1.4, zorder=3)
    ticks = [int(tick) for tick in MaxNLocator(nbins=6, integer=True).tick_values(0, most) if 0 <= tick <= most]
    numbers = [number(tick, scale.language) for tick in ticks]
    numbers[-1] = phrase("sample_citizens", scale.language).format(of=numbers[-1])
    axes.set_xticks(ticks, numbers)
    of = np.array(sample.of, dtype=np.float64)
    shown = np.flatnonzero(of <= most)
    rising = shown[np.argsort(of[shown])]
    axes.axhline(sample.years * sample.evppi, color=CERTAIN.colour, linestyle=CERTAIN.dashes, linewidth=1.8, zorder=3)
    drawn = [(sample.years * sample.evsi, ANSWER)]
    if sample.cost_per_citizen:
        drawn = [(sample.cost, COST), (sample.net_benefit, LEFT), *drawn]
    for amounts, stroke in drawn:
        xs, ys = np.concatenate([[0.0], of[rising]]), np.concatenate([[0.0], amounts[rising]])
        axes.plot(xs, ys, color=stroke.colour, linestyle=stroke.dashes, linewidth=2.0, zorder=4)
        if stroke.marker:
            axes.plot(xs[1:], ys[1:], color=stroke.colour, marker=stroke.marker, markersize=4, linestyle="none", zorder=4)
    if sample.cost_per_citizen and sample.best is not None:
        left = sample.at(sample.best)[1]
        axes.plot([sample.best] * 2, [0, left], color=INK, linewidth=1, zorder=5)
        axes.plot([sample.best], [left], color=INK, marker=BEST.marker, markersize=7, linestyle="none", zorder=6)


def _marks(sample: SampleInformation, language: Language) -> list[Mark]:
    """What the lines stand for, with the figures at the best number, or at the greatest shown where none is best."""
    last_drawn = max(of for of in sample.of if of <= _most_shown(sample))
    at = sample.best if sample.cost_per_citizen and sample.best is not None else last_drawn
    evsi, _ = sample.at(at)
    at_number = phrase("sample_at", language).format(of=number(at, language))
    certain = answer_said(sample.years * sample.evppi, language)
    marks = [
        Mark(phrase("sample_certainty", language), certain, stroke=CERTAIN),
        Mark(phrase("sample_answer", language), answer_said(sample.years * evsi, language), stroke=ANSWER, detail=at_number),
    ]
    if not sample.cost_per_citizen:
        return [*marks, Mark(phrase("sample_cost_line", language), phrase("sample_no_cost", language))]
    cost = phrase("sample_per_citizen", language).format(amount=kroner(sample.cost_per_citizen, language))
    marks += [
        Mark(phrase("sample_cost_line", language), cost, stroke=COST),
        Mark(phrase("sample_left", language), left_said(sample, at, language), stroke=LEFT, detail=at_number),
    ]
    if sample.best is None:
        none, why = phrase("sample_none", language), phrase("sample_none_pays", language)
        return [*marks, Mark(phrase("sample_best", language), none, detail=why)]
    best = phrase("sample_citizens", language).format(of=number(sample.best, language))
    return [*marks, Mark(phrase("sample_best", language), best, stroke=BEST)]
