"""The built-in catalogue: every entry says where it comes from, and is found without parsing what is not used."""

from pathlib import Path

import pytest

from som_model.catalogue.files import DATA, SECTIONS, CatalogueFile, contents
from som_model.catalogue.rules.rule import payer_rule, rule_names
from som_model.reading.catalogue import read_catalogue_file
from som_model.scenario.unit_cost import UnitCost

FILES = sorted(DATA.rglob("*.yaml"))


def opened(path: Path) -> CatalogueFile:
    made = read_catalogue_file(path)
    assert made is not None
    return made


@pytest.fixture(scope="module")
def files() -> dict[Path, CatalogueFile]:
    return {path: opened(path) for path in FILES}


@pytest.fixture(scope="module")
def prices(files: dict[Path, CatalogueFile]) -> dict[str, UnitCost]:
    return {key: cost for file in files.values() for key, cost in file.unit_costs.items()}


@pytest.mark.parametrize("section", SECTIONS)
def test_the_contents_are_what_the_files_hold(section: str, files: dict[Path, CatalogueFile]) -> None:
    """Finding entries without parsing gives what parsing gives, and no key stands in two files."""
    held = [key for path, file in files.items() for key in getattr(file, section) if path.parent.name == section]
    assert len(held) == len(set(held))
    parsed = {key: path for path, file in files.items() for key in getattr(file, section)}
    assert contents(section) == parsed
    assert all(path.parent.name == section for path in parsed.values())


def test_every_price_has_source_unit_year_and_payers(prices: dict[str, UnitCost]) -> None:
    """A price without payers says so, and cannot be used."""
    for key, cost in prices.items():
        assert cost.source, key
        assert cost.url, key
        assert cost.unit, key
        assert cost.price_year, key
        assert cost.quality, key
        assert cost.label is not None, key
        assert cost.label.say("da") != cost.label.say("en") or " " not in cost.label.say("da"), key
        assert (cost.payers is None) == (cost.payers_basis == "unknown"), key
        assert cost.amount is not None, key


def test_one_key_has_one_unit(prices: dict[str, UnitCost]) -> None:
    """Per day and per month are two keys."""
    units: dict[str, set[str | None]] = {}
    for key, cost in prices.items():
        units.setdefault(key.partition("@")[0], set()).add(cost.unit)
    assert {key: found for key, found in units.items() if len(found) > 1} == {}


def test_what_is_not_published_is_noted(prices: dict[str, UnitCost]) -> None:
    """A price graded assumed tells the reader why; an account from memory is marked."""
    for key, cost in prices.items():
        assert cost.quality != "assumed" or cost.note is not None, key
        assert cost.account is None or cost.account_quality is not None, key


def test_the_catalogue_is_as_large_as_promised(prices: dict[str, UnitCost]) -> None:
    """At least 100 prices of one unit, 60 of them with payers (staff pay is not a price of a citizen's unit)."""
    latest = {key.partition("@")[0]: cost for key, cost in prices.items() if cost.topic != "staff"}
    assert len(latest) >= 100
    assert sum(cost.payers is not None for cost in latest.values()) >= 60


def test_series_schedules_and_groups_have_sources(files: dict[Path, CatalogueFile]) -> None:
    """A number never travels without its source."""
    for file in files.values():
        for sourced in (*file.indices.values(), *file.discount_schedules.values(), *file.target_groups.values()):
            assert sourced.source
            assert sourced.quality


def test_there_are_twelve_target_groups(files: dict[Path, CatalogueFile]) -> None:
    """Each says who, under which law, what a success is and who usually pays; a measure of ours says that it is."""
    groups = {key: group for file in files.values() for key, group in file.target_groups.items()}
    assert len(groups) >= 12
    for key, group in groups.items():
        for field in ("label", "definition", "law", "success_measure", "success_measure_quality", "usual_payers"):
            assert getattr(group, field), f"{key}.{field}"
        assert group.success_measure is not None
        proposed = group.success_measure.say("da").startswith("Forslag")
        assert proposed == (group.success_measure_quality == "assumed"), key


def test_what_a_group_may_change_is_in_the_catalogue(files: dict[Path, CatalogueFile], prices: dict[str, UnitCost]) -> None:
    """A consequence worth looking at has a price."""
    known = {key.partition("@")[0] for key in prices}
    for file in files.values():
        for key, group in file.target_groups.items():
            for name, line in group.consequences.items():
                assert line.unit_cost.partition("@")[0] in known, f"{key}.{name}"


@pytest.mark.parametrize("name", rule_names())
def test_a_rule_is_a_function_file_and_a_data_file_of_one_name(name: str, files: dict[Path, CatalogueFile]) -> None:
    """Every law of a rule is dated, sourced and graded, unless it says that it is not known."""
    rule = payer_rule(name)
    assert rule is not None
    law = files[DATA / "payer_rules" / f"{name}.yaml"].payer_rules[name]
    assert [each.since for each in law.laws] == sorted(each.since for each in law.laws)
    for each in law.laws:
        assert each.unknown or (each.source and each.url and each.quality and each.numbers), each.since
