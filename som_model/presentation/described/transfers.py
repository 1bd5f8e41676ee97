"""Who pays the programme and who gets what it saves: each payer's cost, savings and net over the whole period."""

from __future__ import annotations

from dataclasses import dataclass

from som_model.presentation.described.amounts import in_kroner
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.parties import PUBLIC_PAYERS, Payer
from som_model.wording.table import label, phrase


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


def accounts(projection: Projection) -> list[Account]:
    """One for each payer shown: the three public ones, then citizens where a counted line names them."""
    sums = (projection.programme_cost.sum(axis=1), projection.savings.sum(axis=1))
    return [Account(payer, float(sums[0][i]), float(sums[1][i])) for i, payer in enumerate(projection.payers)]


def transfers(projection: Projection, language: Language = "da") -> Table:
    """A row for each public payer and for all three together; a citizen, who stands in no total, last.

    A share is None where the total is not above 0, or where a part of it is below 0.
    """
    listed = accounts(projection)
    public = [account for account in listed if account.payer in PUBLIC_PAYERS]
    cost, savings = sum(account.cost for account in public), sum(account.savings for account in public)
    cost_whole = all(account.cost >= 0 for account in public) and cost > 0
    savings_whole = all(account.savings >= 0 for account in public) and savings > 0
    rows: list[tuple[Cell, ...]] = [
        (
            label(account.payer, language),
            account.cost,
            account.savings,
            account.net,
            account.cost / cost if cost_whole and account in public else None,
            account.savings / savings if savings_whole and account in public else None,
        )
        for account in listed
    ]
    whole = (1.0 if cost_whole else None, 1.0 if savings_whole else None)
    rows.insert(len(public), (phrase("public_total", language), cost, savings, savings - cost, *whole))
    return Table(
        name="transfers",
        title=f"{full_title(projection.scenario, language)}: {phrase('transfers_title', language).lower()}",
        unit=in_kroner(projection, language),
        columns=(
            Column("payer", phrase("payer", language), "text"),
            Column("programme_cost", phrase("programme_cost", language)),
            Column("savings", phrase("savings", language)),
            Column("net", phrase("net", language)),
            Column("share_of_cost", phrase("share_of_cost", language), "share"),
            Column("share_of_savings", phrase("share_of_savings", language), "share"),
        ),
        rows=tuple(rows),
        emphasised=(len(public),),
    )
