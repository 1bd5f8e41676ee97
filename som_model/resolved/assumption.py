"""One assumption as readers know it: what its address is called, and its values in their unit."""

from __future__ import annotations

from dataclasses import dataclass

from som_model.catalogue.rules.rule import Parameter, parameter
from som_model.resolved.figures import figures
from som_model.resolved.titles import group_title, unit_cost_title
from som_model.scenario.estimate import Amount, Change, Estimate, Overhead
from som_model.scenario.line import Line
from som_model.scenario.scenario import Scenario
from som_model.scenario.unit_cost import unit_key
from som_model.wording.numbers import kroner, number, percent
from som_model.wording.table import TABLE, Language, in_language, label, phrase


@dataclass(frozen=True)
class Assumption:
    """One number of a scenario: its address, and what is known of it."""

    scenario: Scenario
    """The scenario it stands in."""
    address: str
    """Where it stands: target_groups.NAME.success_rate."""
    estimate: Estimate
    """Its value and what is known of it."""

    @property
    def field(self) -> str:
        """The field of the language that the number stands in: success_rate, amount, days_per_admission."""
        rest = [step for step in self._rest if not step.isdecimal()]
        return rest[-1]

    def title(self, language: Language) -> str:
        """'Succesrate, borgere med svær psykisk lidelse og misbrug'"""
        about = self._about(language)
        return f"{self._heading(language)}, {_inside(about)}" if about else self._heading(language)

    def subject(self, language: Language) -> str:
        """Whose number it is: the group, line or price; with the year or entry where it is one of several."""
        return self.title(language) if self._element is not None else self._about(language)

    def interval(self, low: float, high: float, language: Language) -> str:
        """'20 % – 40 %', '48.000 – 74.000 kr.'; '−43,8 til −10' below 0, so that no dash stands before a minus."""
        first, last = self.say(low, language).removesuffix(" kr."), self.say(high, language)
        return phrase("key_from_to", language).format(low=first, high=last) if min(low, high) < 0 else f"{first} – {last}"

    def say(self, value: float, language: Language) -> str:
        """A value in the unit of the field: '30 %', '215.000 kr.', '8'."""
        if self.estimate.kind in ("share", "rate") or isinstance(self.estimate, Overhead):
            return percent(value, language)
        if isinstance(self.estimate, Amount) or (self._asked is not None and self._asked.in_kroner):
            return kroner(value, language)
        return number(round(value, 2 if abs(value) >= 0.1 else 5), language)

    def at(self, value: float, language: Language) -> str:
        """A value inside a sentence: 'en succesrate på 30 %'."""
        written = self.say(value, language)
        if isinstance(self.estimate, Change) and self._unit is not None:
            written = f"{written} {label(f'unit_{self._unit}', language)}"
        if self._asked is not None:
            return in_language(self._asked.at, language).format(value=written)
        key = f"at_{self._name}"
        return phrase(key if key in TABLE else "at_value", language).format(value=written)

    def _heading(self, language: Language) -> str:
        key = f"assumption_{self._name}"
        text = phrase(key, language) if key in TABLE else self.field
        if self._asked is not None:
            text = in_language(self._asked.label, language)
        if self._unit is not None:
            text = phrase("assumption_change_of", language).format(unit=label(f"unit_{self._unit}", language))
        element = self._element
        if element is None:
            return text
        return phrase("assumption_in_year" if len(element) == 4 else "assumption_in_entry_year", language).format(
            text=text, year=element
        )

    @property
    def _asked(self) -> Parameter | None:
        """What a payer rule asks for, where the number is one."""
        return parameter(self.field)

    def _about(self, language: Language) -> str:
        """The title of the group, line or price that the number belongs to."""
        parts = self.address.split(".")
        if parts[0] == "unit_costs":
            return unit_cost_title(self.scenario, parts[1], language)
        if parts[0] == "target_groups" and parts[2] != "consequences":
            return group_title(self.scenario, parts[1], language)
        if parts[0] not in ("target_groups", "programme"):
            return ""
        title = self._line.title(language)
        return f"{title} ({group_title(self.scenario, parts[1], language)})" if self._shares_title(title, language) else title

    def _shares_title(self, title: str, language: Language) -> bool:
        """Whether a line of another group is called the same."""
        own = self.address.split(".")[1]
        return self.address.startswith("target_groups.") and any(
            line.title(language) == title for line in self.scenario.lines if line.group not in (None, own)
        )

    @property
    def _line(self) -> Line:
        return self.scenario.line(self.address)

    @property
    def _rest(self) -> list[str]:
        """The steps below the group, line or price."""
        parts = self.address.split(".")
        if parts[0] == "unit_costs" or (parts[0] == "target_groups" and parts[2] != "consequences"):
            return parts[2:]
        return parts[{"target_groups": 4, "programme": 3}.get(parts[0], 0) :]

    @property
    def _name(self) -> str:
        """The field as the table of words has it: the amount of a unit cost is its price."""
        return "price" if self.address.startswith("unit_costs.") and self.field == "amount" else self.field

    @property
    def _unit(self) -> str | None:
        """The unit that a change is counted in, where it has a word."""
        if self.field != "change":
            return None
        cost = self._line.unit_cost
        unit = unit_key(cost.unit) if cost is not None else None
        return unit if f"unit_{unit}" in TABLE else None

    @property
    def _element(self) -> str | None:
        """The year, or the number since entry, where the number is one of several."""
        parent, _, last = self.address.rpartition(".")
        if not last.isdecimal():
            return None
        beside = [address for address, _ in figures(self.scenario) if address.rpartition(".")[0] == parent]
        return last if len(beside) > 1 else None


def _inside(title: str) -> str:
    """A title inside a text: its first letter small, where all the others are."""
    rest = title[1:]
    return title[:1].lower() + rest if rest == rest.lower() else title
