"""What changes for the citizens, line by line (method, rules 2, 3 and 5)."""

from __future__ import annotations

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.calculation.citizens import Citizens
from som_model.presentation.workbook.calculation.lines import PaidLine, PerPerson, paid_by, worth
from som_model.presentation.workbook.calculation.who_pays import WhoPays
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.sheet import Cell
from som_model.presentation.workbook.units import units_of
from som_model.projection.arrays import LineInputs
from som_model.resolved.titles import line_title
from som_model.resolved.transition import line_at
from som_model.scenario.target_group import Consequence


def consequence(book: Book, who: WhoPays, group: Citizens, line: LineInputs, prices: dict[str, list[Cell]]) -> PaidLine:
    """The rows of one consequence, from the change per person to kr. of each payer."""
    stated = line_at(book.scenario, line.address)
    assert isinstance(stated, Consequence)
    title = line_title(book.scenario, line.address, book.language)
    key = book.scenario.record.references[stated.unit_cost]
    book.heading(title, book.say(f"counted_per_{stated.basis}"))
    per_person = _per_person(book, group, line, stated)
    unit = units_of(book.scenario, line.address, book.language)
    units = book.row(book.say("units_changed"), unit, [per_person.at(t) for t in range(book.timeline.years)])
    realisable = _realisable(book, line.address, key, stated)
    kroner = book.row(book.say("savings"), "kr.", worth(units, prices[key], realisable, line.sign), "kroner", "sum")
    shares = who.of_unit_cost(key, stated.payers, line, title)
    by_cohort: list[list[Expression]] = []
    if line.shares.shape[-2] > 1:
        by_cohort = [
            worth([per_person.at(t, shares[payer]) for t in range(book.timeline.years)], prices[key], realisable, line.sign)
            for payer in book.payers
        ]
    return paid_by(book, line, title, kroner, shares, by_cohort)


def _per_person(book: Book, group: Citizens, line: LineInputs, stated: Consequence) -> PerPerson:
    assert stated.change is not None
    horizon = book.timeline.years
    listed = stated.change.each is not None
    slots = stated.change.since_entry(horizon)
    changes = [Literally(0) if slot is None else book.assumptions.slot(f"{line.address}.change", slot) for slot in slots]
    change = book.since_entry(book.say("change_each"), changes)
    each: list[Expression] = [Literally(0) if slot is None and listed else cell for slot, cell in zip(slots, change, strict=True)]
    if stated.basis == "success":
        lasting = [
            Literally(0) if isinstance(changed, Literally) else left * changed
            for left, changed in zip(group.left, each, strict=True)
        ]
        row = book.since_entry(book.say("change_left"), lasting)
        each = [Literally(0) if isinstance(one, Literally) else cell for one, cell in zip(lasting, row, strict=True)]
    entering = {"success": group.successes, "participant": group.participants, "completer": group.completers}[stated.basis]
    return PerPerson(entering, each, group.first_year_share)


def _realisable(book: Book, address: str, key: str, stated: Consequence) -> list[Expression] | None:
    """The part of the price that leaves the budget, by year; None where all of it does."""
    cost = book.scenario.unit_costs[key]
    if stated.realisable is not None:
        return book.series(f"{address}.realisable", stated.realisable)
    return book.series(f"unit_costs.{key}.realisable", cost.realisable) if cost.realisable is not None else None
