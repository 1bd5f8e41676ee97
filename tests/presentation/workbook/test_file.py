"""The workbook as a file: what stands in its cells, and that nothing a user wrote does harm."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

import openpyxl
import pandas
import pytest

import som_model as som
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.workbook import described
from tests.presentation.workbook.recalculated import needs_libreoffice, recalculated
from tests.presentation.workbook.results import differences, shown, wanted

ROOT = Path(__file__).parent.parent.parent.parent
HEDENSTED = ROOT / "scenarios" / "hedensted.yaml"
EXAMPLE = ROOT / "scenarios" / "example.yaml"
REFERENCE = re.compile(r"'[^']+'!|\$?[A-Z]{1,3}\$?[0-9]+|\"[^\"]*\"")
HOSTILE = ('=HYPERLINK("http://x","y")', "<script>alert(1)</script>", "x" * 300, "+1+1", "a & b ]]> \x07 _x0041_")


def hedensted(path: Path, **options: object) -> Path:
    som.write_workbook(som.project(som.read_scenario(HEDENSTED, "prudent")), path, **options)  # type: ignore[arg-type]
    return path


def hostile(text: str) -> som.Scenario:
    """Hedensted with the text wherever a user may write one."""
    both = {"da": text, "en": text}
    group = "target_groups.dual_diagnosis"
    return som.read_scenario(HEDENSTED, "prudent").vary(
        {
            "title": both,
            "organisation": text,
            "notes": both,
            "not_counted": [both],
            f"{group}.title": both,
            f"{group}.consequences.treatment.title": both,
            "programme.staffing.coordinator.title": both,
            "programme.staffing.coordinator.source": text,
            f"{group}.participants": {"value": 8, "source": text, "note": both, "url": text},
            "unit_costs.substance_treatment_year.label": both,
        }
    )


def parts(path: Path) -> dict[str, str]:
    """Every XML part of the file, read as XML too."""
    with zipfile.ZipFile(path) as book:
        found = {name: book.read(name).decode("utf-8") for name in book.namelist() if name.endswith((".xml", ".rels"))}
    for text in found.values():
        ElementTree.fromstring(text)
    return found


@pytest.mark.parametrize("file", [HEDENSTED, EXAMPLE], ids=lambda file: file.stem)
def test_the_calculation_holds_no_number_of_its_own(file: Path) -> None:
    """0, 1 and 12 may stand; every other number is a cell of the assumptions or the rates."""
    for scenario in som.read_scenarios(file):
        made = described(som.project(scenario))
        calculation = made.book.sheet
        for row in calculation.rows:
            for cell in row:
                if cell is None or isinstance(cell.content, str):
                    continue
                assert isinstance(cell.content, Expression), (cell.place, cell.content)
                if not isinstance(cell.content, Literally):
                    literals = set(re.findall(r"\d+\.?\d*", REFERENCE.sub("", cell.content.written(calculation.name))))
                    assert literals <= {"0", "1", "12"}, cell.content.written(calculation.name)


def test_every_formula_carries_its_value(tmp_path: Path) -> None:
    sheets = {name: text for name, text in parts(hedensted(tmp_path / "a.xlsx")).items() if "worksheets/sheet" in name}
    formulas = sum(text.count("<f>") for text in sheets.values())
    assert formulas > 300
    assert sum(len(re.findall(r"</f><v>[^<]*</v>", text)) for text in sheets.values()) == formulas
    frame = pandas.read_excel(tmp_path / "a.xlsx", sheet_name="Resultat", header=None)
    [net] = frame.loc[frame[0] == "Akkumuleret nettoresultat", 2].dropna()
    assert net == pytest.approx(500_000, abs=0.01)


def test_each_assumption_has_one_row_with_what_is_known_of_it(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(hedensted(tmp_path / "a.xlsx"))["Forudsætninger"]
    rows = {row[9].value: row for row in sheet.iter_rows() if row[9].value}
    value, written, low, high, unit, grade, source = (
        cell.value for cell in rows["target_groups.dual_diagnosis.success_rate"][1:8]
    )
    assert (value, written, low, high, unit, grade) == (0.3, 0.3, 0.2, 0.4, "andel", "antaget")
    assert "30 % valgt af forsigtighed" in source
    addresses = [row[9].value for row in sheet.iter_rows() if row[9].value]
    assert len(addresses) == len(set(addresses))


def test_a_name_of_the_book_is_an_address_of_the_scenario(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(hedensted(tmp_path / "a.xlsx"))
    [(sheet, place)] = book.defined_names["target_groups.dual_diagnosis.success_rate"].destinations
    assert book[sheet][place].value == 0.3
    [(sheet, place)] = book.defined_names["result.accumulated_net"].destinations
    assert str(book[sheet][place].value).startswith("=SUM(")
    for payer in ("municipality", "region", "state", "total"):
        assert f"result.payback.{payer}" in book.defined_names


def test_an_exact_address_goes_before_one_that_only_resembles_it(tmp_path: Path) -> None:
    text = HEDENSTED.read_text(encoding="utf-8")
    plain = "{unit_cost: substance_treatment_year, change: -0.5}"
    first = f"    consequences:\n      a-b: {plain}\n      a_b: {plain}\n"
    file = tmp_path / "scenario.yaml"
    file.write_text(text.replace("    consequences:\n", first, 1), encoding="utf-8")
    scenario = som.read_scenario(file)
    made = described(som.project(scenario))
    name = "target_groups.dual_diagnosis.consequences.a_b.change"
    assert made.names[name] is made.book.assumptions.cells[name]


def longest_formula(folder: Path, years: int, groups: int, lines: int) -> int:
    """Characters of the longest formula where a rule's shares change by year since entry; the values are the projection's."""
    listed = "\n".join(
        f"  g{i}:\n    participants: 3\n    success_rate: 0.5\n    consequences:\n"
        + "\n".join(f"      line_{n}: {{unit_cost: plain, change: -1}}" for n in range(lines))
        for i in range(groups)
    )
    units = ", ".join(["1"] * years)
    text = f"""som: 1
name: wide
period: {{start: 2024, years: {years}}}
price_year: 2024
discount_rate: 0
target_groups:
{listed}
programme:
  payers: {{municipality: 1}}
  costs:
    benefit: {{unit_cost: ladder, units: [{units}], basis: participant}}
unit_costs:
  plain: {{amount: 1000, unit: day, price_year: 2024, payers: {{municipality: 1}}, source: ours}}
  ladder: {{amount: 1000, unit: week, price_year: 2024, payers: {{rule: refund_ladder, weeks_before: 0}}, source: ours}}
"""
    (folder / "wide.yaml").write_text(text, encoding="utf-8")
    projection = som.project(som.read_scenario(folder / "wide.yaml"))
    som.write_workbook(projection, folder / "wide.xlsx", overwrite=True)
    assert differences(wanted(projection), shown(described(projection).results, projection.years)) == []
    return max(len(formula) for part in parts(folder / "wide.xlsx").values() for formula in re.findall(r"<f>(.*?)</f>", part))


def test_no_formula_is_longer_than_excel_takes(tmp_path: Path) -> None:
    """Forty years and a rule whose shares change by year since entry; and more lines than one formula adds."""
    assert 2_000 < longest_formula(tmp_path, years=40, groups=2, lines=1) < 8_192
    assert 700 < longest_formula(tmp_path, years=2, groups=2, lines=101) < 8_192


@pytest.mark.parametrize("title", ["10 forløb til unge", "&" * 200, "A & B"])
def test_a_title_is_whole_in_the_footer(title: str, tmp_path: Path) -> None:
    scenario = som.read_scenario(HEDENSTED, "prudent").vary({"title": title})
    som.write_workbook(som.project(scenario), tmp_path / "a.xlsx")
    footer = re.search(r"<oddFooter>(.*?)</oddFooter>", parts(tmp_path / "a.xlsx")["xl/worksheets/sheet1.xml"])
    assert footer is not None
    plain = unescape(footer[1])
    assert len(plain) < 255
    assert plain.startswith("&L&8 " + title[:10].replace("&", "&&"))


def test_the_numbers_follow_the_language(tmp_path: Path) -> None:
    danish = parts(hedensted(tmp_path / "da.xlsx"))
    english = parts(hedensted(tmp_path / "en.xlsx", language="en"))
    assert "[$-406]#,##0" in danish["xl/styles.xml"]
    assert "[$-809]#,##0" in english["xl/styles.xml"]
    assert "Nettoresultat" in danish["xl/sharedStrings.xml"]
    assert "Nettoresultat" not in english["xl/sharedStrings.xml"]


def test_the_same_input_gives_the_same_bytes_and_a_date_only_when_asked(tmp_path: Path) -> None:
    first, second = hedensted(tmp_path / "a.xlsx"), hedensted(tmp_path / "b.xlsx")
    assert first.read_bytes() == second.read_bytes()
    told = parts(first)["xl/sharedStrings.xml"]
    scenario = som.read_scenario(HEDENSTED, "prudent")
    assert scenario.record.input_sha256 in told
    assert "prudent" in told
    assert som.__version__ in told
    assert "10.000 med seed 1" in told
    assert "Dato" not in told
    dated = parts(hedensted(tmp_path / "c.xlsx", dated=date(2026, 11, 22)))["xl/sharedStrings.xml"]
    assert "22. november 2026" in dated


@pytest.mark.parametrize("text", HOSTILE, ids=["formula", "script", "long", "plus", "signs"])
def test_a_users_text_is_a_text(text: str, tmp_path: Path) -> None:
    scenario = hostile(text)
    path = tmp_path / "a.xlsx"
    som.write_workbook(som.project(scenario), path)
    found = parts(path)
    assert not any(
        "HYPERLINK" in formula or "script" in formula for part in found.values() for formula in re.findall(r"<f>(.*?)</f>", part)
    )
    assert not any("hyperlink" in name for name in found)
    strings = {cell.value for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value}
    written = re.sub(r"[\x00-\x08]", "", text)
    assert written in strings
    formulas = {value for value in strings if isinstance(value, str) and value.startswith("=")}
    assert formulas - {written}


def test_libreoffice_opens_a_book_with_hostile_texts(tmp_path: Path) -> None:
    needs_libreoffice()
    files = []
    for number, text in enumerate(HOSTILE):
        files.append(tmp_path / f"{number}.xlsx")
        som.write_workbook(som.project(hostile(text)), files[-1], draws=100)
    for cells in recalculated(tmp_path, files, "Resultat", 5):
        assert (
            pytest.approx(
                next(
                    cells[f"C{i}"] for i in range(1, 60) if cells[f"A{i}"] == "Akkumuleret nettoresultat" and cells.get(f"C{i}")
                ),
                abs=0.01,
            )
            == 500_000
        )


def test_nothing_is_overwritten_or_left_half_written(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(som.WouldOverwrite):
        hedensted(path)
    assert path.read_text(encoding="utf-8") == "mine"
    hedensted(path, overwrite=True)
    assert path.read_bytes()[:2] == b"PK"
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a"])
def test_another_ending_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(som.SomError, match=r"\.xlsx"):
        hedensted(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_certain_scenario_says_that_nothing_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    scenario = som.read_scenario(HEDENSTED, "prudent").vary({"target_groups.dual_diagnosis.success_rate": 0.3})
    som.write_workbook(som.project(scenario), path)
    told = parts(path)["xl/sharedStrings.xml"]
    assert "seed" not in told
    assert "Ingen forudsætning har lav og høj" in told


def test_an_unknown_figure_is_not_zero() -> None:
    scenario = som.read_scenario(EXAMPLE)
    made = described(som.project(scenario))
    unknown = made.book.assumptions.sheet()
    told = [
        row
        for row in unknown.rows
        if len(row) > 9 and row[9] is not None and row[9].content == "programme.costs.evaluation.amount"
    ]
    [[_, value, *_]] = told
    assert value is not None
    assert value.content == "ikke kendt"
