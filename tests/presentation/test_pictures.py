"""Who pays and who gets, and the way from cost to net: the charts and their tables say what the projection says."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import som_model as som
from som_model.presentation.drawn.lettering import scale_for
from som_model.presentation.transfer_sentences import transfer_sentences
from tests.presentation.payer_accounts import with_accounts
from tests.presentation.test_charts import LANGUAGES, Language, assert_readable, words

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def prudent() -> som.Projection:
    return som.project(som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent"))


def optimism() -> som.Projection:
    return som.project(som.read_scenario(SCENARIOS / "example.yaml", "careful"))


def said(projection: som.Projection, language: Language = "da") -> tuple[str, str]:
    net = projection.programme_cost.sum(axis=1).tolist() + projection.savings.sum(axis=1).tolist()
    return transfer_sentences(projection, scale_for(net, language))


def on_one_line(figure: object) -> str:
    return " ".join(text.replace("\n", " ") for text in words(figure))  # type: ignore[arg-type]


def test_in_hedensted_the_municipality_pays_and_the_region_gets_most() -> None:
    assert said(prudent()) == (
        "Kommunen taber 0,40 mio. kr., regionen vinder 0,90 mio. kr., og det offentlige vinder 0,50 mio. kr. i alt.",
        "Kommunen betaler 1,08 mio. kr. og får 0,68 mio. kr. tilbage; regionen får 0,90 mio. kr. uden at betale."
        " De 0,40 mio. kr., som kommunen taber, modsvares af gevinst hos regionen.",
    )


def test_in_english_too() -> None:
    assert said(prudent(), "en") == (
        "The municipality loses 0.40 m kr., the region gains 0.90 m kr., and the public purse gains 0.50 m kr. in total.",
        "The municipality pays 1.08 m kr. and gets 0.68 m kr. back; the region gets 0.90 m kr. without paying."
        " The 0.40 m kr. lost by the municipality is matched by gains of the region.",
    )


SAID = {
    "nobody": ({}, {}, "Ingen betaler, og ingen får noget.", ""),
    "one_payer_loses": (
        {"municipality": 900},
        {},
        "Kun kommunen er berørt: den taber 900 kr.",
        "Kommunen betaler 900 kr. og får intet tilbage.",
    ),
    "one_payer_gains": (
        {"region": 200},
        {"region": 900},
        "Kun regionen er berørt: den vinder 700 kr.",
        "Regionen betaler 200 kr. og får 900 kr. tilbage.",
    ),
    "one_payer_breaks_even": (
        {"state": 200},
        {"state": 200},
        "Kun staten er berørt: den hverken vinder eller taber.",
        "Staten betaler 200 kr. og får 200 kr. tilbage.",
    ),
    "nobody_gains": (
        {"municipality": 900, "region": 300},
        {"municipality": 100},
        "Kommunen taber 800 kr., regionen taber 300 kr., ingen kasse vinder, og det offentlige taber 1.100 kr. i alt.",
        "Kommunen betaler 900 kr. og får 100 kr. tilbage; regionen betaler 300 kr. og får intet tilbage.",
    ),
    "nobody_loses": (
        {"municipality": 100},
        {"municipality": 400, "state": 200},
        "Kommunen vinder 300 kr., staten vinder 200 kr., ingen kasse taber, og det offentlige vinder 500 kr. i alt.",
        "Kommunen betaler 100 kr. og får 400 kr. tilbage; staten får 200 kr. uden at betale.",
    ),
    "all_break_even": (
        {"municipality": 100, "state": 200},
        {"municipality": 100, "state": 200},
        "Ingen kasse vinder eller taber.",
        "Kommunen betaler 100 kr. og får 100 kr. tilbage; staten betaler 200 kr. og får 200 kr. tilbage.",
    ),
    "a_pure_transfer": (
        {"municipality": 500},
        {"region": 300, "state": 200},
        "Kommunen taber 500 kr., regionen vinder 300 kr., staten vinder 200 kr., og for det offentlige i alt går det i nul.",
        "Kommunen betaler 500 kr. og får intet tilbage; regionen får 300 kr. uden at betale; staten får 200 kr. uden at betale."
        " De 500 kr., som kommunen taber, modsvares af gevinst hos regionen og staten.",
    ),
    "funded_from_outside": (
        {"municipality": -200, "region": 400},
        {"municipality": 300},
        "Regionen taber 400 kr., kommunen vinder 500 kr., og det offentlige vinder 100 kr. i alt.",
        "Kommunen modtager 200 kr. fra indsatsen selv og får 300 kr. som følge af den; regionen betaler 400 kr. og får intet"
        " tilbage. De 400 kr., som regionen taber, modsvares af gevinst hos kommunen.",
    ),
    "extra_expenses": (
        {"municipality": 200, "region": -300},
        {"municipality": -100, "region": -100, "state": -50},
        "Kommunen taber 300 kr., staten taber 50 kr., regionen vinder 200 kr., og det offentlige taber 150 kr. i alt.",
        "Kommunen betaler 200 kr. og får oven i købet en merudgift på 100 kr.; regionen modtager 300 kr. fra indsatsen selv,"
        " men får en merudgift på 100 kr.; staten betaler ikke til indsatsen, men får en merudgift på 50 kr."
        " 200 kr. af det, som kommunen og staten taber, modsvares af gevinst hos regionen.",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_the_sentences_follow_the_numbers(tmp_path: Path, case: str) -> None:
    cost, savings, verdict, flows = SAID[case]
    projection = with_accounts(tmp_path, cost, savings)
    assert said(projection) == (verdict, flows)
    figure = som.charts.transfers(projection)
    assert verdict in on_one_line(figure)
    assert flows in on_one_line(figure)
    assert_readable(figure, case)


@pytest.mark.parametrize("language", LANGUAGES)
def test_transfers_writes_what_each_payer_pays_and_gets_and_its_net(language: Language) -> None:
    projection = prudent()
    written = words(som.charts.transfers(projection, language))
    point = "," if language == "da" else "."
    pays, gets = {"da": ("betaler", "får"), "en": ("pays", "gets")}[language]
    amounts = ["−0.40", "+0.90", "+0.50", f"{pays} 1.08", f"{gets} 0.68", f"{gets} 0.90", f"{gets} 1.58"]
    assert [text for text in amounts if text.replace(".", point) not in written] == []
    assert {"da": "berøres ikke", "en": "not affected"}[language] in written


def test_transfers_says_that_amounts_are_not_discounted() -> None:
    for rate in (0, 0.035):
        projection = som.project(prudent().scenario.vary({"discount_rate": rate}))
        assert "2017-priser; ikke diskonteret; positivt = gevinst" in on_one_line(som.charts.transfers(projection))


def test_what_is_written_beside_the_bars_covers_the_grid() -> None:
    beside = [
        text for text in som.charts.transfers(prudent()).texts if text.get_text().startswith(("får 0", "får 1", "betaler "))
    ]
    assert len(beside) == 6
    for text in beside:
        patch = text.get_bbox_patch()
        assert patch is not None
        assert patch.get_facecolor() == (1, 1, 1, 1)


def test_bars_and_marks_of_transfers_are_the_projections() -> None:
    projection = prudent()
    axes = som.charts.transfers(projection).axes[0]
    widths = [bar.get_width() for container in axes.containers for bar in container]
    municipality, region = projection.savings.sum(axis=1)[:2]
    assert widths == pytest.approx([-1_075_000, municipality, region, -1_075_000, municipality + region])
    marks = [float(line.get_xdata()[0]) for line in axes.lines if line.get_marker() == "D"]  # type: ignore[index,arg-type]
    assert marks == pytest.approx([municipality - 1_075_000, region, projection.accumulated_net])


amounts = st.dictionaries(st.sampled_from(["municipality", "region", "state"]), st.integers(-3_000_000, 3_000_000), max_size=3)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(cost=amounts, savings=amounts)
def test_whoever_pays_and_gets_the_charts_are_readable_and_the_tables_add_up(
    cost: dict[str, float], savings: dict[str, float]
) -> None:
    with TemporaryDirectory() as folder:
        projection = with_accounts(Path(folder), cost, savings)
    table = som.tables.transfers(projection)
    assert table["Nettoresultat"][:3].sum() == pytest.approx(projection.accumulated_net, abs=0.01)
    assert (table["Økonomisk konsekvens"] - table["Omkostning"] - table["Nettoresultat"]).abs().max() < 0.01
    steps = som.tables.waterfall(projection)
    assert steps["Beløb"][:-1].sum() == pytest.approx(projection.accumulated_net, abs=0.01)
    for name in ("transfers", "waterfall"):
        assert_readable(getattr(som.charts, name)(projection), f"{name}: {cost}, {savings}")


def test_shares_of_cost_and_savings_are_those_of_the_public_purse(tmp_path: Path) -> None:
    table = som.tables.transfers(prudent(), "en").set_index("Payer")
    assert table["Share of programme cost"].to_list() == [1, 0, 0, 1]
    assert table["Share of savings"]["Municipality"] == pytest.approx(675 / 1575, abs=0.001)
    mixed = som.tables.transfers(with_accounts(tmp_path, {"municipality": -10, "region": 50}, {"citizen": 5}), "en")
    assert mixed["Share of programme cost"].isna().all()
    assert mixed["Payer"].to_list()[-1] == "Citizen"
    assert mixed["Share of savings"].isna().all()


def test_a_citizens_savings_are_told_below_transfers_and_stand_in_no_bar(tmp_path: Path) -> None:
    projection = with_accounts(tmp_path, {"municipality": 10}, {"municipality": 30, "citizen": 500})
    figure = som.charts.transfers(projection)
    assert "Borgernes eget beløb" in on_one_line(figure)
    assert max(bar.get_width() for container in figure.axes[0].containers for bar in container) == pytest.approx(30)


@pytest.mark.parametrize("payer", ["total", "municipality", "region", "state"])
def test_steps_of_a_waterfall_lead_from_cost_to_net(payer: str) -> None:
    for projection in (prudent(), optimism()):
        axes = som.charts.waterfall(projection, payer=payer).axes[0]
        bars = [container[0] for container in axes.containers]
        *steps, net = ((bar.get_x(), bar.get_width()) for bar in bars)
        assert net == pytest.approx((0, projection.accumulated_net_by_payer[payer]))
        assert steps[0][0] == 0
        for (start, width), (following, _) in zip(steps, [*steps[1:], (net[1], 0)], strict=True):
            assert start + width == pytest.approx(following, abs=0.01)


def test_prudence_is_the_last_step_and_the_cost_is_told_before_it() -> None:
    projection = optimism()
    table = som.tables.waterfall(projection, "en")
    assert table["Line"].to_list()[0] == "Programme cost before prudence"
    assert table["Line"].to_list()[-2] == "Prudence (allowance for optimism)"
    balance = projection.balance
    allowance = projection.total(balance.prudence_on_savings).sum() - projection.total(balance.prudence_on_cost).sum()
    assert table["Amount"].to_list()[-2] == pytest.approx(float(allowance))


def test_consequences_come_by_size_and_those_beyond_twelve_as_one(tmp_path: Path) -> None:
    lines = "\n".join(f"      line_{i}: {{title: Linje {i}, unit_cost: day, change: {-1 - i}}}" for i in range(20))
    path = tmp_path / "many.yaml"
    path.write_text(
        "som: 1\nname: many\nperiod: {start: 2024, years: 40}\nprice_year: 2024\ndiscount_rate: 0\n"
        f"target_groups:\n  g:\n    participants: 3\n    success_rate: 0.5\n    consequences:\n{lines}\n"
        "unit_costs:\n  day: {amount: 700, unit: day, price_year: 2024, payers: {municipality: 1}}\n",
        encoding="utf-8",
    )
    figure = som.charts.waterfall(som.project(som.read_scenario(path)))
    written = words(figure)
    assert [f"Linje {i}" for i in range(19, 7, -1)] == [text for text in written if text.startswith("Linje ")]
    assert "Øvrige konsekvenser (8)" in written
    assert_readable(figure, "many")


def test_a_waterfall_of_a_payer_who_stands_in_no_total_is_refused() -> None:
    for draw in (som.charts.waterfall, som.tables.waterfall):
        with pytest.raises(som.UnknownName):
            draw(prudent(), payer="citizen")


def test_a_note_says_when_the_written_amounts_do_not_add_up(tmp_path: Path) -> None:
    apart = with_accounts(tmp_path, {"municipality": 1_004_000}, {"municipality": 2_008_000, "region": 3_008_000})
    exact = with_accounts(tmp_path, {"municipality": 1_000_000}, {"municipality": 2_000_000})
    for name in ("transfers", "waterfall"):
        draw = getattr(som.charts, name)
        assert "Tallene er afrundet" in on_one_line(draw(apart))
        assert "Tallene er afrundet" not in on_one_line(draw(exact))
