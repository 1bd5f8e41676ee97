"""What the budget says: key → (Danish, English)."""

from __future__ import annotations

BUDGET_WORDS: dict[str, tuple[str, str]] = {}
