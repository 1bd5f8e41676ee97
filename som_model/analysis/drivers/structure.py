"""The reference made ready to hold the other scenario's figures, whatever they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from som_model.analysis.drivers.counted import cost_of, key_of
from som_model.analysis.drivers.stated import Replacement
from som_model.catalogue.conversion import OutsideSeries
from som_model.projection.figures import Array, Figures
from som_model.projection.prices import index_factor
from som_model.resolved.figures import figures
from som_model.resolved.lines import resolve_lines
from som_model.resolved.transition import counted_consequences, programme_lines
from som_model.scenario.calendar import Slot
from som_model.scenario.frozen import Named
from som_model.scenario.payers import PayerRule, Payers, Shares
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UnitCost

STAND_IN = Shares.model_construct(municipality=1.0)
"""Who pays in a year for which a rule has no law, or a map has not begun: the reference has nothing to pay there, but
a hybrid may. What the other scenario says of that year's payers is then part of how the line is changed."""
UNKNOWN = {"full_time_hours": 1.0, "completion_rate": 1.0, "first_year_share": 1.0}
"""What stands for a figure that is not known and that neither scenario counts with; 0, and 1 in payer rules, where not named."""


@dataclass(frozen=True)
class Structure:
    """The reference's lines, payers and years, open to other figures.

    stand_ins: address → () of figures that are not known. renamed: new address → old one of a rule's parameters.
    """

    scenario: Scenario
    stand_ins: Mapping[str, Array]
    renamed: Mapping[str, str]


def opened_structure(reference: Scenario, replaced: tuple[Replacement, ...]) -> Structure:
    """The reference in which no figure that is replaced is certainly 0.

    The copy is not validated again: two figures that may not stand together in a file may meet in between.
    """
    scenario = reference
    for each in replaced:
        if not each.address.startswith("price_index.") and ".payers." not in each.address:
            scenario = _placed(scenario, each.address.split("."), each.opened)
    stand_ins = {
        address: np.array(UNKNOWN.get(address.rpartition(".")[2], 1.0 if ".payers." in address else 0.0))
        for address, estimate in figures(scenario)
        if estimate.value is None
    }
    renamed: dict[str, str] = {}
    for at, payers, cost in _paid(reference):
        stated = _stated(reference, payers, cost)
        if not all(stated):
            scenario = _placed(scenario, at.split("."), _throughout(payers, reference.period.calendar, stated))
            renamed.update(_renamed(at, payers, reference.period.calendar))
    resolve_lines(scenario, scenario.record.references)
    return Structure(scenario, stand_ins, renamed)


def _placed(part: Any, steps: list[str], new: Any) -> Any:
    """A copy of a part with another value some steps below it."""
    if not steps:
        return new
    if isinstance(part, Mapping):
        return Named({**part, steps[0]: _placed(part[steps[0]], steps[1:], new)})
    return part.model_copy(update={steps[0]: _placed(getattr(part, steps[0]), steps[1:], new)})


def _paid(scenario: Scenario) -> Iterator[tuple[str, Payers, UnitCost | None]]:
    """(address, payers, unit cost) of whoever pays a counted line, once."""
    lines: list[tuple[str, Any]] = [(address, line) for address, _, _, line in counted_consequences(scenario)]
    lines += [(f"programme.staffing.{name}", post) for name, post in scenario.programme.staffing.items() if post.counted]
    lines += [(address, line) for address, _, line in programme_lines(scenario.programme) if line.counted]
    found: dict[str, tuple[Payers, UnitCost | None]] = {}
    for address, line in lines:
        cost = cost_of(scenario, line)
        if line.payers is not None:
            found[f"{address}.payers"] = line.payers, cost
        elif cost is not None and cost.payers is not None:
            found[f"unit_costs.{key_of(scenario, line)}.payers"] = cost.payers, cost
        elif scenario.programme.payers is not None:
            found["programme.payers"] = scenario.programme.payers, None
    return ((address, *each) for address, each in found.items())


def _stated(scenario: Scenario, payers: Payers, cost: UnitCost | None) -> list[bool]:
    """For each year, whether its split is stated in shares, or by a rule whose law is known and in kr. that can be moved."""
    years = scenario.period.calendar
    return [_holds(scenario, slot, cost, year) for slot, year in zip(payers.in_years(years), years, strict=True)]


def _holds(scenario: Scenario, slot: Slot[Shares | PayerRule] | None, cost: UnitCost | None, year: int) -> bool:
    if slot is None or cost is None or isinstance(slot.value, Shares):
        return slot is not None
    for _, law in scenario.record.payer_rules[slot.value.rule].in_year(scenario.rules_as_of or year, cost.law):
        if law is None:
            return False
        try:
            index_factor(scenario, Figures(), law.level, None, to=cost.price_year)
        except OutsideSeries:
            return False
    return True


def _throughout(payers: Payers, years: tuple[int, ...], stated: list[bool]) -> Payers:
    """One split for each year, with a stand-in where none is known."""
    slots = zip(payers.in_years(years), stated, strict=True)
    return Payers.model_construct(each=tuple(slot.value if slot is not None and holds else STAND_IN for slot, holds in slots))


def _renamed(address: str, payers: Payers, years: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    """(address in the list of splits, address as written) of each year's parameters."""
    for year, slot in zip(years, payers.in_years(years), strict=True):
        if slot is not None and isinstance(slot.value, PayerRule):
            written = f"{address}.{slot.element}" if slot.element else address
            for name in slot.value.parameters:
                yield f"{address}.{year}.{name}", f"{written}.{name}"
