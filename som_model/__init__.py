"""The investment calculator of a Danish municipality: what a social programme costs, what it saves, who pays and gains."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from som_model.version import __version__ as __version__

if TYPE_CHECKING:
    from som_model.analysis.comparison import Comparison, compare
    from som_model.analysis.review.questions import review
    from som_model.analysis.review.remark import Remark, Review
    from som_model.catalogue.entries import Catalogue
    from som_model.catalogue.entry import Entry
    from som_model.errors import (
        Finding,
        MissingFigures,
        NoAnswer,
        Notice,
        ScenarioError,
        SomError,
        UnknownName,
        WouldOverwrite,
    )
    from som_model.presentation import charts, tables
    from som_model.projection.projection import Projection, project
    from som_model.reading.catalogue import read_catalogue
    from som_model.reading.scenario_file import read_scenario, read_scenarios
    from som_model.scenario.scenario import Scenario

__all__ = [
    "Catalogue",
    "Comparison",
    "Entry",
    "Finding",
    "MissingFigures",
    "NoAnswer",
    "Notice",
    "Projection",
    "Remark",
    "Review",
    "Scenario",
    "ScenarioError",
    "SomError",
    "UnknownName",
    "WouldOverwrite",
    "charts",
    "compare",
    "project",
    "read_catalogue",
    "read_scenario",
    "read_scenarios",
    "review",
    "tables",
]

_HOMES = {
    "Comparison": "analysis.comparison",
    "compare": "analysis.comparison",
    "Catalogue": "catalogue.entries",
    "Entry": "catalogue.entry",
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
    "tables": "presentation.tables",
}
"""Where each public name lives; it is imported when it is first used, so that `som check` starts fast."""


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'som_model' has no attribute {name!r}")
    module = import_module(f"som_model.{home}")
    return module if home.endswith(f".{name}") else getattr(module, name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
