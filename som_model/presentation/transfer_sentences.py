"""Who pays and who gets, in sentences that follow the numbers: a loss is called a loss."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.presentation.described.by_payer import Account, accounts
from som_model.presentation.drawn.lettering import Scale
from som_model.projection.projection import Projection
from som_model.wording.table import Language, phrase

FLOWS = {
    (1, 1): "flow_pays_gets",
    (1, 0): "flow_pays_only",
    (1, -1): "flow_pays_extra",
    (0, 1): "flow_gets_only",
    (0, -1): "flow_extra_only",
    (-1, 1): "flow_receives_gets",
    (-1, 0): "flow_receives_only",
    (-1, -1): "flow_receives_extra",
}
"""(sign of the cost, sign of the savings) → the phrase that tells them."""


def transfer_sentences(projection: Projection, scale: Scale) -> tuple[str, str]:
    """Who gains and who loses, in one sentence; then what each public payer pays and gets, and how much of a loss others gain.

    Amounts are those of the whole period in the unit of the scale; one that the scale writes as 0 counts as 0. The second
    text is empty where nothing is paid and nothing saved.
    """
    public, total, _ = accounts(projection)
    flows = []
    for account in public:
        kind = _way(account.cost, scale), _way(account.savings, scale)
        if kind != (0, 0):
            amounts = {"cost": scale.say_with_unit(abs(account.cost)), "savings": scale.say_with_unit(abs(account.savings))}
            flow = phrase(FLOWS[kind], scale.language)
            flows.append(flow.format(payer=_payer(account, scale.language), **amounts))
    sentences = [_sentence(f"{'; '.join(flows)}.")] if flows else []
    losers, gainers = ([account for account in public if _way(account.net, scale) == way] for way in (-1, 1))
    if losers and gainers:
        lost, gained = -sum(loser.net for loser in losers), sum(gainer.net for gainer in gainers)
        amount = min(lost, gained)
        key = "transfers_loss_matched" if scale.rounded(amount) == scale.rounded(lost) else "transfers_loss_matched_in_part"
        named = {"losers": _listed(losers, scale.language), "gainers": _listed(gainers, scale.language)}
        sentences.append(phrase(key, scale.language).format(amount=scale.say_with_unit(amount), **named))
    return _verdict(public, total, scale), " ".join(sentences)


def is_seen(amount: float, scale: Scale) -> bool:
    """Whether the scale writes an amount as anything but 0."""
    return scale.rounded(amount) != 0


def _verdict(public: Sequence[Account], total: Account, scale: Scale) -> str:
    language = scale.language
    touched = [account for account in public if is_seen(account.cost, scale) or is_seen(account.savings, scale)]
    ways = {account.payer: _way(account.net, scale) for account in touched}
    if not touched:
        return phrase("verdict_nothing", language)
    if len(touched) == 1:
        [only] = touched
        key = {-1: "verdict_one_loses", 0: "verdict_one_even", 1: "verdict_one_gains"}[ways[only.payer]]
        amount = scale.say_with_unit(abs(only.net))
        return _sentence(phrase(key, language).format(payer=_payer(only, language), amount=amount))
    if not any(ways.values()):
        return phrase("verdict_even", language)
    keys = {-1: "verdict_loses", 1: "verdict_gains"}
    verdicts = [
        phrase(keys[way], language).format(payer=_payer(account, language), amount=scale.say_with_unit(abs(account.net)))
        for way in keys
        for account in touched
        if ways[account.payer] == way
    ]
    key = {-1: "verdict_total_loses", 0: "verdict_total_even", 1: "verdict_total_gains"}[_way(total.net, scale)]
    whole = phrase(key, language).format(amount=scale.say_with_unit(abs(total.net)))
    keys_of_whole = {(True, True): "verdict_both", (True, False): "verdict_no_gainer", (False, True): "verdict_no_loser"}
    lost_and_gained = (-1 in ways.values(), 1 in ways.values())
    return _sentence(phrase(keys_of_whole[lost_and_gained], language).format(each=", ".join(verdicts), total=whole))


def _way(amount: float, scale: Scale) -> int:
    """1 above 0, −1 below, 0 where it is written as 0."""
    return 0 if not is_seen(amount, scale) else 1 if amount > 0 else -1


def _listed(named: Sequence[Account], language: Language) -> str:
    first, *rest = (_payer(account, language) for account in named)
    return phrase("listed_with_and", language).format(first=", ".join([first, *rest[:-1]]), last=rest[-1]) if rest else first


def _payer(account: Account, language: Language) -> str:
    return phrase(f"the_{account.payer}", language)


def _sentence(text: str) -> str:
    """With a capital, and one full stop where it ends in «kr.»"""
    return text[:1].upper() + text[1:].replace("..", ".")
