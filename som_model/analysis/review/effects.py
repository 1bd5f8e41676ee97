"""Questions about effects: against what, on whom, for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from som_model.analysis.review.remark import Remark, percent
from som_model.resolved.years import bounded, entry_years, weights
from som_model.scenario.line import Line
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.wording.message import Message

LONG = 5
"""Years beyond which relapse and attrition are asked for."""
ASSUMED_EVIDENCE_YEARS = 1.0


def remarks(scenario: Scenario) -> Iterator[Remark]:
    """Baseline, evidence, fading, the years a cohort is followed, and the group's size."""
    for name, group in scenario.target_groups.items():
        address = f"target_groups.{name}"
        lines = [line for line in scenario.lines if line.counted and line.group == name]
        on_success = [line for line in lines if line.basis == "success"]
        if on_success and group.success_rate is not None:
            yield from _against_what(scenario, name, group)
        if lines:
            yield from _evidence(scenario, address, group, lines)
            yield from _years_of_a_cohort(scenario, address, group, lines)
        leaves = any(rate.uncertain or rate.value != 0 for rate in (group.relapse_rate, group.attrition_rate))
        fades = leaves or group.effect_since_entry is not None
        lasting = any(line.quantity is not None and line.quantity.each is None for line in on_success)
        if lasting and not fades and scenario.period.years > LONG:
            yield Remark.of("long_without_fading", address, years=scenario.period.years)
        if group.size is not None and group.size.value is not None and group.size.note is None:
            slots = bounded(group.participants, scenario, group)
            starting = sum((slot.value.value or 0.0) * share for slot, share in slots if slot is not None)
            if starting > group.size.value + 1e-9:
                size = float(group.size.value)
                yield Remark.of("beyond_size", f"{address}.size", participants=float(starting), size=size)


def _against_what(scenario: Scenario, name: str, group: TargetGroup) -> Iterator[Remark]:
    """A success rate without a baseline, a baseline of the whole group beside a rate of completers, a measure of our own."""
    address = f"target_groups.{name}"
    success, completion, baseline = group.success_rate, group.completion_rate.value, group.baseline_rate.value
    if "baseline_rate" not in group.model_fields_set and success is not None and success.value is not None:
        yield Remark.of("no_baseline", f"{address}.success_rate", rate=percent(success.value))
    told = group.baseline_rate.note is not None
    if group.rates_measured_on == "completers" and baseline and completion is not None and completion < 1 and not told:
        values = {"completion": percent(completion), "baseline": percent(baseline)}
        yield Remark.of("baseline_on_whole_group", f"{address}.baseline_rate", **values)
    definition = scenario.record.source.definition(name)
    if definition is not None and definition.success_measure_quality == "assumed":
        yield Remark.of("measure_is_proposed", f"{address}.definition")


def _evidence(scenario: Scenario, address: str, group: TargetGroup, lines: Sequence[Line]) -> Iterator[Remark]:
    """The group's effect once, by the line it is counted longest for; a line with its own evidence for itself."""
    followed = _followed(scenario, group, first=True)
    longest: dict[str, tuple[int, float | None]] = {}
    for line in lines:
        changes = line.quantity.stated() if line.quantity is not None else ()
        of_line = line.stated.evidence_years if isinstance(line.stated, Consequence) else None
        stated = [of_line, *(change.evidence_years for change in changes)]
        of_rate = line.basis == "success" and of_line is None
        if line.basis == "success" and group.success_rate is not None:
            stated.append(group.success_rate.evidence_years)
        evidence = max((years for years in stated if years is not None), default=None)
        counted = _years_counted_beyond(group, line, followed, ASSUMED_EVIDENCE_YEARS if evidence is None else evidence)
        place = f"{address}.success_rate" if of_rate else line.address
        if counted > longest.get(place, (0, None))[0]:
            longest[place] = counted, evidence
    for place, (counted, evidence) in longest.items():
        known = Message.of("evidence_not_stated") if evidence is None else _years(evidence)
        yield Remark.of("effect_beyond_evidence", place, years=_years(counted), evidence=known)


def _years_counted_beyond(group: TargetGroup, line: Line, followed: int, evidence: float) -> int:
    """Years of effect, where some year beyond the evidence is no less than the year before; else 0."""
    effect = [1.0] * followed
    if line.basis == "success":
        stays = (1 - (group.relapse_rate.value or 0.0)) * (1 - (group.attrition_rate.value or 0.0))
        left = group.effect_since_entry
        effect = [stays**k * (1.0 if left is None else (left[k].value or 0.0) if k < len(left) else 0.0) for k in range(followed)]
    slots = line.quantity.since_entry(followed) if line.quantity is not None else ()
    sizes = [
        abs((slot.value.value or 0.0) * share) if slot is not None else 0.0 for slot, share in zip(slots, effect, strict=False)
    ]
    first = next((k for k, size in enumerate(sizes) if size > 0), len(sizes))
    unfading = any(0 < sizes[k] >= sizes[k - 1] - 1e-12 for k in range(first + max(ceil(evidence), 1), len(sizes)))
    return sum(size > 0 for size in sizes) if unfading else 0


def _years(years: float) -> Message:
    return Message.of("one_year_of_effect") if years == 1 else Message.of("years_of_effect", years=float(years))


def _followed(scenario: Scenario, group: TargetGroup, *, first: bool) -> int:
    """Years for which the first or the last cohort is followed within the period."""
    starts = [t for t, enters in enumerate(entry_years(scenario, group)) if enters]
    return scenario.period.years - (starts[0] if first else starts[-1]) if starts else 0


def _years_of_a_cohort(scenario: Scenario, address: str, group: TargetGroup, lines: Sequence[Line]) -> Iterator[Remark]:
    """A list of years since entry that the last cohort does not reach the end of within the period.

    Where part of a year's effect falls in the next (first_year_share), it reaches one year further.
    Also participants of part of a year, each counted with a whole year's effect in it, because nobody said otherwise.
    """
    followed = _followed(scenario, group, first=False)
    lists = {line.quantity_at: line.quantity.each or () for line in lines if line.quantity is not None}
    if any(line.basis == "success" for line in lines):
        lists = {f"{address}.effect_since_entry": group.effect_since_entry or (), **lists}
    moved = 1 if group.first_year_share.uncertain or group.first_year_share.value != 1 else 0
    for at, entries in lists.items():
        stated = max((k for k, entry in enumerate(entries, start=1) if entry.uncertain or entry.value != 0), default=0)
        if stated and 0 < followed < stated + moved:
            yield Remark.of("cohort_cut_short", at, followed=_years(followed), stated=_years(stated + moved))
    yearly = any(line.quantity is not None and len(line.quantity.each or ()) != 1 for line in lines)
    if not yearly or group.participants.is_list or "first_year_share" in group.model_fields_set:
        return
    starting = zip(scenario.period.calendar, weights(scenario, group), entry_years(scenario, group), strict=True)
    for year, share, enters in starting:
        if enters and share < 1:
            yield Remark.of("part_year_in_full", f"{address}.first_year_share", months=float(round(share * 12)), year=str(year))
            return
