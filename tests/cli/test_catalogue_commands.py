"""The catalogue on the command line: what is listed, shown and checked, and how a slip is answered."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from som_model.catalogue.files import VERSION
from tests.command_line import som as som_command

ROOT = Path(__file__).parent.parent.parent
OURS = "scenarios/our_prices.yaml"
WRONG = "tests/broken_scenarios/catalogues/rule_with_an_unknown_payer.yaml"
NO_YEAR = "tests/broken_scenarios/catalogues/index_of_no_known_year.yaml"
COLUMNS = [
    *("section", "name", "label", "amount", "low", "high", "unit", "price_year", "payers", "law"),
    *("account", "area", "topic", "quality", "source", "url", "own", "note"),
]
OWN = """som_catalogue: 1
unit_costs:
  psychiatric_bed_day@2024:
    label: {da: Vores sengedag, en: Our bed-day}
    amount: 4321
    unit: bed_day
    price_year: 2024
    payers: {region: 1}
    source: Fictitious price list 2024
    quality: local
"""


def som(*arguments: str, encoding: str = "utf-8", code: int = 0) -> subprocess.CompletedProcess[str]:
    """The command's end, which is never a traceback."""
    done = som_command("catalogue", *arguments, encoding=encoding)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, done.stderr
    return done


def names(*filters: str) -> list[str]:
    """The entries that a listing keeps."""
    return [row["name"] for row in json.loads(som("list", *filters, "--format", "json").stdout)]


@pytest.fixture
def own(tmp_path: Path) -> str:
    """A catalogue file with its own price of a psychiatric bed-day."""
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")
    return str(file)


def test_the_list_says_price_price_year_payers_source_and_other_price_years() -> None:
    listed = som("list").stdout
    assert "psychiatric_bed_day: 3.518 kr. pr. sengedag (2015-priser); efter reglen kmf_psychiatry" in listed
    assert "Psykiatrisk sengedag, almen psykiatri. Kilde: Tanker om retspsykiatri" in listed
    assert "Også 2014, 2016, 2017, 2018, 2021, 2023" in listed
    for heading in ("Enhedspriser: sundhed", "Målgrupper", "Prisindeks", "Diskonteringsrenter", "Betalerregler"):
        assert f"\n{heading}\n" in listed
    assert "Unit costs" not in listed


def test_the_list_is_english_on_request() -> None:
    listed = som("list", "bed-day", "psychiatric", "--language", "en").stdout
    assert "psychiatric_bed_day: 3,518 kr. per bed-day (2015 prices); by the rule kmf_psychiatry" in listed
    assert "Source: Tanker om retspsykiatri" in listed
    assert "Unit costs: health" in listed


def test_every_word_must_be_in_name_label_law_or_source() -> None:
    both = names("sengedag", "psykiatri")
    assert "psychiatric_bed_day@2015" in both
    assert set(both) < set(names("sengedag"))
    assert set(both) < set(names("PSYKIATRI"))
    assert names("sengedag", "kontanthjælp") == []


@pytest.mark.parametrize(
    ("field", "value", "one"),
    [("area", "co_financing", "psychiatric_bed_day@2015"), ("topic", "homelessness", "shelter_110_day@2023")],
)
def test_a_listing_is_kept_to_an_area_or_a_subject(field: str, value: str, one: str) -> None:
    rows = json.loads(som("list", f"--{field}", value, "--format", "json").stdout)
    assert one in [row["name"] for row in rows]
    assert {row[field] for row in rows} == {value}


def test_a_payer_is_found_by_shares_and_by_rules() -> None:
    region = names("--payer", "region")
    assert {"forensic_psychiatry_bed_day@2015", "psychiatric_bed_day@2015", "kmf_psychiatry"} <= set(region)
    assert "refund_ladder" not in region
    assert not any(name.startswith("cash_benefit") for name in region)


@pytest.mark.parametrize(
    ("section", "one"),
    [
        ("unit_costs", "shelter_110_day@2023"),
        ("target_groups", "homeless_adults"),
        ("indices", "net_price_index"),
        ("discount_schedules", "finance_ministry_2021"),
        ("payer_rules", "shelter_refund"),
    ],
)
def test_a_section_is_listed_alone(section: str, one: str) -> None:
    rows = json.loads(som("list", "--section", section, "--format", "json").stdout)
    assert one in [row["name"] for row in rows]
    assert {row["section"] for row in rows} == {section}
    assert all(row["label"] for row in rows)


def test_the_list_for_machines_has_a_row_for_each_price_year_with_its_source() -> None:
    rows = list(csv.DictReader(io.StringIO(som("list", "cash_benefit_30plus_other", "--format", "csv").stdout)))
    assert list(rows[0]) == COLUMNS
    assert {row["name"] for row in rows} >= {f"cash_benefit_30plus_other@{year}" for year in (2014, 2023, 2024)}
    price = next(row for row in rows if row["name"] == "cash_benefit_30plus_other@2024")
    assert (price["amount"], price["price_year"], price["unit"]) == ("12326.0", "2024", "month")
    assert all(row["source"] for row in rows)
    assert list(json.loads(som("list", "psychiatric_bed_day", "--format", "json").stdout)[0]) == COLUMNS


def test_the_list_for_danish_excel_has_semicolons_and_decimal_commas() -> None:
    listed = som("list", "support_extra_hour_105", "--format", "excel").stdout
    assert listed.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(listed.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows[0]) == len(rows[1]) == len(COLUMNS)
    assert "393,76" in rows[1]


def test_a_listing_of_nothing_is_no_error() -> None:
    assert "0 poster" in som("list", "xyzzy").stdout
    assert json.loads(som("list", "xyzzy", "--format", "json").stdout) == []


def test_a_listing_goes_to_a_file_once(tmp_path: Path, own: str) -> None:
    file = tmp_path / "list.csv"
    som("list", "sengedag", "-o", str(file))
    first = file.read_text(encoding="utf-8")
    assert first.startswith("section,name,label")
    assert "overskrives ikke" in som("list", "hjemløs", "-o", str(file), code=2).stderr
    assert file.read_text(encoding="utf-8") == first
    som("list", "hjemløs", "-o", str(file), "--overwrite")
    assert file.read_text(encoding="utf-8") != first
    som("list", "-o", str(tmp_path / "list.xlsx"), code=2)
    som("list", "--catalogue", own, "-o", own, "--overwrite", code=2)
    som("show", "psychiatric_bed_day", "--catalogue", own, "-o", own, "--overwrite", code=2)
    som("check", own, "-o", own, "--overwrite", code=2)
    assert Path(own).read_text(encoding="utf-8") == OWN
    assert {path.name for path in tmp_path.iterdir()} == {"list.csv", "own.yaml"}


def test_an_own_price_stands_before_the_national_one_and_is_marked(own: str) -> None:
    listed = som("list", "psychiatric_bed_day", "--catalogue", own).stdout
    assert "psychiatric_bed_day: 4.321 kr. pr. sengedag (2024-priser); region" in listed
    assert "Vores sengedag. jeres eget katalog. Kilde: Fictitious price list 2024" in listed
    assert listed.index("4.321") < listed.index("3.518")
    found = som("list", "psychiatric_bed_day", "--catalogue", own, "--language", "en").stdout
    assert "Our bed-day. your own catalogue." in found
    rows = json.loads(som("show", "psychiatric_bed_day", "--catalogue", own, "--format", "json").stdout)
    assert [(row["name"], row["own"]) for row in rows] == [
        ("psychiatric_bed_day@2024", True),
        ("psychiatric_bed_day@2015", False),
    ]
    shown = som("show", "psychiatric_bed_day", "--catalogue", own).stdout
    assert shown.startswith("psychiatric_bed_day@2024: Vores sengedag")
    assert "psychiatric_bed_day@2015: 3.518 kr." in shown


def test_an_own_price_that_is_shown_is_marked(own: str) -> None:
    assert "jeres eget katalog" in som("show", "psychiatric_bed_day@2024", "--catalogue", own).stdout


def test_the_heading_counts_what_is_listed(own: str) -> None:
    listed = som("list", "psychiatric_bed_day", "--catalogue", own).stdout
    assert listed.startswith(f"Katalog {VERSION}: 2 poster") or listed.count("psychiatric_bed_day:") == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("shelter_110_day", ("1.507 kr. pr. dag (2023-priser)", "serviceloven § 110", "5.38.42", "Kilde: Godt i gang")),
        ("shelter_110_day", ("change: -1, payers: {rule: shelter_refund, days_before: …}",)),
        ("cash_benefit_30plus_other", ("12.326 kr. pr. måned (2024-priser)", "cash_benefit_30plus_other@2014: 10.689 kr.")),
        ("cash_benefit_30plus_other@2014", ("10.689 kr. pr. måned (2014-priser)", "Kilde: Beskæftigelsesministeriet")),
        ("act_year", ("kasse ukendt", "payers: {…}")),
        ("homeless_adults", ("Succesmål:", "Kendte tal:", "personer (2022)", "definition: homeless_adults")),
        ("homeless_adults", ("Konsekvenser at se efter:", "(unit_cost: shelter_110_day)")),
        ("refund_ladder", ("Kræver: weeks_before (uger på ydelsen før indsatsen)", "2016-01-01", "{rule: refund_ladder, weeks")),
        ("costly_case", ("2010-01-01: ikke fundet", "limits: 860.000 / 1.680.000 / 2.120.000", "barnets lov § 198")),
        ("kmf_psychiatry", ("days_per_admission (sengedage pr. indlæggelse)", "(valgfri: færre", "ceiling: 8.862")),
        ("net_price_index", ("Basis: 2015 = 100", "2023: 118,04", "price_index: net_price_index")),
        ("finance_ministry_2021", ("år 0-35: 3,5 %", "discount_rate: finance_ministry_2021")),
    ],
)
def test_an_entry_is_shown_with_its_source_and_how_to_write_it(name: str, said: tuple[str, ...]) -> None:
    shown = som("show", name).stdout
    assert [each for each in (*said, "Kilde: ", "I et scenarie: ") if each not in shown] == []


def test_an_entry_is_shown_in_english_on_request() -> None:
    shown = som("show", "costly_case", "--language", "en").stdout
    asked = "Asks for: yearly_cost_before (kr. a year for the citizen before the programme)"
    for each in ("Particularly costly cases", asked, "2010-01-01: not found", "In a scenario: "):
        assert each in shown
    assert "Kilde" not in shown


def test_what_a_listing_proposes_can_be_written(tmp_path: Path) -> None:
    line = som("show", "shelter_110_day").stdout.rpartition("I et scenarie: ")[2].strip().replace("…", "200")
    file = tmp_path / "scenario.yaml"
    file.write_text(
        "som: 1\nname: shelter\nperiod: {start: 2023, years: 2}\nprice_year: 2023\ndiscount_rate: 0\n"
        "programme: {payers: {municipality: 1}}\n"
        "target_groups: {citizens: {participants: 10, success_rate: 0.5, consequences: {" + line + "}}}\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, "-m", "som_model", "check", str(file)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("psychiatric_bedday", "psychiatric_bed_day"),
        ("psykiatrisk_sengedag", "psychiatric_bed_day"),
        ("refund_lader", "refund_ladder"),
        ("homeless_adult", "homeless_adults"),
        ("net_price", "net_price_index"),
        ("finance_ministry", "finance_ministry_2021"),
    ],
)
def test_an_unknown_entry_is_answered_with_the_nearest(name: str, near: str) -> None:
    done = som("show", name, code=2)
    assert done.stdout == ""
    assert f"{name} er ikke i kataloget; mente du: " in done.stderr
    assert near in done.stderr
    assert "is not in the catalogue" in som("show", name, "--language", "en", code=2).stderr


def test_an_unknown_price_year_is_answered_with_those_there_are() -> None:
    said = som("show", "cash_benefit_30plus_other@1999", code=2).stderr
    assert "cash_benefit_30plus_other@2024" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "--payer", "kommune"), "municipality"),
        (("list", "--section", "unit_cost"), "unit_costs"),
        (("list", "--format", "xml"), "excel"),
        (("list", "--catalogue", "nowhere.yaml"), "nowhere.yaml"),
        (("list", "--catalogue", "scenarios/hedensted.yaml"), "som_catalogue: 1"),
        (("list", "--catalogue", WRONG), "municipality"),
        (("show", "act_year", "--catalogue", WRONG), "municipality"),
        (("show",), "NAME"),
        (("check", "--year", "næste"), "--year"),
        (("check", WRONG), f"{WRONG}:34:14: payer_rules.shelter_refund.payers.1"),
        (("check", "scenarios/hedensted.yaml"), "som_catalogue: 1"),
        (("check", "nowhere.yaml"), "nowhere.yaml"),
        (("frobnicate",), "frobnicate"),
        ((), "catalogue"),
    ],
)
def test_a_slip_is_answered_in_plain_words(arguments: tuple[str, ...], said: str) -> None:
    done = som(*arguments, code=2)
    assert said in done.stderr + done.stdout


@pytest.mark.parametrize(("field", "near"), [("area", "service"), ("topic", "housing")])
def test_an_unknown_area_or_subject_is_answered(field: str, near: str) -> None:
    assert near in som("list", f"--{field}", "nowhere", code=2).stderr


def test_a_missing_catalogue_is_said_to_be_missing() -> None:
    assert "findes ikke" in som("check", "nowhere.yaml", code=2).stderr


def test_an_index_without_a_known_year_ends_no_check() -> None:
    assert "our_index" in som("check", NO_YEAR, code=2).stderr


def test_the_check_tells_what_ends_before_a_year() -> None:
    said = som("check", "--year", "2027").stdout
    assert said.startswith("Mangler for 2027: ")
    for heading in ("Satser uden 2027", "Priser ældre end fem år", "Serier, der slutter", "loven er læst til og med"):
        assert heading in said
    assert "cash_benefit_30plus_other: sidste sats er fra 2024" in said
    assert "psychiatric_bed_day: sidste pris er fra 2015" in said
    assert "shelter_refund: loven er læst til og med 2024" in said
    english = som("check", "--year", "2027", "--language", "en").stdout
    assert english.startswith("Lacking for 2027: ")
    assert "cash_benefit_30plus_other: the last rate is of 2024" in english


def test_the_check_of_an_early_year_finds_less() -> None:
    early, late = (json.loads(som("check", "--year", year, "--format", "json").stdout) for year in ("2015", "2027"))
    assert len(early) < len(late)
    assert {row["kind"] for row in late} >= {"rate_ends", "price_old", "series_ends", "law_ends"}
    assert all(row["last"] < 2015 for row in early if row["kind"] != "series_partial")


def test_the_check_takes_own_files_too() -> None:
    rows = list(csv.DictReader(io.StringIO(som("check", OURS, "--year", "2032", "--format", "csv").stdout)))
    ours = {row["name"]: row for row in rows if row["own"].lower() == "true"}
    assert set(ours) >= {"support_hour", "supervision_hour", "our_index"}
    assert ours["our_index"]["kind"] == "series_ends"
    assert ours["our_index"]["last"] == "2024"


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
@pytest.mark.parametrize("arguments", [("list",), ("show", "homeless_adults"), ("check", "--year", "2027")])
def test_old_consoles_can_show_the_catalogue(encoding: str, arguments: tuple[str, ...]) -> None:
    assert som(*arguments, encoding=encoding).stdout
