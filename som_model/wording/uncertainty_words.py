"""What simulation and learning say: key → (Danish, English)."""

from __future__ import annotations

UNCERTAINTY_WORDS: dict[str, tuple[str, str]] = {
}
