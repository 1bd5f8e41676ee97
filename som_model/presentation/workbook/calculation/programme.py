"""What the programme costs, line by line (method, rule 6)."""

from __future__ import annotations

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.calculation.citizens import Citizens, within_years
from som_model.presentation.workbook.calculation.lines import PaidLine, PerPerson, paid_by, worth
from som_model.presentation.workbook.calculation.prices import moved
from som_model.presentation.workbook.calculation.who_pays import SharesOfLine, WhoPays
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.functions import added, multiplied
from som_model.presentation.workbook.sheet import Cell
from som_model.projection.arrays import LineInputs
from som_model.resolved.titles import group_title, line_title
from som_model.resolved.transition import line_at, post_quantity
from som_model.resolved.years import once_year, per_person
from som_model.scenario.calendar import Series
from som_model.scenario.programme import CostLine, Funding, Post


def post(book: Book, who: WhoPays, line: LineInputs) -> PaidLine:
    """The rows of a post: its yearly cost, or posts × salary × (1 + overhead)."""
    stated = line_at(book.scenario, line.address)
    assert isinstance(stated, Post)
    title = line_title(book.scenario, line.address, book.language)
    book.heading(title)
    quantity = post_quantity(stated)
    assert quantity is not None
    factors = moved(book, line.address, stated)
    if stated.annual_cost is not None:
        cost = within_years(book, f"{line.address}.annual_cost", quantity, stated, title)
    else:
        cost = _salaries(book, line.address, stated, quantity, title)
    cells = [multiplied(each, factor) for each, factor in zip(cost, factors, strict=True)]
    kroner = book.row(book.say("programme_cost"), "kr.", cells, "kroner", "sum")
    return paid_by(book, line, title, kroner, _payers(book, who, line, stated, title), [])


def _salaries(book: Book, address: str, stated: Post, quantity: Series, title: str) -> list[Expression]:
    field = "fte" if stated.fte is not None else "hours_per_week"
    amounts = within_years(book, f"{address}.{field}", quantity, stated, title)
    if stated.fte is None:
        full_time = book.assumptions.cell(f"{address}.full_time_hours")
        amounts = [hours / full_time for hours in amounts]
    posts = book.row(book.say("full_time_posts"), book.say("unit_of_fte"), amounts)
    assert stated.annual_salary is not None
    salaries = book.series(f"{address}.annual_salary", stated.annual_salary)
    stated_overhead = "overhead" in stated.model_fields_set
    overhead = Literally(1) + book.assumptions.cell(f"{address}.overhead") if stated_overhead else None
    return [multiplied(each, salary, overhead) for each, salary in zip(posts, salaries, strict=True)]


def _payers(book: Book, who: WhoPays, line: LineInputs, stated: Post | CostLine, title: str) -> SharesOfLine:
    """Its own payers, else the unit cost's, else the programme's."""
    if isinstance(stated, Funding):
        return who.funding(stated, title)
    reference = getattr(stated, "unit_cost", None)
    key = book.scenario.record.references[reference] if reference is not None else None
    if key is not None and (stated.payers or book.scenario.unit_costs[key].payers) is not None:
        return who.of_unit_cost(key, stated.payers, line, title)
    if stated.payers is not None:
        return who.stated(f"{line.address}.payers", stated.payers, line, title)
    return who.stated("programme.payers", book.scenario.programme.payers, line, book.say("programme"))


def cost(book: Book, who: WhoPays, groups: list[Citizens], line: LineInputs, prices: dict[str, list[Cell]]) -> PaidLine:
    """The rows of a cost, a saved alternative or funding."""
    stated = line_at(book.scenario, line.address)
    assert isinstance(stated, CostLine)
    title = line_title(book.scenario, line.address, book.language)
    book.heading(title, book.say(f"basis_{stated.basis}"))
    heads = _per_head(book, groups, line, stated)
    counted = _over_groups(book, line, heads, None) if heads else _by_year(book, line, stated, title)
    if stated.unit_cost is not None:
        counted = list(book.row(book.say("units_used"), "", counted))
        price: list[Expression | None] = list(prices[book.scenario.record.references[stated.unit_cost]])
    else:
        price = moved(book, line.address, stated)
    kroner = book.row(book.say("programme_cost"), "kr.", worth(counted, price, None, line.sign), "kroner", "sum")
    shares = _payers(book, who, line, stated, title)
    by_cohort: list[list[Expression]] = []
    if line.shares.shape[-2] > 1:
        by_cohort = [worth(_over_groups(book, line, heads, shares[payer]), price, None, line.sign) for payer in book.payers]
    return paid_by(book, line, title, kroner, shares, by_cohort)


def _over_groups(book: Book, line: LineInputs, heads: list[PerPerson], share: list[list[Cell]] | None) -> list[Expression]:
    """The quantity of all groups served, by year; several have a row each."""
    years = range(book.timeline.years)
    by_group = [[head.at(t, share) for t in years] for head in heads]
    if len(heads) > 1:
        names = [group_title(book.scenario, book.projection.inputs.groups[index].name, book.language) for index in line.groups]
        rows = [book.row(f"  {name}", "", cells) for name, cells in zip(names, by_group, strict=True)]
        return [added([cells[t] for cells in rows]) for t in years]
    return by_group[0]


def _quantity(stated: CostLine) -> tuple[str, Series]:
    field, series = ("units", stated.units) if stated.unit_cost is not None else ("amount", stated.amount)
    assert series is not None
    return field, series


def _by_year(book: Book, line: LineInputs, stated: CostLine, title: str) -> list[Expression]:
    """The quantity of a yearly or a once line."""
    field, series = _quantity(stated)
    if stated.basis == "year":
        return within_years(book, f"{line.address}.{field}", series, stated, title)
    once = once_year(book.scenario, stated) - book.scenario.period.start
    amount = book.assumptions.cell(f"{line.address}.{field}")
    return [amount if t == once else Literally(0) for t in range(book.timeline.years)]


def _per_head(book: Book, groups: list[Citizens], line: LineInputs, stated: CostLine) -> list[PerPerson]:
    """For each group served: who enters, and the quantity by year since entry; months do not move amounts of the programme."""
    if stated.basis not in ("participant", "completer"):
        return []
    field, series = _quantity(stated)
    slots = per_person(series, book.timeline.years)
    address = f"{line.address}.{field}"
    each = [Literally(0) if slot is None else book.assumptions.slot(address, slot) for slot in slots]
    row = book.since_entry(book.say(f"basis_{stated.basis}"), each)
    counted: list[Expression] = [
        Literally(0) if isinstance(one, Literally) else cell for one, cell in zip(each, row, strict=True)
    ]
    of = "participants" if stated.basis == "participant" else "completers"
    return [PerPerson(getattr(groups[index], of), counted, None) for index in line.groups]


def residual(book: Book, who: WhoPays, line: LineInputs) -> PaidLine:
    """What equipment is worth in the last year, as a cost less."""
    stated = line_at(book.scenario, line.address)
    assert isinstance(stated, CostLine)
    title = f"{line_title(book.scenario, line.address, book.language)}: {book.say('residual').lower()}"
    book.heading(title)
    worth_left = book.assumptions.cell(f"{line.address}.residual_value")
    last = book.timeline.years - 1
    factor = moved(book, line.address, stated)[last]
    cells: list[Expression] = [Literally(0)] * last
    kroner = book.row(book.say("programme_cost"), "kr.", [*cells, -multiplied(worth_left, factor)], "kroner", "sum")
    return paid_by(book, line, title, kroner, _payers(book, who, line, stated, title), [])
