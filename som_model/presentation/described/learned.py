"""What was learned of a share, as a table: before, what was seen, and now."""

from __future__ import annotations

from som_model.analysis.learning import Learned
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.wording.numbers import number, percent
from som_model.wording.table import Language, phrase

HEADS = (
    ("mean", "learned_mean"),
    ("low", "learned_low"),
    ("high", "learned_high"),
    ("successes", "learned_reached"),
    ("failures", "learned_not_reached"),
)


def learned(found: Learned, language: Language = "da", *, spoken: bool = False) -> Table:
    """Value and 95 % interval, and how many citizens each counts for: Beta(a, b) is a who reached the measure and b who
    did not, so that before and seen add up to now.

    spoken: shares as percentages, for reading; else numbers.
    """
    kind: Kind = "mixed" if spoken else "ratio"
    return Table(
        name="learned",
        title=found.assumption.title(language),
        unit=phrase("learned_unit", language),
        columns=(
            Column("stage", phrase("learned_stage", language), "text"),
            *(Column(key, phrase(words, language), kind) for key, words in HEADS),
        ),
        rows=tuple((phrase(f"learned_{stage}", language), *_shown(row, language, spoken=spoken)) for stage, row in stages(found)),
    )


def stages(found: Learned) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    """(prior, seen or posterior; mean, low, high, successes, failures); what was seen has no interval of its own."""
    before, after = found.prior, found.posterior
    return (
        ("prior", (before.mean, *found.interval(prior=True), before.a, before.b)),
        ("seen", (found.successes / found.of, None, None, float(found.successes), float(found.of - found.successes))),
        ("posterior", (after.mean, *found.interval(), after.a, after.b)),
    )


def _shown(row: tuple[Cell, ...], language: Language, *, spoken: bool) -> tuple[Cell, ...]:
    if not spoken:
        return row
    shares = ("–" if each is None else percent(round(float(each), 3), language) for each in row[:3])
    return (*shares, *(number(round(float(each), 1), language) for each in row[3:] if each is not None))
