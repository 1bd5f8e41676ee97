"""The review asks what a critical reader would ask (method.md: The review): each question where it belongs, and no other."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import yaml
from scipy.stats import beta

import som_model as som
from som_model.wording.reviews import REVIEWS
from tests.every import every

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "reviews").glob("*.yaml"))
EXAMPLES = sorted((ROOT / "tests" / "worked_examples").rglob("*.yaml"))
SHIPPED = [path for path in sorted((ROOT / "scenarios").rglob("*.yaml")) if path.stem != "our_prices"]
HEDENSTED = ROOT / "scenarios" / "hedensted.yaml"
SUCCESS = "target_groups.dual_diagnosis.success_rate"
LANGUAGES: tuple[Literal["da", "en"], ...] = ("da", "en")

SECTION_6 = {
    "success rate without baseline": "no_baseline",
    "rate measured on completers but baseline on the whole group": "baseline_on_whole_group",
    "effect that never fades beyond its evidence": "effect_beyond_evidence",
    "a line without source": "no_source",
    "an assumption graded assumed or implied that decides the sign": "decides_sign",
    "savings that fall mostly on another payer than who pays": "other_payer_gains",
    "average price saved in full where capacity must close first": "saved_in_full",
    "price years more than five apart": "price_years_apart",
    "participants beyond capacity": "beyond_capacity",
    "cumulated participants beyond the size": "beyond_size",
    "one unit counted in two lines": "counted_twice",
    "a positive change on an expense": "more_of_an_expense",
    "a saved taxable transfer with no tax line": "no_tax_line",
    "a cohort followed shorter than its stated consequences": "cohort_cut_short",
    "horizon over 5 with neither relapse nor attrition": "long_without_fading",
    "the result turning negative inside one assumption's interval": "negative_in_interval",
    "a municipal saving on transfers or co-financing": "municipal_transfers",
}
"""What is asked (method.md: The review) → the kind of remark that asks it."""
OF_THE_CATALOGUE = {"measure_is_proposed", "payers_stand_in", "account_from_memory", "case_counted_apart"}
"""Asked beside: what the catalogue itself does not know for certain."""
OF_PART_YEARS = {"part_year_in_full"}
"""Asked beside: months move how many start (method.md: Years), not how much of their effect falls in the year."""
OF_SIZES = {"cost_of_several_posts", "more_than_a_year_holds"}
"""Asked beside: figures that the language takes as they stand, and that are several times too small or too large."""

ENGLISH_DECIMAL = re.compile(r"(?<![\d.])(\d+\.(\d{1,2}|\d{4,})|0\.\d+)(?![\d.])")
"""0.45, 12.5 and 3.1416, but not 1.075.000 nor the account 5.38.45."""


def scenario_of(written: Any, folder: Path) -> som.Scenario:
    """A scenario read as a user's file is."""
    file = folder / f"{written['name']}.yaml"
    file.write_text(yaml.safe_dump(written, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return som.read_scenario(file)


def asked(review: som.Review) -> set[tuple[str, str]]:
    return {(remark.kind, remark.address) for remark in review}


def addresses(review: som.Review, kind: str) -> list[str]:
    return [remark.address for remark in review if remark.kind == kind]


def unsaid(review: som.Review, kind: str, says: list[str]) -> list[str]:
    """Fragments that no remark of the kind says in Danish, as what was found or what to do."""
    said = "\n".join(f"{remark.told('da').text}\n{remark.told('da').remedy}" for remark in review if remark.kind == kind)
    return [part for part in says if part not in said]


@dataclass(frozen=True)
class Case:
    """One kind's file: a scenario that raises the question, what makes it quiet, and the boundaries."""

    kind: str
    at: str
    says: list[str]
    asks: dict[str, Any]
    quiet: dict[str, Any]
    further: list[dict[str, Any]]


def case(path: Path) -> Case:
    """A file of tests/reviews, every scalar as text, as the language reads it."""
    return Case(path.stem, **yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


BOUNDARIES = [(path, boundary) for path in FILES for boundary in case(path).further]


@every("path", FILES, ids=lambda path: path.stem)
def test_the_one_slip_raises_its_question_and_no_other(path: Path, tmp_path: Path) -> None:
    """The scenario is asked the kind's question at its address; mended, it is asked the same less that one."""
    one = case(path)
    slipped = scenario_of(one.asks, tmp_path)
    found, mended = som.review(slipped), som.review(slipped.vary(one.quiet))
    assert addresses(found, one.kind) == [one.at]
    assert asked(found) - asked(mended) == {(one.kind, one.at)}
    assert asked(mended) <= asked(found)
    assert unsaid(found, one.kind, one.says) == [], found.say("da")


@every("path, boundary", BOUNDARIES, ids=lambda case: f"{case[0].stem}: {case[1]['rule']}")
def test_each_boundary_of_a_question(path: Path, boundary: dict[str, Any], tmp_path: Path) -> None:
    """Changed as the boundary says, the scenario is asked the kind's question at exactly the addresses it names."""
    one = case(path)
    found = som.review(scenario_of(one.asks, tmp_path).vary(boundary["set"]))
    assert addresses(found, one.kind) == boundary["at"]
    assert unsaid(found, one.kind, boundary.get("says", [])) == [], found.say("da")


def test_every_kind_has_its_file_and_every_phrase_of_the_method_its_kind() -> None:
    """No question that is asked (method.md: The review) is left out, and none is asked that no file tests."""
    assert {path.stem for path in FILES} == set(REVIEWS)
    assert set(SECTION_6.values()) | OF_THE_CATALOGUE | OF_PART_YEARS | OF_SIZES == set(REVIEWS)


def is_plain(review: som.Review) -> None:
    """Each remark says what, why and what to do, in Danish and in English, with figures as the language writes them."""
    for remark in review:
        assert remark.told() == (remark.text, remark.why, remark.remedy)
        for danish, english in zip(remark.told("da"), remark.told("en"), strict=True):
            assert danish.strip()
            assert english.strip()
            assert danish != english, danish
            for text in (danish, english):
                assert not re.search(r"[{}]|\bNone\b|\bnan\b|\binf\b|Message|review_", text), text
            assert not ENGLISH_DECIMAL.search(danish), danish
        assert remark.address in repr(remark)


@every("path", FILES, ids=lambda path: path.stem)
def test_every_kind_is_said_in_both_languages(path: Path, tmp_path: Path) -> None:
    """No kind's words stand empty, untranslated or unfilled."""
    is_plain(som.review(scenario_of(case(path).asks, tmp_path)))


@every("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_scenarios_are_reviewed_in_both_languages(path: Path) -> None:
    """Every scenario and variant that is shipped can be reviewed, at addresses that a reader can look up in it."""
    for scenario in (som.read_scenario(path), *som.read_scenarios(path)):
        found = som.review(scenario)
        is_plain(found)
        assert len(set(found)) == len(found)
        for remark in found:
            assert remark.address.split(".")[0] in type(scenario).model_fields


@every("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_can_be_projected_can_be_reviewed(path: Path, tmp_path: Path) -> None:
    """The review stops at nothing that a projection does not stop at."""
    written = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["scenario"]
    is_plain(som.review(scenario_of(written, tmp_path)))


def test_hedensted_is_asked_what_its_council_should_ask() -> None:
    """No baseline, a guessed price or consequence that decides the sign, the region's gain, two years on one of evidence."""
    found = som.review(som.read_scenario(HEDENSTED))
    kinds = {remark.kind for remark in found}
    assert {"no_baseline", "decides_sign", "other_payer_gains", "effect_beyond_evidence"} <= kinds
    deciding = addresses(found, "decides_sign")
    assert any(address.startswith("unit_costs.") or ".consequences." in address for address in deciding), deciding
    assert addresses(found, "no_baseline") == [SUCCESS]
    assert addresses(found, "effect_beyond_evidence") == [SUCCESS]


def test_what_decides_the_result_is_asked_first() -> None:
    """Remarks stand in the order of the table of words."""
    order = list(REVIEWS)
    for path in (HEDENSTED, ROOT / "scenarios" / "example.yaml"):
        places = [order.index(remark.kind) for remark in som.review(som.read_scenario(path))]
        assert places == sorted(places)
        assert places[0] == 0 or "decides_sign" not in [order[place] for place in places]


@every("path", SHIPPED, ids=lambda path: path.stem)
def test_a_review_changes_no_calculation(path: Path) -> None:
    """The scenario and its projection are the same before and after."""
    scenario = som.read_scenario(path)
    before = som.project(scenario)
    som.review(scenario)
    after = som.project(scenario)
    assert scenario == som.read_scenario(path)
    assert before.notices == after.notices
    for name in ("savings", "programme_cost", "net", "accumulated"):
        np.testing.assert_array_equal(getattr(before, name), getattr(after, name))


def test_a_variant_is_reviewed_as_it_is() -> None:
    """30 % is assumed, with an interval in which the gain is lost; 40 % was seen locally and has none.

    At 20 % savings are 1,575,000 x 20/30 = 1,050,000 kr., net 1,050,000 - 1,075,000 = -25,000 kr.
    """
    prudent, observed = (som.review(scenario) for scenario in som.read_scenarios(HEDENSTED))
    for kind in ("decides_sign", "negative_in_interval"):
        assert SUCCESS in addresses(prudent, kind)
        assert SUCCESS not in addresses(observed, kind)
    assert unsaid(prudent, "negative_in_interval", ["20 % til 40 %: ned til −25.000 kr."]) == []
    assert unsaid(observed, "no_baseline", ["40 %"]) == []
    assert "30 % (forsigtigt skøn)" in prudent.title("da")
    assert "40 % (seen locally)" in observed.title("en")


def test_a_counted_share_turns_inside_its_jeffreys_interval(tmp_path: Path) -> None:
    """8 of 20: the 95 % interval is that of Beta(8.5, 12.5), 0.2106 to 0.6161 (method.md: Distributions and draws).

    Savings 10 x rate x 1,000 kr.: at 0.2106 2,106 kr.; a cost of 2,100 kr. is covered, one of 2,110 kr. is not.
    """
    low, high = beta.interval(0.95, 8 + 0.5, 12 + 0.5)
    rate = {"target_groups.citizens.success_rate": {"observed": {"successes": 8, "of": 20}, "source": "fictitious"}}
    scenario = scenario_of(case(ROOT / "tests" / "reviews" / "negative_in_interval.yaml").asks, tmp_path).vary(rate)
    covered, uncovered = (scenario.vary({"programme.costs.materials.amount": cost}) for cost in (2100, 2110))
    assert addresses(som.review(covered), "negative_in_interval") == []
    found = som.review(uncovered)
    assert addresses(found, "negative_in_interval") == ["target_groups.citizens.success_rate"]
    ends = [f"{100 * end:.2f}".replace(".", ",") for end in (low, high)]
    least = f"−{2110 - 10_000 * low:.0f} kr."
    assert unsaid(found, "negative_in_interval", [f"{ends[0]} % til {ends[1]} %", f"ned til {least}"]) == [], found.say("da")


def test_an_unknown_figure_is_never_reviewed_as_0() -> None:
    """The review stops where the projection does, and names the figure."""
    scenario = som.read_scenario(HEDENSTED).vary({f"{SUCCESS}.value": None, f"{SUCCESS}.low": None, f"{SUCCESS}.high": None})
    with pytest.raises(som.MissingFigures, match=SUCCESS):
        som.review(scenario)


def test_a_review_in_python_is_a_sequence_of_remarks() -> None:
    """It counts, gives its remarks in order and one by one, and says them all."""
    found = som.review(som.read_scenario(HEDENSTED))
    assert isinstance(found, som.Review)
    remarks = list(found)
    assert len(found) == len(remarks) > 0
    assert all(isinstance(remark, som.Remark) for remark in remarks)
    assert (found[0], found[len(found) - 1]) == (remarks[0], remarks[-1])
    assert str(len(found)) in repr(found)
    for language in LANGUAGES:
        said = found.say(language)
        for remark in remarks:
            assert remark.address in said
            assert remark.told(language).text in said
            assert remark.told(language).why in said
            assert remark.told(language).remedy in said


def test_a_notebook_shows_every_remark() -> None:
    """The HTML holds each remark's address, text, why and remedy."""
    found = som.review(som.read_scenario(HEDENSTED))
    html = unescape(found._repr_html_().replace("<wbr>", ""))  # where an address may go on in the next line
    for remark in found:
        for text in (remark.address, remark.told("da").text, remark.told("da").why, remark.told("da").remedy):
            assert text in html


def test_a_complete_scenario_is_asked_nothing(tmp_path: Path) -> None:
    """With baseline, evidence and sources stated the review says that there is no question."""
    one = case(ROOT / "tests" / "reviews" / "no_baseline.yaml")
    found = som.review(scenario_of(one.asks, tmp_path).vary(one.quiet))
    assert len(found) == 0
    assert "ingen spørgsmål" in found.say("da")
    assert "no questions" in found.say("en")
    assert found._repr_html_()
    assert som.tables.review(found).empty


def test_one_question_is_not_called_questions(tmp_path: Path) -> None:
    """One question has a title of its own; two are counted."""
    one = scenario_of(case(ROOT / "tests" / "reviews" / "no_baseline.yaml").asks, tmp_path)
    two = one.vary({"target_groups.citizens.success_rate.evidence_years": 1})
    found = som.review(one)
    assert len(found) == 1
    assert found.title("da") == "no_baseline: ét spørgsmål, en kritisk læser ville stille"
    assert found.title("en") == "no_baseline: one question a critical reader would ask"
    found = som.review(two)
    assert len(found) == 2
    assert "2 spørgsmål, en kritisk læser ville stille" in found.title("da")
    assert "2 questions a critical reader would ask" in found.title("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_row_for_each_remark(language: Literal["da", "en"]) -> None:
    """Address, text, why and remedy, in order."""
    found = som.review(som.read_scenario(HEDENSTED))
    table = som.tables.review(found, language=language)
    rows = [[each.address, each.told(language).text, each.told(language).why, each.told(language).remedy] for each in found]
    assert table.to_numpy().tolist() == rows
