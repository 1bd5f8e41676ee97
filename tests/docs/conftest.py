"""The site, with its gallery drawn and its notebooks executed: made once, by whichever of the test processes asks first."""

import os
import time
from pathlib import Path

import pytest

from tests.docs.written import script

SECONDS = 600
"""The longest that one process waits for another to make the site."""


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site was made: built/ is the site, docs/ holds its pages and pictures, notebooks/ the notebooks with outputs."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "workshop"
    failed, built = folder / "failed", folder / "built"
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + SECONDS
        while not built.exists() and not failed.exists() and time.monotonic() < until:
            time.sleep(0.1)
    else:
        try:
            script("build_site").build(folder / "almost", folder)
        except BaseException as error:
            failed.write_text(str(error), encoding="utf-8")
            raise
        (folder / "almost").rename(built)
    assert built.exists(), failed.read_text(encoding="utf-8") if failed.exists() else "nobody made the site"
    return folder
