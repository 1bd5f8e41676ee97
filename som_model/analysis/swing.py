"""The result at other values of one assumption at a time, all in one run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from som_model.projection.balance import balance
from som_model.projection.figures import Figures
from som_model.projection.scaled import Array
from som_model.projection.inputs import inputs
from som_model.projection.projection import PUBLIC
from som_model.scenario.figures import figures
from som_model.scenario.scenario import Scenario


def accumulated_at(scenario: Scenario, swings: Mapping[str, Mapping[str, Array]]) -> dict[str, Array]:
    """Accumulated net of the public purse in kr. at each point of each swing, all other assumptions at their base.

    swings: name → address → values (n,); the addresses of one swing move together.
    """
    known = dict(figures(scenario))
    lengths = [len(next(iter(moved.values()))) for moved in swings.values()]
    ends = np.cumsum([0, *lengths])
    draws: dict[str, Array] = {}
    for moved, begin, end in zip(swings.values(), ends, ends[1:], strict=False):
        for address, values in moved.items():
            base = known[address].value
            draws.setdefault(address, np.full(ends[-1], np.nan if base is None else base))[begin:end] = values
    net = balance(inputs(scenario, Figures(draws))).net
    totals = np.broadcast_to(net[..., PUBLIC, :].sum(axis=(-2, -1)), (ends[-1],))
    return {name: totals[begin:end] for name, begin, end in zip(swings, ends, ends[1:], strict=False)}
