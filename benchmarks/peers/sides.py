"""The peers' own environment, and a conversation with one side in its own process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

Answer = dict[str, float]


def make_environment(directory: Path, requirements: list[str]) -> Path:
    """The interpreter of a virtual environment with the requirements installed."""
    if not (directory / "pyvenv.cfg").exists():
        subprocess.run([sys.executable, "-m", "venv", directory], check=True)
    python = directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *requirements], check=True)
    return python


def single_threaded() -> dict[str, str]:
    """The environment variables of a process whose linear algebra keeps to one thread."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1")
    return {**os.environ, **one}


class Side:
    """A process that runs one package and answers requests (see answering.py)."""

    def __init__(self, python: Path, script: Path, numbers: dict[str, Any]) -> None:
        self._script = script
        self._process = subprocess.Popen(
            [python, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=single_threaded()
        )
        self.versions: dict[str, str] = self._exchange(numbers)["versions"]

    def ask(self, form: str, draws: int, seed: int) -> Answer:
        """Seconds, moments and their Monte Carlo errors of one run."""
        answer: Answer = self._exchange({"form": form, "draws": draws, "seed": seed})
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _exchange(self, message: dict[str, Any]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(message) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            sys.exit(f"{self._script.name} stopped")
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"{self._script.name} stopped")
        return json.loads(line)
