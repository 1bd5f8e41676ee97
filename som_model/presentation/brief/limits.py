"""How far the chance of a gain reaches: how many of the numbers vary in it, and which."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut_within
from som_model.presentation.brief.ranking import READ, Ranked
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures

FEW = 3
LONGEST_NAME = 70


def limited(case: Case, said: str) -> str:
    """What a simulation says, after which numbers vary in it: a chance tells nothing of what is held fixed."""
    drawn = set(case.simulated.drawn)
    held = [each for each in case.ranked if each.assumption.address not in drawn]
    if not held:
        return f"{case.said('brief_all_uncertain')} {said}"
    count = len(drawn) + len(held)
    key = (
        "brief_one_uncertain" if len(drawn) == 1 else "brief_some_uncertain" if 2 * len(drawn) < count else "brief_most_uncertain"
    )
    limits = case.said(key, drawn=len(drawn), count=count, named=_named(case, drawn), fixed=_fixed(case, held))
    return f"{limits} {case.said('brief_chance_of_that')} {said}"


def _fixed(case: Case, held: Sequence[Ranked]) -> str:
    """That the others are held fixed, and how few of them have a source that somebody else can check."""
    known = sum(each.grade in READ for each in held)
    if len(held) == 1:
        return case.said("brief_held_one" if known else "brief_held_one_unknown")
    if known == len(held):
        return case.said("brief_held")
    key = {0: "brief_held_unknown", 1: "brief_held_known_one"}.get(known, "brief_held_known")
    return case.said(key, known=known)


def _named(case: Case, drawn: set[str]) -> str:
    """' (succesrate)' where few vary, else nothing."""
    if len(drawn) > FEW:
        return ""
    varied = [Assumption(case.scenario, address, estimate) for address, estimate in figures(case.scenario) if address in drawn]
    names = [cut_within(case.named(each), LONGEST_NAME) for each in varied]
    return f" ({'; '.join(name[:1].lower() + name[1:] for name in names)})"
