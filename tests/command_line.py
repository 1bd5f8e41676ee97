"""The command line as a test calls it: in this process, with its streams, folder and ending caught.

`som` stands for `python -m som_model`; a test of what only a process of its own can show uses `process`.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import warnings
from pathlib import Path

from som_model.cli.app import main

ROOT = Path(__file__).parent.parent


def som(*arguments: str | Path, encoding: str = "utf-8", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What a command prints on a console with an encoding, and how it ends; a warning of a library is an error."""
    words, before = list(map(str, arguments)), (sys.argv, sys.stdout, sys.stderr, os.getcwd())
    stdout, stderr = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for _ in range(2))
    sys.argv, sys.stdout, sys.stderr = ["som", *words], stdout, stderr
    os.chdir(cwd)
    code = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            main()
    except SystemExit as ending:
        code = int(ending.code or 0)
    finally:
        sys.argv, sys.stdout, sys.stderr = before[:3]
        os.chdir(before[3])
    return subprocess.CompletedProcess(words, code, *(_written(stream) for stream in (stdout, stderr)))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding)


def process(*arguments: str | Path, encoding: str = "utf-8", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "som_model", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding=encoding, env=environment, check=False)
