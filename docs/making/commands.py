"""What the commands print, for the pages that show it and for the tests that follow the pages."""

import contextlib
import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Answer:
    """How a command ended: 0, 1 or 2, and what it wrote to standard output and to standard error."""

    code: int
    printed: str
    told: str


def answered(arguments: Sequence[str], folder: Path = ROOT) -> Answer:
    """The answer to `som` with these arguments in a folder.

    In this process, which takes a tenth of the time; help in one of its own, because the help of an option is in the language
    that the process was started with.
    """
    if {"-h", "--help"} & set(arguments):
        command, found = [sys.executable, "-m", "som_model", *arguments], {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=folder, env=found, capture_output=True, encoding="utf-8", check=False)
        return Answer(done.returncode, done.stdout, done.stderr)
    from som_model.cli.app import main

    code, printed, told = 0, io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), _typed(arguments), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(told):
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Answer(code, printed.getvalue(), told.getvalue())


@contextlib.contextmanager
def _typed(arguments: Sequence[str]) -> Iterator[None]:
    """The arguments of this process are those of the command for as long as it runs."""
    own, sys.argv = sys.argv, ["som", *arguments]
    try:
        yield
    finally:
        sys.argv = own


@cache
def printed(command: str) -> Any:
    """What a command prints as JSON."""
    answer = answered(shlex.split(command))
    assert answer.code == 0, (command, answer.told)
    return json.loads(answer.printed)


def drawing(command: str, file: str) -> str:
    """A command with the options that draw its picture, in English, into a file."""
    return f"{command} --language en {'--chart' if command.startswith('learn ') else '-o'} {file}"
