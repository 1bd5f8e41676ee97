"""A budget as a table: each line of the municipality's budget that the programme changes, by year."""

from __future__ import annotations

from som_model.presentation.budget.budget import Budget
from som_model.presentation.described.table import Cell, Column, Table
from som_model.resolved.titles import full_title
from som_model.wording.table import Language, phrase


def budget_table(budget: Budget, language: Language = "da") -> Table:
    """A row for each line with its account, and their sum, kr. of the budget's price level; + expense, − income."""
    rows: list[tuple[Cell, ...]] = [(line.title.say(language), line.account or "", *line.amounts) for line in budget.lines]
    return Table(
        name="budget",
        title=full_title(budget.scenario, language),
        unit=phrase("budget_unit", language).format(price_year=budget.price_level.year),
        columns=(
            Column("line", phrase("budget_title", language), "text"),
            Column("account", phrase("budget_account", language), "text"),
            *(Column(str(year), str(year)) for year in budget.years),
        ),
        rows=(*rows, (phrase("total", language), "", *budget.totals)),
        emphasised=(len(budget.lines),),
    )
