"""What is to be decided: which programme, for whom, for how many and when."""

from __future__ import annotations

from som_model.presentation.brief.blocks import Block, Heading, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut, cut_within
from som_model.resolved.titles import group_title, scenario_title
from som_model.scenario.programme import Programme
from som_model.scenario.target_group import TargetGroup
from som_model.wording.numbers import month_said, number

LONGEST_GROUP = 90
LONGEST_NAME = 120


def question(case: Case) -> tuple[Block, ...]:
    """The question, in two or three sentences."""
    title = cut(scenario_title(case.scenario, case.language), LONGEST_NAME)
    stated = _span(case.scenario.programme, case)
    when = stated or case.said("brief_within", years=case.years)
    parts = [case.said("brief_asks", title=title, when=when), _whom(case)]
    if stated:
        parts.append(case.said("brief_covers", years=case.years))
    return Heading(case.said("brief_question")), Paragraph(" ".join(parts))


def _whom(case: Case) -> str:
    groups = [
        (
            cut_within(group_title(case.scenario, group.name, case.language), LONGEST_GROUP),
            _count(float(found.participants.sum()), case),
            _intake(case.scenario.target_groups[group.name], case),
        )
        for group, found in zip(case.projection.inputs.groups, case.projection.balance.effects, strict=True)
    ]
    if not groups:
        return case.said("brief_for_nobody", years=case.years)
    if len(groups) == 1:
        [(name, count, intake)] = groups
        return case.said("brief_for_one", group=_inside(name), count=count, intake=intake)
    named = [
        case.said("brief_group", group=_inside(name), count=n, intake=intake) for name, n, intake in groups[: case.room.groups]
    ]
    more = len(groups) - len(named)
    if more:
        named.append(case.said("brief_groups_more" if more > 1 else "brief_groups_more_one", count=more))
    listed = ", ".join(named[:-1]) + case.said("and") + named[-1]
    return case.said("brief_for_several", listed=listed)


def _intake(group: TargetGroup, case: Case) -> str:
    """', som begynder fra oktober 2025', where the group says so itself and otherwise than the programme."""
    programme = case.scenario.programme
    own = (group.from_year or programme.from_year, group.to_year or programme.to_year)
    if own == (programme.from_year, programme.to_year):
        return ""
    return case.said("brief_intake", when=_span(group, case))


def _span(part: Programme | TargetGroup, case: Case) -> str:
    """'fra oktober 2025 til og med 2027', as it is stated; nothing where it is not."""
    first, last = (_named(stated, case) if stated else "" for stated in (part.from_year, part.to_year))
    if first and last:
        if first == last:
            return case.said("brief_within", years=first)
        return case.said("brief_from_until", first=first, last=last)
    if first:
        return case.said("brief_from", first=first)
    return case.said("brief_until", last=last) if last else ""


def _named(stated: str, case: Case) -> str:
    """A year as it is, a month by its name."""
    year, _, month = stated.partition("-")
    return month_said(int(year), int(month), case.language) if month else year


def _count(participants: float, case: Case) -> str:
    """'32 deltagere', 'ca. 32 deltagere' where their sum is not whole; '–' where they are not known."""
    if participants != participants:  # noqa: PLR0124 — NaN
        return case.said("brief_participants", count="–")
    whole = abs(participants - round(participants)) < 1e-6
    if whole and round(participants) == 1:
        return case.said("brief_participants_one")
    count = number(participants, case.language, 0 if participants >= 1 else None if whole else 1)
    return case.said("brief_participants", count=count if whole else case.said("brief_about", count=count))


def _inside(title: str) -> str:
    """A title inside a sentence."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
