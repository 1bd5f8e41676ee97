"""What the result consists of: every counted line by payer and year; and one payer's net by budget area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from som_model.errors import UnknownName
from som_model.presentation.described.amounts import in_kroner, table_title, year_columns
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title, group_title
from som_model.scenario.quantities import Area
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.parties import PAYERS, Payer
from som_model.wording.table import Language, label, phrase

NAMED_BLOCKS = ("residual", "saved_alternative", "funding")
"""Parts of the programme whose sign would surprise a reader who is not told what they are."""
ALWAYS: tuple[str, ...] = ("service", "transfers", "other")
"""Budget areas that are shown also where nothing falls in them."""
NOT_STATED = "area_not_stated"
AREAS: tuple[str, ...] = (*get_args(Area), NOT_STATED, "prudence")
"""In the order in which they are shown; the allowance for optimism falls in none, and stands last."""


@dataclass(frozen=True)
class LedgerLine:
    """A counted line, or what prudence adds, with a sign that adds up to net."""

    part: Literal["savings", "programme_cost"]
    address: str
    """The line's address; `prudence` for the allowance for optimism."""
    block: str
    amounts: Array
    """Kr. (payer, year), rows as the projection's; positive = gain."""


def lines(projection: Projection) -> Iterator[LedgerLine]:
    """Savings first, then cost; the allowance for optimism last in each, where there is one."""
    balance = projection.balance
    for line, amounts in zip(projection.inputs.consequences, balance.savings_by_line, strict=True):
        yield LedgerLine("savings", line.address, line.block, amounts)
    if balance.prudence_on_savings.any():
        yield LedgerLine("savings", "prudence", "prudence", balance.prudence_on_savings)
    for line, amounts in zip(projection.inputs.programme, balance.cost_by_line, strict=True):
        yield LedgerLine("programme_cost", line.address, line.block, -amounts)
    if balance.prudence_on_cost.any():
        yield LedgerLine("programme_cost", "prudence", "prudence", -balance.prudence_on_cost)


def title(projection: Projection, line: LedgerLine, language: Language) -> str:
    """What readers see as the line's name."""
    if line.block == "prudence":
        return phrase("prudence", language)
    name = projection.scenario.line(line.address).title(language)
    return f"{name} ({phrase(line.block, language).lower()})" if line.block in NAMED_BLOCKS else name


def names(projection: Projection, language: Language) -> dict[tuple[str, str], str]:
    """(address, block) → title; the target group beside it where two lines share one."""
    titles = {(line.address, line.block): title(projection, line, language) for line in lines(projection)}
    shared = Counter(titles.values())
    return {
        key: f"{name} ({group_title(projection.scenario, key[0].split('.')[1], language)})"
        if shared[name] > 1 and key[1] == "consequences"
        else name
        for key, name in titles.items()
    }


def uncounted(scenario: Scenario) -> Iterator[str]:
    """Addresses of lines that are shown without an amount."""
    return (line.address for line in scenario.lines if not line.counted)


@as_frame
def ledger(projection: Projection, language: Language = "da") -> Table:
    """Every counted line by payer and year, kr.; savings positive, cost negative, so that it adds up to net."""
    rows: list[tuple[Cell, ...]] = []
    sums: list[int] = []
    public = phrase("public_total", language)
    for part, sign, whole in (("savings", 1.0, projection.savings), ("programme_cost", -1.0, projection.programme_cost)):
        block = phrase(part, language)
        for line in lines(projection):
            if line.part == part:
                name = title(projection, line, language)
                touched = [row for row in range(len(projection.payers)) if line.amounts[row].any()]
                rows += [_row(block, name, label(projection.payers[row], language), amounts=line.amounts[row]) for row in touched]
                if not touched:
                    rows.append(_row(block, name, "", amounts=0.0 * line.amounts[0]))
        sums.append(len(rows))
        rows.append(_row(block, block, public, amounts=sign * projection.total(whole)))
    for address in uncounted(projection.scenario):
        named = projection.scenario.line(address).title(language)
        rows.append((phrase("not_counted", language), named, "", *(None,) * (len(projection.years) + 1)))
    sums.append(len(rows))
    net = phrase("net", language)
    rows.append(_row(net, net, public, amounts=projection.total(projection.net)))
    return Table(
        name="ledger",
        title=table_title(projection.scenario, "ledger", language),
        unit=in_kroner(projection.scenario, language),
        columns=(
            *(Column(key, phrase(key, language), "text") for key in ("block", "line", "payer")),
            *year_columns(projection, language),
        ),
        rows=tuple(rows),
        emphasised=tuple(sums),
    )


def _row(*words: str, amounts: Array) -> tuple[Cell, ...]:
    years = [float(amount) + 0.0 for amount in amounts]
    return (*words, *years, sum(years))


def area_of(scenario: Scenario, counted: LedgerLine) -> str:
    """The budget area of a line: its own, else its unit cost's, else not stated; `prudence` of the allowance for optimism."""
    if counted.block == "prudence":
        return "prudence"
    line = scenario.line(counted.address)
    own: str | None = getattr(line.stated, "area", None)
    return own or (line.unit_cost.area if line.unit_cost is not None else None) or NOT_STATED


def net_by_area(projection: Projection, payer: Payer = "municipality") -> dict[str, Array]:
    """Net of one payer by budget area, kr. (year,); service, transfers and other always, further areas when used.

    Of a payer whom no counted line names, 0. Raises UnknownName for a payer that does not exist.
    """
    if payer not in PAYERS:
        raise UnknownName(Message.of("unknown_payer", name=payer, known=PAYERS))
    nothing = np.zeros(len(projection.years))
    by_area: dict[str, Array] = {}
    for line in lines(projection) if payer in projection.payers else ():
        area = area_of(projection.scenario, line)
        by_area[area] = by_area.get(area, nothing) + line.amounts[projection.row(payer)]
    return {area: by_area.get(area, nothing) + 0.0 for area in AREAS if area in ALWAYS or np.any(by_area.get(area, nothing) != 0)}


@as_frame
def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> Table:
    """One payer's net by budget area and year, kr.; the municipality's unless named.

    Raises UnknownName for a payer that does not exist.
    """
    areas = net_by_area(projection, payer)
    whole = f"{label(payer, language)}, {phrase('total', language).lower()}"
    rows = [_row(label(area, language), amounts=amounts) for area, amounts in areas.items()]
    rows.append(_row(whole, amounts=sum(areas.values(), np.zeros(len(projection.years)))))
    of_payer = phrase("by_area_title", language).format(payer=label(payer, language))
    return Table(
        name="by_area",
        title=f"{full_title(projection.scenario, language)}. {of_payer}",
        unit=in_kroner(projection.scenario, language),
        columns=(Column("area", phrase("area", language), "text"), *year_columns(projection, language)),
        rows=tuple(rows),
        emphasised=(len(rows) - 1,),
    )
