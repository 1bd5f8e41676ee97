"""Scenarios side by side: the figures of a decision, one column each."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.analysis.comparison import Comparison
from som_model.presentation.described.amounts import payer_title
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.by_payer import carries_cost
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.presentation.key_figures import KEY_FIGURES, KeyFigure
from som_model.projection.projection import Projection
from som_model.resolved.titles import scenario_title
from som_model.scenario.estimate import Share
from som_model.wording.numbers import percent
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import Language, phrase


@as_frame
def comparison(compared: Comparison, language: Language = "da") -> Table:
    """The figures of a decision, one column for each projection; differences when there is a reference."""
    return _side_by_side(compared, compared.titles(language), language)


def figures(projection: Projection, language: Language = "da") -> Table:
    """The figures of one projection; the one column is headed by the word for value where the title names the scenario."""
    compared = Comparison((projection,))
    variant = projection.scenario.variant is not None
    return _side_by_side(compared, compared.titles(language) if variant else [phrase("value", language)], language)


def _side_by_side(compared: Comparison, heads: Sequence[str], language: Language) -> Table:
    prudent = any(projection.scenario.prudence is not None for projection in compared)
    shown = [figure for figure in KEY_FIGURES if prudent or figure.part != "before_prudence"]
    rows: list[tuple[Cell, ...]] = [
        (_label(figure, compared, language), *(_cell(figure, projection, language) for projection in compared))
        for figure in shown
    ]
    kinds: list[Kind] = [figure.kind for figure in shown]
    if compared.reference is not None:
        reference = compared.titles(language)[compared.reference]
        differences = [compared.difference(i) for i in range(len(compared))]
        for payer in (*PUBLIC_PAYERS, TOTAL):
            row = slice(None) if payer == TOTAL else PUBLIC_PAYERS.index(payer)
            name = phrase("difference_from", language).format(name=payer_title(payer, language), reference=reference)
            rows.append((name, *(float(difference[row].sum()) for difference in differences)))
            kinds.append("kroner")
    names = dict.fromkeys(scenario_title(projection.scenario, language) for projection in compared)
    years = dict.fromkeys(f"{projection.years[0]}-{projection.years[-1]}" for projection in compared)
    price_years = dict.fromkeys(str(projection.scenario.price_year) for projection in compared)
    return Table(
        name="comparison",
        title=f"{' / '.join(names)}, {' / '.join(years)}",
        unit=phrase("price_level", language).format(unit=phrase("kr", language), price_year=" / ".join(price_years)),
        columns=(
            Column("figure", phrase("figure", language), "text"),
            *(Column(f"scenario_{i + 1}", head, "mixed") for i, head in enumerate(heads)),
        ),
        rows=tuple(rows),
        emphasised=tuple(i for i, figure in enumerate(shown) if figure.part == "answer"),
        kinds=tuple(kinds),
    )


def _label(figure: KeyFigure, compared: Comparison, language: Language) -> str:
    """The net present value names the rate that all columns share, because the figures around it are not discounted."""
    rates = [projection.scenario.discount_rate for projection in compared]
    if figure.key != "net_present_value" or len(set(map(str, rates))) > 1:
        return figure.label(language)
    [rate] = rates[:1]
    stated = percent(rate.value or 0.0, language) if isinstance(rate, Share) else rate
    return f"{figure.label(language)} ({stated})"


def _cell(figure: KeyFigure, projection: Projection, language: Language) -> Cell:
    """The figure; where its payer does not get its money back, why there is no year."""
    value = figure.value(projection)
    if figure.kind != "year" or value is not None:
        return value
    return phrase("payback_never" if carries_cost(projection, figure.payer) else "payback_none", language)
