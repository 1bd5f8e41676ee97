"""Questions about lines and prices: sources, places that must close, units counted twice or beyond a year, lost tax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from som_model.analysis.addressed import in_both
from som_model.analysis.review.remark import Remark, kroner, price
from som_model.catalogue.rules.rule import payer_rule
from som_model.projection.capacity import beyond_capacity
from som_model.resolved.amounts import priced, split_open
from som_model.resolved.figures import figures, grade_of, source_of, under
from som_model.resolved.years import bounded
from som_model.scenario.calendar import Series
from som_model.scenario.line import Line
from som_model.scenario.programme import PER_PERSON, Post
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import UnitCost, unit_key
from som_model.wording.message import Message
from som_model.wording.table import label

FAR_APART = 5
PLACES = ("bed_day", "day", "night", "week", "month", "year", "admission", "place")
"""Units whose average price holds a place that must close before it is saved."""
MOST_A_YEAR = {"year": 1, "month": 12, "week": 53, "day": 366, "night": 366, "bed_day": 366, "placement_day": 366}
"""How many of a unit a calendar year holds for one citizen, a part counted as one."""
SLACK = 1e-9


def remarks(scenario: Scenario) -> Iterator[Remark]:
    """Every question that the lines themselves raise."""
    counted = [line for line in scenario.lines if line.counted]
    consequences = [line for line in counted if line.block == "consequences"]
    yield from _posts(scenario, [line for line in counted if line.block == "staffing"])
    for line in counted:
        if line.unit_cost is not None:
            yield from _units(line, line.unit_cost)
    yield from _of_one_group(scenario, counted)
    yield from _tax(consequences)
    yield from _prices(scenario)
    yield from _sources(scenario, counted)


def _posts(scenario: Scenario, staffing: Sequence[Line]) -> Iterator[Remark]:
    """More participants than a post can carry, and a cost of several posts that may be that of one.

    Of the latter the year in which a full-time post would cost least, of those with more than one and no note on the cost.
    """
    for line in staffing:
        post = line.stated
        assert isinstance(post, Post)
        if beyond := beyond_capacity(scenario, post):
            worst = max(beyond, key=lambda row: row.excess)
            values = {"participants": round(worst.participants, 1), "capacity": round(worst.capacity, 1)}
            yield Remark.of("beyond_capacity", f"{line.address}.hours_per_participant", year=worst.year, **values)
        whole = 1.0 if post.fte is not None else post.full_time_hours.value
        sizes = post.fte if post.fte is not None else post.hours_per_week
        if post.annual_cost is None or sizes is None or not whole:
            continue
        of_one = [
            (cost.value.value / posts_held, cost.value.value, posts_held)
            for (size, _), (cost, _) in zip(
                bounded(sizes, scenario, post), bounded(post.annual_cost, scenario, post), strict=True
            )
            if size is not None and (posts_held := (size.value.value or 0.0) / whole) > 1 + SLACK
            if cost is not None and cost.value.value and cost.value.note is None
        ]
        if of_one:
            least, cost_of_all, posts_held = min(of_one)
            posts, cost_of_one = float(round(posts_held, 2)), kroner(least)
            yield Remark.of("cost_of_several_posts", line.quantity_at, posts=posts, cost=kroner(cost_of_all), each=cost_of_one)


def _values(series: Series | None) -> tuple[float, ...]:
    """What is known of a change or a price, once each."""
    stated = series.stated() if series is not None else ()
    return tuple(dict.fromkeys(figure.value for figure in stated if figure.value is not None))


def _units(line: Line, cost: UnitCost) -> Iterator[Remark]:
    """A place saved in full, more units of an expense, and the figure furthest beyond what a year holds of the unit."""
    stated = line.quantity.stated() if line.quantity is not None else ()
    without_note = [figure.value for figure in stated if figure.value is not None and figure.note is None]
    if line.block == "consequences" and cost.kind == "expense":
        transfer = cost.area == "transfers" or cost.taxable is not None or cost.topic in ("transfers", "tax")
        saved = any(change < 0 for change in _values(line.quantity))
        if saved and line.realisable is None and unit_key(cost.unit) in PLACES and not transfer:
            yield Remark.of("saved_in_full", line.address, amount=tuple(price(amount) for amount in _values(cost.amount)))
        more = next((change for change in without_note if change > 0), None)
        if more is not None:
            yield Remark.of("more_of_an_expense", line.quantity_at, change=more)
    if line.block == "consequences" or line.basis in PER_PERSON:
        written = (unit_key(cost.unit) or "").casefold()
        spelled = {key: (key, label(f"unit_{key}", "da"), label(f"unit_{key}", "en")) for key in MOST_A_YEAR}
        unit = next((key for key, spellings in spelled.items() if written in spellings), None)
        worst = max(without_note, key=abs, default=0.0)
        if unit is not None and abs(worst) > MOST_A_YEAR[unit] + SLACK:
            unit_said = Message.of("one_year" if unit == "year" else f"unit_{unit}")
            yield Remark.of("more_than_a_year_holds", line.quantity_at, amount=worst, most=MOST_A_YEAR[unit], unit=unit_said)


def _of_one_group(scenario: Scenario, counted: Sequence[Line]) -> Iterator[Remark]:
    """The same unit, or bed-days and admissions, saved by two lines of one group; a saved alternative is such a line.

    Also two of its lines under a rule that reckons from all that a citizen used.
    """

    def saves(line: Line, cost: UnitCost) -> bool:
        """Fewer units of an expense, or more of an income."""
        gain = -1 if cost.kind == "expense" else 1
        fewer = line.block == "consequences" and any(gain * change > 0 for change in _values(line.quantity))
        return fewer or (line.block == "saved_alternative" and any(line.used))

    saving = [
        (line, (line.unit_cost_key or "").partition("@")[0], unit_key(line.unit_cost.unit))
        for line in counted
        if line.unit_cost is not None and saves(line, line.unit_cost)
    ]
    for position, (line, key, unit) in enumerate(saving):
        for earlier, earlier_key, earlier_unit in saving[:position]:
            days_and_admissions = {unit, earlier_unit} == {"bed_day", "admission"}
            if set(line.groups) & set(earlier.groups) and (key == earlier_key or days_and_admissions):
                same = Message.of("same_unit", key=key) if key == earlier_key else Message.of("days_and_admissions")
                yield Remark.of("counted_twice", line.address, unit=same, other=in_both(earlier.title))
    consequences = [line for line in counted if line.block == "consequences"]
    first_under_rule: dict[tuple[str | None, str], Line] = {}
    for line in consequences:
        for name in sorted({split.rule for _, _, split in line.rules(scenario.period.calendar)}):
            rule = payer_rule(name)
            if rule is None or rule.left is None:
                continue
            earlier = first_under_rule.setdefault((line.group, name), line)
            if earlier is not line:
                yield Remark.of("case_counted_apart", f"{line.address}.payers", rule=name, other=in_both(earlier.title))


def _tax(consequences: Sequence[Line]) -> Iterator[Remark]:
    """Less of a taxable benefit, in a group without a line for the tax."""
    taxed = {
        line.group
        for line in consequences
        if line.unit_cost is not None and line.unit_cost.kind == "income" and any(_values(line.quantity))
    }
    for line in consequences:
        taxable = line.unit_cost is not None and line.unit_cost.taxable
        if taxable and line.group not in taxed and any(change < 0 for change in _values(line.quantity)):
            yield Remark.of("no_tax_line", line.address)


def _prices(scenario: Scenario) -> Iterator[Remark]:
    """Price years more than five apart, of what is used and of the result; whose payers or account are not known for sure."""
    years = {f"{address}.price_year": year for address, year, _ in priced(scenario) if year != scenario.price_year}
    years["price_year"] = scenario.price_year
    newest = max(years.values())
    for address, year in years.items():
        if newest - year > FAR_APART:
            key = address.split(".")[-2] if "." in address else Message.of("the_result")
            yield Remark.of("price_years_apart", address, oldest=year, newest=newest, key=key)
    for line in split_open(scenario):
        yield Remark.of("payers_stand_in", f"{line.address}.unit_cost")
    for address in _unit_costs_used(scenario):
        cost = scenario.unit_costs[address.partition(".")[2]]
        if cost.account is not None and cost.account_quality == "assumed":
            yield Remark.of("account_from_memory", f"{address}.account", account=cost.account)


def _unit_costs_used(scenario: Scenario) -> list[str]:
    return [address for address, _, _ in priced(scenario) if address.startswith("unit_costs.")]


def _sources(scenario: Scenario, counted: Sequence[Line]) -> Iterator[Remark]:
    """The figures that carry a result, each once, where none has a source, was counted in one's own data, or is said to be
    a guess: rate, change, price, cost."""
    known = dict(figures(scenario))
    asked: list[tuple[str, str]] = []
    for line in counted:
        if line.group is not None:
            if line.basis == "success" and scenario.target_groups[line.group].success_rate is not None:
                asked.append((f"target_groups.{line.group}.success_rate", "the_success_rate"))
            asked.append((line.quantity_at, "the_change"))
    asked += [(f"{address}.amount", "the_price") for address in _unit_costs_used(scenario)]
    for line in counted:
        if isinstance(line.stated, Post):
            cost = "annual_salary" if line.salaried else line.field
            asked.append((f"{line.address}.{cost}", "the_cost"))
        elif line.group is None:
            asked.append((line.quantity_at, "the_cost" if line.unit_cost_key is None else "the_units"))
    for address, what in dict.fromkeys(asked):
        sourced = any(
            source_of(scenario, at, estimate)
            or estimate.observed is not None
            or grade_of(scenario, at, estimate) in ("assumed", "implied")
            for at, estimate in under(known, address)
        )
        if not sourced:
            yield Remark.of("no_source", address, what=Message.of(what))
