"""Cold start of the command line, as a ratio to importing numpy and pydantic in the same run.

    python benchmarks/start.py

Every command is run in turn with the yardstick, 15 times; the median of the pairwise ratios is printed.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
YARDSTICK = [sys.executable, "-c", "import numpy, pydantic"]
COMMANDS = {
    "som check": ["check", "scenarios/hedensted.yaml"],
    "som run --format json": ["run", "scenarios/hedensted.yaml", "--format", "json"],
    "som run": ["run", "scenarios/hedensted.yaml"],
    "som compare": ["compare", "scenarios/hedensted.yaml"],
}
RUNS = 15


def seconds(command: list[str]) -> float:
    """Wall time of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print each command's ratio: median, least and greatest of the pairs."""
    for name, arguments in COMMANDS.items():
        command = [sys.executable, "-m", "som_model", *arguments]
        seconds(command), seconds(YARDSTICK)
        ratios = [seconds(command) / seconds(YARDSTICK) for _ in range(RUNS)]
        print(f"{name:24s} {statistics.median(ratios):.2f}  ({min(ratios):.2f}-{max(ratios):.2f})")


if __name__ == "__main__":
    main()
