"""som chart: whose amounts, which date, and what is refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from som_model.cli.chart import options_of
from tests.command_line import som

HEDENSTED = "scenarios/hedensted.yaml"


def test_a_waterfall_of_one_payer_is_not_that_of_the_public_purse(tmp_path: Path) -> None:
    for name, options in (("whole", ()), ("municipality", ("--payer", "municipality"))):
        done = som("chart", HEDENSTED, "waterfall", "-o", str(tmp_path / f"{name}.svg"), *options)
        assert done.returncode == 0, done.stderr
    whole, municipality = ((tmp_path / f"{name}.svg").read_text(encoding="utf-8") for name in ("whole", "municipality"))
    assert "<!-- −0,40 -->" in municipality
    assert "<!-- −0,40 -->" not in whole
    assert "<!-- 0,50 -->" in whole


def test_a_chart_takes_the_options_of_its_arguments_and_of_what_it_is_drawn_from() -> None:
    assert options_of("transfers") == ()
    assert options_of("by_area") == ("--payer",)
    assert options_of("drivers") == ("--payer", "--reference")
    assert options_of("grid") == ("--outcome", "--payer", "--grid")
    assert options_of("fan") == ("--draws", "--seed", "--payer")


def test_the_areas_of_a_payer_are_those_of_the_one_asked_for(tmp_path: Path) -> None:
    done = som("chart", HEDENSTED, "by_area", "-o", str(tmp_path / "region.svg"), "--payer", "region")
    assert done.returncode == 0, done.stderr
    assert "<!-- Region: nettoresultat" in (tmp_path / "region.svg").read_text(encoding="utf-8")


def test_the_date_is_written_only_when_it_is_asked_for(tmp_path: Path) -> None:
    for name, options in (("dated", ("--date", "2026-11-22")), ("undated", ())):
        done = som("chart", HEDENSTED, "transfers", "-o", str(tmp_path / f"{name}.svg"), *options)
        assert done.returncode == 0, done.stderr
    assert "Dato: 22. november 2026" in (tmp_path / "dated.svg").read_text(encoding="utf-8")
    assert "november 2026" not in (tmp_path / "undated.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("transfers", "--payer", "region"), "--payer hører til diagrammerne"),
        (("waterfall", "--payer", "citizen"), "citizen"),
        (("transfers", "--date", "22-11-2026"), "skriv år-måned-dag"),
        (("waterfal",), "waterfall"),
    ],
)
def test_what_a_chart_cannot_show_is_refused(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    done = som("chart", HEDENSTED, *arguments, "-o", str(tmp_path / "never.svg"))
    assert done.returncode == 2
    assert says in done.stderr
    assert not list(tmp_path.iterdir())


def test_the_help_names_the_charts_and_the_date() -> None:
    said = " ".join(som("chart", "--help", "--language", "en").stdout.split())
    assert "transfers, waterfall" in said
    assert "--date" in said
