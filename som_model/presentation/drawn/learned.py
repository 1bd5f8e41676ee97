"""A share before and after citizens have been followed: two densities, their means and what was seen."""

from __future__ import annotations

import numpy as np

from som_model.analysis.learning import Learned
from som_model.presentation.drawn.marks import ROOM, Mark, height_needed, write_marks
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, chart, sheet
from som_model.presentation.style import FAINT_INK, GRID, INK, MARGIN, SMALL, Fill, Stroke
from som_model.resolved.titles import full_title
from som_model.wording.numbers import number, percent
from som_model.wording.table import Language, phrase

HEIGHT = 215.0
POINTS = 600
TAIL = 0.0005
TALLEST = 1.35
"""The picture is at most so many times as tall as what is known now: a density may rise beyond all bounds at 0 or 1."""
BEFORE, NOW, SEEN = Stroke("#8A5A00", (0, (5, 2)), ""), Stroke("#0072B2", "solid", ""), Stroke(INK, (0, (1.2, 1.6)), "")
NOW_FILL = Fill("#BFDCEF", "", "#7FB2D6")


@chart
def learned(found: Learned, language: Language = "da") -> Chart:
    """What have we learned when citizens have been followed? A share before and now: both densities, their means, and the
    share that was seen.
    """
    caption = Caption(
        found.assumption.title(language),
        f"{full_title(found.before, language)}\n{phrase('learned_shown', language).format(of=number(found.of, language, 0))}",
        (phrase("learned_by_bayes", language),),
    )
    marks = _marks(found, language)
    plot = sheet(caption, max(HEIGHT, height_needed(marks)), left=MARGIN + SMALL + 6, right=ROOM)
    seen = found.successes / found.of
    # From the least to the greatest share that is likely before, now or in what was seen, in whole steps.
    tails = np.array([TAIL, 1 - TAIL])
    ends = [seen, *(float(end) for beta in (found.prior, found.posterior) for end in beta.quantile(tails))]
    step = 0.1 if max(ends) - min(ends) > 0.25 else 0.02
    low, high = max(0.0, float(np.floor(min(ends) / step)) * step), min(1.0, float(np.ceil(max(ends) / step)) * step)
    inside = np.linspace(max(low, 1e-6), min(high, 1 - 1e-6), POINTS)
    before, now = found.prior.density(inside), found.posterior.density(inside)
    tallest_in_the_middle = float(found.posterior.density(found.posterior.quantile(np.linspace(0.3, 0.7, 41))).max())
    top = min(float(max(before.max(), now.max())), TALLEST * tallest_in_the_middle) * 1.08
    _axes(plot, low, high, top, language)
    axes = plot.axes
    axes.fill_between(inside, 0, np.minimum(now, top), facecolor=NOW_FILL.face, zorder=2)
    axes.plot(inside, now, color=NOW.colour, linewidth=2, zorder=4)
    axes.plot(inside, before, color=BEFORE.colour, linestyle=BEFORE.dashes, linewidth=2, zorder=3)
    for beta, stroke in ((found.prior, BEFORE), (found.posterior, NOW)):
        height = min(float(beta.density(np.array([beta.mean]))[0]), top)
        axes.plot([beta.mean] * 2, [0, height], color=stroke.colour, linewidth=1, zorder=4)
    axes.plot([seen] * 2, [0, top], color=SEEN.colour, linestyle=SEEN.dashes, linewidth=2, zorder=5, clip_on=False)
    write_marks(plot, marks)
    return plot.figure


def _axes(plot: Sheet, low: float, high: float, top: float, language: Language) -> None:
    axes = plot.axes
    axes.set_xlim(low, high)
    axes.set_ylim(0, top)
    axes.set_yticks([])
    count = round((high - low) / 0.1)
    step = 0.2 if count > 6 else 0.1 if count > 2 else (high - low) / 5
    places = np.arange(np.ceil(low / step - 1e-9) * step, high + 1e-9, step)
    axes.set_xticks(places, [percent(round(float(place), 4), language) for place in places])
    axes.grid(axis="x", color=GRID, linewidth=0.7)
    axes.axhline(0, color=INK, linewidth=1)
    middle = (plot.bottom + plot.top) / 2
    likely = phrase("how_likely", language)
    plot.write(MARGIN + SMALL / 2, middle, likely, size=SMALL, colour=FAINT_INK, across="center", rotation=90)


def _marks(found: Learned, language: Language) -> list[Mark]:
    def said(value: float) -> str:
        return percent(round(value, 3), language)

    def between(ends: tuple[float, float]) -> str:
        return phrase("key_95", language).format(low=said(ends[0]), high=said(ends[1]))

    counted = phrase("key_counts", language).format(
        successes=number(found.successes, language, 0), of=number(found.of, language, 0)
    )
    before, seen, now = (phrase(f"learned_{stage}", language) for stage in ("prior", "seen", "posterior"))
    return [
        Mark(before, said(found.prior.mean), stroke=BEFORE, detail=between(found.interval(prior=True))),
        Mark(seen, said(found.successes / found.of), stroke=SEEN, detail=counted),
        Mark(now, said(found.value), fill=NOW_FILL, stroke=NOW, detail=between(found.interval())),
    ]
