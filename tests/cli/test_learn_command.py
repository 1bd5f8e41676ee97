"""som learn on the command line: before, seen and now, what it does to the result, and the lines to write."""

import csv
import io
import json
from pathlib import Path

import pytest
from scipy import stats

import som_model as som
from tests.command_line import som as run

ROOT = Path(__file__).parents[2]
HEDENSTED = "scenarios/hedensted.yaml"
RATE = "target_groups.dual_diagnosis.success_rate"
SEEN = ("--successes", "8", "--of", "20")
PRUDENT = ("learn", HEDENSTED, RATE, *SEEN, "--variant", "prudent")


def test_it_tells_before_seen_and_now_and_what_that_does() -> None:
    """Beta(23.901; 55.769) and 8 of 20: 32.0 %; net 1,575,000·0.320066/0.3 − 1,075,000 = 605,347 kr."""
    done = run(*PRUDENT)
    assert done.returncode == 0
    said = done.stdout.splitlines()
    assert said[0].startswith("Succesrate, borgere med svær psykisk lidelse og misbrug: 8 af 20 nåede målet (40 %); før 30 %")
    assert "nu 32 %" in said[0]
    assert "fra 500.000 kr. til 605.347 kr." in said[1]
    assert "fra 97,5 % til 99,7 %" in said[1]


def test_json_holds_prior_posterior_and_the_result_before_and_after() -> None:
    """Closed form: chance of gain is 1 − F(0.3·1075/1575) of the beta distribution, before and after."""
    found = json.loads(run(*PRUDENT, "--format", "json").stdout)
    assert found["value"] == pytest.approx(0.32007, abs=5e-6)
    assert (found["prior"]["a"], found["prior"]["b"]) == pytest.approx((23.90119, 55.76944), abs=1e-5)
    assert found["posterior"]["a"] == pytest.approx(31.90119, abs=1e-5)
    assert found["posterior"]["low"] == pytest.approx(stats.beta(31.90119, 67.76944).ppf(0.025), abs=1e-6)
    assert found["accumulated_net"]["before"] == pytest.approx(500_000, abs=0.01)
    assert found["accumulated_net"]["after"] == pytest.approx(1_575_000 * found["value"] / 0.3 - 1_075_000, abs=0.01)
    for when, beta in (("before", stats.beta(23.90119, 55.76944)), ("after", stats.beta(31.90119, 67.76944))):
        gain = 1 - beta.cdf(0.3 * 1075 / 1575)
        assert found["chance_of_gain"][when] == pytest.approx(gain, abs=3 * (gain * (1 - gain) / 10_000) ** 0.5)
    assert (found["address"], found["successes"], found["of"]) == (RATE, 8, 20)
    assert found["estimate"]["value"] == found["value"]


def test_the_lines_it_prints_can_be_written_where_it_says(tmp_path: Path) -> None:
    """Put under the variant, they give the learned rate again."""
    place, _, lines = run(*PRUDENT).stdout.partition("Skriv under ")[2].partition(":\n\n")
    assert place == "variants.prudent.set"
    text = (ROOT / HEDENSTED).read_text(encoding="utf-8")
    start = text.index(f"      {RATE}: {{value: 0.30")
    end = text.index("\n", start) + 1
    file = tmp_path / "learned.yaml"
    written = "".join(f"      {line}\n" for line in lines.splitlines())
    file.write_text(text[:start] + written + text[end:], encoding="utf-8")
    net = som.project(som.read_scenario(file, "prudent")).accumulated_net
    assert net == pytest.approx(605_347, abs=5)


def test_without_a_variant_the_lines_go_to_the_group_itself() -> None:
    done = run("learn", HEDENSTED, RATE, *SEEN)
    assert "Skriv under target_groups.dual_diagnosis:\n\nsuccess_rate:\n  value: 0.320066\n" in done.stdout


def test_csv_has_a_row_for_each_stage() -> None:
    rows = list(csv.DictReader(io.StringIO(run(*PRUDENT, "--format", "csv").stdout)))
    assert [row["stage"] for row in rows] == ["prior", "seen", "posterior"]
    assert [float(row["mean"]) for row in rows] == pytest.approx([0.3, 0.4, 0.32007], abs=5e-6)
    assert rows[1]["low"] == ""


def test_the_picture_is_drawn_on_request(tmp_path: Path) -> None:
    file = tmp_path / "learned.svg"
    assert run(*PRUDENT, "--chart", str(file)).returncode == 0
    kept = file.read_bytes()
    assert kept.startswith(b"<?xml")
    assert run(*PRUDENT, "--chart", str(file)).returncode == 2
    assert file.read_bytes() == kept
    refused = run("chart", HEDENSTED, "learned", "-o", str(tmp_path / "other.svg"))
    assert refused.returncode == 2
    assert "som learn" in refused.stderr


def test_a_fixed_number_is_refused_unless_it_begins_from_nothing() -> None:
    """Jeffreys' prior and 8 of 20: 8.5/21 = 0.40476."""
    refused = run("learn", HEDENSTED, RATE, *SEEN, "--variant", "observed")
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert "--prior jeffreys" in refused.stderr
    found = json.loads(
        run("learn", HEDENSTED, RATE, *SEEN, "--variant", "observed", "--prior", "jeffreys", "--format", "json").stdout
    )
    assert found["value"] == pytest.approx(8.5 / 21)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((RATE, "--successes", "21", "--of", "20"), "21 succeser af 20"),
        ((RATE, "--successes", "otte", "--of", "20"), "«otte»"),
        ((RATE, "--of", "20"), "--successes"),
        ((RATE, *SEEN, "--prior", "flat"), "jeffreys"),
        (("programme.staffing.coordinator.annual_cost", *SEEN), "ikke en andel"),
        (("target_groups.dual_diagnosis.succes_rate", *SEEN), RATE),
        (("target_groups.dual_diagnosis.effect_since_entry", *SEEN), "effect_since_entry.1"),
    ],
)
def test_wrong_input_ends_with_2_in_plain_words(arguments: tuple[str, ...], word: str) -> None:
    done = run("learn", HEDENSTED, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert word in done.stderr
    assert "Traceback" not in done.stderr
