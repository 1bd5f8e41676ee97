"""What the brief says: key → (Danish, English)."""

from __future__ import annotations

BRIEF_WORDS: dict[str, tuple[str, str]] = {}
