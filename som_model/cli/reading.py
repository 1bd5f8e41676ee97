"""Reading a scenario as the options ask: its variant, and the assumptions set on the command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from som_model.errors import SomError
from som_model.reading.scenario_file import read_scenario, read_scenarios, read_value
from som_model.scenario.quantities import is_thousands_or_decimals, read_count
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message

SHOWN = "--set"


def scenario_of(file: Path, variant: str | None, settings: Sequence[str] | None) -> Scenario:
    """One scenario, with what --variant and --set ask for."""
    return with_settings(read_scenario(file, variant), settings)


def scenarios_of(files: Sequence[Path], settings: Sequence[str] | None) -> list[Scenario]:
    """Every variant of every file, each with what --set asks for."""
    return [with_settings(scenario, settings) for file in files for scenario in read_scenarios(file)]


def with_settings(scenario: Scenario, settings: Sequence[str] | None) -> Scenario:
    changes: dict[str, Any] = {}
    for setting in settings or ():
        address, equals, value = setting.partition("=")
        if not equals or not address.strip() or not value.strip():
            raise SomError(Message.of("bad_setting", raw=setting))
        changes[address.strip()] = read_value(value, SHOWN)
    return scenario.record.source.vary(changes, SHOWN) if changes else scenario


def whole_number(written: str | int) -> int:
    """A whole number of an option; '10.000' is refused, because it may mean 10000 or 10. Raises SomError."""
    if isinstance(written, int):
        return written
    if is_thousands_or_decimals(written):
        plain = re.sub(r"[.,]", "", written)
        raise SomError(Message.of("thousands_in_count", raw=written, thousands=plain))
    try:
        return int(number_of(written, read_count))
    except SomError as refused:
        if refused.message.key != "not_a_number":
            raise
        raise SomError(Message.of("count_expected", raw=written)) from None


def number_of(written: str, read: Callable[[str], float]) -> float:
    """A number of an option, as the language writes it. Raises SomError that says how to write it."""
    try:
        return read(written)
    except ValueError as refusal:
        values = {name: value for name, value in getattr(refusal, "context", {}).items() if name != "text"}
        raise SomError(Message.of(getattr(refusal, "type", "not_a_number"), **values)) from None


def date_of(written: str | None) -> date | None:
    """A date of an option, year-month-day. Raises SomError that says how to write it."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise SomError(Message.of("bad_date", raw=written, write="2026-11-22")) from None
