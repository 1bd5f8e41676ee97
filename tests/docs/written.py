"""The scripts of docs/, the pages that they generate as they are now, and what stands under a heading."""

import importlib
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent.parent.parent / "docs"
CELLS = re.compile(r"(?<!\\)\|")


def script(name: str) -> Any:
    """A script of docs/ as a module."""
    if str(DOCS) not in sys.path:
        sys.path.insert(0, str(DOCS))
    return importlib.import_module(name)


def making(name: str) -> Any:
    """A module that writes a page."""
    return script(f"making.{name}")


@cache
def page_of(name: str) -> str:
    """A generated page as it is now."""
    return str(getattr(making(name), f"{name}_page")())


@cache
def catalogue_pages() -> dict[str, str]:
    """Every page of the catalogue by its place."""
    return {place: write() for place, write in making("catalogue").catalogue_pages().items()}


def section_of(page: str, heading: str) -> str:
    """What stands under a heading, up to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", page, flags=re.MULTILINE | re.DOTALL)
    assert found is not None, heading
    return found[1]
