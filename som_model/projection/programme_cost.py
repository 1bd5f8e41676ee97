"""What the programme costs each payer (method, rule 6)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from som_model.projection.arrays import LineInputs
from som_model.projection.effects import Effects, over_cohorts_by_payer
from som_model.projection.figures import Array


def programme_cost(line: LineInputs, groups: Sequence[Effects]) -> Array:
    """Kr. by payer and year, (…, payer, year); negative for what is saved, returned or received."""
    worth = line.sign * line.price
    if line.basis == "year":
        return (line.quantity * worth)[..., np.newaxis, :] * line.shares[..., 0, :]
    return _per_head(line, groups) * worth[..., np.newaxis, :]


def _per_head(line: LineInputs, groups: Sequence[Effects]) -> Array:
    """A per-person amount follows each cohort of the groups served, also after the programme's end."""
    total: Array = np.zeros(line.price.shape[-1])
    for index in line.groups:
        group = groups[index]
        heads = group.participants if line.basis == "participant" else group.completers
        total = total + over_cohorts_by_payer(heads, line.quantity, np.ones(()), line.shares)
    return total
