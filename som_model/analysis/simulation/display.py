"""What a simulation says in words, and how it shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from som_model.analysis.simulation.summary import NOTHING, Summary
from som_model.errors import Notice
from som_model.scenario.assumption import Assumption
from som_model.wording.html import table_html
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.numbers import number
from som_model.wording.precision import Rounding, chance_said, exact_kroner, rounding, within_said
from som_model.wording.table import label, phrase

COLUMNS = ("sim_base", "sim_mean", "sim_low", "sim_median", "sim_high", "sim_chance")
"""What a table of a simulation shows of each payer."""
MOST_NAMED = 4


def answer(total: Summary, payers: Sequence[Summary], drawn: bool, language: Language) -> str:
    """Who wins or loses and how surely, between which amounts the result lies, and each payer for whom it is otherwise.

    drawn: whether anything is uncertain at all.
    """
    if drawn and total.draws == 1:
        return _one_draw(total, language)
    said = [_certain(total, drawn, language)] if total.certain else [_verdict(total, language), _between(total, language)]
    opposite = {"gain": "loss", "loss": "gain"}.get(total.verdict)
    said += [
        _otherwise(payer, language)
        for payer in payers
        if payer.verdict == opposite and not payer.untouched and not total.untouched and payer.payer != "citizen"
    ]
    return " ".join(said)


def cells(summary: Summary, language: Language) -> list[str]:
    """Base case, mean, low, median, high and chance of gain as readers see them, kr. without a unit."""
    amounts = (
        (summary.base, 0.0),
        (summary.mean, summary.mean_error),
        (summary.low, summary.low_error),
        (summary.median, summary.median_error),
        (summary.high, summary.high_error),
    )
    chance = chance_said(summary.chance_of_gain, summary.draws, language, certain=summary.certain)
    return [*(drawn_kroner(amount, error, language) for amount, error in amounts), "–" if summary.one_draw else chance]


def drawn_kroner(amount: float, error: float, language: Language) -> str:
    """Kr. without a unit, to the step that its standard error allows."""
    return Rounding(False, language).say(amount, error)


def rounding_of(found: Summary, language: Language) -> Rounding:
    """The one unit that the figures of a summary are said in."""
    return rounding(max(abs(found.low), abs(found.high)), max(found.low_error, found.high_error), language)


def years_said(years: Sequence[int]) -> str:
    """'2017-2021', or the one year."""
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])


def precision(total: Summary, seed: int, language: Language) -> str:
    """How many draws, from which seed, and how far the probability and the mean may be off."""
    if total.one_draw:
        return phrase("sim_precision_one", language).format(seed=seed)
    key = "sim_precision_certain" if total.certain else "sim_precision"
    return phrase(key, language).format(
        draws=number(total.draws, language, 0),
        seed=seed,
        points=within_said(max(total.chance_error, 1.5 / total.draws) * 100, language),
        amount=within_said(total.mean_error, language),
    )


def uncertain(assumptions: Sequence[Assumption], language: Language) -> str:
    """Which assumptions were drawn, and that all others stand still."""
    if not assumptions:
        return phrase("sim_nothing_drawn", language)
    listed = "; ".join(each.title(language) for each in assumptions[:MOST_NAMED])
    more = len(assumptions) - MOST_NAMED
    if more > 0:
        listed += phrase("sim_and_more", language).format(count=more)
    return phrase("sim_drawn", language).format(count=len(assumptions), listed=listed)


def simulation_html(caption: str, summaries: Sequence[Summary], notes: Iterable[str], notices: Iterable[Notice]) -> str:
    """A row for each payer and the total, in Danish; notes and notices below."""
    header = ["", *(phrase(key, "da") for key in COLUMNS)]
    rows = [[payer_label(each.payer, "da"), *cells(each, "da")] for each in summaries]
    return table_html(caption, header, rows, [*notes, *(notice.say("da") for notice in notices)])


def payer_label(payer: str, language: Language) -> str:
    """A payer's name, 'Det offentlige i alt' for the total."""
    return label("public_total" if payer == "total" else payer, language)


def _verdict(total: Summary, language: Language) -> str:
    return phrase(f"sim_{total.verdict}", language).format(
        chance=chance_said(total.chance_of_gain, total.draws, language, certain=total.certain)
    )


def _between(total: Summary, language: Language) -> str:
    kr = rounding_of(total, language)
    return phrase("sim_between", language).format(
        draws=number(total.draws, language, 0),
        low=kr.say(total.low, total.low_error),
        high=kr.say_with_unit(total.high, total.high_error),
        mean=kr.say_with_unit(total.mean, total.mean_error),
        base=exact_kroner(total.base, language),
    )


def _certain(total: Summary, drawn: bool, language: Language) -> str:
    key = "sim_certain_all_alike" if drawn else "sim_certain"
    return phrase(key, language).format(outcome=_outcome(total, language), draws=number(total.draws, language, 0))


def _one_draw(total: Summary, language: Language) -> str:
    """What the one draw gives, and that it tells nothing of how sure that is."""
    base = exact_kroner(total.base, language)
    return phrase("sim_one_draw", language).format(outcome=_outcome(total, language), base=base)


def _outcome(total: Summary, language: Language) -> str:
    """'det offentlige vinder samlet set 500.000 kr.'"""
    sign = "nothing" if abs(total.median) < NOTHING else "gain" if total.median > 0 else "loss"
    return phrase(f"sim_certain_{sign}", language).format(amount=exact_kroner(abs(total.median), language))


def _otherwise(payer: Summary, language: Language) -> str:
    """That a payer alone loses where the public purse wins, or the other way round."""
    whose = Message.of(f"the_{payer.payer}").say(language)
    key = f"sim_{payer.verdict}_alone{'_certain' if payer.certain else ''}"
    return phrase(key, language).format(
        whose=whose[:1].upper() + whose[1:],
        chance=chance_said(payer.chance_of_gain, payer.draws, language, certain=payer.certain),
        mean=rounding(payer.mean, payer.mean_error, language).say_with_unit(payer.mean, payer.mean_error),
        amount=exact_kroner(abs(payer.median), language),
    )
