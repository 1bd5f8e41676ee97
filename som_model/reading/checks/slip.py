"""What a check reports: an address, what is wrong there, and whether its key or its value is meant."""

from __future__ import annotations

from dataclasses import dataclass

from som_model.wording.message import Message


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong between fields."""

    address: str
    message: Message
    at_key: bool = False
    line: str = ""
    """The address to name instead, where the place is in the built-in catalogue, which nobody can mend."""
    because_of: str = ""
    """An address whose own refusal would explain this slip."""
