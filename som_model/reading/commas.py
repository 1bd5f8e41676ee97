"""Commas that a Danish hand means as decimals, and YAML takes as the end of a value; and what is left without a value."""

from __future__ import annotations

import re
from typing import Any

from som_model.reading.language import models

WHOLE = re.compile(r"-?[0-9]+")
GLUED = re.compile(r"([a-z_]+|[12][0-9]{3}):(-?[0-9]\S*)")


def decimal_commas(scalars: list[Any]) -> list[int]:
    """Indices of list entries that are the decimals of the entry before: [1, 0,8] has one, at 2.

    A list written with some commas close and some followed by a space mixes two meanings; one
    written all close ([1,2,3]) is a list, unless an entry is -0.
    """
    close = [i for i in range(1, len(scalars)) if _close(scalars[i - 1], scalars[i])]
    apart = len(scalars) - 1 - len(close)
    minus_nought = any(scalar.value == "-0" for scalar in scalars)
    if not close or not (apart or minus_nought) or not all(_is_whole(scalar) for scalar in scalars):
        return []
    return [i for position, i in enumerate(close) if i - 1 not in close[:position]]


def without_colon(key: Any, value: Any) -> bool:
    """Whether a key in braces has neither colon nor value: what a comma inside a text leaves behind."""
    return bool(value.value == "" and not value.style and value.start_mark.index == key.end_mark.index)


def glued_number(key: Any) -> tuple[str, str] | None:
    """(field, number) of such a key that is a field or a year with its number, no space after the colon: low:0.70."""
    glued = GLUED.fullmatch(key.value) if not key.style else None
    if glued is None:
        return None
    fields = {field for model in models() for field in model.model_fields}
    return (glued[1], glued[2]) if glued[1] in fields or glued[1].isdecimal() else None


def are_decimals_of(before: Any, key: Any) -> bool:
    """Whether such a key is the decimals of the number before it: {2024: 0,25}."""
    return before is not None and _is_whole(before) and _is_whole(key) and _close(before, key)


def _close(first: Any, second: Any) -> bool:
    same_line = first.end_mark.line == second.start_mark.line
    return bool(same_line and second.start_mark.column == first.end_mark.column + 1)


def _is_whole(scalar: Any) -> bool:
    return not scalar.style and WHOLE.fullmatch(scalar.value) is not None
