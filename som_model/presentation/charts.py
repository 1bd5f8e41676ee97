"""Charts as matplotlib figures, one function for each; a chart and its table share a name.

Amounts are shown in mio. kr., 1.000 kr. or kr., whichever suits the largest of them, in the scenario's
price year; positive = gain. Texts and numbers follow `language` ("da" or "en"). `save` in
som_model.presentation.saving writes a figure as svg, png or pdf.
"""

from __future__ import annotations

from matplotlib.figure import Figure

from som_model.analysis.comparison import Comparison, same_axes
from som_model.presentation.drawn.accumulated import accumulated as _accumulated
from som_model.presentation.drawn.by_area import by_area as _by_area
from som_model.presentation.drawn.by_payer import by_payer as _by_payer
from som_model.presentation.drawn.comparison import comparison as _comparison
from som_model.presentation.drawn.ledger import ledger as _ledger
from som_model.presentation.style import plain_style
from som_model.projection.projection import Projection
from som_model.scenario.quantities import Payer
from som_model.wording.language import Language

__all__ = ["accumulated", "by_area", "by_payer", "comparison", "ledger"]


def ledger(projection: Projection, language: Language = "da") -> Figure:
    """Every counted line over the whole period, kr.: savings positive, cost negative, and the net they add up to.

    Amounts are those of the public purse (municipality, region and state together).
    """
    with plain_style():
        return _ledger(projection, language)


def accumulated(result: Projection | Comparison, language: Language = "da") -> Figure:
    """Accumulated net of the public purse by year, kr., undiscounted: a line for each scenario.

    result: one projection, or a comparison whose scenarios are drawn beside each other. The amount at the
    end of the period is written at the end of each line, a ring marks its payback year. Raises SomError
    for scenarios of different years or price years, which share no axis.
    """
    if isinstance(result, Comparison):
        same_axes(result)
    with plain_style():
        return _accumulated(result, language)


def by_payer(projection: Projection, language: Language = "da") -> Figure:
    """Net of each payer by year, kr., stacked: gains upward, losses downward, the public total marked and written.

    A citizen's amounts stand in no total; they are told below the chart.
    """
    with plain_style():
        return _by_payer(projection, language)


def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> Figure:
    """One payer's net by budget area and year, kr., stacked; the municipality's unless named.

    Raises UnknownName for a payer that does not exist.
    """
    with plain_style():
        return _by_area(projection, language, payer)


def comparison(compared: Comparison, language: Language = "da") -> Figure:
    """Programme cost, savings and net of each scenario over the whole period, kr.; cost is a positive amount.

    With a reference, each other scenario's heading tells how its net differs from it. Raises SomError for
    scenarios of different years or price years.
    """
    same_axes(compared)
    with plain_style():
        return _comparison(compared, language)
