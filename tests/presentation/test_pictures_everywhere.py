"""Every chart of every scenario can be drawn without a warning and readably, in both languages."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure

import som_model as som
from som_model.cli.chart import arguments, drawn_from
from som_model.presentation.saving import picture
from tests.presentation.test_charts import LANGUAGES, Language, assert_readable

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FILES = [path for path in sorted(SCENARIOS.rglob("*.yaml")) if path.name != "our_prices.yaml"]
IN_ENGLISH = ("example", "rr2_adhd")
DRAWN: list[tuple[Path, Language]] = [
    (path, language) for path in FILES for language in LANGUAGES if language == "da" or path.stem in IN_ENGLISH
]
SHARE = "target_groups.dual_diagnosis.success_rate"


def charts_of(kind: str, result: Any, language: Language, title: str = "") -> Iterator[tuple[str, Figure]]:
    """Every chart that can be drawn from a type of result; one that needs a reference only where there is one."""
    for name in som.charts.__all__:
        if kind in drawn_from(name).split(" | ") and ("of" not in arguments(name) or result.reference is not None):
            yield f"{name}, {title}", getattr(som.charts, name)(result, language)


def of_projections(path: Path, language: Language) -> Iterator[tuple[str, Figure]]:
    """The charts of every variant, of all side by side, and of all against the first."""
    compared = som.compare(som.read_scenarios(path))
    for projection, title in zip(compared, compared.titles(language), strict=True):
        yield from charts_of("Projection", projection, language, title)
        yield from charts_of("Tornado", som.tornado(projection.scenario), language, title)
    yield from charts_of("Comparison", compared, language, "side by side")
    if len(compared) > 1:
        against = som.compare([each.scenario for each in compared], reference=compared[0].scenario)
        yield from charts_of("Comparison", against, language, "against the first")


def of_draws(path: Path, language: Language) -> Iterator[tuple[str, Figure]]:
    """The charts of what is uncertain, of the file as it stands."""
    scenario = som.read_scenario(path)
    simulated = som.simulate(scenario, draws=250, seed=1)
    yield from charts_of("Simulation", simulated, language)
    swung = som.tornado(scenario)
    if len(swung) > 1:
        yield from charts_of("Grid", som.grid(scenario, swung[0].address, swung[1].address), language)
    if simulated.drawn:
        value = som.value_of_information(simulated, cost_per_citizen=300, years=3)
        yield from charts_of("ValueOfInformation", value, language)
        if value.sample is not None:
            yield from charts_of("SampleInformation", value.sample, language)
    if SHARE in simulated.drawn:
        yield from charts_of("Learned", som.learn(scenario, SHARE, successes=8, of=20), language)


@cache
def drawn(path: Path, language: Language) -> dict[str, Figure]:
    """Every chart of a file; a warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return dict((*of_projections(path, language), *of_draws(path, language)))


@pytest.mark.parametrize(("path", "language"), DRAWN, ids=lambda value: getattr(value, "stem", value))
def test_every_chart_of_every_scenario_is_drawn_readably_and_without_a_warning(path: Path, language: Language) -> None:
    for name, figure in drawn(path, language).items():
        assert_readable(figure, f"{path.stem}, {name}")


def test_every_chart_is_drawn_for_the_example_and_saved() -> None:
    of_example = {name.partition(",")[0]: figure for name, figure in drawn(SCENARIOS / "example.yaml", "da").items()}
    assert set(of_example) == set(som.charts.__all__)
    for figure in of_example.values():
        assert picture(figure, "pdf").startswith(b"%PDF")
