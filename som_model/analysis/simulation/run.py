"""Drawing the uncertain assumptions of a scenario, any number of times."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from som_model.analysis.simulation.blocks import Counts, Plan, run_block
from som_model.analysis.simulation.sampling import BLOCK, sampling
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.simulation.spread import Bins, Spread, public_total
from som_model.errors import SomError
from som_model.projection.figures import Array
from som_model.projection.projection import project
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.parties import public_rows

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
    """The ledger with every uncertain assumption drawn, as often as `draws` says (method.md: Distributions and draws).

    The same seed gives the same draws, to the last bit: whatever the workers (threads), however many draws follow,
    and whatever other assumption is uncertain too. Above 1,000,000 draws, or with keep=False, summaries only are
    kept, in constant memory: quantiles within 0.1 percentile, and arrays raise DrawsNotKept.
    progress: called with the number of draws done so far.
    Raises MissingFigures as project does, SomError for draws or workers below 1 or a negative seed.
    """
    for name, number, least in (("draws", draws, 1), ("seed", seed, 0), ("workers", workers, 1)):
        if isinstance(number, bool) or not isinstance(number, int | np.integer) or number < least:
            raise SomError(Message.of("whole_number_at_least", name=name, number=str(number), least=str(least)))
    base = project(scenario)
    drawn = sampling(scenario, seed)
    asked = tuple(address for address in drawn.distributions if address in base.asked)
    discounted = "discount_rate" in asked or bool(np.any(base.discount_factors != 1))
    plan = Plan(scenario, drawn, asked, base.payers, len(base.years), discounted)
    keep = keep and draws <= KEPT_DRAWS
    whole = keep and len(base.payers) * plan.columns * draws <= KEPT_NUMBERS
    first = 0 if whole else plan.years - 1
    kept = np.zeros((len(base.payers), plan.columns - first, draws)) if keep else None
    counts = _run(plan, draws, workers, kept, first, progress)
    spread = Spread(plan.columns, draws, kept, first, counts.tally, base.public)
    return Simulation(scenario, base, draws, seed, plan.sampling, tuple(plan.addresses), spread, counts.paid_back)


def _run(plan: Plan, draws: int, workers: int, kept: Array | None, first: int, progress: Callable[[int], None] | None) -> Counts:
    """Every block on as many threads as there are workers, and the only ones there are; counts added in the blocks' order."""
    from threadpoolctl import threadpool_limits

    def run(index: int) -> Counts:
        begin, end = index * BLOCK, min((index + 1) * BLOCK, draws)
        return run_block(plan, index, end - begin, None if kept is None else kept[..., begin:end], first, bins)

    blocks = range(-(-draws // BLOCK))
    with threadpool_limits(limits=1, user_api="blas"), ThreadPoolExecutor(workers) as pool:
        bins = None if kept is not None and first == 0 else _bins(plan, min(draws, BLOCK))
        whole = Counts.none(plan, bins)
        for done, counts in enumerate(map(run, blocks) if workers == 1 else pool.map(run, blocks), start=1):
            whole.add(counts)
            if progress is not None:
                progress(min(done * BLOCK, draws))
    return whole


def _bins(plan: Plan, draws: int) -> Bins:
    """Bins over the amounts of the first block."""
    kept = np.zeros((len(plan.payers), plan.columns, draws))
    run_block(plan, 0, draws, kept, 0, None)
    total = public_total(kept, public_rows(plan.payers))
    return Bins.over(np.concatenate([kept, total[np.newaxis]]).reshape(-1, draws))
