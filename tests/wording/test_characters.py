"""Characters that no file holds: XML 1.0 (section 2.2) and Unicode (noncharacters, section 23.7) say which."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET

import pytest

from som_model.wording.characters import one_line, writable

XML_CHARACTERS = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Production 2 of XML 1.0."""


def test_what_is_written_is_xml_and_no_control_character_or_noncharacter() -> None:
    """Every character of every plane, a plane at a time."""
    gone, controls = [], []
    for plane in range(0, 0x110000, 0x10000):
        every = "".join(map(chr, range(plane, plane + 0x10000)))
        left = writable(every)
        assert XML_CHARACTERS.sub("", left) == ""
        controls += [sign for sign in left if unicodedata.category(sign) == "Cc"]
        gone += [ord(sign) for sign in set(every) - set(left)]
    assert controls == ["\t", "\n", "\r", "\x85"]
    noncharacters = [at for at in gone if at & 0xFFFE == 0xFFFE or 0xFDD0 <= at <= 0xFDEF]
    assert len(noncharacters) == 66
    assert len(gone) == 66 + 2048 + 65 - 4


@pytest.mark.parametrize("text", ["æøå €", "Ærø–Fyn", "日本", "👩\u200d🚀", "a\tb"])
def test_what_people_write_is_kept(text: str) -> None:
    assert writable(text) == text
    assert ET.fromstring(f"<a>{writable(text)}</a>").text == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x0bb\x85c\x1fd", "a b c d"), ("a \x00 b", "a b"), ("a\u202eb\u2066", "ab"), ("a\u200bb\ufeff", "ab"), (" \n", "")],
)
def test_one_line_has_single_spaces_and_nothing_that_turns_or_hides(text: str, shown: str) -> None:
    assert one_line(text) == shown
