"""Each payer's share of a line, by year: stated shares to change, or those a payer rule gave, as numbers
(method.md: Payer rules).
"""

from __future__ import annotations

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.functions import added
from som_model.presentation.workbook.sheet import UNKNOWN, Cell, Role, formula
from som_model.projection.arrays import LineInputs
from som_model.projection.line_inputs import who_pays_whom
from som_model.resolved.titles import unit_cost_title
from som_model.scenario.line import Line
from som_model.scenario.payers import Payers, Shares
from som_model.scenario.programme import Funding
from som_model.wording.parties import PAYERS, Payer
from som_model.wording.table import label

ALL = (0.0, 1.0)
"""A share of one."""

SharesOfLine = dict[Payer, list[list[Cell]]]
"""payer → for each year since entry (one where it makes no difference) → a cell a year."""


class WhoPays:
    """The rows of shares on the sheet of rates; lines that follow the same payers share theirs."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[str, SharesOfLine] = {}

    def of(self, counted: LineInputs) -> SharesOfLine:
        """The shares of a line, its own or those of the unit cost or programme whose payers it follows."""
        book = self._book
        line = book.scenario.line(counted.address)
        title = line.title(book.language)
        if isinstance(line.stated, Funding):
            # +1 for who pays and −1 for who receives.
            numbers = who_pays_whom(book.scenario, line.stated)
            by_payer = {payer: numbers[PAYERS.index(payer), 0] for payer in book.payers}
            parts = {payer: [[Cell(float(part), "share", "stated") for part in row]] for payer, row in by_payer.items()}
            return self._laid_out(title, parts, ruled=True)
        ruled = line.ruled
        at = line.address if ruled else line.payers_at
        if at not in self._known:
            if line.payers_at == "programme.payers":
                title = book.say("programme")
            elif line.payers_at.startswith("unit_costs.") and not ruled and line.unit_cost_key is not None:
                title = unit_cost_title(book.scenario, line.unit_cost_key, book.language)
            rows = self._by_rule(counted, line) if ruled else self._as_stated(line.payers)
            self._known[at] = self._laid_out(title, rows, ruled=ruled)
        return self._known[at]

    def _as_stated(self, payers: Payers | None) -> SharesOfLine:
        """Shares to change; entries of one split follow its first year, and who takes the rest follows the others."""
        rows: SharesOfLine = {payer: [[]] for payer in self._book.payers}
        first: dict[int, dict[Payer, Cell]] = {}
        years = self._book.scenario.period.calendar
        for slot in payers.in_years(years) if payers is not None else (None,) * len(years):
            if slot is None or not isinstance(slot.value, Shares):
                column: dict[Payer, Cell] = {payer: Cell(UNKNOWN, "text") for payer in rows}
            elif id(slot.value) in first:
                column = {payer: formula(cell, "share") for payer, cell in first[id(slot.value)].items()}
            else:
                column = first[id(slot.value)] = self._split(slot.value)
            for payer, cell in column.items():
                rows[payer][0].append(cell)
        return rows

    def _split(self, split: Shares) -> dict[Payer, Cell]:
        """One payer takes what the others leave (the one stated, else the largest), so that shares always make all of it."""
        by_payer = dict(zip(PAYERS, split.of_payers(), strict=True))
        largest = max(self._book.payers, key=lambda payer: by_payer[payer])
        rest = split.rest if split.rest in self._book.payers else largest
        cells = {payer: Cell(by_payer[payer], "share", "input", limits=ALL) for payer in self._book.payers}
        others: list[Expression] = [cell for payer, cell in cells.items() if payer != rest]
        cells[rest] = formula(Literally(1) - added(others), "share")
        return cells

    def _by_rule(self, counted: LineInputs, line: Line) -> SharesOfLine:
        """The shares that were computed; a dash in a year for which there are none."""
        rows: SharesOfLine = {payer: [] for payer in self._book.payers}
        assert line.payers is not None
        slots = line.payers.in_years(self._book.scenario.period.calendar)
        for k in range(counted.shares.shape[-2]):
            given = counted.shares[:, k, :]
            used = abs(given.sum(axis=0)) > 0
            for i, payer in enumerate(rows):
                cells: list[Cell] = []
                for t, slot in enumerate(slots):
                    role: Role = "stated"
                    if used[t]:
                        cells.append(Cell(float(given[i, t]), "share", role))
                    elif slot is not None and isinstance(slot.value, Shares):
                        cells.append(Cell(slot.value.of_payers()[PAYERS.index(payer)], "share", role))
                    else:
                        cells.append(Cell(UNKNOWN, "text"))
                rows[payer].append(cells)
        return rows

    def _laid_out(self, title: str, rows: SharesOfLine, *, ruled: bool) -> SharesOfLine:
        book = self._book
        block = "shares_by_rule" if ruled else "shares"
        for payer, by_entry in rows.items():
            for k, cells in enumerate(by_entry):
                entry = book.say("years_since_entry").format(k=k) if len(by_entry) > 1 else ""
                name = f"{title}: {label(payer, book.language).lower()}"
                book.rates.by_year(block, name, entry, cells)
        return rows
