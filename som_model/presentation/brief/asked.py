"""What a critical reader will ask: the first question of each kind that a review finds, what decides the result first."""

from __future__ import annotations

from som_model.analysis.review.remark import Remark
from som_model.presentation.brief.blocks import Block, Heading, Item, Items, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut, cut_within, sentence
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.resolved.titles import group_title, line_title
from som_model.wording.table import TABLE

LONGEST_SUBJECT = 90
LONGER = 40
"""Characters that a question may have more than an entry of another list."""


def asked(case: Case) -> tuple[Block, ...]:
    """At most five questions, fewer where texts are long, and how many more the review holds."""
    heading = Heading(case.said("brief_asked"))
    first = {remark.kind: remark for remark in reversed(case.reviewed.remarks)}
    shown = [remark for remark in case.reviewed if first[remark.kind] is remark][: case.room.questions]
    if not shown:
        return heading, Paragraph(case.said("brief_asked_nothing"))
    items = [
        Item(sentence(cut(remark.told(case.language).text, case.room.entry + LONGER)), subject(case, remark)) for remark in shown
    ]
    more = len(case.reviewed) - len(shown)
    if more:
        items.append(Item(case.said("brief_asked_more" if more > 1 else "brief_asked_more_one", count=more)))
    return heading, Items(tuple(items))


def subject(case: Case, remark: Remark) -> str:
    """What a question is about, as readers know it: the figure, the line, the group or the price."""
    return cut_within(_named(case, remark.address), LONGEST_SUBJECT)


def _named(case: Case, address: str) -> str:
    scenario, language, steps = case.scenario, case.language, address.split(".")
    known = dict(figures(scenario))
    if address in known:
        return case.named(Assumption(scenario, address, known[address]))
    if steps[0] == "unit_costs" and len(steps) > 1:
        label = scenario.unit_costs[steps[1]].label
        return label.say(language) if label is not None else steps[1]
    if steps[0] == "target_groups" and len(steps) > 1:
        if len(steps) > 3 and steps[2] == "consequences":
            return line_title(scenario, ".".join(steps[:4]), language)
        group, heading = group_title(scenario, steps[1], language), f"assumption_{steps[-1]}"
        if heading in TABLE and len(scenario.target_groups) == 1:
            return case.said(heading)
        return f"{case.said(heading)}, {group[:1].lower() + group[1:]}" if heading in TABLE else group
    is_line = steps[0] == "programme" and len(steps) > 2
    return line_title(scenario, ".".join(steps[:3]), language) if is_line else case.said("programme")
