"""What the command line says of a command it cannot read, and of a file it cannot read or write."""

import json
import re
from pathlib import Path

import pytest

from tests.command_line import ROOT, som

HEDENSTED = "scenarios/hedensted.yaml"

SLIPS = [
    (("budget", HEDENSTED), "-o / --output mangler.", "-o / --output is missing.", "som budget"),
    (("run",), "FILE mangler.", "FILE is missing.", "som run"),
    (("run", HEDENSTED, "--varaint", "x"), "mente du --variant?", "did you mean --variant?", "som run"),
    (("run", HEDENSTED, "--pie", "x"), "--pie findes ikke her.", "there is no --pie here.", "som run"),
    (("rum", HEDENSTED), "ingen kommando rum; mente du run?", "no command rum; did you mean run?", "som"),
    (("catalogue", "lst"), "mente du list?", "did you mean list?", "som catalogue"),
    (("catalogue", "zzz"), "der er: list, show, check.", "there is: list, show, check.", "som catalogue"),
    (("run", HEDENSTED, "--format", "x"), "«x» kan ikke stå efter --format;", "'x' cannot follow --format;", "som run"),
    (("sensitivity", HEDENSTED, "--points", "1"), "helt tal fra 2 til 200.", "whole number from 2 to 200.", "som sensitivity"),
    (("sensitivity", HEDENSTED, "--grid", "a"), "2 værdier efter --grid.", "2 values must follow --grid.", "som"),
    (("run", HEDENSTED, "--set"), "en værdi efter --set.", "a value is missing after --set.", "som"),
    (("budget", HEDENSTED, "--tidy=1"), "--tidy skrives alene,", "--tidy is written alone,", "som"),
    (("run", HEDENSTED, "more"), "more hører ikke til kommandoen.", "more does not belong to the command.", "som run"),
]
OF_THE_PARSER = re.compile(r"Missing|No such|Invalid|Error|Possible|Got unexpected|requires|Usage|\.\.|\?\.")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("arguments", "danish", "english", "command"), SLIPS)
def test_a_slip_is_answered_in_the_language_with_the_help_that_fits(
    arguments: tuple[str, ...], danish: str, english: str, command: str, language: str
) -> None:
    place = 2 if arguments[0] == "catalogue" else 1
    done = som(*arguments[:place], f"--language={language}", *arguments[place:])
    told = english if language == "en" else danish
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.rstrip().endswith(f": {command} --help")
    assert not OF_THE_PARSER.search(done.stderr)


def test_a_folder_read_as_a_file_is_answered_in_danish() -> None:
    assert som("run", "scenarios").stderr == "scenarios: filen scenarios kan ikke læses: det er en mappe\n"
    assert "it is a folder" in som("run", "scenarios", "--language", "en").stderr


def test_a_name_that_the_machine_does_not_take_is_answered_in_danish(tmp_path: Path) -> None:
    done = som("run", HEDENSTED, "-o", str(tmp_path / ("a" * 300)))
    assert done.returncode == 2
    assert done.stderr.endswith("kan ikke skrives: navnet er for langt\n")


def test_a_chart_that_would_be_lost_or_has_no_form_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    there = tmp_path / "there.svg"
    there.write_text("mine", encoding="utf-8")
    assert "there.svg findes allerede" in som("chart", "nowhere.yaml", "simulation", "-o", str(there)).stderr
    assert "picture.gif: et diagram" in som("chart", "nowhere.yaml", "simulation", "-o", "picture.gif").stderr
    assert there.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("language", "told"), [("da", "scenariet uden variant"), ("en", "the scenario without a variant")])
def test_that_only_variants_are_shown_is_told_with_the_way_to_the_rest(tmp_path: Path, language: str, told: str) -> None:
    picture = str(tmp_path / "{}.svg")
    for arguments in (
        ("compare", HEDENSTED),
        ("chart", HEDENSTED, "accumulated", "-o", picture.format("a")),
        ("chart", HEDENSTED, "comparison", "-o", picture.format("b")),
    ):
        done = som(*arguments, "--language", language)
        assert [line for line in done.stderr.splitlines() if told in line and f"som run {HEDENSTED}" in line] != []
    assert "som run" not in som("chart", HEDENSTED, "accumulated", "--variant", "prudent", "-o", picture.format("c")).stderr
    made = som("compare", HEDENSTED, "--format", "json", "--language", language)
    assert [each["variant"] for each in json.loads(made.stdout)] == ["prudent", "observed"]


def test_nothing_is_told_of_variants_where_a_file_has_none(tmp_path: Path) -> None:
    text = (ROOT / HEDENSTED).read_text(encoding="utf-8")
    alone = tmp_path / "alone.yaml"
    alone.write_text(text.partition("\nvariants:")[0] + "\n", encoding="utf-8")
    done = som("compare", str(alone))
    assert done.returncode == 0, done.stderr
    assert "uden variant" not in done.stderr


@pytest.mark.parametrize("asked", [("--help",), ("catalogue", "--help"), ("-h",), ()])
def test_the_help_of_all_commands_is_in_the_language_asked_for_and_uncut(asked: tuple[str, ...]) -> None:
    shown = {}
    for language in ("en", "da"):
        done = som(*asked, "--language", language)
        shown[language] = " ".join((done.stdout + done.stderr).replace("[ARGS]...", "").split())
    known = asked[:1] == ("catalogue",)
    assert ("List what is known" if known else "Read scenarios, show every finding") in shown["en"]
    assert ("Vis, hvad kataloget indeholder" if known else "Læs scenarier, vis alle fejl") in shown["da"]
    assert "..." not in shown["en"] + shown["da"]
