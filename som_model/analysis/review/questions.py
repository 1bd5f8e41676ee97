"""What a reviewer would ask of a calculation (method.md: The review); of the result: what decides its sign, and who gains what
others pay."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from som_model.analysis.addressed import around, ends_of
from som_model.analysis.outcome import outcomes_over
from som_model.analysis.review import effects, lines
from som_model.analysis.review.remark import Remark, Review, figure, kroner, percent
from som_model.projection.figures import Array
from som_model.projection.projection import Projection, project
from som_model.resolved.amounts import split_open
from som_model.resolved.figures import figures, grade_of
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.reviews import REVIEWS

POINTS = 9
"""Values tried inside each range; its ends are two of them."""
MOSTLY = 0.5


def review(scenario: Scenario) -> Review:
    """Every question a critical reader would ask, with address, why it matters and what to do.

    It never changes or stops a calculation. Questions that decide the result come first (method.md: The review).
    Raises MissingFigures where a counted line uses a figure stated as unknown (null).
    """
    projection = project(scenario)
    asked = [
        *_sign(projection),
        *_other_payer(projection),
        *_municipal_transfers(projection),
        *effects.remarks(scenario),
        *lines.remarks(scenario),
    ]
    order = list(REVIEWS)
    return Review(scenario, tuple(sorted(dict.fromkeys(asked), key=lambda remark: order.index(remark.kind))))


def _sign(projection: Projection) -> Iterator[Remark]:
    """Guesses that decide the sign, then intervals inside which a gain turns into a loss.

    Each figure is tried by itself over its interval, a guess without one over half to one and a half times its value; the
    guessed years or entries of one series are tried together, under the series' address.
    """
    scenario, base = projection.scenario, round(projection.accumulated_net, 2)
    used = {address: estimate for address, estimate in figures(scenario) if address in projection.asked}
    grades = {address: grade_of(scenario, address, estimate) for address, estimate in used.items()}
    guessed = {address: grade for address, grade in grades.items() if grade in ("assumed", "implied")}
    together: dict[str, dict[str, Array]] = {}
    for address, estimate in used.items():
        reach = ends_of(estimate) or (around(estimate) if address in guessed else None)
        if estimate.value is not None and reach is not None:
            series, _, element = address.rpartition(".")
            name = series if element.isdecimal() and address in guessed else address
            together.setdefault(name, {})[address] = np.linspace(*reach, POINTS)
    swings = {next(iter(moved)) if len(moved) == 1 else name: moved for name, moved in together.items()}
    for name, totals in outcomes_over(scenario, swings).items():
        rounded = np.round(totals, 2)
        if not np.any((rounded < 0) != (base < 0)):
            continue
        moved = swings[name]
        low, high = (tuple(figure(used[address], float(values[end])) for address, values in moved.items()) for end in (0, -1))
        least, most = kroner(float(rounded.min())), kroner(float(rounded.max()))
        if (grade := guessed.get(next(iter(moved)))) is not None:
            value = tuple(figure(used[address], used[address].value or 0.0) for address in moved)
            graded = Message.of(grade)
            yield Remark.of("decides_sign", name, value=value, grade=graded, low=low, high=high, least=least, most=most)
        if base >= 0 and any(used[address].uncertain for address in moved):
            yield Remark.of("negative_in_interval", name, low=low, high=high, least=least)


def _other_payer(projection: Projection) -> Iterator[Remark]:
    """More than half of the savings fall on others than the public payer who bears most of the cost.

    Nothing is asked where most savings are split in a way that is not known: who gains them cannot be said.
    """
    payers = [projection.payers[row] for row in projection.public]
    cost, saved = (
        dict(zip(payers, amounts[projection.public].sum(axis=1).tolist(), strict=True))
        for amounts in (projection.programme_cost, projection.savings)
    )
    bearer = max(payers, key=lambda payer: cost[payer])
    total = sum(saved.values())
    if round(cost[bearer], 2) <= 0 or round(total, 2) <= 0 or saved[bearer] >= (1 - MOSTLY) * total:
        return
    not_known = {line.address for line in split_open(projection.scenario)}
    savings = zip(projection.inputs.consequences, projection.balance.savings_by_line, strict=True)
    if sum(float(projection.total(amounts).sum()) for line, amounts in savings if line.address in not_known) > MOSTLY * total:
        return
    others = [payer for payer in payers if payer != bearer and round(saved[payer], 2) > 0]
    yield Remark.of(
        "other_payer_gains",
        "programme.payers" if projection.scenario.programme.payers is not None else "programme",
        payer=Message.of(f"the_{bearer}"),
        cost=kroner(cost[bearer]),
        share=percent(1 - saved[bearer] / total),
        savings=kroner(total),
        others=Message.of(f"the_{max(others, key=lambda payer: saved[payer])}"),
    )


def _municipal_transfers(projection: Projection) -> Iterator[Remark]:
    """What the municipality saves on transfers and co-financing, line by line: block grants and equalisation, which are not
    modelled, may take part of it back."""
    municipality = projection.row("municipality")
    for line_inputs, amounts in zip(projection.inputs.consequences, projection.balance.savings_by_line, strict=True):
        line = projection.scenario.line(line_inputs.address)
        saved = round(float(amounts[municipality].sum()), 2)
        rules = {split.rule for split in line.payers.rules()} if line.payers is not None else set()
        transfer = line.unit_cost is not None and line.unit_cost.area in ("transfers", "co_financing")
        if saved > 0 and (transfer or rules & {"kmf_psychiatry", "refund_ladder"}):
            yield Remark.of("municipal_transfers", line.address, savings=kroner(saved))
