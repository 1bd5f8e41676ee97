"""Tables as pandas DataFrames, one function for each; a table and its chart share a name.

Amounts are unrounded kr. in the scenario's price year, positive = gain; labels follow `language`. A notebook shows a table as
its readers write numbers; what is taken from it or made of it is a DataFrame like any other.
"""
# Each is marked by `as_frame` where it is described; its line here gives it its name under `som.tables`.
# ruff: noqa: PLC0414 — `name as name` is how a type checker sees that a name is handed on

from __future__ import annotations

from som_model.presentation.described.as_frame import AsFrame
from som_model.presentation.described.by_payer import accumulated as accumulated
from som_model.presentation.described.by_payer import by_payer as by_payer
from som_model.presentation.described.by_payer import transfers as transfers
from som_model.presentation.described.catalogue import catalogue as catalogue
from som_model.presentation.described.comparison import comparison as comparison
from som_model.presentation.described.drivers import drivers as drivers
from som_model.presentation.described.information import sample_information as sample_information
from som_model.presentation.described.information import value_of_information as value_of_information
from som_model.presentation.described.learned import learned as learned
from som_model.presentation.described.ledger import by_area as by_area
from som_model.presentation.described.ledger import ledger as ledger
from som_model.presentation.described.remarks import notices as notices
from som_model.presentation.described.remarks import review as review
from som_model.presentation.described.sensitivity import break_even as break_even
from som_model.presentation.described.sensitivity import grid as grid
from som_model.presentation.described.sensitivity import tornado as tornado
from som_model.presentation.described.simulation import fan as fan
from som_model.presentation.described.simulation import payback as payback
from som_model.presentation.described.simulation import simulation as simulation
from som_model.presentation.described.waterfall import waterfall as waterfall

__all__ = [name for name, table in sorted(globals().items()) if isinstance(table, AsFrame)]
