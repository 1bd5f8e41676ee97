"""What changed units are worth to each payer (method, rules 3 and 5)."""

from __future__ import annotations

import numpy as np

from som_model.projection.arrays import LineInputs
from som_model.projection.effects import Effects, in_first_year, over_cohorts
from som_model.projection.figures import Array


def units(line: LineInputs, group: Effects) -> Array:
    """Change in units, (…, year): Σ over cohorts of persons × change, fading only for successes."""
    persons = {"success": group.successes, "participant": group.participants, "completer": group.completers}
    change = line.quantity * group.still_helped if line.basis == "success" else line.quantity
    return over_cohorts(persons[line.basis], in_first_year(change, group.first_year_share))


def savings(line: LineInputs, group: Effects) -> Array:
    """Kr. by payer and year, (…, payer, year): −units × price × realisable × share; + for an income."""
    worth = line.sign * units(line, group) * line.price * line.realisable
    return worth[..., np.newaxis, :] * line.shares
