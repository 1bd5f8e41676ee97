"""Price indices and discount factors, by arithmetic on the published figures."""

import pytest

from som_model.catalogue.conversion import OutsideSeries, conversion, discount_factors
from som_model.catalogue.files import DATA, CatalogueFile
from som_model.reading.catalogue import read_catalogue_file


def catalogue(name: str) -> CatalogueFile:
    made = read_catalogue_file(DATA / name)
    assert made is not None
    return made


@pytest.fixture(scope="module")
def index():
    return catalogue("indices/prices.yaml").indices["net_price_index"]


def test_an_amount_moves_by_the_ratio_of_the_index(index) -> None:
    moved = conversion(index, 2015, 2017, before=False, after=False)
    assert moved.factor(0, 0) == pytest.approx(101.73 / 100.0)


def test_a_rate_carries_on_beyond_the_ends(index) -> None:
    after = conversion(index, 2022, 2026, before=False, after=True)
    assert after.factor(0, 0.02) == pytest.approx(118.68 / 113.53 * 1.02**2)
    before = conversion(index, 2012, 2016, before=True, after=False)
    assert before.factor(0.018, 0) == pytest.approx(100.48 / 99.41 * 1.018**2)
    both_beyond = conversion(index, 2026, 2030, before=False, after=True)
    assert both_beyond.factor(0, 0.02) == pytest.approx(1.02**4)
    backwards = conversion(index, 2027, 2023, before=False, after=True)
    assert backwards.factor(0, 0.02) == pytest.approx(118.04 / 118.68 / 1.02**3)


@pytest.mark.parametrize(("year", "to"), [(2026, 2020), (2020, 2026), (2010, 2020)])
def test_a_year_outside_is_refused_without_a_rate(index, year: int, to: int) -> None:
    with pytest.raises(OutsideSeries):
        conversion(index, year, to, before=False, after=False)


def test_years_known_in_part_are_marked(index) -> None:
    assert conversion(index, 2014, 2024, before=False, after=False).partial == (2014, 2024)


def test_schedules_hold_the_published_rates() -> None:
    schedules = catalogue("discount_schedules/finance_ministry.yaml").discount_schedules
    assert discount_factors(schedules["finance_ministry_2021"], 38)[-1] == pytest.approx(1 / (1.035**35 * 1.025**2))
    assert discount_factors(schedules["finance_ministry_2013"], 38)[-1] == pytest.approx(1 / (1.04**35 * 1.03**2))
    assert discount_factors(schedules["finance_ministry_before_2013"], 3) == pytest.approx((1, 1 / 1.05, 1 / 1.05**2))


def test_the_annuity_of_five_years_is_the_published_one() -> None:
    """1 + 1/1.035 + … + 1/1.035⁴ = 4.67308."""
    schedules = catalogue("discount_schedules/finance_ministry.yaml").discount_schedules
    assert sum(discount_factors(schedules["finance_ministry_2021"], 5)) == pytest.approx(4.67308, abs=5e-6)
