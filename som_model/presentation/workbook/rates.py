"""The sheet of rates: what a scenario states beside its assumptions. Years, months, price indices, discounting, who pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from som_model.catalogue.conversion import conversion
from som_model.presentation.workbook.assumptions import Assumptions
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.functions import multiplied
from som_model.presentation.workbook.sheet import Cell, Sheet, Shown, Timeline, formula, texts
from som_model.scenario.scenario import Scenario
from som_model.wording.table import Language, phrase

OERE = 2


@dataclass(eq=False)
class Block:
    """Rows under a heading, and what is said of them."""

    heading: str
    remark: str = ""
    rows: list[tuple[Cell | None, ...]] = field(default_factory=list)


class Rates:
    """Cells that formulas ask for, laid out in blocks."""

    def __init__(self, scenario: Scenario, assumptions: Assumptions, timeline: Timeline, language: Language) -> None:
        self.scenario = scenario
        self.language = language
        self.timeline = timeline
        self._assumptions = assumptions
        self.first_year = Cell(float(scenario.period.start), "year", "stated", fixed=True)
        self.price_year = Cell(float(scenario.price_year), "year", "stated", fixed=True)
        self.oere = Cell(float(OERE), "plain", "stated", fixed=True)
        self._general = Block(phrase("general", language))
        for key, cell in (
            ("first_year_shown", self.first_year),
            ("price_year", self.price_year),
            ("decimals_of_oere", self.oere),
        ):
            self._general.rows.append((*texts(phrase(key, language), ""), cell))
        index_head = texts(
            *(phrase(f"index_{key}", language) for key in ("from", "to", "before", "after", "factor")), role="head"
        )
        self._indices = Block(phrase("price_indices", language))
        self._indices.rows.append((*texts("", "", role="head"), *index_head))
        self._index_cells: dict[tuple[str, int], Cell] = {}
        self._blocks: dict[str, Block] = {}

    def block(self, key: str) -> Block:
        """The block of rows that go by year: months, discounting, shares, prudence."""
        if key not in self._blocks:
            self._blocks[key] = Block(phrase(f"rates_{key}", self.language), phrase(f"rates_{key}_told", self.language))
        return self._blocks[key]

    def by_year(self, key: str, name: str, unit: str, cells: Sequence[Cell]) -> list[Cell]:
        """One more row of a block."""
        self.block(key).rows.append((Cell(name, "wrapped"), Cell(unit, "text", "remark"), *cells))
        return list(cells)

    def stated(self, key: str, name: str, unit: str, numbers: Sequence[float], shown: Shown = "plain") -> list[Cell]:
        """One more row of stated numbers."""
        return self.by_year(key, name, unit, [Cell(float(stated), shown, "stated") for stated in numbers])

    def rules_moved(self) -> Cell | None:
        """The count of changed values that payer rules were computed at; None where no line follows a rule."""
        moved = self._assumptions.rules_moved()
        if moved is None:
            return None
        cell = formula(moved, "plain", fixed=True)
        self.by_year("shares_by_rule", phrase("rules_moved", self.language), "", [cell])
        return cell

    def index(self, series: str, from_year: int) -> Expression | None:
        """What 1 kr. of a year is in the scenario's price year; None where it is the same year."""
        price_year = self.scenario.price_year
        if from_year == price_year:
            return None
        if (series, from_year) in self._index_cells:
            return self._index_cells[series, from_year]
        chosen, named = self.scenario.price_index, self.scenario.indices[series]
        before, after = (chosen.before, chosen.after) if series == chosen.series else (None, None)
        moved = conversion(named, from_year, price_year, before=before is not None, after=after is not None)
        known = {year: value for year, value in named.values.items() if value is not None}
        begins, ends = (min(max(year, min(known)), max(known)) for year in (from_year, price_year))
        first, last = (Cell(float(known[year]), "factor", "stated", fixed=True) for year in (begins, ends))
        counts = [Cell(float(years), "plain", "stated", fixed=True) for years in (moved.years_before, moved.years_after)]
        growth = [
            (Literally(1) + self._assumptions.cell(f"price_index.{end}")) ** years
            for end, rate, years in (("before", before, counts[0]), ("after", after, counts[1]))
            if rate is not None and years.number
        ]
        factor = formula(multiplied(last / first, *growth), "factor", fixed=True)
        label = named.label.say(self.language) if named.label is not None else series
        name = Cell(f"{label}, {from_year} → {price_year}", "wrapped")
        self._indices.rows.append((name, None, first, last, *counts, factor))
        self._index_cells[series, from_year] = factor
        return factor

    def sheet(self) -> Sheet:
        """The sheet with every cell in its place."""
        language = self.language
        sheet = Sheet(phrase("sheet_rates", language), (52.0, 22.0), heads=3, columns_kept=2)
        sheet.say(phrase("sheet_rates", language), "title")
        sheet.say(phrase("rates_told", language), "remark")
        years = [Cell(float(year), "year", "head") for year in self.scenario.period.calendar]
        sheet.add(*texts("", "", role="head"), *years)
        indices = [self._indices] if len(self._indices.rows) > 1 else []
        for block in (self._general, *indices, *self._blocks.values()):
            sheet.gap()
            sheet.say(block.heading, "heading")
            if block.remark:
                sheet.say(block.remark, "remark")
            for row in block.rows:
                sheet.add(*row)
        return sheet
