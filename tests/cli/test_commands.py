"""The command line: what it prints where, how it ends, and that nothing is lost."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import som_model
from tests.command_line import ROOT, som

HEDENSTED = "scenarios/hedensted.yaml"
BROKEN = "tests/broken_scenarios/percentage_for_a_share.yaml"


def test_compare_prints_both_variants() -> None:
    done = som("compare", HEDENSTED)
    assert done.returncode == 0
    assert "30 % (forsigtigt skøn)" in done.stdout
    assert "40 % (målt lokalt)" in done.stdout
    assert "500.000" in done.stdout
    assert "1.025.000" in done.stdout
    assert "Bemærkninger" in done.stderr


def test_english_on_request() -> None:
    done = som("compare", HEDENSTED, "--language", "en")
    assert "1,025,000" in done.stdout
    assert "Accumulated net" in done.stdout
    assert "Notices:" in done.stderr


def test_check_says_each_line_in_one_sentence() -> None:
    done = som("check", HEDENSTED)
    assert done.returncode == 0
    assert "430.000 kr. pr. fuldtidsstilling" in done.stdout
    assert "hver succes sparer 25,8 (10 til 43,8) sengedage én gang" in done.stdout


def test_check_of_a_broken_file_prints_one_line_a_finding_and_ends_with_2() -> None:
    done = som("check", BROKEN)
    assert done.returncode == 2
    lines = done.stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"{BROKEN}:14:19: target_groups.citizens.success_rate:")
    assert "Traceback" not in done.stderr


def test_check_of_several_files_reads_them_all() -> None:
    done = som("check", HEDENSTED, BROKEN, "--format", "json")
    assert done.returncode == 2
    good, broken = json.loads(done.stdout)
    assert good["findings"] == []
    assert len(good["sentences"]) >= 8
    assert broken["findings"][0]["line"] == 14


@pytest.mark.parametrize("command", ["run", "compare"])
def test_a_broken_file_is_answered_in_plain_words_on_standard_error(command: str) -> None:
    done = som(command, BROKEN)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "0.45" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_json_has_exactly_the_keys_of_the_contract() -> None:
    made = json.loads(som("run", HEDENSTED, "--variant", "prudent", "--format", "json").stdout)
    assert list(made) == [
        "scenario",
        "variant",
        "title",
        "price_year",
        "discount_rate",
        "rules_as_of",
        "years",
        "payers",
        "programme_cost",
        "savings",
        "net",
        "accumulated",
        "accumulated_net",
        "net_present_value",
        "benefit_cost_ratio",
        "payback_year",
        "payback_by_payer",
        "participants",
        "successes",
        "by_group",
        "net_per_participant",
        "net_per_success",
        "notices",
        "not_counted",
        "som_model",
        "catalogue_version",
        "input_sha256",
    ]
    assert list(made["net"]) == ["municipality", "region", "state", "total"]
    assert made["accumulated_net"] == pytest.approx(500_000, abs=0.005)
    for t in range(5):
        assert made["net"]["total"][t] == pytest.approx(sum(made["net"][payer][t] for payer in made["payers"]))
    assert set(made["notices"][0]) == {"address", "text"}


def test_compare_prints_a_list_of_the_same_objects() -> None:
    made = json.loads(som("compare", HEDENSTED, "--format", "json").stdout)
    assert [each["variant"] for each in made] == ["prudent", "observed"]


def test_settings_are_set_and_checked() -> None:
    address = "target_groups.dual_diagnosis.success_rate"
    made = json.loads(som("run", HEDENSTED, "--set", f"{address}=0.4", "--set", "discount_rate=0.035", "--format", "json").stdout)
    assert made["accumulated_net"] == pytest.approx(1_025_000, abs=0.005)
    assert made["discount_rate"] == 0.035
    estimate = som("run", HEDENSTED, "--set", f"{address}={{value: 0.4, low: 0.3, high: 0.5}}", "--format", "json")
    assert json.loads(estimate.stdout)["accumulated_net"] == pytest.approx(1_025_000, abs=0.005)
    for wrong in (f"{address}=0,4", f"{address}=1.4", f"{address}", "nowhere=1", f"{address}=[", "=1", f"{address}="):
        done = som("run", HEDENSTED, "--set", wrong)
        assert done.returncode == 2, wrong
        assert "Traceback" not in done.stderr, wrong


def test_csv_is_for_machines_and_excel_for_danish_excel() -> None:
    rows = list(csv.DictReader(io.StringIO(som("run", HEDENSTED, "--format", "csv").stdout)))
    assert len(rows) == 4 * 5
    assert float(rows[0]["programme_cost"]) == 215000
    excel = som("run", HEDENSTED, "--format", "excel").stdout
    assert excel.startswith("\ufeffScenarie;Variant;Kasse;År;")
    assert ";Kommune;2017;2017;215000,0;46930,0;" in excel
    english = som("run", HEDENSTED, "--format", "excel", "--language", "en").stdout
    assert ";Municipality;2017;" in english


def test_a_result_goes_to_a_file_once(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    assert som("run", HEDENSTED, "--format", "json", "-o", str(file)).returncode == 0
    first = file.read_text(encoding="utf-8")
    again = som("run", HEDENSTED, "--variant", "observed", "--format", "json", "-o", str(file))
    assert again.returncode == 2
    assert file.read_text(encoding="utf-8") == first
    assert som("run", HEDENSTED, "--variant", "observed", "--format", "json", "-o", str(file), "--overwrite").returncode == 0
    assert json.loads(file.read_text(encoding="utf-8"))["variant"] == "observed"
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


def test_the_ending_of_the_file_says_the_format(tmp_path: Path) -> None:
    for name, begins in (("a.json", "{"), ("a.csv", "scenario,variant"), ("a.txt", "Koordinerende")):
        assert som("run", HEDENSTED, "-o", str(tmp_path / name)).returncode == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert som("run", HEDENSTED, "--format", "excel", "-o", str(tmp_path / "a.xlsx")).returncode == 2
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("command", ["run", "check", "compare"])
@pytest.mark.parametrize("lost", ["example.yaml", "our_prices.yaml"])
def test_an_input_is_never_written_over(tmp_path: Path, command: str, lost: str) -> None:
    for name in ("example.yaml", "our_prices.yaml"):
        (tmp_path / name).write_bytes((ROOT / "scenarios" / name).read_bytes())
    before = (tmp_path / lost).read_bytes()
    done = som(command, str(tmp_path / "example.yaml"), "-o", str(tmp_path / lost), "--overwrite")
    assert done.returncode == 2
    assert (tmp_path / lost).read_bytes() == before


def test_a_catalogue_is_checked_as_a_catalogue() -> None:
    done = som("check", "scenarios/our_prices.yaml")
    assert done.returncode == 0
    assert "Et katalog med 5 priser" in done.stdout
    assert som("run", "scenarios/our_prices.yaml").returncode == 2


def test_no_name_is_put_to_figures_that_are_not_its_own() -> None:
    done = som("compare", HEDENSTED, "--set", "target_groups.dual_diagnosis.success_rate=0.35", "--format", "json")
    titles = [each["title"] for each in json.loads(done.stdout)]
    assert all("ændret: success_rate = 0,35" in title for title in titles)


def test_a_folder_that_is_not_there_is_answered(tmp_path: Path) -> None:
    done = som("run", HEDENSTED, "-o", str(tmp_path / "nowhere" / "result.txt"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_new_scenario_is_in_order_and_runs(tmp_path: Path, language: str) -> None:
    file = tmp_path / "Min indsats.yaml"
    assert som("new", str(file), "--language", language).returncode == 0
    made = json.loads(som("run", str(file), "--format", "json").stdout)
    assert made["scenario"] == "min_indsats"
    assert made["accumulated_net"] > 0
    before = file.read_bytes()
    again = som("new", str(file))
    assert again.returncode == 2
    assert file.read_bytes() == before


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_variant_of_a_new_scenario_has_something_uncertain(tmp_path: Path, language: str) -> None:
    som("new", "mine.yaml", "--language", language, cwd=tmp_path)
    for variant in som_model.read_scenarios(tmp_path / "mine.yaml"):
        assert [address.rpartition(".")[2] for address in som_model.simulate(variant, draws=10).drawn] == ["success_rate"]


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
@pytest.mark.parametrize(
    "arguments", [("compare", HEDENSTED), ("check", HEDENSTED), ("run", "scenarios/example.yaml"), ("check", BROKEN)]
)
def test_old_consoles_can_show_it(encoding: str, arguments: tuple[str, ...]) -> None:
    done = som(*arguments, encoding=encoding)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert done.stdout


def test_an_unknown_variant_chart_and_file_are_answered(tmp_path: Path) -> None:
    for arguments in (
        ("run", HEDENSTED, "--variant", "forsigtig"),
        ("run", "nowhere.yaml"),
        ("check", "nowhere.yaml"),
        ("chart", HEDENSTED, "pie", "-o", str(tmp_path / "x.svg")),
        ("chart", HEDENSTED, "accumulated", "-o", str(tmp_path / "x.gif")),
        ("compare", HEDENSTED, "scenarios/example.yaml", "--reference", "prudent"),
        ("compare", HEDENSTED, "--reference", "nobody"),
        ("frobnicate",),
        ("run",),
    ):
        done = som(*arguments)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr, arguments
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["ledger", "accumulated", "by_payer", "by_area", "transfers", "waterfall", "comparison"])
@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_every_chart_is_written(tmp_path: Path, name: str, ending: str) -> None:
    file = tmp_path / f"{name}.{ending}"
    done = som("chart", HEDENSTED, name, "-o", str(file))
    assert done.returncode == 0, done.stderr
    assert file.stat().st_size > 3000
    assert som("chart", HEDENSTED, name, "-o", str(file)).returncode == 2


def test_the_schema_accepts_the_shipped_scenarios_field_by_field() -> None:
    schema = json.loads(som("schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert set(schema["properties"]) >= {"som", "period", "target_groups", "programme", "variants"}
    for field in schema["properties"].values():
        assert field.get("description")


LOADED = """
import sys
sys.argv = ["som", *ARGUMENTS]
from som_model.cli.start import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write("LOADED " + " ".join(sorted(name for name in sys.modules if "." not in name)))
"""


def test_check_and_run_do_not_load_the_heavy_libraries() -> None:
    for arguments, never in (
        (["check", HEDENSTED], {"numpy", "pandas", "matplotlib", "scipy", "rich"}),
        (["run", HEDENSTED, "--format", "json"], {"pandas", "matplotlib", "scipy", "rich"}),
    ):
        code = LOADED.replace("ARGUMENTS", repr(arguments))
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
        loaded = set(done.stderr.rpartition("LOADED ")[2].split())
        assert loaded & never == set()
