"""Addresses that a scenario names: correlations point at assumptions that exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from som_model.reading.checks.slip import Slip
from som_model.resolved.correlation import factor, moving_together
from som_model.resolved.figures import figures
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Correlations that point at no assumption, that are written twice, and that cannot all hold: their matrix is not
    positive semi-definite."""
    if not scenario.correlations:
        return
    known = {address for address, _ in figures(scenario)}
    for index, correlation in enumerate(scenario.correlations):
        for place, address in enumerate(correlation.between):
            if address in known:
                continue
            near = get_close_matches(address, sorted(known), n=1, cutoff=0.6)
            message = Message.of("no_figure", address=address)
            if near:
                message = Message.of("no_figure_near", address=address, near=near[0])
            yield Slip(f"correlations.{index + 1}.between.{place + 1}", message)
        if correlation.between[0] == correlation.between[1]:
            yield Slip(f"correlations.{index + 1}.between.2", Message.of("correlated_with_itself"))
    seen: dict[frozenset[str], int] = {}
    for index, correlation in enumerate(scenario.correlations):
        first = seen.setdefault(frozenset(correlation.between), index)
        if first != index:
            yield Slip(f"correlations.{index + 1}.between", Message.of("correlated_twice", first=f"correlations.{first + 1}"))
    for addresses in moving_together(scenario.correlations):
        within = [pair for pair in scenario.correlations if set(pair.between) <= set(addresses)]
        if factor(addresses, within) is None:
            pairs = tuple(f"{' + '.join(pair.between)} ({pair.rank:g})" for pair in within)
            last = max(index for index, pair in enumerate(scenario.correlations) if pair in within)
            yield Slip(f"correlations.{last + 1}.rank", Message.of("correlations_contradict", pairs=pairs))
