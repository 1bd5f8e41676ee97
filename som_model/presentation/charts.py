"""Charts as matplotlib figures, one function for each; a chart and its table share a name.

Amounts are shown in mio. kr., 1.000 kr. or kr., whichever suits the largest of them, in the scenario's
price year; positive = gain. Texts and numbers follow `language` ("da" or "en"). `save` in
som_model.presentation.saving writes a figure as svg, png or pdf.
"""

from __future__ import annotations

from collections.abc import Iterator

from matplotlib.figure import Figure

from som_model.analysis.comparison import Comparison, same_axes
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import ValueOfInformation
from som_model.analysis.learning import Learned
from som_model.analysis.sensitivity.swings import Tornado
from som_model.analysis.sensitivity.two_way import Grid
from som_model.analysis.simulation.simulation import Simulation
from som_model.presentation.colophon import Colophon, colophon
from som_model.presentation.described.drivers import others
from som_model.presentation.drawn.accumulated import accumulated as _accumulated
from som_model.presentation.drawn.by_area import by_area as _by_area
from som_model.presentation.drawn.by_payer import by_payer as _by_payer
from som_model.presentation.drawn.comparison import comparison as _comparison
from som_model.presentation.drawn.drivers import drivers as _drivers
from som_model.presentation.drawn.fan import fan as _fan
from som_model.presentation.drawn.grid import grid as _grid
from som_model.presentation.drawn.information import value_of_information as _value_of_information
from som_model.presentation.drawn.information_sample import sample_information as _sample_information
from som_model.presentation.drawn.learned import learned as _learned
from som_model.presentation.drawn.ledger import ledger as _ledger
from som_model.presentation.drawn.payback import payback as _payback
from som_model.presentation.drawn.simulation import simulation as _simulation
from som_model.presentation.drawn.tornado import tornado as _tornado
from som_model.presentation.drawn.transfers import transfers as _transfers
from som_model.presentation.drawn.waterfall import waterfall as _waterfall
from som_model.presentation.style import plain_style
from som_model.projection.projection import Projection
from som_model.scenario.quantities import Payer
from som_model.wording.language import Language

__all__ = [
    "accumulated",
    "by_area",
    "by_payer",
    "comparison",
    "drivers",
    "fan",
    "grid",
    "learned",
    "ledger",
    "payback",
    "sample_information",
    "simulation",
    "tornado",
    "transfers",
    "value_of_information",
    "waterfall",
]


def ledger(projection: Projection, language: Language = "da") -> Figure:
    """Every counted line over the whole period, kr.: savings positive, cost negative, and the net they add up to.

    Amounts are those of the public purse (municipality, region and state together).
    """
    with plain_style():
        return _ledger(projection, language).stating(language, colophon(projection.scenario))


def waterfall(projection: Projection, language: Language = "da", payer: str = "total") -> Figure:
    """From programme cost to net over the whole period, kr.: each step starts where the one above ended.

    The cost is one step down; each counted consequence is one up or down, the largest first, the smallest beyond twelve as
    one; an allowance for optimism is a step of its own. The last bar is the accumulated net. payer: whose; the public
    purse in total unless given. Raises UnknownName for another payer.
    """
    with plain_style():
        return _waterfall(projection, language, payer).stating(language, colophon(projection.scenario))


def transfers(projection: Projection, language: Language = "da") -> Figure:
    """Who pays the programme and who gets what it saves, kr. over the whole period, undiscounted.

    A row for municipality, region and state, and one for all three: cost to the left of zero, savings to the right, net
    marked and written. Sentences above say who gains, who loses, and how much that moves between them. A citizen's
    amount is told below.
    """
    with plain_style():
        return _transfers(projection, language).stating(language, colophon(projection.scenario))


def accumulated(result: Projection | Comparison, language: Language = "da") -> Figure:
    """Accumulated net of the public purse by year, kr., undiscounted: a line for each scenario.

    result: one projection, or a comparison whose scenarios are drawn beside each other. The amount at the
    end of the period is written at the end of each line, a ring marks its payback year. Raises SomError
    for scenarios of different years or price years, which share no axis.
    """
    if isinstance(result, Comparison):
        same_axes(result)
    with plain_style():
        return _accumulated(result, language).stating(language, *_of(result))


def by_payer(projection: Projection, language: Language = "da") -> Figure:
    """Net of each payer by year, kr., stacked: gains upward, losses downward, the public total marked and written.

    A citizen's amounts stand in no total; they are told below the chart.
    """
    with plain_style():
        return _by_payer(projection, language).stating(language, colophon(projection.scenario))


def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> Figure:
    """One payer's net by budget area and year, kr., stacked; the municipality's unless named.

    Raises UnknownName for a payer that does not exist.
    """
    with plain_style():
        return _by_area(projection, language, payer).stating(language, colophon(projection.scenario))


def comparison(compared: Comparison, language: Language = "da") -> Figure:
    """Programme cost, savings and net of each scenario over the whole period, kr.; cost is a positive amount.

    With a reference, each other scenario's heading tells how its net differs from it. Raises SomError for
    scenarios of different years or price years.
    """
    same_axes(compared)
    with plain_style():
        return _comparison(compared, language).stating(language, *_of(compared))


def drivers(compared: Comparison, language: Language = "da", payer: str = "total", of: int | None = None) -> Figure:
    """What drives the difference from the reference: a waterfall from its accumulated net in kr., by each assumption and
    line, the largest first, to the accumulated net of each other scenario.

    payer: whose; the public purse in total unless given. of: index of the one scenario to draw; all but the reference
    unless given. Beyond twelve, the smallest are drawn as one. Raises SomError where nothing is set against a
    reference, UnknownName for another payer.
    """
    with plain_style():
        return _drivers(compared, language, payer, of).stating(language, *_of_drivers(compared, of))


def tornado(swung: Tornado, language: Language = "da") -> Figure:
    """The outcome in kr. over each assumption's interval, a bar each, widest first; the base case is a line through all.

    What is better than the base case and what is worse differ in colour and hatching; the outcome stands at each end
    with the value that gives it. Without any interval the chart says what to write.
    """
    with plain_style():
        return _tornado(swung, language).stating(language, colophon(swung.scenario))


def grid(found: Grid, language: Language = "da") -> Figure:
    """The outcome in kr. over two assumptions: gains and losses in two colours, the line between them drawn and named.

    The stated values are marked where they lie within the ranges.
    """
    with plain_style():
        return _grid(found, language).stating(language, colophon(found.scenario))


def simulation(simulated: Simulation, language: Language = "da", payer: str = "total") -> Figure:
    """How often each accumulated net occurs among the draws, kr.: losses and gains in two colours.

    The chance of gain, the interval that holds 95 % of the draws, the base case and the mean stand beside it. payer: one
    of those shown, or total; raises UnknownName for another. Works from the counts where single draws are not kept;
    where all draws are alike it says so.
    """
    with plain_style():
        return _simulation(simulated, language, payer).stating(language, _of_draws(simulated))


def fan(simulated: Simulation, language: Language = "da", payer: str = "total") -> Figure:
    """Accumulated net by year, kr., undiscounted: between which amounts 95 % and half of the draws lie, their median,
    and the base case.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    with plain_style():
        return _fan(simulated, language, payer).stating(language, _of_draws(simulated))


def payback(simulated: Simulation, language: Language = "da", payer: str = "total") -> Figure:
    """How likely each payback year is, and how likely the programme is not paid back in the period: shares of the draws.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    with plain_style():
        return _payback(simulated, language, payer).stating(language, _of_draws(simulated))


def learned(found: Learned, language: Language = "da") -> Figure:
    """A share before and after citizens have been followed: both densities, their means, and the share that was seen."""
    with plain_style():
        return _learned(found, language).stating(language, colophon(found.scenario))


def value_of_information(value: ValueOfInformation, language: Language = "da") -> Figure:
    """What knowing the numbers before choosing is worth on average, kr.: all of them (EVPI), each by itself, and groups
    of them (EVPPI), a bar each, the greatest first, with its part of EVPI.

    Where the uncertainty never changes the choice, the chart says so in words.
    """
    with plain_style():
        return _value_of_information(value, language).stating(language, *map(_of_draws, value.options))


def sample_information(sample: SampleInformation, language: Language = "da") -> Figure:
    """What following citizens up is worth by how many are followed, kr.: the value of the answer (EVSI, over the years it
    serves) rising towards that of certain knowledge (EVPPI); with a cost per citizen also the cost, what is left, and the
    number that leaves most.

    Where the number cannot change the choice, the chart says so in words.
    """
    with plain_style():
        return _sample_information(sample, language).stating(
            language, colophon(sample.assumption.scenario, draws=sample.draws, seed=sample.seed)
        )


def _of(result: Projection | Comparison) -> Iterator[Colophon]:
    """What a chart of one scenario or of several was made from."""
    for projection in (result,) if isinstance(result, Projection) else result:
        yield colophon(projection.scenario)


def _of_drivers(compared: Comparison, of: int | None) -> list[Colophon]:
    """The reference, and those that are set against it."""
    assert compared.reference is not None
    return [colophon(compared[index].scenario) for index in (compared.reference, *others(compared, of))]


def _of_draws(simulated: Simulation) -> Colophon:
    return colophon(simulated.scenario, draws=simulated.draws, seed=simulated.seed)
