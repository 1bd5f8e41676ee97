"""What follows from a scenario: savings, cost and net by payer and year, and the figures of a decision."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from som_model.errors import Finding, MissingFigures, Notice, UnknownName
from som_model.projection.arrays import Inputs
from som_model.projection.figures import Array, Figures
from som_model.projection.inputs import inputs
from som_model.projection.model import Balance, balance
from som_model.projection.notices import notices
from som_model.resolved.titles import full_title
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import TOTAL, Payer, public_rows
from som_model.wording.shown import ShownInNotebooks


@dataclass(frozen=True, repr=False)
class Projection(ShownInNotebooks):
    """A scenario's ledger: arrays (payer, year) in kr. of the scenario's price year.

    Rows follow `payers` (municipality, region, state; citizen only when a counted line names it),
    columns `years`. A citizen's row stands in no total. Net = savings − programme cost; positive = gain.
    """

    scenario: Scenario
    """What was calculated."""
    inputs: Inputs
    """The scenario as arrays, before anything is multiplied."""
    balance: Balance
    """Savings and programme cost, whole and line by line, kr. (payer, year)."""
    notices: tuple[Notice, ...]
    """What the reader should know; they never stop a calculation."""
    asked: frozenset[str]
    """Addresses of the figures that counted lines use."""

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years shown: the columns of every array."""
        return self.scenario.period.calendar

    @property
    def payers(self) -> tuple[Payer, ...]:
        """The rows of every array: the public payers, then each other that a counted line names."""
        return self.inputs.payers

    @cached_property
    def public(self) -> list[int]:
        """The rows of the public payers."""
        return public_rows(self.payers)

    def row(self, payer: Payer) -> int:
        """The row of a payer. Raises UnknownName for a payer that no counted line names."""
        if payer not in self.payers:
            raise UnknownName(Message.of("unknown_payer", name=str(payer), known=self.payers))
        return self.payers.index(payer)

    @property
    def savings(self) -> Array:
        """Value of the changed units, kr. (payer, year)."""
        return self.balance.savings

    @property
    def programme_cost(self) -> Array:
        """Staffing and costs less residual value and saved alternative, with funding, kr. (payer, year)."""
        return self.balance.programme_cost

    @property
    def net(self) -> Array:
        """Savings less programme cost, kr. (payer, year)."""
        return self.balance.net

    @property
    def accumulated(self) -> Array:
        """Running sum of net over the years, undiscounted, kr. (payer, year)."""
        return np.cumsum(self.net, axis=-1)

    def total(self, by_payer: Array) -> Array:
        """The public purse: the public payers together, kr. (year,)."""
        total: Array = np.sum(by_payer[self.public], axis=0)
        return total

    @property
    def accumulated_net(self) -> float:
        """Accumulated net of the public purse at the end of the period, undiscounted kr."""
        return self.accumulated_net_by_payer[TOTAL]

    @property
    def discount_factors(self) -> Array:
        """factor[0] = 1, factor[t] = Π 1/(1 + r_i); base year = the first year shown. Shape (year,)."""
        return self.inputs.discount_factors

    @property
    def net_present_value(self) -> float:
        """Net of the public purse discounted to the first year shown, kr."""
        return self.net_present_value_by_payer[TOTAL]

    @property
    def accumulated_net_by_payer(self) -> dict[str, float]:
        """Accumulated net of each payer shown and of the public total, kr."""
        return self._by_payer(self.net.sum(axis=1))

    @property
    def net_present_value_by_payer(self) -> dict[str, float]:
        """Net present value of each payer shown and of the public total, kr."""
        return self._by_payer(self.net @ self.discount_factors)

    def _by_payer(self, amounts: Array) -> dict[str, float]:
        return {**{payer: float(amounts[i]) for i, payer in enumerate(self.payers)}, TOTAL: float(amounts[self.public].sum())}

    @property
    def benefit_cost_ratio(self) -> float | None:
        """Present value of savings / present value of programme cost; None when that cost is not above 0."""
        cost = float(self.total(self.programme_cost) @ self.discount_factors)
        if round(cost, 2) <= 0:
            return None
        return float(self.total(self.savings) @ self.discount_factors) / cost

    @cached_property
    def payback_by_payer(self) -> dict[str, int | None]:
        """The first year from which accumulated net stays at or above 0 to the end; None when never, or
        when the payer carries no programme cost. Keys: the public payers and total."""
        rows = {self.payers[row]: self._payback(self.savings[row], self.programme_cost[row]) for row in self.public}
        return {**rows, TOTAL: self._payback(self.total(self.savings), self.total(self.programme_cost))}

    @property
    def payback_year(self) -> int | None:
        """Payback year of the public total."""
        return self.payback_by_payer[TOTAL]

    @property
    def payback_years(self) -> int | None:
        """Years from the first year shown to payback, that year counted."""
        return None if self.payback_year is None else self.payback_year - self.years[0] + 1

    def _payback(self, savings: Array, cost: Array) -> int | None:
        """Sums rounded to 0.01 kr.; the search starts in the first year with savings or cost (method.md: Payback and ratio)."""
        if not np.any(np.round(cost, 2) > 0):
            return None
        moved = (np.round(savings, 2) != 0) | (np.round(cost, 2) != 0)
        start = int(np.argmax(moved))
        negative = np.flatnonzero(np.round(np.cumsum(savings - cost), 2)[start:] < 0)
        paid = start + (int(negative[-1]) + 1 if negative.size else 0)
        return self.years[paid] if paid < len(self.years) else None

    @property
    def participants(self) -> float | None:
        """All participants who start in the period; None where a figure is not known."""
        return _known(sum(float(group.participants.sum()) for group in self.balance.effects))

    @property
    def successes(self) -> float | None:
        """All successes beyond the baseline; None where a figure is not known."""
        return _known(sum(float(group.successes.sum()) for group in self.balance.effects))

    @property
    def net_per_participant(self) -> float | None:
        """Accumulated net of the public purse / all participants who started, kr."""
        return _ratio(self.accumulated_net, self.participants)

    @property
    def net_per_success(self) -> float | None:
        """Accumulated net of the public purse / successes, kr."""
        return _ratio(self.accumulated_net, self.successes)

    def __repr__(self) -> str:
        net = rounded_kroner(self.accumulated_net, "da")
        return f"<Projection {full_title(self.scenario)}: {net} {self.years[0]}-{self.years[-1]}>"


def project(scenario: Scenario) -> Projection:
    """The ledger of a scenario at its stated values: a pure function of it (method.md: The calculation).

    Raises MissingFigures with every address that is stated as unknown (null) and that a counted line uses.
    """
    if not isinstance(scenario, Scenario):
        raise TypeError(f"project takes a Scenario (read_scenario gives one), not {type(scenario).__name__}")
    figures = Figures()
    arrays = inputs(scenario, figures)
    refuse_unknown(scenario, figures)
    return Projection(scenario, arrays, balance(arrays), notices(scenario, figures.asked), frozenset(figures.asked))


def refuse_unknown(scenario: Scenario, figures: Figures) -> None:
    """Raises MissingFigures where a counted line asked for a figure that is stated as unknown."""
    if figures.missing:
        places = [(address, scenario.record.source.place(address)) for address in figures.missing]
        told = Message.of("missing_figure")
        raise MissingFigures(Finding(place.file, place.line, place.column, address, told) for address, place in places)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value


def _ratio(amount: float, count: float | None) -> float | None:
    return None if not count else amount / count
