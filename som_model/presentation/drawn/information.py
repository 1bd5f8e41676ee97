"""What it is worth to know the numbers before choosing: a bar for all of them, for each, and for groups of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from som_model.analysis.information.in_words import NOTHING, about, paragraphs, period, whose
from som_model.analysis.information.value import EVERYTHING, ValueOfInformation
from som_model.analysis.information.worth import ValueOfKnowing
from som_model.presentation.described.information import evpi_within, part_of_all, together
from som_model.presentation.drawn.lettering import Scale, height_of, width_of, wrapped
from som_model.presentation.drawn.sheet import Caption, Chart, amounts_across, chart, in_words, sheet
from som_model.presentation.style import LABEL, MARGIN, NET, PAPER, SAVINGS, SMALL, SUBTITLE, WIDTH, Fill
from som_model.wording.numbers import number
from som_model.wording.table import Language, phrase

WIDEST_NAME = 205.0
BAR = 13.0
GAP = 7.0
SLACK = 22.0
"""Room left at the end of long lines: at few dots per inch letters are drawn wider than they are."""
MOST_ROWS = 15
MOST_NAMED = 4
IN_MILLIONS = 1e6
TOGETHER = Fill("#56B4E9", "////")


@dataclass(frozen=True, slots=True)
class Row:
    """A bar: its name, what knowing that is worth in kr., and how that is written at its end."""

    name: str
    worth: float
    said: str
    fill: Fill
    bold: bool = False

    @property
    def lines(self) -> list[str]:
        """The name in lines."""
        return wrapped(self.name, WIDEST_NAME, LABEL, self.bold, lines=3)

    @property
    def height(self) -> float:
        """The height of the row in points."""
        return max(BAR, height_of(len(self.lines), LABEL)) + GAP


@dataclass(frozen=True, slots=True)
class Heading:
    """A rule across the sheet with a text under it, about the bars that follow."""

    text: str
    height: float = height_of(1, LABEL) + 2.5 * GAP


@chart
def value_of_information(value: ValueOfInformation, language: Language = "da") -> Chart:
    """Which figure is worth knowing before choosing? What certainty is worth on average, kr.: about all figures, each by
    itself, and groups of them, a bar each, the greatest first.

    EVPI, and EVPPI of each and of groups with their part of EVPI. Where the uncertainty never changes the choice, the chart
    says so in words.
    """
    scale = information_scale(value.evpi, language)
    shown = phrase("voi_shown", language).format(whose=whose(value, language), years=period(value))
    level = scale.price_level(value.simulation.base)
    title = value.title(language)
    if value.evpi <= NOTHING:
        return in_words(Caption(title, whole(shown, SUBTITLE)), whole(paragraphs(value, language)[0], SUBTITLE).split("\n"), GAP)
    rows = list(_rows(value, language))
    bars = [row for row in rows if isinstance(row, Row)]
    column = max(width_of(line, LABEL, row.bold) for row in bars for line in row.lines)
    notes = [line for note in _notes(value, language) for line in whole(note, SMALL).split("\n")]
    caption = Caption(title, f"{whole(shown, SUBTITLE)}\n{level}", tuple(notes))
    right = max(MARGIN, width_of(scale.say(max(row.worth for row in bars) * 2), SMALL) / 2 + 4)
    plot = sheet(caption, sum(row.height for row in rows) + GAP, left=MARGIN + column + 10, right=right)
    # So that what is written at the ends of the bars stays inside the plot.
    ends = [row.worth / max(1 - (width_of(row.said, LABEL, row.bold) + 10) / plot.width, 0.05) for row in bars]
    amounts_across(plot, 0.0, max(*(row.worth for row in bars), *ends), scale)
    top = plot.height - GAP / 2
    for row in rows:
        if isinstance(row, Row):
            middle = top - row.height / 2
            plot.bar(middle, row.worth, BAR, row.fill)
            plot.write(plot.left - 8, plot.bottom + middle, "\n".join(row.lines), bold=row.bold, across="right")
            text = plot.write(plot.x_of(row.worth) + 5, plot.bottom + middle, row.said, bold=row.bold)
            text.set_bbox({"boxstyle": "square,pad=0.08", "facecolor": PAPER, "edgecolor": "none"})
        else:
            plot.heading([row.text], top, row.height, rule=GAP, below=4)
        top -= row.height
    return plot.figure


def information_scale(largest: float, language: Language) -> Scale:
    """Kr., or mio. kr. from a million up."""
    return Scale(1e6, "million_kr", 2, language) if largest >= IN_MILLIONS else Scale(1.0, "kr", 0, language)


def _rows(value: ValueOfInformation, language: Language) -> Iterator[Row | Heading]:
    yield Row(phrase("voi_bar_all", language), value.evpi, about(value.evpi, value, language), NET, bold=True)
    alone = [known for known in value.assumptions if known.evppi > NOTHING][:MOST_ROWS]
    if alone:
        yield Heading(phrase("voi_bars_single", language))
    for known in alone:
        yield Row(value.assumption(known.name).title(language), known.evppi, _said(known, value, language), SAVINGS)
    groups = [known for known in value.groups if known.method != EVERYTHING and known.evppi > NOTHING]
    if groups:
        yield Heading(phrase("voi_bars_together", language))
    for known in groups:
        yield Row(together(known, language), known.evppi, _said(known, value, language), TOGETHER)


def _said(known: ValueOfKnowing, value: ValueOfInformation, language: Language) -> str:
    amount, part = about(known.evppi, value, language), part_of_all(known.evppi, value, language)
    return phrase("voi_amount_and_part", language).format(amount=amount, part=part)


def _notes(value: ValueOfInformation, language: Language) -> Iterator[str]:
    """The choice and its uncertainty; what the bars do not show; how sure they are."""
    yield paragraphs(value, language)[0]
    worth = [known for known in value.assumptions if known.evppi > NOTHING]
    nothing = [value.assumption(known.name).title(language) for known in value.assumptions if known.evppi <= NOTHING]
    if not worth:
        yield phrase("voi_none_alone", language)
    elif nothing:
        more = phrase("sim_and_more", language).format(count=len(nothing) - MOST_NAMED) if len(nothing) > MOST_NAMED else ""
        listed = "; ".join(nothing[:MOST_NAMED]) + more
        yield phrase("voi_worth_nothing", language).format(listed=listed)
    if len(worth) > MOST_ROWS:
        yield phrase("voi_more_rows", language).format(count=len(worth) - MOST_ROWS)
    if len(value.assumptions) > 1:
        yield phrase("voi_not_summing", language)
    simulation = value.simulation
    yield phrase("voi_draws_note", language).format(
        draws=number(simulation.draws, language, 0), seed=simulation.seed, error=evpi_within(value, language)
    )


def whole(text: str, size: float) -> str:
    """A text in as many lines as it needs."""
    return "\n".join(wrapped(text, WIDTH - 2 * MARGIN - SLACK, size))
