"""The sheets of sources and of questions: where each number was read, and what a critical reader would ask."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.analysis.review.questions import review
from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.sheet import Sheet, heads, texts
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import grade_of, source_of
from som_model.resolved.titles import group_title, unit_cost_title
from som_model.wording.table import label

Source = tuple[str, str, str, str]


def sources(book: Book) -> Sheet:
    """What is it, where it was read, its address on the net, how good it is."""
    sheet = Sheet(book.say("sheet_sources"), (50.0, 60.0, 44.0, 16.0), heads=3)
    sheet.say(book.say("sheet_sources"), "title")
    sheet.gap()
    sheet.add(*heads(*(book.say(f"column_{key}") for key in ("what", "source", "url", "quality"))))
    for name, source, url, grade in dict.fromkeys((*_figures(book), *_groups(book), *_series(book), *_rules(book))):
        sheet.add(*texts(name, source, url, label(grade, book.language) if grade else "", shown="wrapped"))
    return sheet


def questions(book: Book) -> Sheet:
    """What a critical reader would ask, why, and what to do."""
    sheet = Sheet(book.say("sheet_review"), (64.0, 52.0, 52.0, 48.0), heads=3)
    found = review(book.scenario)
    sheet.say(book.say("sheet_review"), "title")
    sheet.say(found.title(book.language), "remark")
    sheet.add(*heads(*(book.say(key) for key in ("review_text", "review_why_head", "review_do_head", "review_address"))))
    for remark in found:
        sheet.add(*texts(*remark.told(book.language), remark.address, shown="wrapped"))
    return sheet


def _figures(book: Book) -> Iterator[Source]:
    for address in book.assumptions.cells:
        estimate = book.assumptions.stated[address]
        source = source_of(book.scenario, address, estimate)
        if source:
            title = Assumption(book.scenario, address, estimate).title(book.language)
            yield title, source, estimate.url or "", grade_of(book.scenario, address, estimate) or ""
    for key, cost in book.scenario.unit_costs.items():
        if cost.source and any(address.startswith(f"unit_costs.{key}.") for address in book.assumptions.cells):
            yield (
                unit_cost_title(book.scenario, key, book.language),
                cost.source,
                cost.url or "",
                cost.quality or "",
            )


def _groups(book: Book) -> Iterator[Source]:
    for name in book.scenario.target_groups:
        found = book.scenario.record.source.definition(name)
        if found is not None and found.source:
            yield group_title(book.scenario, name, book.language), found.source, found.url or "", found.quality or ""


def _series(book: Book) -> Iterator[Source]:
    scenario = book.scenario
    for key, series in scenario.indices.items():
        if series.source:
            yield (
                series.label.say(book.language) if series.label is not None else key,
                series.source,
                series.url or "",
                series.quality or "",
            )
    schedule = scenario.record.schedule
    if schedule is not None and schedule.source:
        name = schedule.label.say(book.language) if schedule.label is not None else str(scenario.discount_rate)
        yield name, schedule.source, schedule.url or "", schedule.quality or ""


def _rules(book: Book) -> Iterator[Source]:
    names = dict.fromkeys(
        split.rule for line in book.scenario.lines if line.ruled for _, _, split in line.rules(book.scenario.period.calendar)
    )
    for name in names:
        rule = book.scenario.record.payer_rules[name]
        for law in rule.laws:
            yield (
                f"{rule.label.say(book.language)} ({law.since.isoformat()})",
                law.source or rule.law,
                law.url or "",
                law.quality or "",
            )
