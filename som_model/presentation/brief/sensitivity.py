"""How sure it is: the chance of a gain and how far it reaches, where the result breaks even, and what moves it most."""

from __future__ import annotations

from math import inf

from som_model.analysis.addressed import limits
from som_model.analysis.break_even import break_even
from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.in_words import answer
from som_model.errors import NoBreakEven
from som_model.presentation.brief.blocks import Block, Heading, Paragraph
from som_model.presentation.brief.calculated import READ
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut_within, lowered
from som_model.presentation.brief.standing import is_touched, split_is_known, whose_results
from som_model.presentation.described.table import Column, Table
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.wording.numbers import half_up, percent

LONGER = 17
"""Characters that a name has more here, where the column is wider than in the table of assumptions."""
INTERVAL_WIDTH, NUMBER_WIDTH = 3.4, 2.7
FEW = 3
"""So many numbers at most are named that vary."""
LONGEST_NAME, LONGEST_SUBJECT = 70, 110
AT_NO_VALUE = ("no_break_even", "no_effect")
"""Why there is none: the result has one sign over all that is searched, or does not depend on the assumption."""
TRIVIAL = 1e-9
"""With nobody taking part, or nothing changed, there is nothing to gain or lose."""


def sensitivity(case: Case) -> tuple[Block, ...]:
    """Where there are estimates the chance of gain and a table of what moves the result; else that nothing is said of it."""
    blocks: list[Block] = [Heading(case.said("brief_sensitivity"))]
    blocks += [Paragraph(text) for text in (chance(case), breaking_even(case)) if text]
    if any(swing.width >= HALF_OERE for swing in case.swung):
        blocks.append(tornado_table(case))
    return tuple(blocks)


def chance(case: Case) -> str:
    """Which numbers vary, and the chance of gain then with its draws and seed; or that the uncertainty is not stated."""
    simulated = case.simulated
    if not simulated.drawn:
        return case.said("brief_nothing_uncertain")
    others = [simulated.summary(payer) for payer in simulated.payers] if split_is_known(case.projection) else []
    gain = answer(simulated.summary(), others, True, case.language, in_one_unit=True)
    return f"{_limits(case)} {gain} {simulated.precision(case.language)}"


def _limits(case: Case) -> str:
    """How many of the numbers vary, and which where they are few: a chance tells nothing of what is held fixed. Of those it
    is told how few have a source that somebody else can check."""
    drawn = set(case.simulated.drawn)
    held = [ranking for ranking in case.ranked if ranking.assumption.address not in drawn]
    if not held:
        return case.said("brief_all_uncertain")
    count, known, named = len(drawn) + len(held), sum(ranking.grade in READ for ranking in held), ""
    if len(held) == 1:
        fixed = "brief_held_one" if known else "brief_held_one_unknown"
    elif known == len(held):
        fixed = "brief_held"
    else:
        fixed = {0: "brief_held_unknown", 1: "brief_held_known_one"}.get(known, "brief_held_known")
    if len(drawn) <= FEW:
        scenario = case.scenario
        varied = (Assumption(scenario, address, estimate) for address, estimate in figures(scenario) if address in drawn)
        named = f" ({'; '.join(lowered(cut_within(case.named(assumption), LONGEST_NAME)) for assumption in varied)})"
    part = "one" if len(drawn) == 1 else "some" if 2 * len(drawn) < count else "most"
    fixed = case.said(fixed, known=known)
    varying = case.said(f"brief_{part}_uncertain", drawn=len(drawn), count=count, named=named, fixed=fixed)
    return f"{varying} {case.said('brief_chance_of_that')}"


def breaking_even(case: Case) -> str:
    """The value of the assumption that tells most at which the public purse breaks even, and that of the municipality; or that
    they do at none."""
    assumption = told(case)
    if assumption is None:
        return ""
    touched = (payer for payer in whose_results(case.projection) if is_touched(case.projection, payer))
    values = [value for payer in touched if (value := _of_payer(case, assumption, payer))]
    if not values:
        return ""
    title = cut_within(case.named(assumption), LONGEST_SUBJECT)
    stated = assumption.say(assumption.estimate.value or 0.0, case.language)
    return case.said("brief_break_even", title=title, value=stated, found="; ".join(values))


def told(case: Case) -> Assumption | None:
    """The assumption whose break-even tells most: the success rate that moves the result most, else whatever does."""
    moving = [ranking.assumption for ranking in case.ranked if ranking.matters]
    rates = (assumption for assumption in moving if assumption.field == "success_rate")
    return next(rates, moving[0] if moving else None)


def _of_payer(case: Case, assumption: Assumption, payer: str) -> str:
    """Where a payer breaks even; that it gains or loses at any value; nothing where it breaks even at the trivial 0 only or
    at a value that may not stand in the scenario, or where one side of 0 alone was searched.

    A success rate below the group's baseline rate would mean that the programme is counted as harmful to it, and is told so.
    """
    try:
        reached = break_even(case.scenario, assumption.address, payer=payer)
    except NoBreakEven as refused:
        if refused.message.key not in AT_NO_VALUE or limits(assumption.estimate)[0] == -inf:
            return ""
        net = case.projection.accumulated_net_by_payer[payer]
        called = "even" if abs(net) < HALF_OERE else "gain" if net > 0 else "loss"
        return case.said(f"brief_always_{called}_{payer}")
    at = next((value for value in (reached.value, *reached.others) if abs(value) > TRIVIAL), None)
    if at is None:
        return ""
    baseline = None
    if assumption.field == "success_rate":
        baseline = case.scenario.target_groups[assumption.address.split(".")[1]].baseline_rate.value
    value, language = assumption.say(at, case.language), case.language
    if value == percent(at, language):
        # With one decimal, unless that makes of it 0 %, 100 %, the stated value or the baseline, which it is not.
        rounded, others = percent(float(half_up(at, 3)), language), (0.0, 1.0, assumption.estimate.value, baseline)
        if rounded not in [percent(other, language) for other in others if other is not None]:
            value = rounded
    breaks_even = case.said(f"brief_breaks_even_{payer}", at=value)
    if baseline is None or at >= baseline - TRIVIAL:
        return breaks_even
    return breaks_even + case.said("brief_below_baseline", baseline=percent(baseline, language))


def tornado_table(case: Case) -> Table:
    """The assumptions with an interval that move the result most, and the result at both ends of each."""
    moving = [swing for swing in case.swung if swing.width >= HALF_OERE]
    shown = moving[: case.room.swings]
    base = case.said("brief_tornado_note", base=case.in_unit(case.swung.base))
    return Table(
        name="tornado",
        title=case.said("brief_tornado_title", level=case.level()),
        unit="",
        columns=(
            Column("assumption", case.said("assumption"), "text"),
            Column("interval", case.said("brief_low_high"), "mixed", INTERVAL_WIDTH),
            *(Column(end, case.said(f"outcome_{end}"), width=NUMBER_WIDTH) for end in ("at_low", "at_high")),
        ),
        rows=tuple(
            (
                cut_within(case.named(swing.assumption), case.room.name + LONGER),
                swing.assumption.interval(swing.low, swing.high, case.language),
                swing.at_low,
                swing.at_high,
            )
            for swing in shown
        ),
        note=" ".join((base, *case.more("brief_tornado_more", len(moving) - len(shown)))),
        per=case.per,
    )
