"""The documentation as a site: it builds without a warning, holds every page and picture, and fetches nothing from elsewhere."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.docs.written import DOCS, making, script

ROOT = DOCS.parent
FETCHED = re.compile(r"""<(?:script|img|iframe)\b[^>]*\bsrc=["'](?:https?:)?//|<link\b[^>]*\bhref=["'](?:https?:)?//""")
SLIPS = {
    "index.md": "# Home\n\n[gone](gone.md)\n\n[no such heading](index.md#no-such-heading)\n",
    "forgotten.md": "# In no menu\n",
}
"""Pages of a site with three slips."""


@pytest.fixture
def site(workshop: Path) -> Path:
    return workshop / "built"


class Text(HTMLParser):
    """The words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


def words_of(page: Path) -> str:
    text = Text()
    text.feed(page.read_text(encoding="utf-8"))
    return " ".join(text.words.split())


def pictures_on(page: Path) -> list[Path]:
    """The files of a page's pictures, where it says they are."""
    shown = re.findall(r'<img[^>]*\bsrc="([^":]+\.(?:png|svg))"', page.read_text(encoding="utf-8"))
    return [(page.parent / name).resolve() for name in shown]


def test_every_page_and_notebook_is_on_the_site(site: Path) -> None:
    pages = {path.relative_to(DOCS).with_suffix(".html").as_posix() for path in DOCS.rglob("*.md")}
    pages |= {f"notebooks/{path.stem}.html" for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert len(pages) > 30
    assert pages <= {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_a_file_of_the_repository_that_a_page_links_to_is_on_the_site(site: Path) -> None:
    page = site / "repository" / "scenarios" / "hedensted.yaml.html"
    assert "30093.02393" in words_of(page)
    linked = re.findall(r'href="([^"#]*hedensted\.yaml[^"#]*)', (site / "tutorial.html").read_text(encoding="utf-8"))
    assert all((site / target).exists() for target in linked)


def test_the_gallery_shows_every_chart_and_pages_show_those_they_lead_to(site: Path) -> None:
    gallery = making("gallery").GALLERY
    assert [picture.stem for picture in pictures_on(site / "gallery.html")] == list(gallery)
    leading = {
        page: re.findall(r"^\[.+\]\(\.\./gallery\.md#(\w+)\)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for page in DOCS.glob("how-to/*.md")
    }
    assert sum(map(len, leading.values())) >= 4
    for page, names in leading.items():
        shown = [picture.stem for picture in pictures_on((site / page.relative_to(DOCS)).with_suffix(".html"))]
        assert shown == names, page.name


def test_a_picture_of_the_gallery_says_what_it_was_made_from(site: Path) -> None:
    for picture in pictures_on(site / "gallery.html"):
        description = re.search(r"<dc:description>(.*?)</dc:description>", picture.read_text(encoding="utf-8"))
        assert description is not None, picture.name
        assert "Input, SHA-256: " in description[1], picture.name


def test_pictures_that_a_page_shows_are_on_the_site(site: Path) -> None:
    shown = {page.stem: pictures_on(page) for page in site.rglob("*.html")}
    assert [picture for pictures in shown.values() for picture in pictures if not picture.exists()] == []
    of_notebooks = [picture for page, pictures in shown.items() if re.match(r"0\d_", page) for picture in pictures]
    assert len(of_notebooks) > 6


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    assert [page.name for page in site.rglob("*.html") if FETCHED.search(page.read_text(encoding="utf-8"))] == []


def test_a_link_that_leads_nowhere_and_a_page_in_no_menu_stop_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """By the settings of the real site, but for its menu."""
    build_site, (root, made) = script("build_site"), (tmp_path / "root", tmp_path / "made")
    root.mkdir()
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    (root / "mkdocs.yml").write_text(f"{settings}\nnav: [index.md]\nextra_css: []\n", encoding="utf-8")
    (made / "docs").mkdir(parents=True)
    for name, text in SLIPS.items():
        (made / "docs" / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(build_site, "ROOT", root)
    with pytest.raises(subprocess.CalledProcessError):
        build_site.render(made)
    told = "".join(capfd.readouterr())
    assert "3 warnings" in told
    assert all(slip in told for slip in ("forgotten.md", "'gone.md'", "'index.md#no-such-heading'"))
