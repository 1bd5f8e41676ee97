"""Charts as matplotlib figures, one function for each; where a table holds its numbers, both have one name.

Amounts are shown in mio. kr., 1.000 kr. or kr., whichever suits the largest of them, in the scenario's
price year; positive = gain. Texts and numbers follow `language` ("da" or "en"). `save` in
som_model.presentation.saving writes a figure as svg, png or pdf.

The order is that of the gallery, which shows each with the question its docstring begins with. What `som chart` draws a chart
from, and which options it takes, follow from its arguments. matplotlib is loaded when a chart is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from som_model.analysis.comparison import Comparison
    from som_model.analysis.grid import Grid
    from som_model.analysis.information.sample import SampleInformation
    from som_model.analysis.information.value import ValueOfInformation
    from som_model.analysis.learning import Learned
    from som_model.analysis.simulation.simulation import Simulation
    from som_model.analysis.tornado import Tornado
    from som_model.presentation.drawn.sheet import Chart
    from som_model.presentation.made_from import Shown
    from som_model.projection.projection import Projection
    from som_model.wording.language import Language
    from som_model.wording.parties import Payer

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

Result = TypeVar("Result", bound="Shown")
Further = ParamSpec("Further")


def transfers(projection: Projection, language: Language = "da") -> Figure:
    """Who pays, and who gets what is saved? Each payer's cost to the left of zero, its savings to the right, kr. over the
    whole period, undiscounted; net is marked and written, and the sentences above follow the numbers.

    A row for municipality, region and state, and one for all three. The sentences say who gains, who loses, and how much
    that moves between them. A citizen's amount is told below.
    """
    from som_model.presentation.drawn.transfers import transfers as draw

    return _drawn(draw, projection, language)


def waterfall(projection: Projection, language: Language = "da", payer: str = "total") -> Figure:
    """How does the cost become the result? From programme cost to net over the whole period, kr., consequence by
    consequence, the largest first: each step starts where the one above ended.

    Consequences beyond twelve, the smallest, are one step; an allowance for optimism is a step of its own. The last bar
    is the accumulated net. payer: whose; the public purse in total unless given. Raises UnknownName for another payer.
    """
    from som_model.presentation.drawn.waterfall import waterfall as draw

    return _drawn(draw, projection, language, payer)


def ledger(projection: Projection, language: Language = "da") -> Figure:
    """What does the result consist of? Every counted line over the whole period, kr.: savings positive, cost negative,
    their sums, and the net they add up to.

    Amounts are those of the public purse (municipality, region and state together).
    """
    from som_model.presentation.drawn.ledger import ledger as draw

    return _drawn(draw, projection, language)


def accumulated(result: Projection | Comparison, language: Language = "da") -> Figure:
    """When has it paid for itself? Accumulated net of the public purse by year, kr., undiscounted: a line for each
    scenario, with its payback year ringed and the amount at the end of the period written.

    result: one projection, or a comparison whose scenarios are drawn beside each other. Raises SomError for scenarios of
    different years or price years, which share no axis.
    """
    from som_model.presentation.drawn.accumulated import accumulated as draw

    return _drawn(draw, result, language)


def by_payer(projection: Projection, language: Language = "da") -> Figure:
    """Who gains and who pays, year by year? Net of municipality, region and state, kr., stacked: gains upward, losses
    downward, the public total marked and written.

    A citizen's amounts stand in no total; they are told below the chart.
    """
    from som_model.presentation.drawn.by_payer import by_payer as draw

    return _drawn(draw, projection, language)


def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> Figure:
    """Which part of the budget does it move? One payer's net by budget area (*styringsområde*) and year, kr., stacked;
    the municipality's unless named.

    Raises UnknownName for a payer that does not exist.
    """
    from som_model.presentation.drawn.by_area import by_area as draw

    return _drawn(draw, projection, language, payer)


def comparison(compared: Comparison, language: Language = "da") -> Figure:
    """How do the variants compare? Programme cost, savings and net of each scenario over the whole period, kr.; cost is a
    positive amount.

    With a reference, each other scenario's heading tells how its net differs from it. Raises SomError for
    scenarios of different years or price years.
    """
    from som_model.presentation.drawn.comparison import comparison as draw

    return _drawn(draw, compared, language)


def drivers(compared: Comparison, language: Language = "da", payer: str = "total", of: int | None = None) -> Figure:
    """What makes the difference between two variants? From the reference's accumulated net in kr., by each assumption and
    line, the largest first, to the accumulated net of each other scenario.

    payer: whose; the public purse in total unless given. of: index of the one scenario to draw; all but the reference
    unless given. Beyond twelve, the smallest are drawn as one. Raises SomError where nothing is set against a
    reference, UnknownName for another payer.
    """
    from som_model.presentation.drawn.drivers import drivers as draw
    from som_model.presentation.made_from import made_from_others

    return _drawn(draw, compared, language, payer, of).stating(language, *made_from_others(compared, of))


def tornado(swung: Tornado, language: Language = "da") -> Figure:
    """Which figure matters most? The outcome in kr. over each figure's interval, all others as stated: a bar each, widest
    first; the base case is a line through all.

    What is better than the base case and what is worse differ in colour and hatching; the outcome stands at each end
    with the value that gives it. Without any interval the chart says what to write.
    """
    from som_model.presentation.drawn.tornado import tornado as draw

    return _drawn(draw, swung, language)


def grid(found: Grid, language: Language = "da") -> Figure:
    """Which pairs of two figures pay off? The outcome in kr. over two figures at once: gains and losses in two colours,
    the line on which it breaks even drawn and named.

    The stated values are marked where they lie within the ranges.
    """
    from som_model.presentation.drawn.grid import grid as draw

    return _drawn(draw, found, language)


def simulation(simulated: Simulation, language: Language = "da", payer: str = "total") -> Figure:
    """How likely is a gain? How often each accumulated net occurs, kr., when everything uncertain is drawn many times:
    losses and gains in two colours.

    The chance of gain, the interval that holds 95 % of the draws, the base case and the mean stand beside it. payer: one
    of those shown, or total; raises UnknownName for another. Works from the counts where single draws are not kept;
    where all draws are alike it says so.
    """
    from som_model.presentation.drawn.simulation import simulation as draw

    return _drawn(draw, simulated, language, payer)


def fan(simulated: Simulation, language: Language = "da", payer: str = "total") -> Figure:
    """How sure is it, year by year? Between which amounts half of the draws lie, and 95 %: accumulated net by year, kr.,
    undiscounted, with the median and the base case.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    from som_model.presentation.drawn.fan import fan as draw

    return _drawn(draw, simulated, language, payer)


def payback(simulated: Simulation, language: Language = "da", payer: str = "total") -> Figure:
    """How likely is each payback year? The share of the draws with each payback year, and with none in the period.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    from som_model.presentation.drawn.payback import payback as draw

    return _drawn(draw, simulated, language, payer)


def value_of_information(value: ValueOfInformation, language: Language = "da") -> Figure:
    """Which figure is worth knowing before choosing? What certainty is worth on average, kr.: about all figures, each by
    itself, and groups of them, a bar each, the greatest first.

    EVPI, and EVPPI of each and of groups with their part of EVPI. Where the uncertainty never changes the choice, the chart
    says so in words.
    """
    from som_model.presentation.drawn.information import value_of_information as draw

    return _drawn(draw, value, language)


def sample_information(sample: SampleInformation, language: Language = "da") -> Figure:
    """How many citizens is it worth following up? The value of the answer, kr., by how many are followed; with a cost per
    citizen also the cost, what is left, and the number that leaves most.

    EVSI, over the years it serves, rises towards EVPPI, the value of certain knowledge. Where the number cannot change the
    choice, the chart says so in words.
    """
    from som_model.presentation.drawn.information_sample import sample_information as draw

    return _drawn(draw, sample, language)


def learned(found: Learned, language: Language = "da") -> Figure:
    """What have we learned when citizens have been followed? A share before and now: both densities, their means, and the
    share that was seen.
    """
    from som_model.presentation.drawn.learned import learned as draw

    return _drawn(draw, found, language)


def _drawn(
    draw: Callable[Concatenate[Result, Language, Further], Chart],
    result: Result,
    language: Language,
    *further: Further.args,
    **named: Further.kwargs,
) -> Chart:
    """The chart in the plain style, with what a file of it says of its making."""
    from som_model.presentation.made_from import made_from
    from som_model.presentation.style import plain_style

    with plain_style():
        return draw(result, language, *further, **named).stating(language, *made_from(result))
