"""What drives a difference, as a waterfall: from the reference's accumulated net, driver by driver, to the other's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from som_model.analysis.comparison import Comparison
from som_model.analysis.drivers.driver import Driver, Drivers, method_notes
from som_model.presentation.described.drivers import others, payer_named
from som_model.presentation.drawn.comparison import title_of_all
from som_model.presentation.drawn.lettering import height_of, width_of, wrapped
from som_model.presentation.drawn.rows import Heading
from som_model.presentation.drawn.scale import NOTHING, Scale, limits, scale_for
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, amounts_across, sheet, subtitle
from som_model.presentation.style import COST, FAINT_INK, GRID, INK, LABEL, MARGIN, NET, PAPER, SAVINGS, SMALL, Fill
from som_model.projection.projection import TOTAL, Projection
from som_model.scenario.quantities import PUBLIC_PAYERS
from som_model.wording.language import Language
from som_model.wording.table import label, phrase

WIDEST_NAME = 225.0
GAP = 8.0
BAR = 13.0
MOST_DRAWN = 12
"""Drivers with a bar of their own; the smallest of more are drawn together."""
TEN_MILLIONS = 1e7
MOST_NOTES = 3
BESIDE = 5.0
STEPS = 20
"""Rounds in which the axis grows by the room that amounts need; they take less of it each time."""
THINNEST = 3.0
"""A bar narrower than so many points is drawn as a line, so that it is seen."""


@dataclass(frozen=True, slots=True)
class Level:
    """An accumulated net in kr., from zero to its end."""

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
        return self.amount < -NOTHING

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
    """A driver: from what has been reached to what it makes of it."""

    @property
    def fill(self) -> Fill:
        """Gains and losses differ in colour and hatching."""
        return COST if self.back else SAVINGS

    def written(self, scale: Scale) -> str:
        """With its sign."""
        said = scale.say(self.amount)
        return f"+{said}" if self.amount > 0 and said.strip("0.,") else said


Row = Level | Step | Heading


def drivers(compared: Comparison, language: Language = "da", payer: str = TOTAL, of: int | None = None) -> Chart:
    """A waterfall for each scenario that is set against the reference, or for one of them.

    payer: whose accumulated net. of: index of the one.
    """
    payer_named(payer)
    found = [compared.drivers(index) for index in others(compared, of)]
    names = [compared.titles(language)[index] for index in others(compared, of)]
    assert compared.reference is not None
    reference = compared.titles(language)[compared.reference]
    amounts = [_net(each, payer) for each in (*(one.projection for one in found), compared[compared.reference])]
    scale = _scale([*amounts, *(_of(driver, payer) for one in found for driver in one)], language)
    rows: list[Row] = []
    for one, name in zip(found, names, strict=True):
        heading = phrase("drivers_against", language).format(other=name, reference=reference)
        rows += [*([Heading(heading)] if len(found) > 1 else []), *_waterfall(one, (reference, name), payer, scale)]
    whose = phrase("public_total", language) if payer == TOTAL else label(payer, language)
    years = {"first": compared.years[0], "last": compared.years[-1]}
    shown = phrase("drivers_shown", language).format(whose=whose.lower(), **years)
    caption = Caption(
        title_of_all(compared, language),
        subtitle(shown, compared[0], scale, "drivers_sign"),
        _notes(found, names, rows, payer, scale),
    )
    return _drawn(caption, rows, scale).figure


def _net(projection: Projection, payer: str) -> float:
    return projection.accumulated_net_by_payer[payer]


def _of(driver: Driver, payer: str) -> float:
    return driver.accumulated_by_payer[payer]


def _scale(amounts: Sequence[float], language: Language) -> Scale:
    """Thousands up to ten millions, so that a reader can add up the bars."""
    largest = max(map(abs, amounts), default=0.0)
    return Scale(1e3, "thousand_kr", 0, language) if 1e6 <= largest < TEN_MILLIONS else scale_for(amounts, language)


def _waterfall(found: Drivers, names: tuple[str, str], payer: str, scale: Scale) -> Iterator[Level]:
    """The reference, each driver where the one before it ended, and the scenario."""
    language = scale.language
    reached = _net(found.reference, payer)
    yield Level(names[0], reached)
    shown, gathered = _parted(found, payer, scale)
    for driver in shown:
        yield Step(driver.name(language), reached + _of(driver, payer), reached, _beside(driver, language), bold=False)
        reached += _of(driver, payer)
    if gathered:
        rest = sum(_of(driver, payer) for driver in gathered)
        yield Step(phrase("drivers_other", language).format(count=len(gathered)), reached + rest, reached, bold=False)
    if not len(found):
        yield Step(phrase("drivers_none", language), reached, reached, bold=False)
    yield Level(names[1], _net(found.projection, payer))


def _parted(found: Drivers, payer: str, scale: Scale) -> tuple[list[Driver], list[Driver]]:
    """Those with a bar of their own, the largest first, and those that are drawn together."""
    ordered = sorted(found, key=lambda driver: -abs(_of(driver, payer)))
    seen = [driver for driver in ordered if abs(_of(driver, payer)) >= scale.kroner / 10**scale.decimals / 2]
    shown = (seen or ordered)[:MOST_DRAWN]
    if len(ordered) - len(shown) == 1:
        shown = ordered
    return shown, ordered[len(shown) :]


def _beside(driver: Driver, language: Language) -> tuple[str, ...]:
    """What an assumption is changed from and to, broken at the arrow; or in what a line differs."""
    said = driver.values(language)
    if said is None:
        aspects = driver.aspects(language)
        return tuple(wrapped(aspects, WIDEST_NAME, SMALL, lines=2)) if aspects else ()
    whole = f"{said[0]} → {said[1]}"
    if width_of(whole, SMALL) <= WIDEST_NAME:
        return (whole,)
    return tuple(line for part in (said[0], f"→ {said[1]}") for line in wrapped(part, WIDEST_NAME, SMALL, lines=1))


def _notes(found: Sequence[Drivers], names: Sequence[str], rows: Sequence[Row], payer: str, scale: Scale) -> tuple[str, ...]:
    """How each difference falls on the payers, and how the parts were made."""
    language = scale.language
    notes = []
    for one, name in list(zip(found, names, strict=True))[:MOST_NOTES] if payer == TOTAL else ():
        by_payer = zip(PUBLIC_PAYERS, one.net.sum(axis=1), strict=True)
        split = "; ".join(f"{label(each, language).lower()} {scale.say_with_unit(float(net))}" for each, net in by_payer)
        key = "drivers_by_payer" if abs(one.accumulated) >= NOTHING else "drivers_moved"
        note = phrase(key, language).format(amount=scale.say_with_unit(one.accumulated), split=split)
        if np.abs(one.net).max() >= NOTHING:
            notes.append(note if len(found) == 1 else phrase("drivers_note_of", language).format(name=name, note=note))
    notes += dict.fromkeys(note for one in found for note in method_notes(one, language))
    return (*notes, *((phrase("drivers_rounded", language),) if _rounds_apart(rows, scale) else ()))


def _rounds_apart(rows: Sequence[Row], scale: Scale) -> bool:
    """Whether the amounts of a waterfall, as they are written, do not add up."""
    bars = [row for row in rows if isinstance(row, Level)]
    written = [round(row.amount / scale.kroner, scale.decimals) for row in bars]
    levels = [index for index, row in enumerate(bars) if not isinstance(row, Step)]
    ends = zip(levels[::2], levels[1::2], strict=True)
    return any(abs(sum(written[first:last]) - written[last]) > 10**-scale.decimals / 2 for first, last in ends)


def _drawn(caption: Caption, rows: Sequence[Row], scale: Scale) -> Sheet:
    """The rows from the top down."""
    bars = [row for row in rows if isinstance(row, Level)]
    column = max(
        max([*(width_of(line, LABEL, row.bold) for line in row.lines), *(width_of(line, SMALL) for line in row.beside)])
        for row in bars
    )
    made = sheet(caption, sum(row.height for row in rows) + GAP, left=MARGIN + column + 10)
    made.axes.set_ylim(0, made.height)
    made.axes.set_yticks([])
    amounts_across(made, *_ends(bars, scale, made.width), scale)
    top = made.height
    middles: list[tuple[float, Level]] = []
    for row in rows:
        if isinstance(row, Heading):
            _heading(made, row, top)
            middles = []
        else:
            middle = top - row.height / 2
            if middles:
                _joined(made, middles[-1], (middle, row))
            middles.append((middle, row))
            _bar(made, row, middle, scale)
        top -= row.height
    return made


def _ends(bars: Sequence[Level], scale: Scale, width: float) -> tuple[float, float]:
    """The ends of the axis in kr., with room for the amount written at each bar."""
    low, high = limits(end for row in bars for end in (row.start, row.end))
    for _ in range(STEPS):
        kroner = (high - low) / width
        written = [(_place(row, scale, kroner), width_of(row.written(scale), LABEL, row.bold) * kroner) for row in bars]
        low = min([low, *(end - BESIDE * kroner - text for (end, back), text in written if back)])
        high = max([high, *(end + BESIDE * kroner + text for (end, back), text in written if not back)])
    return low, high


def _place(row: Level, scale: Scale, kroner: float) -> tuple[float, bool]:
    """The end of a bar that its amount is written at, and whether to the left of it: where the bar points to, or at its
    other end where the line through zero would run through the text. kroner: of one point."""
    text = (width_of(row.written(scale), LABEL, row.bold) + 2 * BESIDE) * kroner
    crossed = 0 < row.end < text if row.back else 0 < -row.end < text
    return (row.start, not row.back) if crossed else (row.end, row.back)


def _joined(made: Sheet, above: tuple[float, Level], below: tuple[float, Level]) -> None:
    """A thin line from where one bar ends to the next."""
    made.axes.plot([above[1].end] * 2, [above[0], below[0]], color=FAINT_INK, linewidth=0.8, dashes=(2, 2), zorder=1.5)


def _bar(made: Sheet, row: Level, middle: float, scale: Scale) -> None:
    fill, y = row.fill, made.bottom + middle
    made.axes.barh(
        middle,
        row.end - row.start,
        BAR,
        left=row.start,
        color=fill.face,
        hatch=fill.hatch,
        edgecolor=fill.edge,
        linewidth=0.6,
        zorder=2,
    )
    low, high = made.axes.get_xlim()
    if isinstance(row, Step) and abs(row.amount) / (high - low) * made.width < THINNEST:
        colour = fill.face if abs(row.amount) >= NOTHING else INK
        made.axes.plot([row.end] * 2, [middle - BAR / 2, middle + BAR / 2], color=colour, linewidth=THINNEST / 2, zorder=2.5)
    end, back = _place(row, scale, (high - low) / made.width)
    x = made.left + (end - low) / (high - low) * made.width + (-BESIDE if back else BESIDE)
    made.write(x, y, row.written(scale), bold=row.bold, across="right" if back else "left")
    _named(made, row, y)


def _named(made: Sheet, row: Level, y: float) -> None:
    """The name to the left of the bar, and under it what is stated from and to."""
    tall = height_of(len(row.lines), LABEL)
    top = y + (tall + height_of(len(row.beside), SMALL)) / 2
    made.write(made.left - 8, top - tall / 2, "\n".join(row.lines), bold=row.bold, across="right")
    if row.beside:
        under = top - tall - height_of(len(row.beside), SMALL) / 2
        made.write(made.left - 8, under, "\n".join(row.beside), size=SMALL, colour=FAINT_INK, across="right")


def _heading(made: Sheet, row: Heading, top: float) -> None:
    """On paper of its own, so that the grid does not run through it."""
    made.axes.axhspan(top - row.height + 2, top, facecolor=PAPER, zorder=3.5)
    y = made.bottom + top - 7
    made.stroke([MARGIN, made.right], [y + 2, y + 2], color=GRID, linewidth=0.8)
    made.write(MARGIN, y, "\n".join(row.lines), bold=True, down="top")
