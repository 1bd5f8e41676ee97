"""The language of a brief as documents and pages name it."""

from __future__ import annotations

from collections.abc import Mapping

from som_model.wording.table import Language

LOCALES: Mapping[Language, str] = {"da": "da-DK", "en": "en-GB"}
