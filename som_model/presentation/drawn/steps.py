"""From an amount, step by step, to what the steps make of it: bars that start where the one above them ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.described.amounts import payer_title as whose
from som_model.presentation.described.waterfall import Part, parts
from som_model.presentation.drawn.lettering import Scale, height_of, limits, scale_for, width_of, wrapped
from som_model.presentation.drawn.marks import beside_total
from som_model.presentation.drawn.rows import Heading
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, amounts_across, chart, sheet, subtitle
from som_model.presentation.style import COST, FAINT_INK, INK, LABEL, MARGIN, NET, PRUDENCE, SAVINGS, SMALL, Fill
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

WIDEST_NAME = 225.0
GAP = 8.0
BAR = 13.0
MOST_DRAWN = 12
"""Steps with a bar of their own; the smallest of more are drawn together."""
BESIDE = 5.0
ROUNDS = 20
"""Rounds in which the axis grows by the room that amounts need; they take less of it each time."""
THINNEST = 3.0
"""A bar narrower than so many points is drawn as a line, so that it is seen."""
OneOfMany = TypeVar("OneOfMany")


@dataclass(frozen=True, slots=True)
class Level:
    """An amount in kr., from zero to its end."""

    name: str
    end: float
    start: float = 0.0
    beside: tuple[str, ...] = ()
    """What stands under the name, in lines."""
    bold: bool = True

    @property
    def fill(self) -> Fill:
        """How the bar is filled."""
        return NET

    @property
    def amount(self) -> float:
        """How far the bar goes, kr.; positive to the right."""
        return self.end - self.start

    @property
    def back(self) -> bool:
        """Whether the bar points to the left, and has its amount there."""
        return self.amount < -HALF_OERE

    @property
    def lines(self) -> list[str]:
        """The name in lines."""
        return wrapped(self.name, WIDEST_NAME, LABEL, self.bold, lines=4)

    @property
    def height(self) -> float:
        """The height of the row in points."""
        return max(BAR, height_of(len(self.lines), LABEL) + height_of(len(self.beside), SMALL)) + GAP

    def written(self, scale: Scale) -> str:
        """The amount as it is written."""
        return scale.say(self.amount)


@dataclass(frozen=True, slots=True)
class Step(Level):
    """From what has been reached to what a part makes of it."""

    own_fill: Fill | None = None

    @property
    def fill(self) -> Fill:
        """Gains and losses differ in colour and hatching, unless the step has a fill of its own."""
        return self.own_fill or (COST if self.back else SAVINGS)

    def written(self, scale: Scale) -> str:
        """With its sign."""
        amount = scale.say(self.amount)
        return f"+{amount}" if self.amount > 0 and amount.strip("0.,") else amount


Row = Level | Step | Heading


def parted(
    parts: Sequence[OneOfMany], amount_of: Callable[[OneOfMany], float], scale: Scale
) -> tuple[list[OneOfMany], list[OneOfMany]]:
    """Those with a bar of their own, the largest first, and those that are drawn together: the smallest of many, and what
    the scale writes as 0."""
    ordered = sorted(parts, key=lambda part: -abs(amount_of(part)))
    seen = [part for part in ordered if abs(amount_of(part)) >= scale.kroner / 10**scale.decimals / 2]
    shown = (seen or ordered)[:MOST_DRAWN]
    if len(ordered) - len(shown) == 1:
        shown = ordered
    return shown, ordered[len(shown) :]


def rounds_apart(amounts: Sequence[float], whole: float, scale: Scale) -> bool:
    """Whether amounts, as they are written, do not add up to the whole as it is written."""
    written = [scale.rounded(amount) for amount in (*amounts, whole)]
    return sum(written[:-1]) != written[-1]


def steps(caption: Caption, rows: Sequence[Row], scale: Scale) -> Sheet:
    """The rows from the top down."""
    bars = [row for row in rows if isinstance(row, Level)]
    column = max(
        max([*(width_of(line, LABEL, row.bold) for line in row.lines), *(width_of(line, SMALL) for line in row.beside)])
        for row in bars
    )
    plot = sheet(caption, sum(row.height for row in rows) + GAP, left=MARGIN + column + 10)
    # The axis has room for the amount written at each bar.
    low, high = limits(end for row in bars for end in (row.start, row.end))
    for _ in range(ROUNDS):
        kroner = (high - low) / plot.width
        written = [(_place(row, scale, kroner), width_of(row.written(scale), LABEL, row.bold) * kroner) for row in bars]
        low = min([low, *(end - BESIDE * kroner - text for (end, back), text in written if back)])
        high = max([high, *(end + BESIDE * kroner + text for (end, back), text in written if not back)])
    amounts_across(plot, low, high, scale)
    top = plot.height
    above: float | None = None
    reached = 0.0
    for row in rows:
        if isinstance(row, Heading):
            plot.heading(row.lines, top, row.height, rule=5)
            above = None
        else:
            middle = top - row.height / 2
            if above is not None:
                plot.axes.plot([reached] * 2, [above, middle], color=FAINT_INK, linewidth=0.8, dashes=(2, 2), zorder=1.5)
            above, reached = middle, row.end
            _bar(plot, row, middle, scale)
        top -= row.height
    return plot


def _place(row: Level, scale: Scale, kroner: float) -> tuple[float, bool]:
    """The end of a bar that its amount is written at, and whether to the left of it: where the bar points to, or at its
    other end where the line through zero would run through the text. kroner: of one point."""
    text = (width_of(row.written(scale), LABEL, row.bold) + 2 * BESIDE) * kroner
    crossed = 0 < row.end < text if row.back else 0 < -row.end < text
    return (row.start, not row.back) if crossed else (row.end, row.back)


def _bar(plot: Sheet, row: Level, middle: float, scale: Scale) -> None:
    """The bar and its amount; to the left the name, and under it what is stated from and to."""
    fill, y = row.fill, plot.bottom + middle
    plot.bar(middle, row.end - row.start, BAR, fill, row.start)
    low, high = plot.axes.get_xlim()
    if isinstance(row, Step) and abs(row.amount) / (high - low) * plot.width < THINNEST:
        colour = fill.face if abs(row.amount) >= HALF_OERE else INK
        plot.axes.plot([row.end] * 2, [middle - BAR / 2, middle + BAR / 2], color=colour, linewidth=THINNEST / 2, zorder=2.5)
    end, back = _place(row, scale, (high - low) / plot.width)
    plot.write(
        plot.x_of(end) + (-BESIDE if back else BESIDE), y, row.written(scale), bold=row.bold, across="right" if back else "left"
    )
    tall = height_of(len(row.lines), LABEL)
    top = y + (tall + height_of(len(row.beside), SMALL)) / 2
    plot.write(plot.left - 8, top - tall / 2, "\n".join(row.lines), bold=row.bold, across="right")
    if row.beside:
        under = top - tall - height_of(len(row.beside), SMALL) / 2
        plot.write(plot.left - 8, under, "\n".join(row.beside), size=SMALL, colour=FAINT_INK, across="right")


@chart
def waterfall(projection: Projection, language: Language = "da", payer: str = TOTAL) -> Chart:
    """How does the cost become the result? From programme cost to net over the whole period, kr., consequence by
    consequence, the largest first: each step starts where the one above ended.

    Consequences beyond twelve, the smallest, are one step; an allowance for optimism is a step of its own. The last bar
    is the accumulated net. payer: whose; the public purse in total unless given. Raises UnknownName for another payer.
    """
    listed = parts(projection, language, payer)
    net = projection.accumulated_net_by_payer[payer]
    scale = scale_for([net, *(part.amount for part in listed), *accumulate(part.amount for part in listed)], language)
    shown, gathered = parted([part for part in listed if part.kind == "consequences"], lambda part: part.amount, scale)
    if gathered:
        name = phrase("waterfall_other", language).format(count=len(gathered))
        shown.append(Part("consequences", name, sum(part.amount for part in gathered)))
    if not shown:
        shown.append(Part("consequences", phrase("waterfall_none", language), 0.0))
    fills = {"programme_cost": COST, "prudence": PRUDENCE}
    first, last = ([part for part in listed if part.kind == kind] for kind in fills)
    rows, reached = list[Level](), 0.0
    for part in (*first, *shown, *last):
        rows.append(Step(part.name, reached + part.amount, reached, bold=False, own_fill=fills.get(part.kind)))
        reached += part.amount
    apart = rounds_apart([row.amount for row in rows], net, scale)
    rows.append(Level(phrase("net", language), net))
    years = {"first": projection.years[0], "last": projection.years[-1]}
    subject = phrase("waterfall_shown", language).format(whose=whose(payer, language).lower(), **years)
    notes = (
        *(beside_total(projection, language) if payer == TOTAL else ()),
        *((phrase("drivers_rounded", language),) if apart else ()),
    )
    caption = Caption(full_title(projection.scenario, language), subtitle(subject, projection, scale, "accumulated_sign"), notes)
    return steps(caption, rows, scale).figure
