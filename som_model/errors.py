"""What can go wrong, and what the reader should know.

SomError
├── ScenarioError        what is written cannot be used: every finding, each with its place
│   └── MissingFigures   figures stated as unknown (null) that a counted line needs
├── UnknownName          a chart, table, variant, payer or address that does not exist
├── WouldOverwrite       a file that is already there
├── DrawsNotKept         single draws of a simulation that kept summaries only
└── NoAnswer             the calculation is sound but has no such figure
    └── NoBreakEven      no value of the assumption gives the outcome asked for
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from som_model.wording.message import Message
from som_model.wording.table import Language


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file with line and column, both counted from 1 (0 where a value has no line)."""

    file: str
    """The file, as it was named."""
    line: int = 0
    """The line, from 1."""
    column: int = 0
    """The column, from 1."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake in a file: where it stands, its address, and how to write it instead."""

    file: str
    """The file it stands in, or what named it: `vary`, `--set`."""
    line: int
    """The line, from 1; 0 where a value has no line."""
    column: int
    """The column, from 1; 0 where a value has no line."""
    address: str
    """The address of what is wrong; empty where it is the file."""
    message: Message
    """What is wrong and how to write it; `say(language)` gives the text."""

    @property
    def text(self) -> str:
        """What is said, in Danish."""
        return self.message.say()

    def say(self, language: Language = "da") -> str:
        """The whole finding on one line."""
        address = f" {self.address}:" if self.address else ""
        return f"{Place(self.file, self.line, self.column)}:{address} {self.message.say(language)}"

    def __str__(self) -> str:
        return self.say()


@dataclass(frozen=True, slots=True, repr=False)
class Notice:
    """Something the reader should know about an assumption; it never stops a run."""

    address: str
    """The assumption or line it is of; empty where it is of the whole."""
    message: Message
    """What is said; `say(language)` gives the text."""

    @property
    def text(self) -> str:
        """What is said, in Danish."""
        return self.message.say()

    def say(self, language: Language = "da") -> str:
        """The address and what is said of it."""
        return f"{self.address}: {self.message.say(language)}" if self.address else self.message.say(language)

    def __str__(self) -> str:
        return self.say()

    def __repr__(self) -> str:
        return f"<Notice {self.say()}>"


class SomError(Exception):
    """Anything som_model refuses, said in plain words."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def say(self, language: Language = "da") -> str:
        """What is wrong, and what to do."""
        return self.message.say(language)

    def __str__(self) -> str:
        return self.say()


class ScenarioError(SomError):
    """What is written cannot be used; `findings` holds every mistake found, in file order."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings, key=lambda finding: (finding.file, finding.line, finding.column, finding.address)))
        super().__init__(Message.of("findings_count", count=len(self.findings)))

    def say(self, language: Language = "da") -> str:
        """Every finding, one on each line."""
        return "\n".join(finding.say(language) for finding in self.findings)

    def __reduce__(self) -> tuple[type[ScenarioError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class MissingFigures(ScenarioError):
    """Figures stated as unknown (null) that a counted line needs; one finding per address."""


class UnknownName(SomError):
    """A variant, table, chart, payer or address that does not exist."""


class WouldOverwrite(SomError):
    """A file that is already there and would be lost."""


class NoAnswer(SomError):
    """The input is sound, but the figure asked for does not exist."""


class NoBreakEven(NoAnswer):
    """No value of the assumption within its range gives the outcome asked for."""


class DrawsNotKept(SomError):
    """Single draws are asked of a simulation that kept summaries only."""
