"""A scenario written for an earlier catalogue hears what changed since of the things it uses, and of nothing else."""

import copy
import json
from pathlib import Path

import pytest

import som_model as som
from som_model.reading import knowledge as versions
from som_model.wording.message import Message

KMF = '{"rule": "kmf_psychiatry"}'
FIELDS = '{"law": "sundhedsloven", "unit": "bed_day"}'
SCENARIO = """som: 1
name: earlier
catalogue: "2020.1"
period: {start: 2017, years: 1}
price_year: 2017
discount_rate: 0
target_groups:
  citizens:
    participants: 10
    success_rate: 0.3
    consequences:
      bed_days: {unit_cost: psychiatric_bed_day, change: [-25.8], payers: {rule: kmf_psychiatry, days_per_admission: 25.8}}
      benefit: {unit_cost: cash_benefit_30plus_other, change: [-12], payers: {municipality: 1}}
"""


def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: dict[str, dict[str, object]], text: str = SCENARIO) -> Message:
    """The notice that a scenario of an earlier version gives."""
    (tmp_path / "2020.1.json").write_text(json.dumps(then), encoding="utf-8")
    monkeypatch.setattr(versions, "VERSIONS", tmp_path)
    (tmp_path / "earlier.yaml").write_text(text, encoding="utf-8")
    notices = som.project(som.read_scenario(tmp_path / "earlier.yaml")).notices
    return next(notice.message for notice in notices if notice.address == "catalogue")


@pytest.fixture
def now() -> dict[str, dict[str, object]]:
    return copy.deepcopy(versions.snapshot())


def test_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: dict[str, dict[str, object]]) -> None:
    """A catalogue of the same content says that nothing changed; what the scenario does not use does not count."""
    now["unit_costs"]["shelter_110_day@2023"] = ['"1"', '{"state": "1"}', "{}"]
    now["payer_rules"]["costly_case"] = "another"
    assert told(tmp_path, monkeypatch, now).key == "other_catalogue_same"


@pytest.mark.parametrize(
    ("name", "was", "said"),
    [
        ("psychiatric_bed_day@2015", ['"3000"', KMF, FIELDS], "psychiatric_bed_day (prisen)"),
        ("psychiatric_bed_day@2015", ['"3518"', '{"region": "1"}', FIELDS], "psychiatric_bed_day (hvem der betaler)"),
        ("psychiatric_bed_day@2015", ['"3518"', KMF, "{}"], "psychiatric_bed_day (lov, enhed eller andet)"),
        ("psychiatric_bed_day@2015", None, "psychiatric_bed_day (fandtes ikke)"),
        ("cash_benefit_30plus_other@2017", None, "cash_benefit_30plus_other (et andet prisår tages nu)"),
    ],
)
def test_a_changed_price_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    now: dict[str, dict[str, object]],
    name: str,
    was: list[str] | None,
    said: str,
) -> None:
    """Price, payers, a new entry, or a later vintage that the key alone now takes: each by name."""
    if was is None:
        del now["unit_costs"][name]
    else:
        now["unit_costs"][name] = was
    message = told(tmp_path, monkeypatch, now)
    assert message.key == "other_catalogue"
    assert message.say().endswith(f"Ændret siden: {said}")


def test_a_changed_rule_and_series_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: dict[str, dict[str, object]]
) -> None:
    """A rule's law and a revised index value count; a year added to an index does not."""
    now["payer_rules"]["kmf_psychiatry"] = "another law"
    series = now["indices"]["net_price_index"]
    assert isinstance(series, dict)
    del series["2024"]
    assert told(tmp_path, monkeypatch, now).say().endswith("Ændret siden: kmf_psychiatry")
    series["2016"] = "100.5"
    assert told(tmp_path, monkeypatch, now).say().endswith("Ændret siden: kmf_psychiatry, net_price_index")


def test_a_pinned_price_and_an_own_price_do_not_follow_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: dict[str, dict[str, object]]
) -> None:
    """key@2016 is that vintage in every version; a price of the scenario's own is none of the catalogue's."""
    del now["unit_costs"]["cash_benefit_30plus_other@2017"]
    pinned = SCENARIO.replace("unit_cost: cash_benefit_30plus_other,", "unit_cost: cash_benefit_30plus_other@2016,")
    assert told(tmp_path, monkeypatch, now, pinned).key == "other_catalogue_same"
    own = "unit_costs:\n  cash_benefit_30plus_other: {amount: 1, unit: month, price_year: 2017, payers: {municipality: 1}}\n"
    assert told(tmp_path, monkeypatch, now, SCENARIO + own).key == "other_catalogue_same"


def test_a_copied_price_follows_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: dict[str, dict[str, object]]
) -> None:
    """A local entry that copies a catalogue entry hears when that changed."""
    now["unit_costs"]["shelter_110_day@2023"] = ['"1"', "null", "{}"]
    own = "unit_costs:\n  own_night: {from: shelter_110_day@2023, realisable: 0.5}\n"
    assert "own_night (prisen)" in told(tmp_path, monkeypatch, now, SCENARIO + own).say()


def test_an_unknown_version_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: dict[str, dict[str, object]]) -> None:
    """What changed since a version nobody kept cannot be told."""
    text = SCENARIO.replace("2020.1", "1999.1")
    assert told(tmp_path, monkeypatch, now, text).key == "unknown_catalogue_version"


def test_the_installed_version_gives_no_notice(tmp_path: Path) -> None:
    """A scenario of the installed version hears nothing."""
    file = tmp_path / "now.yaml"
    file.write_text(SCENARIO.replace("2020.1", som.read_catalogue().version), encoding="utf-8")
    assert all(notice.address != "catalogue" for notice in som.project(som.read_scenario(file)).notices)
