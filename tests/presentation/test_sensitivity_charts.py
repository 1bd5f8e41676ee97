"""The charts and tables of what matters: whole, readable, in their language, and of the same numbers as the results."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

import som_model as som

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
CASES = [("hedensted.yaml", None), ("hedensted.yaml", "prudent"), ("example.yaml", None), ("example.yaml", "careful")]
LONG = "Borgere med svær psykisk lidelse, samtidigt misbrug og en meget lang betegnelse, som ingen kan huske"

STRESSED = """
som: 1
name: stressed
title: '{title}'
period: {{start: 2024, years: 4}}
price_year: 2024
discount_rate: {{value: 0.03, low: 0.01, high: 0.06}}
target_groups:
  citizens:
    title: '{title}'
    participants: {{value: {participants}, low: {fewest}, high: {most}}}
    success_rate: {{value: 0.3, low: 0.1, high: 0.6}}
    consequences:
{lines}
programme:
  payers: {{municipality: 1}}
  staffing:
    post: {{annual_cost: {{value: {cost}, low: {least}, high: {dearest}}}}}
unit_costs:
{prices}
"""


def stressed(
    folder: Path, *, lines: int = 1, participants: float = 10, cost: float = 9e4, price: float = 2e4, title: str = "Prøve"
) -> som.Scenario:
    """As many lines with uncertain change and price as asked for."""
    listed = [f"      line_{i}: {{title: 'Linje {i}', unit_cost: price_{i}, change: -1}}" for i in range(lines)]
    prices = [
        f"  price_{i}: {{label: 'Enhedspris {i} for {LONG.lower()}', unit: day, payers: {{region: 1}}, source: fictitious,"
        f" amount: {{value: {price + i}, low: {price * 0.5:.2f}, high: {price * (1.6 + i / 10):.2f}}}}}"
        for i in range(lines)
    ]
    written = STRESSED.format(
        title=title,
        participants=participants,
        fewest=participants * 0.5,
        most=participants * 1.5,
        cost=cost,
        least=cost * 0.75,
        dearest=cost * 1.25,
        lines="\n".join(listed),
        prices="\n".join(prices),
    )
    file = folder / "stressed.yaml"
    file.write_text(written, encoding="utf-8")
    return som.read_scenario(file)


STRESSES: dict[str, dict[str, float | str]] = {
    "twenty_lines": {"lines": 20},
    "huge": {"cost": 9e9, "price": 7e6, "participants": 40000},
    "tiny": {"cost": 3, "price": 2, "participants": 0.4},
    "all_loss": {"price": 4},
    "all_gain": {"cost": 1},
    "far_from_zero": {"cost": 9e8, "price": 1},
    "long_title": {"title": LONG},
    "long_word": {"title": "Æ" * 120},
    "dollars": {"title": "50 $x^2$ og $y$"},
}


def charts_of(scenario: som.Scenario, language: Language) -> dict[str, Figure]:
    """Both charts; the grid over the first two that are swung, or over the success rate and the participants."""
    swung = som.tornado(scenario)
    group = next(iter(scenario.target_groups))
    pair = [row.address for row in swung[:2]] if len(swung) > 1 else [SUCCESS, f"target_groups.{group}.participants"]
    return {"tornado": som.charts.tornado(swung, language), "grid": som.charts.grid(som.grid(scenario, *pair), language)}


def texts(figure: Figure) -> list[Text]:
    """Texts that are seen; matplotlib keeps tick labels beyond the ends of an axis, which it does not draw."""
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    seen = list(figure.texts)
    for axes in figure.axes:
        for axis, (low, high) in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
            seen += [tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [text for text in seen if text.get_visible() and text.get_text()]


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


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
@pytest.mark.parametrize(("file", "variant"), CASES)
def test_every_text_is_inside_the_canvas_and_covers_no_other(file: str, variant: str | None, language: Language) -> None:
    for name, figure in charts_of(som.read_scenario(SCENARIOS / file, variant), language).items():
        assert_readable(figure, name)


@pytest.mark.parametrize("stress", STRESSES)
def test_a_chart_stays_readable_whatever_it_shows(tmp_path: Path, stress: str) -> None:
    for name, figure in charts_of(stressed(tmp_path, **STRESSES[stress]), "da").items():  # type: ignore[arg-type]
        assert_readable(figure, f"{stress}, {name}")
        assert not any(text.get_parse_math() for text in texts(figure))


@pytest.mark.parametrize(("language", "foreign"), [("da", r"\d\.\d{1,2}(?!\d)|\d,\d{3}"), ("en", r"\d,\d{1,2}(?!\d)|\d\.\d{3}")])
@pytest.mark.parametrize(("file", "variant"), CASES)
def test_numbers_have_the_signs_of_the_language(file: str, variant: str | None, language: Language, foreign: str) -> None:
    for name, figure in charts_of(som.read_scenario(SCENARIOS / file, variant), language).items():
        for text in words(figure):
            assert not re.search(foreign, text), f"{name}: {text!r}"
            assert not re.search(r"(?<!\d)-\d", text), f"{name}: a hyphen for a minus sign: {text!r}"


def test_the_bars_of_a_tornado_reach_from_one_outcome_to_the_other() -> None:
    """Each bar in two halves that meet at the base case; the widest row on top."""
    swung = som.tornado(som.read_scenario(SCENARIOS / "example.yaml"))
    axes = som.charts.tornado(swung).axes[0]
    halves = [container[0] for container in axes.containers]
    assert len(halves) == 2 * len(swung)
    for row, worse, better in zip(swung, halves[::2], halves[1::2], strict=True):
        assert worse.get_x() == pytest.approx(swung.base) == better.get_x()
        ends = sorted([row.at_low, row.at_high])
        assert [worse.get_x() + worse.get_width(), better.get_x() + better.get_width()] == pytest.approx(ends)
    middles = [half.get_y() for half in halves[::2]]
    assert middles == sorted(middles, reverse=True)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "da",
            [
                "Succesrate, borgere med svær psykisk lidelse og misbrug (20 % – 40 %)",
                "Med de oplyste tal: 0,50 mio. kr.",
                "−0,03",
                "40 %",
            ],
        ),
        (
            "en",
            [
                "Success rate, citizens with severe mental illness and substance abuse (20 % – 40 %)",
                "At the stated values: 0.50 m kr.",
            ],
        ),
    ],
)
def test_a_tornado_names_its_assumptions_as_readers_know_them(language: Language, says: list[str]) -> None:
    swung = som.tornado(som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent"))
    said = [text.replace("\n", " ") for text in words(som.charts.tornado(swung, language))]
    assert [part for part in says if part not in said] == []


TURNING = """
som: 1
name: turning
period: {start: 2024, years: 3}
price_year: 2025
discount_rate: 0
programme:
  payers: {municipality: 1}
  staffing:
    post: {annual_cost: 100000, real_growth: {value: 0, low: -0.3, high: 0.3}}
"""


def test_two_ends_on_one_side_of_the_base_case_are_told_together(tmp_path: Path) -> None:
    """Growth about the price year: 100,000 × (1/0.7 + 1 + 0.7) = 312,857 and × (1/1.3 + 1 + 1.3) = 306,923 kr., not 300,000."""
    file = tmp_path / "turning.yaml"
    file.write_text(TURNING, encoding="utf-8")
    figure = som.charts.tornado(som.tornado(som.read_scenario(file)))
    said = words(figure)
    assert "−313" in said
    assert "−30 %; 30 %: −307" in said
    assert_readable(figure, "turning")


def test_a_tornado_without_intervals_says_what_to_write() -> None:
    figure = som.charts.tornado(som.tornado(som.read_scenario(SCENARIOS / "hedensted.yaml", "observed")))
    said = " ".join(words(figure)).replace("\n", " ")
    assert "Ingen forudsætning har low og high" in said
    assert f"{SUCCESS}: {{value: 0.4, low: …, high: …}}" in said


@pytest.mark.parametrize(("language", "line", "loss"), [("da", "Går i nul", "Underskud"), ("en", "Breaks even", "Loss")])
def test_a_grid_draws_and_names_the_line_of_0(language: Language, line: str, loss: str) -> None:
    found = som.grid(som.read_scenario(SCENARIOS / "hedensted.yaml"), SUCCESS, "target_groups.dual_diagnosis.participants")
    figure = som.charts.grid(found, language)
    said = words(figure)
    assert line in said
    assert any(text.startswith(f"{loss}, ") for text in said)
    drawn = [paths for sets in figure.axes[0].collections for paths in sets.get_paths() if sets.get_linewidths()[0] == 2.0]
    points = np.concatenate([path.vertices for path in drawn])
    assert len(points) > 20
    np.testing.assert_allclose(points[:, 0] * points[:, 1], 0.3 * 8 * 1075 / 1575, rtol=2e-3)


def test_a_grid_marks_the_stated_values_where_they_are_within_it() -> None:
    read = som.read_scenario(SCENARIOS / "hedensted.yaml")
    pair = (SUCCESS, "programme.staffing.coordinator.annual_cost")
    assert "Med de oplyste tal: 500.000 kr." in words(som.charts.grid(som.grid(read, *pair, [0.25, 0.35], [200_000, 230_000])))
    assert not any("Med de oplyste tal" in text for text in words(som.charts.grid(som.grid(read, *pair, [0.35, 0.4]))))


@pytest.mark.parametrize(("payer", "all_of_it"), [("region", "Det er gevinst overalt."), ("state", "Det er 0 kr. overalt.")])
def test_a_grid_of_one_sign_has_no_line(payer: str, all_of_it: str) -> None:
    """The state has no part in it: 0 at every pair, one colour, and nothing is divided by nothing."""
    read = som.read_scenario(SCENARIOS / "hedensted.yaml")
    figure = som.charts.grid(som.grid(read, SUCCESS, "target_groups.dual_diagnosis.participants", payer=payer))
    assert "Går i nul" not in words(figure)
    assert all_of_it in words(figure)
    assert_readable(figure, payer)


def test_tables_hold_the_results_own_numbers() -> None:
    read = som.read_scenario(SCENARIOS / "example.yaml")
    swung = som.tornado(read)
    table = som.tables.tornado(swung, language="en")
    assert table["Address"].tolist() == [row.address for row in swung]
    assert table["Outcome at low"].tolist() == [row.at_low for row in swung]
    assert table["High"].tolist() == [row.high for row in swung]
    found = som.grid(read, swung[0].address, swung[1].address, points=5)
    together = som.tables.grid(found)
    np.testing.assert_array_equal(together.iloc[:, 1:-1].to_numpy(), found.outcomes)
    np.testing.assert_array_equal(together.iloc[:, 0], found.values_a)
    np.testing.assert_array_equal(together.iloc[:, -1].astype(float), found.break_even)
    narrow = som.tables.grid(som.grid(read, swung[0].address, swung[1].address, values_b=[0.0500001, 0.0500002]))
    assert narrow.shape[1] == 4


def test_the_same_chart_gives_the_same_bytes(tmp_path: Path) -> None:
    from som_model.presentation.saving import save

    for name in ("first", "second"):
        for kind, figure in charts_of(som.read_scenario(SCENARIOS / "hedensted.yaml"), "da").items():
            save(figure, tmp_path / f"{kind}_{name}.svg")
    for kind in ("tornado", "grid"):
        assert (tmp_path / f"{kind}_first.svg").read_bytes() == (tmp_path / f"{kind}_second.svg").read_bytes()
