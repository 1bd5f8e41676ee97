"""What the reader should know of a calculation: notices with address, none of which stops it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from som_model.catalogue.conversion import Conversion, conversion
from som_model.errors import Notice
from som_model.projection.capacity import beyond_capacity
from som_model.projection.rule_notices import rule_end_notices, rule_notices
from som_model.resolved.amounts import moved_levels, priced, split_open
from som_model.resolved.figures import figures
from som_model.resolved.years import bounded, bounded_parts, entry_years, weights
from som_model.scenario.calendar import Series, first_month, last_month
from som_model.scenario.programme import Programme, ProgrammeLine
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup
from som_model.scenario.unit_cost import PriceSeries
from som_model.wording.message import Message


def notices(scenario: Scenario, asked: Iterable[str] | None = None) -> tuple[Notice, ...]:
    """Every notice of a projection.

    asked: addresses of the figures that counted lines use; without it, every unknown figure has its notice.
    """
    every = [
        *scenario.record.notices,
        *_harm(scenario),
        *_lists_that_end(scenario),
        *_years_cut(scenario),
        *_lists_outside_years(scenario),
        *_indices(scenario),
        *rule_notices(scenario),
        *rule_end_notices(scenario),
        *_capacity(scenario),
        *_prudence(scenario),
        *_prices_open(scenario),
        *_unknown_figures(scenario, None if asked is None else set(asked)),
    ]
    return tuple(dict.fromkeys(every))


def _harm(scenario: Scenario) -> Iterator[Notice]:
    for name, group in scenario.target_groups.items():
        success, baseline = group.success_rate, group.baseline_rate
        if success is not None and success.value is not None and baseline.value is not None and success.value < baseline.value:
            yield Notice(f"target_groups.{name}.success_rate", Message.of("harm"))


def _lists_that_end(scenario: Scenario) -> Iterator[Notice]:
    """A list by years since entry that is shorter than the time a cohort is followed; a one-off is meant so."""
    for name, group in scenario.target_groups.items():
        followed = _followed(scenario, group)
        effect = group.effect_since_entry
        if effect is not None and len(effect) < followed:
            yield Notice(f"target_groups.{name}.effect_since_entry", _ends(len(effect), followed))
    for line in scenario.lines:
        listed = line.quantity.each if line.quantity is not None and line.counted and line.per_person else None
        longest = max((_followed(scenario, scenario.target_groups[name]) for name in line.groups), default=0)
        if listed is not None and 1 < len(listed) < longest:
            yield Notice(line.quantity_at, _ends(len(listed), longest))


def _followed(scenario: Scenario, group: TargetGroup) -> int:
    """Years for which the first cohort of a group is followed."""
    starts = entry_years(scenario, group)
    return len(starts) - starts.index(True) if any(starts) else 0


def _ends(entries: int, followed: int) -> Message:
    return Message.of("list_ends", entries=entries, followed=followed)


def _years_cut(scenario: Scenario) -> Iterator[Notice]:
    """Stated years that reach beyond the period, and ends of which none is left."""
    period = scenario.period
    for address, part in bounded_parts(scenario):
        if part.from_year and first_month(part.from_year)[0] < period.start:
            yield Notice(f"{address}.from_year", _cut(part.from_year, scenario))
        if part.to_year and last_month(part.to_year)[0] > period.last:
            yield Notice(f"{address}.to_year", _cut(part.to_year, scenario))
        stated = part.from_year or part.to_year
        if stated and not any(weights(scenario, None if isinstance(part, Programme) else part)):
            from_year = part.from_year or scenario.programme.from_year or str(period.start)
            to_year = part.to_year or scenario.programme.to_year or str(period.last)
            yield Notice(address, Message.of("no_years_left", from_year=from_year, to_year=to_year))


def _cut(stated: str, scenario: Scenario) -> Message:
    return Message.of("cut_to_period", stated=stated, first=scenario.period.start, last=scenario.period.last)


def _lists_outside_years(scenario: Scenario) -> Iterator[Notice]:
    """A list of one figure a year is not cut to the line's years: what stands outside counts."""
    parts: list[tuple[str, Series | None, TargetGroup | ProgrammeLine]] = [
        (f"target_groups.{name}.participants", group.participants, group) for name, group in scenario.target_groups.items()
    ]
    for line in scenario.lines:
        if line.counted and line.basis == "year" and isinstance(line.stated, ProgrammeLine):
            parts.append((line.quantity_at, line.quantity, line.stated))
    for address, series, part in parts:
        if series is None or not series.is_list:
            continue
        slots = bounded(series, scenario, part)
        outside = [
            str(year)
            for year, (slot, _), share in zip(scenario.period.calendar, slots, weights(scenario, part), strict=False)
            if slot is not None and slot.value.value != 0 and share == 0
        ]
        if outside:
            yield Notice(address, Message.of("list_outside_years", years=tuple(outside)))


def _indices(scenario: Scenario) -> Iterator[Notice]:
    chosen = scenario.price_index
    moves = [(address, year, scenario.price_year, name) for address, year, name in priced(scenario)]
    moves += [(address, level, own, chosen.series) for address, _, level, own in moved_levels(scenario)]
    for address, year, to, name in moves:
        series = scenario.indices.get(name)
        if series is None or year == to:
            continue
        before, after = (chosen.before, chosen.after) if name == chosen.series else (None, None)
        moved = conversion(series, year, to, before=before is not None, after=after is not None)
        rates = (before.value if before is not None else None, after.value if after is not None else None)
        yield from conversion_notices(address, name, series, (year, to), moved, rates)


def conversion_notices(
    address: str,
    name: str,
    series: PriceSeries,
    ends: tuple[int, int],
    moved: Conversion,
    rates: tuple[float | None, float | None],
) -> Iterator[Notice]:
    """What a conversion rests on beside the series: yearly rates assumed beyond its ends, and years known only in part.

    address: of what is moved. ends: from which year to which. rates: before and after the series; None where none is stated.
    """
    known = [year for year, value in series.values.items() if value is not None]
    for rate, years, end in zip(rates, (moved.years_before, moved.years_after), (min(ends), max(ends)), strict=True):
        if years and rate is not None:
            shown = Message.of("percent", share=float(rate * 100))
            told = Message.of("index_extended", series=name, first=min(known), last=max(known), year=end, rate=shown)
            yield Notice(address, told)
    for partial in moved.partial if moved.ratio != 1 else ():
        words = series.partial[partial]
        known_part = Message.of("as_written", da=words.say("da"), en=words.say("en"))
        yield Notice(f"indices.{name}", Message.of("index_partial", series=name, year=partial, known=known_part))


def _capacity(scenario: Scenario) -> Iterator[Notice]:
    for name, post in scenario.programme.staffing.items():
        if beyond := beyond_capacity(scenario, post):
            worst = max(beyond, key=lambda row: row.excess)
            message = Message.of(
                "beyond_capacity",
                years=tuple(str(row.year) for row in beyond),
                year=worst.year,
                participants=round(worst.participants, 1),
                capacity=round(worst.capacity, 1),
            )
            yield Notice(f"programme.staffing.{name}.hours_per_participant", message)


def _prudence(scenario: Scenario) -> Iterator[Notice]:
    if scenario.prudence is not None:
        key = "prudence_applied" if scenario.prudence.takes_anything() else "prudence_empty"
        yield Notice("prudence", Message.of(key, source=scenario.prudence.source))


def _prices_open(scenario: Scenario) -> Iterator[Notice]:
    """A price without a unit, and what one that is used leaves open: an unknown split, a weak source, an account from memory."""
    for key, cost in scenario.unit_costs.items():
        if cost.unit is None:
            yield Notice(f"unit_costs.{key}", Message.of("unit_not_stated"))
    for line in split_open(scenario):
        yield Notice(f"{line.address}.unit_cost", Message.of("payers_unknown_basis"))
    for address, _, _ in priced(scenario):
        if not address.startswith("unit_costs."):
            continue
        cost = scenario.unit_costs[address.partition(".")[2]]
        if cost.quality == "assumed":
            note = cost.note
            why = Message.of("as_written", da=note.say("da"), en=note.say("en")) if note is not None else Message.of("no_note")
            yield Notice(address, Message.of("price_assumed", note=why))
        if cost.account is not None and cost.account_quality == "assumed":
            yield Notice(f"{address}.account", Message.of("account_recalled", account=cost.account))


def _unknown_figures(scenario: Scenario, asked: set[str] | None) -> Iterator[Notice]:
    for address, estimate in figures(scenario):
        if estimate.value is None and (asked is None or address not in asked):
            yield Notice(address, Message.of("unknown_figure" if asked is None else "unused_null"))
