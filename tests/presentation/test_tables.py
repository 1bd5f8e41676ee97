"""Tables hold the projection's own numbers, and add up."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import som_model as som
from som_model.presentation.described.ledger import net_by_area

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
FILES = [("hedensted.yaml", "prudent"), ("hedensted.yaml", "observed"), ("example.yaml", None), ("example.yaml", "observed")]


@pytest.fixture(params=FILES, ids=lambda each: f"{each[0]}-{each[1]}")
def projection(request: pytest.FixtureRequest) -> som.Projection:
    file, variant = request.param
    return som.project(som.read_scenario(SCENARIOS / file, variant))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_ledger_adds_up_to_net(projection: som.Projection, language: str) -> None:
    table = som.tables.ledger(projection, language)
    years = [str(year) for year in projection.years]
    total = "Det offentlige i alt" if language == "da" else "Public purse, total"
    citizen = "Borger" if language == "da" else "Citizen"
    lines = table[(table.iloc[:, 2] != total) & (table.iloc[:, 2] != citizen)].dropna()
    np.testing.assert_allclose(lines[years].sum(), projection.total(projection.net), atol=1e-6)
    np.testing.assert_allclose(table[years].iloc[-1], projection.total(projection.net), atol=1e-6)
    assert table.iloc[-1, -1] == pytest.approx(projection.accumulated_net)


def test_by_payer_and_accumulated_hold_the_projection(projection: som.Projection) -> None:
    years = [str(year) for year in projection.years]
    np.testing.assert_allclose(som.tables.by_payer(projection)[years].iloc[:3], projection.net[:3])
    np.testing.assert_allclose(som.tables.by_payer(projection)[years].iloc[3], projection.total(projection.net))
    np.testing.assert_allclose(som.tables.accumulated(projection)[years].iloc[:3], projection.accumulated[:3])


@pytest.mark.parametrize("payer", ["municipality", "region", "state"])
def test_areas_sum_to_the_payers_net(projection: som.Projection, payer: str) -> None:
    table = som.tables.by_area(projection, payer=payer)
    years = [str(year) for year in projection.years]
    row = projection.payers.index(payer)
    np.testing.assert_allclose(table[years].iloc[:-1].sum(), projection.net[row], atol=1e-6)
    np.testing.assert_allclose(table[years].iloc[-1], projection.net[row], atol=1e-6)
    assert {"service", "transfers", "other"} <= set(net_by_area(projection, payer))


def test_an_unknown_payer_is_answered(projection: som.Projection) -> None:
    with pytest.raises(som.UnknownName, match="municipality"):
        som.tables.by_area(projection, payer="kommune")


def test_the_comparison_shows_differences_from_a_reference() -> None:
    scenarios = som.read_scenarios(SCENARIOS / "hedensted.yaml")
    table = som.tables.comparison(som.compare(scenarios, reference="prudent"), language="en")
    row = table[table["Figure"].str.startswith("Difference from") & table["Figure"].str.endswith("Public purse, total")].iloc[0]
    assert row.iloc[1] == 0
    assert row.iloc[2] == pytest.approx(525_000, abs=0.01)
    net = table[table["Figure"] == "Accumulated net"].iloc[0]
    assert list(net.iloc[1:]) == pytest.approx([500_000, 1_025_000], abs=0.005)


def test_scenarios_of_different_years_share_a_table_but_no_axis() -> None:
    one, other = som.read_scenario(SCENARIOS / "hedensted.yaml"), som.read_scenario(SCENARIOS / "example.yaml")
    compared = som.compare([one, other])
    assert som.tables.comparison(compared).shape[1] == 3
    for draw in (som.charts.accumulated, som.charts.comparison):
        with pytest.raises(som.SomError, match="forskellige år"):
            draw(compared)
    with pytest.raises(som.SomError, match="forskellige år"):
        som.compare([one, other], reference=one)
    with pytest.raises(som.SomError):
        som.compare([])
    with pytest.raises(TypeError):
        som.compare(one)


def test_a_line_that_is_not_counted_stands_in_the_ledger_without_an_amount() -> None:
    table = som.tables.ledger(som.project(som.read_scenario(SCENARIOS / "example.yaml")), "en")
    rows = table[table["Part"] == "Not counted"]
    assert set(rows["Line"]) == {"Municipal tax on a year's wage", "Evaluation"}
    assert rows["2025"].isna().all()


def test_the_present_value_names_its_rate_only_where_all_share_it() -> None:
    base = som.read_scenario(SCENARIOS / "hedensted.yaml")
    discounted = base.vary({"discount_rate": 0.035})
    assert "Net present value (3.5 %)" in set(som.tables.comparison(som.compare([discounted]), "en")["Figure"])
    assert "Net present value" in set(som.tables.comparison(som.compare([base, discounted]), "en")["Figure"])


def test_a_notebook_shows_a_table_as_its_readers_write_numbers() -> None:
    compared = som.compare(som.read_scenarios(SCENARIOS / "hedensted.yaml"))
    shown = som.tables.comparison(compared, "en")._repr_html_()  # type: ignore[operator]
    assert ">1,025,000<" in shown
    assert ">1.95<" in shown
    assert "kr., 2017 prices" in shown
    assert ">1.025.000<" in som.tables.comparison(compared)._repr_html_()  # type: ignore[operator]
    assert ">57.13 %<" in som.tables.transfers(compared[0], "en")._repr_html_()  # type: ignore[operator]


def test_a_table_that_is_changed_shows_what_it_holds() -> None:
    table = som.tables.by_payer(som.project(som.read_scenario(SCENARIOS / "hedensted.yaml")), "en")
    assert "500,000" in table._repr_html_()  # type: ignore[operator]
    table.loc[3, "Whole period"] = 7.0
    assert "500,000" not in table._repr_html_()  # type: ignore[operator]
    assert type(table[table["Payer"] == "Region"]) is pd.DataFrame


def test_notices_stand_in_a_table_in_either_language() -> None:
    projection = som.project(som.read_scenario(SCENARIOS / "hedensted.yaml", "prudent"))
    table = som.tables.notices(projection, "en")
    assert list(table["Address"]) == [notice.address for notice in projection.notices]
    assert list(table["Notices"]) == [notice.message.say("en") for notice in projection.notices]
    assert "Bemærkninger" in som.tables.notices(som.budget(projection)).columns
    assert "Address" in som.tables.notices(som.simulate(projection.scenario, draws=10), "en")


def test_what_drives_a_difference_is_shown_without_columns_that_say_nothing() -> None:
    files = ("hedensted.yaml", "hedensted_each_years_law.yaml")
    compared = som.compare([som.read_scenario(SCENARIOS / file, "prudent") for file in files], reference="prudent")
    table = som.tables.drivers(compared, "en")
    assert {"Scenario", "Address", "From", "To"} <= set(table.columns)
    shown = table._repr_html_()  # type: ignore[operator]
    assert [name for name in ("Scenario", "Address", "From", "To") if f">{name}</th>" in shown] == []
    assert ">−64,910<" in shown


def takes(name: str) -> str:
    """The type of a table's first argument, as it is written."""
    return str(next(iter(getattr(som.tables, name).__annotations__.values())))


@pytest.mark.parametrize("name", [name for name in som.tables.__all__ if takes(name) == "Projection"])
def test_every_table_of_a_projection_has_the_same_numbers_in_both_languages(projection: som.Projection, name: str) -> None:
    danish, english = (getattr(som.tables, name)(projection, language) for language in ("da", "en"))
    assert list(danish.columns) != list(english.columns)
    for told, said in zip(danish.items(), english.items(), strict=True):
        if pd.api.types.is_numeric_dtype(told[1]):
            np.testing.assert_array_equal(told[1], said[1])
