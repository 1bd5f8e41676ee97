"""Characters that no file holds or that make a text read otherwise than it is written, told from all others in one place."""

from __future__ import annotations

import re

BEYOND_UNICODE = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
"""Numbers that Unicode keeps free for ever."""
UNWRITABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff{BEYOND_UNICODE}]")
"""Control characters but tab and line ends, halves of a pair (surrogates) and numbers that are no characters. XML 1.0 (section
2.2) refuses some of them and discourages the rest."""
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing."""
UNSEEN = re.compile("[\u200b\u2060\ufeff]")
"""Marks without width that let a line break or forbid it."""


def writable(text: str, instead: str = "") -> str:
    """The text with `instead` for every character that no file holds; tabs and line ends stay."""
    return UNWRITABLE.sub(instead, text)


def one_line(text: str) -> str:
    """The text on one line: any run of spaces, tabs and line ends is one space; what no file holds, what turns the writing and
    what is not seen is left out."""
    words = " ".join(text.split())
    return " ".join(writable(UNSEEN.sub("", TURNING.sub("", words))).split())
