"""The investment calculator of a Danish municipality: what a social programme costs, what it saves, who pays and gains."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from som_model.version import __version__ as __version__

if TYPE_CHECKING:
    from som_model.analysis.break_even import BreakEven as BreakEven
    from som_model.analysis.break_even import break_even as break_even
    from som_model.analysis.break_even import solve as solve
    from som_model.analysis.comparison import Comparison as Comparison
    from som_model.analysis.comparison import compare as compare
    from som_model.analysis.drivers.driver import Driver as Driver
    from som_model.analysis.drivers.driver import Drivers as Drivers
    from som_model.analysis.grid import Grid as Grid
    from som_model.analysis.grid import grid as grid
    from som_model.analysis.information.perfect import evpi as evpi
    from som_model.analysis.information.perfect import evppi as evppi
    from som_model.analysis.information.sample import SampleInformation as SampleInformation
    from som_model.analysis.information.sample import evsi as evsi
    from som_model.analysis.information.sample import net_benefit as net_benefit
    from som_model.analysis.information.value import ValueOfInformation as ValueOfInformation
    from som_model.analysis.information.value import value_of_information as value_of_information
    from som_model.analysis.learning import Learned as Learned
    from som_model.analysis.learning import learn as learn
    from som_model.analysis.review.questions import review as review
    from som_model.analysis.review.remark import Remark as Remark
    from som_model.analysis.review.remark import Review as Review
    from som_model.analysis.simulation.run import simulate as simulate
    from som_model.analysis.simulation.simulation import Simulation as Simulation
    from som_model.analysis.tornado import Tornado as Tornado
    from som_model.analysis.tornado import tornado as tornado
    from som_model.catalogue.entries import Catalogue as Catalogue
    from som_model.catalogue.entries import Entry as Entry
    from som_model.errors import DrawsNotKept as DrawsNotKept
    from som_model.errors import Finding as Finding
    from som_model.errors import MissingFigures as MissingFigures
    from som_model.errors import NoAnswer as NoAnswer
    from som_model.errors import NoBreakEven as NoBreakEven
    from som_model.errors import Notice as Notice
    from som_model.errors import ScenarioError as ScenarioError
    from som_model.errors import SomError as SomError
    from som_model.errors import UnknownName as UnknownName
    from som_model.errors import WouldOverwrite as WouldOverwrite
    from som_model.presentation import charts as charts
    from som_model.presentation import tables as tables
    from som_model.presentation.brief.writing import write_brief as write_brief
    from som_model.presentation.budget.budget import Budget as Budget
    from som_model.presentation.budget.budget import budget as budget
    from som_model.presentation.budget.line import BudgetLine as BudgetLine
    from som_model.presentation.budget.writing import write_budget as write_budget
    from som_model.presentation.workbook.workbook import write_workbook as write_workbook
    from som_model.projection.projection import Projection as Projection
    from som_model.projection.projection import project as project
    from som_model.reading.catalogue import read_catalogue as read_catalogue
    from som_model.reading.scenario_file import read_scenario as read_scenario
    from som_model.reading.scenario_file import read_scenarios as read_scenarios
    from som_model.scenario.scenario import Scenario as Scenario

_NAMES: dict[str, tuple[str, ...]] = {
    "analysis.break_even": ("BreakEven", "break_even", "solve"),
    "analysis.comparison": ("Comparison", "compare"),
    "analysis.drivers.driver": ("Driver", "Drivers"),
    "analysis.grid": ("Grid", "grid"),
    "analysis.information.perfect": ("evpi", "evppi"),
    "analysis.information.sample": ("SampleInformation", "evsi", "net_benefit"),
    "analysis.information.value": ("ValueOfInformation", "value_of_information"),
    "analysis.learning": ("Learned", "learn"),
    "analysis.review.questions": ("review",),
    "analysis.review.remark": ("Remark", "Review"),
    "analysis.simulation.run": ("simulate",),
    "analysis.simulation.simulation": ("Simulation",),
    "analysis.tornado": ("Tornado", "tornado"),
    "catalogue.entries": ("Catalogue", "Entry"),
    "errors": (
        "DrawsNotKept",
        "Finding",
        "MissingFigures",
        "NoAnswer",
        "NoBreakEven",
        "Notice",
        "ScenarioError",
        "SomError",
        "UnknownName",
        "WouldOverwrite",
    ),
    "presentation.brief.writing": ("write_brief",),
    "presentation.budget.budget": ("Budget", "budget"),
    "presentation.budget.line": ("BudgetLine",),
    "presentation.budget.writing": ("write_budget",),
    "presentation.charts": ("charts",),
    "presentation.tables": ("tables",),
    "presentation.workbook.workbook": ("write_workbook",),
    "projection.projection": ("Projection", "project"),
    "reading.catalogue": ("read_catalogue",),
    "reading.scenario_file": ("read_scenario", "read_scenarios"),
    "scenario.scenario": ("Scenario",),
}
"""Where the public names live; each is imported when it is first used, so that `som check` starts fast."""
_HOMES = {name: home for home, names in _NAMES.items() for name in names}
_MODULES = ("charts", "tables")
"""The names that are modules; all others are in one."""

__all__ = sorted(_HOMES)  # noqa: PLE0605 — one list of names, by where they live and by the alphabet


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'som_model' has no attribute {name!r}")
    module = import_module(f"som_model.{home}")
    return module if name in _MODULES else getattr(module, name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
