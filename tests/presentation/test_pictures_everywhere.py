"""Every chart of every scenario can be drawn without a warning and readably, in both languages."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from matplotlib.figure import Figure

import som_model as som
from som_model.presentation.saving import picture
from tests.presentation.test_charts import LANGUAGES, Language, assert_readable

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FILES = [path for path in sorted(SCENARIOS.rglob("*.yaml")) if path.name != "our_prices.yaml"]
IN_ENGLISH = ("example", "rr2_adhd")
DRAWN: list[tuple[Path, Language]] = [
    (path, language) for path in FILES for language in LANGUAGES if language == "da" or path.stem in IN_ENGLISH
]
OF_ONE = ("ledger", "accumulated", "by_payer", "by_area", "transfers", "waterfall")
SHARE = "target_groups.dual_diagnosis.success_rate"


def of_projections(path: Path, language: Language) -> Iterator[tuple[str, Figure]]:
    """The charts of every variant, and of all side by side."""
    compared = som.compare(som.read_scenarios(path))
    for projection, title in zip(compared, compared.titles(language), strict=True):
        for name in OF_ONE:
            yield f"{name}, {title}", getattr(som.charts, name)(projection, language)
        yield f"tornado, {title}", som.charts.tornado(som.tornado(projection.scenario), language)
    yield "comparison", som.charts.comparison(compared, language)
    yield "side by side", som.charts.accumulated(compared, language)
    if len(compared) > 1:
        against = som.compare([each.scenario for each in compared], reference=compared[0].scenario)
        yield "drivers", som.charts.drivers(against, language)


def of_draws(path: Path, language: Language) -> Iterator[tuple[str, Figure]]:
    """The charts of what is uncertain, of the file as it stands."""
    scenario = som.read_scenario(path)
    simulated = som.simulate(scenario, draws=250, seed=1)
    for name in ("simulation", "fan", "payback"):
        yield name, getattr(som.charts, name)(simulated, language)
    swung = som.tornado(scenario)
    if len(swung) > 1:
        yield "grid", som.charts.grid(som.grid(scenario, swung[0].address, swung[1].address), language)
    if simulated.drawn:
        value = som.value_of_information(simulated, cost_per_citizen=300, years=3)
        yield "value_of_information", som.charts.value_of_information(value, language)
        if value.sample is not None:
            yield "sample_information", som.charts.sample_information(value.sample, language)
    if SHARE in simulated.drawn:
        yield "learned", som.charts.learned(som.learn(scenario, SHARE, successes=8, of=20), language)


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
    assert set(of_example) - {"side by side"} == set(som.charts.__all__)
    for figure in of_example.values():
        assert picture(figure, "pdf").startswith(b"%PDF")
