"""Who pays and who gets: each payer's cost to the left of zero, its savings to the right, and its net marked and written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from som_model.presentation.described.by_payer import Account, accounts
from som_model.presentation.drawn.lettering import Scale, height_of, limits, scale_for, width_of, wrapped
from som_model.presentation.drawn.marks import beside_total
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, amounts_across, chart, sheet, subtitle
from som_model.presentation.drawn.steps import ROUNDS, rounds_apart
from som_model.presentation.style import (
    COST,
    COST_TOTAL,
    FAINT_INK,
    INK,
    LABEL,
    MARGIN,
    PAPER,
    SAVINGS,
    SAVINGS_TOTAL,
    SMALL,
    WIDTH,
    Fill,
)
from som_model.presentation.transfer_sentences import is_seen, transfer_sentences
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

ROW = 44.0
BAR = 18.0
NET_ROOM = 108.0
NAME_ROOM = 92.0
SAID = 11.0
KEY = 22.0
BESIDE = 9.0
"""From the end of a bar to what is written beside it: room for half a mark of the net."""

BACKING = {"boxstyle": "square,pad=0.15", "facecolor": PAPER, "edgecolor": "none"}
"""Behind what is written beside a bar, so that no line of the grid runs through it."""


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of zero in a row: parts in kr., all of one sign, from zero outward, and what is written."""

    parts: tuple[tuple[float, Fill], ...]
    written: str

    @property
    def end(self) -> float:
        """How far the parts reach, kr."""
        return sum(amount for amount, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One payer, or the public purse."""

    name: str
    left: Side
    right: Side
    net: float | None
    """Kr.; None for one who neither pays nor gets."""
    bold: bool

    @property
    def sides(self) -> tuple[Side, Side]:
        """Left and right of zero."""
        return self.left, self.right


@chart
def transfers(projection: Projection, language: Language = "da") -> Chart:
    """Who pays, and who gets what is saved? Each payer's cost to the left of zero, its savings to the right, kr. over the
    whole period, undiscounted; net is marked and written, and the sentences above follow the numbers.

    A row for municipality, region and state, and one for all three. The sentences say who gains, who loses, and how much
    that moves between them. A citizen's amount is told below.
    """
    public, total, _ = accounts(projection)
    listed = (*public, total)
    scale = scale_for([amount for account in listed for amount in (account.cost, account.savings, account.net)], language)
    rows = [_row(account, scale) for account in listed]
    shown = phrase("transfers_shown", language).format(first=projection.years[0], last=projection.years[-1])
    apart = any(rounds_apart([-account.cost, account.savings], account.net, scale) for account in listed)
    caption = Caption(
        full_title(projection.scenario, language),
        subtitle(shown, projection, scale, "accumulated_sign"),
        (*beside_total(projection, language), *((phrase("drivers_rounded", language),) if apart else ())),
    )
    sentences = transfer_sentences(projection, scale)
    lines = [wrapped(text, WIDTH - 2 * MARGIN, SAID, bold=not i) if text else [] for i, text in enumerate(sentences)]
    strip = height_of(sum(map(len, lines)), SAID) + 8 + KEY + height_of(1, SMALL) + 8
    plot = sheet(caption, ROW * len(rows), left=MARGIN + NAME_ROOM, right=MARGIN + NET_ROOM, above=strip)
    amounts_across(plot, *_ends(rows, plot.width), scale)
    _told(plot, lines, plot.top + strip, language)
    for i, row in enumerate(rows):
        _bars(plot, row, plot.height - (i + 0.5) * ROW, scale)
    plot.stroke([MARGIN, WIDTH - MARGIN], [plot.bottom + ROW] * 2, color=INK, linewidth=0.8)
    return plot.figure


def _row(account: Account, scale: Scale) -> Row:
    """Cost to the left and savings to the right; one below 0 stands on the other side."""
    language, cost, savings = scale.language, account.cost, account.savings
    name, whole = account.title(language), account.payer == TOTAL
    paid, got = is_seen(cost, scale), is_seen(savings, scale)
    written: tuple[list[str], list[str]] = ([], [])
    if not paid and not got:
        return Row(name, Side((), ""), Side((), phrase("bar_untouched", language)), None, whole)
    if paid:
        key = "bar_pays" if cost > 0 else "bar_receives"
        written[cost < 0].append(phrase(key, language).format(amount=scale.say(abs(cost))))
    else:
        written[0].append(phrase("bar_pays_nothing", language))
    if got:
        key = "bar_gets" if savings > 0 else "bar_extra"
        written[savings > 0].append(phrase(key, language).format(amount=scale.say(abs(savings))))
    elif cost >= 0:
        written[1].append(phrase("bar_gets_nothing", language))
    both = [(-cost, COST_TOTAL if whole else COST), (savings, SAVINGS_TOTAL if whole else SAVINGS)]
    left, right = (tuple((amount, fill) for amount, fill in both if amount * way > 0) for way in (-1, 1))
    return Row(name, Side(left, ", ".join(written[0])), Side(right, ", ".join(written[1])), account.net, whole)


def _told(plot: Sheet, lines: Sequence[Sequence[str]], top: float, language: Language) -> None:
    """The sentences, what the fills stand for, and the heads of the columns."""
    for i, sentence in enumerate(lines):
        if sentence:
            plot.write(MARGIN, top, "\n".join(sentence), size=SAID, bold=not i, down="top")
            top -= height_of(len(sentence), SAID)
    x, y = MARGIN, top - 8 - KEY / 2
    for fill, key in ((COST, "programme_cost"), (SAVINGS, "savings"), (None, "net")):
        if fill is not None:
            plot.swatch(x, y, fill)
        else:
            plot.stroke([x + 5], [y], marker="D", markersize=6, color=INK, linestyle="none")
        plot.write(x + 16, y, phrase(key, language), size=SMALL)
        x += 16 + width_of(phrase(key, language), SMALL) + 18
    zero, foot = plot.x_of(0.0), plot.top + 4
    plot.write(
        zero - 8, foot, phrase("transfers_pays_side", language), size=SMALL, colour=FAINT_INK, across="right", down="bottom"
    )
    plot.write(zero + 8, foot, phrase("transfers_gets_side", language), size=SMALL, colour=FAINT_INK, down="bottom")
    net = phrase("net", language)
    plot.write(WIDTH - MARGIN, foot, net, size=SMALL, colour=FAINT_INK, across="right", down="bottom")


def _bars(plot: Sheet, row: Row, middle: float, scale: Scale) -> None:
    """A payer's name and bars; the mark of its net on them, the amount to the right of them, and what it is."""
    y = plot.bottom + middle
    for side, way in zip(row.sides, (-1, 1), strict=True):
        feet = accumulate((amount for amount, _ in side.parts), initial=0.0)
        for foot, (amount, fill) in zip(feet, side.parts, strict=False):
            plot.bar(middle, amount, BAR, fill, foot)
        colour = INK if side.parts else FAINT_INK
        beside = plot.x_of(side.end) + way * BESIDE
        text = plot.write(beside, y, side.written, colour=colour, across="right" if way < 0 else "left")
        text.set_bbox(BACKING)
    plot.write(MARGIN, y, "\n".join(wrapped(row.name, NAME_ROOM - 12, LABEL, row.bold, lines=3)), bold=row.bold)
    if row.net is None:
        return
    looks: dict[str, Any] = {"color": INK, "markeredgecolor": PAPER, "markeredgewidth": 1.2, "clip_on": False}
    plot.axes.plot([row.net], [middle], marker="D", markersize=8, zorder=4, **looks)
    seen, written, right = is_seen(row.net, scale), scale.say(row.net), WIDTH - MARGIN
    key = "net_even" if not seen else "net_gained" if row.net > 0 else "net_lost"
    signed = f"+{written}" if seen and row.net > 0 else written
    plot.write(right, y + 1, signed, size=SAID, bold=True, across="right", down="bottom")
    plot.write(right, y - 1, phrase(key, scale.language), size=SMALL, colour=FAINT_INK, across="right", down="top")


def _ends(rows: Sequence[Row], width: float) -> tuple[float, float]:
    """The ends of the axis in kr., with room for what is written beside the bars."""
    ends = [
        (side.end, width_of(side.written, LABEL) + BESIDE + 4, way)
        for row in rows
        for side, way in zip(row.sides, (-1, 1), strict=True)
    ]
    low, high = limits(end for end, _, _ in ends)
    for _ in range(ROUNDS):
        kroner = (high - low) / width
        low = min([low, *(end - room * kroner for end, room, way in ends if way < 0)])
        high = max([high, *(end + room * kroner for end, room, way in ends if way > 0)])
    return low, high
