"""What a simulation says in words."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.summary import Summary
from som_model.wording.message import Message
from som_model.wording.numbers import Rounding, chance_said, exact_kroner, number, rounding, within_said
from som_model.wording.parties import TOTAL, is_public
from som_model.wording.table import Language, phrase

NEARLY_SURE = 0.99
"""A gain or loss of a greater chance than this is said to be almost sure rather than probable."""


def answer(total: Summary, payers: Sequence[Summary], drawn: bool, language: Language, *, in_one_unit: bool = False) -> str:
    """Who wins or loses and how surely, between which amounts the result lies, each payer for whom it is otherwise, and
    the municipality where its chances are not the total's.

    total: the public total, or the one payer that is asked for.
    drawn: whether anything is uncertain at all.
    in_one_unit: the base case and each payer stand in the unit of the interval, to the same digits, rather than each in its own.
    """
    if drawn and total.too_few:
        base = exact_kroner(total.base, language)
        outcome, draws = _outcome(total, language), number(total.draws, language, 0)
        sentences = [
            phrase("sim_one_draw" if total.draws == 1 else "sim_too_few", language).format(
                outcome=outcome, draws=draws, base=base
            )
        ]
    else:
        certain = total.certain
        sentences = [_certain(total, drawn, language)] if certain else _verdict_and_interval(total, language, in_one_unit)
        for payer in payers:
            other_chances = payer.payer == "municipality" and _chances(payer, language) != _chances(total, language)
            other_way_round = is_public(payer.payer) and {payer.verdict, total.verdict} == {"gain", "loss"}
            if other_chances or other_way_round:
                sentences.append(_alone(payer, total, language, in_one_unit))
    text = " ".join(sentences)
    if total.outcome == "net_present_value":
        return phrase("sim_in_present_value", language).format(said=text[:1].lower() + text[1:])
    return text


def rounding_of(summary: Summary, language: Language) -> Rounding:
    """The one unit that the figures of a summary are said in."""
    return rounding(max(abs(summary.low), abs(summary.high)), max(summary.low_error, summary.high_error), language)


def precision(total: Summary, seed: int, language: Language) -> str:
    """How many draws, from which seed, and how far the probability and the mean may be off."""
    if total.one_draw:
        return phrase("sim_precision_one", language).format(seed=seed)
    if total.too_few and not total.certain:
        return phrase("sim_precision_few", language).format(draws=number(total.draws, language, 0), seed=seed)
    key = "sim_precision_certain" if total.certain else "sim_precision"
    return phrase(key, language).format(
        draws=number(total.draws, language, 0),
        seed=seed,
        points=within_said(max(total.chance_error, 1.5 / total.draws) * 100, language),
        amount=within_said(total.mean_error, language),
    )


def _verdict_and_interval(total: Summary, language: Language, in_one_unit: bool) -> list[str]:
    """Who wins or loses and how surely; between which amounts the result lies."""
    gain, loss = _chances(total, language)
    sure = "_sure" if total.verdict == "loss" and total.chance_of_loss > NEARLY_SURE else ""
    verdict = phrase(f"sim_{total.verdict}{_asked(total)}{sure}", language)
    kr = rounding_of(total, language)
    base = _in_unit(kr, total.base, total.mean_error) if in_one_unit else exact_kroner(total.base, language)
    interval = phrase("sim_between_present_value" if total.outcome == "net_present_value" else "sim_between", language)
    return [
        verdict.format(chance=gain, loss=loss, whose=_whose(total, language)),
        interval.format(
            draws=number(total.draws, language, 0),
            low=kr.say(total.low, total.low_error),
            high=kr.say_with_unit(total.high, total.high_error),
            mean=kr.say_with_unit(total.mean, total.mean_error),
            base=base,
        ),
    ]


def _asked(total: Summary) -> str:
    """The ending of what is said of one payer alone, where that is asked for."""
    return "" if total.payer == TOTAL else "_payer"


def _whose(summary: Summary, language: Language) -> str:
    return phrase(f"whose_{summary.payer}", language)


def _chances(summary: Summary, language: Language) -> tuple[str, str]:
    """Of gain and of loss."""
    gain, loss = (
        chance_said(chance, summary.draws, language, certain=summary.certain)
        for chance in (summary.chance_of_gain, summary.chance_of_loss)
    )
    return gain, loss


def _certain(total: Summary, drawn: bool, language: Language) -> str:
    key = "sim_certain_all_alike" if drawn else "sim_certain"
    return phrase(key, language).format(outcome=_outcome(total, language), draws=number(total.draws, language, 0))


def _outcome(total: Summary, language: Language) -> str:
    """'det offentlige vinder samlet set 500.000 kr.'"""
    sign = "nothing" if abs(total.median) < HALF_OERE else "gain" if total.median > 0 else "loss"
    amount = exact_kroner(abs(total.median), language)
    return phrase(f"sim_certain_{sign}{_asked(total)}", language).format(amount=amount, whose=_whose(total, language))


def _alone(payer: Summary, total: Summary, language: Language, in_one_unit: bool) -> str:
    """What a payer alone may expect, beside the public purse."""
    whose = Message.of(f"the_{payer.payer}").say(language)
    kind = "untouched" if payer.untouched else payer.verdict
    if kind == "gain" and total.verdict != "loss":
        kind = "gain_also"
    sure = "_sure" if {"gain": payer.chance_of_gain, "loss": payer.chance_of_loss}.get(payer.verdict, 0.0) > NEARLY_SURE else ""
    key = f"sim_{kind}_alone{'' if payer.untouched else '_certain' if payer.certain else sure}"
    gain, loss = _chances(payer, language)
    kr = rounding_of(total, language) if in_one_unit else rounding(payer.mean, payer.mean_error, language)
    return phrase(key, language).format(
        whose=whose[:1].upper() + whose[1:],
        of=whose,
        chance=gain,
        loss=loss,
        mean=_in_unit(kr, payer.mean, payer.mean_error),
        amount=_in_unit(kr, abs(payer.median), 0.0) if in_one_unit else exact_kroner(abs(payer.median), language),
    )


def _in_unit(kr: Rounding, amount: float, error: float) -> str:
    """An amount in a unit that others chose; in whole kr. where it would be 0 in that."""
    is_zero = not any(digit in kr.say(amount, error) for digit in "123456789")
    return exact_kroner(amount, kr.language) if is_zero else kr.say_with_unit(amount, error)
