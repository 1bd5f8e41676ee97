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
    for name, source, url, grade in dict.fromkeys(_read(book)):
        sheet.add(*texts(name, source, url, label(grade, book.language) if grade else "", shown="wrapped"))
    return sheet


def questions(book: Book) -> Sheet:
    """What a critical reader would ask, why, and what to do."""
    sheet = Sheet(book.say("sheet_review"), (64.0, 52.0, 52.0, 48.0), heads=3)
    raised = review(book.scenario)
    sheet.say(book.say("sheet_review"), "title")
    sheet.say(raised.title(book.language), "remark")
    sheet.add(*heads(*(book.say(key) for key in ("review_text", "review_why_head", "review_do_head", "review_address"))))
    for remark in raised:
        sheet.add(*texts(*remark.told(book.language), remark.address, shown="wrapped"))
    return sheet


def _read(book: Book) -> Iterator[Source]:
    """Figures that formulas read, unit costs, groups, price indices, discount rates and the law of payer rules."""
    scenario, language, cells = book.scenario, book.language, book.assumptions.cells
    for address in cells:
        estimate = book.assumptions.stated[address]
        if source := source_of(scenario, address, estimate):
            title = Assumption(scenario, address, estimate).title(language)
            yield title, source, estimate.url or "", grade_of(scenario, address, estimate) or ""
    for key, cost in scenario.unit_costs.items():
        if cost.source and any(address.startswith(f"unit_costs.{key}.") for address in cells):
            yield unit_cost_title(scenario, key, language), cost.source, cost.url or "", cost.quality or ""
    for name in scenario.target_groups:
        group = scenario.record.source.definition(name)
        if group is not None and group.source:
            yield group_title(scenario, name, language), group.source, group.url or "", group.quality or ""
    for key, series in scenario.indices.items():
        if series.source:
            title = series.label.say(language) if series.label is not None else key
            yield title, series.source, series.url or "", series.quality or ""
    schedule = scenario.record.schedule
    if schedule is not None and schedule.source:
        title = schedule.label.say(language) if schedule.label is not None else str(scenario.discount_rate)
        yield title, schedule.source, schedule.url or "", schedule.quality or ""
    ruled = [line for line in scenario.lines if line.ruled]
    for name in dict.fromkeys(split.rule for line in ruled for _, _, split in line.rules(scenario.period.calendar)):
        rule = scenario.record.payer_rules[name]
        for law in rule.laws:
            title = f"{rule.label.say(language)} ({law.since.isoformat()})"
            yield title, law.source or rule.law, law.url or "", law.quality or ""
