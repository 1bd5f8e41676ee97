"""The dated law of payer rules: which law a day has, and how a year is weighted."""

from datetime import date
from pathlib import Path

import pytest

import som_model as som
from som_model.scenario.payer_law import Law, PayerLaw, cites
from tests.every import every

LAW = som.read_catalogue().find(section="payer_rules")
BY_NAME = {entry.name: entry.value for entry in LAW}

TEN_LINES = """som: 1
name: ten_lines
period: {start: YEAR, years: 1}
price_year: 2023
discount_rate: 0
target_groups: {citizens: {participants: 10, success_rate: 0.3, consequences: {
  bed_days: {unit_cost: psychiatric_bed_day, change: [-25.8], payers: {rule: kmf_psychiatry, days_per_admission: 25.8}},
  benefit: {unit_cost: cash_benefit_30plus_other, change: [-12], payers: {rule: refund_ladder, weeks_before: 52}},
  shelter: {unit_cost: shelter_110_day, change: [-60], payers: {rule: shelter_refund, days_before: 100}}}}}
programme: {payers: {municipality: 1}, staffing: {coordinator: {annual_cost: 215000}}}
"""


def rule(name: str) -> PayerLaw:
    law = BY_NAME[name]
    assert isinstance(law, PayerLaw)
    return law


def weights(law: PayerLaw, year: int, unit_law: str | None = None) -> list[tuple[float, Law | None]]:
    return list(law.in_year(year, unit_law))


def test_a_year_is_weighted_by_days() -> None:
    """2023 has 273 days before 1 October and 92 from it; a leap year has 366."""
    before, after = weights(rule("shelter_refund"), 2023)
    assert (before[0], after[0]) == (pytest.approx(273 / 365), pytest.approx(92 / 365))
    assert before[1] is not None
    assert after[1] is not None
    assert (before[1].since, after[1].since) == (date(2007, 1, 1), date(2023, 10, 1))
    laws = tuple(Law.model_validate({"since": since}) for since in ("2020-01-01", "2024-03-01"))
    made = rule("shelter_refund").model_copy(update={"laws": laws})
    assert [share for share, _ in made.in_year(2024, None)] == [pytest.approx(60 / 366), pytest.approx(306 / 366)]


def test_before_the_first_law_and_in_a_gap_nothing_is_known() -> None:
    """A rule says nothing of a year whose law was not found."""
    assert weights(rule("refund_ladder"), 2015) == [(1.0, None)]
    assert weights(rule("costly_case"), 2014) == [(1.0, None)]
    assert rule("costly_case").known_years() == ("2007-2009", "2020-")


def test_a_law_for_some_sections_holds_for_those_only() -> None:
    """In 2020 children's services had lower limits (§ 176 a)."""
    for unit_law, limit in (("serviceloven § 107", 1090000), ("serviceloven § 66 a", 830000), ("barnets lov § 43", 830000)):
        ((_, law),) = weights(rule("costly_case"), 2020, unit_law)
        assert law is not None
        assert law.amounts["limits"][0] == limit


def test_a_newer_law_for_some_sections_leaves_the_general_one() -> None:
    """A unit cost of another section keeps the law it had."""
    stated = [
        {"since": "2020-01-01", "numbers": {"share": "0.1"}},
        {"since": "2022-01-01", "numbers": {"share": "0.2"}, "only_for": ["serviceloven § 76"]},
    ]
    made = rule("costly_case").model_copy(update={"laws": tuple(Law.model_validate(each) for each in stated)})
    for unit_law, share in (("serviceloven § 108", 0.1), ("serviceloven § 76", 0.2)):
        ((_, law),) = made.in_year(2023, unit_law)
        assert law is not None
        assert law.numbers["share"] == (share,)


@every(
    "law, section, named",
    [
        ("serviceloven § 110", "serviceloven § 110", True),
        ("serviceloven § 110", "serviceloven", True),
        ("serviceloven § 11", "serviceloven § 110", False),
        ("serviceloven § 110 a", "serviceloven § 110", False),
        ("serviceloven § 66 / § 66 a", "serviceloven § 66 a", True),
        ("SERVICELOVEN § 176", "serviceloven § 76", False),
        ("lov om aktiv socialpolitik § 25", "serviceloven", False),
        ("", "serviceloven", False),
        ("§ 110 i serviceloven", "serviceloven § 110", True),
        ("serviceloven §§ 107 og 110", "serviceloven § 110", True),
        ("serviceloven §§ 109-110", "serviceloven § 110", True),
        ("serviceloven §§ 105–111", "serviceloven § 110", True),
        ("serviceloven § 85; barnets lov § 110", "serviceloven § 110", False),
        ("lov om social service §110", "serviceloven § 110", True),
        ("serviceloven § 66a", "serviceloven § 66 a", True),
        ("sundhedsloven § 142; serviceloven § 101", "serviceloven § 142", False),
    ],
)
def test_a_text_of_law_names_a_section(law: str, section: str, named: bool) -> None:
    """§ 11 is not § 110, nor § 110 a § 110."""
    assert cites(law, section) is named


def test_every_price_with_a_rule_may_be_split_by_it() -> None:
    """No price of the catalogue names a rule that its own law shuts out."""
    for entry in som.read_catalogue().find(section="unit_costs"):
        payers = getattr(entry.value, "payers", None)
        for split in payers.rules() if payers is not None else ():
            assert rule(split.rule).covers_law(getattr(entry.value, "law", None)), entry.name


def ten_lines(tmp_path: Path, year: int) -> dict[str, float]:
    """Accumulated net of each payer of the ten lines in one year."""
    assert len(TEN_LINES.splitlines()) == 10
    file = tmp_path / f"{year}.yaml"
    file.write_text(TEN_LINES.replace("YEAR", str(year)), encoding="utf-8")
    return som.project(som.read_scenario(file)).accumulated_net_by_payer


def test_ten_lines_with_catalogue_references_give_a_full_split(tmp_path: Path) -> None:
    """By hand, in 2023 prices: bed-day 3,518 x 118.04 / 100; 3 successes; co-financing 8,862 / (3,518 x 25.8) in 2018.

    2018: bed-days 77.4 x 4,152.6472 = 321,414.89, of which the municipality 9.76374 %; benefit 36 x 11,944 = 429,984, state
    20 %; shelter 180 x 1,507 = 271,260, state 50 %. 2019 is the same but for the co-financing, which is frozen.
    """
    bed_days, benefit, shelter = 77.4 * 3518 * 1.1804, 36 * 11944, 180 * 1507
    share = 8862 / (3518 * 25.8)
    in_2018, in_2019 = ten_lines(tmp_path, 2018), ten_lines(tmp_path, 2019)
    assert in_2018["municipality"] == pytest.approx(share * bed_days + 0.8 * benefit + 0.5 * shelter - 215000)
    assert in_2018["region"] == pytest.approx((1 - share) * bed_days)
    assert in_2018["state"] == pytest.approx(0.2 * benefit + 0.5 * shelter)
    assert in_2018["municipality"] - in_2019["municipality"] == pytest.approx(share * bed_days)
    assert in_2019["region"] == pytest.approx(bed_days)
    assert in_2018["total"] == pytest.approx(in_2019["total"])
