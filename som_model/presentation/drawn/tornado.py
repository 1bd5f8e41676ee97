"""What matters most: the outcome over each assumption's interval, a bar each, around the base case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from som_model.analysis.outcome import HALF_OERE, Outcome
from som_model.analysis.tornado import Swing, Tornado
from som_model.presentation.described.amounts import sign_of
from som_model.presentation.drawn.lettering import Scale, height_of, scale_for, width_of, wrapped
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, amounts_across, chart, in_words, sheet, subtitle
from som_model.presentation.style import COST, FAINT_INK, INK, LABEL, MARGIN, PAPER, SAVINGS, SMALL, SUBTITLE, WIDTH
from som_model.resolved.titles import full_title
from som_model.wording.table import Language, phrase

WIDEST_NAME = 205.0
BAR = 15.0
GAP = 8.0
STRIP = 17.0
MOST_ROWS = 15
EDGE = 4.0
STEPS = 20
"""Rounds in which the axis grows by the room that texts need; texts take less of it each time."""
ZERO_WITHIN = 1.0
"""Zero is on the axis where it is no further from the bars than so many times their whole width."""


@dataclass(frozen=True, slots=True)
class End:
    """What stands at one end of a bar: an outcome in kr., and the value of the assumption that gives it."""

    amount: float
    value: str

    def lines(self, scale: Scale) -> tuple[str, str]:
        """The amount, and the value under it."""
        return scale.say(self.amount), self.value

    def width(self, scale: Scale) -> float:
        """How wide the text is, in points."""
        amount, value = self.lines(scale)
        return max(width_of(amount, LABEL), width_of(value, SMALL))


@dataclass(frozen=True, slots=True)
class Row:
    """One assumption: its name, and what stands left and right of its bar."""

    name: tuple[str, ...]
    left: End | None
    right: End | None
    base: float

    @property
    def height(self) -> float:
        """The height of the row in points."""
        return max(height_of(len(self.name), LABEL), height_of(1, LABEL) + height_of(1, SMALL)) + GAP

    @property
    def span(self) -> tuple[float, float]:
        """From where to where the bar goes, kr."""
        ends = [self.base, *(end.amount for end in (self.left, self.right) if end is not None)]
        return min(ends), max(ends)


@chart
def tornado(swung: Tornado, language: Language = "da") -> Chart:
    """Which figure matters most? The outcome in kr. over each figure's interval, all others as stated: a bar each, widest
    first; the base case is a line through all.

    What is better than the base case and what is worse differ in colour and hatching; the outcome stands at each end
    with the value that gives it. Without any interval the chart says what to write.
    """
    moving = [row for row in swung if row.width >= HALF_OERE]
    shown = moving[:MOST_ROWS] if moving else swung.rows[:MOST_ROWS]
    scale = scale_for([swung.base, *(amount for row in shown for amount in (row.at_low, row.at_high))], language)
    what = phrase("tornado_shown", language).format(outcome=Outcome(swung.outcome, swung.payer).message().say(language))
    notes, still = [], [row.label(language) for row in swung if row.width < HALF_OERE]
    if len(moving) > MOST_ROWS:
        notes.append(phrase("tornado_more_rows", language).format(count=len(moving) - MOST_ROWS))
    if still and moving:
        notes.append(phrase("tornado_no_effect", language).format(listed="; ".join(still)))
    if swung.not_swung and len(swung):
        notes.append(swung.say_still(language))
    title, sign = full_title(swung.scenario, language), sign_of(swung.scenario, swung.outcome)
    caption = Caption(title, subtitle(what, swung.projection, scale, sign), tuple(notes))
    if not shown:
        lines = wrapped(swung.nothing_to_swing(language), WIDTH - 2 * MARGIN, SUBTITLE)
        return in_words(caption, lines, GAP)
    rows = [_row(row, scale) for row in shown]
    column = max(width_of(line, LABEL) for row in rows for line in row.name)
    beyond = max(width_of(scale.say(amount), SMALL) for row in rows for amount in row.span) / 2 + 4
    left, right = MARGIN + column + 10, max(MARGIN, beyond)
    plot = sheet(caption, sum(row.height for row in rows) + GAP, left=left, right=right, above=2 * STRIP)
    amounts_across(plot, *_limits(rows, scale, plot.width), scale)
    top = plot.height - GAP / 2
    for row in rows:
        _bar(plot, row, top - row.height / 2, scale)
        top -= row.height
    _above(plot, swung.base, scale)
    return plot.figure


def _row(row: Swing, scale: Scale) -> Row:
    """The assumption and its interval; each end on its side of the base case, two on one side told together, the further
    first."""
    assumption, language = row.assumption, scale.language
    name = wrapped(assumption.title(language), WIDEST_NAME, LABEL, lines=3)
    interval = f"({assumption.interval(row.low, row.high, language)})"
    together = f"{name[-1]} {interval}"  # The interval stands in one piece.
    name = [*name[:-1], together] if width_of(together, LABEL) <= WIDEST_NAME else [*name, interval]
    ends = [End(amount, assumption.say(value, language)) for amount, value in ((row.at_low, row.low), (row.at_high, row.high))]
    worse, better = sorted(ends, key=lambda end: end.amount)
    if worse.amount <= row.base <= better.amount:
        return Row(tuple(name), worse, better, row.base)
    further, nearer = (better, worse) if worse.amount > row.base else (worse, better)
    both = End(further.amount, f"{further.value}; {nearer.value}: {scale.say(nearer.amount)}")
    left, right = (None, both) if worse.amount > row.base else (both, None)
    return Row(tuple(name), left, right, row.base)


def _limits(rows: Sequence[Row], scale: Scale, width: float) -> tuple[float, float]:
    """The ends of the axis in kr.: every bar with the texts at its ends, and zero where it is near."""
    low, high = min(row.span[0] for row in rows), max(row.span[1] for row in rows)
    if low > 0 and low <= ZERO_WITHIN * (high - low):
        low = 0.0
    if high < 0 and -high <= ZERO_WITHIN * (high - low):
        high = 0.0
    if high - low < 0.01:
        low, high = low - 1, high + 1
    for _ in range(STEPS):
        kroner = (high - low) / width
        lows = [row.span[0] - kroner * (row.left.width(scale) + 10) for row in rows if row.left is not None]
        highs = [row.span[1] + kroner * (row.right.width(scale) + 10) for row in rows if row.right is not None]
        low, high = min([low, *lows]), max([high, *highs])
    edge = EDGE * (high - low) / width
    return low - edge, high + edge


def _bar(plot: Sheet, row: Row, middle: float, scale: Scale) -> None:
    for amount, fill in ((row.span[0], COST), (row.span[1], SAVINGS)):
        plot.bar(middle, amount - row.base, BAR, fill, row.base)
    y = plot.bottom + middle
    plot.write(plot.left - 8, y, "\n".join(row.name), across="right")
    sides: tuple[tuple[End | None, float, float, Literal["left", "right"]], ...] = (
        (row.left, row.span[0], -5, "right"),
        (row.right, row.span[1], 5, "left"),
    )
    for end, at, beside, across in sides:
        if end is not None:
            x = plot.x_of(at) + beside
            outcome, value = end.lines(scale)
            above = plot.write(x, y, outcome, across=across, down="bottom")
            below = plot.write(x, y, value, size=SMALL, colour=FAINT_INK, across=across, down="top")
            for text in (above, below):
                text.set_bbox({"boxstyle": "square,pad=0.08", "facecolor": PAPER, "edgecolor": "none"})


def _above(plot: Sheet, base: float, scale: Scale) -> None:
    """The amount of the base case, whose line goes through all bars; over it what the fills stand for."""
    plot.axes.axvline(base, color=INK, linewidth=1.2, linestyle=(0, (4, 2)), zorder=3)
    amount = phrase("base_case_at", scale.language).format(amount=scale.say_with_unit(base))
    half = width_of(amount, LABEL, True) / 2
    x = min(max(plot.x_of(base), MARGIN + half), WIDTH - MARGIN - half)
    plot.write(x, plot.top + 3, amount, bold=True, across="center", down="bottom")
    y = plot.top + STRIP + height_of(1, SMALL) / 2 + 4
    x = MARGIN
    for fill, key in ((COST, "worse_than_base"), (SAVINGS, "better_than_base")):
        plot.swatch(x, y, fill)
        text = phrase(key, scale.language)
        plot.write(x + 15, y, text, size=SMALL, colour=FAINT_INK)
        x += 15 + width_of(text, SMALL) + 18
