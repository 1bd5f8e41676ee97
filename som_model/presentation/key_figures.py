"""The figures of a decision, each once: its name, what it is called, how it is written, and how a projection gives it.

Comparison, JSON, notebook and the workbook's overview show every one of KEY_FIGURES, what is added here too, with its words;
the brief shows those that its sentences name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal, NamedTuple, TypeAlias

from som_model.projection.projection import Projection
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import Language, label, phrase

Part: TypeAlias = Literal["citizens", "flows", "answer", "before_prudence", "payers", "decision", "each"]
"""What a figure tells of: how many citizens, the public purse's cost and savings, its net, that net before an allowance for
optimism, each payer's, what helps to decide, and the net of each citizen."""
Kind: TypeAlias = Literal["kroner", "ratio", "count", "year"]


class KeyFigure(NamedTuple):
    """A figure of a decision."""

    key: str
    """Its name, in the JSON of `som run` too; accumulated_net.PAYER and payback.PAYER stand there by payer."""
    part: Part
    kind: Kind
    """How it is written: whole kr., a ratio, a number of citizens, or a year."""
    value: Callable[[Projection], float | int | None]
    """What a projection gives; None where it is not defined, or not known."""
    words: str = ""
    """Its label in the table of words, where that is not its key."""
    payer: str = TOTAL
    """Whose it is."""
    formula: str = ""
    """The name of its formula in the workbook, where that is not its key."""

    @property
    def cell(self) -> str:
        """The name of its formula in the workbook."""
        return self.formula or self.key

    def label(self, language: Language) -> str:
        """What readers call it: 'Akkumuleret nettoresultat', 'heraf kommune'."""
        if self.part == "payers":
            return phrase("of_which", language).format(payer=label(self.payer, language).lower())
        return phrase(self.words or self.key, language)


def _in_total(of: str, projection: Projection) -> float:
    return float(projection.total(getattr(projection, of)).sum())


def _of_payer(payer: str, projection: Projection) -> float:
    return projection.accumulated_net_by_payer[payer]


def _payback(payer: str, projection: Projection) -> int | None:
    return projection.payback_by_payer[payer]


def _before_prudence(projection: Projection) -> float:
    """Accumulated net before what prudence takes off savings and puts on cost."""
    balance = projection.balance
    return projection.accumulated_net - float(projection.total(balance.prudence_on_savings - balance.prudence_on_cost).sum())


KEY_FIGURES: tuple[KeyFigure, ...] = (
    KeyFigure("participants", "citizens", "count", lambda projection: projection.participants),
    KeyFigure("successes", "citizens", "count", lambda projection: projection.successes),
    KeyFigure("programme_cost", "flows", "kroner", partial(_in_total, "programme_cost")),
    KeyFigure("savings", "flows", "kroner", partial(_in_total, "savings")),
    KeyFigure("accumulated_net", "answer", "kroner", lambda projection: projection.accumulated_net),
    KeyFigure("net_before_prudence", "before_prudence", "kroner", _before_prudence),
    *(
        KeyFigure(f"accumulated_net.{payer}", "payers", "kroner", partial(_of_payer, payer), payer=payer)
        for payer in PUBLIC_PAYERS
    ),
    KeyFigure("net_present_value", "decision", "kroner", lambda projection: projection.net_present_value),
    KeyFigure("benefit_cost_ratio", "decision", "ratio", lambda projection: projection.benefit_cost_ratio),
    KeyFigure("payback_year", "decision", "year", partial(_payback, TOTAL), formula="payback.total"),
    KeyFigure(
        "payback.municipality",
        "decision",
        "year",
        partial(_payback, "municipality"),
        words="payback_municipality",
        payer="municipality",
    ),
    KeyFigure("net_per_participant", "each", "kroner", lambda projection: projection.net_per_participant),
    KeyFigure("net_per_success", "each", "kroner", lambda projection: projection.net_per_success),
)
"""In the order in which readers meet them: who is helped, what it costs and saves, what is left, for whom, and by when."""


def figures_of(*parts: Part) -> Iterator[KeyFigure]:
    """The key figures of these parts, part by part."""
    for part in parts:
        yield from (figure for figure in KEY_FIGURES if figure.part == part)
