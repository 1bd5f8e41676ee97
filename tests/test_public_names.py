"""The public names: one sorted list, each with a docstring, each importable, and light to reach."""

import inspect
import subprocess
import sys

import pytest

import som_model as som


def test_the_list_is_sorted_and_complete() -> None:
    assert sorted(som.__all__) == list(som.__all__)
    assert set(som.__all__) == set(som._HOMES)
    assert set(som.__all__) <= set(dir(som))


@pytest.mark.parametrize("name", som.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(som, name))


@pytest.mark.parametrize("home", ["tables", "charts"])
def test_tables_and_charts_share_their_names(home: str) -> None:
    names = getattr(som, home).__all__
    of_both = {
        "accumulated",
        "by_area",
        "by_payer",
        "comparison",
        "drivers",
        "fan",
        "grid",
        "learned",
        "ledger",
        "payback",
        "sample_information",
        "simulation",
        "tornado",
        "transfers",
        "value_of_information",
        "waterfall",
    }
    assert set(names) == of_both | ({"break_even", "catalogue", "review"} if home == "tables" else set())
    for name in names:
        assert inspect.getdoc(getattr(getattr(som, home), name))


def test_the_help_names_every_chart() -> None:
    from som_model.cli.app import CHARTS

    of_som_learn = {"learned"}
    assert set(CHARTS.split(", ")) == set(som.charts.__all__) - of_som_learn


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'projct'"):
        som.projct  # noqa: B018 — the access is what is tested


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, som_model; print(sorted({'numpy', 'pandas', 'pydantic', 'matplotlib', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
