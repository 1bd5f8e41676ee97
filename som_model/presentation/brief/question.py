"""What is to be decided: which programme, for whom, for how many and when."""

from __future__ import annotations

from som_model.presentation.brief.blocks import Block, Heading, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut, cut_within, lowered
from som_model.resolved.titles import group_title, scenario_title
from som_model.scenario.programme import Programme
from som_model.scenario.target_group import TargetGroup
from som_model.wording.numbers import month_said, number

LONGEST_GROUP = 90
LONGEST_NAME = 120


def question(case: Case) -> tuple[Block, ...]:
    """The question, in two or three sentences: when; the target groups with how many take part, and when each begins where it
    says so otherwise than the programme."""
    programme, projection = case.scenario.programme, case.projection
    groups: list[dict[str, str]] = []
    for group, effects in zip(projection.inputs.groups, projection.balance.effects, strict=True):
        called = cut_within(group_title(case.scenario, group.name, case.language), LONGEST_GROUP)
        stated = case.scenario.target_groups[group.name]
        own = (stated.from_year or programme.from_year, stated.to_year or programme.to_year)
        as_programme = own == (programme.from_year, programme.to_year)
        groups.append(
            {
                "group": lowered(called) if called[1:2].islower() else called,
                "count": _participants(float(effects.participants.sum()), case),
                "intake": "" if as_programme else case.said("brief_intake", when=_span(stated, case)),
            }
        )
    if not groups:
        for_whom = case.said("brief_for_nobody", years=case.years)
    elif len(groups) == 1:
        for_whom = case.said("brief_for_one", **groups[0])
    else:
        named = [case.said("brief_group", **group) for group in groups[: case.room.groups]]
        named += case.more("brief_groups_more", len(groups) - len(named))
        for_whom = case.said("brief_for_several", listed=", ".join(named[:-1]) + case.said("and") + named[-1])
    title, span = cut(scenario_title(case.scenario, case.language), LONGEST_NAME), _span(programme, case)
    sentences = [case.said("brief_asks", title=title, when=span or case.said("brief_within", years=case.years)), for_whom]
    if span:
        sentences.append(case.said("brief_covers", years=case.years))
    return Heading(case.said("brief_question")), Paragraph(" ".join(sentences))


def _span(part: Programme | TargetGroup, case: Case) -> str:
    """'fra oktober 2025 til og med 2027', as it is stated, a month by its name; nothing where it is not."""
    named: list[str] = []
    for stated in (part.from_year, part.to_year):
        year, _, month = (stated or "").partition("-")
        named.append(month_said(int(year), int(month), case.language) if month else year)
    first, last = named
    if first and last:
        if first == last:
            return case.said("brief_within", years=first)
        return case.said("brief_from_until", first=first, last=last)
    if first:
        return case.said("brief_from", first=first)
    return case.said("brief_until", last=last) if last else ""


def _participants(count: float, case: Case) -> str:
    """'32 deltagere', 'ca. 32 deltagere' where their sum is not whole; '–' where they are not known."""
    if count != count:  # noqa: PLR0124 — NaN
        return case.said("brief_participants", count="–")
    whole = abs(count - round(count)) < 1e-6
    if whole and round(count) == 1:
        return case.said("brief_participants_one")
    written = number(count, case.language, 0 if count >= 1 else None if whole else 1)
    return case.said("brief_participants", count=written if whole else case.said("brief_about", count=written))
