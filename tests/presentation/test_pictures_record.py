"""What a saved picture says of its making: enough to make its numbers again, and nothing that changes from day to day."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure
from PIL import Image

import som_model as som
from som_model.presentation.colophon import colophon
from som_model.presentation.saving import picture, save
from som_model.version import __version__
from tests.presentation.test_charts import HEDENSTED

FORMS = ("svg", "png", "pdf")
DAY = date(2026, 11, 22)
HOSTILE = "<script>alert(1)</script> & ]]> -- \x00\x07\x1b \ud800 \U0001f600 (\\) " + "Æ" * 300


def said(path: Path) -> str:
    """What the metadata of a picture say of its making."""
    drawn = path.read_bytes()
    if path.suffix == ".svg":
        return ElementTree.fromstring(drawn).findtext(".//{http://purl.org/dc/elements/1.1/}description", "")
    if path.suffix == ".png":
        with Image.open(path) as opened:
            return str(opened.info.get("Description", ""))
    found = re.search(rb"/Subject (\(.*?(?<!\\)\)|<[0-9a-f]*>)", drawn, re.DOTALL)
    if found is None:
        return ""
    text = re.sub(rb"\\(.)", rb"\1", found[1][1:-1], flags=re.DOTALL)
    return text.decode("utf-16") if text.startswith(b"\xfe\xff") else text.decode("ascii")


def saved(figure: Figure, folder: Path, form: str, dated: date | None = None) -> str:
    path = folder / f"chart.{form}"
    save(figure, path, overwrite=True, dated=dated)
    return said(path)


def projected(variant: str = "prudent") -> som.Projection:
    return som.project(som.read_scenario(HEDENSTED, variant))


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_states_scenario_variant_hash_and_version_and_no_date(tmp_path: Path, form: str) -> None:
    projection = projected()
    text = saved(som.charts.transfers(projection), tmp_path, form)
    sha = projection.scenario.record.input_sha256
    assert text.startswith(f"Scenarie: hedensted; Variant: prudent; Inddata, SHA-256: {sha}; som_model: {__version__}; Katalog: ")
    assert "Dato" not in text
    assert "Trækninger" not in text


@pytest.mark.parametrize("form", FORMS)
def test_the_date_is_stated_when_it_is_asked_for(tmp_path: Path, form: str) -> None:
    figure = som.charts.waterfall(projected(), "en")
    assert saved(figure, tmp_path, form, DAY).endswith("; Date: 22 November 2026")
    assert "2026-11" not in saved(figure, tmp_path, form)


@pytest.mark.parametrize("form", FORMS)
def test_draws_and_seed_are_stated_where_draws_were_used(tmp_path: Path, form: str) -> None:
    scenario = som.read_scenario(HEDENSTED, "prudent")
    simulated = som.simulate(scenario, draws=1200, seed=7)
    drawn = [getattr(som.charts, name)(simulated) for name in ("simulation", "fan", "payback")]
    value = som.value_of_information(simulated)
    drawn += [som.charts.value_of_information(value)]
    assert value.sample is not None
    drawn += [som.charts.sample_information(value.sample)]
    stated = colophon(scenario, draws=1200, seed=7).say("da")
    assert "1.200" in stated
    assert all(saved(figure, tmp_path, form) == stated for figure in drawn)


@pytest.mark.parametrize("form", FORMS)
def test_a_chart_of_several_scenarios_states_each(tmp_path: Path, form: str) -> None:
    compared = som.compare(som.read_scenarios(HEDENSTED), reference="prudent")
    for figure in (som.charts.comparison(compared), som.charts.accumulated(compared), som.charts.drivers(compared)):
        first, second = saved(figure, tmp_path, form).split(" | ")
        assert "Variant: prudent" in first
        assert "Variant: observed" in second
        assert all(each.scenario.record.input_sha256 in part for each, part in zip(compared, (first, second), strict=True))


def test_what_was_set_is_stated(tmp_path: Path) -> None:
    changed = som.read_scenario(HEDENSTED, "prudent").vary({"target_groups.dual_diagnosis.success_rate": 0.35})
    assert "success_rate = 0,35" in saved(som.charts.ledger(som.project(changed)), tmp_path, "svg")


def test_a_share_that_has_learned_is_stated_as_changed(tmp_path: Path) -> None:
    address = "target_groups.dual_diagnosis.success_rate"
    found = som.learn(som.read_scenario(HEDENSTED, "prudent"), address, successes=8, of=20)
    assert address in saved(som.charts.learned(found), tmp_path, "png")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_input_gives_the_same_bytes(form: str) -> None:
    for name in ("transfers", "waterfall"):
        first, second = (picture(getattr(som.charts, name)(projected()), form, DAY) for _ in range(2))  # type: ignore[arg-type]
        assert first == second
        assert first != picture(getattr(som.charts, name)(projected()), form)  # type: ignore[arg-type]


def test_nothing_of_it_is_seen_in_the_picture() -> None:
    figure = som.charts.transfers(projected())
    assert not any("SHA" in text.get_text() or __version__ in text.get_text() for text in figure.texts)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_do_no_harm(tmp_path: Path, form: str) -> None:
    read = som.read_scenario(HEDENSTED, "prudent")
    address = "target_groups.dual_diagnosis.consequences.bed_days.title"
    addresses = [address if address_is_there(read, address) else "title"]
    changed = read.vary(dict.fromkeys(addresses, "<script> & ]]> -- (\\)" + "Æ" * 300))
    figure = som.charts.waterfall(som.project(changed))
    assert "<script> & ]]>" in saved(figure, tmp_path, form)
    figure.set_label(HOSTILE)
    save(figure, tmp_path / f"hostile.{form}")
    assert "Scenarie: hedensted" in said(tmp_path / f"hostile.{form}")
    if form == "svg":
        drawn = (tmp_path / "hostile.svg").read_text(encoding="utf-8")
        assert "<script" not in re.sub(r"<!--.*?-->", "", drawn, flags=re.DOTALL)
        assert "alert(1)</script>" in unescape(drawn)


def address_is_there(scenario: som.Scenario, address: str) -> bool:
    _, group, _, line, _ = address.split(".")
    return line in scenario.target_groups[group].consequences


@pytest.mark.parametrize("form", FORMS)
def test_a_figure_of_the_readers_own_is_saved_without_a_record(tmp_path: Path, form: str) -> None:
    figure = Figure()
    figure.add_subplot().plot([1, 2], [3, 4])
    assert saved(figure, tmp_path, form, DAY) == ""
