"""What the result rests on: the assumptions that matter most, what must be known beside them, and where they were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from som_model.analysis.addressed import ends_of
from som_model.presentation.brief.blocks import Block, Heading, Item, Items, Paragraph
from som_model.presentation.brief.calculated import READ
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut, cut_within, lowered, sentence
from som_model.presentation.described.table import Column, Table
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.resolved.titles import unit_cost_title
from som_model.scenario.prudence import GRADES
from som_model.wording.characters import one_line
from som_model.wording.numbers import value_shown
from som_model.wording.table import label

VALUE_WIDTH, INTERVAL_WIDTH, GRADE_WIDTH = 2.1, 2.6, 2.2
SOURCE_WIDTH, SHORT_SOURCE_WIDTH = 4.7, 2.9
SHORT_SOURCE = 18
"""Characters of a source that one line of the narrower column holds; names then have the room."""
MOST_CHANGES = 3
LONGEST_NAME = 90
LONGEST_NOTE = 130
GUESSED = ("assumed", "implied")
"""Grades whose source is a reason, which stands beside the figure, unless it leads to a page."""


def assumptions(case: Case) -> tuple[Block, ...]:
    """The table of those that matter, how good they are together, and what the scenario says of itself."""
    heading = Heading(case.said("brief_assumptions"))
    if not case.ranked:
        return heading, Paragraph(case.said("brief_no_assumptions"))
    notes = case.scenario.notes
    told = cut(notes.say(case.language), case.room.notes) if notes is not None else ""
    below = (Paragraph(sentence(case.said("notes_heading", text=told))),) if told else ()
    counts = Counter(ranking.grade for ranking in case.ranked)
    listed = "; ".join(
        case.said("brief_grade_count", grade=_grade(grade, case), count=counts[grade]) for grade in GRADES if counts[grade]
    )
    key = "brief_grades_one" if len(case.ranked) == 1 else "brief_grades"
    grades = case.said(key, count=len(case.ranked), listed=listed)
    caveats = " ".join((*changes(case), grades, *weak_prices(case)))
    return heading, assumption_table(case), Paragraph(caveats), *below


def assumption_table(case: Case) -> Table:
    """Name, value, interval, grade in words and source."""
    moving = [ranking for ranking in case.ranked if ranking.matters] or list(case.ranked)
    rows: list[tuple[str | None, ...]] = []
    for ranking in moving[: case.room.assumptions]:
        assumption, ends = ranking.assumption, ends_of(ranking.assumption.estimate)
        rows.append(
            (
                cut_within(case.named(assumption), case.room.name),
                assumption.say(assumption.estimate.value or 0.0, case.language),
                assumption.interval(*ends, case.language) if ends is not None else None,
                _grade(ranking.grade, case),
                cut(ranking.source, case.room.source) or None,
            )
        )
    is_short = all(len(source or "") <= SHORT_SOURCE for *_, source in rows)
    return Table(
        name="assumptions",
        title=case.said("brief_assumptions_title"),
        unit="",
        columns=(
            Column("assumption", case.said("assumption"), "text"),
            Column("value", case.said("value"), "mixed", VALUE_WIDTH),
            Column("interval", case.said("brief_low_high"), "mixed", INTERVAL_WIDTH),
            Column("grade", case.said("brief_grade"), "text", GRADE_WIDTH),
            Column("source", case.said("brief_source"), "text", SHORT_SOURCE_WIDTH if is_short else SOURCE_WIDTH),
        ),
        rows=tuple(rows),
        note=" ".join((case.said("brief_assumptions_note"), *case.more("brief_assumptions_more", len(case.ranked) - len(rows)))),
    )


def _grade(grade: str, case: Case) -> str:
    return label(grade, case.language) if grade != "not_stated" else case.said("brief_grade_not_stated")


def changes(case: Case) -> tuple[str, ...]:
    """What was set on top of the scenario file, in words: a figure by its name and in its unit, what is no figure as it was
    written; nothing where nothing was."""
    scenario, changed = case.scenario, case.scenario.record.changed
    if not changed:
        return ()
    known = dict(figures(scenario))
    told: list[str] = []
    for address, written in changed[:MOST_CHANGES]:
        place = address if address in known else address.removesuffix(".value")
        if place not in known:
            title, value = cut_within(address, LONGEST_NAME), value_shown(written, case.language)
        else:
            assumption = Assumption(scenario, place, known[place])
            title = lowered(cut_within(case.named(assumption), LONGEST_NAME))
            value = assumption.say(stated, case.language) if (stated := assumption.estimate.value) is not None else "–"
        told.append(case.said("brief_change", title=title, value=value))
    told += case.more("brief_changes_more", len(changed) - len(told))
    return (case.said("brief_changes", changes="; ".join(told)),)


def weak_prices(case: Case) -> Iterator[str]:
    """The prices that move the result and whose source is weak, as the projection notices them: that of most weight first."""
    weak = {notice.address for notice in case.projection.notices if notice.message.key == "price_assumed"}
    moving = (ranking.assumption.address.removesuffix(".amount") for ranking in case.ranked if ranking.matters)
    for address in [address for address in moving if address in weak][: case.room.weak_prices]:
        key = address.partition(".")[2]
        note = case.scenario.unit_costs[key].note
        reason = sentence(cut(note.say(case.language), LONGEST_NOTE)) if note is not None else ""
        price = cut_within(unit_cost_title(case.scenario, key, case.language), LONGEST_NAME)
        yield case.said("brief_weak_price", price=lowered(price), note=reason).strip()


def sources(case: Case) -> tuple[Block, ...]:
    """At most six sources, fewer where texts are long, and how many more there are: each once, that of the assumption that
    matters most first. One that was neither published nor local stands with the grade of the figure that matters most."""
    heading = Heading(case.said("brief_sources"))
    links: dict[str, str] = {}
    weak: dict[str, str] = {}
    for ranking in case.ranked:
        source, grade, estimate = one_line(ranking.source), ranking.grade, ranking.assumption.estimate
        if grade not in READ:
            weak.setdefault(source, grade)
        # The page is the figure's own, else that of the price that it is.
        steps, link = ranking.assumption.address.split("."), estimate.url or ""
        if not link and estimate.source is None and steps[0] == "unit_costs" and steps[2:3] == ["amount"]:
            link = case.scenario.unit_costs[steps[1]].url or ""
        if ranking.source and (link or grade not in GUESSED):
            links[source] = links.get(source) or link
    if case.scenario.prudence is not None:
        links.setdefault(one_line(case.scenario.prudence.source), "")
    items: list[Item] = []
    for source, link in list(links.items())[: case.room.sources]:
        text = cut_within(source, case.room.entry)
        if source in weak:
            is_stated = weak[source] != "not_stated"
            called = label(weak[source], case.language) if is_stated else case.said("brief_source_not_stated")
            text = case.said("brief_source_grade", source=text, grade=called)
        items.append(Item(text, link=link))
    if not items:
        return heading, Paragraph(case.said("brief_no_sources"))
    items += [Item(text) for text in case.more("brief_sources_more", len(links) - len(items))]
    return heading, Items(tuple(items))
