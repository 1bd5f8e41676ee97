"""What the commands print, for the pages that show it."""

import json
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


@cache
def printed(command: str) -> Any:
    """What a command prints as JSON."""
    return json.loads(run(command))


def run(command: str) -> str:
    """What a command prints, run from the folder of the README."""
    arguments = [sys.executable, "-m", "som_model", *shlex.split(command)]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def drawing(command: str, file: str) -> str:
    """A command with the options that draw its picture, in English, into a file."""
    return f"{command} --language en {'--chart' if command.startswith('learn ') else '-o'} {file}"
