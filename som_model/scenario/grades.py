"""The quality and source of a figure: its own, else that of the line or unit cost it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.scenario.titles import line_at

OWNED_BY_CONSEQUENCE = ("change",)
OWNED_BY_UNIT_COST = ("amount",)


def grade_of(scenario: Scenario, address: str, estimate: Estimate) -> str | None:
    """published, local, expert, assumed or implied; None where it is not stated."""
    return estimate.quality or getattr(_owner(scenario, address), "quality", None)


def source_of(scenario: Scenario, address: str, estimate: Estimate) -> str | None:
    """Where the figure was read; None where it is not stated."""
    return estimate.source or getattr(_owner(scenario, address), "source", None)


def under(known: Mapping[str, Estimate], address: str) -> Iterator[tuple[str, Estimate]]:
    """(address, estimate) of the figure at an address, or of those of its years or entries."""
    return ((each, estimate) for each, estimate in known.items() if each == address or each.startswith(f"{address}."))


def _owner(scenario: Scenario, address: str) -> Any:
    """The line or unit cost whose quality and source stand for the figure."""
    parts = address.split(".")
    if parts[0] == "programme" and len(parts) > 2:
        return line_at(scenario, address)
    if parts[0] == "target_groups" and len(parts) > 4 and parts[4] in OWNED_BY_CONSEQUENCE:
        return line_at(scenario, address)
    if parts[0] == "unit_costs" and parts[2] in OWNED_BY_UNIT_COST:
        return scenario.unit_costs[parts[1]]
    return None
