"""Where the built-in catalogue lies, and its version."""

import re
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

DATA = Path(__file__).parent / "data"
VERSIONS = DATA / "versions"
"""A file for each version: what calculations rested on. `python docs/make.py --catalogue-version YYYY.N` writes the next."""
VERSION = max((path.stem for path in VERSIONS.glob("*.json")), key=lambda name: [int(part) for part in name.split(".")])
"""Version of the built-in catalogue, YYYY.N: the newest that has a file."""

Section: TypeAlias = Literal["unit_costs", "target_groups", "indices", "discount_schedules", "payer_rules"]
SECTIONS: tuple[Section, ...] = get_args(Section)
"""Each section is a folder of catalogue files."""

_ENTRY = re.compile(r"^  ([^\W\d][\w@]*):", re.MULTILINE)


@cache
def contents(section: str) -> dict[str, Path]:
    """Entry → the file that holds it, found without parsing, so that only what is used is parsed.

    Entries stand two spaces in under the one section of their file; a test holds this against the parsed files.
    """
    found: dict[str, Path] = {}
    for path in sorted((DATA / section).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        found.update(dict.fromkeys(_ENTRY.findall(text, text.index(f"\n{section}:")), path))
    return found
