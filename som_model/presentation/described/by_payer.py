"""Net of each payer, year by year; and the same as a running sum."""

from __future__ import annotations

from som_model.presentation.described.amounts import in_kroner, year_columns
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.table import label, phrase


def by_payer(projection: Projection, language: Language = "da") -> Table:
    """Net by payer and year in kr., the public total below; positive = gain."""
    rows = [(*row, sum(row[1:])) for row in _rows(projection, projection.net, language)]  # type: ignore[arg-type]
    return _table("by_payer", "net", projection, rows, (*year_columns(projection, language),), language)


def accumulated(projection: Projection, language: Language = "da") -> Table:
    """Accumulated net by payer and year in kr., undiscounted."""
    rows = _rows(projection, projection.accumulated, language)
    return _table("accumulated", "accumulated", projection, rows, year_columns(projection, language)[:-1], language)


def _rows(projection: Projection, amounts: Array, language: Language) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (label(payer, language), *(float(amount) for amount in amounts[i]))
        for i, payer in enumerate(projection.payers)
        if payer != "citizen"
    ]
    rows.append((phrase("public_total", language), *(float(amount) for amount in projection.total(amounts))))
    if "citizen" in projection.payers:
        rows.append((label("citizen", language), *(float(amount) for amount in amounts[-1])))
    return rows


def _table(
    name: str, words: str, projection: Projection, rows: list[tuple[Cell, ...]], years: tuple[Column, ...], language: Language
) -> Table:
    return Table(
        name=name,
        title=f"{full_title(projection.scenario, language)}: {phrase(words, language).lower()}",
        unit=in_kroner(projection, language),
        columns=(Column("payer", phrase("payer", language), "text"), *years),
        rows=tuple(rows),
        emphasised=(3,),
    )


def year_by_year(projection: Projection, language: Language = "da") -> Table:
    """A row for each year: cost and savings of the public purse, net of each payer and in all, and the running sum."""
    payers = [(payer, projection.net[i]) for i, payer in enumerate(projection.payers)]
    total = projection.total(projection.net)
    columns: list[tuple[str, str, Array]] = [
        ("programme_cost", phrase("programme_cost", language), -projection.total(projection.programme_cost)),
        ("savings", phrase("savings", language), projection.total(projection.savings)),
        *((str(payer), label(payer, language), net) for payer, net in payers if payer != "citizen"),
        ("total", phrase("total", language), total),
    ]
    rows: list[tuple[Cell, ...]] = [
        (str(year), *(float(amounts[t]) + 0.0 for _, _, amounts in columns), float(total[: t + 1].sum()))
        for t, year in enumerate(projection.years)
    ]
    rows.append((phrase("period_total", language), *(float(amounts.sum()) + 0.0 for _, _, amounts in columns), None))
    return Table(
        name="year_by_year",
        title=f"{full_title(projection.scenario, language)}: {phrase('by_payer', language).lower()}",
        unit=in_kroner(projection, language),
        columns=(
            Column("year", phrase("year", language), "text"),
            *(Column(key, name) for key, name, _ in columns),
            Column("accumulated", phrase("accumulated_short", language)),
        ),
        rows=tuple(rows),
        emphasised=(len(rows) - 1,),
    )
