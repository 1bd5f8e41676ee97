"""What a type checker must see in the public names; checked by mypy, not run."""

from typing import assert_type

from matplotlib.figure import Figure
from numpy import float64
from numpy.typing import NDArray
from pandas import DataFrame

import som_model as som

scenario = som.read_scenario("scenarios/hedensted.yaml", variant="prudent")
assert_type(scenario, som.Scenario)
assert_type(som.read_scenarios("scenarios/hedensted.yaml"), list[som.Scenario])
assert_type(scenario.vary({"discount_rate": 0.035}), som.Scenario)
projection = som.project(scenario)
assert_type(projection, som.Projection)
assert_type(projection.net, NDArray[float64])
assert_type(projection.accumulated_net, float)
assert_type(projection.benefit_cost_ratio, float | None)
assert_type(projection.payback_year, int | None)
assert_type(projection.payback_by_payer, dict[str, int | None])
assert_type(som.compare([scenario]), som.Comparison)
assert_type(som.tables.ledger(projection), DataFrame)
figure: Figure = som.charts.accumulated(projection, language="en")
assert_type(som.review(scenario), som.Review)
assert_type(som.review(scenario)[0], som.Remark)
assert_type(som.read_catalogue(), som.Catalogue)
assert_type(som.read_catalogue().find("misbrug", payer="municipality")[0], som.Entry)
assert_type(som.tables.review(som.review(scenario)), DataFrame)
assert_type(som.tables.catalogue(som.read_catalogue()), DataFrame)
