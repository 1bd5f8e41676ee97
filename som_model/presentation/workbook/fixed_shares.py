"""Figures that a payer rule's shares were computed at: the shares stand in the workbook as numbers and do not follow them."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.catalogue.rules.rule import payer_rule
from som_model.resolved.figures import figures
from som_model.resolved.transition import RuledLine, ruled_lines
from som_model.scenario.scenario import Scenario


def fixed_by_rule(scenario: Scenario) -> dict[str, str]:
    """Address → the rule whose shares depend on it."""
    known = [address for address, _ in figures(scenario)]
    found: dict[str, str] = {}
    for line in ruled_lines(scenario):
        for at, rule in _depends(scenario, line):
            found.update({address: rule for address in known if address == at or address.startswith(f"{at}.")})
    return found


def _depends(scenario: Scenario, line: RuledLine) -> Iterator[tuple[str, str]]:
    """(address, rule) of what the shares of a line are computed at."""
    for _, at, stated in line.rules(scenario):
        yield at, stated.rule
        yield f"unit_costs.{line.unit_cost}.amount", stated.rule
        yield "price_index", stated.rule
        rule = payer_rule(stated.rule)
        if rule is not None and rule.per_citizen:
            yield f"{line.address}.{line.field}", stated.rule
