"""Lines: each states its quantity once, fades once, and names what exists."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.reading.checks.slip import Slip
from som_model.scenario.programme import Cost, CostLine, Funding, Post
from som_model.scenario.reach import counted_consequences, programme_lines
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.wording.message import Message


def slips(scenario: Scenario) -> Iterator[Slip]:
    """Lines that state a quantity twice or not at all, fade twice, or name what does not exist."""
    yield from _groups(scenario)
    for name, post in scenario.programme.staffing.items():
        yield from _post(f"programme.staffing.{name}", post)
    for address, _, line in programme_lines(scenario.programme):
        yield from _quantity(address, line)
        if isinstance(line, Cost) and line.residual_value is not None and line.category != "equipment":
            yield Slip(f"{address}.residual_value", Message.of("residual_needs_equipment"))
        if isinstance(line, Funding):
            yield from _funding(address, line)
    yield from _served_groups(scenario)
    yield from _income_in_programme(scenario)


def _groups(scenario: Scenario) -> Iterator[Slip]:
    for name, group in scenario.target_groups.items():
        address = f"target_groups.{name}"
        if group.effect_since_entry is not None and _given(group):
            yield Slip(f"{address}.effect_since_entry", Message.of("fades_twice"))
    asked: set[str] = set()
    for address, name, group, line in counted_consequences(scenario):
        if line.change is None:
            yield Slip(f"{address}.change", Message.of("missing_field", field="change"), at_key=True)
        if line.basis == "success" and group.success_rate is None and name not in asked:
            asked.add(name)
            yield Slip(f"target_groups.{name}.success_rate", Message.of("missing_field", field="success_rate"), at_key=True)
        yield from _fades_in_line(address, group, line)


def _given(group: TargetGroup) -> bool:
    """A relapse rate of 0 counts as not given."""
    return group.relapse_rate.uncertain or group.relapse_rate.value != 0


def _fades_in_line(address: str, group: TargetGroup, line: Consequence) -> Iterator[Slip]:
    if line.basis != "success" or line.relapse == "additional":
        return
    fading = "effect_since_entry" if group.effect_since_entry is not None else "relapse_rate" if _given(group) else ""
    listed = line.change is not None and line.change.each is not None and len(line.change.each) > 1
    if fading and listed:
        yield Slip(f"{address}.change", Message.of("list_fades_twice", fading=fading))
    elif fading and line.relapse_included:
        yield Slip(address, Message.of("included_fades_twice", fading=fading), at_key=True)


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


def _quantity(address: str, line: CostLine) -> Iterator[Slip]:
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


def _served_groups(scenario: Scenario) -> Iterator[Slip]:
    posts = [(f"programme.staffing.{name}", post) for name, post in scenario.programme.staffing.items()]
    lines = [(address, line) for address, _, line in programme_lines(scenario.programme)]
    for address, line in [*posts, *lines]:
        for index, name in enumerate(line.target_groups or ()):
            if name not in scenario.target_groups:
                message = Message.of("unknown_group", name=name, known=tuple(scenario.target_groups))
                yield Slip(f"{address}.target_groups.{index + 1}", message)


def _income_in_programme(scenario: Scenario) -> Iterator[Slip]:
    for address, _, line in programme_lines(scenario.programme):
        cost = scenario.unit_costs.get(scenario.record.references.get(line.unit_cost or "", ""))
        if cost is not None and cost.kind == "income":
            yield Slip(f"{address}.unit_cost", Message.of("income_in_programme", key=line.unit_cost or ""))
