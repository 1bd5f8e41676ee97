"""What drives a difference, as a waterfall: from the reference's accumulated net, driver by driver, to the other's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from som_model.analysis.comparison import Comparison
from som_model.analysis.drivers.driver import Driver, Drivers, method_notes
from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.described.amounts import payer_title
from som_model.presentation.described.drivers import others, payer_named
from som_model.presentation.drawn.lettering import Scale, scale_for, width_of, wrapped
from som_model.presentation.drawn.rows import Heading, title_of_all
from som_model.presentation.drawn.sheet import Caption, Chart, chart, subtitle
from som_model.presentation.drawn.steps import WIDEST_NAME, Level, Row, Step, parted, rounds_apart, steps
from som_model.presentation.saving import made_from_others
from som_model.presentation.style import SMALL
from som_model.projection.projection import Projection
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import Language, label, phrase

TEN_MILLIONS = 1e7
MOST_NOTES = 3


@chart
def drivers(compared: Comparison, language: Language = "da", payer: str = TOTAL, of: int | None = None) -> Chart:
    """What makes the difference between two variants? From the reference's accumulated net in kr., by each assumption and
    line, the largest first, to the accumulated net of each other scenario.

    payer: whose; the public purse in total unless given. of: index of the one scenario to draw; all but the reference
    unless given. Beyond twelve, the smallest are drawn as one. Raises SomError where nothing is set against a
    reference, UnknownName for another payer.
    """
    payer_named(payer)
    differences = [compared.drivers(index) for index in others(compared, of)]
    names = [compared.titles(language)[index] for index in others(compared, of)]
    assert compared.reference is not None
    reference = compared.titles(language)[compared.reference]
    projections = (*(difference.projection for difference in differences), compared[compared.reference])
    amounts = [_net(projection, payer) for projection in projections]
    amounts += [_of(driver, payer) for difference in differences for driver in difference]
    # Thousands up to ten millions, so that a reader can add up the bars.
    thousands = 1e6 <= max(map(abs, amounts), default=0.0) < TEN_MILLIONS
    scale = Scale(1e3, "thousand_kr", 0, language) if thousands else scale_for(amounts, language)
    rows: list[Row] = []
    for difference, name in zip(differences, names, strict=True):
        heading = phrase("drivers_against", language).format(other=name, reference=reference)
        rows += [*([Heading(heading)] if len(differences) > 1 else []), *_waterfall(difference, (reference, name), payer, scale)]
    years = {"first": compared.years[0], "last": compared.years[-1]}
    shown = phrase("drivers_shown", language).format(whose=payer_title(payer, language).lower(), **years)
    caption = Caption(
        title_of_all(compared, language),
        subtitle(shown, compared[0], scale, "drivers_sign"),
        _notes(differences, names, rows, payer, scale),
    )
    return steps(caption, rows, scale).figure.stating(language, *made_from_others(compared, of))


def _net(projection: Projection, payer: str) -> float:
    return projection.accumulated_net_by_payer[payer]


def _of(driver: Driver, payer: str) -> float:
    return driver.accumulated_by_payer[payer]


def _waterfall(difference: Drivers, names: tuple[str, str], payer: str, scale: Scale) -> Iterator[Level]:
    """The reference; each driver where the one before it ended, with what an assumption is changed from and to, or in what a
    line differs; and the scenario."""
    language = scale.language
    reached = _net(difference.reference, payer)
    yield Level(names[0], reached)
    shown, gathered = parted(list(difference), lambda driver: _of(driver, payer), scale)
    for driver in shown:
        ends = driver.values(language)
        if ends is None:
            aspects = driver.aspects(language)
            beside = wrapped(aspects, WIDEST_NAME, SMALL, lines=2) if aspects else []
        elif width_of(change := f"{ends[0]} → {ends[1]}", SMALL) <= WIDEST_NAME:
            beside = [change]
        else:
            beside = [wrapped(end, WIDEST_NAME, SMALL, lines=1)[0] for end in (ends[0], f"→ {ends[1]}")]
        yield Step(driver.name(language), reached + _of(driver, payer), reached, tuple(beside), bold=False)
        reached += _of(driver, payer)
    if gathered:
        rest = sum(_of(driver, payer) for driver in gathered)
        yield Step(phrase("drivers_other", language).format(count=len(gathered)), reached + rest, reached, bold=False)
    if not len(difference):
        yield Step(phrase("drivers_none", language), reached, reached, bold=False)
    yield Level(names[1], _net(difference.projection, payer))


def _notes(
    differences: Sequence[Drivers], names: Sequence[str], rows: Sequence[Row], payer: str, scale: Scale
) -> tuple[str, ...]:
    """How each difference falls on the payers, and how the parts were made."""
    language = scale.language
    notes = []
    for difference, name in list(zip(differences, names, strict=True))[:MOST_NOTES] if payer == TOTAL else ():
        by_payer = zip(PUBLIC_PAYERS, difference.net.sum(axis=1), strict=True)
        split = "; ".join(f"{label(whose, language).lower()} {scale.say_with_unit(float(net))}" for whose, net in by_payer)
        key = "drivers_by_payer" if abs(difference.accumulated) >= HALF_OERE else "drivers_moved"
        note = phrase(key, language).format(amount=scale.say_with_unit(difference.accumulated), split=split)
        if np.abs(difference.net).max() >= HALF_OERE:
            notes.append(note if len(differences) == 1 else phrase("drivers_note_of", language).format(name=name, note=note))
    notes += dict.fromkeys(note for difference in differences for note in method_notes(difference, language))
    bars = [row for row in rows if isinstance(row, Level)]
    levels = [index for index, row in enumerate(bars) if not isinstance(row, Step)]
    for first, last in zip(levels[::2], levels[1::2], strict=True):
        if rounds_apart([row.amount for row in bars[first:last]], bars[last].amount, scale):
            return (*notes, phrase("drivers_rounded", language))
    return tuple(notes)
