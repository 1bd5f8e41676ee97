"""What may be held against the result: what is expected but not counted, and what a critical reader will ask."""

from __future__ import annotations

from som_model.presentation.brief.blocks import Block, Heading, Item, Items, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut, cut_within, lowered, sentence
from som_model.presentation.described.ledger import uncounted
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.resolved.titles import group_title, unit_cost_title
from som_model.wording.table import TABLE

LONGEST_SUBJECT = 90
LONGER = 40
"""Characters that a question may have more than an entry of another list."""


def left_out(case: Case) -> tuple[Block, ...]:
    """The texts of not_counted, the lines with counted: false, and what the model itself leaves out."""
    heading = Heading(case.said("brief_left_out"))
    texts = [text.say(case.language) for text in case.scenario.not_counted]
    texts += [case.scenario.line(address).title(case.language) for address in uncounted(case.scenario)]
    listed = [cut(text, case.room.entry) for text in dict.fromkeys(texts)]
    if not listed:
        return heading, Paragraph(f"{case.said('brief_left_out_nothing')} {case.said('brief_grants')}")
    shown = listed[: case.room.left_out]
    shown += case.more("brief_left_out_more", len(listed) - len(shown))
    note = Paragraph(f"{case.said('brief_left_out_note')} {case.said('brief_grants')}")
    return heading, Items(tuple(Item(text) for text in shown)), note


def asked(case: Case) -> tuple[Block, ...]:
    """The first question of each kind that a review finds, what decides the result first: at most five, fewer where texts are
    long, and how many more the review holds."""
    heading = Heading(case.said("brief_asked"))
    first = {remark.kind: remark for remark in reversed(case.reviewed.remarks)}
    shown = [remark for remark in case.reviewed if first[remark.kind] is remark][: case.room.questions]
    if not shown:
        return heading, Paragraph(case.said("brief_asked_nothing"))
    items = [
        Item(
            sentence(cut(remark.told(case.language).text, case.room.entry + LONGER)),
            cut_within(subject(case, remark.address), LONGEST_SUBJECT),
        )
        for remark in shown
    ]
    items += [Item(text) for text in case.more("brief_asked_more", len(case.reviewed) - len(shown))]
    return heading, Items(tuple(items))


def subject(case: Case, address: str) -> str:
    """What an address is about, as readers know it: the figure, the line, the group or the price."""
    scenario, language, steps = case.scenario, case.language, address.split(".")
    known = dict(figures(scenario))
    if address in known:
        return case.named(Assumption(scenario, address, known[address]))
    if steps[0] == "unit_costs" and len(steps) > 1:
        return unit_cost_title(scenario, steps[1], language)
    if (len(steps) > 3 and steps[2] == "consequences") or (len(steps) > 2 and steps[0] == "programme"):
        return scenario.line(address).title(language)
    if steps[0] == "target_groups" and len(steps) > 1:
        group, heading = group_title(scenario, steps[1], language), f"assumption_{steps[-1]}"
        if heading not in TABLE:
            return group
        return case.said(heading) if len(scenario.target_groups) == 1 else f"{case.said(heading)}, {lowered(group)}"
    return case.said("programme")
