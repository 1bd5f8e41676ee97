"""What stands where a field is left out is told in one table, and is what the models themselves put there."""

from __future__ import annotations

import som_model as som
from som_model.resolved.figures import LEFT_OUT, stands_by_default
from tests.presentation.brief.cases import HEDENSTED


def test_what_stands_where_nothing_is_written_is_what_the_method_says() -> None:
    """docs/method.md, The fine print: completion 1, baseline, relapse and attrition 0, φ 1, overhead and growth 0, 37 hours."""
    none = ("baseline_rate", "relapse_rate", "attrition_rate", "real_growth", "overhead")
    all_of_it = ("completion_rate", "first_year_share", "realisable")
    assert {**dict.fromkeys(none, 0.0), **dict.fromkeys(all_of_it, 1.0), "full_time_hours": 37.0} == LEFT_OUT


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
