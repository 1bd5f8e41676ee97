"""What the picture says: key → (Danish, English)."""

from __future__ import annotations

PICTURE_WORDS: dict[str, tuple[str, str]] = {}
