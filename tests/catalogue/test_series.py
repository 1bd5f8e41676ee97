"""The price, wage and transfer series and the discount schedules, held against the figures they were made from."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from som_model.catalogue.conversion import OutsideSeries, conversion, discount_factors
from som_model.catalogue.files import DATA, CatalogueFile
from som_model.reading.catalogue import read_catalogue_file
from som_model.scenario.text import Text
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries

READ = Path(__file__).with_name("price_series_as_read.csv")
"""What the series and schedules were made from, as published: each figure with its address."""

OFFICIAL = ("net_price_index", "consumer_price_index")
"""Series of an index as published; their name in the facts is the same."""

CHAINED = {
    "net_prices_chained": ("net_price_change", 2009),
    "consumer_prices_chained": ("consumer_price_change", 2015),
    "state_wage_index": ("state_wage_change", 2015),
    "general_price_wage_index": ("general_price_wage_change", 2015),
    "rate_adjustment_index": ("rate_adjustment_percent", 2010),
}
"""Series chained from yearly percentages: their name in the facts, and the year set to 100."""

LONE = {"rate_adjustment_percent": {2015: 1.5, 2017: 2.0}}
"""Outturns that stand beyond a gap, and so cannot be chained."""

SCHEDULES = ("finance_ministry_2021", "finance_ministry_2013", "finance_ministry_before_2013")

CLOSE = 5e-6
"""Four decimals of an index around 100 hold its ratios to some millionths."""


def files(section: str) -> list[CatalogueFile]:
    return [file for path in sorted((DATA / section).glob("*.yaml")) if (file := read_catalogue_file(path)) is not None]


@pytest.fixture(scope="module")
def series() -> dict[str, PriceSeries]:
    return {key: each for file in files("indices") for key, each in file.indices.items()}


@pytest.fixture(scope="module")
def schedules() -> dict[str, DiscountSchedule]:
    return {key: each for file in files("discount_schedules") for key, each in file.discount_schedules.items()}


def rows(name: str) -> list[dict[str, str]]:
    with READ.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["series"] == name]


def outturns(name: str) -> dict[int, float]:
    """The outturn of each year; a year that stands twice must say the same twice."""
    found: dict[int, float] = {}
    for row in rows(name):
        if "estimate" not in row["note"]:
            year, value = int(row["year"]), float(row["value"])
            assert found.setdefault(year, value) == value, (name, year)
    return found


def estimates(name: str) -> dict[int, float]:
    return {int(row["year"]): float(row["value"]) for row in rows(name) if "estimate" in row["note"]}


def percentages(each: PriceSeries) -> dict[int, float]:
    """The change in percent that each year of a series makes on the year before."""
    known = sorted((year, value) for year, value in each.values.items() if value is not None)
    return {year: 100 * (value / earlier - 1) for (_, earlier), (year, value) in pairwise(known)}


def moved(each: PriceSeries, from_year: int, to_year: int) -> float:
    return conversion(each, from_year, to_year, before=False, after=False).factor(0, 0)


def both(text: Text | None) -> bool:
    return text is not None and bool(text.da) and bool(text.en)


def test_an_official_index_converts_by_its_own_ratio(series: dict[str, PriceSeries]) -> None:
    """An amount moves by the ratio of the published yearly means."""
    assert moved(series["consumer_price_index"], 2019, 2022) == pytest.approx(113.46 / 103.0)
    assert moved(series["consumer_price_index"], 2023, 2015) == pytest.approx(100 / 117.21)
    assert moved(series["net_price_index"], 2015, 2023) == pytest.approx(118.04 / 100)


def test_a_chained_index_converts_by_the_product_of_the_percentages(series: dict[str, PriceSeries]) -> None:
    """An amount moves by every yearly change after its price year up to and with the year it is moved to."""
    assert moved(series["state_wage_index"], 2015, 2018) == pytest.approx(1.007 * 1.012 * 1.027, rel=CLOSE)
    assert moved(series["state_wage_index"], 1991, 1993) == pytest.approx(1.027 * 1.022, rel=CLOSE)
    assert moved(series["general_price_wage_index"], 2020, 2023) == pytest.approx(1.012 * 1.043 * 1.025, rel=CLOSE)
    assert moved(series["general_price_wage_index"], 2023, 2021) == pytest.approx(1 / (1.043 * 1.025), rel=CLOSE)
    assert moved(series["rate_adjustment_index"], 2005, 2010) == pytest.approx(1.02 * 1.024 * 1.029 * 1.031 * 1.037, rel=CLOSE)
    assert moved(series["rate_adjustment_index"], 1993, 1995) == pytest.approx(0.965 * 1.004, rel=CLOSE)
    assert moved(series["net_prices_chained"], 2006, 2009) == pytest.approx(1.019 * 1.038 * 1.02, rel=CLOSE)
    assert moved(series["consumer_prices_chained"], 2010, 2013) == pytest.approx(1.028 * 1.024 * 1.008, rel=CLOSE)


def test_no_series_reaches_a_year_known_only_by_an_estimate(series: dict[str, PriceSeries]) -> None:
    """A year beyond the outturns is refused, unless the scenario states a rate of its own."""
    for key, to_year in (
        ("state_wage_index", 2024),
        ("general_price_wage_index", 2024),
        ("consumer_prices_chained", 2024),
        ("net_price_index", 2025),
        ("consumer_price_index", 2025),
        ("rate_adjustment_index", 2015),
        ("net_prices_chained", 2010),
    ):
        with pytest.raises(OutsideSeries):
            moved(series[key], 2009 if key in ("rate_adjustment_index", "net_prices_chained") else 2020, to_year)
    stated = conversion(series["state_wage_index"], 2023, 2025, before=False, after=True)
    assert stated.factor(0, 0.03) == pytest.approx(1.03**2)


def test_a_year_known_in_part_is_marked(series: dict[str, PriceSeries]) -> None:
    """The first and last year of an official index are means of some months, and say of which."""
    for key in OFFICIAL:
        assert set(series[key].partial) == {2014, 2024}
        assert all(both(said) for said in series[key].partial.values())
    assert all(not series[key].partial for key in CHAINED)


def test_the_general_change_is_six_tenths_wages_and_four_tenths_prices(series: dict[str, PriceSeries]) -> None:
    """Every general change is 60 % of the wage change and 40 % of the consumer price change, within one rounding."""
    wages, prices = percentages(series["state_wage_index"]), percentages(series["consumer_prices_chained"])
    for year, general in percentages(series["general_price_wage_index"]).items():
        assert general == pytest.approx(0.6 * wages[year] + 0.4 * prices[year], abs=0.05), year


def test_chained_consumer_prices_stay_by_the_official_index(series: dict[str, PriceSeries]) -> None:
    """Rounded percentages keep the chained series within 0.06 % of the official index in the full years of both."""
    chained, official = series["consumer_prices_chained"], series["consumer_price_index"]
    for year in range(2015, 2024):
        assert moved(chained, 2015, year) == pytest.approx(moved(official, 2015, year), rel=6e-4), year


def test_every_series_states_what_it_rests_on(series: dict[str, PriceSeries]) -> None:
    """Source, address, base and quality stand in every series; its label and its note in both languages."""
    assert set(series) == {*OFFICIAL, *CHAINED}
    for key, each in series.items():
        assert each.source, key
        assert (each.url or "").startswith("https://"), key
        assert each.quality == "published", key
        assert both(each.label), key
        assert both(each.note), key
        base = int((each.base or "").removesuffix(" = 100"))
        assert each.values[base] == 100, key


def test_every_series_runs_without_a_hidden_gap(series: dict[str, PriceSeries]) -> None:
    """Years follow each other, so that a year not known would have to stand as null."""
    for key, each in series.items():
        years = list(each.values)
        assert years == list(range(years[0], years[-1] + 1)), key
        assert set(each.partial) <= set(years), key


def test_every_note_tells_the_years_covered(series: dict[str, PriceSeries]) -> None:
    """The note of a series names its span of full years in both languages."""
    for key, each in series.items():
        full = [year for year in each.values if year not in each.partial]
        assert each.note is not None
        assert f"Dækker {full[0]}-{full[-1]}" in each.note.say("da"), key
        assert f"Covers {full[0]}-{full[-1]}" in each.note.say("en"), key


@pytest.mark.parametrize("key", OFFICIAL)
def test_an_official_index_holds_the_means_read(key: str, series: dict[str, PriceSeries]) -> None:
    """Every yearly value is the one read, in part where the row says so, and the mean of its months to two decimals."""
    read = outturns(key)
    assert dict(series[key].values) == read
    assert set(series[key].partial) == {int(row["year"]) for row in rows(key) if row["note"].startswith("PARTIAL")}
    for year, value in read.items():
        months = [float(row["value"]) for row in rows(f"{key}_month") if row["year"].startswith(f"{year}-")]
        assert (len(months) == 12) == (year not in series[key].partial)
        assert value == pytest.approx(sum(months) / len(months), abs=0.00501), year
    assert {row["source_url"] for row in rows(key)} == {series[key].url}


@pytest.mark.parametrize(("key", "name", "base"), [(key, *made) for key, made in CHAINED.items()])
def test_a_chained_index_holds_every_outturn_read(key: str, name: str, base: int, series: dict[str, PriceSeries]) -> None:
    """The percentages of a series are the outturns read, all of them but those beyond a gap, from one source."""
    read = outturns(name)
    lone = LONE.get(name, {})
    assert {year: read.pop(year) for year in lone} == lone
    held = percentages(series[key])
    assert set(held) == set(read)
    for year, percent in read.items():
        assert held[year] == pytest.approx(percent, abs=5e-4), year
    level = {base: 100.0}
    for year in range(base + 1, max(read) + 1):
        level[year] = level[year - 1] * (1 + read[year] / 100)
    for year in range(base, min(read) - 1, -1):
        level[year - 1] = level[year] / (1 + read[year] / 100)
    assert dict(series[key].values) == pytest.approx(level, abs=5.01e-5)
    sources = {row["source_url"] for row in rows(name) if int(row["year"]) in read and "estimate" not in row["note"]}
    assert series[key].url in sources


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, (name, _) in CHAINED.items()])
def test_no_estimate_is_in_a_chain(key: str, name: str, series: dict[str, PriceSeries]) -> None:
    """A year with an estimate only is not in the series; where a year has both, the series holds the outturn."""
    held, read = percentages(series[key]), outturns(name)
    assert estimates(name)
    for year, estimate in estimates(name).items():
        assert (year in held) == (year in read), year
        if year in held:
            assert held[year] == pytest.approx(read[year], abs=5e-4)
            assert abs(held[year] - estimate) > 0.05, year


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("net_price_index", "net_price_change"),
        ("consumer_price_index", "consumer_price_change"),
        *((key, name) for key, (name, _) in CHAINED.items() if key != "net_prices_chained"),
    ],
)
def test_every_estimate_read_stands_in_the_note(key: str, name: str, series: dict[str, PriceSeries]) -> None:
    """What is not chained is told: each estimate is in the note of its series, in both languages."""
    note = series[key].note
    assert note is not None
    for year, estimate in estimates(name).items():
        assert f"for {year}: {estimate} %" in note.say("en"), year
        assert f"for {year}: {estimate} %".replace(".", ",") in note.say("da"), year


def test_schedules_discount_by_band(schedules: dict[str, DiscountSchedule]) -> None:
    """Year i is discounted by its own band's rate on top of the years before it."""
    latest, earlier, before = (schedules[key] for key in SCHEDULES)
    assert discount_factors(latest, 73)[72] == pytest.approx(1 / (1.035**35 * 1.025**35 * 1.015**2))
    assert discount_factors(earlier, 73)[72] == pytest.approx(1 / (1.04**35 * 1.03**35 * 1.02**2))
    assert discount_factors(before, 73)[72] == pytest.approx(1.05**-72)
    assert sum(discount_factors(latest, 5)) == pytest.approx(4.67308, abs=5e-6)


def test_schedules_tell_when_they_hold(schedules: dict[str, DiscountSchedule]) -> None:
    """Each schedule names its source, and in label, note and `decided` the dates it holds for, one after another."""
    assert tuple(schedules) == SCHEDULES
    for key, each in schedules.items():
        assert each.source, key
        assert (each.url or "").startswith("https://"), key
        assert each.quality == "published", key
        assert both(each.label), key
        assert both(each.note), key
    held = {
        "finance_ministry_2021": ("7 January 2021",),
        "finance_ministry_2013": ("31 May 2013", "6 January 2021"),
        "finance_ministry_before_2013": ("30 May 2013",),
    }
    for key, dates in held.items():
        note = schedules[key].note
        assert note is not None
        for date in dates:
            assert date in str(schedules[key].decided.say("en") if schedules[key].decided else ""), key
            assert date in note.say("en"), key


def test_schedules_hold_the_rates_read(schedules: dict[str, DiscountSchedule]) -> None:
    """Every band is the one read, in percent, and comes from the page read."""
    for key in SCHEDULES:
        read = rows(f"discount_rate_{key}")
        bands = {row["year"].removeprefix("years ").replace("all years", "0-"): float(row["value"]) for row in read}
        assert {band: 100 * rate for band, rate in schedules[key].rates.items()} == pytest.approx(bands), key
        assert {row["source_url"] for row in read} == {schedules[key].url}, key
