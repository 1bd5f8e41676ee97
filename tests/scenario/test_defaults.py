"""What stands where a field is left out is told in one table, and is what the models themselves put there."""

from __future__ import annotations

from collections.abc import Iterator

import som_model as som
from som_model.resolved.figures import LEFT_OUT, stands_by_default
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.programme import Cost, Funding, Post, Programme
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.scenario.unit_cost import UnitCost
from tests.presentation.brief.cases import HEDENSTED

MODELS: tuple[type[Frozen], ...] = (Scenario, TargetGroup, Consequence, Programme, Post, Cost, Funding, UnitCost)
BY_THE_METHOD = {"realisable"}
"""Left empty by the models and read as 1 in the projection."""


def defaults() -> Iterator[tuple[str, float | None]]:
    for model in MODELS:
        for name, field in model.model_fields.items():
            if isinstance(field.default, Estimate):
                yield name, field.default.value


def test_the_table_holds_every_number_that_the_models_put_where_none_is_written() -> None:
    found = dict(defaults())
    assert {name: value for name, value in LEFT_OUT.items() if name not in BY_THE_METHOD} == found
    assert all(LEFT_OUT[name] == value for name, value in defaults())


def test_a_price_that_is_realisable_in_full_counts_as_one_where_nothing_is_said() -> None:
    scenario = som.read_scenario(HEDENSTED, variant="prudent")
    key = next(iter(scenario.unit_costs))
    assert scenario.unit_costs[key].realisable is None
    stated = som.project(scenario.vary({f"unit_costs.{key}.realisable": LEFT_OUT["realisable"]}))
    half = som.project(scenario.vary({f"unit_costs.{key}.realisable": 0.5}))
    assert stated.accumulated_net == som.project(scenario).accumulated_net != half.accumulated_net


def test_a_figure_stands_by_default_where_it_is_what_nobody_would_write() -> None:
    assert stands_by_default("target_groups.a.relapse_rate", 0.0)
    assert stands_by_default("unit_costs.x.realisable.2025", 1.0)
    assert not stands_by_default("target_groups.a.relapse_rate", 0.1)
    assert not stands_by_default("target_groups.a.success_rate", 0.0)
    assert not stands_by_default("target_groups.a.completion_rate", None)
    assert not stands_by_default("discount_rate", 0.0)
