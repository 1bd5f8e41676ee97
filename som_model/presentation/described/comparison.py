"""Variants side by side: the figures of a decision, one column each."""

from __future__ import annotations

from som_model.analysis.comparison import Comparison
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.projection.projection import Projection
from som_model.resolved.titles import scenario_title
from som_model.scenario.estimate import Share
from som_model.wording.language import Language
from som_model.wording.numbers import percent
from som_model.wording.parties import PUBLIC_PAYERS
from som_model.wording.table import label, phrase


def comparison(compared: Comparison, language: Language = "da", *, single: bool = False) -> Table:
    """Figures as rows, projections as columns; differences in accumulated net when there is a reference.

    single: the one column is headed by the word for value, because the title already names the scenario.
    """
    one_rate = len({str(projection.scenario.discount_rate) for projection in compared}) == 1
    allowed = any(projection.scenario.prudence is not None for projection in compared)
    columns = [_figures(projection, language, name_rate=one_rate, allowed=allowed) for projection in compared]
    labels = [name for name, _, _ in columns[0]]
    kinds: list[Kind] = [kind for _, kind, _ in columns[0]]
    rows: list[tuple[Cell, ...]] = [(name, *(column[i][2] for column in columns)) for i, name in enumerate(labels)]
    if compared.reference is not None:
        reference = compared.titles(language)[compared.reference]
        for row, payer in enumerate(PUBLIC_PAYERS):
            amounts = [float(compared.difference(i)[row].sum()) for i in range(len(compared))]
            rows.append((_difference(label(payer, language), reference, language), *amounts))
        rows.append(
            (
                _difference(phrase("public_total", language), reference, language),
                *(float(compared.difference(i).sum()) for i in range(len(compared))),
            )
        )
        kinds += ["kroner"] * 4
    names = list(dict.fromkeys(scenario_title(projection.scenario, language) for projection in compared))
    return Table(
        name="comparison",
        title=f"{' / '.join(names)}, {_years(compared)}",
        unit=phrase("price_level", language).format(unit=phrase("kr", language), price_year=_price_years(compared)),
        columns=(
            Column("figure", phrase("figure", language), "text"),
            *(
                Column(f"scenario_{i + 1}", title, "mixed")
                for i, title in enumerate([phrase("value", language)] if single else compared.titles(language))
            ),
        ),
        rows=tuple(rows),
        emphasised=(labels.index(phrase("accumulated_net", language)),),
        kinds=tuple(kinds),
    )


def _difference(name: str, reference: str, language: Language) -> str:
    return phrase("difference_from", language).format(name=name, reference=reference)


def _years(compared: Comparison) -> str:
    return " / ".join(dict.fromkeys(f"{each.years[0]}-{each.years[-1]}" for each in compared))


def _price_years(compared: Comparison) -> str:
    return " / ".join(dict.fromkeys(str(each.scenario.price_year) for each in compared))


def _figures(projection: Projection, language: Language, *, name_rate: bool, allowed: bool) -> list[tuple[str, Kind, Cell]]:
    """(label, kind, value) of each figure of one projection."""
    accumulated = phrase("accumulated_net", language)
    by_payer = [
        (phrase("of_which", language).format(payer=label(payer, language).lower()), "kroner", float(projection.net[i].sum()))
        for i, payer in enumerate(PUBLIC_PAYERS)
    ]
    before: list[tuple[str, Kind, Cell]] = []
    if allowed:
        before.append((phrase("net_before_prudence", language), "kroner", _without_allowance(projection)))
    figures: list[tuple[str, Kind, Cell]] = [
        (phrase("participants", language), "count", projection.participants),
        (phrase("successes", language), "count", projection.successes),
        (phrase("programme_cost", language), "kroner", float(projection.total(projection.programme_cost).sum())),
        (phrase("savings", language), "kroner", float(projection.total(projection.savings).sum())),
        (accumulated, "kroner", projection.accumulated_net),
        *before,
        *by_payer,  # type: ignore[list-item]
        (_present_value(projection, language, name_rate=name_rate), "kroner", projection.net_present_value),
        (phrase("benefit_cost_ratio", language), "ratio", projection.benefit_cost_ratio),
        (phrase("payback_year", language), "year", _payback(projection, "total", language)),
        (phrase("payback_municipality", language), "year", _payback(projection, "municipality", language)),
        (phrase("net_per_participant", language), "kroner", projection.net_per_participant),
        (phrase("net_per_success", language), "kroner", projection.net_per_success),
    ]
    return figures


def _without_allowance(projection: Projection) -> float:
    """Accumulated net before what prudence takes off savings and puts on cost."""
    balance = projection.balance
    return projection.accumulated_net - float(projection.total(balance.prudence_on_savings - balance.prudence_on_cost).sum())


def _present_value(projection: Projection, language: Language, *, name_rate: bool) -> str:
    """The label names the rate that all columns share, because the figures around it are not discounted."""
    rate = projection.scenario.discount_rate
    if not name_rate:
        return phrase("net_present_value", language)
    if isinstance(rate, Share):
        return f"{phrase('net_present_value', language)} ({percent(rate.value or 0.0, language)})"
    return f"{phrase('net_present_value', language)} ({rate})"


def _payback(projection: Projection, payer: str, language: Language) -> Cell:
    """The year the municipality, or the public purse, has its own money back, or why there is none."""
    year = projection.payback_by_payer[payer]
    if year is not None:
        return year
    cost = projection.total(projection.programme_cost) if payer == "total" else projection.programme_cost[0]
    pays = bool((cost.round(2) > 0).any())
    return phrase("payback_never" if pays else "payback_none", language)
