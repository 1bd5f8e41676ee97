"""Draws per second (CPU time) of every side, measured in turn."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from sides import Side

Way = tuple[str, str]
ROUNDS = 5
OURS = ("som_model", "som.simulate")


def measure(sides: Mapping[str, Side], draws: Mapping[Way, int]) -> dict[Way, tuple[list[float], list[float]]]:
    """Draws per second of each way in each round, at its number of draws and at a tenth of it.

    Every round runs all sides, so that what slows the machine for a while slows all.
    """
    rates: dict[Way, tuple[list[float], list[float]]] = {way: ([], []) for way in draws}
    for seed in range(1, 1 + ROUNDS):
        for (package, form), most in draws.items():
            for kept, number in zip(rates[package, form], (most, most // 10), strict=True):
                kept.append(number / sides[package].ask(form, number, seed)["seconds"])
    return rates


def table(rates: Mapping[Way, tuple[list[float], list[float]]]) -> str:
    """Medians over the rounds, and how many times as fast som_model is: median of the rounds' ratios, least, greatest."""
    ours = rates[OURS][0]
    lines = [
        f"Draws per second of CPU time, median of {ROUNDS} rounds, one process and one thread each",
        f"{'package':10s} {'form':34s} {'a tenth of the draws':>20s} {'all draws':>12s}   som_model is faster by",
    ]
    for (package, form), (at_most, at_a_tenth) in rates.items():
        ratios = [our / their for our, their in zip(ours, at_most, strict=True)]
        times = f"{median(ratios):,.0f} ({min(ratios):,.0f}-{max(ratios):,.0f})" if (package, form) != OURS else ""
        lines.append(f"{package:10s} {form:34s} {median(at_a_tenth):>20,.0f} {median(at_most):>12,.0f}   {times}".rstrip())
    return "\n".join(lines)
