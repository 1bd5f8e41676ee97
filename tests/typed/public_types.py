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
rate = "target_groups.dual_diagnosis.success_rate"
simulation = som.simulate(scenario, draws=1000, seed=1, workers=2)
assert_type(simulation, som.Simulation)
assert_type(simulation.accumulated_net, NDArray[float64])
assert_type(simulation.chance_of_gain, float)
assert_type(simulation.chance_of_gain_by_payer, dict[str, float])
assert_type(simulation.interval(0.95).low, float)
assert_type(simulation.base, som.Projection)
assert_type(simulation.draws_of(rate), NDArray[float64])
assert_type(som.break_even(scenario, rate).value, float)
assert_type(som.solve(scenario, rate, target=500_000), som.BreakEven)
assert_type(som.tornado(scenario), som.Tornado)
assert_type(som.grid(scenario, rate, "programme.staffing.coordinator.annual_cost"), som.Grid)
assert_type(som.evpi(simulation.net_benefit()), float)
assert_type(som.evppi(simulation.net_benefit(), simulation.draws_of(rate)), float)
assert_type(som.net_benefit([simulation]), NDArray[float64])
assert_type(som.evsi(simulation, rate, of=[10, 20]), som.SampleInformation)
assert_type(som.value_of_information(simulation), som.ValueOfInformation)
assert_type(som.learn(scenario, rate, successes=8, of=20).scenario, som.Scenario)
assert_type(som.compare([scenario], reference=scenario).drivers(0), som.Drivers)
assert_type(som.tables.simulation(simulation), DataFrame)
