"""Reading: what a scenario is, how it is varied, and the files people really have."""

import pickle
from pathlib import Path

import pytest

import som_model as som
from som_model.presentation.sentences import sentences
from tests.every import every

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
HEDENSTED = SCENARIOS / "hedensted.yaml"
EXAMPLE = SCENARIOS / "example.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"


@pytest.fixture
def hedensted() -> som.Scenario:
    return som.read_scenario(HEDENSTED)


def test_a_scenario_cannot_be_changed(hedensted: som.Scenario) -> None:
    with pytest.raises(ValueError, match="frozen"):
        hedensted.price_year = 2020  # type: ignore[misc]
    with pytest.raises(TypeError):
        hedensted.target_groups["other"] = hedensted.target_groups["dual_diagnosis"]  # type: ignore[index]


def test_a_scenario_can_be_sent_to_another_process(hedensted: som.Scenario) -> None:
    again = pickle.loads(pickle.dumps(hedensted))
    assert again.record.input_sha256 == hedensted.record.input_sha256
    assert som.project(again.vary({SUCCESS: 0.4})).accumulated_net == pytest.approx(1_025_000, abs=0.005)


def test_vary_gives_a_copy_and_leaves_the_original(hedensted: som.Scenario) -> None:
    varied = hedensted.vary({SUCCESS: 0.4})
    assert varied.target_groups["dual_diagnosis"].success_rate.value == 0.4
    assert hedensted.target_groups["dual_diagnosis"].success_rate.value == 0.3
    assert varied.record.input_sha256 != hedensted.record.input_sha256


def test_a_plain_number_drops_what_was_known_with_a_notice_and_a_mapping_replaces_whole(hedensted: som.Scenario) -> None:
    plain = hedensted.vary({SUCCESS: 0.4})
    assert plain.target_groups["dual_diagnosis"].success_rate.low is None
    assert (SUCCESS, "estimate_dropped") in {(notice.address, notice.message.key) for notice in plain.record.notices}
    whole = hedensted.vary({SUCCESS: {"value": 0.4, "low": 0.35, "high": 0.45}})
    assert whole.target_groups["dual_diagnosis"].success_rate.low == 0.35
    assert whole.target_groups["dual_diagnosis"].success_rate.source is None
    assert not [notice for notice in whole.record.notices if notice.message.key == "estimate_dropped"]


def test_a_number_for_a_whole_list_drops_what_was_known_of_its_entries(hedensted: som.Scenario) -> None:
    participants = "target_groups.dual_diagnosis.participants"
    listed = hedensted.vary({participants: [8, {"value": 9, "source": "own count"}, 8, 8, 8]})
    notices = listed.vary({participants: 8}).record.notices
    assert (participants, "estimate_dropped") in {(notice.address, notice.message.key) for notice in notices}


@every("field", ["effect_since_entry.2018", "consequences.bed_days.change.2017"])
def test_no_year_names_an_entry_by_year_since_entry(field: str) -> None:
    with pytest.raises(som.ScenarioError, match="findes ikke"):
        som.read_scenario(HEDENSTED).vary({f"target_groups.dual_diagnosis.{field}": 0.5})


@every("order", [(0, 1), (1, 0)], ids=str)
def test_a_year_is_a_year_of_the_period_that_is_set_whichever_stands_first(order: tuple[int, int]) -> None:
    participants = "target_groups.dual_diagnosis.participants"
    listed = som.read_scenario(HEDENSTED).vary({participants: [1, 2, 3, 4, 5]})
    both = [("period.start", 2018), (f"{participants}.2018", 99)]
    each = listed.vary(dict(both[place] for place in order)).target_groups["dual_diagnosis"].participants.each
    assert [entry.value for entry in each or ()] == [99, 2, 3, 4, 5]


def test_a_copy_that_is_not_resolved_calculates_nothing_rather_than_0(hedensted: som.Scenario) -> None:
    with pytest.raises(RuntimeError, match="vary"):
        som.project(hedensted.model_copy())


def test_one_part_of_an_estimate_can_be_set(hedensted: som.Scenario) -> None:
    rate = hedensted.vary({f"{SUCCESS}.high": 0.45}).target_groups["dual_diagnosis"].success_rate
    assert (rate.value, rate.low, rate.high) == (0.3, 0.2, 0.45)


@every(
    "address, value",
    [
        ("target_groups.dual_diagnosis.participants.2025", 12),
        ("target_groups.young_adults.participants.2026", 7),
        ("target_groups.dual_diagnosis.consequences.treatment.change.2", -0.7),
        ("target_groups.dual_diagnosis.attrition_rate", 0.03),
        ("unit_costs.substance_treatment_year.amount", 61000),
        ("unit_costs.shelter_night.payers.2026.municipality", 0.8),
        ("unit_costs.psychiatric_bed_day.payers.days_per_admission", 20),
        ("programme.costs.certificate.amount.2", 150),
        ("programme.to_year", 2026),
        ("discount_rate", "finance_ministry_2021"),
        ("indices.our_own_index.values.2024", 104),
        ("programme.costs.training.counted", False),
        ("target_groups.dual_diagnosis.consequences.shelter_nights.unit_cost", "support_hour"),
        ("unit_costs.supervision_hour.amount", 1300.125),
    ],
)
def test_every_kind_of_address_can_be_set(address: str, value: object) -> None:
    base = som.read_scenario(EXAMPLE)
    varied = base.vary({address: value})
    assert varied.record.input_sha256 != base.record.input_sha256
    som.project(varied)


@every(
    "address",
    [
        "target_groups.dual_diagnosi.success_rate",
        "target_groups.dual_diagnosis.succes_rate",
        "discount",
        "target_groups.dual_diagnosis.participants.2031",
        "target_groups.dual_diagnosis.consequences.treatment.change.4",
        "unit_costs.nothing.amount",
        "variants.prudent",
        "name",
        "programme.costs.new_line",
        "",
        "programme..costs",
    ],
)
def test_an_address_that_does_not_exist_is_refused(address: str) -> None:
    with pytest.raises(som.ScenarioError) as error:
        som.read_scenario(EXAMPLE).vary({address: 1})
    assert len(error.value.findings) == 1


def test_values_set_from_python_are_checked_like_a_file(hedensted: som.Scenario) -> None:
    with pytest.raises(som.ScenarioError, match=r"0\.45"):
        hedensted.vary({SUCCESS: "45 %"})
    with pytest.raises(som.ScenarioError):
        hedensted.vary({SUCCESS: 1.2})
    with pytest.raises(TypeError):
        hedensted.vary({SUCCESS: object()})


def test_an_empty_cell_of_a_table_is_refused_with_its_address(hedensted: som.Scenario) -> None:
    with pytest.raises(som.ScenarioError, match=r"success_rate: «nan» er ikke et tal"):
        hedensted.vary({SUCCESS: float("nan")})


def test_an_unknown_variant_is_named_with_those_there_are() -> None:
    with pytest.raises(som.UnknownName, match="prudent, observed"):
        som.read_scenario(HEDENSTED, "forsigtig")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_windows_files_read_the_same(tmp_path: Path, encoding: str, newline: str, hedensted: som.Scenario) -> None:
    file = tmp_path / "hedensted.yaml"
    text = HEDENSTED.read_text(encoding="utf-8").replace("\n", newline)
    file.write_bytes(text.encode(encoding))
    assert som.read_scenario(file).record.input_sha256 == hedensted.record.input_sha256


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_other_encodings_are_refused_in_plain_words(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "hedensted.yaml"
    file.write_bytes(HEDENSTED.read_text(encoding="utf-8").encode(encoding, errors="replace"))
    with pytest.raises(som.ScenarioError, match="UTF-8"):
        som.read_scenario(file)


def test_a_missing_file_is_one_finding(tmp_path: Path) -> None:
    with pytest.raises(som.ScenarioError) as error:
        som.read_scenario(tmp_path / "not_there.yaml")
    assert len(error.value.findings) == 1


def test_comments_and_order_do_not_change_the_fingerprint(tmp_path: Path) -> None:
    one = tmp_path / "one.yaml"
    text = "som: 1\nname: x\nperiod: {start: 2024}\nprice_year: 2024\ndiscount_rate: 0\n"
    one.write_text(text, encoding="utf-8")
    two = tmp_path / "two.yaml"
    two.write_text("# a word\n" + "\n".join(reversed(text.splitlines())) + "\n", encoding="utf-8")
    assert som.read_scenario(one).record.input_sha256 == som.read_scenario(two).record.input_sha256


def test_a_variant_that_sets_nothing_is_the_scenario_as_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "as_written.yaml"
    text = HEDENSTED.read_text(encoding="utf-8")
    file.write_text(text.replace("variants:\n", "variants:\n  as_written: {set: {}}\n"), encoding="utf-8")
    base, as_written = som.read_scenario(file), som.read_scenario(file, "as_written")
    assert som.project(as_written).accumulated_net == som.project(base).accumulated_net
    assert som.read_scenarios(file)[0].variant == "as_written"
    said = {language: dict(sentences(base, language))["variants.as_written"] for language in ("da", "en")}
    assert said == {
        "da": "Varianten as_written (as_written): som filen er skrevet.",
        "en": "Variant as_written (as_written): as the file is written.",
    }
