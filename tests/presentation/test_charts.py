"""A chart can be put before a council: it is whole, readable, in its language, and the same each time."""

from __future__ import annotations

import os
import re
from itertools import combinations
from pathlib import Path
from typing import Literal

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from som_model.analysis.comparison import Comparison, compare
from som_model.cli.chart import drawn_from
from som_model.errors import SomError, UnknownName, WouldOverwrite
from som_model.presentation import charts
from som_model.presentation.drawn.lettering import scale_for, width_of, wrapped
from som_model.presentation.saving import picture, save
from som_model.reading.scenario_file import read_scenarios

HEDENSTED = Path(__file__).parents[2] / "scenarios" / "hedensted.yaml"
Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
OF_ONE = tuple(name for name in charts.__all__ if drawn_from(name).startswith("Projection"))
SENTENCE = "En meget lang titel om helhedsorienteret indsats for borgere med svær psykisk lidelse og samtidigt misbrug, "
TITLE = (SENTENCE * 3)[:299] + "!"

SCENARIO = """
som: 1
name: stress
title: '{title}'
period: {{start: 2017, years: {years}}}
price_year: 2017
discount_rate: 0
target_groups:
  citizens:
    participants: {participants}
    success_rate: 0.3
    consequences:
      home: {{title: 'Botilbud til $100 og $x_2$', unit_cost: home, change: -1}}
      benefit: {{title: Kontanthjælp, unit_cost: benefit, change: -1}}
programme:
  payers: {{municipality: 1}}
  staffing:
    post: {{title: Koordinator, annual_cost: {cost}, area: service}}
  costs:
{costs}
unit_costs:
  home: {{amount: {price}, unit: year, price_year: 2017, payers: {{municipality: 0.5, region: 0.3, citizen: 0.2}}, area: service}}
  benefit: {{amount: {price}, unit: year, price_year: 2017, payers: {{municipality: 0.7, state: 0.3}}}}
variants:
{variants}
"""
AREAS = ("service", "capital", "co_financing", "other", "transfers")


def stressed(
    folder: Path,
    *,
    years: int = 5,
    participants: float = 8,
    cost: float = 215000,
    price: float = 60000,
    lines: int = 1,
    variants: int = 2,
    title: str = "Prøve",
) -> Comparison:
    costs = "\n".join(
        f"    line_{i}: {{title: 'Omkostning {i} med et langt navn, som siger hvad der købes, af hvem og hvorfor',"
        f" amount: {cost / 50 * i}, basis: year, area: {AREAS[i % 5]}}}"
        for i in range(lines)
    )
    told = "\n".join(
        f"  v{i}: {{title: 'Forudsætning {i} ($a$)', set: {{target_groups.citizens.success_rate: {0.3 + i * 0.02:.2f}}}}}"
        for i in range(variants)
    )
    path = folder / "stress.yaml"
    figures = {"years": years, "participants": participants, "cost": cost, "price": price}
    path.write_text(SCENARIO.format(**figures, costs=costs, variants=told, title=title.replace("'", "''")), encoding="utf-8")
    return compare(read_scenarios(path))


STRESSES: dict[str, dict[str, float | str]] = {
    "one_year": {"years": 1},
    "forty_years": {"years": 40},
    "zero": {"cost": 0, "participants": 0, "lines": 0},
    "huge": {"cost": 9e8, "price": 2000000, "participants": 900000},
    "tiny": {"cost": 2, "price": 3, "participants": 0.5},
    "all_negative": {"price": 1},
    "no_cost": {"cost": 0},
    "eight_scenarios": {"variants": 8},
    "twenty_lines": {"lines": 20},
    "long_title": {"title": TITLE},
    "long_word": {"title": "Æ" * 300},
    "strange_title": {"title": "50 $x^2$ % {a} <b> \\frac \U0001f600"},
}


@pytest.fixture(scope="module")
def hedensted() -> Comparison:
    return compare(read_scenarios(HEDENSTED))


def every_chart(compared: Comparison, language: Language) -> dict[str, Figure]:
    drawn = {name: getattr(charts, name)(compared[0], language) for name in OF_ONE}
    return {**drawn, "comparison": charts.comparison(compared, language), "side_by_side": charts.accumulated(compared, language)}


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
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
    whole = figure.bbox
    for text, box in boxes:
        beyond = min(box.x0, box.y0, whole.x1 - box.x1, whole.y1 - box.y1) < 0
        assert not beyond, f"{name}: outside the canvas: {text!r}"
    for (first, a), (second, b) in combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 1.5, f"{name}: {first!r} covers {second!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_chart_says_title_unit_price_level_and_sign(hedensted: Comparison, language: Language) -> None:
    title, prices, sign = {
        "da": ("Koordinerende indsatsplaner i Hedensted", "kr., 2017-priser", "positivt = gevinst"),
        "en": ("Coordinated action plans in Hedensted", "kr., 2017 prices", "positive = gain"),
    }[language]
    for name, figure in every_chart(hedensted, language).items():
        heading = " ".join(words(figure)[:2]).replace("\n", " ")
        assert [said for said in (title, prices, sign) if said not in heading] == [], name
        assert_readable(figure, name)


@pytest.mark.parametrize(("language", "foreign"), [("da", r"\d\.\d{1,2}(?!\d)|\d,\d{3}"), ("en", r"\d,\d{1,2}(?!\d)|\d\.\d{3}")])
def test_numbers_have_the_signs_of_the_language(hedensted: Comparison, language: Language, foreign: str) -> None:
    for name, figure in every_chart(hedensted, language).items():
        for text in words(figure):
            assert not re.search(foreign, text), f"{name}: {text!r}"
            assert not re.search(r"(?<!\d)-\d", text), f"{name}: a hyphen for a minus sign: {text!r}"


@pytest.mark.parametrize("stress", STRESSES)
def test_every_text_is_inside_the_canvas_and_covers_no_other(tmp_path: Path, stress: str) -> None:
    compared = stressed(tmp_path, **STRESSES[stress])  # type: ignore[arg-type]
    for name, figure in every_chart(compared, "da").items():
        assert_readable(figure, f"{stress}, {name}")


@pytest.mark.parametrize("title", [TITLE, "Æ" * 300])
def test_a_title_of_300_letters_is_shown_whole(tmp_path: Path, title: str) -> None:
    shown = words(charts.comparison(stressed(tmp_path, title=title)))[0]
    assert re.sub(r"-?\n", "", shown).replace(" ", "") == title.replace(" ", "")


def test_a_longer_title_ends_in_an_ellipsis(tmp_path: Path) -> None:
    assert words(charts.comparison(stressed(tmp_path, title=TITLE * 4)))[0].endswith("…")


def test_dollar_signs_are_plain_text(tmp_path: Path) -> None:
    compared = stressed(tmp_path, title="100 $ og $x^2$")
    assert words(charts.ledger(compared[0]))[0].startswith("100 $ og $x^2$")
    drawn = [text for figure in every_chart(compared, "da").values() for text in texts(figure)]
    assert not any(text.get_parse_math() for text in drawn)
    assert any("$x_2$" in text.get_text() for text in drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_final_amounts_of_accumulated_are_those_of_the_projections(hedensted: Comparison, language: Language) -> None:
    figure = charts.accumulated(hedensted, language)
    said = words(figure)
    scale = scale_for([projection.accumulated_net for projection in hedensted], language)
    for projection, title in zip(hedensted, hedensted.titles(language), strict=True):
        assert scale.say_with_unit(projection.accumulated_net) in said
        assert title in said
    lines = [line for line in figure.axes[0].lines if len(line.get_xdata()) == len(hedensted.years)]  # type: ignore[arg-type]
    ends = [float(line.get_ydata()[-1]) for line in lines]  # type: ignore[index,arg-type]
    assert ends == pytest.approx([projection.accumulated_net for projection in hedensted])


def test_accumulated_says_when_it_is_paid_back(hedensted: Comparison) -> None:
    assert words(charts.accumulated(hedensted)).count("Tilbagebetalt i 2018") == 2
    assert "Paid back in 2018" in words(charts.accumulated(hedensted[1], "en"))


def test_accumulated_says_that_it_ends_in_a_loss(tmp_path: Path) -> None:
    assert "Underskud ved udgangen af 2021" in words(charts.accumulated(stressed(tmp_path, price=1)[0]))


def test_accumulated_tells_each_payers_part(hedensted: Comparison) -> None:
    assert any("kommune −400.000 kr.; region 900.000 kr.; stat 0 kr." in text for text in words(charts.accumulated(hedensted[0])))


def test_by_payer_writes_the_total_of_every_year(tmp_path: Path) -> None:
    projection = stressed(tmp_path, years=40)[0]
    totals = projection.total(projection.net)
    scale = scale_for(totals, "da")
    said = words(charts.by_payer(projection))
    assert all(said.count(scale.say(float(total))) >= 1 for total in totals)


def test_a_citizens_amount_is_told_outside_the_total(tmp_path: Path) -> None:
    projection = stressed(tmp_path)[0]
    assert projection.payers[-1] == "citizen"
    assert any("Uden for summen, i hele perioden: borger " in text for text in words(charts.by_payer(projection)))
    assert len(charts.by_payer(projection).axes[0].containers) == 3


def test_by_area_of_a_citizen_whom_no_line_names_is_zero(hedensted: Comparison) -> None:
    said = words(charts.by_area(hedensted[0], payer="citizen"))
    assert said.count("0") > len(hedensted.years)
    assert not [text for text in said if re.fullmatch(r"[−-]?[\d.,]*[1-9]", text) and int(text) not in hedensted.years]


def test_by_area_refuses_a_payer_that_does_not_exist(hedensted: Comparison) -> None:
    with pytest.raises(UnknownName):
        charts.by_area(hedensted[0], payer="kommunen")  # type: ignore[arg-type]


def test_comparison_tells_the_difference_from_the_reference() -> None:
    compared = compare(read_scenarios(HEDENSTED), reference="prudent")
    said = words(charts.comparison(compared))
    assert "30 % (forsigtigt skøn): sammenligningsgrundlag" in said
    difference = scale_for([2_100_000], "da").say_with_unit(compared[1].accumulated_net - compared[0].accumulated_net)
    assert f"40 % (målt lokalt): nettoresultat +{difference} i forhold til 30 % (forsigtigt skøn)" in said


def test_ledger_bars_add_up_to_net(hedensted: Comparison) -> None:
    bars = [container[0].get_width() for container in charts.ledger(hedensted[0]).axes[0].containers]
    treatment, bed_days, saved, cost, net = bars
    assert saved == pytest.approx(treatment + bed_days)
    assert net == pytest.approx(saved + cost)
    assert net == pytest.approx(hedensted[0].accumulated_net)


@pytest.mark.parametrize(
    ("largest", "unit", "shown"),
    [
        (0, "kr", "0 kr."),
        (9_999, "kr", "9.999 kr."),
        (10_000, "thousand_kr", "10.000 kr."),
        (999_999, "thousand_kr", "1.000.000 kr."),
        (999_999.999, "million_kr", "1,00 mio. kr."),
        (-1_000_000, "million_kr", "−1,00 mio. kr."),
        (12_340_000, "million_kr", "12,3 mio. kr."),
    ],
)
def test_the_unit_follows_the_largest_amount(largest: float, unit: str, shown: str) -> None:
    scale = scale_for([0, largest], "da")
    assert (scale.unit, scale.say_with_unit(largest)) == (unit, shown)


def test_lines_are_no_wider_than_asked() -> None:
    rows = wrapped("Et helhedsorienteretindsatsforløbsudviklingsprojekt\n med\tmange   ord", 90, 9.5)
    assert all(width_of(row, 9.5) <= 90 for row in rows)
    whole = "".join(row.removesuffix("-") for row in rows).replace(" ", "")
    assert whole == "Ethelhedsorienteretindsatsforløbsudviklingsprojektmedmangeord"


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_same_chart_gives_the_same_bytes(tmp_path: Path, hedensted: Comparison, form: str) -> None:
    for name in ("first", "second"):
        save(charts.by_area(hedensted[0]), tmp_path / f"{name}.{form}")
    first, second = ((tmp_path / f"{name}.{form}").read_bytes() for name in ("first", "second"))
    assert first == second
    assert not re.search(rb"matplotlib (v|\d|pdf)|CreationDate|ModDate|dc:date|dc:creator", first, re.IGNORECASE)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_a_strange_title_is_saved_in_every_form(tmp_path: Path, form: str) -> None:
    compared = stressed(tmp_path, **STRESSES["strange_title"])  # type: ignore[arg-type]
    save(charts.comparison(compared), tmp_path / f"chart.{form.upper()}")
    assert (tmp_path / f"chart.{form.upper()}").stat().st_size > 1000


def test_the_readers_settings_neither_change_a_chart_nor_are_changed(hedensted: Comparison) -> None:
    usual = picture(charts.by_payer(hedensted[0]), "svg")
    with matplotlib.rc_context({"font.size": 30, "axes.grid": True, "axes.facecolor": "red", "text.usetex": True}):
        assert picture(charts.by_payer(hedensted[0]), "svg") == usual
        assert matplotlib.rcParams["font.size"] == 30
    assert matplotlib.rcParams["text.parse_math"] is True


def test_nothing_is_overwritten_unless_asked(tmp_path: Path, hedensted: Comparison) -> None:
    path = tmp_path / "chart.svg"
    path.write_text("kept")
    with pytest.raises(WouldOverwrite) as refusal:
        save(charts.comparison(hedensted), path)
    assert path.name in str(refusal.value)
    assert path.read_text() == "kept"
    save(charts.comparison(hedensted), path, overwrite=True)
    assert path.read_bytes().startswith(b"<?xml")


def test_other_endings_are_refused(tmp_path: Path, hedensted: Comparison) -> None:
    for name in ("chart.jpg", "chart", "chart.svg.gz"):
        with pytest.raises(SomError, match="svg, png eller pdf"):
            save(charts.comparison(hedensted), tmp_path / name)
    assert not os.listdir(tmp_path)


def test_nothing_is_left_behind_where_writing_fails(tmp_path: Path, hedensted: Comparison) -> None:
    figure = charts.comparison(hedensted)
    with pytest.raises(SomError, match="findes ikke; opret"):
        save(figure, tmp_path / "no_such_folder" / "chart.png")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(SomError, match="er en mappe"):
        save(figure, tmp_path / "folder.png", overwrite=True)
    assert os.listdir(tmp_path) == ["folder.png"]


def test_a_chart_shows_itself_in_a_notebook_without_pyplot(hedensted: Comparison) -> None:
    drawn, shown_as = charts.ledger(hedensted[0])._repr_png_()  # type: ignore[attr-defined]
    assert drawn.startswith(b"\x89PNG")
    assert shown_as["width"] == 8 * 96  # eight inches of a page, of the points that style.WIDTH says
    assert shown_as["alt"].startswith("Koordinerende indsatsplaner i Hedensted: 30 % (forsigtigt skøn). Hvad")
