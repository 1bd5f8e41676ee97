"""A text that is said later, in the reader's language; and why the machine does not take or give a file, as such a text."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TypeAlias

from som_model.wording.numbers import number
from som_model.wording.table import DEFAULT_LANGUAGE, Language, phrase

Value: TypeAlias = "str | int | float | Message | tuple[str | Message, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """A key in the table of words and the values that fill it.

    A float is shown as a number of the language, an int (years, counts) and a text as they are,
    so what the reader is to write in a file is passed as text.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, key: str, /, **values: Value) -> Message:
        """A message of the table, filled with named values."""
        return cls(key, tuple(values.items()))

    def say(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """The text in one language."""
        filled = {name: _shown(value, language) for name, value in self.values}
        return phrase(self.key, language).format(**filled)


def _shown(value: Value, language: Language) -> str:
    if isinstance(value, Message):
        return value.say(language)
    if isinstance(value, tuple):
        return ", ".join(_shown(entry, language) for entry in value)
    if isinstance(value, float):
        return number(value, language)
    return str(value)


REASONS = {
    errno.EISDIR: "reason_folder",
    errno.ENOENT: "reason_missing",
    errno.ENOTDIR: "reason_missing",
    errno.EACCES: "reason_no_access",
    errno.EPERM: "reason_no_access",
    errno.EROFS: "reason_read_only",
    errno.ENOSPC: "reason_full",
    errno.ENAMETOOLONG: "reason_long_name",
}


def reason(error: OSError) -> Message:
    """The common reasons in both languages; another one as the machine says it."""
    key = REASONS.get(error.errno or 0)
    as_the_machine_says = error.strerror or ""
    return Message.of(key) if key is not None else Message.of("as_written", da=as_the_machine_says, en=as_the_machine_says)
