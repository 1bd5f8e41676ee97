"""How sure it is: the chance of a gain, where the result breaks even, and what moves it most."""

from __future__ import annotations

from math import inf

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.sensitivity.addressed import limits
from som_model.analysis.sensitivity.swings import Swing
from som_model.analysis.sensitivity.threshold import break_even
from som_model.errors import NoBreakEven
from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Column, Heading, Paragraph, Row, Table
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut_within
from som_model.presentation.brief.limits import limited
from som_model.projection.projection import TOTAL
from som_model.scenario.assumption import Assumption

LONGEST_SUBJECT = 110
LONGER = 17
"""Characters that a name has more here, where the column is wider than in the table of assumptions."""
NUMBER_WIDTH = 2.7
AT_NO_VALUE = ("no_break_even", "no_effect")
"""Why there is none: the result has one sign over all that is searched, or does not depend on the assumption."""
TRIVIAL = 1e-9
"""With nobody taking part, or nothing changed, there is nothing to gain or lose."""


def sensitivity(case: Case) -> tuple[Block, ...]:
    """Where there are estimates the chance of gain and a table of what moves the result; else that nothing is said of it."""
    blocks: list[Block] = [Heading(case.said("brief_sensitivity"))]
    blocks += [Paragraph(said) for said in (_chance(case), _break_even(case)) if said]
    if any(row.width >= HALF_OERE for row in case.swung):
        blocks.append(tornado_table(case))
    return tuple(blocks)


def _chance(case: Case) -> str:
    """Which numbers vary, and the chance of gain then with its draws and seed; or that the uncertainty is not stated."""
    if not case.simulated.drawn:
        return case.said("brief_nothing_uncertain")
    said = case.simulated.say(case.language, without_payers=not case.split_is_known)
    return f"{limited(case, said)} {case.simulated.precision(case.language)}"


def told(case: Case) -> Assumption | None:
    """The assumption whose break-even tells most: the success rate that moves the result most, else whatever does."""
    moving = [each.assumption for each in case.ranked if each.effect >= HALF_OERE]
    return next((each for each in moving if each.field == "success_rate"), moving[0] if moving else None)


def _break_even(case: Case) -> str:
    """The value at which the public purse breaks even, and that of the municipality; or that they do at none."""
    assumption = told(case)
    if assumption is None:
        return ""
    own = ("municipality",) if case.split_is_known and not case.alone else ()
    found = [said for payer in (TOTAL, *own) if case.is_touched(payer) and (said := _of_payer(case, assumption, payer))]
    if not found:
        return ""
    title = cut_within(case.named(assumption), LONGEST_SUBJECT)
    stated = assumption.say(assumption.estimate.value or 0.0, case.language)
    return case.said("brief_break_even", title=title, value=stated, found="; ".join(found))


def _of_payer(case: Case, assumption: Assumption, payer: str) -> str:
    """Where a payer breaks even; that it gains or loses at any value; nothing where it breaks even at the trivial 0 only or
    at a value that may not stand in the scenario, or where one side of 0 alone was searched."""
    try:
        found = break_even(case.scenario, assumption.address, payer=payer)
    except NoBreakEven as refused:
        if refused.message.key not in AT_NO_VALUE or limits(assumption.estimate)[0] == -inf:
            return ""
        net = case.net_of(payer)
        called = "even" if abs(net) < HALF_OERE else "gain" if net > 0 else "loss"
        return case.said(f"brief_always_{called}_{payer}")
    at = next((value for value in (found.value, *found.others) if abs(value) > TRIVIAL), None)
    return "" if at is None else case.said(f"brief_breaks_even_{payer}", at=assumption.say(at, case.language))


def tornado_table(case: Case) -> Table:
    """The assumptions with an interval that move the result most, and the result at both ends of each."""
    moving = [row for row in case.swung if row.width >= HALF_OERE]
    shown, more = moving[: case.room.swings], len(moving) - case.room.swings
    columns = (
        Column(case.said("assumption"), TEXT_WIDTH - 3.4 - 2 * NUMBER_WIDTH),
        Column(case.said("brief_low_high"), 3.4, number=True),
        Column(case.said("outcome_at_low"), NUMBER_WIDTH, number=True),
        Column(case.said("outcome_at_high"), NUMBER_WIDTH, number=True),
    )
    notes = [case.said("brief_tornado_note", base=case.say(case.swung.base))]
    if more > 0:
        notes.append(case.said("brief_tornado_more" if more > 1 else "brief_tornado_more_one", count=more))
    title = case.said("brief_tornado_title", level=case.level())
    return Table(title, columns, tuple(_row(row, case) for row in shown), " ".join(notes))


def _row(row: Swing, case: Case) -> Row:
    interval = case.interval(row.assumption, row.low, row.high)
    return Row(
        (cut_within(case.named(row.assumption), case.room.name + LONGER), interval, case.say(row.at_low), case.say(row.at_high))
    )
