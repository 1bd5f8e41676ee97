"""Each broken file has one slip, said in its first lines; the reader must find it there, once, and say the remedy."""

from pathlib import Path

import pytest

import som_model as som
from tests.every import every

FOLDER = Path(__file__).parent / "broken_scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))
CATALOGUES = sorted((FOLDER / "catalogues").glob("*.yaml"))
ALLOWED = sorted((FOLDER / "allowed").glob("*.yaml"))


def header(path: Path) -> tuple[str, str, list[str]]:
    """Place, address and fragments that the file's first lines expect; '-' where none is."""
    lines = path.read_text(encoding="utf-8").splitlines()
    place, _, address = lines[1].removeprefix("# at:").strip().partition(" ")
    says = [part.strip() for part in lines[2].removeprefix("# says:").split("|")]
    return place, address, [part for part in says if part != "-"]


def assert_the_one_slip(path: Path, error: som.ScenarioError) -> None:
    """The file's header says where the only finding stands and what it must hold in both languages."""
    place, address, says = header(path)
    assert len(error.findings) == 1, error.say("en")
    finding = error.findings[0]
    assert finding.file == path.as_posix()
    assert place in ("-", f"{finding.line}:{finding.column}"), finding.say("en")
    assert not address or address.endswith(finding.address), finding.say("en")
    for language in ("da", "en"):
        said = f"{finding.address} {finding.message.say(language)}".lower()
        assert [part for part in says if part.lower() not in said] == [], said


@every("path", FILES, ids=lambda path: path.stem)
def test_the_one_slip_is_found_where_it_stands(path: Path) -> None:
    with pytest.raises(som.ScenarioError) as error:
        som.read_scenario(path)
    assert_the_one_slip(path, error.value)


@every("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_one_slip_of_a_catalogue_is_found_alone_and_from_a_scenario(path: Path, tmp_path: Path) -> None:
    with pytest.raises(som.ScenarioError) as error:
        som.read_catalogue(path)
    assert_the_one_slip(path, error.value)
    scenario = tmp_path / "scenario.yaml"
    sound = ALLOWED[0].read_text(encoding="utf-8")
    scenario.write_text(f"{sound}\ncatalogues: ['{path.as_posix()}']\n", encoding="utf-8")
    with pytest.raises(som.ScenarioError) as error:
        som.read_scenario(scenario)
    assert_the_one_slip(path, error.value)


@every("path", ALLOWED, ids=lambda path: path.stem)
def test_what_only_looks_like_a_slip_is_read_and_projected(path: Path) -> None:
    assert som.project(som.read_scenario(path)).years


def test_a_parameter_that_is_not_known_is_asked_for_when_a_line_needs_it() -> None:
    address = "target_groups.citizens.consequences.nights.payers.days_before"
    scenario = som.read_scenario(FOLDER / "allowed" / "all_days_saved.yaml").vary({address: None})
    with pytest.raises(som.MissingFigures) as error:
        som.project(scenario)
    assert [finding.address for finding in error.value.findings] == [address]


def test_there_are_enough_slips() -> None:
    assert len(FILES) >= 260
    assert len(CATALOGUES) >= 20


def test_all_slips_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "many.yaml"
    file.write_text(
        "som: 1\nname: many\nperiod: {start: 2024, years: 3}\nprice_year: 2024\ndiscount_rate: 0\n"
        "target_groups:\n  citizens:\n    participants: [1, 2]\n    succes_rate: 0.3\n    success_rate: 45 %\n"
        "    relapse_rate: 0.1\n    effect_since_entry: [1]\n"
        "    consequences: {days: {unit_cost: bed_dya, change: -1}}\n"
        "programme:\n  payers: {municipality: 0.5}\n  staffing: {post: {annual_cost: 215.000, from_year: 2026, to_year: 2025}}\n"
        "unit_costs: {bed_day: {amount: 1, unit: day, payers: {region: 1}}}\n"
        "variants: {v: {set: {target_groups.citisens.success_rate: 0.4}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(som.ScenarioError) as error:
        som.read_scenario(file)
    addresses = [finding.address for finding in error.value.findings]
    assert addresses == [
        "target_groups.citizens.participants",
        "target_groups.citizens.succes_rate",
        "target_groups.citizens.success_rate",
        "target_groups.citizens.effect_since_entry",
        "target_groups.citizens.consequences.days.unit_cost",
        "programme.payers",
        "programme.staffing.post.annual_cost",
        "programme.staffing.post.to_year",
        "target_groups.citisens.success_rate",
    ]
