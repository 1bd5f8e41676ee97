"""The investment calculator of a Danish municipality: what a social programme costs, what it saves, who pays and gains."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from som_model.version import __version__ as __version__

if TYPE_CHECKING:
    from som_model.analysis.break_even import BreakEven, break_even, solve
    from som_model.analysis.comparison import Comparison, compare
    from som_model.analysis.drivers.driver import Driver, Drivers
    from som_model.analysis.grid import Grid, grid
    from som_model.analysis.information.perfect import evpi, evppi
    from som_model.analysis.information.sample import SampleInformation, evsi, net_benefit
    from som_model.analysis.information.value import ValueOfInformation, value_of_information
    from som_model.analysis.learning import Learned, learn
    from som_model.analysis.review.questions import review
    from som_model.analysis.review.remark import Remark, Review
    from som_model.analysis.simulation.run import simulate
    from som_model.analysis.simulation.simulation import Simulation
    from som_model.analysis.tornado import Tornado, tornado
    from som_model.catalogue.entries import Catalogue, Entry
    from som_model.errors import (
        DrawsNotKept,
        Finding,
        MissingFigures,
        NoAnswer,
        NoBreakEven,
        Notice,
        ScenarioError,
        SomError,
        UnknownName,
        WouldOverwrite,
    )
    from som_model.presentation import charts, tables
    from som_model.presentation.brief.writing import write_brief
    from som_model.presentation.budget.budget import Budget, budget
    from som_model.presentation.budget.line import BudgetLine
    from som_model.presentation.budget.writing import write_budget
    from som_model.presentation.workbook.workbook import write_workbook
    from som_model.projection.projection import Projection, project
    from som_model.reading.catalogue import read_catalogue
    from som_model.reading.scenario_file import read_scenario, read_scenarios
    from som_model.scenario.scenario import Scenario

__all__ = [
    "BreakEven",
    "Budget",
    "BudgetLine",
    "Catalogue",
    "Comparison",
    "DrawsNotKept",
    "Driver",
    "Drivers",
    "Entry",
    "Finding",
    "Grid",
    "Learned",
    "MissingFigures",
    "NoAnswer",
    "NoBreakEven",
    "Notice",
    "Projection",
    "Remark",
    "Review",
    "SampleInformation",
    "Scenario",
    "ScenarioError",
    "Simulation",
    "SomError",
    "Tornado",
    "UnknownName",
    "ValueOfInformation",
    "WouldOverwrite",
    "break_even",
    "budget",
    "charts",
    "compare",
    "evpi",
    "evppi",
    "evsi",
    "grid",
    "learn",
    "net_benefit",
    "project",
    "read_catalogue",
    "read_scenario",
    "read_scenarios",
    "review",
    "simulate",
    "solve",
    "tables",
    "tornado",
    "value_of_information",
    "write_brief",
    "write_budget",
    "write_workbook",
]

_HOMES = {
    "net_benefit": "analysis.information.sample",
    "ValueOfInformation": "analysis.information.value",
    "value_of_information": "analysis.information.value",
    "SampleInformation": "analysis.information.sample",
    "evsi": "analysis.information.sample",
    "BreakEven": "analysis.break_even",
    "break_even": "analysis.break_even",
    "solve": "analysis.break_even",
    "Tornado": "analysis.tornado",
    "tornado": "analysis.tornado",
    "Grid": "analysis.grid",
    "grid": "analysis.grid",
    "Learned": "analysis.learning",
    "learn": "analysis.learning",
    "evppi": "analysis.information.perfect",
    "evpi": "analysis.information.perfect",
    "NoBreakEven": "errors",
    "DrawsNotKept": "errors",
    "Simulation": "analysis.simulation.simulation",
    "simulate": "analysis.simulation.run",
    "Comparison": "analysis.comparison",
    "Driver": "analysis.drivers.driver",
    "Drivers": "analysis.drivers.driver",
    "compare": "analysis.comparison",
    "Catalogue": "catalogue.entries",
    "Entry": "catalogue.entries",
    "read_catalogue": "reading.catalogue",
    "Remark": "analysis.review.remark",
    "Review": "analysis.review.remark",
    "review": "analysis.review.questions",
    "Finding": "errors",
    "MissingFigures": "errors",
    "NoAnswer": "errors",
    "Notice": "errors",
    "ScenarioError": "errors",
    "SomError": "errors",
    "UnknownName": "errors",
    "WouldOverwrite": "errors",
    "Projection": "projection.projection",
    "project": "projection.projection",
    "Scenario": "scenario.scenario",
    "read_scenario": "reading.scenario_file",
    "read_scenarios": "reading.scenario_file",
    "charts": "presentation.charts",
    "Budget": "presentation.budget.budget",
    "BudgetLine": "presentation.budget.line",
    "budget": "presentation.budget.budget",
    "write_brief": "presentation.brief.writing",
    "write_budget": "presentation.budget.writing",
    "write_workbook": "presentation.workbook.workbook",
    "tables": "presentation.tables",
}
"""Where each public name lives; it is imported when it is first used, so that `som check` starts fast."""
_MODULES = ("charts", "tables")
"""The names that are modules; all others are in one."""


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'som_model' has no attribute {name!r}")
    module = import_module(f"som_model.{home}")
    return module if name in _MODULES else getattr(module, name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
