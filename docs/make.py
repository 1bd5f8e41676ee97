"""Write the generated pages and pictures of the documentation and the file of the catalogue's version; a test fails while the
pages are not fresh.

python docs/make.py
"""

import json

from making.catalogue import catalogue_page
from making.commands import ROOT, drawing, run
from making.gallery import PICTURES, gallery_page
from making.json_output import json_page
from making.language import language_page
from making.python import python_page

from som_model.catalogue.built_in import VERSION
from som_model.reading.versions import VERSIONS, snapshot

PAGES = {
    "reference/language.md": language_page,
    "reference/catalogue.md": catalogue_page,
    "reference/python.md": python_page,
    "reference/json.md": json_page,
    "gallery.md": gallery_page,
}


def version_text() -> str:
    """What calculations rest on in the installed version of the catalogue; see reading/versions.py."""
    return json.dumps(snapshot(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Write every page and picture."""
    for name, write in PAGES.items():
        (ROOT / "docs" / name).write_text(write(), encoding="utf-8", newline="\n")
    for name, command in PICTURES.items():
        run(f"{drawing(command, f'docs/pictures/{name}')} --overwrite")
    (VERSIONS / f"{VERSION}.json").write_text(version_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
