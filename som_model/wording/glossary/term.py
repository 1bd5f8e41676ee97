"""One word of the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Term(NamedTuple):
    """A word in both languages as it stands inside a sentence, and what it means to a reader who meets it for the first time.

    A named tuple: every command makes all of them as it starts, and a frozen dataclass takes several times as long.
    """

    key: str
    """Its name in the code, and the anchor on the pages."""
    danish: str
    english: str
    meaning_da: str
    meaning_en: str
    labels: tuple[str, ...] = ()
    """Keys of the table of words whose text is this word with a capital letter."""
    small_labels: tuple[str, ...] = ()
    """Keys whose text is the word as it stands here."""
    plural: tuple[str, str] = ("", "")
    """The plural in Danish and English, where the table has it."""
    plural_labels: tuple[str, ...] = ()
    """Keys whose text is the plural with a capital letter."""
    fields: tuple[str, ...] = ()
    """What one writes in a scenario: a field, or field: value."""
    calls: tuple[str, ...] = ()
    """Its public names: a command, or a name in Python."""
    avoided: tuple[str, ...] = ()
    """Other Danish words for the same, which the table does not use."""
    source: str = ""
    """Who says so, where it is not ours to say."""

    def words(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Key → (Danish, English) of every label that is this word."""
        for key in self.labels:
            yield key, (_capital(self.danish), _capital(self.english))
        for key in self.small_labels:
            yield key, (self.danish, self.english)
        for key in self.plural_labels:
            yield key, (_capital(self.plural[0]), _capital(self.plural[1]))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
