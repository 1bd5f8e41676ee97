"""Who takes part, who succeeds, and how much of the effect is left by year since entry (method.md: Successes, Still helped)."""

from __future__ import annotations

from dataclasses import dataclass

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.sheet import Cell
from som_model.resolved.titles import group_title
from som_model.resolved.years import weights
from som_model.scenario.calendar import Series
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.target_group import Consequence, TargetGroup


@dataclass(frozen=True)
class Citizens:
    """A target group's rows: by year of entry, and by year since entry."""

    participants: list[Cell]
    completers: list[Cell]
    successes: list[Cell]
    """Empty where no success rate is stated."""
    left: list[Cell]
    """Share of the effect left, by year since entry."""
    first_year_share: Cell


def citizens(book: Book, name: str) -> Citizens:
    """The rows of one target group."""
    group = book.scenario.target_groups[name]
    address = f"target_groups.{name}"
    title = group_title(book.scenario, name, book.language)
    book.heading(title)
    unit = book.say("unit_of_participants")
    starting = within_years(book, f"{address}.participants", group.participants, group, title)
    participants = book.row(book.say("participants"), unit, starting)
    completion = book.assumptions.cell(f"{address}.completion_rate")
    completers = book.row(book.say("completers"), unit, [entering * completion for entering in participants])
    successes: list[Cell] = []
    if group.success_rate is not None:
        measured_on = completers if group.rates_measured_on == "completers" else participants
        beyond = book.assumptions.cell(f"{address}.success_rate") - book.assumptions.cell(f"{address}.baseline_rate")
        successes = book.row(book.say("successes"), unit, [persons * beyond for persons in measured_on])
    left = book.since_entry(book.say("effect_left"), _left(book, address, group), "share")
    return Citizens(participants, completers, successes, left, book.assumptions.cell(f"{address}.first_year_share"))


def within_years(book: Book, address: str, series: Series, part: TargetGroup | Post | CostLine, title: str) -> list[Expression]:
    """A quantity by year, as much of each year as lies between from_year and to_year; a list is taken as it stands."""
    stated = book.series(address, series)
    within = weights(book.scenario, part)
    if series.is_list:
        return [*stated, *(Literally(0) for _ in range(book.timeline.years - len(stated)))]
    if all(share == 1 for share in within):
        return stated
    months = book.rates.stated("months", title, book.say("unit_of_months"), [round(share * 12) for share in within])
    return [month * (yearly / Literally(12)) for month, yearly in zip(months, stated, strict=True)]


def _left(book: Book, address: str, group: TargetGroup) -> list[Expression]:
    """w[k] × (1 − relapse)^k × (1 − attrition)^k, each year from the one before."""
    stays: Expression = Literally(1) - book.assumptions.cell(f"{address}.attrition_rate")
    if _may_relapse(book, address, group):
        stays = (Literally(1) - book.assumptions.cell(f"{address}.relapse_rate")) * stays
    # The first is written as it is, because 0 to the power of 0 has no value in Excel.
    powers: list[Expression] = [Literally(1), *(stays**offset for offset in book.offsets[1:])]
    staying = book.since_entry(book.say("still_there"), powers, "share")
    effect = group.effect_since_entry
    if effect is None:
        return list(staying)
    listed = [book.assumptions.cell(f"{address}.effect_since_entry.{k + 1}") for k in range(min(len(effect), len(staying)))]
    return [there * listed[k] if k < len(listed) else Literally(0) for k, there in enumerate(staying)]


def _may_relapse(book: Book, address: str, group: TargetGroup) -> bool:
    """Whether a relapse rate may be written: stated, or neither an effect list nor a change that already holds relapse."""
    if group.relapse_rate.value != 0 or group.relapse_rate.uncertain:
        return True
    return group.effect_since_entry is None and not any(
        isinstance(line.stated, Consequence)
        and line.basis == "success"
        and line.stated.relapse != "additional"
        and (line.stated.relapse_included or len(line.quantity.each or ()) > 1)
        for line in book.scenario.lines
        if line.counted and address == f"target_groups.{line.group}" and line.quantity is not None
    )
