"""The charts of the value of information: whole, readable, in their language, and of the same numbers as the results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

import som_model as som
from som_model.presentation.saving import picture

SCENARIOS = Path(__file__).parents[2] / "scenarios"
POST = "programme.staffing.coordinator.annual_cost"
RATE = "target_groups.dual_diagnosis.success_rate"
PARTICIPANTS = "target_groups.dual_diagnosis.participants"
LONG = "Borgere med svær psykisk lidelse, samtidigt misbrug og en meget lang betegnelse, som ingen kan huske"
Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")

UNSURE = {"value": 330_000, "low": 300_000, "high": 360_000}
CASES: dict[str, tuple[str, str | None, dict[str, Any], dict[str, Any]]] = {
    "prudent": ("hedensted.yaml", "prudent", {}, {}),
    "base": ("hedensted.yaml", None, {}, {"cost_per_citizen": 5}),
    "example": ("example.yaml", None, {}, {"cost_per_citizen": 1}),
    "close": ("hedensted.yaml", "prudent", {POST: UNSURE}, {"cost_per_citizen": 500}),
    "years": ("hedensted.yaml", "prudent", {POST: UNSURE}, {"cost_per_citizen": 500, "years": 2.5}),
    "dear": ("hedensted.yaml", "prudent", {POST: UNSURE}, {"cost_per_citizen": 50_000}),
    "huge": ("hedensted.yaml", "prudent", {POST: 3.3e9, PARTICIPANTS: 80_000}, {"cost_per_citizen": 4e6}),
    "tiny": ("hedensted.yaml", "prudent", {POST: 33, PARTICIPANTS: 0.0008}, {"cost_per_citizen": 0.05}),
    "one_number": ("hedensted.yaml", "prudent", {POST: 330_000}, {"of": [20], "cost_per_citizen": 100}),
    "many": ("hedensted.yaml", "prudent", {POST: 330_000}, {"of": [100_0, 5_00], "cost_per_citizen": 10}),
    "nothing": ("hedensted.yaml", "prudent", {POST: 100_000}, {"cost_per_citizen": 5}),
    "long_title": ("hedensted.yaml", "prudent", {POST: UNSURE, "target_groups.dual_diagnosis.title": LONG}, {}),
}


@lru_cache
def case(name: str) -> som.ValueOfInformation:
    file, variant, changes, asked = CASES[name]
    read = som.read_scenario(SCENARIOS / file, variant)
    scenario = read.vary(changes) if changes else read
    return som.value_of_information(som.simulate(scenario, draws=3_000), **asked)


@lru_cache
def charts_of(name: str, language: Language) -> dict[str, Figure]:
    value = case(name)
    assert value.sample is not None
    return {
        "value_of_information": som.charts.value_of_information(value, language),
        "sample_information": som.charts.sample_information(value.sample, language),
    }


@pytest.fixture(autouse=True, scope="module")
def _drawn_once() -> Iterator[None]:
    """Each chart is drawn once for all tests of this file, and no longer kept: together they are some 100 MB."""
    yield
    charts_of.cache_clear()
    case.cache_clear()


def texts(figure: Figure) -> list[Text]:
    """Texts that are seen; matplotlib keeps tick labels beyond the ends of an axis, which it does not draw."""
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    seen = list(figure.texts)
    for axes in figure.axes:
        for axis, (low, high) in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
            seen += [tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [text for text in seen if text.get_visible() and text.get_text()]


def words(figure: Figure) -> list[str]:
    return [text.get_text().replace("\n", " ") for text in texts(figure)]


def assert_readable(figure: Figure, name: str) -> None:
    boxes = [(text.get_text(), Text.get_window_extent(text)) for text in texts(figure)]
    for text, box in boxes:
        beyond = min(box.x0, box.y0, figure.bbox.x1 - box.x1, figure.bbox.y1 - box.y1) < 0
        assert not beyond, f"{name}: outside the canvas: {text!r}"
    for (first, a), (second, b) in combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 1.5, f"{name}: {first!r} covers {second!r}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_every_text_is_inside_the_canvas_and_covers_no_other(name: str, language: Language) -> None:
    for kind, figure in charts_of(name, language).items():
        assert_readable(figure, f"{name}, {kind}")
        assert not any("…" in text for text in words(figure)), f"{name}, {kind}: cut text"


@pytest.mark.parametrize(("language", "foreign"), [("da", r"\d\.\d{1,2}(?!\d)|\d,\d{3}"), ("en", r"\d,\d{1,2}(?!\d)|\d\.\d{3}")])
@pytest.mark.parametrize("name", CASES)
def test_numbers_have_the_signs_of_the_language(name: str, language: Language, foreign: str) -> None:
    for kind, figure in charts_of(name, language).items():
        for text in words(figure):
            said = re.sub(r"ændret: .*|changed: .*", "", text)
            assert not re.search(foreign, said), f"{name}, {kind}: {text!r}"
            assert not re.search(r"(?<!\d)-\d", said), f"{name}, {kind}: a hyphen for a minus sign: {text!r}"


def test_bars_are_as_long_as_what_they_stand_for() -> None:
    value = case("example")
    axes = som.charts.value_of_information(value).axes[0]
    lengths = [container[0].get_width() for container in axes.containers]
    worth = [value.evpi, *(each.evppi for each in value.assumptions), *(each.evppi for each in value.groups)]
    assert lengths == pytest.approx([amount for amount in worth if amount > 1])
    middles = [container[0].get_y() for container in axes.containers]
    assert middles == sorted(middles, reverse=True)


def test_what_is_worth_nothing_by_itself_is_named_below() -> None:
    said = words(som.charts.value_of_information(case("example"), "en"))
    assert any(text.startswith("As they stand, the figures speak for running the programme") for text in said)
    assert any("Worth nothing by themselves: " in text and "Price, psychiatric bed-day" in text for text in said)
    assert not any(text.startswith("Price, psychiatric bed-day") for text in said)


def test_a_group_of_everything_is_not_drawn_twice() -> None:
    said = words(som.charts.value_of_information(case("base")))
    assert "Alle tal" in said
    assert "Ét tal ad gangen" in said
    assert "Flere tal på én gang" not in said
    assert "Flere tal på én gang" in words(som.charts.value_of_information(case("example")))


@pytest.mark.parametrize(
    ("language", "all_of_them", "of_one"),
    [
        ("da", "så der er intet at vinde ved at undersøge tallene først.", "Det er 0 kr. værd: hvad tallet end er"),
        ("en", "so there is nothing to gain by studying the numbers first.", "It is worth 0 kr.: whatever the number is"),
    ],
)
def test_worth_nothing_is_said_plainly(language: Language, all_of_them: str, of_one: str) -> None:
    drawn = charts_of("nothing", language)
    assert any(all_of_them in text for text in words(drawn["value_of_information"]))
    assert any(of_one in text for text in words(drawn["sample_information"]))
    assert not any(axes.containers or axes.lines for figure in drawn.values() for axes in figure.axes)


def test_the_value_rises_towards_certain_knowledge_and_the_best_number_is_marked() -> None:
    value = case("close")
    sample = value.sample
    assert sample is not None
    figure = som.charts.sample_information(sample)
    lines = [(np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)) for line in figure.axes[0].lines]
    most = max(xs.max() for xs, _ in lines[2:])
    shown = np.array(sample.of) <= most
    assert most == 150
    for amounts in (sample.evsi, sample.cost, sample.net_benefit):
        assert any(len(ys) == shown.sum() + 1 and np.allclose(ys[1:], amounts[shown]) for _, ys in lines)
    assert any(np.allclose(ys, sample.evppi) for _, ys in lines)
    assert sample.best == 40
    assert any(xs.tolist() == [40] and ys == pytest.approx([sample.at(40)[1]]) for xs, ys in lines)
    said = words(figure)
    assert {"Bedste antal", "40 borgere", "500 kr. pr. borger", "150 borgere"} <= set(said)
    assert any(text.startswith("Flere end 150 borgere er ikke vist") for text in said)


def test_without_a_cost_there_is_neither_a_cost_line_nor_a_best_number() -> None:
    figure = som.charts.sample_information(case("prudent").sample, "en")  # type: ignore[arg-type]
    said = words(figure)
    assert "Not given" in said
    assert "Best number" not in said
    assert "500 citizens" in said


def test_what_is_too_dear_has_no_best_number() -> None:
    said = words(som.charts.sample_information(case("dear").sample, "en"))  # type: ignore[arg-type]
    assert "None" in said
    assert "it costs more than the answer is worth" in said


def test_two_programmes_are_named_in_the_title_and_whole_below() -> None:
    first = case("close").simulation
    other = som.simulate(first.scenario.vary({PARTICIPANTS: 4, POST: 140_000}), draws=3_000)
    value = som.value_of_information(first, against=[other])
    figure = som.charts.value_of_information(value)
    assert_readable(figure, "two")
    said = words(figure)
    assert any(text.startswith("Koordinerende indsatsplaner i Hedensted: 30 % (forsigtigt skøn)") for text in said)
    whole = " ".join(said)
    assert "ingen af dem 0 kr." in whole
    assert "…" not in whole


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_same_chart_gives_the_same_bytes(form: Literal["svg", "png"]) -> None:
    value = case("close")
    assert value.sample is not None
    for draw, result in ((som.charts.value_of_information, value), (som.charts.sample_information, value.sample)):
        first, second = (picture(draw(result), form) for _ in range(2))  # type: ignore[operator]
        assert first == second
