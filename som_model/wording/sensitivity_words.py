"""What break-even, tornado, grid and drivers say: key → (Danish, English)."""

from __future__ import annotations

SENSITIVITY_WORDS: dict[str, tuple[str, str]] = {
    "unknown_outcome": ("der er intet resultat, der hedder {name}; vælg mellem {known}", "there is no outcome named {name}; choose among {known}"),
}
