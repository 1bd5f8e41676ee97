"""som compare --reference and som chart … drivers: what drives the difference, for readers and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import som_model as som
from tests.command_line import som as run

ROOT = Path(__file__).parents[2]
HEDENSTED = "scenarios/hedensted.yaml"
EXAMPLE = "scenarios/example.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"


def test_compare_prints_the_drivers_beneath_its_table() -> None:
    done = run("compare", HEDENSTED, "--reference", "prudent")
    assert done.returncode == 0
    comparison, found, by_year = (
        done.stdout.index(title)
        for title in (
            "Forskel fra 30 % (forsigtigt skøn): Det offentlige i alt",
            "Hvad forskellen består af: 40 % (målt lokalt) i forhold til 30 % (forsigtigt skøn), 2017-2021",
            "nettoresultat fordelt på kasser",
        )
    )
    assert comparison < found < by_year
    rows = [line.split("  ") for line in done.stdout[found:by_year].splitlines()]
    success = next([cell.strip() for cell in row if cell.strip()] for row in rows if row[0].startswith("Succesrate"))
    assert success[1:] == ["30 %", "40 %", "225.050", "299.950", "0", "525.000"]


def test_compare_tells_each_scenario_and_how_in_english() -> None:
    done = run("compare", EXAMPLE, "--reference", "prudent", "--language", "en")
    for said in (
        "What drives the difference: 40 % against 30 %, 2024-2028",
        "kr., 2024 prices. Each assumption's part is the mean over every order",
        "What drives the difference: With an allowance for optimism against 30 %, 2024-2028",
        "Added: Prudence (allowance for optimism)",
    ):
        assert said in done.stdout


def test_compare_without_a_reference_says_nothing_of_drivers() -> None:
    done = run("compare", HEDENSTED)
    assert "Hvad forskellen består af" not in done.stdout
    assert all("drivers" not in record for record in json.loads(run("compare", HEDENSTED, "--format", "json").stdout))


def test_compare_gives_drivers_to_machines() -> None:
    """A list in each record: none of the reference; address, kind and kr. by payer, which sum to the difference."""
    done = run("compare", EXAMPLE, "--reference", "prudent", "--format", "json")
    reference, observed, careful = json.loads(done.stdout)
    assert reference["drivers"] == []
    assert [(row["address"], row["kind"]) for row in careful["drivers"]] == [("prudence", "line_added")]
    assert [list(row) for row in observed["drivers"]] == [["address", "kind", "total", "municipality", "region", "state"]] * 2
    assert observed["drivers"][0]["address"] == SUCCESS
    for payer in ("total", "municipality", "region", "state"):
        wanted = sum(observed["net"][payer]) - sum(reference["net"][payer])
        assert sum(row[payer] for row in observed["drivers"]) == pytest.approx(wanted)
    assert list(observed)[:-1] == [key for key in reference if key != "drivers"]


def test_csv_is_the_same_with_and_without_a_reference() -> None:
    plain, against = (run("compare", HEDENSTED, "--format", "csv", *more).stdout for more in ((), ("--reference", "prudent")))
    assert plain == against


@pytest.mark.parametrize(
    "arguments",
    [
        (HEDENSTED,),
        (HEDENSTED, "--reference", "observed", "--variant", "prudent", "--payer", "region"),
        (HEDENSTED, "--variant", "prudent", "--set", f"{SUCCESS}=0.5"),
        ("scenarios/published/move.yaml", "--set", "target_groups.families.participants=30"),
    ],
)
def test_the_chart_is_drawn(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Every variant against the first, one against another, or a scenario against itself with what is set on top."""
    file, *options = arguments
    if "move" in file:
        name = next(iter(som.read_scenario(ROOT / file).target_groups))
        options = [option.replace("families", name) for option in options]
    done = run("chart", file, "drivers", "-o", str(tmp_path / "drivers.png"), *options)
    assert (done.returncode, done.stderr[:5]) == (0, "Skrev")
    assert (tmp_path / "drivers.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chart", HEDENSTED, "drivers", "--variant", "prudent"), "intet at sætte op imod"),
        (("chart", "scenarios/published/move.yaml", "drivers"), "intet at sætte op imod"),
        (("chart", HEDENSTED, "drivers", "--reference", "other"), "other er ikke blandt de sammenlignede"),
        (("chart", HEDENSTED, "ledger", "--reference", "prudent"), "--reference hører til diagrammet drivers"),
        (("chart", HEDENSTED, "drivers", "--payer", "kommunen"), "kommunen"),
    ],
)
def test_what_cannot_be_drawn_is_answered_in_plain_words(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, "-o", str(tmp_path / "drivers.png"))
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "drivers.png").exists()
