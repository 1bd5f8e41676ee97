"""The budget file: what a budget system reads of it, and what a spreadsheet must not take it for."""

import io
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import som_model as som
from som_model.presentation.budget.line import COLUMNS, schema_table
from som_model.presentation.budget.writing import safe
from som_model.version import __version__

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "scenarios" / "example.yaml"
HOSTILE = ('=HYPERLINK("http://example.org";"x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r\n=1+1", "\ufeff=1+1", "＝1+1", " =1")
LONG = "Æ" * 300


@pytest.fixture(scope="module")
def projection() -> som.Projection:
    return som.project(som.read_scenario(EXAMPLE, "careful"))


def municipal(file: Path) -> pd.DataFrame:
    return pd.read_csv(file, sep=";", decimal=",", dtype={"Konto": "string"})


def test_the_municipal_file_has_bom_semicolons_decimal_commas_and_crlf(projection: som.Projection, tmp_path: Path) -> None:
    file = tmp_path / "budget.csv"
    som.write_budget(projection, file)
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfUdvalg;Styringsomr\xc3\xa5de;Konto;Dranst;")
    assert content.count(b"\r\n") == content.count(b"\n") == len(som.budget(projection).lines) + 1
    assert b";20000,00;0,00;0,00;0,00;" in content  # the course of the example


def test_pandas_reads_numbers_under_headers_that_say_sign_and_price_level(projection: som.Projection, tmp_path: Path) -> None:
    file = tmp_path / "budget.csv"
    som.write_budget(projection, file, years=5)
    table = municipal(file)
    amounts = table[[f"{year} (+ udgift, − indtægt, kr., 2024-priser)" for year in projection.years]]
    assert {kind.kind for kind in amounts.dtypes} == {"f"}
    np.testing.assert_allclose(amounts.sum(), np.round(-projection.net[0], 2), atol=1e-6)
    exact = [line.amounts for line in som.budget(projection, years=5).lines]
    np.testing.assert_allclose(amounts, exact, atol=0.01)
    assert set(table["Konto"].dropna()) == {"5.38.45"}
    assert set(table["Posttype"]) == {"Udgift", "Indtægt", "Statsrefusion", "Korrektion for optimisme (forsigtighed)"}


def test_every_row_says_what_it_was_made_from(projection: som.Projection, tmp_path: Path) -> None:
    changed = projection.scenario.vary({"target_groups.dual_diagnosis.success_rate": 0.35})
    file = tmp_path / "budget.csv"
    som.write_budget(som.project(changed), file, dated=date(2026, 11, 22), price_year=2023)
    table = municipal(file)
    assert set(table["Scenarie"]) == {"example"}
    assert set(table["Variant"]) == {"careful"}
    assert set(table["Ændret i forhold til filen"]) == {"target_groups.dual_diagnosis.success_rate = 0.35"}
    assert set(table["Inddata, SHA-256"]) == {changed.record.input_sha256}
    assert set(table["som_model"]) == {__version__}
    assert set(table["Dato"]) == {"2026-11-22"}
    assert set(table["Prisniveau"]) == {"Faste 2023-priser"}
    assert set(table["Omregnet med prisindeks"]) == {"net_price_index"}


def test_english_changes_the_words_and_not_the_numbers(projection: som.Projection, tmp_path: Path) -> None:
    som.write_budget(projection, tmp_path / "en.csv", "en")
    text = (tmp_path / "en.csv").read_text(encoding="utf-8-sig")
    assert text.startswith("Committee;Budget area;Account;")
    assert "2024 (+ expense, − income, kr., 2024 prices)" in text
    assert ";20000,00;" in text
    assert "Statsrefusion" not in text


def test_the_tidy_form_is_the_same_in_csv_and_parquet(projection: som.Projection, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    som.write_budget(projection, tmp_path / "tidy.csv", tidy=True)
    som.write_budget(projection, tmp_path / "tidy.parquet")
    kinds = {column.name: column.kind for column in COLUMNS}
    from_csv, from_parquet = pd.read_csv(tmp_path / "tidy.csv", dtype=kinds), pd.read_parquet(tmp_path / "tidy.parquet")
    pd.testing.assert_frame_equal(from_csv, from_parquet, check_exact=True)
    assert {name: str(kind) for name, kind in from_parquet.dtypes.items()} == kinds
    assert from_parquet.attrs["Input, SHA-256"] == projection.scenario.record.input_sha256
    by_year = from_parquet.groupby("year")["amount"].sum()
    np.testing.assert_allclose(by_year, -projection.net[0], atol=1e-6)  # every year of the period
    assert not from_parquet.duplicated(["address", "category", "item", "account", "year"]).any()
    pd.testing.assert_frame_equal(from_parquet, som.budget(projection, years=None).frame(), check_exact=True)


def test_the_tidy_form_has_the_years_asked_for_and_the_municipal_form_four(projection: som.Projection, tmp_path: Path) -> None:
    assert len(projection.years) > 4
    for number, (asked, shown) in enumerate(
        [({}, projection.years), ({"years": 2}, projection.years[:2]), ({"from_year": projection.years[2]}, projection.years[2:])]
    ):
        told = som.write_budget(projection, tmp_path / f"{number}.csv", tidy=True, **asked)
        assert set(pd.read_csv(tmp_path / f"{number}.csv")["year"]) == set(shown)
        assert any(notice.message.key == "budget_years_left_out" for notice in told) == (shown != projection.years)
    som.write_budget(projection, tmp_path / "municipal.csv")
    headers = municipal(tmp_path / "municipal.csv").columns
    assert [int(header[:4]) for header in headers if header[:2] == "20"] == list(projection.years[:4])


@pytest.mark.parametrize(("name", "tidy"), [("a.csv", False), ("a.csv", True), ("a.parquet", True)])
def test_the_same_input_gives_the_same_bytes(projection: som.Projection, tmp_path: Path, name: str, tidy: bool) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    som.write_budget(projection, tmp_path / name, tidy=tidy)
    again = som.project(som.read_scenario(EXAMPLE, "careful"))
    som.write_budget(again, tmp_path / f"b{name}", tidy=tidy)
    assert (tmp_path / name).read_bytes() == (tmp_path / f"b{name}").read_bytes()


def test_a_file_that_is_there_stays_unless_told(projection: som.Projection, tmp_path: Path) -> None:
    file = tmp_path / "budget.csv"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(som.WouldOverwrite, match="overwrite=True"):
        som.write_budget(projection, file)
    with pytest.raises(som.WouldOverwrite):  # before anything is calculated: years below 1 would be refused
        som.write_budget(projection, file, years=0)
    assert file.read_text(encoding="utf-8") == "mine"
    som.write_budget(projection, file, overwrite=True)
    assert file.read_text(encoding="utf-8-sig").startswith("Udvalg;")
    assert list(tmp_path.iterdir()) == [file]


def test_another_ending_is_refused(projection: som.Projection, tmp_path: Path) -> None:
    with pytest.raises(som.SomError, match=r"\.csv eller \.parquet"):
        som.write_budget(projection, tmp_path / "budget.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_halves_of_an_oere_do_not_add_up_to_oere(tmp_path: Path) -> None:
    """Three lines of 100.005 kr. are 300.02 kr. (300.015 to the øre), and not 3 × 100.01 = 300.03."""
    file = tmp_path / "halves.yaml"
    lines = "".join(f"    line_{i}: {{amount: 100.0050, basis: once}}\n" for i in range(3))
    file.write_text(
        "som: 1\nname: halves\nperiod: {start: 2024, years: 1}\nprice_year: 2024\ndiscount_rate: 0\n"
        f"programme:\n  payers: {{municipality: 1}}\n  costs:\n{lines}",
        encoding="utf-8",
    )
    som.write_budget(som.project(som.read_scenario(file)), tmp_path / "halves.csv")
    amounts = municipal(tmp_path / "halves.csv").iloc[:, 8]
    assert amounts.round(2).tolist() == [100.0, 100.01, 100.01]


def hostile_projection() -> som.Projection:
    texts = {
        "unit_costs.psychiatric_bed_day.committee": HOSTILE[0],
        "programme.staffing.coordinator.committee": HOSTILE[0],
        "programme.staffing.coordinator.account": HOSTILE[3],
        "programme.staffing.coordinator.title": 'a";=1+1;\n"b',
        "programme.costs.training.title": LONG,
        "programme.costs.training.committee": HOSTILE[1],
        "programme.costs.materials.title": HOSTILE[2],
    }
    return som.project(som.read_scenario(EXAMPLE).vary(texts))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_begins_as_a_formula(text: str) -> None:
    assert safe(text).startswith("'")
    assert safe(text)[1:] == " ".join(text.replace("\ufeff", " ").split())
    assert safe(f"a {text}")[0] == "a"


@pytest.mark.parametrize("tidy", [False, True])
def test_hostile_texts_stay_in_their_cells(tmp_path: Path, tidy: bool) -> None:
    made = hostile_projection()
    som.write_budget(made, tmp_path / "hostile.csv", tidy=tidy)
    text = (tmp_path / "hostile.csv").read_text(encoding="utf-8-sig")
    table = pd.read_csv(io.StringIO(text), sep="," if tidy else ";", dtype=str, keep_default_na=False)
    budget = som.budget(made, years=None if tidy else 4)
    assert len(table) == len(budget.lines) * (len(made.years) if tidy else 1)
    texts = table.drop(columns=[name for name in table if name == "amount" or name.startswith("20")]).to_numpy().ravel()
    assert not [cell for cell in texts if cell[:1] in tuple("=+-@\t\r\n")]
    assert {LONG, "'-2+3", '\'=HYPERLINK("http://example.org";"x")', "'@SUM(A1)", "'+1+1", 'a";=1+1; "b'} <= set(texts)


def test_a_spreadsheet_shows_texts_as_texts_and_amounts_as_numbers(tmp_path: Path) -> None:
    """LibreOffice in Danish, as by double click: no formula, numbers with decimal comma, the file's own letters."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("CI") != "true":
        pytest.skip("LibreOffice (soffice) is not installed")
    assert program is not None
    openpyxl = pytest.importorskip("openpyxl")
    som.write_budget(hostile_projection(), tmp_path / "hostile.csv")
    own = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    danish = "--infilter=CSV:59,34,76,1,,1030,false,true"
    done = subprocess.run(
        [program, own, "--headless", danish, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(tmp_path / "hostile.csv")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (tmp_path / "hostile.xlsx").exists(), done.stderr
    rows = list(openpyxl.load_workbook(tmp_path / "hostile.xlsx").active.iter_rows())
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
    assert rows[0][1].value == "Styringsområde"
    amounts = [cell.value for row in rows[1:] for cell in row[8:12]]
    np.testing.assert_allclose(amounts, [a for line in som.budget(hostile_projection()).lines for a in line.amounts], atol=0.01)


def test_the_documentation_holds_the_schema_of_the_code() -> None:
    page = (ROOT / "docs" / "how-to" / "budget_file.md").read_text(encoding="utf-8")
    assert schema_table("en") in page
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
