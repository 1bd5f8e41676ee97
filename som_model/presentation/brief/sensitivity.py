"""How sure it is: the chance of a gain, where the result breaks even, and what moves it most."""

from __future__ import annotations

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.sensitivity.swings import Swing
from som_model.analysis.sensitivity.threshold import break_even
from som_model.errors import NoBreakEven, ScenarioError
from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Column, Heading, Paragraph, Row, Table
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut
from som_model.presentation.brief.limits import limited
from som_model.projection.projection import TOTAL
from som_model.scenario.assumption import Assumption

MOST_ROWS = 4
LONGEST_NAME = 95
LONGEST_SUBJECT = 110
NUMBER_WIDTH = 2.7
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
    said = case.simulated.say(case.language)
    if not case.split_is_known:
        said = case.simulated.say(case.language, payer=TOTAL).split(". ")[0] + "."
    return f"{limited(case, said)} {case.simulated.precision(case.language)}"


def told(case: Case) -> Assumption | None:
    """The assumption whose break-even tells most: the success rate that moves the result most, else whatever does."""
    moving = [each.assumption for each in case.ranked if each.effect >= HALF_OERE]
    return next((each for each in moving if each.field == "success_rate"), moving[0] if moving else None)


def _break_even(case: Case) -> str:
    """The value at which the public purse breaks even, and that of the municipality."""
    assumption = told(case)
    if assumption is None:
        return ""
    title, stated = (
        cut(case.named(assumption), LONGEST_SUBJECT),
        assumption.say(assumption.estimate.value or 0.0, case.language),
    )
    total = _found(case, assumption, TOTAL)
    key = "brief_no_break_even" if total is None else "brief_break_even"
    said = case.said(key, title=title, value=stated, at=total or "")
    if case.alone or not case.split_is_known or not case.is_touched("municipality"):
        return "" if total is None else f"{said}."
    own = _found(case, assumption, "municipality")
    if total is None and own is None:
        return ""
    return f"{said}; {case.said('brief_own_no_break_even' if own is None else 'brief_own_break_even', at=own or '')}."


def _found(case: Case, assumption: Assumption, payer: str) -> str | None:
    """The value at which a payer breaks even, as readers see it; None where there is none but the trivial 0."""
    try:
        value = break_even(case.scenario, assumption.address, payer=payer).value
    except (NoBreakEven, ScenarioError):
        return None
    return assumption.say(value, case.language) if abs(value) > TRIVIAL else None


def tornado_table(case: Case) -> Table:
    """The assumptions with an interval that move the result most, and the result at both ends of each."""
    moving = [row for row in case.swung if row.width >= HALF_OERE]
    shown, more = moving[:MOST_ROWS], len(moving) - MOST_ROWS
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
    return Row((cut(case.named(row.assumption), LONGEST_NAME), interval, case.say(row.at_low), case.say(row.at_high)))
