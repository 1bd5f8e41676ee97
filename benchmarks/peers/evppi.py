"""EVPPI of each of eight inputs at 10,000 draws: som_model and heormodel in one process, against the closed form.

    python benchmarks/peers/run.py --part evppi

The net benefit of running the programme is multilinear in eight independent inputs, two betas and six gammas:
participants x success x (1 + still_helped) x (bed_days x bed_day_price + nights x night_price) - post
- participants x materials. Given one input it is the same expression with the seven others at their means, a line
a + b x; with "do not run it" at 0 the truth is E[max(0, a + b x)] - max(0, E[a + b x]), closed form for both families.
heormodel is asked by `evppi_ranking(outcomes, draws, wtp)`, its sweep over single parameters (tutorial "Value of
information"), with its default, the spline.
"""

from __future__ import annotations

import time
from functools import partial
from importlib.metadata import version
from statistics import median

import numpy as np
import pandas as pd
from heormodel.models import Outcomes
from heormodel.voi import evppi_ranking
from numpy.typing import NDArray
from scipy import stats

import som_model as som

Draws = NDArray[np.float64]

N, SEEDS, PARTICIPANTS = 10_000, 20, 12.0
BETAS = {"success": (24.0, 56.0), "still_helped": (12.0, 4.0)}
GAMMAS = {
    "bed_days": (26.0, 1.0),
    "bed_day_price": (144.0, 25.0),
    "nights": (10.0, 4.0),
    "night_price": (64.0, 25.0),
    "post": (70.0, 11_500.0),
    "materials": (4.0, 3_200.0),
}


def net_benefit(x: dict[str, Draws] | dict[str, float]) -> Draws | float:
    """Kr., of running the programme; not running it is 0."""
    saved = x["bed_days"] * x["bed_day_price"] + x["nights"] * x["night_price"]
    return PARTICIPANTS * (x["success"] * (1 + x["still_helped"]) * saved - x["materials"]) - x["post"]


def drawn(seed: int) -> dict[str, Draws]:
    """N draws of every input."""
    rng = np.random.default_rng(seed)
    shares = {name: rng.beta(alpha, beta, N) for name, (alpha, beta) in BETAS.items()}
    return shares | {name: rng.gamma(shape, scale, N) for name, (shape, scale) in GAMMAS.items()}


def means() -> dict[str, float]:
    """Of every input."""
    shares = {name: alpha / (alpha + beta) for name, (alpha, beta) in BETAS.items()}
    return shares | {name: shape * scale for name, (shape, scale) in GAMMAS.items()}


def exact(name: str) -> float:
    """EVPPI of one input, kr.: for x of mean m, E[x; x > t] = m P(x' > t), x' with its first parameter one higher."""
    centre = means()
    at_zero, at_one = (float(net_benefit(centre | {name: at})) for at in (0.0, 1.0))
    slope = at_one - at_zero
    threshold = -at_zero / slope
    if name in BETAS:
        alpha, beta = BETAS[name]
        above, above_weighted = stats.beta(alpha, beta).sf(threshold), stats.beta(alpha + 1, beta).sf(threshold)
    else:
        shape, scale = GAMMAS[name]
        above, above_weighted = (stats.gamma(k, scale=scale).sf(threshold) for k in (shape, shape + 1))
    if slope < 0:
        above, above_weighted = 1 - above, 1 - above_weighted
    gain_when_known = at_zero * above + slope * centre[name] * above_weighted
    return float(gain_when_known - max(0.0, float(net_benefit(centre))))


def ours(x: dict[str, Draws]) -> dict[str, float]:
    """som_model's EVPPI of each input."""
    benefit = np.column_stack([np.zeros(N), net_benefit(x)])
    return {name: som.evppi(benefit, parameter) for name, parameter in x.items()}


def theirs(outcomes: Outcomes, draws: pd.DataFrame) -> dict[str, float]:
    """heormodel's EVPPI of each input."""
    return dict(evppi_ranking(outcomes, draws, wtp=1.0))


def outcomes_of(draws: pd.DataFrame) -> Outcomes:
    """The draws as heormodel keeps them after a run; made before its clock starts."""
    run = net_benefit({str(name): draws[name].to_numpy() for name in draws})
    effects = pd.DataFrame({"do not run it": 0.0, "run it": run}, index=draws.index)
    return Outcomes.from_wide(effects * 0.0, effects, effect="kroner")


def main() -> None:
    """Print the error of both for each input, and their times."""
    names = [*BETAS, *GAMMAS]
    errors: dict[str, list[list[float]]] = {"som_model": [], "heormodel": []}
    seconds: dict[str, list[float]] = {"som_model": [], "heormodel": []}
    truth = {name: exact(name) for name in names}
    for seed in range(SEEDS + 1):
        x = drawn(seed)
        draws = pd.DataFrame(x, index=pd.RangeIndex(N, name="iteration"))
        outcomes = outcomes_of(draws)
        sides = {"som_model": partial(ours, x), "heormodel": partial(theirs, outcomes, draws)}
        for package in sorted(sides, reverse=bool(seed % 2)):
            start = time.process_time()
            found = sides[package]()
            if seed:  # the first is a warm-up
                seconds[package].append(time.process_time() - start)
                errors[package].append([found[name] - truth[name] for name in names])
    print(f"EVPPI of {len(names)} inputs at {N:,} draws, {SEEDS} seeds; heormodel {version('heormodel')}")
    print_errors(names, truth, errors)
    ratios = [their / our for our, their in zip(seconds["som_model"], seconds["heormodel"], strict=True)]
    print(f"{'milliseconds for all, median':34s}" + "".join(f"{median(s) * 1e3:>14,.1f}" for s in seconds.values()))
    print(f"som_model is faster by {median(ratios):.1f} ({min(ratios):.1f}-{max(ratios):.1f})")


def print_errors(names: list[str], truth: dict[str, float], errors: dict[str, list[list[float]]]) -> None:
    """Root mean square error over the seeds, kr., input by input and over all."""
    root_mean_square = {package: np.sqrt(np.mean(np.square(found), axis=0)) for package, found in errors.items()}
    print(f"{'input':20s}{'truth, kr.':>14s}" + "".join(f"{'rmse ' + package:>16s}" for package in errors))
    for index, name in enumerate(names):
        print(f"{name:20s}{truth[name]:>14,.1f}" + "".join(f"{rmse[index]:>16,.1f}" for rmse in root_mean_square.values()))
    print(f"{'all':34s}" + "".join(f"{np.sqrt(np.mean(rmse**2)):>16,.1f}" for rmse in root_mean_square.values()))


if __name__ == "__main__":
    main()
