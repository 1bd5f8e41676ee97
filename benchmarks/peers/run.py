"""som_model against two other packages: draws of a two-state model per second, and EVPPI.

    python benchmarks/peers/run.py [--environment DIRECTORY] [--part simulate|evppi]

The other packages are installed in an environment of their own (a temporary one unless a directory is named) and run
there, each side in its own process and one thread. Before anything is timed every side must give the same mean and mean
square of the outcome as the closed form, and the same mean as each other, within three Monte Carlo errors of five runs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from itertools import combinations
from math import hypot
from pathlib import Path
from statistics import fmean

from rates import measure, table
from sides import Answer, Side, make_environment, single_threaded
from two_states import TwoStates, read_two_states

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PEERS = ("heormodel==0.7.4", "pyheor==0.4.1")
CHECKED_SEEDS = range(1, 6)
DRAWS = {
    ("som_model", "som.simulate"): 1_000_000,
    ("heormodel", "MarkovModel, the programme alone"): 20_000,
    ("heormodel", "MarkovModel, with and without it"): 20_000,
    ("heormodel", "own function over the draw matrix"): 200_000,
    ("pyheor", "MarkovModel, the programme alone"): 5_000,
    ("pyheor", "MarkovModel, with and without it"): 5_000,
}


def disagreements(model: TwoStates, answers: dict[str, Answer]) -> list[str]:
    """What differs by more than three Monte Carlo errors: from the closed form, and between sides."""
    found = []
    for power, exact in enumerate(model.outcome_moments(), 1):
        for name, answer in answers.items():
            if abs(answer[f"moment_{power}"] - exact) > 3 * answer[f"error_{power}"]:
                found.append(f"{name}: moment {power} is {answer[f'moment_{power}']:,.0f}, exactly {exact:,.0f}")
    for (one, a), (other, b) in combinations(answers.items(), 2):
        if abs(a["moment_1"] - b["moment_1"]) > 3 * (a["error_1"] ** 2 + b["error_1"] ** 2) ** 0.5:
            found.append(f"{one} and {other}: means {a['moment_1']:,.0f} and {b['moment_1']:,.0f}")
    return found


def pooled(side: Side, form: str, draws: int) -> Answer:
    """Moments and their errors over all the seeds of the check."""
    answers = [side.ask(form, draws, seed) for seed in CHECKED_SEEDS]
    moments = {name: fmean(answer[name] for answer in answers) for name in ("moment_1", "moment_2")}
    errors = {name: hypot(*(answer[name] for answer in answers)) / len(answers) for name in ("error_1", "error_2")}
    return moments | errors


def check_agreement(model: TwoStates, sides: dict[str, Side]) -> None:
    """Print every side's mean; stop the benchmark when they do not agree."""
    mean, _ = model.outcome_moments()
    print(f"Accumulated net, kr.: mean {mean:,.0f} by the closed form")
    answers = {}
    for (package, form), draws in DRAWS.items():
        answer = answers[f"{package}, {form}"] = pooled(sides[package], form, draws)
        drawn = f"{draws * len(CHECKED_SEEDS):,} draws"
        print(f"  {package:10s} {form:34s} {answer['moment_1']:>10,.0f} ± {answer['error_1']:,.0f} ({drawn})")
    found = disagreements(model, answers)
    if found:
        sys.exit("\n".join(["The sides do not agree; nothing was timed.", *found]))


def simulate(peers_python: Path) -> None:
    """The first benchmark: draws per second."""
    model = read_two_states()
    pythons = {"som_model": Path(sys.executable), "heormodel": peers_python, "pyheor": peers_python}
    scripts = {"som_model": "som_side.py", "heormodel": "heormodel_side.py", "pyheor": "pyheor_side.py"}
    sides = {name: Side(pythons[name], HERE / scripts[name], model.numbers()) for name in pythons}
    try:
        for side in sides.values():
            print(", ".join(f"{name} {version}" for name, version in side.versions.items()))
        check_agreement(model, sides)
        print(table(measure(sides, DRAWS)))
    finally:
        for side in sides.values():
            side.close()


def main() -> None:
    """Install the peers, then run both benchmarks or the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--environment", type=Path, help="directory of the peers' environment, kept for the next run")
    parser.add_argument("--part", choices=("simulate", "evppi"), help="one of the two; both unless given")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        python = make_environment(asked.environment or Path(temporary), [*PEERS, str(ROOT)])
        if asked.part != "evppi":
            simulate(python)
        if asked.part != "simulate":
            subprocess.run([python, HERE / "evppi.py"], check=True, env=single_threaded())


if __name__ == "__main__":
    main()
