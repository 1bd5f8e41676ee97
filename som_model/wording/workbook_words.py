"""What the workbook says: key → (Danish, English)."""

from __future__ import annotations

WORKBOOK_WORDS: dict[str, tuple[str, str]] = {}
