"""What a deliverable says of its own making: key → (Danish, English)."""

from __future__ import annotations

COLOPHON_WORDS: dict[str, tuple[str, str]] = {
    "colophon_changed": ("Ændret i forhold til filen", "Changed from the file"),
    "colophon_version": ("som_model", "som_model"),
    "colophon_dated": ("Dato", "Date"),
    "colophon_base": ("grundscenariet", "the base scenario"),
    "colophon_drawn": ("{draws} med seed {seed}", "{draws} with seed {seed}"),
    "help_date": ("Datoen, der skrives i filen, fx 2026-11-22; ingen dato, medmindre den angives.", "The date written into the file, 2026-11-22 say; none unless given."),
    "extra_missing": (
        "{file} kræver pakker, som ikke er installeret her. Kør i mappen med som_model: python -m pip install \".[{extra}]\"",
        "{file} needs packages that are not installed here. Run in the folder of som_model: python -m pip install \".[{extra}]\"",
    ),
}
