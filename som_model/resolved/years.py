"""In which years a line has something to count, so that only figures that are used are asked for.

A figure matters unless it is certainly 0; an unknown one matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from som_model.scenario.calendar import Series, Slot, year_weights
from som_model.scenario.estimate import Estimate
from som_model.scenario.line import COST_BLOCKS, Years
from som_model.scenario.programme import CostLine, Post, Programme, ProgrammeLine
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup


def matters(slot: Slot[Estimate] | None) -> bool:
    """Whether a figure may differ from 0."""
    return slot is not None and _may_differ(slot.value, 0.0)


def _may_differ(estimate: Estimate, value: float) -> bool:
    return estimate.uncertain or estimate.value != value


def bounded_parts(scenario: Scenario) -> Iterator[tuple[str, Programme | TargetGroup | Post | CostLine]]:
    """(address, part) of everything that may state from_year and to_year."""
    yield "programme", scenario.programme
    for name, group in scenario.target_groups.items():
        yield f"target_groups.{name}", group
    for name, post in scenario.programme.staffing.items():
        yield f"programme.staffing.{name}", post
    for block in COST_BLOCKS:
        for name, line in getattr(scenario.programme, block).items():
            yield f"programme.{block}.{name}", line


def weights(scenario: Scenario, own: TargetGroup | ProgrammeLine | None = None) -> tuple[float, ...]:
    """Share of each year that lies within the programme's years, or the line's own ends of them."""
    programme = scenario.programme
    from_year = (own.from_year if own else None) or programme.from_year
    to_year = (own.to_year if own else None) or programme.to_year
    return year_weights(scenario.period, from_year, to_year)


def bounded(
    series: Series, scenario: Scenario, own: TargetGroup | ProgrammeLine
) -> tuple[tuple[Slot[Estimate] | None, float], ...]:
    """(figure, share of the year) for each year; a list is taken as it stands, part years and all."""
    slots: Sequence[Slot[Estimate] | None] = series.in_years(scenario.period.calendar)
    if series.is_list:
        missing = scenario.period.years - len(slots)
        return tuple((slot, 1.0) for slot in (*slots, *(None,) * missing))
    return tuple((slot if share else None, share) for slot, share in zip(slots, weights(scenario, own), strict=True))


def entry_years(scenario: Scenario, group: TargetGroup) -> Years:
    """Years in which participants start."""
    return tuple(matters(slot) for slot, _ in bounded(group.participants, scenario, group))


def completer_years(scenario: Scenario, group: TargetGroup) -> Years:
    """Years in which anyone who starts will complete."""
    finish = _may_differ(group.completion_rate, 0.0)
    return tuple(starts and finish for starts in entry_years(scenario, group))


def consequence_years(scenario: Scenario, group: TargetGroup, line: Consequence) -> Years:
    """Years in which a consequence changes any units."""
    horizon = scenario.period.years
    changes = tuple(matters(slot) for slot in line.change.since_entry(horizon)) if line.change else (False,) * horizon
    if line.basis == "success":
        changes = tuple(change and helped for change, helped in zip(changes, _helped(group, horizon), strict=True))
    share = group.first_year_share
    counted = tuple(
        (changes[k] and _may_differ(share, 0.0)) or (k > 0 and changes[k - 1] and _may_differ(share, 1.0)) for k in range(horizon)
    )
    return reached(_persons(scenario, group, line.basis), counted)


def since_entry_years(scenario: Scenario, group: TargetGroup, basis: str) -> Years:
    """Years since entry in which some cohort is still within the period."""
    entries = _persons(scenario, group, basis)
    horizon = len(entries)
    return tuple(any(entries[: horizon - k]) for k in range(horizon))


def _helped(group: TargetGroup, horizon: int) -> Years:
    """Years since entry in which anyone is still helped."""
    stays = _may_differ(group.relapse_rate, 1.0) and _may_differ(group.attrition_rate, 1.0)
    effect = group.effect_since_entry
    fades = tuple(effect is None or (k < len(effect) and _may_differ(effect[k], 0.0)) for k in range(horizon))
    return tuple(left and (k == 0 or stays) for k, left in enumerate(fades))


def _persons(scenario: Scenario, group: TargetGroup, basis: str) -> Years:
    if basis == "participant":
        return entry_years(scenario, group)
    if basis == "completer":
        return completer_years(scenario, group)
    success, baseline = group.success_rate, group.baseline_rate
    if success is not None and not success.uncertain and not baseline.uncertain and success.value == baseline.value:
        return (False,) * scenario.period.years
    return (completer_years if group.rates_measured_on == "completers" else entry_years)(scenario, group)


def reached(entries: Years, since_entry: Years) -> Years:
    """Calendar years in which some cohort stands in a year since entry that counts."""
    horizon = len(entries)
    return tuple(any(entries[c] and since_entry[t - c] for c in range(t + 1)) for t in range(horizon))


def served(scenario: Scenario, line: ProgrammeLine) -> tuple[str, ...]:
    """The target groups a programme line serves."""
    named = line.target_groups
    return tuple(name for name in scenario.target_groups if named is None or name in named)


def programme_line_years(scenario: Scenario, line: Post | CostLine, quantity: Series | None) -> Years:
    """Years in which a post or a line of the programme has a quantity."""
    horizon = scenario.period.years
    if quantity is None:
        return (False,) * horizon
    if isinstance(line, Post) or line.basis == "year":
        return tuple(matters(slot) for slot, _ in bounded(quantity, scenario, line))
    if line.basis == "once":
        once = once_year(scenario, line) - scenario.period.start
        return tuple(t == once and matters(quantity.in_years(scenario.period.calendar)[0]) for t in range(horizon))
    since_entry = tuple(matters(slot) for slot in per_person(quantity, horizon))
    years = entry_years if line.basis == "participant" else completer_years
    reach = [reached(years(scenario, scenario.target_groups[name]), since_entry) for name in served(scenario, line)]
    return tuple(any(group[t] for group in reach) for t in range(horizon))


def per_person(quantity: Series, horizon: int) -> tuple[Slot[Estimate] | None, ...]:
    """A per-person amount by year since entry: one number stands in the entry year only."""
    slots = quantity.since_entry(horizon)
    return slots if quantity.is_list else (slots[0], *(None,) * (horizon - 1))


def once_year(scenario: Scenario, line: CostLine) -> int:
    """The year of a once amount: its own, else the programme's first year shown."""
    if line.year is not None:
        return line.year
    first = scenario.programme.from_year
    return max(scenario.period.start, int(first[:4])) if first else scenario.period.start
