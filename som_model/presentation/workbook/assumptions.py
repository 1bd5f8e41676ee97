"""The sheet of assumptions: one row for each address, its value in a coloured cell that every formula reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from som_model.presentation.workbook.expression import Expression, Worded
from som_model.presentation.workbook.fixed_shares import fixed_by_rule
from som_model.presentation.workbook.sheet import UNKNOWN, Cell, Sheet, Shown, heads, texts
from som_model.presentation.workbook.units import shown_as, unit_of
from som_model.scenario.assumption import Assumption
from som_model.scenario.calendar import Slot
from som_model.scenario.estimate import Estimate
from som_model.scenario.figures import figures
from som_model.scenario.grades import grade_of, source_of
from som_model.scenario.scenario import Scenario
from som_model.scenario.titles import group_title
from som_model.wording.language import Language
from som_model.wording.table import label, phrase

COLUMNS = ("assumption", "value", "low", "high", "unit", "quality", "source", "remark", "address")
WIDTHS = (46.0, 14.0, 12.0, 12.0, 24.0, 15.0, 48.0, 44.0, 52.0)
VALUE = 1
LONGEST_NAME = 255
DEFAULTS = {
    "completion_rate": 1.0,
    "baseline_rate": 0.0,
    "relapse_rate": 0.0,
    "attrition_rate": 0.0,
    "first_year_share": 1.0,
    "real_growth": 0.0,
    "overhead": 0.0,
    "full_time_hours": 37.0,
}
"""What stands where a field is left out; not listed unless a formula reads it."""


class Assumptions:
    """Cells of the figures that formulas ask for, laid out in the order of the scenario."""

    def __init__(self, scenario: Scenario, language: Language) -> None:
        self._scenario = scenario
        self._language = language
        self.stated = dict(figures(scenario))
        """Every figure of the scenario, by address."""
        self._fixed = fixed_by_rule(scenario)
        self.cells: dict[str, Cell] = {}
        """Cells that formulas read, by address."""

    def cell(self, address: str) -> Cell:
        """The cell of one figure."""
        if address not in self.cells:
            self.cells[address] = self._made(address, self.stated[address], live=True)
        return self.cells[address]

    def slot(self, address: str, slot: Slot[Estimate] | None) -> Expression:
        """The cell of one entry of a series; a dash where the series holds none."""
        if slot is None:
            return Worded(UNKNOWN)
        return self.cell(f"{address}.{slot.element}" if slot.element else address)

    def _made(self, address: str, estimate: Estimate, *, live: bool) -> Cell:
        known = estimate.value is not None
        content = estimate.value if known else phrase("say_unknown", self._language)
        return Cell(content, shown_as(address, estimate), "input" if live else "stated", fixed=True)

    def sheet(self) -> Sheet:
        """The sheet with every cell in its place; figures that no formula reads follow without colour."""
        language = self._language
        sheet = Sheet(phrase("sheet_assumptions", language), WIDTHS, heads=4, columns_kept=2)
        sheet.say(phrase("sheet_assumptions", language), "title")
        sheet.say(phrase("assumptions_told", language), "remark")
        sheet.gap()
        first, value, low, high, *others = (phrase(f"column_{name}", language) for name in COLUMNS)
        sheet.add(*heads(first, value, low, high, numbers=3), *heads(*others))
        heading = ""
        for address, estimate in self.stated.items():
            if address not in self.cells and self._left_out(address, estimate):
                continue
            if (above := self._heading(address)) != heading:
                sheet.add(*texts(above, role="heading"))
                heading = above
            self._row(sheet, address, estimate)
        return sheet

    def names(self) -> Iterator[tuple[str, Cell]]:
        """(name, cell) of every figure that formulas read: its address, as far as a name may be written so."""
        taken: set[str] = set()
        for address, cell in self.cells.items():
            name = re.sub(r"[^\w.]", "_", address)
            if name.casefold() not in taken and len(name) <= LONGEST_NAME:
                taken.add(name.casefold())
                yield name, cell

    @staticmethod
    def _left_out(address: str, estimate: Estimate) -> bool:
        """Whether a figure stands by default, and no formula reads it."""
        default = DEFAULTS.get(address.rpartition(".")[2])
        return default is not None and estimate.value == default and not estimate.uncertain

    def _heading(self, address: str) -> str:
        first, _, rest = address.partition(".")
        if first == "target_groups":
            return group_title(self._scenario, rest.partition(".")[0], self._language)
        return phrase({"programme": "programme", "unit_costs": "unit_prices"}.get(first, "general"), self._language)

    def _row(self, sheet: Sheet, address: str, estimate: Estimate) -> None:
        language = self._language
        assumption = Assumption(self._scenario, address, estimate)
        shown: Shown = shown_as(address, estimate)
        grade = grade_of(self._scenario, address, estimate)
        source = source_of(self._scenario, address, estimate)
        low, high = (Cell(end, shown, "plain") if end is not None else None for end in (estimate.low, estimate.high))
        sheet.add(
            Cell(assumption.title(language), "wrapped"),
            self.cells[address] if address in self.cells else self._made(address, estimate, live=False),
            low,
            high,
            Cell(unit_of(self._scenario, address, estimate, language), "wrapped", "remark"),
            Cell(label(grade, language) if grade else "", "text"),
            Cell(source or "", "wrapped"),
            Cell("; ".join(self._remarks(address, estimate)), "wrapped", "remark"),
            Cell(address, "wrapped", "remark"),
        )

    def _remarks(self, address: str, estimate: Estimate) -> Iterator[str]:
        language = self._language
        if address in self._fixed:
            yield phrase("share_is_fixed" if address in self.cells else "parameter_is_fixed", language).format(
                rule=self._fixed[address]
            )
        elif address not in self.cells:
            yield phrase("figure_not_used", language)
        if estimate.observed is not None:
            counts = {"successes": estimate.observed.successes, "of": estimate.observed.of}
            yield phrase("say_observed", language).format(**counts)
        if estimate.low is not None and estimate.interval != 0.95:
            yield phrase("interval_holds", language).format(share=f"{estimate.interval:.0%}".replace("%", " %"))
        if estimate.note is not None:
            yield estimate.note.say(language)
        if estimate.url:
            yield estimate.url
