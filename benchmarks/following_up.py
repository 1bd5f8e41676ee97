"""EVSI of following citizens up, over 20 sample sizes: som_model against nested simulation of the same accuracy.

    python benchmarks/following_up.py

The case has a closed answer: net is linear in the success rate, which is Beta(23.901; 55.769); the price beside it is
uncertain and independent; of n citizens x reach the measure, so exact enumeration over x gives the truth for every n.
som_model: a simulation of 10,000 draws and som.evsi over all sizes, both timed. Nested simulation, in numpy with this one
formula instead of a model: `outer` rates and their x, then `inner` rates (from the posterior) and prices for each. The
number of inner draws is doubled until their bias is below half of som_model's error; the number of outer draws that
gives the same root mean square error follows from the measured variance, and the time from the measured time a draw.
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
from scipy import stats

import som_model as som
from som_model.analysis.distributions import Beta, Gamma
from som_model.analysis.simulation.sampling import sampling

FILE = Path(__file__).parent.parent / "scenarios" / "hedensted.yaml"
RATE = "target_groups.dual_diagnosis.success_rate"
POST = "programme.staffing.coordinator.annual_cost"
PRICE = "unit_costs.substance_treatment_year.amount"
CLOSE = {POST: 300_000, PRICE: {"value": 30093.02393, "low": 20000, "high": 42000}}
"""A post that makes the decision close, and an uncertain price beside the rate."""
SIZES = tuple(range(10, 210, 10))
SEEDS = 20
OUTER = 2000
SAVED_ON_ADMISSIONS, YEARS_OF_TREATMENT, COST = 997_213.94 / 0.3, 19.2 / 0.3, 1_500_000
"""Kr. and years of treatment for each unit of the success rate (scenarios/hedensted.yaml), and five years of the post."""


def truth(a: float, b: float, price: float) -> np.ndarray:
    """EVSI of each size by exact enumeration, kr."""
    worth = SAVED_ON_ADMISSIONS + YEARS_OF_TREATMENT * price
    now = max(0.0, worth * a / (a + b) - COST)
    values = []
    for n in SIZES:
        x = np.arange(n + 1)
        values.append(stats.betabinom(n, a, b).pmf(x) @ np.maximum(worth * (a + x) / (a + b + n) - COST, 0) - now)
    return np.array(values)


def nested(generator: np.random.Generator, rate: Beta, price: Gamma, n: int, outer: int, inner: int, now: float) -> np.ndarray:
    """Value after each of `outer` data sets, less the value now, kr. (outer,)."""
    seen = generator.binomial(n, generator.beta(rate.a, rate.b, outer))
    shares = generator.beta((rate.a + seen)[:, None], (rate.b + n - seen)[:, None], (outer, inner))
    prices = generator.gamma(price.shape, price.scale, (outer, inner))
    net = shares * (SAVED_ON_ADMISSIONS + YEARS_OF_TREATMENT * prices) - COST
    return np.maximum(net.mean(axis=1), 0) - now


def main() -> None:
    """Print both errors and times, and their ratio."""
    scenario = som.read_scenario(FILE, variant="prudent").vary(CLOSE)
    drawn = sampling(scenario, 1).distributions
    rate, price = drawn[RATE], drawn[PRICE]
    exact = truth(rate.a, rate.b, price.mean)
    now = max(0.0, (SAVED_ON_ADMISSIONS + YEARS_OF_TREATMENT * price.mean) * rate.a / (rate.a + rate.b) - COST)
    errors, times = [], []
    for seed in range(SEEDS):
        start = time.perf_counter()
        found = som.evsi(som.simulate(scenario, draws=10_000, seed=seed), RATE, of=SIZES)
        times.append(time.perf_counter() - start)
        errors.append(found.evsi - exact)
    ours, error = float(np.median(times)), float(np.sqrt(np.mean(np.square(errors))))
    said = f"root mean square error {error:.0f} kr. of {exact.mean():.0f} kr."
    print(f"som_model: {said}, {ours * 1000:.1f} ms for {len(SIZES)} sizes")
    generator = np.random.default_rng(1)
    inner, bias = 32, np.inf
    while bias > error / 2:
        inner *= 2
        repeated = [[nested(generator, rate, price, n, OUTER, inner, now).mean() for n in SIZES] for _ in range(SEEDS)]
        noise = np.var(repeated, axis=0, ddof=1) / SEEDS
        bias = float(np.sqrt(max(0.0, np.mean((np.mean(repeated, axis=0) - exact) ** 2 - noise))))
    start = time.perf_counter()
    runs = [nested(generator, rate, price, n, OUTER, inner, now) for n in SIZES]
    a_draw = (time.perf_counter() - start) / OUTER
    outer = float(np.mean([run.var() for run in runs])) / error**2
    print(f"nested: {inner} inner draws (bias {bias:.0f} kr.), {outer:.0f} outer for the same error, {outer * a_draw:.1f} s")
    print(f"ratio {outer * a_draw / ours:.0f}")


if __name__ == "__main__":
    main()
