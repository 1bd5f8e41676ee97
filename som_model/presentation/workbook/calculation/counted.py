"""Each counted line, from what one person changes or a programme uses to kr. of each payer."""

from __future__ import annotations

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.calculation.citizens import Citizens, within_years
from som_model.presentation.workbook.calculation.lines import PaidLine, PerPerson, moved, paid_by, worth
from som_model.presentation.workbook.calculation.who_pays import WhoPays
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.functions import added, multiplied
from som_model.presentation.workbook.sheet import Cell
from som_model.presentation.workbook.units import units_of
from som_model.projection.arrays import LineInputs
from som_model.resolved.titles import group_title
from som_model.resolved.years import once_year, per_person
from som_model.scenario.line import Line
from som_model.scenario.programme import CostLine, Post

Prices = dict[str, list[Cell]]
"""Unit cost → its price by year."""


def consequence(book: Book, who: WhoPays, group: Citizens, counted: LineInputs, prices: Prices) -> PaidLine:
    """The rows of one consequence, from the change per person to kr. of each payer (method.md: Still helped, Units, Savings)."""
    line = book.scenario.line(counted.address)
    title, price = line.title(book.language), prices[line.unit_cost_key or ""]
    book.heading(title, book.say(f"counted_per_{line.basis}"))
    each_person = _per_person(book, group, line)
    years = range(book.timeline.years)
    unit = units_of(book.scenario, line.address, book.language)
    units = book.row(book.say("units_changed"), unit, [each_person.at(t) for t in years])
    realisable = None if line.realisable is None else book.series(line.realisable_at, line.realisable)
    kroner = book.row(book.say("savings"), "kr.", worth(units, price, realisable, counted.sign), "kroner", "sum")
    shares = who.of(counted)
    by_cohort: list[list[Expression]] = []
    if counted.shares.shape[-2] > 1:
        by_cohort = [
            worth([each_person.at(t, shares[payer]) for t in years], price, realisable, counted.sign) for payer in book.payers
        ]
    return paid_by(book, counted, title, kroner, shares, by_cohort)


def _per_person(book: Book, group: Citizens, line: Line) -> PerPerson:
    """Who enters, and the change of each by year since entry; for successes as much of it as is left."""
    assert line.quantity is not None
    listed = line.quantity.each is not None
    slots = line.quantity.since_entry(book.timeline.years)
    changes = [Literally(0) if slot is None else book.assumptions.slot(line.quantity_at, slot) for slot in slots]
    row = book.since_entry(book.say("change_each"), changes)
    counted: list[Expression] = [Literally(0) if slot is None and listed else cell for slot, cell in zip(slots, row, strict=True)]
    if line.basis == "success":
        lasting = [
            Literally(0) if isinstance(changed, Literally) else left * changed
            for left, changed in zip(group.left, counted, strict=True)
        ]
        counted = _since_entry(book, book.say("change_left"), lasting)
    entering = {"success": group.successes, "participant": group.participants}.get(str(line.basis), group.completers)
    return PerPerson(entering, counted, group.first_year_share)


def _since_entry(book: Book, label: str, cells: list[Expression]) -> list[Expression]:
    """A row by years since entry; formulas read 0, and no cell, where nothing is counted."""
    row = book.since_entry(label, cells)
    return [Literally(0) if isinstance(stated, Literally) else cell for stated, cell in zip(cells, row, strict=True)]


def post(book: Book, who: WhoPays, counted: LineInputs) -> PaidLine:
    """The rows of a post: its yearly cost, or posts × salary × (1 + overhead) (method.md: Programme cost)."""
    line = book.scenario.line(counted.address)
    stated, title = line.stated, line.title(book.language)
    assert isinstance(stated, Post)
    assert line.quantity is not None
    book.heading(title)
    factors = moved(book, line.address, stated)
    cost = within_years(book, line.quantity_at, line.quantity, stated, title)
    if line.salaried:
        if line.field == "hours_per_week":
            full_time = book.assumptions.cell(f"{line.address}.full_time_hours")
            cost = [hours / full_time for hours in cost]
        posts = book.row(book.say("full_time_posts"), book.say("unit_of_fte"), cost)
        assert stated.annual_salary is not None
        salaries = book.series(f"{line.address}.annual_salary", stated.annual_salary)
        has_overhead = "overhead" in stated.model_fields_set
        overhead = Literally(1) + book.assumptions.cell(f"{line.address}.overhead") if has_overhead else None
        cost = [multiplied(filled, salary, overhead) for filled, salary in zip(posts, salaries, strict=True)]
    cells = [multiplied(yearly, factor) for yearly, factor in zip(cost, factors, strict=True)]
    kroner = book.row(book.say("programme_cost"), "kr.", cells, "kroner", "sum")
    return paid_by(book, counted, title, kroner, who.of(counted), [])


def cost(book: Book, who: WhoPays, groups: list[Citizens], counted: LineInputs, prices: Prices) -> PaidLine:
    """The rows of a cost, a saved alternative or funding."""
    line = book.scenario.line(counted.address)
    stated, title = line.stated, line.title(book.language)
    assert isinstance(stated, CostLine)
    book.heading(title, book.say(f"basis_{line.basis}"))
    heads = _per_head(book, groups, counted, line) if line.per_person else []
    quantity = _over_groups(book, counted, heads, None) if line.per_person else _by_year(book, line, stated, title)
    price: list[Expression | None] = moved(book, line.address, stated) if line.unit_cost_key is None else []
    if line.unit_cost_key is not None:
        quantity = list(book.row(book.say("units_used"), "", quantity))
        price = list(prices[line.unit_cost_key])
    kroner = book.row(book.say("programme_cost"), "kr.", worth(quantity, price, None, counted.sign), "kroner", "sum")
    shares = who.of(counted)
    by_cohort: list[list[Expression]] = []
    if counted.shares.shape[-2] > 1:
        by_cohort = [worth(_over_groups(book, counted, heads, shares[payer]), price, None, counted.sign) for payer in book.payers]
    return paid_by(book, counted, title, kroner, shares, by_cohort)


def _over_groups(book: Book, counted: LineInputs, heads: list[PerPerson], share: list[list[Cell]] | None) -> list[Expression]:
    """The quantity of all groups served, by year; several have a row each."""
    years = range(book.timeline.years)
    by_group = [[head.at(t, share) for t in years] for head in heads]
    if len(heads) > 1:
        names = [group_title(book.scenario, book.projection.inputs.groups[at].name, book.language) for at in counted.groups]
        rows = [book.row(f"  {name}", "", cells) for name, cells in zip(names, by_group, strict=True)]
        return [added([cells[t] for cells in rows]) for t in years]
    return by_group[0]


def _by_year(book: Book, line: Line, stated: CostLine, title: str) -> list[Expression]:
    """The quantity of a yearly or a once line."""
    assert line.quantity is not None
    if line.basis == "year":
        return within_years(book, line.quantity_at, line.quantity, stated, title)
    once = once_year(book.scenario, stated) - book.scenario.period.start
    amount = book.assumptions.cell(line.quantity_at)
    return [amount if t == once else Literally(0) for t in range(book.timeline.years)]


def _per_head(book: Book, groups: list[Citizens], counted: LineInputs, line: Line) -> list[PerPerson]:
    """For each group served: who enters, and the quantity by year since entry; months do not move amounts of the programme."""
    assert line.quantity is not None
    slots = per_person(line.quantity, book.timeline.years)
    stated = [Literally(0) if slot is None else book.assumptions.slot(line.quantity_at, slot) for slot in slots]
    quantity = _since_entry(book, book.say(f"basis_{line.basis}"), stated)
    of = "participants" if line.basis == "participant" else "completers"
    return [PerPerson(getattr(groups[at], of), quantity, None) for at in counted.groups]


def residual(book: Book, who: WhoPays, counted: LineInputs) -> PaidLine:
    """What equipment is worth in the last year, as a cost less."""
    line = book.scenario.line(counted.address)
    assert isinstance(line.stated, CostLine)
    title = f"{line.title(book.language)}: {book.say('residual').lower()}"
    book.heading(title)
    worth_left = book.assumptions.cell(f"{line.address}.residual_value")
    last = book.timeline.years - 1
    factor = moved(book, line.address, line.stated)[last]
    cells: list[Expression] = [Literally(0)] * last
    kroner = book.row(book.say("programme_cost"), "kr.", [*cells, -multiplied(worth_left, factor)], "kroner", "sum")
    return paid_by(book, counted, title, kroner, who.of(counted), [])
