"""How the page of Python is ordered, and what it says beside the docstrings."""

from __future__ import annotations

PYTHON_HEAD = """# Python

Generated from the docstrings by `python docs/make.py`. Everything stands under `som`:

```python
import som_model as som

scenario = som.read_scenario("scenarios/hedensted.yaml", variant="prudent")
projection = som.project(scenario)
print(projection.accumulated_net, projection.payback_year)
```

- **Amounts** are kr. of the scenario's price year, unrounded; positive = gain (in a budget + = expense). Rates are shares: 0.3
  for 30 %.
- **Shapes** stand in brackets: `(payer, year)` is a numpy array with a row for each payer and a column for each year; `(draw,)`
  has one number for each draw. Payers come in the order municipality, region, state; those that are not public, such as citizens,
  after them and only where a counted line names them.
- **Addresses** are the dotted names of [the scenario language](language.md): `target_groups.dual_diagnosis.success_rate`.
- **Texts** are Danish unless `language="en"` is asked for. `path` is a text or a `pathlib.Path`.
- Results do not change: `scenario.vary({…})` gives a new scenario. A result shows itself in a notebook; `.say()` gives a
  sentence.
- What is wrong is told by [an error](#errors) with the same words as on the command line: `error.say("en")`.
"""
GROUPS: dict[str, tuple[str, ...]] = {
    "Read": ("read_scenario", "read_scenarios", "Scenario", "read_catalogue", "Catalogue", "Entry"),
    "Project": ("project", "Projection", "Notice"),
    "Compare": ("compare", "Comparison", "Drivers", "Driver"),
    "What matters most": ("break_even", "solve", "BreakEven", "tornado", "Tornado", "grid", "Grid"),
    "How sure": ("simulate", "Simulation"),
    "What it is worth to know more": (
        "value_of_information",
        "ValueOfInformation",
        "net_benefit",
        "evpi",
        "evppi",
        "evsi",
        "SampleInformation",
    ),
    "Learn from what was seen": ("learn", "Learned"),
    "Review": ("review", "Review", "Remark"),
    "Hand over": ("tables", "charts", "write_workbook", "write_brief", "budget", "Budget", "BudgetLine", "write_budget"),
    "Errors": (
        "SomError",
        "ScenarioError",
        "Finding",
        "MissingFigures",
        "UnknownName",
        "WouldOverwrite",
        "DrawsNotKept",
        "NoAnswer",
        "NoBreakEven",
    ),
}
"""What one does → the public names for it."""
PARTS = (
    "analysis.tornado.Swing",
    "analysis.simulation.summary.Summary",
    "analysis.simulation.simulation.Interval",
    "analysis.information.worth.ValueOfKnowing",
    "analysis.review.remark.Told",
    "presentation.budget.line.PriceLevel",
    "resolved.assumption.Assumption",
)
"""Types that results hold and that have no public name."""
PARTS_HEAD = """## Parts of results

Types that results hold. They have no name under `som`: one gets them from a result.
"""
LANGUAGE_FIELDS = (
    "Its fields are those of [the scenario language](language.md#scenario-the-file-itself): `scenario.period.start`."
)
"""What is said of a type whose fields stand on another page."""
