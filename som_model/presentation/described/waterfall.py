"""From cost to net: what the programme costs, what each consequence adds or takes, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from som_model.presentation.described.amounts import in_kroner, payer_title
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.by_payer import of_payer
from som_model.presentation.described.drivers import payer_named
from som_model.presentation.described.ledger import LedgerLine, lines, names
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.parties import TOTAL
from som_model.wording.table import Language, phrase


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

    def amount(line: LedgerLine) -> float:
        return float(of_payer(projection, line.amounts, payer).sum()) + 0.0

    allowed = [line for line in listed if line.block == "prudence"]
    costs = [amount(line) for line in listed if line.part == "programme_cost" and line.block != "prudence"]
    consequences = [
        Part("consequences", named[line.address, line.block], amount(line))
        for line in listed
        if line.part == "savings" and line.block != "prudence"
    ]
    before = any(line.part == "programme_cost" for line in allowed)
    cost = phrase("waterfall_cost_before" if before else "programme_cost", language)
    prudence = Part("prudence", phrase("prudence", language), sum(amount(line) for line in allowed))
    return [
        Part("programme_cost", cost, sum(costs)),
        *sorted(consequences, key=lambda part: -abs(part.amount)),
        *([prudence] if allowed else []),
    ]


@as_frame
def waterfall(projection: Projection, language: Language = "da", payer: str = "total") -> Table:
    """From programme cost to net over the whole period: a row for the cost, for each counted consequence, the largest
    first, and for an allowance for optimism; kr., and the net reached with each. Last, the accumulated net.

    payer: whose; the public purse in total unless given. Raises UnknownName for another payer.
    """
    rows: list[tuple[Cell, ...]] = []
    reached = 0.0
    for part in parts(projection, language, payer):
        reached += part.amount
        rows.append((part.name, phrase(part.kind, language), part.amount, reached))
    net = projection.accumulated_net_by_payer[payer]
    rows.append((phrase("net", language), phrase("net", language), net, net))
    whose = payer_title(payer, language).lower()
    return Table(
        name="waterfall",
        title=phrase("waterfall_title", language).format(title=full_title(projection.scenario, language), whose=whose),
        unit=in_kroner(projection.scenario, language),
        columns=(
            *(Column(key, phrase(key, language), "text") for key in ("line", "block")),
            Column("amount", phrase("amount", language)),
            Column("reached", phrase("waterfall_reached", language)),
        ),
        rows=tuple(rows),
        emphasised=(len(rows) - 1,),
    )
