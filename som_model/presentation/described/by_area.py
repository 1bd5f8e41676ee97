"""The municipality's net by budget area, because the service ceiling binds councils."""

from __future__ import annotations

from typing import get_args

import numpy as np

from som_model.errors import UnknownName
from som_model.presentation.described.amounts import in_kroner, year_columns
from som_model.presentation.described.lines import lines
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.resolved.transition import line_at
from som_model.scenario.quantities import Area
from som_model.scenario.scenario import Scenario
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.parties import PAYERS, Payer
from som_model.wording.table import label, phrase

ALWAYS: tuple[str, ...] = ("service", "transfers", "other")
NOT_STATED = "area_not_stated"


def area_of(scenario: Scenario, address: str) -> str:
    """The budget area of a line: its own, else its unit cost's, else not stated."""
    line = line_at(scenario, address)
    own = getattr(line, "area", None)
    reference = getattr(line, "unit_cost", None)
    if own is not None or reference is None:
        return own or NOT_STATED
    return scenario.unit_cost(reference).area or NOT_STATED


def net_by_area(projection: Projection, payer: Payer = "municipality") -> dict[str, Array]:
    """Net of one payer by budget area, kr. (year,); service, transfers and other always, further areas when used.

    Of a citizen whom no counted line names, 0.
    """
    row = PAYERS.index(payer)
    found: dict[str, Array] = {}
    for line in lines(projection) if payer in projection.payers else ():
        area = "prudence" if line.block == "prudence" else area_of(projection.scenario, line.address)
        found[area] = found.get(area, np.zeros(len(projection.years))) + line.amounts[row]
    order = [*get_args(Area), NOT_STATED, "prudence"]
    return {
        area: found.get(area, np.zeros(len(projection.years))) + 0.0
        for area in order
        if area in ALWAYS or (area in found and np.any(found[area] != 0))
    }


def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> Table:
    """Net of one payer by budget area and year in kr.; raises UnknownName for a payer that does not exist."""
    if payer not in PAYERS:
        raise UnknownName(Message.of("unknown_payer", name=payer, known=PAYERS))
    areas = net_by_area(projection, payer)
    rows: list[tuple[Cell, ...]] = [_row(label(area, language), amounts) for area, amounts in areas.items()]
    rows.append(
        _row(
            f"{label(payer, language)}, {phrase('total', language).lower()}", sum(areas.values(), np.zeros(len(projection.years)))
        )
    )
    title = phrase("by_area_title", language).format(payer=label(payer, language))
    return Table(
        name="by_area",
        title=f"{full_title(projection.scenario, language)}. {title}",
        unit=in_kroner(projection, language),
        columns=(Column("area", phrase("area", language), "text"), *year_columns(projection, language)),
        rows=tuple(rows),
        emphasised=(len(rows) - 1,),
    )


def _row(name: str, amounts: Array) -> tuple[Cell, ...]:
    years = [float(amount) for amount in amounts]
    return (name, *years, sum(years))
