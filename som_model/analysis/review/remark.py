"""A question a reviewer would ask, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from som_model.resolved.titles import full_title
from som_model.scenario.estimate import Amount, Estimate
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message, Value
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import DEFAULT_LANGUAGE, Language, phrase


class Told(NamedTuple):
    """A remark in one language."""

    text: str
    """What was found."""
    why: str
    """Why it matters."""
    remedy: str
    """What to do."""


@dataclass(frozen=True, slots=True, repr=False)
class Remark:
    """One question: where it belongs, what was found, why it matters, and what to do."""

    kind: str
    """Which question it is, by a short name."""
    address: str
    """Where it belongs in the scenario."""
    message: Message
    """What was found; `say(language)` gives the text."""

    @classmethod
    def of(cls, kind: str, address: str, /, **values: Value) -> Remark:
        """A remark of the table of words, filled with named values."""
        return cls(kind, address, Message.of(f"review_{kind}", **values))

    def told(self, language: Language = DEFAULT_LANGUAGE) -> Told:
        """What was found, why it matters and what to do, in one language."""
        remedy = Message(f"review_{self.kind}_do", self.message.values).say(language)
        return Told(self.message.say(language), phrase(f"review_{self.kind}_why", language), remedy)

    @property
    def text(self) -> str:
        """What was found, in Danish."""
        return self.told().text

    @property
    def why(self) -> str:
        """Why it matters, in one sentence, in Danish."""
        return self.told().why

    @property
    def remedy(self) -> str:
        """What to do, in Danish."""
        return self.told().remedy

    def say(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """The address and what was found."""
        return f"{self.address}: {self.told(language).text}"

    def __str__(self) -> str:
        return self.say()

    def __repr__(self) -> str:
        return f"<Remark {self.kind} {self.say()}>"


@dataclass(frozen=True, repr=False)
class Review(ShownInNotebooks):
    """Every question about a scenario, what decides the result first."""

    scenario: Scenario
    """What was reviewed."""
    remarks: tuple[Remark, ...]
    """The questions, what decides the result first; a review can also be indexed and looped over."""

    def __iter__(self) -> Iterator[Remark]:
        return iter(self.remarks)

    def __len__(self) -> int:
        return len(self.remarks)

    def __getitem__(self, index: int) -> Remark:
        return self.remarks[index]

    def __repr__(self) -> str:
        return f"<Review {full_title(self.scenario)}: {len(self)}>"

    def title(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Scenario and number of questions."""
        key = "review_nothing" if not self.remarks else "review_found_one" if len(self) == 1 else "review_found"
        return phrase(key, language).format(title=full_title(self.scenario, language), count=len(self))

    def say(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Every question with its address, why it matters and what to do."""
        lines = [self.title(language)]
        for number, remark in enumerate(self.remarks, start=1):
            lines += ["", f"{number}. {remark.address}", f"   {remark.told(language).text.rstrip('.')}."]
            lines.append(f"   {phrase('review_why', language).format(why=remark.told(language).why)}")
            lines.append(f"   {phrase('review_do', language).format(do=remark.told(language).remedy)}")
        return "\n".join(lines) + "\n"


def kroner(amount: float) -> Message:
    """An amount in whole kr."""
    return Message.of("kr_amount", amount=float(round(amount)))


def percent(share: float, decimals: int = 2) -> Message:
    """A share as a percentage."""
    return Message.of("percent", share=float(round(share * 100, decimals)))


def figure(estimate: Estimate, value: float) -> Message:
    """A figure as its kind is read: a share in percent, an amount in kr., else a number."""
    if estimate.kind in ("share", "rate"):
        return percent(value)
    return price(value) if isinstance(estimate, Amount) else Message.of("as_number", number=float(round(value, 6)))


def price(amount: float) -> Message:
    """An amount in kr. and oere."""
    return Message.of("kr_amount", amount=float(round(amount, 2)))
