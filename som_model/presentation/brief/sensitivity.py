"""How sure it is: the chance of a gain, where the result breaks even, and what moves it most."""

from __future__ import annotations

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.in_words import answer
from som_model.analysis.tornado import Swing
from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Column, Heading, Paragraph, Row, Table
from som_model.presentation.brief.breaking_even import breaking_even
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut_within
from som_model.presentation.brief.limits import limited

LONGER = 17
"""Characters that a name has more here, where the column is wider than in the table of assumptions."""
NUMBER_WIDTH = 2.7


def sensitivity(case: Case) -> tuple[Block, ...]:
    """Where there are estimates the chance of gain and a table of what moves the result; else that nothing is said of it."""
    blocks: list[Block] = [Heading(case.said("brief_sensitivity"))]
    blocks += [Paragraph(said) for said in (_chance(case), breaking_even(case)) if said]
    if any(row.width >= HALF_OERE for row in case.swung):
        blocks.append(tornado_table(case))
    return tuple(blocks)


def _chance(case: Case) -> str:
    """Which numbers vary, and the chance of gain then with its draws and seed; or that the uncertainty is not stated."""
    if not case.simulated.drawn:
        return case.said("brief_nothing_uncertain")
    simulated = case.simulated
    others = [simulated.summary(payer) for payer in simulated.payers] if case.split_is_known else []
    said = answer(simulated.summary(), others, True, case.language, in_one_unit=True)
    return f"{limited(case, said)} {simulated.precision(case.language)}"


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
