"""Build the documentation as a site: draw the gallery, execute the notebooks, lay the pages. A link that leads nowhere, or a page
in no menu, stops it.

python -m pip install ".[docs]"
python docs/build_site.py            writes the folder site/: open site/index.html, or put the folder on a web server
python docs/build_site.py FOLDER     writes it there instead
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from making.commands import ROOT
from making.notebooks import execute
from making.pages import lay


def build(site: Path, workshop: Path) -> None:
    """Write the site into a folder, which is replaced once all of it is made; workshop: an empty folder for what it is made from.
    Raises RuntimeError where a notebook fails, CalledProcessError as `render`.
    """
    execute(workshop / "notebooks")
    lay(workshop / "docs", workshop / "notebooks")
    render(workshop)
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(workshop / "site", site)


def render(made: Path) -> None:
    """Make the site from the pages in a folder's docs/, into its site/. Raises CalledProcessError where mkdocs warns."""
    shutil.copy(ROOT / "mkdocs.yml", made)
    # Not --quiet: it silences the warnings, and strict counts only those that are said.
    without_advertisement = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=made, env=without_advertisement, check=True)


if __name__ == "__main__":
    try:
        with tempfile.TemporaryDirectory() as temporary:
            build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site", Path(temporary))
    except subprocess.CalledProcessError:
        sys.exit("the site was not written: see the warnings above")
