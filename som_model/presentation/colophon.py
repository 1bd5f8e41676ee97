"""What every deliverable says of its making, so that its numbers can be made again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from som_model.scenario.scenario import Scenario
from som_model.version import __version__
from som_model.wording.numbers import day_said, number, value_shown
from som_model.wording.table import Language, phrase


@dataclass(frozen=True, slots=True)
class Colophon:
    """From what a file was made, and by what: the same colophon, the same numbers.

    changed: (address, value as written) of what was set on top of the file and its variant. draws, seed: where draws were
    used. dated: only on request, so that the same input gives the same bytes.
    """

    scenario: str
    variant: str | None
    changed: tuple[tuple[str, str], ...]
    input_sha256: str
    som_model: str
    catalogue_version: str
    draws: int | None = None
    seed: int | None = None
    dated: date | None = None

    def rows(self, language: Language) -> tuple[tuple[str, str], ...]:
        """(label, text) of everything it says."""
        changes = ", ".join(f"{address} = {value_shown(value, language)}" for address, value in self.changed)
        drawn = ""
        if self.draws is not None:
            drawn = phrase("colophon_drawn", language).format(draws=number(self.draws, language), seed=self.seed)
        parts = [
            ("colophon_scenario", self.scenario),
            ("colophon_variant", self.variant or phrase("colophon_base", language)),
            ("colophon_changed", changes),
            ("colophon_input", self.input_sha256),
            ("colophon_version", self.som_model),
            ("colophon_catalogue", self.catalogue_version),
            ("colophon_draws", drawn),
            ("colophon_dated", day_said(self.dated, language) if self.dated is not None else ""),
        ]
        return tuple((phrase(key, language), text) for key, text in parts if text)

    def say(self, language: Language = "da") -> str:
        """All of it in one line."""
        return "; ".join(f"{name}: {text}" for name, text in self.rows(language))


def colophon(scenario: Scenario, *, draws: int | None = None, seed: int | None = None, dated: date | None = None) -> Colophon:
    """The colophon of a file made from a scenario; with draws and seed where it rests on a simulation."""
    record = scenario.record
    return Colophon(
        scenario=scenario.name,
        variant=record.variant,
        changed=record.changed,
        input_sha256=record.input_sha256,
        som_model=__version__,
        catalogue_version=record.catalogue_version,
        draws=draws,
        seed=seed,
        dated=dated,
    )
