"""Signatures as a reader of the reference page needs them: names, short types, defaults."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

SHORTENED = (
    (r"str \| PathLike\[str\]", "path"),
    (r"Callable\[.*?\], \w+\]", "function"),
    (r"(?:npt\.)?NDArray\[[\w.]+\]|ArrayLike|Array\b", "array"),
    (r"\bSequence\[", "list["),
    (r"\bMapping\[", "dict["),
    (r"tuple\[(\w+), \.\.\.\]", r"tuple[\1]"),
    (r"\bSequence\[int\] \| array\b|\bCounts\b", "list[int]"),
    (r"\b(?:Language|Measure|Payer|Section|Area|Quality|Kind|Item|BudgetCategory|Aspect)\b", "str"),
    (r"\bDranst\b", "int"),
    (r"\bStated\b|\bKnown\b", "value"),
    (r"\bNoticed\b", "result"),
    (r"'", ""),
)
"""What a type is written as → how a reader reads it."""
ROOM = 100


def short(annotation: Any) -> str:
    """A type in few words: 'array', 'list[Scenario]', 'str | None'."""
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", str(annotation))
    for written, said in SHORTENED:
        text = re.sub(written, said, text)
    return str(text)


def spoken(annotation: Any) -> str:
    """The same inside a table, where a pipe would end the cell."""
    return short(annotation).replace(" | ", " or ")


def signature_of(name: str, function: Callable[..., Any]) -> str:
    """'som.simulate(scenario: Scenario, draws: int = 10000, …) -> Simulation', on as many lines as it takes."""
    parts = parameters_of(function, types=True)
    returned = f" -> {short(inspect.signature(function).return_annotation)}"
    line = f"{name}({', '.join(parts)}){returned}"
    if len(line) <= ROOM:
        return line
    return f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){returned}"


def parameters_of(function: Callable[..., Any], *, types: bool) -> list[str]:
    """Each parameter with its default, and its type where asked for; without self and cls."""
    shown: list[str] = []
    for param in inspect.signature(function).parameters.values():
        if param.name in ("self", "cls"):
            continue
        if param.kind is param.KEYWORD_ONLY and not any(part.startswith("*") for part in shown):
            shown.append("*")
        star = "*" if param.kind is param.VAR_POSITIONAL else ""
        typed = f": {short(param.annotation)}" if types else ""
        equals = " = " if types else "="
        default = "" if param.default is param.empty else f"{equals}{param.default!r}"
        shown.append(f"{star}{param.name}{typed}{default}")
    return shown
