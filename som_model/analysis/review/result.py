"""Questions about the result: what decides its sign, and who gains what others pay."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from som_model.analysis.review.remark import Remark, figure, kroner, percent
from som_model.analysis.swing import accumulated_at, ends_of
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.figures import figures, grade_of
from som_model.resolved.transition import line_at, split_not_known
from som_model.scenario.estimate import Estimate
from som_model.scenario.payers import PayerRule
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence
from som_model.wording.message import Message
from som_model.wording.parties import PUBLIC_PAYERS

POINTS = 9
"""Values tried inside each range; its ends are two of them."""
MOSTLY = 0.5
REACH_WITHOUT_INTERVAL = (0.5, 1.5)
"""Half to one and a half times the value (method, section 6)."""


def remarks(projection: Projection) -> Iterator[Remark]:
    """What decides the sign, and on whom cost and savings fall."""
    yield from _sign(projection)
    yield from _other_payer(projection)
    yield from _transfers(projection)


def _sign(projection: Projection) -> Iterator[Remark]:
    """Guesses that decide the sign, then intervals inside which a gain turns into a loss."""
    scenario, base = projection.scenario, round(projection.accumulated_net, 2)
    used = {address: estimate for address, estimate in figures(scenario) if address in projection.asked}
    guessed = {address: grade for address, estimate in used.items() if (grade := _guessed(scenario, address, estimate))}
    ranges = {address: reach for address, estimate in used.items() if (reach := _range(estimate, address in guessed)) is not None}
    swings = _together({address: np.linspace(*reach, POINTS) for address, reach in ranges.items()}, guessed)
    for name, totals in accumulated_at(scenario, swings).items():
        found = np.round(totals, 2)
        if not np.any((found < 0) != (base < 0)):
            continue
        moved = list(swings[name])
        low, high = (tuple(figure(used[address], ranges[address][end]) for address in moved) for end in (0, 1))
        if moved[0] in guessed:
            value = tuple(figure(used[address], used[address].value or 0.0) for address in moved)
            ends = {"least": kroner(float(found.min())), "most": kroner(float(found.max()))}
            said = Message.of(guessed[moved[0]])
            yield Remark.of("decides_sign", name, value=value, grade=said, low=low, high=high, **ends)
        if base >= 0 and any(used[address].uncertain for address in moved):
            yield Remark.of("negative_in_interval", name, low=low, high=high, least=kroner(float(found.min())))


def _together(points: Mapping[str, Array], guessed: Collection[str]) -> dict[str, dict[str, Array]]:
    """Each figure by itself; the guessed years or entries of one series together, under the series' address."""
    swings: dict[str, dict[str, Array]] = {}
    for address, values in points.items():
        series, _, element = address.rpartition(".")
        name = series if element.isdecimal() and address in guessed else address
        swings.setdefault(name, {})[address] = values
    return {next(iter(moved)) if len(moved) == 1 else name: moved for name, moved in swings.items()}


def _guessed(scenario: Scenario, address: str, estimate: Estimate) -> str:
    grade = grade_of(scenario, address, estimate)
    return grade if grade in ("assumed", "implied") else ""


def _range(estimate: Estimate, guessed: bool) -> tuple[float, float] | None:
    """Its interval; for a guess without one, half to one and a half times the value (a share at most 1)."""
    if estimate.value is None:
        return None
    stated = ends_of(estimate)
    if stated is not None:
        return stated
    if not guessed or estimate.value == 0:
        return None
    low, high = sorted(factor * estimate.value for factor in REACH_WITHOUT_INTERVAL)
    return low, min(high, 1.0) if estimate.kind == "share" else high


def _other_payer(projection: Projection) -> Iterator[Remark]:
    """More than half of the savings fall on others than the payer who bears most of the cost."""
    cost, saved = (amounts[: len(PUBLIC_PAYERS)].sum(axis=1) for amounts in (projection.programme_cost, projection.savings))
    payer = int(np.argmax(cost))
    total = float(saved.sum())
    if round(float(cost[payer]), 2) <= 0 or round(total, 2) <= 0 or saved[payer] >= (1 - MOSTLY) * total:
        return
    if _on_stand_ins(projection) > MOSTLY * total:
        return
    others = [i for i in range(len(PUBLIC_PAYERS)) if i != payer and round(float(saved[i]), 2) > 0]
    yield Remark.of(
        "other_payer_gains",
        _payers_address(projection.scenario),
        payer=Message.of(f"the_{PUBLIC_PAYERS[payer]}"),
        cost=kroner(float(cost[payer])),
        share=percent(1 - float(saved[payer]) / total),
        savings=kroner(total),
        others=Message.of(f"the_{PUBLIC_PAYERS[max(others, key=lambda i: saved[i])]}"),
    )


def _on_stand_ins(projection: Projection) -> float:
    """Savings whose split between payers is not known; who gains them cannot be said."""
    unknown = set(split_not_known(projection.scenario))
    gained = zip(projection.inputs.consequences, projection.balance.savings_by_line, strict=True)
    return sum(float(projection.total(amounts).sum()) for made, amounts in gained if made.address in unknown)


def _payers_address(scenario: Scenario) -> str:
    return "programme.payers" if scenario.programme.payers is not None else "programme"


def _transfers(projection: Projection) -> Iterator[Remark]:
    """What the municipality saves on transfers and co-financing, line by line."""
    gained = zip(projection.inputs.consequences, projection.balance.savings_by_line, strict=True)
    for made, amounts in gained:
        line = line_at(projection.scenario, made.address)
        assert isinstance(line, Consequence)
        saved = _municipal(amounts)
        if saved > 0 and _on_transfers(projection.scenario, line):
            yield Remark.of("municipal_transfers", made.address, savings=kroner(saved))


def _municipal(amounts: Array) -> float:
    return round(float(amounts[PUBLIC_PAYERS.index("municipality")].sum()), 2)


def _on_transfers(scenario: Scenario, line: Consequence) -> bool:
    cost = scenario.unit_cost(line.unit_cost)
    payers = line.payers or cost.payers
    rules = {split.rule for split in payers.splits() if isinstance(split, PayerRule)} if payers is not None else set()
    return cost.area in ("transfers", "co_financing") or bool(rules & {"kmf_psychiatry", "refund_ladder"})
