"""Writing a file beside its place and then putting it there, so that nothing is half-written or lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile

from som_model.errors import SomError, WouldOverwrite
from som_model.wording.message import Message, reason


def need(extra: str, *modules: str, file: str) -> None:
    """Raise SomError, with the command that installs them, where packages of an optional part are not there to write a file."""
    if any(find_spec(module) is None for module in modules):
        raise SomError(Message.of("extra_missing", extra=extra, file=file))


def refuse_existing(path: Path, *, overwrite: bool = False) -> None:
    """Raise WouldOverwrite for a file that is already there, unless overwrite; to be asked before anything is calculated."""
    if os.path.isfile(path) and not overwrite:
        raise WouldOverwrite(Message.of("would_overwrite", file=path.as_posix()))


def write_atomically(path: Path, write: Callable[[Path], None], *, overwrite: bool = False) -> None:
    """Let `write` fill a temporary file in the same folder, then put it in place.

    Raises WouldOverwrite for a file that is already there (unless overwrite), SomError when the
    folder does not take it. Nothing is left behind when writing fails.
    """
    refuse_existing(path, overwrite=overwrite)
    beside: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=path.suffix, delete=False) as file:
            beside = Path(file.name)
        write(beside)
        masked = os.umask(0)
        os.umask(masked)
        beside.chmod(0o666 & ~masked)
        os.replace(beside, path)
    except OSError as error:
        place = path.as_posix()
        if os.path.isdir(path):
            why = Message.of("is_folder", file=place)
        elif not os.path.isdir(path.parent):
            why = Message.of("folder_missing", file=place)
        elif isinstance(error, PermissionError):
            why = Message.of("no_access", file=place)
        else:
            why = Message.of("cannot_write", file=place, reason=reason(error))
        raise SomError(why) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def write_text(path: Path, text: str, *, overwrite: bool = False, encoding: str = "utf-8") -> None:
    """A text file whose line ends are those of the text, on every platform."""
    write_bytes(path, text.encode(encoding), overwrite=overwrite)


def write_bytes(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """A file of these bytes."""

    def fill(beside: Path) -> None:
        beside.write_bytes(content)

    write_atomically(path, fill, overwrite=overwrite)
