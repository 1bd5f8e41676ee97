"""Lines: each states its quantity once, fades once, and names what exists."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.reading.checks.slip import Slip
from som_model.scenario.line import Line
from som_model.scenario.programme import Cost, CostLine, Funding, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.wording.message import Message


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Lines that state a quantity twice or not at all, fade twice, or name what does not exist."""
    for name, group in scenario.target_groups.items():
        if group.effect_since_entry is not None and _given(group):
            yield Slip(f"target_groups.{name}.effect_since_entry", Message.of("fades_twice"))
    asked: set[str] = set()
    for line in scenario.lines:
        stated = line.stated
        if isinstance(stated, Consequence) and line.group is not None:
            if line.counted:
                yield from _consequence(scenario.target_groups[line.group], line, stated, asked)
        elif isinstance(stated, Post):
            yield from _post(line.address, stated)
        elif isinstance(stated, Cost | Funding):
            yield from _quantity(line.address, stated)
            if isinstance(stated, Funding):
                yield from _funding(line.address, stated)
    for line in scenario.lines:
        yield from _refers(scenario, line)


def _refers(scenario: Scenario, line: Line) -> Iterator[Slip]:
    """The groups that a line counts and the price it is counted at are there, and of a kind that it can count."""
    named = getattr(line.stated, "target_groups", None) or ()
    for index, name in enumerate(named):
        if name not in scenario.target_groups:
            message = Message.of("unknown_group", name=name, known=tuple(scenario.target_groups))
            yield Slip(f"{line.address}.target_groups.{index + 1}", message)
    if line.counted and line.per_person and not line.groups and not named:
        yield Slip(f"{line.address}.basis", Message.of("nobody_to_count", basis=str(line.basis)))
    if isinstance(line.stated, CostLine) and line.unit_cost is not None and line.unit_cost.kind == "income":
        yield Slip(f"{line.address}.unit_cost", Message.of("income_in_programme", key=line.stated.unit_cost or ""))


def _consequence(group: TargetGroup, line: Line, stated: Consequence, asked: set[str]) -> Iterator[Slip]:
    """What a consequence lacks, and an effect that fades in the line and in its group.

    asked: the groups whose success rate has been asked for.
    """
    if line.quantity is None:
        yield Slip(f"{line.address}.change", Message.of("missing_field", field="change"), at_key=True)
    if line.basis == "success" and group.success_rate is None and line.group not in asked:
        asked.add(line.group or "")
        yield Slip(f"target_groups.{line.group}.success_rate", Message.of("missing_field", field="success_rate"), at_key=True)
    if stated.basis != "success" or stated.relapse == "additional":
        return
    fading = "effect_since_entry" if group.effect_since_entry is not None else "relapse_rate" if _given(group) else ""
    listed = stated.change is not None and stated.change.each is not None and len(stated.change.each) > 1
    if fading and listed:
        yield Slip(f"{line.address}.change", Message.of("list_fades_twice", fading=fading))
    elif fading and stated.relapse_included:
        yield Slip(line.address, Message.of("included_fades_twice", fading=fading), at_key=True)


def _given(group: TargetGroup) -> bool:
    """A relapse rate of 0 counts as not given."""
    return group.relapse_rate.uncertain or group.relapse_rate.value != 0


def _post(address: str, post: Post) -> Iterator[Slip]:
    if post.annual_cost is not None and post.annual_salary is not None:
        yield Slip(f"{address}.annual_salary", Message.of("one_of_two", first="annual_cost", second="annual_salary"))
    if post.fte is not None and post.hours_per_week is not None:
        yield Slip(f"{address}.hours_per_week", Message.of("one_of_two", first="fte", second="hours_per_week"))
    if not post.counted:
        return
    if post.annual_cost is None and post.annual_salary is None:
        yield Slip(f"{address}.annual_cost", Message.of("one_needed", first="annual_cost", second="annual_salary"), at_key=True)
    if post.annual_salary is not None and post.annual_cost is None and post.fte is None and post.hours_per_week is None:
        yield Slip(f"{address}.fte", Message.of("one_needed", first="fte", second="hours_per_week"), at_key=True)


def _quantity(address: str, line: Cost | Funding) -> Iterator[Slip]:
    if line.amount is not None and line.unit_cost is not None:
        yield Slip(f"{address}.unit_cost", Message.of("one_of_two", first="amount", second="unit_cost"))
    elif line.amount is not None and line.units is not None:
        yield Slip(f"{address}.units", Message.of("units_need_unit_cost"))
    elif line.units is not None and line.unit_cost is None:
        yield Slip(f"{address}.unit_cost", Message.of("missing_field", field="unit_cost"), at_key=True)
    if line.unit_cost is not None and getattr(line, "residual_value", None) is None:
        for name in ("price_year", "index"):
            if getattr(line, name) is not None:
                yield Slip(f"{address}.{name}", Message.of("belongs_to_unit_cost", field=name))
        if line.real_growth.value != 0:
            yield Slip(f"{address}.real_growth", Message.of("belongs_to_unit_cost", field="real_growth"))
    if isinstance(line, Cost) and line.residual_value is not None and line.category != "equipment":
        yield Slip(f"{address}.residual_value", Message.of("residual_needs_equipment"))
    if not line.counted:
        return
    if line.amount is None and line.unit_cost is None and line.units is None:
        yield Slip(f"{address}.amount", Message.of("one_needed", first="amount", second="unit_cost"), at_key=True)
    if line.unit_cost is not None and line.units is None and line.amount is None:
        yield Slip(f"{address}.units", Message.of("missing_field", field="units"), at_key=True)
    if line.basis is None:
        yield Slip(f"{address}.basis", Message.of("missing_basis"), at_key=True)


def _funding(address: str, line: Funding) -> Iterator[Slip]:
    if line.paid_by == "outside" and line.received_by == "outside":
        yield Slip(f"{address}.received_by", Message.of("both_outside"))
    elif line.paid_by == line.received_by:
        yield Slip(f"{address}.received_by", Message.of("funds_itself", payer=line.paid_by))
    if line.payers is not None:
        yield Slip(f"{address}.payers", Message.of("funding_payers"))
