"""Write the generated pages of the documentation and the picture of the README, and empty the notebooks of their outputs; a test
fails while they are not fresh. A second run changes nothing.

python docs/make.py
python docs/make.py --catalogue-version 2027.1    (the file of that version of the catalogue first)
"""

import argparse
import json
import re
import subprocess
import sys

from making.catalogue import catalogue_pages
from making.command_line import command_line_page
from making.commands import ROOT
from making.gallery import draw_for_readme, gallery_page
from making.glossary import glossary_page, glossary_page_in_danish
from making.json_output import json_page
from making.language import language_page
from making.notebooks import NOTEBOOKS, emptied
from making.python import python_page

from som_model.catalogue.files import VERSION, VERSIONS
from som_model.reading.knowledge import snapshot

PAGES = {
    "reference/glossary.md": glossary_page,
    "da/ordliste.md": glossary_page_in_danish,
    "reference/language.md": language_page,
    "reference/command_line.md": command_line_page,
    "reference/python.md": python_page,
    "reference/json.md": json_page,
    "gallery.md": gallery_page,
    **catalogue_pages(),
}
README_PICTURE = ROOT / "docs" / "pictures" / "hedensted.svg"
"""The one picture that the repository keeps; the others are drawn when the site is built."""


def version_text() -> str:
    """What calculations rest on in the catalogue as it stands; see reading/knowledge.py."""
    return json.dumps(snapshot(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def catalogue_changed() -> bool:
    """Whether the catalogue is no longer what the file of its version tells."""
    return (VERSIONS / f"{VERSION}.json").read_text(encoding="utf-8") != version_text()


def keep_version(version: str) -> None:
    """Write the file of a version of the catalogue: of the next, or of the newest while it is not out. Ends the program for
    one that is no version or came before the newest, because scenarios are held against the files of those that are out."""
    if not re.fullmatch(r"\d{4}\.\d+", version) or in_order(version) < in_order(VERSION):
        raise SystemExit(f"{version}: write the year and a number, {VERSION} or later")
    (VERSIONS / f"{version}.json").write_text(version_text(), encoding="utf-8", newline="\n")


def in_order(version: str) -> list[int]:
    """A version by which it can be told from an earlier one: 2026.10 comes after 2026.9."""
    return [int(part) for part in version.split(".")]


def main() -> None:
    """Write all that is generated; with a version of the catalogue its file first, in a process that then reads it."""
    parser = argparse.ArgumentParser(description="Write the generated pages of the documentation and the picture of the README.")
    parser.add_argument("--catalogue-version", metavar="YYYY.N", help="the catalogue has changed: keep what it now is under this")
    version = parser.parse_args().catalogue_version
    if version is not None:
        keep_version(version)
        raise SystemExit(subprocess.run([sys.executable, __file__], check=False).returncode)
    if catalogue_changed():
        raise SystemExit(f"the catalogue has changed since {VERSION}: python docs/make.py --catalogue-version YYYY.N")
    for name, write in PAGES.items():
        (ROOT / "docs" / name).parent.mkdir(exist_ok=True)
        (ROOT / "docs" / name).write_text(write(), encoding="utf-8", newline="\n")
    for notebook in NOTEBOOKS:
        notebook.write_text(emptied(notebook), encoding="utf-8", newline="\n")
    draw_for_readme(README_PICTURE)


if __name__ == "__main__":
    main()
