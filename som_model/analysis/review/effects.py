"""Questions about effects: against what, on whom, for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from som_model.analysis.review.remark import Remark, percent
from som_model.resolved.transition import counted_consequences
from som_model.resolved.years import bounded, entry_years, weights
from som_model.scenario.estimate import Estimate
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
        lines = [(at, line) for at, of_group, _, line in counted_consequences(scenario) if of_group == name]
        on_success = [(at, line) for at, line in lines if line.basis == "success"]
        if on_success and group.success_rate is not None:
            yield from _baseline(address, group, group.success_rate)
            yield from _measure(scenario, address, name)
        if lines:
            yield from _evidence(scenario, address, group, lines)
            yield from _cut_short(scenario, address, group, lines)
            yield from _part_year(scenario, address, group, lines)
        lasting = any(line.change is not None and line.change.each is None for _, line in on_success)
        if lasting and scenario.period.years > LONG and group.effect_since_entry is None and not _leaves(group):
            yield Remark.of("long_without_fading", address, years=scenario.period.years)
        yield from _size(scenario, address, group)


def _leaves(group: TargetGroup) -> bool:
    return any(rate.uncertain or rate.value != 0 for rate in (group.relapse_rate, group.attrition_rate))


def _baseline(address: str, group: TargetGroup, success: Estimate) -> Iterator[Remark]:
    if "baseline_rate" not in group.model_fields_set and success.value is not None:
        yield Remark.of("no_baseline", f"{address}.success_rate", rate=percent(success.value))
    completion, baseline = group.completion_rate.value, group.baseline_rate.value
    told = group.baseline_rate.note is not None
    if group.rates_measured_on == "completers" and baseline and completion is not None and completion < 1 and not told:
        values = {"completion": percent(completion), "baseline": percent(baseline)}
        yield Remark.of("baseline_on_whole_group", f"{address}.baseline_rate", **values)


def _measure(scenario: Scenario, address: str, name: str) -> Iterator[Remark]:
    definition = scenario.record.source.definition(name)
    if definition is not None and definition.success_measure_quality == "assumed":
        yield Remark.of("measure_is_proposed", f"{address}.definition")


def _evidence(scenario: Scenario, address: str, group: TargetGroup, lines: Sequence[tuple[str, Consequence]]) -> Iterator[Remark]:
    """The group's effect once, by the line it is counted longest for; a line with its own evidence for itself."""
    followed = _followed(scenario, group, first=True)
    longest: dict[str, tuple[int, float | None]] = {}
    for at, line in lines:
        success = line.basis == "success"
        known = _evidence_years(group, line, success)
        years = _unfading(group, line, followed, success, ceil(ASSUMED_EVIDENCE_YEARS if known is None else known))
        place = f"{address}.success_rate" if success and line.evidence_years is None else at
        if years > longest.get(place, (0, None))[0]:
            longest[place] = years, known
    for place, (years, known) in longest.items():
        said = Message.of("evidence_not_stated") if known is None else _years(known)
        yield Remark.of("effect_beyond_evidence", place, years=_years(years), evidence=said)


def _years(years: float) -> Message:
    return Message.of("one_year_of_effect") if years == 1 else Message.of("years_of_effect", years=float(years))


def _evidence_years(group: TargetGroup, line: Consequence, success: bool) -> float | None:
    """The longest that the change, or the success rate it rests on, was followed."""
    changes = line.change.stated() if line.change is not None else ()
    stated = [line.evidence_years, *(change.evidence_years for change in changes)]
    if success and group.success_rate is not None:
        stated.append(group.success_rate.evidence_years)
    return max((years for years in stated if years is not None), default=None)


def _unfading(group: TargetGroup, line: Consequence, followed: int, success: bool, evidence: int) -> int:
    """Years of effect, where some year beyond the evidence is no less than the year before; else 0."""
    effect = [1.0] * followed
    if success:
        stays = (1 - (group.relapse_rate.value or 0.0)) * (1 - (group.attrition_rate.value or 0.0))
        left = group.effect_since_entry
        effect = [stays**k * (1.0 if left is None else (left[k].value or 0.0) if k < len(left) else 0.0) for k in range(followed)]
    slots = line.change.since_entry(followed) if line.change is not None else ()
    sizes = [
        abs((slot.value.value or 0.0) * share) if slot is not None else 0.0 for slot, share in zip(slots, effect, strict=False)
    ]
    first = next((k for k, size in enumerate(sizes) if size > 0), len(sizes))
    unfading = any(0 < sizes[k] >= sizes[k - 1] - 1e-12 for k in range(first + max(evidence, 1), len(sizes)))
    return sum(size > 0 for size in sizes) if unfading else 0


def _followed(scenario: Scenario, group: TargetGroup, *, first: bool) -> int:
    """Years for which the first or the last cohort is followed within the period."""
    starts = [t for t, enters in enumerate(entry_years(scenario, group)) if enters]
    return scenario.period.years - (starts[0] if first else starts[-1]) if starts else 0


def _cut_short(
    scenario: Scenario, address: str, group: TargetGroup, lines: Sequence[tuple[str, Consequence]]
) -> Iterator[Remark]:
    """A list of years since entry that the last cohort does not reach the end of within the period.

    Where part of a year's effect falls in the next (first_year_share), it reaches one year further.
    """
    followed = _followed(scenario, group, first=False)
    lists: dict[str, Sequence[Estimate]] = {
        f"{at}.change": line.change.each or () for at, line in lines if line.change is not None
    }
    if any(line.basis == "success" for _, line in lines):
        lists = {f"{address}.effect_since_entry": group.effect_since_entry or (), **lists}
    moved = 1 if group.first_year_share.uncertain or group.first_year_share.value != 1 else 0
    for at, listed in lists.items():
        stated = max((k + 1 for k, each in enumerate(listed) if each.uncertain or each.value != 0), default=0)
        if stated and 0 < followed < stated + moved:
            yield Remark.of("cohort_cut_short", at, followed=_years(followed), stated=_years(stated + moved))


def _part_year(
    scenario: Scenario, address: str, group: TargetGroup, lines: Sequence[tuple[str, Consequence]]
) -> Iterator[Remark]:
    """Participants of part of a year, each counted with a whole year's effect in it, because nobody said otherwise."""
    yearly = any(line.change is not None and len(line.change.each or ()) != 1 for _, line in lines)
    if not yearly or group.participants.is_list or "first_year_share" in group.model_fields_set:
        return
    starting = zip(scenario.period.calendar, weights(scenario, group), entry_years(scenario, group), strict=True)
    for year, share, enters in starting:
        if enters and share < 1:
            yield Remark.of("part_year_in_full", f"{address}.first_year_share", months=float(round(share * 12)), year=str(year))
            return


def _size(scenario: Scenario, address: str, group: TargetGroup) -> Iterator[Remark]:
    if group.size is None or group.size.value is None or group.size.note is not None:
        return
    slots = bounded(group.participants, scenario, group)
    starting = sum((slot.value.value or 0.0) * share for slot, share in slots if slot is not None)
    if starting > group.size.value + 1e-9:
        yield Remark.of("beyond_size", f"{address}.size", participants=float(starting), size=float(group.size.value))
