"""Each broken file has one slip, said in its first lines; the reader must find it there, once, and say the remedy."""

from pathlib import Path

import pytest

import som_model as som

FOLDER = Path(__file__).parent / "broken_scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))
CATALOGUES = sorted((FOLDER / "catalogues").glob("*.yaml"))
ALLOWED = sorted((FOLDER / "allowed").glob("*.yaml"))

MISPLACED = "a parameter's own slip is placed at the rule's name"
NOT_REFUSED = "accepted today"
CRASHES = "accepted, and the calculation then stops with KeyError, ValueError or IndexError"
NOT_YET = {
    "catalogue_price_without_payers": "the finding points into the built-in catalogue, not at the line",
    "limits_across_a_gap": "a gap is told as a year beyond the ends, with a remedy that does not help",
    "parameter_as_a_list": MISPLACED,
    "parameter_as_a_percentage": MISPLACED,
    "parameter_by_year": MISPLACED,
    "parameter_in_danish": "KeyError: the check of what is saved asks for the parameter that is missing",
    "parameter_missing_in_one_year": "the year of the payers map is left out of the address",
    "parameter_misspelt": "one slip, two findings",
    "parameter_negative_days": MISPLACED,
    "parameter_negative_weeks": MISPLACED,
    "parameter_negative_weeks_in_one_year": MISPLACED,
    "parameter_of_more_days_than_a_year_has": NOT_REFUSED,
    "parameter_of_no_days": "one slip, two findings",
    "parameter_of_no_yearly_cost": "one slip, two findings",
    "parameter_on_the_line_itself": "one slip, two findings, and not what to write",
    "parameter_with_its_noun": MISPLACED,
    "parameter_with_one_end_of_an_interval": MISPLACED,
    "parameter_with_one_thousands_point": "kr. of a parameter are read as a plain number: 900.000 is 900",
    "parameter_with_thousands_points": MISPLACED,
    "prudence_as_a_number": "what to write lacks effects",
    "prudence_as_an_estimate": "one slip, three findings, with far-fetched names",
    "prudence_as_true": "what to write lacks effects",
    "prudence_without_a_share": NOT_REFUSED,
    "rule_as_a_text": "shares are proposed, not the rule that is named",
    "rule_field_in_danish": "region is proposed for regel, and a second finding follows",
    "rule_of_another_act_on_a_catalogue_price": "the finding points into the built-in catalogue, not at the line",
    "rule_of_bed_days_on_a_price_an_admission": NOT_REFUSED,
    "rule_of_days_on_a_price_a_year": NOT_REFUSED,
    "rule_of_nothing": "a text is asked for, not the name of a rule",
    "rule_with_a_source_beside_its_parameter": MISPLACED,
    "saved_alternative_of_more_days_than_there_were": "change is named, where the line has units",
    "saves_more_than_the_yearly_cost_of_a_list": NOT_REFUSED,
    "variant_sets_a_negative_parameter": MISPLACED,
    "catalogue_account_quality_not_a_grade": "told once more for each copy of the entry",
    "index_of_no_known_year": CRASHES,
    "key_with_half_a_year": "one slip, two findings",
    "law_date_in_danish_order": "the date to write is always 2023-10-01",
    "law_date_of_a_year": "the date to write is always 2023-10-01",
    "law_with_a_misspelt_number": CRASHES,
    "law_with_a_refund_above_one": NOT_REFUSED,
    "law_with_more_rates_than_limits": CRASHES,
    "law_without_its_number": CRASHES,
    "rule_that_the_product_does_not_have": NOT_REFUSED,
    "schedule_with_a_long_dash": CRASHES,
    "schedule_without_rates": CRASHES,
    "paragraph_with_a_hard_space": "refused, with the section that is written",
    "paragraph_without_a_space": "refused, though the section is the one that is asked for",
    "price_index_without_its_name": "KeyError: the net price index is not taken where price_index has rates alone",
}
"""What the reader does not do as it should; a test that begins to pass must leave the list."""


def files(paths: list[Path]) -> list[object]:
    """The files as parameters, those of NOT_YET marked."""
    marks = {name: pytest.mark.xfail(reason=reason, strict=True) for name, reason in NOT_YET.items()}
    return [pytest.param(path, id=path.stem, marks=marks.get(path.stem, ())) for path in paths]


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


@pytest.mark.parametrize("path", files(FILES))
def test_the_one_slip_is_found_where_it_stands(path: Path) -> None:
    with pytest.raises(som.ScenarioError) as error:
        som.read_scenario(path)
    assert_the_one_slip(path, error.value)


@pytest.mark.parametrize("path", files(CATALOGUES))
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


@pytest.mark.parametrize("path", files(ALLOWED))
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
