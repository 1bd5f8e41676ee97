"""Where the figures were read: each source once, that of the assumption that matters most first."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.presentation.brief.blocks import Block, Heading, Item, Items, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut_within
from som_model.presentation.brief.ranking import READ
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.characters import one_line
from som_model.wording.table import label

GUESSED = ("assumed", "implied")
"""Grades whose source is a reason, which stands beside the figure, unless it leads to a page."""


def sources(case: Case) -> tuple[Block, ...]:
    """At most six sources, fewer where texts are long, and how many more there are."""
    heading = Heading(case.said("brief_sources"))
    listed = dict(_read(case))
    if not listed:
        return heading, Paragraph(case.said("brief_no_sources"))
    weak = _weak(case)
    items = [
        Item(_graded(cut_within(text, case.room.entry), weak.get(text), case), link=link)
        for text, link in list(listed.items())[: case.room.sources]
    ]
    more = len(listed) - len(items)
    if more:
        items.append(Item(case.said("brief_sources_more" if more > 1 else "brief_sources_more_one", count=more)))
    return heading, Items(tuple(items))


def _read(case: Case) -> Iterator[tuple[str, str]]:
    """(source, its page or '') of every figure that is no mere guess."""
    found: dict[str, str] = {}
    for each in case.ranked:
        link = _link(case.scenario, each.assumption.address, each.assumption.estimate)
        if each.source and (link or each.grade not in GUESSED):
            text = one_line(each.source)
            found[text] = found.get(text) or link
    if case.scenario.prudence is not None:
        found.setdefault(one_line(case.scenario.prudence.source), "")
    yield from found.items()


def _weak(case: Case) -> dict[str, str]:
    """Source → the grade of the figure that matters most of those read there and neither published nor local."""
    found: dict[str, str] = {}
    for each in case.ranked:
        if each.grade not in READ:
            found.setdefault(one_line(each.source), each.grade)
    return found


def _graded(source: str, grade: str | None, case: Case) -> str:
    """A source with the grade of what was read there, unless that is published or local."""
    if grade is None:
        return source
    said = case.said("brief_source_not_stated") if grade == "not_stated" else label(grade, case.language)
    return case.said("brief_source_grade", source=source, grade=said)


def _link(scenario: Scenario, address: str, estimate: Estimate) -> str:
    """The page of a figure's own source, else of the price that it is."""
    steps = address.split(".")
    cost = scenario.unit_costs.get(steps[1]) if steps[0] == "unit_costs" and len(steps) > 2 and steps[2] == "amount" else None
    return estimate.url or (cost.url if cost is not None and estimate.source is None else None) or ""
