"""Packages of the optional parts, asked for only where they are used."""

from __future__ import annotations

from importlib.util import find_spec

from som_model.errors import SomError
from som_model.wording.message import Message


def need(extra: str, *modules: str, file: str) -> None:
    """Raise SomError, with the command that installs them, where packages of an optional part are not there."""
    if any(find_spec(module) is None for module in modules):
        raise SomError(Message.of("extra_missing", extra=extra, file=file))
