"""What changed units are worth to each payer (method, rules 3 and 5)."""

from __future__ import annotations

import numpy as np

from som_model.projection.arrays import LineInputs
from som_model.projection.effects import Effects, over_cohorts_by_payer
from som_model.projection.figures import Array


def savings(line: LineInputs, group: Effects) -> Array:
    """Kr. by payer and year, (…, payer, year): −units × price × realisable × share; + for an income."""
    worth = line.sign * line.price * line.realisable
    return units(line, group) * worth[..., np.newaxis, :]


def units(line: LineInputs, group: Effects) -> Array:
    """Change in units of each payer, (…, payer, year): Σ over cohorts of persons × change, fading only for successes."""
    persons = {"success": group.successes, "participant": group.participants, "completer": group.completers}
    change = line.quantity * group.still_helped if line.basis == "success" else line.quantity
    return over_cohorts_by_payer(persons[line.basis], change, group.first_year_share, line.shares)
