"""What figures do not explain: the lines that only one scenario counts, and how lines of both differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from som_model.analysis.drivers.counted import cost_of
from som_model.projection.figures import Array
from som_model.projection.model import Balance
from som_model.projection.projection import PUBLIC
from som_model.resolved.transition import line_at
from som_model.resolved.years import once_year, served, weights
from som_model.scenario.payers import PayerRule, Payers
from som_model.scenario.programme import CostLine, Funding, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence

Aspect: TypeAlias = Literal["payers", "law", "years", "counted_for"]
PRUDENCE = "prudence"
"""The address of the allowance for optimism, which is a line of its own."""


def net_by_line(found: Balance) -> dict[str, Array]:
    """Address → net in kr., (…, public payer, year), of every counted line and of prudence; they sum to net."""
    lines: dict[str, Array] = {}
    of_line = [(line.address, amounts) for line, amounts in zip(found.inputs.consequences, found.savings_by_line, strict=True)]
    of_line += [(line.address, -amounts) for line, amounts in zip(found.inputs.programme, found.cost_by_line, strict=True)]
    of_line.append((PRUDENCE, found.prudence_on_savings - found.prudence_on_cost))
    for address, amounts in of_line:
        lines[address] = lines.get(address, 0.0) + amounts[..., PUBLIC, :]
    return lines


def changed(a: Scenario, b: Scenario, address: str) -> tuple[Aspect, ...]:
    """In what, other than figures, a line of both scenarios differs; nothing where it is not to be named."""
    if address == PRUDENCE:
        return ()
    before, after = (dict(_aspects(each, address)) for each in (a, b))
    return tuple(name for name, value in before.items() if value != after[name])


def _aspects(scenario: Scenario, address: str) -> Iterator[tuple[Aspect, Any]]:
    line = line_at(scenario, address)
    reference = getattr(line, "unit_cost", None)
    cost = cost_of(scenario, line)
    payers = line.payers or (cost.payers if cost is not None else None)
    if payers is None and not isinstance(line, Consequence):
        payers = scenario.programme.payers
    yield "payers", (line.paid_by, line.received_by) if isinstance(line, Funding) else _splits(payers, scenario)
    yield "law", _laws(payers, scenario)
    if isinstance(line, Consequence):
        group = scenario.target_groups[address.split(".")[1]]
        yield "years", weights(scenario, group)
        yield "counted_for", (line.basis, reference, _unit(cost), group.rates_measured_on)
    else:
        once = once_year(scenario, line) if isinstance(line, CostLine) and line.basis == "once" else None
        yield "years", (weights(scenario, line), once)
        yield "counted_for", (getattr(line, "basis", None), reference, _unit(cost), _form(line), _served(scenario, line))


def _splits(payers: Payers | None, scenario: Scenario) -> tuple[Any, ...]:
    """The split of each year: shares, or the name of a rule."""
    slots = payers.in_years(scenario.period.calendar) if payers is not None else ()
    splits = (slot.value if slot is not None else None for slot in slots)
    return tuple(split.rule if isinstance(split, PayerRule) else split and split.of_payers() for split in splits)


def _laws(payers: Payers | None, scenario: Scenario) -> tuple[Any, ...]:
    """The law behind the rules that split a price, and whose year it is; nothing where there are none."""
    rules = {split.rule for split in (payers.splits() if payers is not None else ()) if isinstance(split, PayerRule)}
    return (scenario.rules_as_of, *(scenario.record.payer_rules[rule] for rule in sorted(rules))) if rules else ()


def _unit(cost: Any) -> tuple[Any, ...]:
    return (cost.unit, cost.kind) if cost is not None else ()


def _form(line: Any) -> tuple[bool, ...]:
    """Which of the fields that make a post's or a line's amount are stated."""
    fields = ("annual_cost", "annual_salary", "fte") if isinstance(line, Post) else ("amount", "units")
    return tuple(getattr(line, name) is not None for name in fields)


def _served(scenario: Scenario, line: Any) -> tuple[str, ...]:
    """The groups whose participants or completers a line is counted for."""
    return served(scenario, line) if getattr(line, "basis", None) in ("participant", "completer") else ()


def differences(before: Mapping[str, Array], after: Mapping[str, Array]) -> Iterator[tuple[str, Array]]:
    """(address, what the line is more in the second than in the first), of every line of either."""
    for address in dict.fromkeys((*before, *after)):
        yield address, after.get(address, 0.0) - before.get(address, 0.0)  # type: ignore[misc]
