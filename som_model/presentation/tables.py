"""Tables as pandas DataFrames, one function for each; a table and its chart share a name.

Amounts are unrounded kr. in the scenario's price year, positive = gain; labels follow `language`. A notebook shows a table as
its readers write numbers; what is taken from it or made of it is a DataFrame like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from som_model.analysis.break_even import BreakEven
from som_model.analysis.comparison import Comparison
from som_model.analysis.grid import Grid
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import ValueOfInformation
from som_model.analysis.learning import Learned
from som_model.analysis.review.remark import Review
from som_model.analysis.simulation.simulation import Simulation
from som_model.analysis.tornado import Tornado
from som_model.catalogue.entries import Catalogue
from som_model.presentation.described.break_even import break_even as _break_even
from som_model.presentation.described.by_area import by_area as _by_area
from som_model.presentation.described.by_payer import accumulated as _accumulated
from som_model.presentation.described.by_payer import by_payer as _by_payer
from som_model.presentation.described.comparison import comparison as _comparison
from som_model.presentation.described.drivers import drivers as _drivers
from som_model.presentation.described.fan import fan as _fan
from som_model.presentation.described.frame import frame as _frame
from som_model.presentation.described.grid import grid as _grid
from som_model.presentation.described.information import sample_information as _sample_information
from som_model.presentation.described.information import value_of_information as _value_of_information
from som_model.presentation.described.learned import learned as _learned
from som_model.presentation.described.ledger import ledger as _ledger
from som_model.presentation.described.notices import Noticed
from som_model.presentation.described.notices import notices as _notices
from som_model.presentation.described.payback import payback as _payback
from som_model.presentation.described.simulation import simulation as _simulation
from som_model.presentation.described.tornado import tornado as _tornado
from som_model.presentation.described.transfers import transfers as _transfers
from som_model.presentation.described.waterfall import waterfall as _waterfall
from som_model.presentation.tables import catalogue as _catalogue
from som_model.presentation.tables import review as _review
from som_model.projection.projection import Projection
from som_model.wording.language import Language
from som_model.wording.parties import Payer

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = [
    "accumulated",
    "break_even",
    "by_area",
    "by_payer",
    "catalogue",
    "comparison",
    "drivers",
    "fan",
    "grid",
    "learned",
    "ledger",
    "notices",
    "payback",
    "review",
    "sample_information",
    "simulation",
    "tornado",
    "transfers",
    "value_of_information",
    "waterfall",
]


def ledger(projection: Projection, language: Language = "da") -> DataFrame:
    """Every counted line by payer and year, kr.; savings positive, cost negative, so that it adds up to net."""
    return _frame(_ledger(projection, language), language)


def waterfall(projection: Projection, language: Language = "da", payer: str = "total") -> DataFrame:
    """From programme cost to net over the whole period: a row for the cost, for each counted consequence, the largest
    first, and for an allowance for optimism; kr., and the net reached with each. Last, the accumulated net.

    payer: whose; the public purse in total unless given. Raises UnknownName for another payer.
    """
    return _frame(_waterfall(projection, language, payer), language)


def transfers(projection: Projection, language: Language = "da") -> DataFrame:
    """Programme cost, savings and net of each payer and of the public purse over the whole period, kr., undiscounted; and
    each payer's share, 0 to 1, of the public purse's cost and savings.

    A share is missing where that total is not above 0 or a payer's part of it is below 0.
    """
    return _frame(_transfers(projection, language), language)


def accumulated(projection: Projection, language: Language = "da") -> DataFrame:
    """Accumulated net by payer and year, kr., undiscounted."""
    return _frame(_accumulated(projection, language), language)


def by_payer(projection: Projection, language: Language = "da") -> DataFrame:
    """Net by payer and year, kr., and the public total."""
    return _frame(_by_payer(projection, language), language)


def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> DataFrame:
    """One payer's net by budget area and year, kr.; the municipality's unless named.

    Raises UnknownName for a payer that does not exist.
    """
    return _frame(_by_area(projection, language, payer), language)


def comparison(compared: Comparison, language: Language = "da") -> DataFrame:
    """The figures of a decision, one column for each projection; differences when there is a reference."""
    return _frame(_comparison(compared, language), language)


def drivers(compared: Comparison, language: Language = "da", payer: str | None = None, of: int | None = None) -> DataFrame:
    """What drives the difference of each scenario from the reference: a row for each assumption and line, the largest
    first, with what it is changed from and to; last, the whole difference, which they sum to.

    Kr. of each public payer and in total over the whole period; with a payer (or total), that one's by year and over
    the whole period. of: index of the one scenario to tell of; all but the reference unless given. Raises SomError
    where nothing is set against a reference, UnknownName for another payer.
    """
    table = _drivers(compared, language, payer, of)
    return _frame(table, language, table.without("address", "kind").without_repetition())


def catalogue(found: Catalogue, language: Language = "da") -> DataFrame:
    """A row for each entry of a catalogue: name, label, price, unit, price year, payers, quality and source."""
    return _frame(_catalogue(found, language), language)


def review(reviewed: Review, language: Language = "da") -> DataFrame:
    """A row for each question: address, what was found, why it matters, what to do."""
    return _frame(_review(reviewed, language), language)


def notices(result: Noticed, language: Language = "da") -> DataFrame:
    """A row for each notice of a result: the address it is about, and what the reader should know.

    result: a projection, a simulation, a break-even or a budget.
    """
    return _frame(_notices(result, language), language)


def tornado(swung: Tornado, language: Language = "da") -> DataFrame:
    """A row for each assumption with an interval, widest first: value, low and high in the unit of its field, outcomes in kr."""
    return _frame(_tornado(swung, language), language, _tornado(swung, language, spoken=True))


def grid(found: Grid, language: Language = "da") -> DataFrame:
    """The outcome in kr.: a row for each value of the first assumption, a column for each of the second; last, the value
    of the second at which the outcome is 0."""
    return _frame(_grid(found, language), language, _grid(found, language, spoken=True))


def break_even(found: BreakEven, language: Language = "da") -> DataFrame:
    """One row: the assumption, the value at which the outcome is the target, its stated value, and whose outcome it is."""
    return _frame(_break_even(found, language), language, _break_even(found, language, spoken=True))


def simulation(simulated: Simulation, language: Language = "da") -> DataFrame:
    """A row for each payer and the public total: accumulated net at the stated values, its mean, what 2.5 %, half and
    97.5 % of the draws lie below, kr., and the chance of gain, 0 to 1."""
    return _frame(_simulation(simulated, language), language, _simulation(simulated, language, spoken=True))


def fan(simulated: Simulation, language: Language = "da", payer: str = "total") -> DataFrame:
    """Accumulated net by year, kr.: at the stated values, and what 2.5, 25, 50, 75 and 97.5 % of the draws lie below.

    payer: one of those shown, or total. Raises UnknownName for another.
    """
    return _frame(_fan(simulated, language, payer), language, _fan(simulated, language, payer, spoken=True))


def payback(simulated: Simulation, language: Language = "da") -> DataFrame:
    """The share of the draws, 0 to 1, with each payback year, with none in the period, and without any programme cost:
    a column for each payer and the public total."""
    return _frame(_payback(simulated, language), language, _payback(simulated, language, spoken=True))


def learned(found: Learned, language: Language = "da") -> DataFrame:
    """Three rows, before, seen and now: the share, its 95 % interval, and the two parameters of its beta distribution,
    of which those seen are the citizens who reached the measure and who did not."""
    return _frame(_learned(found, language), language, _learned(found, language, spoken=True))


def value_of_information(value: ValueOfInformation, language: Language = "da") -> DataFrame:
    """What is worth knowing: a row for all numbers (EVPI), one for each assumption and one for each group (EVPPI), the
    greatest first: kr., and its part of EVPI, 0 to 1."""
    return _frame(_value_of_information(value, language), language, _value_of_information(value, language, spoken=True))


def sample_information(sample: SampleInformation, language: Language = "da") -> DataFrame:
    """A row for each number of citizens followed up: EVSI of one choice, its value over the years the answer serves, what
    following them costs, and what is left (expected net benefit of sampling), kr."""
    return _frame(_sample_information(sample, language), language, _sample_information(sample, language, spoken=True))
