"""What a million draws of a scenario cost, as a ratio to drawing the same inputs with numpy alone.

    python benchmarks/draws.py

The scenario (twenty_uncertain.yaml) has 20 uncertain inputs, 8 consequence lines, 3 payers, 5 years, and one group
with relapse. som_model delivers accumulated net by draw, payer and year, on one worker. The yardstick draws the same
20 distributions, a million each, with numpy.random.default_rng alone, on one thread. Both are run in turn five times in
one process; the figure is the median of the pairwise ratios. Beside it: the same with summaries only, with two workers,
against 20 standard normals, and what it costs to ask for the yearly fan of every payer afterwards. Before that, the
highest memory of 100 million draws, in a process of its own.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

import som_model as som
from som_model.analysis.distributions import Beta, Gamma
from som_model.analysis.simulation.sampling import sampling

HERE = Path(__file__).parent
FILE = HERE / "twenty_uncertain.yaml"
DRAWS = 1_000_000
RUNS = 5
HUNDRED_MILLION = """
import resource
import som_model as som
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
found = som.simulate(som.read_scenario({file!r}), draws=100_000_000, workers=2)
print(f"{{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}} MB at most, {{before:.0f}} MB before the first draw")
"""


def seconds(run: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def ratio(name: str, run: Callable[[], object], yardstick: Callable[[], object]) -> None:
    """Print the median, least and greatest of the pairwise ratios."""
    run(), yardstick()
    ratios = [seconds(run) / seconds(yardstick) for _ in range(RUNS)]
    print(f"{name:50s} {statistics.median(ratios):.2f}  ({min(ratios):.2f}-{max(ratios):.2f})", flush=True)


def main() -> None:
    """Print every ratio, and the memory of 100 million draws."""
    scenario = som.read_scenario(FILE)
    distributions = list(sampling(scenario, 1).distributions.values())
    betas = sum(isinstance(each, Beta) for each in distributions)
    print(f"{len(distributions)} inputs: {betas} beta, {sum(isinstance(each, Gamma) for each in distributions)} gamma")

    def alone() -> list[np.ndarray]:
        generator = np.random.default_rng(1)
        return [
            generator.beta(each.a, each.b, DRAWS)
            if isinstance(each, Beta)
            else each.sign * generator.gamma(each.shape, each.scale, DRAWS)
            for each in distributions
        ]

    def normals() -> list[np.ndarray]:
        generator = np.random.default_rng(1)
        return [generator.standard_normal(DRAWS) for _ in distributions]

    def with_fans() -> list[object]:
        found = som.simulate(scenario, draws=DRAWS)
        return [found.fan(payer) for payer in (*found.payers, "total")]

    print("100 million draws: ", end="", flush=True)  # first: a process is said to have used what its parent had used
    subprocess.run([sys.executable, "-c", HUNDRED_MILLION.format(file=str(FILE))], check=True)
    with threadpool_limits(1):
        ratio("a million draws, arrays by payer and year", lambda: som.simulate(scenario, draws=DRAWS), alone)
        ratio("the same, summaries only", lambda: som.simulate(scenario, draws=DRAWS, keep=False), alone)
        ratio("the same, two workers", lambda: som.simulate(scenario, draws=DRAWS, workers=2), alone)
        ratio("the same, and the fan of every payer", with_fans, alone)
        ratio("arrays, against 20 standard normals", lambda: som.simulate(scenario, draws=DRAWS), normals)


if __name__ == "__main__":
    main()
