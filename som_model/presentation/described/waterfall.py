"""From cost to net: what the programme costs, what each consequence adds or takes, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from som_model.presentation.described.amounts import in_kroner
from som_model.presentation.described.drivers import payer_named
from som_model.presentation.described.lines import Line, lines, names
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.parties import PAYERS, TOTAL
from som_model.wording.table import label, phrase


@dataclass(frozen=True, slots=True)
class Part:
    """One step: the cost, a consequence or the allowance for optimism, kr. over the whole period; positive = gain."""

    kind: Literal["programme_cost", "consequences", "prudence"]
    name: str
    amount: float


def parts(projection: Projection, language: Language, payer: str = TOTAL) -> list[Part]:
    """Cost, then the consequences, the largest first, then prudence where there is one: they sum to accumulated net.

    payer: whose; the public purse in total unless given. Raises UnknownName for a payer that stands in no total.
    """
    payer_named(payer)
    named, listed = names(projection, language), list(lines(projection))
    allowed = [line for line in listed if line.block == "prudence"]
    costs = [line for line in listed if line.part == "programme_cost" and line.block != "prudence"]
    consequences = [
        Part("consequences", named[line.address, line.block], _of(projection, line, payer))
        for line in listed
        if line.part == "savings" and line.block != "prudence"
    ]
    before = any(line.part == "programme_cost" for line in allowed)
    cost = phrase("waterfall_cost_before" if before else "programme_cost", language)
    prudence = Part("prudence", phrase("prudence", language), sum(_of(projection, line, payer) for line in allowed))
    return [
        Part("programme_cost", cost, sum(_of(projection, line, payer) for line in costs)),
        *sorted(consequences, key=lambda part: -abs(part.amount)),
        *([prudence] if allowed else []),
    ]


def waterfall(projection: Projection, language: Language = "da", payer: str = TOTAL) -> Table:
    """A row for each step: kr. over the whole period, and the net that has been reached with it; last, net."""
    rows: list[tuple[Cell, ...]] = []
    reached = 0.0
    for part in parts(projection, language, payer):
        reached += part.amount
        rows.append((part.name, phrase(part.kind, language), part.amount, reached))
    net = projection.accumulated_net_by_payer[payer]
    rows.append((phrase("net", language), phrase("net", language), net, net))
    title = phrase("waterfall_title", language).format(
        title=full_title(projection.scenario, language), whose=whose(payer, language).lower()
    )
    return Table(
        name="waterfall",
        title=title,
        unit=in_kroner(projection, language),
        columns=(
            Column("line", phrase("line", language), "text"),
            Column("block", phrase("block", language), "text"),
            Column("amount", phrase("amount", language)),
            Column("reached", phrase("waterfall_reached", language)),
        ),
        rows=tuple(rows),
        emphasised=(len(rows) - 1,),
    )


def whose(payer: str, language: Language) -> str:
    """'Det offentlige i alt', 'Kommune'"""
    return phrase("public_total", language) if payer == TOTAL else label(payer, language)


def _of(projection: Projection, line: Line, payer: str) -> float:
    """Kr. of one payer, or of the public purse, over the whole period."""
    amounts = projection.total(line.amounts) if payer == TOTAL else line.amounts[[str(each) for each in PAYERS].index(payer)]
    return float(amounts.sum()) + 0.0
