"""What the value of information says: key → (Danish, English)."""

from __future__ import annotations

INFORMATION_WORDS: dict[str, tuple[str, str]] = {
}
