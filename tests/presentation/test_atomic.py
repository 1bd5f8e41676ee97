"""A file is written whole or not at all, and none is lost."""

from pathlib import Path

import pytest

import som_model as som
from som_model.presentation.atomic import need, refuse_existing, write_bytes, write_text


def test_bytes_are_written_as_they_are_and_text_with_its_own_line_ends(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"\x00\r\n\xff")
    write_text(tmp_path / "b", "æ\r\nb\n")
    assert (tmp_path / "a").read_bytes() == b"\x00\r\n\xff"
    assert (tmp_path / "b").read_bytes() == "æ\r\nb\n".encode()
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}


def test_a_file_that_is_there_is_refused_for_both_kinds_of_reader_unless_overwrite(tmp_path: Path) -> None:
    there = tmp_path / "there"
    refuse_existing(there)
    write_bytes(there, b"mine")
    for refused in (lambda: refuse_existing(there), lambda: write_bytes(there, b"other"), lambda: write_text(there, "other")):
        with pytest.raises(som.WouldOverwrite) as error:
            refused()
        for language in ("da", "en"):
            assert "--overwrite" in error.value.say(language)
            assert "overwrite=True" in error.value.say(language)
    assert there.read_bytes() == b"mine"
    refuse_existing(there, overwrite=True)
    write_bytes(there, b"other", overwrite=True)
    assert there.read_bytes() == b"other"


def test_a_folder_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(som.SomError, match="er en mappe"):
        write_bytes(tmp_path, b"")
    with pytest.raises(som.SomError, match="findes ikke"):
        write_bytes(tmp_path / "nowhere" / "file", b"")


def test_a_package_that_is_missing_is_told_with_the_command_that_works_in_the_folder() -> None:
    with pytest.raises(som.SomError) as error:
        need("brief", "no_such_package", file="brief.docx")
    assert 'python -m pip install ".[brief]"' in error.value.say("da")
    assert "i mappen med som_model" in error.value.say("da")
    assert 'python -m pip install ".[brief]"' in error.value.say("en")
