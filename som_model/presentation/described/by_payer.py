"""Who gains and who pays: net of each payer by year, the running sum, and cost and savings over the whole period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from som_model.presentation.described.amounts import in_kroner, payer_title, scenario_names, table_title, year_columns
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.wording.parties import TOTAL, Payer, is_public
from som_model.wording.table import Language, label, phrase

BY_YEAR = ("scenario", "variant", "payer", "year", "price_year", "programme_cost", "savings", "net", "accumulated")


def in_order(projection: Projection) -> tuple[str, ...]:
    """The public payers, their total, then those who stand in no total."""
    private = (payer for payer in projection.payers if not is_public(payer))
    return (*(projection.payers[row] for row in projection.public), TOTAL, *private)


def of_payer(projection: Projection, by_payer: Array, payer: str) -> Array:
    """A payer's row of an array by payer, or the public total."""
    row: Array = projection.total(by_payer) if payer == TOTAL else by_payer[projection.row(payer)]
    return row


def carries_cost(projection: Projection, payer: str) -> bool:
    """Whether a payer has programme cost above 0 in any year, so that there is something to earn back."""
    return bool((of_payer(projection, projection.programme_cost, payer).round(2) > 0).any())


@as_frame
def by_payer(projection: Projection, language: Language = "da") -> Table:
    """Net by payer and year, kr., and the public total."""
    rows = [[float(amount) for amount in of_payer(projection, projection.net, payer)] for payer in in_order(projection)]
    sums = [[*amounts, sum(amounts)] for amounts in rows]
    return _table("by_payer", "net", projection, sums, year_columns(projection, language), language)


@as_frame
def accumulated(projection: Projection, language: Language = "da") -> Table:
    """Accumulated net by payer and year, kr., undiscounted."""
    rows = [[float(amount) for amount in of_payer(projection, projection.accumulated, payer)] for payer in in_order(projection)]
    return _table("accumulated", "accumulated", projection, rows, year_columns(projection, language)[:-1], language)


def _table(
    name: str, words: str, projection: Projection, rows: Sequence[list[float]], years: tuple[Column, ...], language: Language
) -> Table:
    payers = in_order(projection)
    return Table(
        name=name,
        title=table_title(projection.scenario, words, language),
        unit=in_kroner(projection.scenario, language),
        columns=(Column("payer", phrase("payer", language), "text"), *years),
        rows=tuple((payer_title(payer, language), *amounts) for payer, amounts in zip(payers, rows, strict=True)),
        emphasised=(payers.index(TOTAL),),
    )


def year_by_year(projection: Projection, language: Language = "da") -> Table:
    """A row for each year: cost and savings of the public purse, net of each payer and in all, the running sum, and the net
    of those who stand in no total."""
    total, accumulated = projection.total(projection.net), projection.total(projection.accumulated)
    private = [row for row in range(len(projection.payers)) if row not in projection.public]
    columns: list[tuple[str, str, Array]] = [
        ("programme_cost", phrase("programme_cost", language), -projection.total(projection.programme_cost)),
        ("savings", phrase("savings", language), projection.total(projection.savings)),
        *((projection.payers[row], label(projection.payers[row], language), projection.net[row]) for row in projection.public),
        ("total", phrase("total", language), total),
    ]
    rows: list[tuple[Cell, ...]] = [
        (
            str(year),
            *(float(amounts[t]) + 0.0 for _, _, amounts in columns),
            float(accumulated[t]),
            *(float(projection.net[row, t]) for row in private),
        )
        for t, year in enumerate(projection.years)
    ]
    whole = (float(amounts.sum()) + 0.0 for _, _, amounts in columns)
    rows.append((phrase("period_total", language), *whole, None, *(float(projection.net[row].sum()) for row in private)))
    return Table(
        name="year_by_year",
        title=table_title(projection.scenario, "by_payer", language),
        unit=in_kroner(projection.scenario, language),
        columns=(
            Column("year", phrase("year", language), "text"),
            *(Column(key, name) for key, name, _ in columns),
            Column("accumulated", phrase("accumulated_short", language)),
            *(Column(projection.payers[row], label(projection.payers[row], language)) for row in private),
        ),
        rows=tuple(rows),
        emphasised=(len(rows) - 1,),
    )


def by_year(projections: Iterable[Projection], language: Language | None = None) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """(header, rows) for other programs, kr.: a row for each payer and year; payer `total` is the public purse.

    language: None gives stable names and unrounded amounts for programs; a language gives its words
    and amounts rounded to 0.01 for a reader's spreadsheet.
    """
    rows: list[tuple[Cell, ...]] = []
    for projection in projections:
        names, price_year = scenario_names(projection.scenario, language), projection.scenario.price_year
        parts = (projection.programme_cost, projection.savings, projection.net, projection.accumulated)
        for payer in (*projection.payers, TOTAL):
            amounts = [of_payer(projection, part, payer) for part in parts]
            whose = payer if language is None else label(payer, language)
            for t, year in enumerate(projection.years):
                figures = [float(line[t]) if language is None else round(float(line[t]), 2) for line in amounts]
                rows.append((*names, whose, year, price_year, *figures))
    return [name if language is None else label(name, language) for name in BY_YEAR], rows


@dataclass(frozen=True, slots=True)
class Account:
    """What one payer pays and gets over the whole period, kr., undiscounted; both positive as in the projection."""

    payer: Payer
    cost: float
    savings: float

    @property
    def net(self) -> float:
        """Savings less cost, kr.; positive = gain."""
        return self.savings - self.cost

    def title(self, language: Language) -> str:
        """Whose it is: 'Kommune', 'Det offentlige i alt'."""
        return payer_title(self.payer, language)


class Accounts(NamedTuple):
    """Each public payer, the public purse, and each other whom a counted line names."""

    public: list[Account]
    total: Account
    private: list[Account]


def accounts(projection: Projection) -> Accounts:
    """What each pays and gets, kr. over the whole period."""
    costs, savings = projection.programme_cost.sum(axis=1), projection.savings.sum(axis=1)
    every = [Account(payer, float(costs[i]), float(savings[i])) for i, payer in enumerate(projection.payers)]
    public = [account for account in every if is_public(account.payer)]
    total = Account(TOTAL, sum(account.cost for account in public), sum(account.savings for account in public))
    return Accounts(public, total, [account for account in every if not is_public(account.payer)])


@as_frame
def transfers(projection: Projection, language: Language = "da") -> Table:
    """Programme cost, savings and net of each payer and of the public purse over the whole period, kr., undiscounted; and
    each payer's share, 0 to 1, of the public purse's cost and savings.

    A share is missing where that total is not above 0 or a payer's part of it is below 0.
    """
    public, total, private = accounts(projection)
    of_cost = total.cost if all(account.cost >= 0 for account in public) and total.cost > 0 else None
    of_savings = total.savings if all(account.savings >= 0 for account in public) and total.savings > 0 else None

    def row(account: Account, *, shared: bool = True) -> tuple[Cell, ...]:
        shares = (
            account.cost / of_cost if shared and of_cost is not None else None,
            account.savings / of_savings if shared and of_savings is not None else None,
        )
        return (account.title(language), account.cost, account.savings, account.net, *shares)

    amounts = ("programme_cost", "savings", "net")
    return Table(
        name="transfers",
        title=table_title(projection.scenario, "transfers_title", language),
        unit=in_kroner(projection.scenario, language),
        columns=(
            Column("payer", phrase("payer", language), "text"),
            *(Column(key, phrase(key, language)) for key in amounts),
            *(Column(key, phrase(key, language), "share") for key in ("share_of_cost", "share_of_savings")),
        ),
        rows=(*map(row, (*public, total)), *(row(account, shared=False) for account in private)),
        emphasised=(len(public),),
    )
