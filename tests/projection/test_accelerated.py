"""The accelerated model gives what the page gives, so that it can be taken away without changing a result."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import som_model as som
from som_model.projection.accelerated import accelerated
from som_model.projection.arrays import Inputs
from som_model.projection.figures import Figures
from som_model.projection.inputs import inputs
from som_model.projection.model import balance
from som_model.resolved.figures import figures
from tests.oracle.strategies import scenarios
from tests.test_laws import read

ROOT = Path(__file__).parent.parent.parent
SHIPPED = [*sorted((ROOT / "scenarios").glob("[eh]*.yaml")), *sorted((ROOT / "scenarios" / "published").glob("*.yaml"))]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
DRAWS = 6


def drawn(scenario: som.Scenario, random: np.random.Generator, share: float) -> Inputs:
    """The arrays of a scenario with some of its figures drawn between half and one and a half times the stated value, and
    shares below 1."""
    values = {}
    for address, figure in figures(scenario):
        if figure.value and figure.kind != "rate" and random.random() < share and not address.startswith("price_index"):
            spread = figure.value * random.uniform(0.5, 1.5, DRAWS)
            values[address] = np.minimum(spread, 1.0) if figure.kind == "share" else spread
    return inputs(scenario, Figures(values))


def agree(made: Inputs) -> None:
    """Each payer's savings and cost in each year of each draw, for the first draws and for the others."""
    of_slice = accelerated(made)
    for part in (slice(0, 2), slice(2, DRAWS)):
        page = balance(made.of_draws(part))
        fast = of_slice(part)
        for rows, wanted in ((fast.savings, page.savings), (fast.programme_cost, page.programme_cost)):
            draws = wanted.shape[0] if wanted.ndim > 2 else 1
            for payer in range(len(made.payers)):
                row = np.broadcast_to(rows.get(payer, np.zeros((made.years, 1))), (made.years, draws))
                expected = np.broadcast_to(wanted[..., payer, :], (draws, made.years))
                np.testing.assert_allclose(row.T, expected, rtol=1e-9, atol=1e-6)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_it_agrees_for_every_shipped_scenario(path: Path) -> None:
    """Whether all, some or none of the figures are drawn."""
    scenario = som.read_scenario(path)
    for share in (0.0, 0.5, 1.0):
        agree(drawn(scenario, np.random.default_rng(5), share))


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(scenarios(), st.integers(0, 1000))
def test_it_agrees_for_any_scenario(written: dict[str, Any], seed: int) -> None:
    """With payer rules, prudence, lists, part years and late starts."""
    random = np.random.default_rng(seed)
    agree(drawn(read(written), random, random.choice([0.2, 0.7])))
