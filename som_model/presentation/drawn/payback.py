"""How likely each payback year is: a column for each year, and one for never."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from som_model.analysis.simulation.in_words import precision
from som_model.analysis.simulation.simulation import NEVER, NO_COST, Simulation
from som_model.presentation.described.simulation import uncertain
from som_model.presentation.drawn.lettering import width_of, wrapped
from som_model.presentation.drawn.marks import ROOM, Mark, height_needed, write_marks
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, chart, in_words, sheet, years_across
from som_model.presentation.style import COST, FAINT_INK, INK, MARGIN, SAVINGS, SMALL, SMALLEST, SUBTITLE, WIDTH, Fill
from som_model.resolved.titles import full_title
from som_model.wording.numbers import number, share_said
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase

HEIGHT = 190.0
COLUMN = 0.72
APART = 0.16
"""Part of the plot between the last year and the column of never, so that what stands under both has room."""
BEYOND = 0.08
"""Part of the plot to the right of that column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A share of the draws, where it stands on the axis of years, and how it is filled."""

    place: float
    share: float
    fill: Fill


@chart
def payback(simulated: Simulation, language: Language = "da", payer: str = TOTAL) -> Chart:
    """How likely is each payback year? The share of the draws with each payback year, and with none in the period.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    shares = simulated.payback(payer)
    shown = "payback_shown" if payer == TOTAL else "payback_of_payer_shown"
    draws = number(simulated.draws, language, 0)
    what = phrase(shown, language).format(whose=phrase(f"whose_{payer}", language), draws=draws)
    title = full_title(simulated.scenario, language)
    if shares[NO_COST] == 1:
        rows = wrapped(phrase("no_payback_asked", language), WIDTH - 2 * MARGIN, SUBTITLE)
        return in_words(Caption(title, what), rows, colour=FAINT_INK)
    summary = simulated.summary(payer)
    notes = [uncertain(simulated.assumptions, language)]
    if not summary.certain:
        notes.append(precision(summary, simulated.seed, language))
    marks = _marks(simulated, payer, language)
    years = len(simulated.years)
    columns = [Column(t, shares[year], SAVINGS) for t, year in enumerate(simulated.years)]
    span = (years - 0.4) / (1 - APART - BEYOND)
    columns.append(Column(years - 1 + max(1.6, APART * span), shares[NEVER], COST))
    plot = sheet(Caption(title, what, tuple(notes)), max(HEIGHT, height_needed(marks)), left=MARGIN + 8, right=ROOM, above=14)
    years_across(plot, simulated.years, -0.6, columns[-1].place + max(0.6, BEYOND * span))
    plot.axes.set_ylim(0, max(column.share for column in columns) or 1.0)
    plot.axes.set_yticks([])
    _draw(plot, columns, simulated.draws, language)
    write_marks(plot, marks)
    return plot.figure


def _draw(plot: Sheet, columns: list[Column], draws: int, language: Language) -> None:
    """Each column with its share above it, where there is any and room for it."""
    low, high = plot.axes.get_xlim()
    apart = plot.width / (high - low)
    texts = [share_said(column.share, draws, language) if column.share else "" for column in columns]
    size = next((size for size in (SMALL, 7.0, SMALLEST) if max(width_of(text, size) for text in texts) + 2 <= apart), 0.0)
    for column, text in zip(columns, texts, strict=True):
        looks: dict[str, Any] = {"color": column.fill.face, "hatch": column.fill.hatch, "edgecolor": column.fill.edge}
        plot.axes.bar(column.place, column.share, COLUMN, linewidth=0.6, zorder=2, **looks)
        x = plot.left + (column.place - low) * apart
        if text and (size or column is columns[-1]):
            plot.write(x, plot.y_of(column.share) + 2, text, size=size or SMALL, across="center", down="bottom")
    plot.axes.axhline(0, color=INK, linewidth=1)
    never = phrase("payback_never", language)
    plot.write(plot.left + (columns[-1].place - low) * apart, plot.bottom - 4, never, size=SMALL, across="center", down="top")


def _marks(simulated: Simulation, payer: str, language: Language) -> list[Mark]:
    shares = simulated.payback(payer)
    paid = sum(share for name, share in shares.items() if isinstance(name, int))
    year = simulated.base.payback_by_payer.get(payer)
    stated = phrase("payback_never", language) if year is None else str(year)
    marks = [
        Mark(
            phrase("key_paid_back", language).format(year=simulated.years[-1]),
            share_said(paid, simulated.draws, language),
            fill=SAVINGS,
        ),
        Mark(phrase("key_not_paid_back", language), share_said(shares[NEVER], simulated.draws, language), fill=COST),
        Mark(phrase("sim_base", language), stated),
    ]
    if shares[NO_COST]:
        free = share_said(shares[NO_COST], simulated.draws, language)
        marks.append(Mark(phrase("payback_free", language).capitalize(), free))
    return marks
