"""Two pages hold a brief, however much is written in its scenario, and what is cut can still be told apart."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

import som_model as som
from som_model.presentation.brief.harmless import cut, cut_within
from som_model.presentation.brief.pages import pages
from som_model.presentation.brief.writing import rendered
from som_model.wording.table import Language
from tests.presentation.brief.cases import (
    EXAMPLE,
    FILES,
    HEDENSTED,
    brief_of,
    by_libreoffice,
    hostile,
    pages_of,
    plain,
    scenario_of,
    tables_in_html,
    text_in_pdf,
)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("file", "variant"), [(HEDENSTED, "prudent"), (HEDENSTED, "observed"), (EXAMPLE, None), (EXAMPLE, "careful")]
)
def test_the_pdf_has_two_pages(file: Path, variant: str | None, language: Language) -> None:
    made = rendered(brief_of(som.read_scenario(file, variant=variant), language), ".pdf")
    assert pages_of(made) == 2
    assert PdfReader(io.BytesIO(made)).trailer["/Root"].get("/Lang") == language
    assert ("Side 2 af 2" if language == "da" else "Page 2 of 2") in text_in_pdf(made)


def test_two_pages_hold_for_every_published_case_in_pdf() -> None:
    for file in FILES:
        assert pages_of(rendered(brief_of(som.read_scenario(file)), ".pdf")) == 2, file.stem


WORDY = "en lang tekst, som nogen har skrevet med mange ord om, hvad der sker, og hvorfor det sker, "
AREAS = ("service", "transfers", "capital", "co_financing", "other")


def wordy(folder: Path, groups: int, lines: int, variants: int = 0) -> som.Scenario:
    """A scenario whose every text is long, with figures and lines in every budget area, both once and each year."""
    guess = "{value: %s, low: %s, high: %s, quality: published, source: '" + WORDY + "%s'}"
    parts = [
        f"title: '{WORDY * 2}'\norganisation: '{WORDY}'\nnotes: '{WORDY * 12}'\nperiod: {{start: 2024, years: 6}}\n",
        "not_counted: [" + ", ".join(f"'{i} {WORDY * 2}'" for i in range(9)) + "]\ntarget_groups:\n",
    ]
    for g in range(groups):
        parts.append(f"  g{g}:\n    title: '{WORDY} gruppe {g}'\n    participants: {10 + g}\n")
        parts.append(f"    success_rate: {guess % (0.3 + g / 100, 0.2, 0.5, g)}\n    consequences:\n")
        parts += [f"      l{i}: {{title: '{WORDY} linje {i}', unit_cost: p{i}, change: [-2, -1]}}\n" for i in range(lines)]
    parts.append("programme:\n  payers: {municipality: 0.7, region: 0.2, state: 0.1}\n  costs:\n")
    for i in range(lines):
        amount, basis = guess % (1e5 + i, 9e4, 2e5, f"beløb {i}"), "once" if i % 2 else "year"
        parts.append(f"    c{i}: {{title: '{WORDY} post {i}', amount: {amount}, basis: {basis}, area: {AREAS[i % 5]}}}\n")
    parts.append("unit_costs:\n")
    for i in range(lines):
        parts.append(f"  p{i}: {{amount: {5000 + i}, unit: course, price_year: 2024, quality: assumed, note: '{WORDY * 3}',\n")
        parts.append(f"      payers: {{municipality: 0.5, region: 0.3, state: 0.2}}, area: {AREAS[i % 5]},\n")
        parts.append(f"      label: '{WORDY} pris {i}', source: '{WORDY * 2} {i}'}}\n")
    parts += ["variants:\n"] if variants else []
    for i in range(variants):
        parts.append(f"  v{i}: {{title: '{WORDY} variant {i}', set: {{target_groups.g0.participants: {20 + i}}}}}\n")
    return scenario_of(folder, "".join(parts))


@pytest.mark.parametrize(("groups", "lines", "variants"), [(1, 3, 0), (1, 3, 9), (3, 5, 0), (3, 5, 2), (8, 12, 9)])
def test_two_pages_hold_however_much_is_written(groups: int, lines: int, variants: int, tmp_path: Path) -> None:
    made = brief_of(wordy(tmp_path, groups, lines, variants))
    assert pages_of(rendered(made, ".pdf")) == 2
    assert pages_of(by_libreoffice(rendered(made, ".docx"), tmp_path)) == 2
    headings = [block.text for block in made.blocks if type(block).__name__ == "Heading"]
    assert len(headings) == 9


def test_nothing_is_shortened_for_the_usual_case() -> None:
    """Hedensted's brief names all of its sources and at most eight assumptions; so does every other published case."""
    for file in FILES:
        made = brief_of(som.read_scenario(file))
        assert pages(made) <= 2, file.stem
    made = brief_of(som.read_scenario(EXAMPLE))
    rows = [len(rows) - 1 for rows in tables_in_html(rendered(made, ".html").decode("utf-8"))]
    assert rows[4:] == [8, 4]


def test_long_names_that_begin_alike_can_be_told_apart_by_their_ends(tmp_path: Path) -> None:
    tables = tables_in_html(rendered(brief_of(wordy(tmp_path, 8, 12)), ".html").decode("utf-8"))
    for table in tables[3:]:
        names = [plain(row[0]) for row in table[1:]]
        assert len(set(names)) == len(names)
        assert any("…" in name for name in names)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("file", "variant"), [(HEDENSTED, "prudent"), (EXAMPLE, None)])
def test_the_word_file_opens_in_libreoffice_on_two_pages(
    file: Path, variant: str | None, language: Language, tmp_path: Path
) -> None:
    made = brief_of(som.read_scenario(file, variant=variant), language)
    printed = by_libreoffice(rendered(made, ".docx"), tmp_path)
    assert pages_of(printed) == 2
    assert made.page in text_in_pdf(printed)


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_very_long_texts_are_cut_and_not_printed_page_after_page(ending: str, tmp_path: Path) -> None:
    made = rendered(brief_of(hostile(tmp_path)), ending)
    assert pages_of(by_libreoffice(made, tmp_path) if ending == ".docx" else made) <= 3


def test_a_name_is_cut_within_and_keeps_both_ends() -> None:
    assert cut_within("en to tre fire fem seks syv", 19) == "en to … seks syv"
    assert cut_within("en to", 19) == "en to"
    assert len(cut_within("x" * 300, 50)) == 50


def test_a_text_is_cut_between_words_and_says_so() -> None:
    assert cut("en to tre fire", 11) == "en to tre…"
    assert cut("en to", 11) == "en to"
    assert cut("x" * 300, 50) == "x" * 49 + "…"
