"""Addresses that a scenario names: correlations point at assumptions that exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from som_model.reading.checks.slip import Slip
from som_model.scenario.figures import figures
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


def _no_figure(address: str, known: set[str]) -> Message:
    near = get_close_matches(address, sorted(known), n=1, cutoff=0.6)
    if near:
        return Message.of("no_figure_near", address=address, near=near[0])
    return Message.of("no_figure", address=address)


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Correlations that point at no assumption."""
    if not scenario.correlations:
        return
    known = {address for address, _ in figures(scenario)}
    for index, correlation in enumerate(scenario.correlations):
        first, second = correlation.between
        for place, address in enumerate((first, second)):
            if address not in known:
                yield Slip(f"correlations.{index + 1}.between.{place + 1}", _no_figure(address, known))
        if first == second:
            yield Slip(f"correlations.{index + 1}.between.2", Message.of("correlated_with_itself"))
