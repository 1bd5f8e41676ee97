"""Questions about lines and prices: sources, places that must close, units counted twice, lost tax."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.analysis.review.remark import Remark, price
from som_model.catalogue.rules.registry import payer_rule
from som_model.projection.capacity import beyond_capacity
from som_model.resolved.amounts import priced
from som_model.resolved.figures import figures, grade_of, source_of, under
from som_model.resolved.titles import line_title
from som_model.resolved.transition import counted_consequences, line_years, programme_lines, ruled_lines, split_not_known
from som_model.resolved.years import served
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence
from som_model.scenario.unit_cost import UnitCost
from som_model.scenario.units import unit_key
from som_model.wording.message import Message

FAR_APART = 5
PLACES = ("bed_day", "day", "night", "week", "month", "year", "admission", "place")
"""Units whose average price holds a place that must close before it is saved."""


def remarks(scenario: Scenario) -> Iterator[Remark]:
    """Every question that the lines themselves raise."""
    yield from _capacity(scenario)
    lines = [
        (address, name, line, scenario.unit_cost(line.unit_cost)) for address, name, _, line in counted_consequences(scenario)
    ]
    for address, _, line, cost in lines:
        yield from _places(address, line, cost)
        yield from _more(address, line, cost)
    yield from _twice(scenario, lines)
    yield from _apart(scenario)
    yield from _tax(lines)
    yield from _price_years(scenario)
    yield from _unit_costs(scenario)
    yield from _sources(scenario)


def _capacity(scenario: Scenario) -> Iterator[Remark]:
    for name, post in scenario.programme.staffing.items():
        if beyond := beyond_capacity(scenario, post):
            worst = max(beyond, key=lambda row: row.excess)
            address = f"programme.staffing.{name}.hours_per_participant"
            values = {"participants": round(worst.participants, 1), "capacity": round(worst.capacity, 1)}
            yield Remark.of("beyond_capacity", address, year=worst.year, **values)


def _values(series: Series | None) -> tuple[float, ...]:
    """What is known of a change or a price, once each."""
    stated = series.stated() if series is not None else ()
    return tuple(dict.fromkeys(each.value for each in stated if each.value is not None))


def _is_transfer(cost: UnitCost) -> bool:
    return cost.area == "transfers" or cost.taxable is not None or cost.topic in ("transfers", "tax")


def _places(address: str, line: Consequence, cost: UnitCost) -> Iterator[Remark]:
    saved = any(value < 0 for value in _values(line.change))
    told = line.realisable is not None or cost.realisable is not None
    if saved and not told and cost.kind == "expense" and unit_key(cost.unit) in PLACES and not _is_transfer(cost):
        yield Remark.of("saved_in_full", address, amount=tuple(price(amount) for amount in _values(cost.amount)))


def _more(address: str, line: Consequence, cost: UnitCost) -> Iterator[Remark]:
    stated = line.change.stated() if line.change is not None else ()
    more = [each.value for each in stated if each.value is not None and each.value > 0 and each.note is None]
    if more and cost.kind == "expense":
        yield Remark.of("more_of_an_expense", f"{address}.change", change=more[0])


def _gains(cost: UnitCost, change: float) -> bool:
    """Whether a change is a gain: fewer units of an expense, more of an income."""
    return change < 0 if cost.kind == "expense" else change > 0


def _twice(scenario: Scenario, lines: list[tuple[str, str, Consequence, UnitCost]]) -> Iterator[Remark]:
    """The same unit, or bed-days and admissions, saved by two lines of one group; a saved alternative is such a line."""
    saving: list[tuple[str, tuple[str, ...], str, UnitCost]] = [
        (at, (group,), line.unit_cost, cost)
        for at, group, line, cost in lines
        if any(_gains(cost, value) for value in _values(line.change))
    ]
    for at, block, other in programme_lines(scenario.programme):
        if block == "saved_alternative" and other.counted and other.unit_cost is not None and any(line_years(scenario, other)):
            saving.append((at, served(scenario, other), other.unit_cost, scenario.unit_cost(other.unit_cost)))
    for position, (address, groups, reference, cost) in enumerate(saving):
        for earlier, of_groups, other_reference, other_cost in saving[:position]:
            if not set(groups) & set(of_groups):
                continue
            title = line_title(scenario, earlier, "da"), line_title(scenario, earlier, "en")
            told = Message.of("as_written", da=title[0], en=title[1])
            key = reference.partition("@")[0]
            if key == other_reference.partition("@")[0]:
                yield Remark.of("counted_twice", address, unit=Message.of("same_unit", key=key), other=told)
            elif {unit_key(cost.unit), unit_key(other_cost.unit)} == {"bed_day", "admission"}:
                yield Remark.of("counted_twice", address, unit=Message.of("days_and_admissions"), other=told)


def _apart(scenario: Scenario) -> Iterator[Remark]:
    """Two lines of one group under a rule that reckons from all that a citizen used."""
    under_rule: dict[tuple[str, str], str] = {}
    for line in ruled_lines(scenario):
        for name in sorted({split.rule for _, _, split in line.rules(scenario)}):
            rule = payer_rule(name)
            if rule is None or rule.left is None or not line.address.startswith("target_groups."):
                continue
            earlier = under_rule.setdefault((line.address.split(".")[1], name), line.address)
            if earlier != line.address:
                title = line_title(scenario, earlier, "da"), line_title(scenario, earlier, "en")
                told = Message.of("as_written", da=title[0], en=title[1])
                yield Remark.of("case_counted_apart", f"{line.address}.payers", rule=name, other=told)


def _tax(lines: list[tuple[str, str, Consequence, UnitCost]]) -> Iterator[Remark]:
    for address, group, line, cost in lines:
        taxed = any(
            of_group == group and each.kind == "income" and any(_values(other.change)) for _, of_group, other, each in lines
        )
        if cost.taxable and not taxed and any(value < 0 for value in _values(line.change)):
            yield Remark.of("no_tax_line", address)


def _price_years(scenario: Scenario) -> Iterator[Remark]:
    """Price years of what is used, and of the result, more than five apart: what is old is named."""
    years = {f"{address}.price_year": year for address, year, _ in priced(scenario) if year != scenario.price_year}
    years["price_year"] = scenario.price_year
    newest = max(years.values())
    for address, year in years.items():
        if newest - year > FAR_APART:
            key = address.split(".")[-2] if "." in address else Message.of("the_result")
            yield Remark.of("price_years_apart", address, oldest=year, newest=newest, key=key)


def _unit_costs(scenario: Scenario) -> Iterator[Remark]:
    """What a unit cost that is used leaves open: who pays, and on which account."""
    for address in split_not_known(scenario):
        yield Remark.of("payers_stand_in", f"{address}.unit_cost")
    for address, _, _ in priced(scenario):
        if not address.startswith("unit_costs."):
            continue
        cost = scenario.unit_costs[address.partition(".")[2]]
        if cost.account is not None and cost.account_quality == "assumed":
            yield Remark.of("account_from_memory", f"{address}.account", account=cost.account)


def _sources(scenario: Scenario) -> Iterator[Remark]:
    """The figures that carry a result, each once: rate, change, price, cost."""
    known = dict(figures(scenario))
    asked: list[tuple[str, str]] = []
    for address, name, group, line in counted_consequences(scenario):
        if line.basis == "success" and group.success_rate is not None:
            asked.append((f"target_groups.{name}.success_rate", "the_success_rate"))
        asked.append((f"{address}.change", "the_change"))
    asked += [(f"{address}.amount", "the_price") for address, _, _ in priced(scenario) if address.startswith("unit_costs.")]
    for name, post in scenario.programme.staffing.items():
        if post.counted:
            field = "annual_cost" if post.annual_cost is not None else "annual_salary"
            asked.append((f"programme.staffing.{name}.{field}", "the_cost"))
    for address, _, cost in programme_lines(scenario.programme):
        if cost.counted:
            asked.append((f"{address}.amount", "the_cost") if cost.unit_cost is None else (f"{address}.units", "the_units"))
    for address, what in dict.fromkeys(asked):
        if not _sourced(scenario, known, address):
            yield Remark.of("no_source", address, what=Message.of(what))


def _sourced(scenario: Scenario, known: dict[str, Estimate], address: str) -> bool:
    """Whether some figure of a field has a source, was counted in one's own data, or is said to be a guess."""
    return any(
        source_of(scenario, each, estimate)
        or estimate.observed is not None
        or grade_of(scenario, each, estimate) in ("assumed", "implied")
        for each, estimate in under(known, address)
    )
