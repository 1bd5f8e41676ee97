"""What the commands print, for the pages that show it."""

import contextlib
import io
import json
import shlex
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


def run(arguments: Sequence[str]) -> str:
    """What `som` prints with these arguments in the folder of the README, in this process. Raises RuntimeError with what it says
    where it does not end well.
    """
    from som_model.cli.app import main

    before, (printed, told) = sys.argv, (io.StringIO(), io.StringIO())
    sys.argv = ["som", *arguments]
    try:
        with contextlib.chdir(ROOT), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(told):
            main()
    except SystemExit as ended:
        if ended.code:
            raise RuntimeError(f"som {shlex.join(arguments)}: {told.getvalue()}") from None
    finally:
        sys.argv = before
    return printed.getvalue()


@cache
def printed(command: str) -> Any:
    """What a command prints as JSON."""
    return json.loads(run(shlex.split(command)))


def drawing(command: str, file: str) -> str:
    """A command with the options that draw its picture, in English, into a file."""
    return f"{command} --language en {'--chart' if command.startswith('learn ') else '-o'} {file}"
