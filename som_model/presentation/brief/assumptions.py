"""What the result rests on: the assumptions that matter most, each with its value, interval, grade and source."""

from __future__ import annotations

from collections import Counter

from som_model.analysis.addressed import ends_of
from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Column, Heading, Paragraph, Row, Table
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.caveats import changes, weak_prices
from som_model.presentation.brief.harmless import cut, cut_within, sentence
from som_model.presentation.brief.ranking import Ranked
from som_model.scenario.prudence import GRADES
from som_model.wording.table import label

WIDTHS = (2.1, 2.6, 2.2)
SOURCE_WIDTH, SHORT_SOURCE_WIDTH = 4.7, 2.9
SHORT_SOURCE = 18
"""Characters of a source that one line of the narrower column holds; names then have the room."""


def assumptions(case: Case) -> tuple[Block, ...]:
    """The table of those that matter, how good they are together, and what the scenario says of itself."""
    found = case.ranked
    heading = Heading(case.said("brief_assumptions"))
    if not found:
        return heading, Paragraph(case.said("brief_no_assumptions"))
    notes = case.scenario.notes
    said = cut(notes.say(case.language), case.room.notes) if notes is not None else ""
    below = (Paragraph(sentence(case.said("notes_heading", text=said))),) if said else ()
    parts = (changes(case), _grades(case), *weak_prices(case))
    return heading, assumption_table(case), Paragraph(" ".join(part for part in parts if part)), *below


def assumption_table(case: Case) -> Table:
    """Name, value, interval, grade in words and source."""
    moving = [each for each in case.ranked if each.effect >= HALF_OERE] or list(case.ranked)
    shown, more = moving[: case.room.assumptions], len(case.ranked) - len(moving[: case.room.assumptions])
    rows = tuple(_row(each, case) for each in shown)
    source_width = SHORT_SOURCE_WIDTH if all(len(row.cells[-1]) <= SHORT_SOURCE for row in rows) else SOURCE_WIDTH
    columns = (
        Column(case.said("assumption"), TEXT_WIDTH - sum(WIDTHS) - source_width),
        Column(case.said("value"), WIDTHS[0], number=True),
        Column(case.said("brief_low_high"), WIDTHS[1], number=True),
        Column(case.said("brief_grade"), WIDTHS[2]),
        Column(case.said("brief_source"), source_width),
    )
    note = case.said("brief_assumptions_note")
    if more:
        note += " " + case.said("brief_assumptions_more" if more > 1 else "brief_assumptions_more_one", count=more)
    return Table(case.said("brief_assumptions_title"), columns, rows, note)


def _row(each: Ranked, case: Case) -> Row:
    assumption, ends = each.assumption, ends_of(each.assumption.estimate)
    return Row(
        (
            cut_within(case.named(assumption), case.room.name),
            assumption.say(assumption.estimate.value or 0.0, case.language),
            case.interval(assumption, *ends) if ends is not None else "–",
            label(each.grade, case.language) if each.grade != "not_stated" else case.said("brief_grade_not_stated"),
            cut(each.source, case.room.source) or "–",
        )
    )


def _grades(case: Case) -> str:
    """How many figures are published, how many assumed."""
    counts = Counter(each.grade for each in case.ranked)
    said = {grade: label(grade, case.language) for grade in GRADES} | {"not_stated": case.said("brief_grade_not_stated")}
    listed = [case.said("brief_grade_count", grade=said[grade], count=counts[grade]) for grade in GRADES if counts[grade]]
    return case.said(
        "brief_grades_one" if len(case.ranked) == 1 else "brief_grades", count=len(case.ranked), listed="; ".join(listed)
    )
