"""The pages of the site: those of docs/ with their pictures, the notebooks with what they show, and every file of the repository
that a page links to."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import nbformat

from making.commands import ROOT
from making.gallery import draw_gallery, gallery_page, pictured

DOCS = ROOT / "docs"
SHOWN = "repository"
"""Where the site keeps what stands outside docs/."""
PROJECT_PAGES = ("CHANGELOG.md", "CONTRIBUTING.md")
LINK = re.compile(r"(?<=\]\()(?P<path>[^)#\s:]+)(?P<anchor>#[^)\s]*)?(?=\))")
KINDS = {".py": "python", ".yaml": "yaml", ".toml": "toml", ".cff": "yaml"}
"""How a file is coloured, by its ending."""


def lay(folder: Path, executed: Path) -> None:
    """Write every page of the site, and its pictures, into a folder that is not there yet; executed: the folder of the notebooks
    with their outputs.
    """
    shutil.copytree(DOCS, folder, ignore=shutil.ignore_patterns("making", "*.py", "*.yaml", "__pycache__"))
    for source, text in sources().items():
        _write(folder, source, pictured(text))
    _write(folder, DOCS / "gallery.md", gallery_page(drawn=True))
    draw_gallery(folder)
    for notebook in notebooks():
        text, pictures = converted(executed / notebook.name)
        _write(folder, notebook, text)
        for name, content in pictures.items():
            (folder / "notebooks" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "notebooks" / name).write_bytes(content)


def _write(folder: Path, source: Path, text: str) -> None:
    """Write the page of a file of the repository, its links leading to where the site has what they name."""
    place = folder / place_of(source)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(relinked(text, source), encoding="utf-8", newline="\n")


def sources() -> dict[Path, str]:
    """Every file of the repository that the site shows, with its text as a page: from docs/ outward, link by link."""
    waiting = [*sorted(DOCS.rglob("*.md")), *notebooks(), *(ROOT / name for name in PROJECT_PAGES)]
    found: dict[Path, str] = {}
    while waiting:
        source = waiting.pop()
        if source not in found and not (source.is_file() and source.is_relative_to(DOCS) and source.suffix != ".md"):
            found[source] = page_of(source)
            waiting += goals(found[source], source)
    return found


def notebooks() -> list[Path]:
    """The notebooks, in their order."""
    return sorted((ROOT / "notebooks").glob("*.ipynb"))


def page_of(source: Path) -> str:
    """A file or folder of the repository as a page; of a notebook its words, the rest follows when it has been executed."""
    if source.suffix == ".md":
        return source.read_text(encoding="utf-8")
    if source.suffix == ".ipynb":
        return "\n\n".join(cell.source for cell in nbformat.read(source, as_version=4).cells if cell.cell_type == "markdown")
    name = source.relative_to(ROOT).as_posix()
    if source.is_dir():
        listed = (each for each in sorted(source.iterdir()) if each.suffix in (*KINDS, ".md", ".ipynb"))
        return f"# {name}\n\n" + "".join(f"- [{each.name}]({source.name}/{each.name})\n" for each in listed)
    return f"# {name}\n\n````{KINDS[source.suffix]}\n{source.read_text(encoding='utf-8')}````\n"


def goals(text: str, source: Path) -> list[Path]:
    """The files of the repository that a page links to."""
    linked = (goal_of(link["path"], source) for link in LINK.finditer(text))
    return [goal for goal in linked if goal is not None]


def goal_of(path: str, source: Path) -> Path | None:
    """The file of the repository that a link leads to, if it leads to one."""
    goal = (source.parent / path).resolve()
    return goal if goal.exists() and goal.is_relative_to(ROOT) else None


def relinked(text: str, source: Path) -> str:
    """A page whose links lead to where the site has what they name."""
    here = Path(place_of(source)).parent

    def leading(link: re.Match[str]) -> str:
        goal = goal_of(link["path"], source)
        path = link["path"] if goal is None else os.path.relpath(place_of(goal), here).replace(os.sep, "/")
        return path + (link["anchor"] or "")

    return LINK.sub(leading, text)


def place_of(source: Path) -> str:
    """The place on the site of a file of the repository."""
    if source.is_relative_to(DOCS):
        return source.relative_to(DOCS).as_posix()
    if source.suffix == ".ipynb":
        return f"notebooks/{source.stem}.md"
    shown = f"{SHOWN}/{source.relative_to(ROOT).as_posix()}"
    return shown if source.suffix == ".md" else f"{shown}.md"


def converted(notebook: Path) -> tuple[str, dict[str, bytes]]:
    """A notebook with its outputs as Markdown, and its pictures by name."""
    from nbconvert import MarkdownExporter

    names = {"unique_key": notebook.stem, "output_files_dir": f"{notebook.stem}_files"}
    text, resources = MarkdownExporter().from_filename(str(notebook), names)
    return text, dict(resources["outputs"])
