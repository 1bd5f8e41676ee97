"""The result at other values of one assumption at a time, all in one run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from som_model.projection.balance import balance
from som_model.projection.figures import Array, Figures
from som_model.projection.inputs import inputs
from som_model.projection.projection import PUBLIC
from som_model.scenario.figures import figures
from som_model.scenario.scenario import Scenario


def accumulated_at(scenario: Scenario, points: Mapping[str, Array]) -> dict[str, Array]:
    """Accumulated net of the public purse in kr., one for each value of each assumption, the others at their base.

    points: address → values (n,).
    """
    known = dict(figures(scenario))
    ends = np.cumsum([0, *(len(values) for values in points.values())])
    draws: dict[str, Array] = {}
    for (address, values), begin, end in zip(points.items(), ends, ends[1:], strict=False):
        base = known[address].value
        draws[address] = np.full(ends[-1], np.nan if base is None else base)
        draws[address][begin:end] = values
    net = balance(inputs(scenario, Figures(draws))).net
    totals = np.broadcast_to(net[..., PUBLIC, :].sum(axis=(-2, -1)), (ends[-1],))
    return {address: totals[begin:end] for address, begin, end in zip(points, ends, ends[1:], strict=False)}
