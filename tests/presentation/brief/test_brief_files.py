"""The files: three forms of one brief, the same bytes for the same input, and no text of a user does harm."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

import som_model as som
from som_model.presentation.brief.harmless import BREAK_HERE, texts_of
from som_model.presentation.brief.writing import brief, rendered, write_brief
from som_model.wording.characters import one_line, writable
from tests.presentation.brief.cases import (
    EXAMPLE,
    HEDENSTED,
    HOSTILE,
    RR2,
    brief_of,
    hostile,
    plain,
    scenario_of,
    tables_in_html,
    tables_in_word,
    text_in_pdf,
)

ENDINGS = (".docx", ".html", ".pdf")


@pytest.fixture
def prudent() -> som.Projection:
    return som.project(som.read_scenario(HEDENSTED, variant="prudent"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_input_gives_the_same_bytes(ending: str, prudent: som.Projection, tmp_path: Path) -> None:
    first, again, other = (tmp_path / f"{name}{ending}" for name in ("first", "again", "other"))
    som.write_brief(prudent, first)
    som.write_brief(som.project(som.read_scenario(HEDENSTED, variant="prudent")), again)
    som.write_brief(prudent, other, seed=2)
    assert first.read_bytes() == again.read_bytes()
    assert first.read_bytes() != other.read_bytes()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_date_stands_in_it_only_on_request(ending: str, prudent: som.Projection) -> None:
    simulated = som.simulate(prudent.scenario, 100)
    assert rendered(brief(simulated), ending) != rendered(brief(simulated, dated=date(2026, 11, 22)), ending)
    made = brief(simulated, dated=date(2026, 11, 22))
    assert "22. november 2026" in made.kicker
    assert "Dato: 22. november 2026" in made.colophon
    assert "november 2026" not in brief(simulated).kicker


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_there_is_kept(ending: str, prudent: som.Projection, tmp_path: Path) -> None:
    place = tmp_path / f"brief{ending}"
    place.write_text("mine", encoding="utf-8")
    with pytest.raises(som.WouldOverwrite):
        som.write_brief(prudent, place)
    assert place.read_text(encoding="utf-8") == "mine"
    som.write_brief(prudent, place, overwrite=True, draws=100)
    assert place.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [place]


def test_nothing_is_left_half_written(prudent: som.Projection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.write_bytes

    def fail(place: Path, made: bytes) -> int:
        whole(place, made[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(som.SomError):
        write_brief(prudent, tmp_path / "brief.pdf", draws=100)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["brief.odt", "brief.doc", "brief", "brief.xlsx"])
def test_another_ending_is_refused_in_plain_words(name: str, prudent: som.Projection, tmp_path: Path) -> None:
    with pytest.raises(som.SomError, match=r"\.docx, \.html eller \.pdf"):
        som.write_brief(prudent, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("ending", "module"), [(".docx", "docx"), (".pdf", "typst")])
def test_a_missing_package_is_named_with_its_command(
    ending: str, module: str, prudent: som.Projection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("som_model.presentation.atomic.find_spec", lambda name: None if name == module else object())
    with pytest.raises(som.SomError, match=r"\[brief\]"):
        som.write_brief(prudent, tmp_path / f"brief{ending}")


def test_word_has_real_headings_repeated_heads_alternative_texts_and_a_language() -> None:
    for language, locale in (("da", "da-DK"), ("en", "en-GB")):
        made = brief_of(som.read_scenario(HEDENSTED, variant="prudent"), language)  # type: ignore[arg-type]
        document = Document(io.BytesIO(rendered(made, ".docx")))
        headings = [each.text for each in document.paragraphs if each.style is not None and each.style.name == "Heading 1"]
        assert len(headings) == 9
        for table in document.tables:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert len(document.inline_shapes) == 1
        assert document.inline_shapes[0]._inline.docPr.get("descr")
        assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {locale}
        assert document.core_properties.title == made.title


def test_word_files_hold_no_time_of_their_making() -> None:
    with ZipFile(io.BytesIO(rendered(brief_of(som.read_scenario(RR2)), ".docx"))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.testzip() is None


def test_the_page_fetches_nothing(prudent: som.Projection) -> None:
    page = rendered(brief_of(prudent.scenario), ".html").decode("utf-8")
    assert not re.search(r"<(script|iframe|object|embed|link|img)\b", page)
    assert not re.search(r"""\b(src|data|poster|srcset)\s*=""", page)
    assert not re.search(r"@import|url\((?!#)", page)
    assert page.count("<svg") == 1
    assert '<html lang="da-DK">' in page


def test_no_text_of_a_user_does_harm_on_the_page(tmp_path: Path) -> None:
    page = rendered(brief_of(hostile(tmp_path)), ".html").decode("utf-8")
    assert not re.search(r"<script|<img|<svg[^>]*onload|</style>\s*<svg", page)
    assert "javascript:" not in page
    assert 'onload="' not in page
    assert page.count("<style") == page.count("</style>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page


def test_no_text_of_a_user_does_harm_in_word(tmp_path: Path) -> None:
    made = rendered(brief_of(hostile(tmp_path)), ".docx")
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs)
    for trap in HOSTILE[:5]:
        assert trap in text
    with ZipFile(io.BytesIO(made)) as parts:
        body = parts.read("word/document.xml").decode("utf-8")
        links = parts.read("word/_rels/document.xml.rels").decode("utf-8")
    assert "HYPERLINK" not in re.findall(r"instr(?:Text)?[^>]*>?[^<]*", body)
    assert "javascript:" not in links
    assert len(re.findall(r'TargetMode="External"', links)) == 0


def test_no_text_of_a_user_does_harm_in_pdf(tmp_path: Path) -> None:
    made = rendered(brief_of(hostile(tmp_path)), ".pdf")
    text = " ".join(text_in_pdf(made).split())
    for trap in HOSTILE[:5]:
        assert trap in text.replace("“", '"').replace("”", '"')
    assert b"javascript:alert" not in made


def test_a_name_of_three_hundred_letters_may_break_in_every_column(tmp_path: Path) -> None:
    """Twelve letters W at 8.8 points are about 105 points wide; the narrowest column of users' texts has 133 points."""
    made = brief_of(hostile(tmp_path))
    texts = [made.title, made.kicker, made.short_title, *(text for block in made.blocks for text in texts_of(block))]
    words = [word for text in texts for word in re.split(rf"[\s{BREAK_HERE}]", text)]
    assert max(len(word) for word in words) <= 30
    assert max(word.count("W") for word in words) == 12


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_three_forms_say_the_same(ending: str) -> None:
    made = brief_of(som.read_scenario(EXAMPLE))
    whole = rendered(made, ending)
    if ending == ".pdf":
        text = " ".join(text_in_pdf(whole).split())
        for row in tables_in_html(rendered(made, ".html").decode("utf-8"))[0]:
            assert " ".join(plain(cell) for cell in row if cell) in text
    else:
        tables = tables_in_word(whole) if ending == ".docx" else tables_in_html(whole.decode("utf-8"))
        assert len(tables) == 6
        assert [len(table) for table in tables[:2]] == [4, 7]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x00b\x1b[0m", "ab[0m"), ("a\u202eb", "ab"), ("a\n\tb  c", "a b c"), ("\ud800x\uffff", "x"), ("æøå €", "æøå €")],
)
def test_signs_that_no_file_can_hold_are_dropped(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("a\tb\r\nc", "a\tb\r\nc"), ("a\x00\x7f\x9fb\ufdd0\U0001fffe", "a???b??")])
def test_a_text_keeps_its_line_ends_where_only_what_no_file_holds_goes(text: str, shown: str) -> None:
    assert writable(text, "?") == shown


def test_that_a_text_was_cut_is_said_at_the_foot(tmp_path: Path) -> None:
    made = brief_of(hostile(tmp_path))
    assert "forkortet" in made.colophon
    assert "forkortet" not in brief_of(scenario_of(tmp_path, "period: {start: 2024}\n")).colophon
    assert BREAK_HERE not in re.findall(r"[0-9a-f]{64}", made.colophon)[0]
