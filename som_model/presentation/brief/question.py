"""What is to be decided: which programme, for whom, for how many and when."""

from __future__ import annotations

from som_model.presentation.brief.blocks import Block, Heading, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut
from som_model.scenario.titles import group_title, scenario_title
from som_model.wording.numbers import number

MOST_GROUPS = 3
LONGEST_GROUP = 90
LONGEST_NAME = 120


def question(case: Case) -> tuple[Block, ...]:
    """The question, in two sentences at most."""
    asked = case.said("brief_asks", title=cut(scenario_title(case.scenario, case.language), LONGEST_NAME))
    return Heading(case.said("brief_question")), Paragraph(f"{asked} {_whom(case)}")


def _whom(case: Case) -> str:
    groups = [
        (cut(group_title(case.scenario, group.name, case.language), LONGEST_GROUP), float(found.participants.full.sum()))
        for group, found in zip(case.projection.inputs.groups, case.projection.balance.effects, strict=True)
    ]
    if not groups:
        return case.said("brief_for_nobody", years=case.years)
    if len(groups) == 1:
        return case.said("brief_for_one", group=_inside(groups[0][0]), count=_count(groups[0][1], case), years=case.years)
    named = [case.said("brief_group", group=_inside(name), count=_count(n, case)) for name, n in groups[:MOST_GROUPS]]
    if len(groups) > MOST_GROUPS:
        more = len(groups) - MOST_GROUPS
        named.append(case.said("brief_groups_more" if more > 1 else "brief_groups_more_one", count=more))
    listed = ", ".join(named[:-1]) + case.said("and") + named[-1]
    return case.said("brief_for_several", listed=listed, years=case.years)


def _count(participants: float, case: Case) -> str:
    """Citizens in whole numbers where they are whole, else with one decimal; '–' where they are not known."""
    return number(round(participants, 1), case.language) if participants == participants else "–"  # noqa: PLR0124 — NaN


def _inside(title: str) -> str:
    """A title inside a sentence."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
