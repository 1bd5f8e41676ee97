"""The documentation as a site: it builds without a warning, holds every page, and fetches nothing from elsewhere."""

import importlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FETCHED = re.compile(r"""<(?:script|img|iframe)\b[^>]*\bsrc=["'](?:https?:)?//|<link\b[^>]*\bhref=["'](?:https?:)?//""")


def script(name: str) -> Any:
    """A script of docs/ as a module."""
    if str(ROOT / "docs") not in sys.path:
        sys.path.insert(0, str(ROOT / "docs"))
    return importlib.import_module(name)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "site"
    script("build_site").build(folder)
    return folder


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


def test_every_page_and_notebook_is_on_the_site(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    pages |= {f"notebooks/{path.stem}.html" for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert len(pages) > 30
    assert pages <= {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_a_file_of_the_repository_that_a_page_links_to_is_on_the_site(site: Path) -> None:
    page = site / "repository" / "scenarios" / "hedensted.yaml.html"
    assert "30093.02393" in words_of(page)
    linked = re.findall(r'href="([^"#]*hedensted\.yaml[^"#]*)', (site / "tutorial.html").read_text(encoding="utf-8"))
    assert all((site / target).exists() for target in linked)


def test_pictures_of_the_notebooks_are_on_the_site(site: Path) -> None:
    pages = sorted((site / "notebooks").glob("*.html"))
    shown = [name for page in pages for name in re.findall(r'<img[^>]*src="([^":]+\.png)"', page.read_text(encoding="utf-8"))]
    assert len(shown) > len(pages)
    assert all((site / "notebooks" / name).exists() for name in shown)


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert FETCHED.search(page.read_text(encoding="utf-8")) is None, page.name


@pytest.mark.parametrize("slip", ["[gone](how-to/gone.md)", "[no such heading](method.md#no-such-heading)"])
def test_a_link_that_leads_nowhere_stops_the_site(slip: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build_site = script("build_site")
    script("making.pages").lay(tmp_path / "docs")
    with (tmp_path / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{slip}\n")
    with pytest.raises(subprocess.CalledProcessError):
        build_site.render(tmp_path)
    assert "1 warnings" in "".join(capfd.readouterr())


def test_a_page_in_no_menu_stops_the_site(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build_site = script("build_site")
    script("making.pages").lay(tmp_path / "docs")
    (tmp_path / "docs" / "forgotten.md").write_text("# Forgotten\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        build_site.render(tmp_path)
    assert "forgotten.md" in "".join(capfd.readouterr())
