"""What a simulation says in words."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.analysis.outcome import HALF_OERE
from som_model.analysis.simulation.summary import Summary
from som_model.wording.message import Message
from som_model.wording.numbers import Rounding, chance_said, exact_kroner, number, rounding, within_said
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
        said = [_one_draw(total, language) if total.draws == 1 else _too_few(total, language)]
    else:
        said = (
            [_certain(total, drawn, language)]
            if total.certain
            else [_verdict(total, language), _between(total, language, in_one_unit)]
        )
        said += [_alone(payer, total, language, in_one_unit) for payer in payers if _to_be_named(payer, total, language)]
    text = " ".join(said)
    if total.outcome == "net_present_value":
        return phrase("sim_in_present_value", language).format(said=text[:1].lower() + text[1:])
    return text


def rounding_of(found: Summary, language: Language) -> Rounding:
    """The one unit that the figures of a summary are said in."""
    return rounding(max(abs(found.low), abs(found.high)), max(found.low_error, found.high_error), language)


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


def _verdict(total: Summary, language: Language) -> str:
    gain, loss = _chances(total, language)
    sure = "_sure" if total.verdict == "loss" and total.chance_of_loss > NEARLY_SURE else ""
    return phrase(f"sim_{total.verdict}{_asked(total)}{sure}", language).format(
        chance=gain, loss=loss, whose=_whose(total, language)
    )


def _asked(total: Summary) -> str:
    """The ending of what is said of one payer alone, where that is asked for."""
    return "" if total.payer == "total" else "_payer"


def _whose(found: Summary, language: Language) -> str:
    return phrase(f"whose_{found.payer}", language)


def _chances(found: Summary, language: Language) -> tuple[str, str]:
    """Of gain and of loss."""
    gain, loss = (
        chance_said(chance, found.draws, language, certain=found.certain)
        for chance in (found.chance_of_gain, found.chance_of_loss)
    )
    return gain, loss


def _between(total: Summary, language: Language, in_one_unit: bool) -> str:
    kr = rounding_of(total, language)
    base = _in_unit(kr, total.base, total.mean_error) if in_one_unit else exact_kroner(total.base, language)
    key = "sim_between_present_value" if total.outcome == "net_present_value" else "sim_between"
    return phrase(key, language).format(
        draws=number(total.draws, language, 0),
        low=kr.say(total.low, total.low_error),
        high=kr.say_with_unit(total.high, total.high_error),
        mean=kr.say_with_unit(total.mean, total.mean_error),
        base=base,
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
    sign = "nothing" if abs(total.median) < HALF_OERE else "gain" if total.median > 0 else "loss"
    amount = exact_kroner(abs(total.median), language)
    return phrase(f"sim_certain_{sign}{_asked(total)}", language).format(amount=amount, whose=_whose(total, language))


def _too_few(total: Summary, language: Language) -> str:
    """That so few draws tell nothing, and the base case."""
    draws = number(total.draws, language, 0)
    return phrase("sim_too_few", language).format(draws=draws, base=exact_kroner(total.base, language))


def _to_be_named(payer: Summary, total: Summary, language: Language) -> bool:
    """Whether a payer loses where the public purse gains or the other way round, or is the municipality and other chances
    are its own."""
    if payer.payer == "municipality" and _chances(payer, language) != _chances(total, language):
        return True
    return {payer.verdict, total.verdict} == {"gain", "loss"} and payer.payer != "citizen"


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
    said = kr.say(amount, error)
    is_zero = not any(digit in said for digit in "123456789")
    return exact_kroner(amount, kr.language) if is_zero else kr.say_with_unit(amount, error)
