"""The two languages."""

from __future__ import annotations

from typing import Literal, TypeAlias

Language: TypeAlias = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
DEFAULT_LANGUAGE: Language = "da"
