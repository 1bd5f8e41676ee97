"""LibreOffice computes the workbook from its formulas alone, and comes to the projection's numbers; also when an assumption
is changed in its cell, as `vary` changes it in the scenario."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import som_model as som
from som_model.errors import SomError
from som_model.presentation.workbook.assumptions import fixed_by_rule
from som_model.presentation.workbook.sheet import UNKNOWN, Cell
from som_model.presentation.workbook.workbook import Described, described
from som_model.resolved.figures import grade_of
from som_model.scenario.estimate import Estimate
from som_model.wording.table import phrase
from tests.oracle.focused import focused_scenarios
from tests.oracle.strategies import scenario_text, scenarios
from tests.presentation.workbook.recalculated import needs_libreoffice, recalculated, without_values
from tests.presentation.workbook.results import differences, places, wanted

ROOT = Path(__file__).parent.parent.parent.parent
FILES = [file for file in sorted((ROOT / "scenarios").rglob("*.yaml")) if file.name != "our_prices.yaml"]
ALIKE = ("hedensted_each_years_law", "hedensted_other_reading")
"""Written with the same lines as hedensted, in which each assumption is changed."""
NO_VALUE = "#VALUE!"
RESULTS = 5
SENSITIVITY = 6
OUTDATED, CURRENT = phrase("sensitivity_outdated", "da"), phrase("sensitivity_current", "da")
"""The number of the sheet of results."""
NOT_BY_PAYER = re.compile(r"(savings|programme_cost|net|accumulated|accumulated_net|net_present_value|payback)\.(?!total)")


@dataclass(frozen=True)
class Expected:
    """What a workbook must come to: results by key, and where they stand."""

    name: str
    results: dict[str, float | None]
    where: dict[str, tuple[str, str]]
    allowed: str | None
    """The error that may stand where a share is lacking."""

    def off(self, cells: dict[str, float | str]) -> list[str]:
        """The results that are off."""
        found = differences(self.results, {key: cells.get(at, "") for key, (_, at) in self.where.items()})
        return [each for each in found if self.allowed is None or self.allowed not in each]


class Books:
    """Workbooks to be computed anew together, each with the projection that it must agree with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Path] = []
        self._books: list[Expected] = []
        self._sheet = ""

    def add(self, name: str, scenario: som.Scenario) -> tuple[Path, Described]:
        """The workbook of a scenario, as it was written."""
        projection = som.project(scenario)
        made = described(projection)
        written = self.folder / f"written_{len(self.files)}.xlsx"
        som.write_workbook(projection, written, draws=100)
        self.changed(name, written, made, projection, {})
        return written, made

    def changed(
        self,
        name: str,
        written: Path,
        made: Described,
        projection: som.Projection,
        numbers: dict[tuple[str, str], float],
        keep: Any = None,
        *,
        drawn: bool = False,
    ) -> None:
        """The workbook with other numbers in some cells. keep: which results are compared; all unless given."""
        self._sheet = made.results.sheet.name
        file = self.folder / f"book_{len(self.files)}.xlsx"
        assert without_values(written, file, [sheet.name for sheet in made.sheets], numbers) > 20
        self.files.append(file)
        results = {key: value for key, value in wanted(projection).items() if keep is None or keep(key)}
        allowed = NO_VALUE if drawn and numbers and lacks_shares(made) else None
        self._books.append(Expected(name, results, places(made.results, projection.years), allowed))

    def disagreements(self) -> dict[str, list[str]]:
        """Name → results that are off, for every workbook that has any."""
        found = recalculated(self.folder, self.files, self._sheet, RESULTS)
        off = {each.name: each.off(cells) for each, cells in zip(self._books, found, strict=True)}
        return {name: each for name, each in off.items() if each}


def lacks_shares(made: Described) -> bool:
    """Whether a payer rule was not computed for some year, so that a change may come to need a share that is not there."""
    shares = made.book.rates.block("shares_by_rule").rows
    return any(cell is not None and cell.content == UNKNOWN for row in shares for cell in row)


def changes(
    scenario: som.Scenario, made: Described, every: int = 1, *, drawn: bool = False
) -> Iterator[tuple[str, float, som.Scenario]]:
    """(address, another value, the scenario with it) for every assumption that formulas read, or every so many of them.

    drawn: whether an assumption may be passed over that no other value can be written for.
    """
    for address, cell in list(made.book.assumptions.cells.items())[::every]:
        estimate = made.book.assumptions.stated[address]
        if isinstance(cell.content, float):
            for value in others(estimate, cell.content):
                try:
                    varied = scenario.vary({address: told(scenario, address, estimate, value)})
                    som.project(varied)
                except SomError:
                    continue
                yield address, value, varied
                break
            else:
                assert drawn, f"no other value of {address} can be projected"


def others(estimate: Estimate, value: float) -> tuple[float, ...]:
    """Other values to try, first those near the stated one."""
    if estimate.kind == "rate":
        return (round(value + 0.01, 6), 0.02)
    if estimate.kind == "share":
        return (round(value * 0.9 + 0.02, 6), round(value * 0.8, 6), 0.5)
    return (round(value * 1.1 + 1, 6), round(value * 1.1, 6), 1.5, 0.05)


def told(scenario: som.Scenario, address: str, estimate: Estimate, value: float) -> dict[str, Any]:
    """The new value with the quality of the old one, which prudence looks at."""
    grade = grade_of(scenario, address, estimate)
    return {"value": value, "quality": grade} if grade else {"value": value}


@pytest.mark.parametrize("files", [FILES[::2], FILES[1::2]], ids=["first_half", "second_half"])
def test_every_result_follows_every_assumption(files: list[Path], tmp_path: Path) -> None:
    """The shares of a payer rule stand as numbers: what they depend on moves the totals, not the split."""
    needs_libreoffice()
    books = Books(tmp_path)
    for file in files:
        for scenario in [*som.read_scenarios(file), som.read_scenario(file)]:
            written, made = books.add(f"{file.stem} {scenario.variant}", scenario)
        change_each(books, scenario, written, made, every=3 if file.stem in ALIKE else 1)
    assert books.disagreements() == {}


def change_each(
    books: Books, scenario: som.Scenario, written: Path, made: Described, every: int = 1, *, drawn: bool = False
) -> None:
    """One more book for each change; of what a payer rule's shares depend on, only the totals are compared."""
    fixed = fixed_by_rule(scenario)
    for address, value, varied in changes(scenario, made, every, drawn=drawn):
        cell = made.book.assumptions.cells[address]
        keep = (lambda key: not NOT_BY_PAYER.match(key)) if address in fixed else None
        place = at(cell)
        books.changed(
            f"{scenario.name}: {address} = {value}", written, made, som.project(varied), {place: value}, keep, drawn=drawn
        )


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(st.lists(st.one_of(scenarios(), focused_scenarios()), min_size=10, max_size=10))
def test_drawn_scenarios_are_computed_alike(written: list[dict[str, Any]]) -> None:
    needs_libreoffice()
    with tempfile.TemporaryDirectory() as folder:
        books = Books(Path(folder))
        for number, each in enumerate(written):
            file = Path(folder) / f"drawn_{number}.yaml"
            file.write_text(scenario_text(each), encoding="utf-8")
            scenario = som.read_scenario(file)
            written_book, made = books.add(str(number), scenario)
            change_each(books, scenario, written_book, made, every=12, drawn=True)
        assert books.disagreements() == {}


def numbers_of(
    made: Described, sheet: int, changes: dict[tuple[str, str], float], folder: Path, written: Path
) -> dict[str, float | str]:
    """A sheet of the workbook with some numbers changed, computed anew."""
    file = folder / f"changed_{len(list(folder.iterdir()))}.xlsx"
    without_values(written, file, [each.name for each in made.sheets], changes)
    [cells] = recalculated(folder, [file], made.sheets[sheet - 1].name, sheet)
    return cells


def at(cell: Cell) -> tuple[str, str]:
    """Sheet and place of a cell, without $ signs."""
    return cell.sheet, cell.place.replace("$", "")


def test_a_share_of_payers_can_be_changed_and_always_makes_the_whole(tmp_path: Path) -> None:
    """The largest payer takes the rest: the state is given a fifth, the municipality keeps four fifths."""
    needs_libreoffice()
    scenario = som.read_scenario(ROOT / "scenarios" / "hedensted.yaml", "prudent")
    books = Books(tmp_path)
    written, made = books.add("stated", scenario)
    rows = made.book.rates.block("shares").rows
    [state] = [row[2] for row in rows if row[0] is not None and str(row[0].content) == "Indsats: stat"]
    assert state is not None
    varied = scenario.vary({"programme.payers": {"municipality": 0.8, "state": 0.2}})
    books.changed("a fifth by the state", written, made, som.project(varied), {at(state): 0.2})
    assert books.disagreements() == {}
    assert OUTDATED in numbers_of(made, SENSITIVITY, {at(state): 0.2}, tmp_path, written).values()


@pytest.mark.parametrize("address", ["discount_rate", "target_groups.dual_diagnosis.participants"])
def test_the_sheet_of_sensitivity_says_when_it_no_longer_belongs(address: str, tmp_path: Path) -> None:
    """Also where accumulated net is the same, as with another discount rate."""
    needs_libreoffice()
    books = Books(tmp_path)
    written, made = books.add("hedensted", som.read_scenario(ROOT / "scenarios" / "hedensted.yaml", "prudent"))
    assert CURRENT in numbers_of(made, SENSITIVITY, {}, tmp_path, written).values()
    changed = {at(made.book.assumptions.cells[address]): 0.07}
    told = numbers_of(made, SENSITIVITY, changed, tmp_path, written).values()
    assert OUTDATED in told
    assert CURRENT not in told


def test_payers_are_left_open_once_a_rule_no_longer_belongs(tmp_path: Path) -> None:
    """The price of a bed-day decides the municipality's share; the public total follows, the split is not told."""
    needs_libreoffice()
    scenario = som.read_scenario(ROOT / "scenarios" / "hedensted.yaml", "prudent")
    books = Books(tmp_path)
    written, made = books.add("hedensted", scenario)
    address = "unit_costs.psychiatric_bed_day.amount"
    changed = {at(made.book.assumptions.cells[address]): 5000.0}
    cells = numbers_of(made, RESULTS, changed, tmp_path, written)
    figures = made.results.figures
    total = som.project(scenario.vary({address: 5000})).accumulated_net
    assert cells[at(figures["accumulated_net"])[1]] == pytest.approx(total, abs=0.01)
    for key in ("accumulated_net.municipality", "net_present_value.region", "payback.state"):
        assert cells[at(figures[key])[1]] == UNKNOWN
    assert "–" in {cells[at(cell)[1]] for cell in made.results.rows["net", "municipality"]}
    front = numbers_of(made, 1, changed, tmp_path, written)
    assert phrase("shares_outdated", "da") in front.values()
    assert phrase("shares_outdated", "da") not in numbers_of(made, 1, {}, tmp_path, written).values()


def test_one_broken_formula_is_found(tmp_path: Path) -> None:
    """The control: the harness itself must see a formula that is wrong, though its stored value is right."""
    needs_libreoffice()
    books = Books(tmp_path)
    books.add("sound", som.read_scenario(ROOT / "scenarios" / "hedensted.yaml", "prudent"))
    broken = books.folder / "broken.xlsx"
    with zipfile.ZipFile(books.files[0]) as old, zipfile.ZipFile(broken, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "xl/worksheets/sheet4.xml":
                text, count = re.subn(r"<f>SUM\(C(\d+):", r"<f>SUM(D\1:", content.decode("utf-8"), count=1)
                if not count:
                    text, count = re.subn(r"\*\(", "*0*(", content.decode("utf-8"), count=1)
                assert count == 1
                content = text.encode("utf-8")
            new.writestr(item, content)
    books.files[0] = broken
    assert list(books.disagreements()) == ["sound"]


def test_values_are_taken_out_before_anything_is_computed(tmp_path: Path) -> None:
    books = Books(tmp_path)
    books.add("hedensted", som.read_scenario(ROOT / "scenarios" / "hedensted.yaml", "prudent"))
    with zipfile.ZipFile(books.files[0]) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert not re.search(r"</f><v>", book.read(name).decode("utf-8"))
