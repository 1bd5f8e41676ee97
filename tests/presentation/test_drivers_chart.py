"""The waterfall of a difference and its table: whole, readable, in their language, and adding up to the difference."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

import som_model as som

SCENARIOS = Path(__file__).parents[2] / "scenarios"
Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
LONG = "Borgere med svær psykisk lidelse, samtidigt misbrug og en meget lang betegnelse, som ingen kan huske"

STRESSED = """
som: 1
name: {name}
title: '{title}'
period: {{start: 2024, years: 4}}
price_year: 2024
discount_rate: 0
target_groups:
  citizens:
    title: '{title}'
    participants: {participants}
    success_rate: {success}
    consequences:
      line: {{title: 'Nætter for {title}', unit_cost: night, change: -1}}
programme:
  payers: {{municipality: 1}}
  costs:
{costs}
unit_costs:
  night: {{amount: {price}, unit: night, payers: {{{payer}: 1}}}}
"""


def stressed(folder: Path, name: str, **parts: object) -> som.Scenario:
    count, cost = int(str(parts.pop("count", 2))), float(str(parts.pop("cost", 1000)))
    costs = "\n".join(f"    c{i}: {{title: 'Udgift {i}', amount: {cost + i}, basis: year}}" for i in range(count))
    usual = {"title": "Prøve", "participants": 10, "success": 0.3, "price": 20000, "payer": "municipality"}
    file = folder / f"{name}.yaml"
    file.write_text(STRESSED.format(name=name, costs=costs, **{**usual, **parts}), encoding="utf-8")
    return som.read_scenario(file)


STRESSES: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "the_same": ({}, {}),
    "one_driver": ({}, {"success": 0.4}),
    "only_who_pays": ({}, {"payer": "state"}),
    "to_zero": ({}, {"participants": 0, "count": 1, "cost": 0}),
    "through_zero": ({"cost": 60000}, {"cost": 1, "participants": 1}),
    "all_negative": ({"price": 1}, {"price": 2, "cost": 5000}),
    "huge": ({"price": 2000000, "participants": 900000}, {"participants": 800000, "success": 0.31}),
    "tiny": ({"price": 3, "cost": 1}, {"price": 4, "cost": 2}),
    "many_lines": ({"count": 1}, {"count": 30}),
    "a_long_name": ({"title": LONG}, {"title": LONG * 2, "success": 0.31}),
    "long_series": ({}, {"participants": "[10.123456, 11.123456, 12.123456, 13.123456]", "price": "{2024: 10000, 2026: 30000}"}),
    "a_large_one_and_small_ones": ({}, {"count": 20, "cost": 1, "price": 90000000}),
}


def hedensted(*names: str) -> som.Comparison:
    scenarios = [som.read_scenario(SCENARIOS / f"hedensted{name}.yaml", "prudent") for name in ("", *names)]
    return som.compare(scenarios, reference=scenarios[0])


@pytest.fixture(scope="module")
def example() -> som.Comparison:
    return som.compare(som.read_scenarios(SCENARIOS / "example.yaml"), reference="prudent")


def texts(figure: Figure) -> list[Text]:
    """Texts that are seen; matplotlib keeps tick labels beyond the ends of an axis, which it does not draw."""
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    axis, (low, high) = figure.axes[0].xaxis, figure.axes[0].get_xlim()
    ticks = [tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [text for text in (*figure.texts, *ticks) if text.get_visible() and text.get_text()]


def words(figure: Figure) -> list[str]:
    return [text.get_text().replace("\n", " ") for text in texts(figure)]


def assert_readable(figure: Figure, name: str) -> None:
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
    for text, box in boxes:
        beyond = min(box.x0, box.y0, figure.bbox.x1 - box.x1, figure.bbox.y1 - box.y1) < 0
        assert not beyond, f"{name}: outside the canvas: {text!r}"
    for (first, a), (second, b) in combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 1.5, f"{name}: {first!r} covers {second!r}"


def bars(figure: Figure) -> list[tuple[float, float]]:
    """(from, to) of each bar, from the top down."""
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for container in figure.axes[0].containers for bar in container]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stress", STRESSES)
def test_every_text_is_inside_the_canvas_and_covers_no_other(tmp_path: Path, stress: str, language: Language) -> None:
    scenarios = [stressed(tmp_path, name, **part) for name, part in zip("ab", STRESSES[stress], strict=True)]
    compared = som.compare(scenarios, reference=scenarios[0])
    for payer in ("total", "municipality", "state"):
        assert_readable(som.charts.drivers(compared, language, payer), f"{stress}, {payer}")


@pytest.mark.parametrize("payer", ["total", "municipality", "region", "state"])
def test_the_bars_lead_from_the_reference_to_the_other(example: som.Comparison, payer: str) -> None:
    """Each begins where the one before it ended, and the last ends in the other's accumulated net."""
    drawn = bars(som.charts.drivers(example, payer=payer, of=1))
    first, last = (example[i].accumulated_net_by_payer[payer] for i in (0, 1))
    assert drawn[0] == (0, pytest.approx(first))
    assert drawn[-1] == (0, pytest.approx(last))
    for (_, reached), (begun, _) in pairwise(drawn[:-1]):
        assert begun == pytest.approx(reached)
    assert drawn[-2][1] == pytest.approx(last)


def test_every_scenario_has_a_waterfall_unless_one_is_asked_for(example: som.Comparison) -> None:
    assert len(bars(som.charts.drivers(example))) == (1 + 2 + 1) + (1 + 1 + 1)
    assert len(bars(som.charts.drivers(example, of=2))) == 3
    assert "Med fradrag for optimisme i forhold til 30 %" in words(som.charts.drivers(example))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_says_what_why_and_how(example: som.Comparison, language: Language) -> None:
    """Title, unit, sign, each change from and to, each payer's part, and how the parts were made."""
    wanted = {
        "da": ("Eksempel på en indsats", "det offentlige i alt, 2024-2028 1.000 kr., 2024-priser", "positivt = gevinst"),
        "en": ("Example of a programme", "public purse, total, 2024-2028 1,000 kr., 2024 prices", "positive = gain"),
    }[language]
    notes = {"da": ("kommune 727.000 kr.", "alle de rækkefølger"), "en": ("municipality 727,000 kr.", "every order")}[language]
    said = " ".join(words(som.charts.drivers(example, language, of=1)))
    assert [text for text in (*wanted, *notes, "30 % → 40 %", "+908", "+487") if text not in said] == []
    foreign = r"\d\.\d{1,2}(?!\d)|\d,\d{3}" if language == "da" else r"\d,\d{1,2}(?!\d)|\d\.\d{3}"
    assert not re.search(foreign, said)
    assert not re.search(r"(?<!\d)-\d", said)


def test_what_moves_between_payers_only_is_told() -> None:
    figure = som.charts.drivers(hedensted("_each_years_law"))
    said = words(figure)
    assert "Ændret: Psykiatriske indlæggelser" in said
    assert "hvilket års lov" in said
    note = "Uændret for det offentlige i alt; flyttet mellem kasserne: kommune −65.000 kr.; region 65.000 kr.; stat 0 kr."
    assert note in " ".join(said)


def test_no_difference_is_said(tmp_path: Path) -> None:
    same = [stressed(tmp_path, "a"), stressed(tmp_path, "b")]
    assert "Ingen forskel" in words(som.charts.drivers(som.compare(same, reference=same[0])))


def test_the_smallest_of_many_are_drawn_as_one(tmp_path: Path) -> None:
    few, many = stressed(tmp_path, "a", count=1), stressed(tmp_path, "b", count=30)
    figure = som.charts.drivers(som.compare([few, many], reference=few))
    assert len(bars(figure)) == 1 + 12 + 1 + 1
    assert "Øvrige (17)" in words(figure)


def test_rounded_figures_that_do_not_add_up_are_said_to_be_rounded(example: som.Comparison) -> None:
    """1,235 + 908 + 487 is 2,630 where the chart says 2,631; 500 + 525 is 1,025."""
    note = "Tallene er afrundet og summer derfor ikke altid på det sidste ciffer."
    assert note in " ".join(words(som.charts.drivers(example, of=1)))
    exact = som.compare(som.read_scenarios(SCENARIOS / "hedensted.yaml"), reference="prudent")
    assert note not in " ".join(words(som.charts.drivers(exact)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_adds_up_to_the_difference(example: som.Comparison, language: Language) -> None:
    """Over the whole period by payer, and by year for each payer; text and numbers in columns of their own."""
    frame = som.tables.drivers(example, language)
    payers = {"da": ["Kommune", "Region", "Stat", "I alt"], "en": ["Municipality", "Region", "State", "Total"]}
    assert list(frame.columns)[-4:] == payers[language]
    for index in (1, 2):
        rows = frame[frame.iloc[:, 0] == example.titles(language)[index]].iloc[:, -4:].to_numpy(dtype=float)
        np.testing.assert_allclose(rows[:-1].sum(axis=0), rows[-1])
        difference = example.difference(index).sum(axis=1)
        np.testing.assert_allclose(rows[-1], [*difference, difference.sum()])
    for row, payer in enumerate(("municipality", "region", "state")):
        by_year = som.tables.drivers(example, language, payer, of=1).iloc[:, -6:].to_numpy(dtype=float)
        np.testing.assert_allclose(by_year[-1, :-1], example.difference(1)[row])
        np.testing.assert_allclose(by_year[:-1].sum(axis=0), by_year[-1], atol=1e-6)
    total = som.tables.drivers(example, language, "total", of=1).iloc[-1, -6:-1].to_numpy(dtype=float)
    np.testing.assert_allclose(total, example.difference(1).sum(axis=0))


def test_the_table_tells_address_kind_from_and_to(example: som.Comparison) -> None:
    first = som.tables.drivers(example, "en", of=1).iloc[0]
    assert list(first[:6]) == [
        "40 %",
        "Success rate, citizens with dual diagnosis",
        "target_groups.dual_diagnosis.success_rate",
        "Assumption",
        "30 %",
        "40 %",
    ]


def test_what_cannot_be_told_is_refused(example: som.Comparison) -> None:
    alone = som.compare([example[0].scenario], reference=example[0].scenario)
    for tell in (som.tables.drivers, som.charts.drivers):
        with pytest.raises(som.UnknownName, match="kommunen"):
            tell(example, "da", "kommunen")
        with pytest.raises(som.SomError, match="--reference"):
            tell(som.compare([example[0].scenario]))
        with pytest.raises(som.SomError, match="intet at sætte op imod"):
            tell(alone)
