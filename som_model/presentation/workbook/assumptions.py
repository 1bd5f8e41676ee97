"""The sheet of assumptions: one coloured cell for each address, and what a payer rule's shares were computed at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from som_model.catalogue.rules.rule import payer_rule
from som_model.presentation.workbook.expression import Expression, Literally, Worded
from som_model.presentation.workbook.functions import added, changed, different, when
from som_model.presentation.workbook.sheet import UNKNOWN, Cell, Sheet, Shown, heads, texts
from som_model.presentation.workbook.units import limits_of, shown_as, unit_of
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures, grade_of, source_of, stands_by_default
from som_model.resolved.titles import group_title
from som_model.scenario.calendar import Slot
from som_model.scenario.estimate import Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.table import Language, label, phrase


def fixed_by_rule(scenario: Scenario) -> dict[str, str]:
    """Address → the rule whose shares depend on it: the change, the price and its index, and the rule's own parameters."""
    known = [address for address, _ in figures(scenario)]
    fixed: dict[str, str] = {}
    for line in scenario.lines:
        for _, split_at, stated in line.rules(scenario.period.calendar) if line.ruled else ():
            rule = payer_rule(stated.rule)
            looked_at = [split_at, f"unit_costs.{line.unit_cost_key}.amount", "price_index"]
            looked_at += [line.quantity_at] if rule is not None and rule.per_citizen else []
            fixed |= {
                address: stated.rule for address in known for at in looked_at if address == at or address.startswith(f"{at}.")
            }
    return fixed


COLUMNS = ("assumption", "value", "when_written", "low", "high", "unit", "quality", "source", "remark", "address")
WIDTHS = (46.0, 14.0, 14.0, 12.0, 12.0, 24.0, 15.0, 48.0, 44.0, 52.0)
LONGEST_NAME = 255
MOST_BASES = 60
"""Beyond so many, any change counts as one of what the rules were computed at."""


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
        self._others: dict[str, Cell] = {}
        self._originals: dict[str, Cell] = {}

    def cell(self, address: str) -> Cell:
        """The cell of one figure."""
        if address not in self.cells:
            self.cells[address] = self._made(address, live=True)
        return self.cells[address]

    def slot(self, address: str, slot: Slot[Estimate] | None) -> Expression:
        """The cell of one entry of a series; a dash where the series holds none."""
        if slot is None:
            return Worded(UNKNOWN)
        return self.cell(f"{address}.{slot.element}" if slot.element else address)

    def _made(self, address: str, *, live: bool) -> Cell:
        estimate = self.stated[address]
        value = estimate.value if estimate.value is not None else phrase("say_unknown", self._language)
        limits = limits_of(estimate) if live and estimate.value is not None else None
        return Cell(value, shown_as(address, estimate), "input" if live else "stated", fixed=True, limits=limits)

    def _shown(self, address: str) -> Cell:
        """The cell of a figure on the sheet, whether a formula reads it or not."""
        if address in self.cells:
            return self.cells[address]
        return self._others.setdefault(address, self._made(address, live=False))

    def original(self, address: str) -> Cell:
        """The cell beside it: the value when the file was written."""
        if address not in self._originals:
            self._originals[address] = self._made(address, live=False)
        return self._originals[address]

    def listed(self) -> list[str]:
        """Addresses that have a row: what formulas read, and what is stated beside it. Known once all formulas are made.

        Figures that stand by default, and that no formula reads, are left out.
        """
        return [
            at
            for at, estimate in self.stated.items()
            if at in self.cells or estimate.uncertain or not stands_by_default(at, estimate.value)
        ]

    def changed(self) -> Expression:
        """How many values differ from those when the file was written."""
        addresses = self.listed()
        return changed([self._shown(at) for at in addresses], [self.original(at) for at in addresses])

    def rules_moved(self) -> Expression | None:
        """How many values differ that the shares of payer rules were computed at; None where there is no rule."""
        bases = [at for at in self.listed() if at in self._fixed]
        if not bases:
            return None
        if len(bases) > MOST_BASES:
            return self.changed()
        pairs = [(self._shown(at), self.original(at)) for at in bases]
        return added([when(different(now, before), Literally(1), Literally(0)) for now, before in pairs])

    def sheet(self) -> Sheet:
        """The sheet with every cell in its place; figures that no formula reads follow without colour."""
        language = self._language
        sheet = Sheet(phrase("sheet_assumptions", language), WIDTHS, heads=4, columns_kept=2)
        sheet.say(phrase("sheet_assumptions", language), "title")
        sheet.say(phrase("assumptions_told", language), "remark")
        sheet.gap()
        name, value, before, low, high, *others = (phrase(f"column_{name}", language) for name in COLUMNS)
        sheet.add(*heads(name, value, before, low, high, numbers=4), *heads(*others))
        heading = ""
        for address in self.listed():
            first, _, rest = address.partition(".")
            if first == "target_groups":
                above = group_title(self._scenario, rest.partition(".")[0], language)
            else:
                above = phrase({"programme": "programme", "unit_costs": "unit_prices"}.get(first, "general"), language)
            if above != heading:
                sheet.add(*texts(above, role="heading"))
                heading = above
            self._row(sheet, address, self.stated[address])
        return sheet

    def names(self) -> dict[str, Cell]:
        """Name → cell of every figure that formulas read: its address where Excel allows it as a name, else the nearest to it."""
        named = {at: cell for at, cell in self.cells.items() if re.fullmatch(r"[\w.]+", at) and len(at) <= LONGEST_NAME}
        taken = {at.casefold() for at in named}
        for address, cell in self.cells.items():
            name = re.sub(r"[^\w.]", "_", address)[:LONGEST_NAME]
            if address not in named and name.casefold() not in taken:
                taken.add(name.casefold())
                named[name] = cell
        return named

    def _row(self, sheet: Sheet, address: str, estimate: Estimate) -> None:
        language = self._language
        assumption = Assumption(self._scenario, address, estimate)
        shown: Shown = shown_as(address, estimate)
        grade = grade_of(self._scenario, address, estimate)
        source = source_of(self._scenario, address, estimate)
        low, high = (Cell(end, shown, "plain") if end is not None else None for end in (estimate.low, estimate.high))
        sheet.add(
            Cell(assumption.title(language), "wrapped"),
            self._shown(address),
            self.original(address),
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
