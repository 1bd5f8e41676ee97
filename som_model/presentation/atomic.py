"""Writing a file beside its place and then putting it there, so that nothing is half-written or lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

from som_model.errors import SomError, WouldOverwrite
from som_model.wording.message import Message


def write_atomically(path: Path, write: Callable[[Path], None], *, overwrite: bool = False) -> None:
    """Let `write` fill a temporary file in the same folder, then put it in place.

    Raises WouldOverwrite for a file that is already there (unless overwrite), SomError when the
    folder does not take it. Nothing is left behind when writing fails.
    """
    beside: Path | None = None
    try:
        if path.is_file() and not overwrite:
            raise WouldOverwrite(Message.of("would_overwrite", file=path.as_posix()))
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=path.suffix, delete=False) as file:
            beside = Path(file.name)
        write(beside)
        beside.chmod(0o666 & ~_umask())
        os.replace(beside, path)
    except OSError as error:
        raise SomError(_reason(path, error)) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _reason(path: Path, error: OSError) -> Message:
    """Why a file cannot be written, in plain words."""
    file = path.as_posix()
    if path.is_dir():
        return Message.of("is_folder", file=file)
    if not path.parent.is_dir():
        return Message.of("folder_missing", file=file)
    if isinstance(error, PermissionError):
        return Message.of("no_access", file=file)
    return Message.of("cannot_write", file=file, reason=error.strerror or "")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_text(path: Path, text: str, *, overwrite: bool = False, encoding: str = "utf-8") -> None:
    """A text file with the platform's own line ends replaced by a plain newline."""
    write_atomically(path, lambda beside: _fill(beside, text, encoding), overwrite=overwrite)


def _fill(path: Path, text: str, encoding: str) -> None:
    path.write_text(text, encoding=encoding, newline="\n")
