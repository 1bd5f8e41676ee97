"""Drawing the uncertain assumptions of a scenario, any number of times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import numpy as np

from som_model.analysis.simulation.blocks import Found, Plan, run_block
from som_model.analysis.simulation.sampling import BLOCK, sampling
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.simulation.spread import Spread
from som_model.analysis.simulation.tally import Bins
from som_model.errors import SomError
from som_model.projection.figures import Array
from som_model.projection.projection import PUBLIC, Projection, project
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message

KEPT_DRAWS = 1_000_000
"""Beyond this many draws only summaries are kept."""
KEPT_NUMBERS = 40_000_000
"""Beyond this many numbers (payer × column × draw), only the last year is kept draw by draw."""


def simulate(
    scenario: Scenario,
    draws: int = 10_000,
    seed: int = 1,
    workers: int = 1,
    *,
    keep: bool = True,
    progress: Callable[[int], None] | None = None,
) -> Simulation:
    """The ledger with every uncertain assumption drawn, as often as `draws` says (method, section 5).

    The same seed gives the same draws, to the last bit: whatever the workers (threads), however many draws follow,
    and whatever other assumption is uncertain too. Above 1,000,000 draws, or with keep=False, summaries only are
    kept, in constant memory: quantiles within 0.1 percentile, and arrays raise DrawsNotKept.
    progress: called with the number of draws done so far.
    Raises MissingFigures as project does, SomError for draws or workers below 1 or a negative seed.
    """
    _checked(draws, seed, workers)
    base = project(scenario)
    plan = _plan(base, seed)
    keep = keep and draws <= KEPT_DRAWS
    whole = keep and len(base.payers) * plan.columns * draws <= KEPT_NUMBERS
    first = 0 if whole else plan.years - 1
    kept = np.zeros((len(base.payers), plan.columns - first, draws)) if keep else None
    with _one_thread_each():
        bins = None if whole else _bins(plan, min(draws, BLOCK))
        found = _merged(_run(plan, draws, workers, kept, first, bins, progress))
    spread = Spread(plan.columns, draws, kept, first, found.tally)
    return Simulation(scenario, base, draws, seed, plan.sampling, tuple(plan.addresses), spread, found.paid_back)


def _checked(draws: int, seed: int, workers: int) -> None:
    for name, number, least in (("draws", draws, 1), ("seed", seed, 0), ("workers", workers, 1)):
        if isinstance(number, bool) or not isinstance(number, int | np.integer) or number < least:
            raise SomError(Message.of("whole_number_at_least", name=name, number=str(number), least=str(least)))


def _plan(base: Projection, seed: int) -> Plan:
    scenario = base.scenario
    drawn = sampling(scenario, seed)
    asked = tuple(address for address in drawn.distributions if address in base.asked)
    discounted = "discount_rate" in asked or bool(np.any(base.discount_factors != 1))
    return Plan(scenario, drawn, asked, len(base.payers), len(base.years), discounted)


def _bins(plan: Plan, draws: int) -> Bins:
    """Bins over the amounts of the first block."""
    kept = np.zeros((plan.payers, plan.columns, draws))
    run_block(plan, 0, draws, kept, 0, None)
    total = kept[PUBLIC].sum(axis=0, keepdims=True)
    return Bins.over(np.concatenate([kept, total]).reshape(-1, draws))


def _run(
    plan: Plan,
    draws: int,
    workers: int,
    kept: Array | None,
    first: int,
    bins: Bins | None,
    progress: Callable[[int], None] | None,
) -> Iterator[Found]:
    """Every block, in order, on as many threads as there are workers."""

    def run(index: int) -> Found:
        begin, end = index * BLOCK, min((index + 1) * BLOCK, draws)
        return run_block(plan, index, end - begin, None if kept is None else kept[..., begin:end], first, bins)

    blocks = range(-(-draws // BLOCK))
    if workers == 1:
        results = map(run, blocks)
        yield from _told(results, draws, progress)
    else:
        with ThreadPoolExecutor(workers) as pool:
            yield from _told(pool.map(run, blocks), draws, progress)


def _told(results: Iterator[Found], draws: int, progress: Callable[[int], None] | None) -> Iterator[Found]:
    for index, found in enumerate(results):
        if progress is not None:
            progress(min((index + 1) * BLOCK, draws))
        yield found


def _merged(blocks: Iterator[Found]) -> Found:
    """All blocks together, added in their order."""
    whole = next(blocks)
    for found in blocks:
        whole.paid_back += found.paid_back
        if whole.tally is not None and found.tally is not None:
            whole.tally.merge(found.tally)
    return whole


def _one_thread_each() -> AbstractContextManager[object]:
    """The library of matrix products on one thread, so that workers are the only ones there are."""
    from threadpoolctl import threadpool_limits

    limits: AbstractContextManager[object] = threadpool_limits(limits=1, user_api="blas")
    return limits
