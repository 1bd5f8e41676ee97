"""The charts of how sure: whole, readable, in their language, of the simulation's own figures, and the same each time."""

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
from som_model.presentation.drawn.simulation import bars_of
from som_model.presentation.saving import picture

SCENARIOS = Path(__file__).parents[2] / "scenarios"
RATE = "target_groups.dual_diagnosis.success_rate"
Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
OF_DRAWS = (som.charts.simulation, som.charts.fan, som.charts.payback)
CASES: dict[str, tuple[str, str | None, dict[str, object]]] = {
    "prudent": ("hedensted.yaml", "prudent", {}),
    "hedensted": ("hedensted.yaml", None, {}),
    "certain": ("hedensted.yaml", "observed", {}),
    "example": ("example.yaml", None, {}),
    "loss": ("hedensted.yaml", "prudent", {RATE: {"value": 0.15, "low": 0.08, "high": 0.22}}),
    "one_year": ("hedensted.yaml", "prudent", {"period.years": 1}),
    "forty_years": (
        "hedensted.yaml",
        "prudent",
        {"period.years": 40, "price_index": {"series": "net_price_index", "after": 0.02}},
    ),
    "huge": ("hedensted.yaml", "prudent", {"target_groups.dual_diagnosis.participants": 8e7}),
    "tiny": (
        "hedensted.yaml",
        "prudent",
        {"programme.staffing.coordinator.annual_cost": 1, "target_groups.dual_diagnosis.participants": 0.001},
    ),
    "no_cost": ("hedensted.yaml", "prudent", {"programme.staffing.coordinator.annual_cost": 0}),
}


def simulated(case: str, *, draws: int = 1000, keep: bool = True) -> som.Simulation:
    file, variant, changes = CASES[case]
    scenario = som.read_scenario(SCENARIOS / file, variant)
    return som.simulate(scenario.vary(changes) if changes else scenario, draws=draws, keep=keep)


@pytest.fixture(scope="module")
def prudent() -> som.Simulation:
    return simulated("prudent", draws=10_000)


def texts(figure: Figure) -> list[Text]:
    """Texts that are seen; matplotlib keeps tick labels beyond the ends of an axis, which it does not draw."""
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    seen = list(figure.texts)
    for axes in figure.axes:
        if axes.axison:
            for axis, (low, high) in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
                seen += [tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [text for text in seen if text.get_visible() and text.get_text()]


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


def assert_readable(figure: Figure, name: str) -> None:
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
    whole = figure.bbox
    for text, box in boxes:
        assert min(box.x0, box.y0, whole.x1 - box.x1, whole.y1 - box.y1) >= -1, f"{name}: outside the canvas: {text!r}"
    for (first, a), (second, b) in combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 1.5, f"{name}: {first!r} covers {second!r}"


@pytest.mark.parametrize("case", CASES)
def test_every_text_is_inside_the_canvas_and_covers_no_other(case: str) -> None:
    found = simulated(case)
    for payer, language in ((each, which) for each in ("total", "municipality", "state") for which in LANGUAGES):
        for draw in OF_DRAWS:
            assert_readable(draw(found, language, payer), f"{case}, {draw.__name__}, {payer}")


@pytest.mark.parametrize(("language", "foreign"), [("da", r"\d\.\d{1,2}(?!\d)|\d,\d{3}"), ("en", r"\d,\d{1,2}(?!\d)|\d\.\d{3}")])
@pytest.mark.parametrize("case", ["prudent", "hedensted", "example", "loss"])
def test_numbers_have_the_signs_of_the_language(case: str, language: Language, foreign: str) -> None:
    found = simulated(case)
    learned = som.charts.learned(som.learn(found.scenario, RATE, successes=8, of=20), language)
    for figure in (*(draw(found, language) for draw in OF_DRAWS), learned):
        for text in words(figure):
            said = text.replace("success_rate = 0.15", "")
            assert not re.search(foreign, said), text
            assert not re.search(r"(?<!\d)-\d", said), f"a hyphen for a minus sign: {text!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_amounts_say_title_unit_price_level_and_sign(prudent: som.Simulation, language: Language) -> None:
    title, prices, sign = {
        "da": ("Koordinerende indsatsplaner i Hedensted", "mio. kr., 2017-priser", "positivt = gevinst"),
        "en": ("Coordinated action plans in Hedensted", "m kr., 2017 prices", "positive = gain"),
    }[language]
    for draw in (som.charts.simulation, som.charts.fan):
        heading = " ".join(words(draw(prudent, language))[:2]).replace("\n", " ")
        assert [said for said in (title, prices, sign) if said not in heading] == []


def test_the_distribution_writes_the_answer_to_hedensted(prudent: som.Simulation) -> None:
    """Chance of gain 0.97546 and 1,817 to 1,048,109 kr. by the closed form; 500,000 kr. is published."""
    said = words(som.charts.simulation(prudent))
    assert {"97,5 %", "2,5 %", "0,00 til 1,05 mio. kr.", "500.000 kr."} <= set(said)
    assert any("10.000 trækninger, seed 1" in text for text in said)


def test_bars_hold_all_draws_and_split_at_zero(prudent: som.Simulation) -> None:
    bars = bars_of(prudent, "total")
    outside = np.mean((prudent.outcome() < bars.edges[0]) | (prudent.outcome() >= bars.edges[-1]))
    assert bars.shares.sum() == pytest.approx(1 - outside)
    assert 0.0 in bars.edges
    assert bars.shares[bars.edges[:-1] < 0].sum() == pytest.approx(1 - prudent.chance_of_gain, abs=outside)
    drawn = [patch.get_height() for container in som.charts.simulation(prudent).axes[0].containers for patch in container]
    assert sum(drawn) == pytest.approx(bars.shares.sum())


def test_the_distribution_works_from_counts_alone(prudent: som.Simulation) -> None:
    counted = simulated("prudent", draws=10_000, keep=False)
    kept, found = bars_of(prudent, "total"), bars_of(counted, "total")
    np.testing.assert_allclose(found.edges, kept.edges)
    np.testing.assert_allclose(found.shares, kept.shares, atol=0.001)
    assert {"97,5 %", "500.000 kr."} <= set(words(som.charts.simulation(counted)))
    assert_readable(som.charts.fan(counted), "fan")


def test_the_fan_is_drawn_from_the_simulations_quantiles(prudent: som.Simulation) -> None:
    axes = som.charts.fan(prudent).axes[0]
    lines = [line.get_ydata() for line in axes.lines if len(line.get_xdata()) == 5]  # type: ignore[arg-type]
    assert any(np.allclose(line, prudent.fan()[2]) for line in lines)
    assert any(np.allclose(line, prudent.base.total(prudent.base.accumulated)) for line in lines)
    outer = axes.collections[0].get_paths()[0].vertices
    assert (outer[:, 1].min(), outer[:, 1].max()) == pytest.approx((prudent.fan()[0].min(), prudent.fan()[-1].max()))  # type: ignore[index]


def test_a_payers_fan_is_not_the_totals(prudent: som.Simulation) -> None:
    said = words(som.charts.fan(prudent, "da", "municipality"))
    assert any("for kommunen" in text for text in said)
    assert "0,07 %" in said
    for draw in OF_DRAWS:
        with pytest.raises(som.UnknownName):
            draw(prudent, "da", "kommune")


def test_charts_say_that_nothing_is_uncertain() -> None:
    found = simulated("certain")
    assert any("Intet i scenariet er usikkert" in text for text in words(som.charts.fan(found)))
    said = " ".join(words(som.charts.simulation(found))).replace("\n", " ")
    assert "I alle 1.000 beregninger er resultatet 1.025.000 kr." in said
    assert "Skriv low og high" in said


def test_a_payer_without_any_amount_is_told_in_words(prudent: som.Simulation) -> None:
    assert any("er resultatet 0 kr." in text for text in words(som.charts.simulation(prudent, "da", "state")))
    assert any("Ingen medregnet omkostning" in text for text in words(som.charts.payback(prudent, "da", "state")))


def test_payback_columns_are_the_shares_of_the_draws(prudent: som.Simulation) -> None:
    figure = som.charts.payback(prudent)
    drawn = [patch.get_height() for container in figure.axes[0].containers for patch in container]
    assert drawn == pytest.approx([share for name, share in prudent.payback().items() if name != "no_cost"])
    assert "97,5 %" in words(figure)


@pytest.mark.parametrize(
    ("successes", "of", "prior"), [(8, 20, None), (0, 5, "jeffreys"), (20, 20, "jeffreys"), (3000, 10_000, None)]
)
def test_what_was_learned_is_drawn_whole(prudent: som.Simulation, successes: int, of: int, prior: str | None) -> None:
    found = som.learn(prudent.scenario, RATE, successes=successes, of=of, prior=prior)
    for language in LANGUAGES:
        assert_readable(som.charts.learned(found, language), f"{successes} of {of}")


def test_the_densities_of_what_was_learned_stand_over_their_means(prudent: som.Simulation) -> None:
    """0.30 before, 0.40 seen, 0.32007 now."""
    figure = som.charts.learned(som.learn(prudent.scenario, RATE, successes=8, of=20))
    upright = sorted({round(float(line.get_xdata()[0]), 5) for line in figure.axes[0].lines if len(set(line.get_xdata())) == 1})  # type: ignore[index,arg-type]
    assert upright == [0.3, 0.32007, 0.4]
    assert {"30 %", "40 %", "32 %", "8 af 20 borgere"} <= set(words(figure))
    curves = [line for line in figure.axes[0].lines if len(line.get_xdata()) > 100]  # type: ignore[arg-type]
    areas = [float(np.trapezoid(line.get_ydata(), line.get_xdata())) for line in curves]  # type: ignore[arg-type]
    assert areas == pytest.approx([1.0, 1.0], abs=0.002)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_same_simulation_gives_the_same_bytes(form: Literal["svg", "png", "pdf"]) -> None:
    found = [simulated("prudent") for _ in range(2)]
    for draw in OF_DRAWS:
        assert picture(draw(found[0]), form) == picture(draw(found[1]), form)
    learned = [som.charts.learned(som.learn(each.scenario, RATE, successes=8, of=20)) for each in found]
    assert picture(learned[0], form) == picture(learned[1], form)
