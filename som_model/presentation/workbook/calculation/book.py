"""What every part of the calculation writes to and reads from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from som_model.presentation.described.amounts import payer_title
from som_model.presentation.workbook.assumptions import Assumptions
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.rates import Rates
from som_model.presentation.workbook.sheet import Cell, Role, Sheet, Shown, Timeline, formula, texts
from som_model.projection.projection import Projection
from som_model.scenario.calendar import Series
from som_model.scenario.scenario import Scenario
from som_model.wording.parties import Payer
from som_model.wording.table import Language, phrase

ByPayer = dict[Payer, list[Cell]]


@dataclass(eq=False)
class Book:
    """The sheets under way, and the rows of years and offsets that head the calculation."""

    projection: Projection
    language: Language
    assumptions: Assumptions
    rates: Rates
    timeline: Timeline
    sheet: Sheet
    years: list[Cell]
    offsets: list[Cell]

    @property
    def scenario(self) -> Scenario:
        """The scenario that the workbook is of."""
        return self.projection.scenario

    @property
    def payers(self) -> tuple[Payer, ...]:
        """The payers shown: the public ones, and the citizen where a line names it."""
        return self.projection.payers

    def whose(self, who: str) -> str:
        """What a payer, or the public total, is called."""
        return payer_title(who, self.language)

    def say(self, key: str) -> str:
        """A text in the book's language."""
        return phrase(key, self.language)

    @property
    def price_level(self) -> str:
        """What amounts are in: kr. of the scenario's price year."""
        return self.say("price_level").format(unit="kr.", price_year=self.scenario.price_year)

    def series(self, address: str, series: Series) -> list[Expression]:
        """The cells of a calendar value, year by year."""
        return [self.assumptions.slot(address, slot) for slot in series.in_years(self.scenario.period.calendar)]

    def row(self, label: str, unit: str, cells: Sequence[Expression], shown: Shown = "count", role: Role = "plain") -> list[Cell]:
        """A row of the calculation."""
        return self.timeline.row(self.sheet, label, unit, cells, shown, role)

    def since_entry(self, label: str, cells: Sequence[Expression], shown: Shown = "count") -> list[Cell]:
        """A row that goes by years since entry: the column of the first year is the year of entry."""
        return self.row(label, self.say("by_year_since_entry"), cells, shown, "entry")

    def heading(self, text: str, remark: str = "") -> None:
        """What the rows below belong to."""
        self.sheet.gap()
        self.sheet.say(text, "heading")
        if remark:
            self.sheet.say(remark, "remark")


def opened(projection: Projection, language: Language) -> Book:
    """A book with empty sheets, whose calculation is headed by years and years since the first one."""
    scenario = projection.scenario
    timeline = Timeline(scenario.period.years)
    assumptions = Assumptions(scenario, language)
    rates = Rates(scenario, assumptions, timeline, language)
    sheet = Sheet(phrase("sheet_calculation", language), (54.0, 22.0), heads=5, columns_kept=2)
    sheet.say(phrase("sheet_calculation", language), "title")
    for key in ("calculation_told", "entry_rows_told"):
        sheet.say(phrase(key, language), "remark")
    years, offsets = _counted_up(rates.first_year, timeline.years), _counted_up(Literally(0), timeline.years)
    sheet.add(*texts(phrase("year", language), "", role="head"), *years)
    sheet.add(*texts(phrase("years_since", language), "", role="head"), *offsets)
    return Book(projection, language, assumptions, rates, timeline, sheet, years, offsets)


def _counted_up(first: Expression, count: int) -> list[Cell]:
    """The first number, and each next one greater by 1."""
    cells = [formula(first, "year", "head")]
    while len(cells) < count:
        cells.append(formula(cells[-1] + Literally(1), "year", "head"))
    return cells
