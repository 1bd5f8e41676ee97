"""Charts as matplotlib figures, one function for each; where a table holds its numbers, both have one name.

Amounts are shown in mio. kr., 1.000 kr. or kr., whichever suits the largest of them, in the scenario's
price year; positive = gain. Texts and numbers follow `language` ("da" or "en"). `save` in
som_model.presentation.saving writes a figure as svg, png or pdf.

Each is drawn where it is written, marked by `@chart`; its two lines here give it its name under `som.charts`, loaded with
matplotlib when it is asked for. What `som chart` draws it from, and which options it takes, follow from its arguments.
"""
# ruff: noqa: PLC0414 — `name as name` is how a type checker sees that a name is handed on

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from som_model.presentation.drawn.accumulated import accumulated as accumulated
    from som_model.presentation.drawn.columns import by_area as by_area
    from som_model.presentation.drawn.columns import by_payer as by_payer
    from som_model.presentation.drawn.drivers import drivers as drivers
    from som_model.presentation.drawn.fan import fan as fan
    from som_model.presentation.drawn.grid import grid as grid
    from som_model.presentation.drawn.information import value_of_information as value_of_information
    from som_model.presentation.drawn.information_sample import sample_information as sample_information
    from som_model.presentation.drawn.learned import learned as learned
    from som_model.presentation.drawn.payback import payback as payback
    from som_model.presentation.drawn.rows import comparison as comparison
    from som_model.presentation.drawn.rows import ledger as ledger
    from som_model.presentation.drawn.simulation import simulation as simulation
    from som_model.presentation.drawn.steps import waterfall as waterfall
    from som_model.presentation.drawn.tornado import tornado as tornado
    from som_model.presentation.drawn.transfers import transfers as transfers

IN_ORDER: dict[str, str] = {
    "transfers": "transfers",
    "waterfall": "steps",
    "ledger": "rows",
    "accumulated": "accumulated",
    "by_payer": "columns",
    "by_area": "columns",
    "comparison": "rows",
    "drivers": "drivers",
    "tornado": "tornado",
    "grid": "grid",
    "simulation": "simulation",
    "fan": "fan",
    "payback": "payback",
    "value_of_information": "information",
    "sample_information": "information_sample",
    "learned": "learned",
}
"""Chart → the module that draws it, in the order of the gallery."""

__all__ = sorted(IN_ORDER)  # noqa: PLE0605 — one list of names, in two orders


def __getattr__(name: str) -> Any:
    if name not in IN_ORDER:
        raise AttributeError(f"module 'som_model.presentation.charts' has no attribute {name!r}")
    return getattr(import_module(f"som_model.presentation.drawn.{IN_ORDER[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
